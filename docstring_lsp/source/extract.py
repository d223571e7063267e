"""Extraction: takes a text and one definition of it, gives the facts its code says.

Parses the cut of that definition alone. Must not know styles, prose or editors.
"""

from __future__ import annotations

import libcst as cst

from docstring_lsp.errors import ParseRefusedError
from docstring_lsp.source.definition import Definition
from docstring_lsp.source.extraction.cut import parse
from docstring_lsp.source.extraction.functions import function_facts
from docstring_lsp.source.facts import Facts


def extract(
    text: str, definition: Definition, *, module: str | None = None, stub: bool = False
) -> Facts:
    """Return what the code of one definition says.

    Args:
        text: The text it stands in.
        definition: Where it stands.
        module: The dotted name of its module, where that is known.
        stub: Whether the text is a stub file (``.pyi``).

    Raises:
        ParseRefusedError: If the parser cannot read the definition.
    """
    try:
        node = parse(text, definition)
        assert isinstance(node, cst.FunctionDef)
        return function_facts(node, text, definition, module)
    except RecursionError:
        place = f"line {text.count(chr(10), 0, definition.header.start) + 1}, column 1"
        raise ParseRefusedError(f"{place}: an expression is nested too deeply") from None
