"""Texts for people: Markdown or reStructuredText in, its paragraphs and code with their lines out.

Pictures, badges, raw HTML and directives are left out; marks inside a sentence are taken off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docstring_lsp.deliverables.evidence.model import Block, Page

_FENCE = re.compile(r"\s*(```+|~~~+)\s*([\w.+-]*)")
_ATX = re.compile(r"#{1,6}\s+(.*?)\s*#*\s*\Z")
_RULE = re.compile(r"\s*([=\-~^\"'`#*+.:_])\1{2,}\s*\Z")
_DIRECTIVE = re.compile(r"\.\.\s")
_CODE_DIRECTIVE = re.compile(r"\.\.\s+(?:code-block|code|sourcecode|parsed-literal)::\s*(\S*)")
_ITEM = re.compile(r"\s{0,6}(?:[-*+•]|\d{1,2}[.)]|#\.)\s+(?=\S)")
_FIELD = re.compile(r":[A-Za-z][\w -]*:(?:\s|\Z)")
_REFERENCE = re.compile(r"(?<![\w`_.:/-])([A-Za-z0-9][\w.+-]*?)__?(?![\w`])")
"""reStructuredText's ``name_``; what begins with an underscore is none."""
_MARKS = {"$ ": "console", ">>> ": "pycon"}
_TABLE = re.compile(r"\s*(?:\||[=+-]{3,}(?:[ =+-])*\Z)")

_HTML = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|br|center|cite|code|dd|del|details|div|dl|dt|em|figure|font|"
    r"h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|picture|pre|q|s|samp|section|small|source|span|strong|"
    r"sub|summary|sup|table|tbody|td|th|thead|tr|tt|u|ul|var|video)\b[^>]*>",
    re.IGNORECASE,
)
_CLEANING = (
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"\[?!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])(?:\]\([^)]*\)|\]\[[^\]]*\])?"), ""),
    (_HTML, ""),
    (re.compile(r"\[([^\]]+)\](?:\([^)]*\)|\[[^\]]*\])"), r"\1"),
    (re.compile(r"(?<![\w\])`])\[([\w][^\]\n]*)\](?![(\[:\w])"), r"\1"),
    (re.compile(r":[\w:+.-]+:`~?([^`<]+?)(?:\s*<[^>]*>)?`"), r"`\1`"),
    (re.compile(r"`([^`<]+?)\s*<[^>`]+>`_{1,2}"), r"\1"),
    (re.compile(r"`([^`]+)`_{1,2}"), r"\1"),
    (re.compile(r"``([^`]+)``"), r"`\1`"),
    (re.compile(r"\|[^|\s][^|]*\|"), ""),
    # What is code keeps its underscores: `__main__` is no strong word.
    (
        re.compile(r"(`+[^`]*`+)|(\*\*|(?<!\w)__)(?=\S)(.+?)(?<=\S)\2"),
        lambda found: found[1] or found[3],
    ),
    (re.compile(r"(?<![\w*`])\*(?=[^\s*])([^*`]+?)\*(?![\w*])"), r"\1"),
    (
        re.compile(r"(`+[^`]*`+)|(?<!\w)_(?=[^\s_])([^_`]*[^\s_`])_(?!\w)"),
        lambda found: found[1] or found[2],
    ),
    (re.compile(r"&(?:nbsp|emsp|ensp);"), " "),
)


def page(path: str, text: str) -> Page:
    """Return what a text for people says.

    Args:
        path: Where it stands.
        text: The text; reStructuredText if the path says so, else Markdown.
    """
    return Page(path, tuple(_blocks(text.splitlines(), rest=path.endswith(".rst"))))


def plain(text: str) -> str:
    """Return a paragraph without its marks and pictures, its line breaks folded."""
    for pattern, instead in _CLEANING:
        text = pattern.sub(instead, text)
    return " ".join(text.split())


def _blocks(lines: list[str], *, rest: bool) -> Iterator[Block]:
    heading, at = "", 0
    while at < len(lines):
        line = lines[at]
        if not line.strip():
            at += 1
        elif not rest and (fence := _FENCE.match(line)):
            end = _closing(lines, at, fence[1])
            yield Block(
                heading=heading,
                text="\n".join(_dedented(lines[at + 1 : end])),
                line=at + 2,
                kind="code",
                language=fence[2] or _language(_dedented(lines[at + 1 : end])),
            )
            at = end + 1
        elif not rest and (found := _ATX.match(line)):
            heading, at = plain(found[1]), at + 1
        elif at + 1 < len(lines) and _RULE.match(lines[at + 1]) and _is_title(line):
            heading, at = plain(line), at + 2
        elif _RULE.match(line) or _TABLE.match(line):
            at += 1
        elif rest and _DIRECTIVE.match(line.lstrip()):
            end = _indented(lines, at + 1, len(line) - len(line.lstrip()))
            if code := _CODE_DIRECTIVE.match(line.lstrip()):
                told = [each for each in lines[at + 1 : end] if not each.strip().startswith(":")]
                yield Block(
                    heading=heading,
                    text="\n".join(_dedented(told)).strip("\n"),
                    line=at + 1,
                    kind="code",
                    language=code[1] or _language(told),
                )
            at = end
        else:
            end = _paragraph(lines, at)
            if not (rest and _FIELD.match(line)):
                yield from _prose(lines[at:end], heading, at + 1, rest=rest)
            opens = rest and lines[end - 1].rstrip().endswith("::")
            at = end
            if opens:
                stop = _indented(lines, at)
                body = "\n".join(_dedented(lines[at:stop])).strip("\n")
                shown = _language(body.split("\n"))
                yield Block(heading=heading, text=body, line=at + 2, kind="code", language=shown)
                at = stop


def _prose(lines: list[str], heading: str, line: int, *, rest: bool) -> Iterator[Block]:
    first = _ITEM.match(lines[0])
    if rest:
        lines = [_REFERENCE.sub(r"\1", line) for line in lines]
    told = "\n".join([lines[0][first.end() :] if first else lines[0], *lines[1:]])
    said = plain(told).removesuffix("::").rstrip()
    if re.search(r"\w{2}", said) and not re.match(r"\[[^\]]+\]:\s|<", told.strip()):
        yield Block(heading=heading, text=said, line=line, kind="item" if first else "prose")


def _paragraph(lines: list[str], start: int) -> int:
    at = start + 1
    while at < len(lines) and lines[at].strip():
        if _ITEM.match(lines[at]) or _FENCE.match(lines[at]) or _ATX.match(lines[at]):
            break
        at += 1
    return at


def _closing(lines: list[str], start: int, fence: str) -> int:
    for at in range(start + 1, len(lines)):
        if lines[at].strip().startswith(fence[:3]) and not lines[at].strip(" `~"):
            return at
    return len(lines)


def _indented(lines: list[str], start: int, margin: int = 0) -> int:
    at = start
    while at < len(lines) and (not lines[at].strip() or lines[at][: margin + 1].isspace()):
        at += 1
    return at


def _dedented(lines: list[str]) -> list[str]:
    from textwrap import dedent

    return dedent("\n".join(lines)).split("\n")


def _language(lines: list[str]) -> str:
    """Return what unmarked code is, by what its first line begins with."""
    first = next((line.strip() for line in lines if line.strip()), "")
    return next((name for mark, name in _MARKS.items() if first.startswith(mark)), "")


def _is_title(line: str) -> bool:
    return not line[0].isspace() and len(line) <= 100 and _ITEM.match(line) is None
