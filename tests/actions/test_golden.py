"""Golden files: each case of ``tests/source/cases`` documented in each of the five styles.

``UPDATE_GOLDEN=1 pytest tests/actions/test_golden.py`` writes them anew; read the difference.
"""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

from docstring_lsp.actions.conventions import Conventions, styles
from docstring_lsp.actions.generate import edits, generate
from docstring_lsp.actions.place import Place
from docstring_lsp.actions.proposal import Target
from docstring_lsp.docstring.style import RenderOptions
from docstring_lsp.engine.generate import Engine
from docstring_lsp.source.edit import apply
from docstring_lsp.source.text import decode
from docstring_lsp.source.visibility import EVERYTHING

CASES = Path(__file__).parent.parent / "source" / "cases"
GOLDEN = Path(__file__).parent / "golden"
INPUTS = sorted(path for path in CASES.iterdir() if path.suffix in {".py", ".pyi"})


def documented(path: Path, style_name: str) -> str:
    """Return the case's text with every docstring written in a style."""
    text = decode(path.read_bytes()).text
    conventions = Conventions(style_name, RenderOptions(width=88), EVERYTHING)
    outcomes = asyncio.run(
        generate(
            text,
            Target(scope="file", replace=True),
            conventions,
            Engine(),
            Place(path=Path(path.name), module=path.stem),
        )
    )
    assert [o.reason for o in outcomes if o.status == "refused"] == []
    return apply(text, edits(outcomes))


@pytest.mark.parametrize("style_name", styles())
@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.stem)
def test_a_case_is_documented_as_its_golden_file_says(path: Path, style_name: str) -> None:
    golden = GOLDEN / style_name / path.name
    actual = documented(path, style_name)
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(actual.encode())
    assert actual == golden.read_bytes().decode()


def test_there_is_no_golden_file_without_a_case() -> None:
    known = {path.name for path in INPUTS}
    assert {p.name for p in GOLDEN.glob("*/*")} == known


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.stem)
def test_what_is_documented_stays_as_it_is(path: Path) -> None:
    text = documented(path, "google")
    conventions = Conventions("google", RenderOptions(width=88), EVERYTHING)
    target = Target(scope="file", replace=True)
    place = Place(path=Path(path.name), module=path.stem)
    outcomes = asyncio.run(generate(text, target, conventions, Engine(), place))
    assert edits(outcomes) == ()
