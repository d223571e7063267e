"""``generate`` with a model: who wrote, what it cost, and what happens if none does."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import SHOP, Cli
from tests.servers.chat import ChatServer
from tests.servers.core import Answer, Exchange, served


def test_a_model_writes_and_is_named(cli: Cli, shop: Path) -> None:
    result = cli("generate", "shop.py", "--provider", "mock", "--format", "json")
    (report,) = json.loads(result.out)
    written = {d["symbol"]: d for d in report["definitions"] if d["status"] == "written"}
    assert set(written) == {"Cart.add", "refund"}
    assert {d["provider"] for d in written.values()} == {"mock"}
    assert {d["model"] for d in written.values()} == {"ok"}
    assert all(d["tokens"] > 0 and d["cost"] == 0 for d in written.values())
    assert "Do what the name says." in report["diff"]


def test_the_summary_tells_what_it_took(cli: Cli, shop: Path) -> None:
    result = cli("generate", "--provider", "mock", "--write")
    assert result.status == 0
    told = "2 docstrings written in 1 file (1 file read). "
    assert result.err.startswith(told)
    assert result.err.removeprefix(told).strip().endswith(" tokens, $0.0000.")
    assert "Do what the name says." in shop.read_text()
    usage = list(Path.home().rglob("usage-*.jsonl"))
    assert len(usage) == 1
    assert "project-" in usage[0].read_text()


def test_many_files_are_written_at_once(cli: Cli, project: Path) -> None:
    for number in range(12):
        (project / f"shop_{number}.py").write_text(SHOP)
    begun = time.monotonic()
    options = ["--provider", "mock", "--model", "delay 0.1 ok", "--concurrency", "24"]
    result = cli("generate", "--write", *options)
    assert result.status == 0
    assert len(result.out.splitlines()) == 12
    # 24 definitions, of which the mock is asked a second time: 4.8 s one after the other.
    assert time.monotonic() - begun < 3


FAILURES = {
    "401": "mock: scripted (HTTP 401)",
    "refused": "mock: scripted: refused",
}


@pytest.mark.parametrize("script", FAILURES)
def test_what_fails_is_written_all_the_same_and_said_once(
    cli: Cli, shop: Path, script: str
) -> None:
    plain = cli("generate", "shop.py").out
    result = cli("generate", "shop.py", "--provider", "mock", "--model", script)
    assert result.out == plain
    told = f"written by the embedded author: {FAILURES[script]} (2 docstrings)"
    assert result.err.splitlines()[0] == f"docstring-lsp: warning: {told}"


def test_a_missing_key_names_its_variable(
    cli: Cli, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    result = cli("generate", "shop.py", "--provider", "openai-chat")
    assert "no key; set OPENAI_API_KEY" in result.err


def test_what_costs_too_much_is_not_asked(cli: Cli, shop: Path) -> None:
    result = cli("generate", "shop.py", "--provider", "mock", "--max-cost", "0")
    assert "--max-cost" in result.err


@pytest.mark.parametrize(
    ("option", "told"),
    [
        (["--provider", "mok"], "unknown provider 'mok'. Did you mean 'mock'?"),
        (["--provider", "mock", "--fallback", "mok"], "unknown provider 'mok'"),
        (["--provider", "mock", "--timeout", "0"], "'timeout' has the value 0"),
        (["--provider", "mock", "--concurrency", "0"], "'concurrency' has the value 0"),
    ],
)
def test_what_cannot_be_asked_is_an_error(
    cli: Cli, shop: Path, option: list[str], told: str
) -> None:
    result = cli("generate", "shop.py", *option)
    assert (result.status, result.out) == (2, "")
    assert told in result.err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interruption_stops_what_is_asked_and_tells_what_is_written(
    shop: Path, number: int, status: int
) -> None:
    later = shop.with_name("then.py")
    later.write_text('"""Then."""\n\n\ndef later(amount):\n    return amount\n')
    command = ["-m", "docstring_lsp", "generate", "--provider", "compatible", "--model", "m"]

    async def hangs_but_once(exchange: Exchange, answer: Answer) -> None:
        if "def later" not in json.dumps(exchange.seen.body):
            await exchange.hang()
        await exchange.send(answer)

    with served(ChatServer(), hangs_but_once) as server:
        process = subprocess.Popen(
            [sys.executable, *command, "--write"],
            cwd=shop.parent,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "OPENAI_COMPATIBLE_BASE_URL": f"{server.url}/v1"},
        )
        until = time.monotonic() + 60
        while "Return the sum." not in later.read_text() and time.monotonic() < until:
            time.sleep(0.02)
        assert process.poll() is None
        os.kill(process.pid, number)
        out, err = process.communicate(timeout=60)
        assert server.open == 0
    assert (process.returncode, out, err.strip()) == (status, "wrote then.py\n", "")
    assert shop.read_text() == SHOP


def test_the_users_own_templates_are_used_and_a_broken_one_is_named(cli: Cli, shop: Path) -> None:
    folder = Path.home() / "docstring-lsp" / "prompts" / "styles"
    folder.mkdir(parents=True)
    options = ("generate", "shop.py", "--provider", "mock")
    before = cli(*options)
    assert "tokens" in before.err
    assert "tokens" not in cli(*options).err
    (folder / "google.jinja").write_text("- Write as a sailor would.")
    assert "tokens" in cli(*options).err
    (folder / "google.jinja").write_text("{{ nothing }}")
    broken = cli(*options)
    assert str(folder.parent) in broken.err
    assert "the prompt cannot be made" in broken.err
    assert "written by the embedded author" in broken.err
