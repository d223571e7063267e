"""Prose in parts: takes a text, gives its sentences, and puts together those that are kept.

A part is a sentence, an item of a list's sentence, or a block of lines that is no prose. Knows
nothing of what is said in them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_ITEM = re.compile(r"(?m)^[ \t]*(?:[-*+•‣]|\d{1,3}[.)])[ \t]+")
_BLOCK = re.compile(r"(?m)^[ \t]*(?:>>>|\.\. |```|~~~|\|)|::\s*\Z")
_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’)\]`*_]*(?=\s)|[。！？]+[”’」』）]*")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[\"'`])(?:e\.?g|i\.?e|a\.?k\.?a|etc|vs|cf|viz|approx|resp|incl|no|fig|sec|dr|mr|mrs|ms|st|"
    r"al|ca|ed|eds|pp?|vol|max|min|[A-Za-z])\.\Z",
    re.IGNORECASE,
)
_LEANING = re.compile(
    r"(?:this|that|these|those|otherwise|if so|if not|in (?:that|this|such a|either|both) cases?|"
    r"however|therefore|thus|hence|likewise|instead|then|for example|for instance|e\.g\.|such)\b",
    re.IGNORECASE,
)
_LONGEST = 2_000
"""Where a bracket or backtick was left open for so long, it no longer holds a text together."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a text.

    Attributes:
        text: What it says.
        paragraph: Which paragraph it stands in.
        marker: The bullet in front of it, where it opens an item of a list.
        item: Which item of the paragraph it stands in; 0 before the first bullet.
        prose: Whether it is a sentence; a doctest, a table or a literal block is not.
    """

    text: str
    paragraph: int
    marker: str = ""
    item: int = 0
    prose: bool = True


def parts(text: str) -> tuple[Part, ...]:
    """Return a text's parts, in order."""
    return tuple(_parts(text))


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a paragraph of plain prose."""
    return tuple(_sentences(text))


def keep(all_parts: tuple[Part, ...], kept: Callable[[Part], bool]) -> str:
    """Return the text without the parts that are not kept.

    What leans on a part that goes ("Otherwise, …", "This …", a list's lead-in without its list)
    goes with it: alone it would say something else.

    Args:
        all_parts: The text's parts.
        kept: Tells which are to stay.
    """
    staying = [kept(part) for part in all_parts]
    for index in range(1, len(all_parts)):
        part, before = all_parts[index], all_parts[index - 1]
        near = part.paragraph == before.paragraph and (part.item == before.item)
        if near and not staying[index - 1] and _LEANING.match(part.text):
            staying[index] = False
    for index, part in enumerate(all_parts):
        led = _led_by(all_parts, index) if part.text.endswith(":") else []
        if led and not any(staying[i] for i in led):
            staying[index] = False
    return _joined([part for part, stays in zip(all_parts, staying, strict=True) if stays])


def _parts(text: str) -> Iterator[Part]:
    text = text.replace("\r\n", "\n").strip()
    for number, paragraph in enumerate(filter(str.strip, _BLANK.split(text))):
        if _BLOCK.search(paragraph):
            yield Part(paragraph, number, prose=False)
            continue
        starts = [found.start() for found in _ITEM.finditer(paragraph)]
        lead = paragraph[: starts[0]] if starts else paragraph
        yield from (Part(sentence, number) for sentence in _sentences(lead))
        ends = [*starts[1:], len(paragraph)]
        for item, start in enumerate(starts):
            found = _ITEM.match(paragraph, start)
            assert found is not None
            marker = found[0].strip() + " "
            for sentence in _sentences(paragraph[found.end() : ends[item]]):
                yield Part(sentence, number, marker, item + 1)
                marker = ""


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for found in _END.finditer(text):
        sentence = text[start : found.end()]
        if _ends(sentence, text[found.end() : found.end() + 40].lstrip()[:1]):
            yield sentence.strip()
            start = found.end()
    if text[start:].strip():
        yield text[start:].strip()


def _ends(sentence: str, following: str) -> bool:
    if len(sentence) > _LONGEST:
        return True
    if following.islower() or _ABBREVIATION.search(sentence):
        return False
    return sentence.count("`") % 2 == 0 and sentence.count("(") <= sentence.count(")")


def _led_by(all_parts: tuple[Part, ...], index: int) -> list[int]:
    """Return the parts that a lead-in announces."""
    lead = all_parts[index]
    same = [i for i in range(index + 1, len(all_parts)) if all_parts[i].paragraph == lead.paragraph]
    if same:
        return same
    return [i for i, part in enumerate(all_parts) if part.paragraph == lead.paragraph + 1]


def _joined(staying: list[Part]) -> str:
    text = ""
    before: Part | None = None
    for part in staying:
        if before is None:
            text = part.marker + part.text
        elif part.paragraph != before.paragraph:
            text += f"\n\n{part.marker}{part.text}"
        elif part.item != before.item:
            text += f"\n{part.marker or '- '}{part.text}"
        else:
            text += f" {part.text}"
        before = part
    return text
