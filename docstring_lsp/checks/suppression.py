"""Comments that take findings back: ``# noqa: DL103`` and ``# docstring-lsp: ignore[DL103]``.

They stand on a line of the definition's header or decorators, or behind the end of its
docstring. Takes a text and its findings; gives those that stand, and what was taken back in
vain.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docstring_lsp.checks.finding import Finding
from docstring_lsp.source.definition import MODULE, Definition
from docstring_lsp.source.literal import STRING_OR_COMMENT
from docstring_lsp.source.span import Span

if TYPE_CHECKING:
    from docstring_lsp.source.edit import TextEdit

UNUSED = "DL900"
CODES = {UNUSED: "suppression of nothing"}

_CODE = r"[A-Za-z]+[0-9]+"
_DIRECTIVE = re.compile(
    rf"[#][ \t]*(?:(?i:noqa)(?P<colon>[ \t]*:[ \t]*(?P<codes>{_CODE}(?:[, \t]+{_CODE})*))?"
    rf"|docstring-lsp:[ \t]*ignore(?:\[(?P<own>[^\]\r\n]*)\])?)(?![\w\[:])"
)


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment that takes findings back.

    Attributes:
        span: From its ``#`` to its end, without what else the comment says.
        codes: The codes it names, each with its place; None for all.
        is_ours: Whether no other tool reads it.
        line: Where its line starts.
    """

    span: Span
    codes: tuple[tuple[str, Span], ...] | None
    is_ours: bool
    line: int

    def names(self, code: str) -> bool:
        """Return whether it takes a code back."""
        return self.codes is None or any(name == code for name, _ in self.codes)


def mentions(text: str) -> bool:
    """Return whether a text may hold such comments; cheap, and True too often."""
    return "docstring-lsp:" in text or "noqa" in text.lower()


def standing(
    text: str,
    definitions: Iterable[Definition],
    findings: Iterable[Finding],
    codes: Collection[str],
    known: Collection[str],
) -> tuple[Finding, ...]:
    """Return the findings that no comment takes back, and one for each that does so in vain.

    Args:
        text: The file's text.
        definitions: Its definitions.
        findings: What the rules found.
        codes: The codes that were asked for; a comment that names another is not judged.
        known: The codes that there are.
    """
    suppressions = list(_suppressions(text))
    if not suppressions:
        return tuple(findings)
    by_line = {each.line: each for each in suppressions}
    of_definition = {d.anchor: _lines(text, d) for d in definitions}
    used: set[tuple[int, str]] = set()
    kept = []
    for finding in findings:
        spoken = (by_line.get(line) for line in of_definition.get(finding.anchor, ()))
        found = [each for each in spoken if each is not None and each.names(finding.code)]
        used.update((each.line, finding.code) for each in found)
        if not found:
            kept.append(finding)
    if UNUSED in codes:
        holders = {line: d for d in definitions for line in of_definition[d.anchor]}
        for each in suppressions:
            kept += _unused(each, used, codes, known, holders.get(each.line))
    return tuple(kept)


def removal(text: str, span: Span) -> TextEdit:
    """Return the edit that removes what is suppressed in vain: a code, or the whole comment.

    Args:
        text: The file's text.
        span: Where the code or the comment stands.
    """
    from docstring_lsp.source.edit import TextEdit

    for each in _suppressions(text):
        codes = each.codes or ()
        if span == each.span:
            return _cut(text, span)
        if any(place == span for _, place in codes):
            rest = [place.of(text) for _, place in codes if place != span]
            whole = Span(codes[0][1].start, codes[-1][1].end)
            return TextEdit(whole, ", ".join(rest)) if rest else _cut(text, each.span)
    return TextEdit(Span(span.start, span.start), "")


def _cut(text: str, span: Span) -> TextEdit:
    from docstring_lsp.source.edit import TextEdit

    start, end = span
    while end < len(text) and text[end] in " \t":
        end += 1
    follows = end < len(text) and text[end] not in "\r\n"
    if follows:
        return TextEdit(Span(start, end), "" if text[end] == "#" else "# ")
    while start and text[start - 1] in " \t":
        start -= 1
    return TextEdit(Span(start, end), "")


def _suppressions(text: str) -> Iterator[Suppression]:
    if not mentions(text):
        return
    for token in STRING_OR_COMMENT.finditer(text):
        if token["string"] is not None:
            continue
        for found in _DIRECTIVE.finditer(text, *token.span()):
            yield _suppression(text, found)


def _suppression(text: str, found: re.Match[str]) -> Suppression:
    group = "own" if found["own"] is not None else "codes"
    listed = found[group] or ""
    start = found.start(group)
    codes = tuple(
        (code[0].upper(), Span(start + code.start(), start + code.end()))
        for code in re.finditer(_CODE, listed)
    )
    return Suppression(
        span=Span(*found.span()),
        codes=codes or None,
        is_ours="docstring-lsp:" in found[0],
        line=_line(text, found.start()),
    )


def _line(text: str, place: int) -> int:
    return max(text.rfind("\n", 0, place), text.rfind("\r", 0, place)) + 1


def _lines(text: str, definition: Definition) -> tuple[int, ...]:
    """Return where the lines start on which a comment is meant for a definition."""
    first, last = definition.span.start, definition.header.end
    if definition.name == MODULE:
        first = last = definition.header.start
    lines = [_line(text, first)]
    lines += [m.end() for m in re.finditer(r"\r\n|\r|\n", text[first:last])]
    lines[1:] = [first + each for each in lines[1:]]
    if definition.docstring is not None:
        lines.append(_line(text, definition.docstring.end))
    return tuple(dict.fromkeys(lines))


def _unused(
    each: Suppression,
    used: Collection[tuple[int, str]],
    codes: Collection[str],
    known: Collection[str],
    holder: Definition | None,
) -> Iterator[Finding]:
    symbol = MODULE if holder is None else holder.qualname
    anchor = -1 if holder is None else holder.anchor
    if each.codes is None:
        if each.is_ours and not any(line == each.line for line, _ in used):
            message = "this comment takes nothing back: there is no finding here"
            yield Finding(UNUSED, message, each.span, symbol, anchor, "uncomment")
        return
    for code, span in each.codes:
        if code in codes and (each.line, code) not in used:
            message = f"this comment takes {code} back, of which there is no finding here"
            yield Finding(UNUSED, message, span, symbol, anchor, "uncomment")
        elif each.is_ours and code not in known:
            message = f"this comment takes {code} back, and there is no such rule"
            yield Finding(UNUSED, message, span, symbol, anchor, "uncomment")
