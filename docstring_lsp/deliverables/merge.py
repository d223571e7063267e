"""Several documents as one: a title, a table of contents with anchors, the parts, what failed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docstring_lsp.deliverables.markup import joined, prose, slugs

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*\Z")
_FENCE = re.compile(r"[ \t]*(```+|~~~+)")
_KEEP = re.compile(r"<!--[ \t]*keep:[ \t]*([^\n]*?)[ \t]*-->")
_DEEPEST = 3


def merge(
    title: str,
    parts: Sequence[tuple[str, str]],
    *,
    failed: Sequence[tuple[str, str]] = (),
    contents: bool = True,
) -> str:
    """Return one document.

    Args:
        title: Its title.
        parts: The names of documents with their Markdown, in their order.
        failed: The titles of those that are missing, and why.
        contents: Whether it begins with a table of contents.
    """
    body = joined(*(_part(name, text, title) for name, text in parts))
    missing = joined(
        "## What is missing" if failed else "",
        "\n".join(f"- {name}: {prose(why)}" for name, why in failed),
    )
    whole = joined(body, missing)
    found = [(1, title), *((2, "Contents"),) * contents, *headings(whole)]
    anchors = slugs(text for _, text in found)
    entries = list(zip(found, anchors, strict=True))[2:]
    listing = "\n".join(
        f"{'  ' * (level - 2)}- [{_bare(text)}](#{anchor})"
        for (level, text), anchor in entries
        if level <= _DEEPEST
    )
    return joined(f"# {title}", f"## Contents\n\n{listing}" if contents else "", whole) + "\n"


def headings(markdown: str) -> list[tuple[int, str]]:
    """Return the headings of a document with their levels, those in code left out."""
    return [(len(m[1]), m[2]) for line, m in _lines(markdown) if m is not None]


def _part(name: str, markdown: str, whole: str) -> str:
    """Return a document one level deeper, its kept regions named after it.

    One that is called as the whole is, as a front page may be, is called by its own name.
    """
    first, line, rest = markdown.partition("\n")
    if first == f"# {whole}":
        markdown = f"# {name.replace('-', ' ').capitalize()}: {whole}{line}{rest}"
    lines = (f"#{line}" if m and len(m[1]) < 6 else line for line, m in _lines(markdown))
    return _KEEP.sub(rf"<!-- keep: {name}/\1 -->", "\n".join(lines).strip("\n"))


def _lines(markdown: str) -> Iterator[tuple[str, re.Match[str] | None]]:
    fence = ""
    for line in markdown.split("\n"):
        opened = _FENCE.match(line)
        if fence:
            if opened and opened[1].startswith(fence) and not line.strip(" \t`~"):
                fence = ""
            yield line, None
        elif opened:
            fence = opened[1]
            yield line, None
        else:
            yield line, _HEADING.match(line)


def _bare(text: str) -> str:
    return re.sub(r"[\[\]]", "", text)
