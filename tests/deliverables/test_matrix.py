"""Which diagrams are drawn as a grid."""

from __future__ import annotations

import pytest

from docstring_lsp.deliverables.matrix import Matrix, matrix

FLOW = 'flowchart TD\n    a["one"]\n    b["two"]\n    b --> a\n'


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("mermaid", FLOW, Matrix(("one", "two"), frozenset({(1, 0)}))),
        ("mermaid", f"---\ntitle: x\n---\n{FLOW}", Matrix(("one", "two"), frozenset({(1, 0)}))),
        ("text", FLOW, None),
        ("mermaid", FLOW + "    b --> c\n", None),
        ("mermaid", FLOW + "    b -.-> a\n", None),
        ("mermaid", "sequenceDiagram\n", None),
        ("mermaid", "", None),
    ],
)
def test_a_flowchart_of_names_and_arrows(language: str, text: str, found: Matrix | None) -> None:
    assert matrix(language, text) == found
