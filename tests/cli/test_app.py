"""The entry: help, version, errors as one line, exit statuses, interruptions."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from docstring_lsp import __version__, registry
from docstring_lsp.actions.conventions import styles
from docstring_lsp.cli import app
from docstring_lsp.cli.commands import check as check_module
from docstring_lsp.engine.connect import providers
from docstring_lsp.errors import FileError
from tests.cli.conftest import SHOP, Cli

COMMANDS = registry.names(app.COMMANDS)
PROGRAM = [sys.executable, "-m", "docstring_lsp"]
posix = pytest.mark.skipif(os.name != "posix", reason="a thing of POSIX systems")


def test_the_subcommands_are_the_folders_files() -> None:
    assert COMMANDS == (
        "ask",
        "batch",
        "bible",
        "cache",
        "check",
        "compare",
        "convert",
        "deliver",
        "facts",
        "generate",
        "keys",
        "providers",
        "rule",
        "script",
        "serve",
        "stats",
        "style",
    )


def test_version(cli: Cli) -> None:
    result = cli("--version")
    assert (result.status, result.out) == (0, f"docstring-lsp {__version__}\n")


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_shows_an_example(cli: Cli, command: tuple[str, ...], option: str) -> None:
    result = cli(*command, option)
    name = " ".join(("docstring-lsp", *command))
    assert result.status == 0
    assert result.out.startswith(f"Usage: {name} ")
    assert "Example" in result.out
    assert result.out.count(name) >= 2


def test_help_lists_the_styles_and_providers_there_are(cli: Cli) -> None:
    # A name with a hyphen may be divided at the end of a line.
    shown = "".join(cli("generate", "--help").out.split())
    for option, told, names in (
        ("--style NAME", "", ("auto", *styles())),
        (
            "--provider NAME",
            "Who writes the prose; auto for the best that is set up: ",
            providers(),
        ),
    ):
        assert "".join(f"{option}{told}{', '.join(names)}".split()) in shown


def test_help_lists_every_subcommand(cli: Cli) -> None:
    result = cli("--help")
    assert [name for name in COMMANDS if f"\n  {name} " not in result.out] == []


def test_nothing_asked_for_shows_the_help_and_is_no_success(cli: Cli) -> None:
    result = cli()
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("Usage: docstring-lsp ")


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (
            ["chek"],
            "unknown command 'chek'. Did you mean 'check'? Known: ",
        ),
        (["check", "--formt", "json"], "No such option"),
        (["check", "--format", "xml"], "unknown format 'xml'"),
        (["check", "-", "shop.py"], "- stands alone: standard input is one document"),
        (["check", "--stdin-filename", "x.py"], "--stdin-filename needs - as PATH"),
        (["generate", "--jobs", "0"], "0 is not in the range"),
        (["generate", "--only", "some"], "'some' is not"),
        (["generate", "--only", "missing", "--replace"], "contradict each other"),
        (
            ["generate", "shop.py", "--style", "gogle"],
            "unknown style 'gogle'. Did you mean 'google'",
        ),
        (
            ["generate", "shop.py", "--provider", "statik"],
            "unknown provider 'statik'. Did you mean",
        ),
        (
            ["generate", "shop.py", "--symbol", "Cart.ad"],
            "unknown symbol 'Cart.ad' in shop.py. Did you mean 'Cart.add'?",
        ),
        (["facts", "shop.py:Cart.ad"], "unknown symbol 'Cart.ad' in shop.py. Did you mean"),
        (["facts", "missing.py"], "missing.py: cannot be read: no such file or directory"),
        (["facts"], "Missing argument 'FILE[:QUALNAME]'"),
        (["style", "missing"], "'missing' does not exist"),
        (["serve", "--tcp", "nowhere"], "'nowhere' is not HOST:PORT"),
        (["serve", "--tcp", "localhost:99999"], "'localhost:99999' is not HOST:PORT"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(
    cli: Cli, shop: Path, argv: list[str], says: str
) -> None:
    result = cli(*argv)
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("docstring-lsp: error: ")
    assert says in result.err
    assert result.err.count("\n") == 1
    assert shop.read_text() == SHOP


def test_a_wrong_setting_is_one_clear_line(cli: Cli, project: Path) -> None:
    (project / "pyproject.toml").write_text('[tool.docstring-lsp]\nstile = "google"\n')
    result = cli("check")
    assert (result.status, result.err.count("\n")) == (2, 1)
    assert "pyproject.toml: unknown setting 'stile'. Did you mean 'style'?" in result.err


@pytest.mark.parametrize(
    ("error", "status", "says"),
    [
        (FileError("x.py: gone"), 2, "docstring-lsp: error: x.py: gone\n"),
        (FileError("two\nlines"), 2, "docstring-lsp: error: two lines\n"),
        (click.UsageError("no"), 2, "error: no. See 'docstring-lsp check --help'.\n"),
        (ZeroDivisionError("by zero"), 2, "internal error: ZeroDivisionError: by zero\n"),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_every_failure_has_its_status(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int, says: str
) -> None:
    """What a command raises is stood in for; how it is told is what is tested."""

    def fails() -> None:
        raise error

    monkeypatch.setattr(check_module, "COMMAND", click.Command("check", callback=fails))
    result = cli("check")
    assert result.status == status
    assert result.err.strip("\n").endswith(says.strip("\n"))


@posix
def test_a_reader_that_leaves_is_no_error(project: Path) -> None:
    (project / "many.py").write_text("def f():\n    pass\n\n\n" * 20_000)
    with subprocess.Popen(
        [*PROGRAM, "check", "many.py"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


@posix
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_it_without_a_word_and_without_half_a_file(project: Path, jobs: str) -> None:
    for number in range(60):
        (project / f"m{number}.py").write_text(SHOP * 15)
    with subprocess.Popen(
        [*PROGRAM, "generate", "--write", "--jobs", jobs, "."],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b"wrote ")
        os.killpg(process.pid, signal.SIGINT)
        process.stdout.read()
        assert process.stderr.read().decode().strip() == ""
        assert process.wait() == 130
    assert {p.suffix for p in project.iterdir() if p.is_file()} == {".py"}
    texts = {p.read_text() for p in project.glob("*.py")}
    assert len(texts) == 2, "each file is the old one or the new one"


def test_the_module_can_be_run(project: Path) -> None:
    run = subprocess.run([*PROGRAM, "--version"], capture_output=True, text=True, check=True)
    assert run.stdout == f"docstring-lsp {__version__}\n"


HEAVY = {
    "check": {"asyncio", "libcst", "pathspec", "pydantic", "pygls", "rich"},
    "generate": {"pydantic", "pygls", "rich"},
}
ENGINES = {"httpx", "jinja2", "diskcache", "tenacity", "keyring", "genai_prices", "detect_secrets"}
"""What only those need who ask a model."""


@pytest.mark.parametrize("command", HEAVY)
def test_a_command_imports_nothing_that_it_does_not_need(shop: Path, command: str) -> None:
    code = (
        f"import sys; from docstring_lsp.cli.app import run; run([{command!r}, 'shop.py'])\n"
        f"heavy = {HEAVY[command] | ENGINES!r}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=shop.parent, capture_output=True, text=True, check=True
    )
    assert run.stderr.splitlines()[-1] == "[]"
