"""Extraction: takes a text and one definition of it, gives the facts its code says.

Parses the cut of that definition alone. Must not know styles, prose or editors.
"""

from __future__ import annotations

from docstring_lsp.errors import ParseRefusedError
from docstring_lsp.source.definition import Definition
from docstring_lsp.source.extraction.classes import class_facts
from docstring_lsp.source.extraction.cut import parse_function
from docstring_lsp.source.extraction.functions import function_facts
from docstring_lsp.source.extraction.modules import module_facts
from docstring_lsp.source.facts import Facts


def extract(
    text: str, definition: Definition, *, module: str | None = None, stub: bool = False
) -> Facts:
    """Return what the code of one definition says.

    Args:
        text: The text it stands in.
        definition: Where it stands.
        module: The dotted name of its module, where that is known.
        stub: Whether the text is a stub file (``.pyi``), in which every function is a stub.

    Raises:
        ParseRefusedError: If the parser cannot read the definition.
    """
    try:
        if definition.kind == "function":
            node = parse_function(text, definition)
            return function_facts(node, text, definition, module=module, stub=stub)
        if definition.kind == "class":
            return class_facts(text, definition, module)
        return module_facts(text, module)
    except RecursionError:
        place = f"line {text.count(chr(10), 0, definition.header.start) + 1}, column 1"
        raise ParseRefusedError(f"{place}: an expression is nested too deeply") from None
