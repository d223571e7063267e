"""``docstring-lsp deliver``: what it shows, what it writes, with which status."""

from __future__ import annotations

import re
from pathlib import Path

from tests.cli.conftest import Cli


def test_a_document_is_shown(cli: Cli, shop: Path) -> None:
    result = cli("deliver", "api-reference")
    assert (result.status, result.err) == (0, "")
    assert "#### `shop.Cart.add`" in result.out
    assert "- Raises `ValueError`" in result.out


def test_several_become_one_with_contents(cli: Cli, shop: Path) -> None:
    result = cli("deliver", "architecture", "glossary", "--merge", "--offline")
    assert result.status == 0
    assert "## Contents" in result.out
    assert result.out.index("## Architecture") < result.out.index("## Glossary")


def test_files_are_written_once_and_never_over_others(cli: Cli, shop: Path) -> None:
    assert cli("deliver", "glossary", "-o", "docs/words.md").err == "written docs/words.md\n"
    path = shop.parent / "docs" / "words.md"
    assert cli("deliver", "glossary", "-o", "docs/words.md").err == "unchanged docs/words.md\n"
    path.write_text("mine\n", encoding="utf-8")
    left = cli("deliver", "glossary", "-o", "docs/words.md")
    assert left.status == 1
    assert "-mine\n" in left.out
    assert "give --force" in left.err
    assert path.read_text(encoding="utf-8") == "mine\n"
    assert cli("deliver", "glossary", "-o", "docs/words.md", "--force").status == 0


def test_a_folder_takes_several(cli: Cli, shop: Path) -> None:
    assert cli("deliver", "glossary", "readme", "-o", "docs").status == 0
    names = sorted(path.name for path in (shop.parent / "docs").iterdir())
    assert names == ["glossary.md", "readme.md"]


def test_html(cli: Cli, shop: Path) -> None:
    assert cli("deliver", "glossary", "-o", "words.html").status == 0
    assert (shop.parent / "words.html").read_bytes().startswith(b"<!DOCTYPE html>")


def test_a_model_writes_where_one_is_set_up(cli: Cli, shop: Path) -> None:
    result = cli("deliver", "readme", "--provider", "mock")
    assert result.status == 0
    assert "It holds." in result.out
    assert "; by mock ok; " in result.out


def test_what_failed_is_told(cli: Cli, shop: Path) -> None:
    result = cli("deliver", "readme", "--provider", "mock", "--model", "401")
    assert result.status == 1
    assert "readme: " in result.err
    assert "401" in result.err


def test_what_models_took_is_told(cli: Cli, shop: Path) -> None:
    result = cli("deliver", "readme", "glossary", "--provider", "mock")
    assert re.search(r"2 of 2 documents, \d+\.\d s, [\d,]+ tokens, no known price\n", result.err)
    assert "tokens" not in cli("deliver", "readme").err


def test_streaming_shows_the_document_as_it_grows(cli: Cli, shop: Path) -> None:
    result = cli("deliver", "readme", "--provider", "mock", "--mode", "streaming")
    assert result.status == 0
    assert "## What it is\n\nIt describes what the code does." in result.out


def test_the_types_there_are(cli: Cli, shop: Path) -> None:
    listed = cli("deliver", "--list").out
    assert listed.count("\n") == 13
    assert listed.startswith("problem-statement ")


def test_templates_are_looked_through(cli: Cli, shop: Path) -> None:
    assert cli("deliver", "--validate").status == 0
    folder = shop.parent / ".docstring-lsp" / "deliverables"
    folder.mkdir(parents=True)
    (folder / "bad.md").write_text("no head", encoding="utf-8")
    result = cli("deliver", "--validate")
    assert result.status == 1
    assert "bad: not valid" in result.out


def test_what_cannot_be_done_as_asked(cli: Cli, shop: Path) -> None:
    for arguments, why in (
        ((), "name a TYPE"),
        (("persona",), "Did you mean 'personas'"),
        (("readme", "-o", "x.odt"), "no format ends in .odt"),
        (("readme", "glossary", "-o", "x.md"), "give --merge"),
        (("readme", "-o", "../x.md"), "is outside of"),
    ):
        result = cli("deliver", *arguments)
        assert result.status == 2, arguments
        assert why in result.err


def test_models_are_compared(cli: Cli, shop: Path) -> None:
    result = cli("deliver", "readme", "--compare", "mock:ok,mock:401")
    assert result.status == 1
    assert result.out.startswith("# README by 2 models\n")
    assert cli("deliver", "readme", "glossary", "--compare", "mock").status == 2
    assert "provider 'mok'" in cli("deliver", "readme", "--compare", "mok").err
