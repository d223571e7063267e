"""Where a document comes from: a comment at its end, which a renewal of the same leaves alone."""

from __future__ import annotations

import re

from docstring_lsp.deliverables.model import Written

_LINE = re.compile(r"\n*<!-- Made by docstring-lsp:[^\n]*-->\n?\Z")


def signed(name: str, written: Written, *, date: str, cost: float | None = 0.0) -> str:
    """Return a document with the comment that says by whom and when it was made.

    Args:
        name: The deliverable's name.
        written: The document.
        date: When, as ``2026-11-21``.
        cost: In US dollars; None where no price is known.
    """
    usage = written.usage
    told = [name, f"by {written.provider}{f' {written.model}' if written.model else ''}"]
    if usage.input or usage.output:
        told.append(f"{usage.input + usage.output} tokens")
        told.append("no known price" if cost is None else f"${cost:.4f}")
    if written.doubts:
        told.append(f"not found in the project: {', '.join(written.doubts)}")
    told.append(date)
    said = "; ".join(" ".join(each.replace("--", "- -").split()) for each in told)
    return f"{bare(written.body)}\n\n<!-- Made by docstring-lsp: {said} -->\n"


def bare(document: str) -> str:
    """Return a document without that comment."""
    return _LINE.sub("", document).rstrip("\n")


def renewed(before: str, after: str) -> str:
    """Return the new document, or the old one where they say the same."""
    return before if bare(before) == bare(after) else after
