"""From a lossless tree to a transcript: what a docstring says, freed of its style's marks.

Knows no style by name: a tree has titled sections, fields, or neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from textwrap import dedent

from docstring_lsp.docstring.chapters import listed, section
from docstring_lsp.docstring.reading.lines import Line, lines
from docstring_lsp.docstring.reading.numpy import read as read_underlined
from docstring_lsp.docstring.reading.titled import TITLES, is_known
from docstring_lsp.docstring.transcript import (
    ADMONITIONS,
    RESULTS,
    Chapter,
    Field,
    Part,
    Passage,
    Told,
    Transcript,
)
from docstring_lsp.docstring.tree import Block, Prose, Tree

_ADMONITION = re.compile(rf"\.\. ({'|'.join(ADMONITIONS)})::[ ]*(.*)")
_RUBRIC = re.compile(r"\.\. rubric::[ ]+(\S.*)")
_FIELD = re.compile(
    r":(?P<word>[a-zA-Z][\w-]*)(?:[ ]+(?P<argument>[^:\n]+?))?:(?:[ ]+(?P<text>.*))?$"
)
_KNOWN_FIELD = re.compile(
    r":(?:(?:returns?|rtype|raises?|except|exception|yields?)\b[^:\n]*"
    r"|(?:param|parameter|arg|argument|key|keyword|type|[ic]?var|vartype)[ ]+[^:\n]+):(?=\s|$)"
)


class MixedError(ValueError):
    """The docstring is written in two styles at once."""


def transcribed(tree: Tree, *, headings: bool = False) -> Transcript:
    """Return what a docstring says.

    Args:
        tree: Its tree.
        headings: Whether sections without fields stand under headings, and not under rubrics.

    Raises:
        MixedError: If it has titled sections and the fields of another style.
    """
    titled = any(block.title is not None for block in tree.blocks)
    fielded = any(block.title is None for block in tree.blocks)
    parts: list[Part] = []
    for part in tree.parts:
        if isinstance(part, Prose):
            said = part.span.of(tree.text)
            for each in _headed(said, parts) if headings else list(_prose(said)):
                parts += _behind(each, parts, titled)
        elif part.title is None:
            parts += listed(tree, part)
        else:
            parts.append(_titled(tree, part, parts))
    texts = [part.text for part in parts if isinstance(part, Passage)]
    if (titled and fielded) or any(_has_fields(text) for text in texts):
        raise MixedError("it is written in two styles at once")
    return tuple(parts)


def _behind(part: Part, before: Sequence[Part], titled: bool) -> Iterator[Part]:
    """Give prose behind sections; where these have titles, what it has under some is one, too."""
    if not isinstance(part, Passage) or not any(isinstance(each, Chapter) for each in before):
        yield part
        return
    found = lines(part.text)
    starts = [n for n in range(len(found)) if titled and _is_title(found, n)]
    if not starts:
        yield _result(part, before)
        return
    if starts[0]:
        yield _result(Passage(_cut(part.text, found, 0, starts[0]).rstrip("\n")), before)
    for begin, end in zip(starts, [*starts[1:], len(found)], strict=True):
        said = _cut(part.text, found, begin + 1, end).strip("\n")
        yield Chapter(title=found[begin].text.rstrip(" :"), text=said)


def _is_title(found: Sequence[Line], number: int) -> bool:
    line = found[number]
    alone = not number or found[number - 1].is_blank
    more = any(not below.is_blank for below in found[number + 1 :])
    return (
        alone and more and not line.indent and not line.kept and bool(_TITLE.fullmatch(line.text))
    )


_TITLE = re.compile(r"(?:Examples?|Notes|References?|See Also|Usage)[ ]*:")
"""What stands above prose that is not indented, as a section would be."""


def _result(part: Part, before: Sequence[Part]) -> Part:
    """Return a paragraph behind sections that tells of a result in its first word as a section."""
    found = _TOLD.match(part.text) if isinstance(part, Passage) else None
    sections = [each for each in before if isinstance(each, Chapter)]
    if found is None or not sections or any(each.kind in RESULTS for each in sections):
        return part
    first, newline, more = part.text.partition("\n")
    first = first[found.end("colon") :] if found["colon"] else first
    said = f"{first}{newline}{dedent(more)}"
    return Chapter(kind=TITLES[found["title"].lower()], entries=(Told(text=said),))


_TOLD = re.compile(r"(?P<title>Returns?|Yields?)(?:(?P<colon>:[ ]+)|[ ])\S(?:.|\n(?!\n))*\Z")


def _titled(tree: Tree, block: Block, before: Sequence[Part]) -> Part:
    """Return a section; one that no style knows is a passage unless others stand before it."""
    if _is_prose(tree, block) and not any(isinstance(part, Chapter) for part in before):
        return Passage(block.span.of(tree.text).strip("\n"))
    return section(tree, block)


def _is_prose(tree: Tree, block: Block) -> bool:
    """Return whether a section is none that a style knows: every style takes it as it stands."""
    assert block.title is not None
    return not is_known(block.title.of(tree.text))


def _has_fields(text: str) -> bool:
    return any(not line.kept and _KNOWN_FIELD.match(line.text) for line in lines(text))


def _headed(text: str, before: Sequence[Part]) -> list[Part]:
    """Return prose whose sections stand under underlined headings."""
    tree = read_underlined(text, "")
    parts: list[Part] = []
    for part in tree.parts:
        if isinstance(part, Prose):
            parts += _prose(part.span.of(text))
        else:
            parts.append(_titled(tree, part, [*before, *parts]))
    return parts


def _prose(text: str) -> Iterator[Part]:
    """Give prose as passages, with the directives and fields in it that are more than that."""
    found = lines(text)
    begin = number = 0

    def passage(end: int) -> Iterator[Passage]:
        said = "\n".join(text[line.start : line.end].rstrip("\n") for line in found[begin:end])
        if said.strip():
            yield Passage(said.strip("\n"))

    while number < len(found):
        line = found[number]
        directive = (
            None if line.indent or (line.kept and number) else _ADMONITION.fullmatch(line.text)
        )
        rubric = None if line.indent else _RUBRIC.fullmatch(line.text)
        inside = number > begin and not found[number - 1].is_blank
        field = None if line.indent or line.kept or inside else _FIELD.match(line.text)
        if (
            directive is None
            and rubric is None
            and (field is None or _KNOWN_FIELD.match(line.text))
        ):
            number += 1
            continue
        yield from passage(number)
        end = number + 1
        if rubric is not None:
            while end < len(found) and not (
                not found[end].indent and _RUBRIC.match(found[end].text)
            ):
                end += 1
            yield _rubric(rubric[1], _cut(text, found, number + 1, end))
        else:
            while end < len(found) and (found[end].is_blank or found[end].indent):
                end += 1
            rest = dedent(_cut(text, found, number + 1, end)).strip("\n")
            if directive is not None:
                said = "\n".join(filter(None, [directive[2], rest]))
                yield Chapter(title=ADMONITIONS[directive[1]], text=said)
            elif field is not None:
                said = "\n".join(filter(None, [field["text"] or "", rest]))
                yield Field(field["word"], field["argument"] or "", said)
        begin = number = end
    yield from passage(len(found))


def _cut(text: str, found: Sequence[Line], begin: int, end: int) -> str:
    return "".join(text[line.start : line.end] for line in found[begin:end])


def _rubric(title: str, text: str) -> Chapter:
    """Return a section that a style without titles holds under a rubric, in NumPy's form."""
    rule = "-" * max(len(title), 3)
    tree = read_underlined(f"{title}\n{rule}\n{text.strip(chr(10))}", "")
    blocks = tree.blocks
    if len(blocks) == 1 and blocks[0].span.start == 0:
        return section(tree, blocks[0])
    return Chapter(title=title, text=text.strip("\n"))
