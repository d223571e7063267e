"""What this program writes, its own rules find nothing in."""

from __future__ import annotations

from pathlib import Path

import pytest

from docstring_lsp.checks.run import check
from docstring_lsp.checks.selection import Selection
from docstring_lsp.docstring.recognition import styles
from docstring_lsp.source.visibility import Policy

GOLDEN = Path(__file__).parents[1] / "actions" / "golden"
ASKED = Selection(select=("DL2", "DL4", "DL5"))


@pytest.mark.parametrize("name", styles())
def test_nothing_is_found_in_what_is_written(name: str) -> None:
    files = sorted((GOLDEN / name).glob("*.py"))
    assert files
    found = {
        f"{path.name} {finding.code} {finding.symbol}: {finding.message}"
        for path in files
        for finding in check(
            path.read_bytes().decode(),
            Policy(),
            style_name=name,
            style_is_told=True,
            selection=ASKED,
        )
    }
    assert found == set()
