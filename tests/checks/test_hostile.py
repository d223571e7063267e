"""Rules give findings or none, whatever the text: broken in the middle of typing, or odd."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from docstring_lsp.checks.run import check
from docstring_lsp.source.visibility import EVERYTHING

CASES = sorted((Path(__file__).parents[1] / "source" / "cases").rglob("*.py"))
BROKEN = ("", "(", '"""', "\u2028", "\t", "`", "\\", "\r", "def f(", "Args:\n", ":param", "noqa")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_broken_text_is_checked(path: Path) -> None:
    chance = random.Random(path.name)
    text = path.read_bytes().decode("utf-8", "replace")
    for _ in range(6):
        first = chance.randrange(len(text) + 1)
        last = min(len(text), first + chance.randrange(40))
        broken = text[:first] + chance.choice(BROKEN) + text[last:]
        findings = check(broken, EVERYTHING, style_name="google", style_is_told=True)
        assert all(0 <= f.span.start <= f.span.end <= len(broken) for f in findings)
