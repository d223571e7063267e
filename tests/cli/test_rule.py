"""``docstring-lsp rule``: the pages of the rules, and their list."""

from __future__ import annotations

import json

from docstring_lsp.checks.run import all_codes
from tests.cli.conftest import Cli


def test_a_rules_page(cli: Cli) -> None:
    result = cli("rule", "dl200")
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith("# DL200: parameter undocumented\n")
    assert "## Fix" in result.out


def test_every_rule_is_listed(cli: Cli) -> None:
    lines = cli("rule").out.splitlines()
    assert [line.split("  ")[0] for line in lines] == list(all_codes())


def test_what_codes_start_with_lists_those(cli: Cli) -> None:
    listed = [line.split("  ")[0] for line in cli("rule", "dl20").out.splitlines()]
    assert listed == [code for code in all_codes() if code.startswith("DL20")]


def test_rules_for_tools(cli: Cli) -> None:
    (told,) = json.loads(cli("rule", "DL201", "--format", "json").out)
    assert (told["code"], told["title"]) == ("DL201", "documented parameter gone")


def test_a_rule_that_there_is_not(cli: Cli) -> None:
    result = cli("rule", "DL999")
    assert result.status == 2
    assert result.err.startswith("docstring-lsp: error: unknown rule 'DL999'. Did you mean")
