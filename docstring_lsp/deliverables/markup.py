"""Pieces of Markdown: plain texts in, marked ones out that say the same on every page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from docstring_lsp.deliverables.evidence.model import Quote
from docstring_lsp.deliverables.evidence.pages import plain

_CODE = re.compile(r"(`+)(.+?)\1", re.DOTALL)
_SPECIAL = re.compile(r"([\\*_<>\[\]|`#])")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z`\"'(])")
_TITLE = re.compile(r"(?:([=~\-^\"'#*+])\1{2,}\s*\n)?\s*(\S.*)\n([=~\-^\"'#*+])\3{2,}\s*(?:\n|\Z)")
_LIST = re.compile(r"\n\s*(?:[-*+•]|\d{1,2}[.)])\s+")
_LONGEST = 240


def code(text: str) -> str:
    """Return a text as code inside a line."""
    folded = " ".join(text.split())
    fence = "``" if "`" in folded else "`"
    room = " " if "`" in folded else ""
    return f"{fence}{room}{folded}{room}{fence}" if folded else ""


def prose(text: str) -> str:
    """Return words of a docstring or a page as one paragraph; what is code in them stays so."""
    said, parts, at = plain(text), [], 0
    for match in _CODE.finditer(said):
        parts += [literal(said[at : match.start()]), code(match[2])]
        at = match.end()
    return "".join([*parts, literal(said[at:])])


def literal(text: str) -> str:
    """Return a text that says the same as Markdown."""
    return re.sub(r"(?<=\w)\\_(?=\w)", "_", _SPECIAL.sub(r"\\\1", text))


def summary(docstring: str) -> str:
    """Return the first sentence of a docstring, marked; empty where it has none."""
    first = _SENTENCE.split(opening(docstring))[0].split(" .. ")[0]
    if len(first) > _LONGEST:
        first = f"{first[:_LONGEST].rpartition(' ')[0].rstrip(',;:')} …"
    return prose(first)


def opening(docstring: str) -> str:
    """Return the first paragraph of a docstring on one line, not its title, a list or fields."""
    paragraphs = [each.strip() for each in docstring.strip().split("\n\n")]
    titled = _TITLE.match(paragraphs[0])
    if titled:
        below = paragraphs[0][titled.end() :].strip()
        paragraphs[:1] = [below] if below else []
    paragraph = (paragraphs or [titled[2] if titled else ""])[0]
    if paragraph.startswith((":param", ".. ", ">>>", "Args:", "@param")):
        return ""
    said = _LIST.split(paragraph)[0]
    return " ".join(said.split())


def block(text: str, language: str = "") -> str:
    """Return a text as a block of code."""
    longest = max((len(run) for run in re.findall(r"`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table without the columns that no row fills; empty where it would have no rows."""
    found = list(rows)
    if not found:
        return ""
    filled = [at for at in range(len(head)) if not at or any(row[at].strip() for row in found)]
    kept = [[row[at] for at in filled] for row in (head, ["---"] * len(head), *found)]
    return "\n".join(map(_row, kept))


def bullets(items: Iterable[str]) -> str:
    """Return a list."""
    return "\n".join(f"- {item}" for item in items)


def quoted(quotes: Iterable[Quote]) -> str:
    """Return words of the project as quotations, each with its place."""
    return "\n\n".join(f"> {prose(q.text)}\n>\n> — {code(q.source)}" for q in quotes)


def joined(*parts: str) -> str:
    """Return paragraphs one below the other, empty ones left out."""
    return "\n\n".join(part for part in parts if part)


def count(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {plural or noun + 's'}"


def listed(words: Sequence[str]) -> str:
    """Return words with commas and ``and``."""
    if len(words) < 3:
        return " and ".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def slugs(titles: Iterable[str]) -> list[str]:
    """Return the anchors that headings get on the pages that show Markdown, each its own."""
    given: dict[str, int] = {}
    found = []
    for title in titles:
        bare = re.sub(r"[`*\\]", "", title).strip().lower()
        slug = re.sub(r"[^\w\- ]", "", bare).replace(" ", "-")
        number = given.get(slug, -1) + 1
        given[slug] = number
        found.append(f"{slug}-{number}" if number else slug)
    return found


def _row(cells: Sequence[str]) -> str:
    told = (re.sub(r"(?<!\\)\|", r"\\|", " ".join(cell.split())) for cell in cells)
    return f"| {' | '.join(told)} |"
