"""A text that is checked again gives the same findings, and what did not change is not read."""

from __future__ import annotations

from pathlib import Path

import pytest

from docstring_lsp.checks.recollection import Recollection
from docstring_lsp.checks.run import check
from docstring_lsp.source import extract as extraction
from docstring_lsp.source.visibility import EVERYTHING

CASES = sorted((Path(__file__).parents[1] / "actions" / "golden" / "google").glob("*.py"))
TEXT = (
    'class A(B):\n    """A."""\n\n    def f(self, a):\n        """F.\n\n        Args:\n'
    '            b: B.\n        """\n\n    def g(self, c):\n        """G.\n\n        Args:\n'
    '            d: D.\n        """\n'
)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_findings_are_the_same(path: Path) -> None:
    text = path.read_bytes().decode()
    recollection = Recollection()
    plain = check(text, EVERYTHING)
    for _ in range(2):
        assert check(text, EVERYTHING, recollection=recollection) == plain
    # What stands elsewhere is read anew where it has to be: places never come from memory.
    moved = "# x\n" + text
    assert check(moved, EVERYTHING, recollection=recollection) == check(moved, EVERYTHING)


def test_only_what_changed_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    extract = extraction.extract

    def watched(text, definition, **options):
        read.append(definition.name)
        return extract(text, definition, **options)

    monkeypatch.setattr(extraction, "extract", watched)
    recollection = Recollection()
    check(TEXT, EVERYTHING, recollection=recollection)
    assert read == ["f", "g"]
    check("\n\n" + TEXT, EVERYTHING, recollection=recollection)
    assert read == ["f", "g"]
    findings = check(TEXT.replace("c):", "e):"), EVERYTHING, recollection=recollection)
    assert read == ["f", "g", "g"]
    assert "parameter `e` is documented as `d`" in {finding.message for finding in findings}
    check(TEXT.replace("A(B)", "A(Interface)"), EVERYTHING, recollection=recollection)
    assert read == ["f", "g", "g", "f", "g"]
