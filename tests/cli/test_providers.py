"""``docstring-lsp providers`` and ``stats``: who would be asked and why, and what it has taken."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from docstring_lsp.docstring.recognition import styles
from docstring_lsp.engine.connect import providers
from tests.cli.conftest import Cli
from tests.servers.chat import ChatServer
from tests.servers.core import served


@pytest.fixture(autouse=True)
def no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    from docstring_lsp.engine.connect import provider

    for name in providers():
        access = provider(name).access
        for variable in (*access.key_variables, *access.url_variables) if access else ():
            monkeypatch.delenv(variable, raising=False)


def told(cli: Cli, *options: str) -> Any:
    return json.loads(cli("providers", *options, "--format", "json").out)


def test_every_provider_and_style_is_in_the_tables(cli: Cli) -> None:
    result = cli("providers")
    lines = result.out.splitlines()
    assert result.status == 0
    for name in set(providers()) - {"static"}:
        assert sum(line.startswith(f"{name} ") for line in lines) == 2
    for name in styles():
        assert any(line.startswith(f"{name} ") and " static " in line for line in lines)


def test_a_missing_key_names_its_variable(cli: Cli) -> None:
    rows = {row["name"]: row for row in told(cli)["providers"]}
    assert rows["openai-chat"]["missing"] == "no key; set OPENAI_API_KEY"
    assert rows["compatible"]["missing"] == ""
    assert rows["mock"]["available"] is None


WRONG = {
    "provider": 'provider = "antropic"\n',
    "fallback": 'fallback = "antropic"\n',
    "providers": '[providers.antropic]\nmodel = "x"\n',
}


@pytest.mark.parametrize("setting", WRONG)
@pytest.mark.parametrize("command", ["providers", "generate"])
def test_an_unknown_provider_is_told_with_its_place(
    cli: Cli, project: Path, command: str, setting: str
) -> None:
    (project / "a.py").write_text("")
    config = Path.home() / "docstring-lsp" / "config.toml"
    config.parent.mkdir()
    config.write_text(WRONG[setting])
    result = cli(command)
    assert result.status == 2
    assert f"{config}: unknown provider 'antropic'. Did you mean 'anthropic'?" in result.err


PICKS: dict[str, tuple[list[str], tuple[str, str, str]]] = {
    "nothing set up": ([], ("static", "", "as set")),
    "one": (["--provider", "mock"], ("mock", "", "as set")),
    "a fallback": (
        ["--provider", "mock", "--fallback", "compatible"],
        ("mock", "compatible", "as set"),
    ),
    "one without a key": (
        ["--provider", "openai-chat", "--fallback", "mock"],
        ("mock", "", "not openai-chat: no key; set OPENAI_API_KEY"),
    ),
    "none can": (["--provider", "openai-chat"], ("static", "", "no key; set OPENAI_API_KEY")),
}


@pytest.mark.parametrize("case", PICKS)
def test_who_would_be_asked_and_why(cli: Cli, case: str) -> None:
    options, (primary, fallback, reason) = PICKS[case]
    asked = told(cli, *options)["asked"]
    assert [each["style"] for each in asked] == list(styles())
    for each in asked:
        assert (each["primary"], each["fallback"]) == (primary, fallback)
        assert reason in each["reason"]


def test_whether_they_answer_is_asked_where_it_is_wanted(cli: Cli) -> None:
    def rows(*options: str) -> Any:
        return {row["name"]: row for row in told(cli, "--check", *options)["providers"]}

    found = rows("--provider", "mock")
    assert found["mock"]["available"] is True
    assert found["openai-chat"]["available"] is False
    assert found["compatible"]["reason"]
    assert cli("providers", "--check", "--provider", "mock").status == 0
    assert cli("providers", "--check", "--provider", "mock", "--model", "401").status == 1


def test_what_a_server_tells_of_its_model_is_shown(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    with served(ChatServer(context=200)) as server:
        monkeypatch.setenv("OPENAI_COMPATIBLE_BASE_URL", f"{server.url}/v1")
        found = {row["name"]: row for row in told(cli, "--check")["providers"]}["compatible"]
    assert found["capabilities"]["max_tokens"] == 200
    assert found["capabilities"]["as_of"] == "server"
    assert found["models"] == ["tiny"]
    assert found["styles"]["google"] == "google needs 256 tokens, it takes 200 tokens"


def test_the_models_that_are_offered_are_listed(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    with served(ChatServer()) as server:
        monkeypatch.setenv("OPENAI_COMPATIBLE_BASE_URL", f"{server.url}/v1")
        lines = cli("providers", "--models").out.splitlines()
    assert "compatible  tiny" in lines
    assert "mock        ok" in lines


# What it has taken.


def test_nothing_was_asked(cli: Cli) -> None:
    result = cli("stats", "--month", "2026-01")
    assert (result.status, result.out) == (0, "No model was asked in 2026-01.\n")


def test_what_was_asked_is_told(cli: Cli, shop: Path) -> None:
    cli("generate", "shop.py", "--provider", "mock", "--model", "500,ok")
    cli("generate", "shop.py", "--provider", "mock")
    found = json.loads(cli("stats", "--format", "json").out)
    calls = found["total"]["calls"]
    assert calls >= 4
    assert {name: each["calls"] for name, each in found["groups"]["model"].items()}.keys() == {
        "mock ok",
        "mock 500,ok",
    }
    (project,) = found["groups"]["project"]
    assert project.startswith("project-")
    for kind in ("project", "day", "session"):
        assert sum(each["calls"] for each in found["groups"][kind].values()) == calls
    shown = cli("stats")
    assert f"all of {found['month']}" in shown.out
    assert found["folder"] in shown.err


def test_a_month_that_is_none(cli: Cli) -> None:
    result = cli("stats", "--month", "November")
    assert (result.status, result.out) == (2, "")
    assert "'November' is no month; write it as 2026-11" in result.err
