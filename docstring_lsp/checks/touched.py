"""Which definitions some lines touch: the innermost one around each of them.

A change in a method is none of its class's; one in a decorator, a header or a docstring is one
of the definition's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docstring_lsp.source.definition import Definition
from docstring_lsp.source.text import LineIndex


def numbers(
    text: str, definitions: Sequence[Definition], lines: Iterable[tuple[int, int]]
) -> frozenset[int]:
    """Return the numbers of the definitions that lines touch.

    Args:
        text: The file's text.
        definitions: Its definitions, the module first and in source order.
        lines: Ranges of lines from 1, first and last.
    """
    index = LineIndex(text)
    owners = [0] * (index.line_count + 1)
    # The inner ones come after the outer ones, and take their lines over.
    later = sorted(enumerate(definitions[1:], 1), key=lambda each: each[1].span.start)
    for number, definition in later:
        first = index.position(definition.span.start)[0] + 1
        last = index.position(max(definition.span.end - 1, definition.span.start))[0] + 1
        owners[first : last + 1] = [number] * (last + 1 - first)
    return frozenset(
        owners[line]
        for first, last in lines
        for line in range(max(first, 1), min(last, index.line_count) + 1)
    )
