"""Fills prose to a width: paragraphs are filled, what has a layout is kept."""

from __future__ import annotations

import re
import textwrap

_KEPT = re.compile(r"\s*(?:>>>|\.\.\.|[-*+] |\d+[.)] |```|\||::|\.\. |#)|\s{2,}")


def fill(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Return the lines of a text, at most ``width`` columns wide.

    Args:
        text: Paragraphs divided by empty lines.
        width: Columns; a longer word stands alone.
        first: Put in front of the first line.
        rest: Put in front of each further line.
    """
    lines: list[str] = []
    lead = first
    for paragraph in re.split(r"\n[ \t]*\n", text.strip()):
        if lines:
            lines.append("")
        if any(_KEPT.match(line) for line in paragraph.split("\n")):
            kept = paragraph.split("\n")
            lines += [(lead if not i else rest) + line for i, line in enumerate(kept)]
        else:
            lines += textwrap.wrap(
                " ".join(paragraph.split()),
                max(width, len(rest) + 20),
                initial_indent=lead,
                subsequent_indent=rest,
                break_long_words=False,
                break_on_hyphens=False,
            ) or [lead.rstrip()]
        lead = rest
    return [line.rstrip() for line in lines]
