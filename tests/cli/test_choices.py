"""What a shell completes: subcommands, options, and the names that options and arguments take."""

from __future__ import annotations

import pytest
from click.shell_completion import ShellComplete

from docstring_lsp.cli.app import app
from tests.cli.conftest import Cli


@pytest.mark.parametrize(
    ("line", "typed", "offered"),
    [
        ("", "conv", ["convert"]),
        ("generate", "--sty", ["--style"]),
        ("generate --style", "", ["auto", "epytext", "google", "numpy", "pep257", "sphinx"]),
        ("convert --to", "N", ["numpy"]),
        ("convert --from", "s", ["sphinx"]),
        ("compare --style", "g", ["google"]),
        ("generate --provider", "oll", ["ollama"]),
        ("ask --fallback", "gem", ["gemini"]),
        ("check --format", "sa", ["sarif"]),
        ("rule", "dl90", ["DL900"]),
        ("deliver", "arch", ["architecture"]),
    ],
)
def test_a_shell_completes(line: str, typed: str, offered: list[str]) -> None:
    shell = ShellComplete(app, {}, "docstring-lsp", "_DOCSTRING_LSP_COMPLETE")
    found = shell.get_completions(line.split(), typed)
    assert [each.value for each in found] == offered


def test_a_help_lists_the_names_once_however_often_it_is_asked(cli: Cli) -> None:
    for _ in range(2):
        shown = " ".join(cli("convert", "--help").out.split())
        assert shown.count("epytext, google, numpy, pep257, sphinx") == 1


@pytest.mark.parametrize("group", [(), ("batch",), ("cache",), ("keys",)])
def test_no_line_of_an_overview_is_cut_off(cli: Cli, group: tuple[str, ...]) -> None:
    overview = cli(*group, "--help").out.partition("Commands:")[2].partition("Example")[0]
    assert overview.strip()
    assert "..." not in overview
