"""Fills prose to a width: paragraphs and list items are filled, what has a layout is kept.

Takes a text, gives its lines. Knows no style: what must not stand at the start of a line is
told by a `Guard`.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from docstring_lsp.source.literal import clean

GLUE = "\ufdd0"
"""Stands for a blank at which no line is broken; becomes a blank in what is returned."""

LEAST = 20
"""The columns that are filled however deep the indentation."""

_WORD = re.compile(r"(?:``(?!`).+?``|`(?![ `])[^`]{0,120}(?<! )`|[^ `]|`)+")
_ITEM = re.compile(r"(?P<indent>[ ]*)(?P<mark>[-*+]|\d{1,3}[.)])(?:[ ]+|$)")
_FENCE = re.compile(r"[ ]*(```|~~~)")
_DOCTEST = re.compile(r"[ ]*>>>")
_TABLE = re.compile(r"={2,}(?: +={2,})+$")
_RULE = r"[-=~^+]{2}[-=~^+| ]*$"
_KEPT = re.compile(rf"[ ]{{2,}}\S|[ ]?(?:\||\.\.(?: |$)|#{{1,6}}(?: |$)|::(?: |$)|{_RULE})")
_LAYOUT = re.compile(rf"[-*+]$|\d{{1,3}}[.)]$|```|~~~|>>>|\||\.\.$|#{{1,6}}$|::$|{_RULE}")
"""A word that would give its line a layout."""


@dataclass(frozen=True, slots=True)
class Guard:
    """What a style takes for structure, so that prose does not fall into it.

    Attributes:
        word: What a line must not start with.
        line: Whether a line, given the one above it, is structure as a whole.
        escape: Gives such a word or line a form in which it is read as prose.
        deep: Whether indentation is no protection.
    """

    word: re.Pattern[str] = re.compile(r"(?!)")
    line: Callable[[str, str], bool] = lambda _above, _line: False
    escape: Callable[[str], str] = str
    deep: bool = False

    def opens(self, word: str) -> bool:
        """Return whether a line that starts with the word would be structure."""
        return self.word.match(word) is not None

    def safe(self, above: str, line: str) -> str:
        """Return a line that is read as prose: itself, or escaped."""
        text = line.lstrip(" ")
        if self.word.match(text) or self.line(above.strip(), text):
            return line[: len(line) - len(text)] + self.escape(text)
        return line


UNGUARDED = Guard()


def glued(code: str, limit: int | None = None) -> str:
    """Return code in which no line is broken.

    Args:
        code: A slice of code, on one line.
        limit: If it is longer, lines may be broken inside its brackets, but in no string.
    """
    if limit is None or len(code) <= limit:
        return code.replace(" ", GLUE)
    depth = 0
    pieces = []
    for piece in _PIECE.findall(code):
        depth += (piece in "([{") - (piece in ")]}") if len(piece) == 1 else 0
        pieces.append(piece if depth else piece.replace(" ", GLUE))
        if depth and piece[0] in "\"'":
            pieces[-1] = piece.replace(" ", GLUE)
    return "".join(pieces)


_PIECE = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|.""", re.DOTALL)


def fill(
    text: str,
    width: int,
    first: str = "",
    rest: str = "",
    *,
    guard: Guard = UNGUARDED,
    above: str = "",
) -> list[str]:
    """Return the lines of a text, at most ``width`` columns wide.

    Inline code, URLs and what is glued are not broken, even where they are wider. Lists are
    filled an item at a time; doctests, fences, tables, directives and what is indented stay
    as they are. Filling what was filled changes nothing.

    Args:
        text: Paragraphs divided by empty lines.
        width: Columns; a longer word stands alone.
        first: Put in front of the first line; may hold text.
        rest: Put in front of each further line.
        guard: What must not stand at the start of a line.
        above: The line that will stand above these.
    """
    room = max(width - len(rest), LEAST)
    lines: list[str] = []
    for kind, block in _blocks(_normalized(text)):
        headed = not lines and bool(first.strip())
        if headed and kind != "paragraph":
            lines.append("")  # a layout starts on a line of its own
            headed = False
        taken = len(first) - len(rest) if headed else None
        for number, line in enumerate(_laid_out(kind, block, room, taken, guard)):
            guarded = kind in _FLOWING or guard.deep or not (rest or line.startswith(" "))
            if guarded and not (headed and number == 0):
                lines.append(guard.safe(lines[-1] if lines else above, line))
            else:
                lines.append(line)
    return [
        ((rest if number else first) + line.replace(GLUE, " ")).rstrip()
        for number, line in enumerate(lines or [""])
    ]


def ends_in_prose(text: str) -> bool:
    """Return whether a sentence can be appended to a text: it does not end in a layout."""
    last = ""
    for kind, _ in _blocks(_normalized(text)):
        last = kind
    return last in ("", "paragraph")


def _normalized(text: str) -> str:
    lines = _NEWLINE.split(text.expandtabs())
    return textwrap.dedent("\n".join(map(_cleaned, lines))).strip(" \n")


_NEWLINE = re.compile(r"\r\n?|\n")


def _cleaned(line: str) -> str:
    """Return a line without what no docstring may hold, so that nothing hides behind it."""
    if line.replace(GLUE, "").isprintable():
        return line.rstrip()
    start = len(line) - len(line.lstrip(" "))
    return line[:start] + clean(line)


def _blocks(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the blocks of a text, each with its kind; an empty line is a block."""
    lines = text.split("\n") if text else []
    place = 0
    before = ""
    while place < len(lines):
        kind = _kind(lines[place])
        end = _end(lines, place, kind)
        if {before, kind} == {"paragraph", "item"}:
            yield "empty", [""]  # reStructuredText sees no list without it
        if kind != "empty" or before != "empty":
            yield kind, lines[place:end]
        before, place = kind, end


def _kind(line: str) -> str:
    if not line:
        return "empty"
    return next((kind for kind, start in _STARTS if start.match(line)), "paragraph")


_STARTS = (
    ("fence", _FENCE),
    ("doctest", _DOCTEST),
    ("table", _TABLE),
    ("item", _ITEM),
    ("kept", _KEPT),
)


def _end(lines: list[str], start: int, kind: str) -> int:
    """Return where the block that starts at a line ends."""
    following = range(start + 1, len(lines))
    if kind == "fence":
        mark = lines[start].lstrip()[:3]
        return next((i + 1 for i in following if lines[i].strip().startswith(mark)), len(lines))
    if kind in ("doctest", "table"):
        return next((i for i in following if not lines[i]), len(lines))
    if kind == "item":
        ends = ("empty", "item", "fence", "doctest", "table")
        return next((i for i in following if _kind(lines[i]) in ends), len(lines))
    if kind == "paragraph":
        return next((i for i in following if _kind(lines[i]) != "paragraph"), len(lines))
    return start + 1


def _laid_out(kind: str, block: list[str], room: int, taken: int | None, guard: Guard) -> list[str]:
    """Return the lines of a block; ``taken`` columns of the first hold a head, if any does."""
    if kind == "paragraph":
        words = _WORD.findall(" ".join(block))
        if taken is None and words and guard.opens(" ".join(words[:2])):
            words[0] = guard.escape(words[0])
        return _filled(words, room, taken or 0, guard)
    if kind != "item":
        return block
    match = _ITEM.match(block[0])
    assert match is not None
    head = f"{match['indent']}{match['mark']} "
    words = _WORD.findall(" ".join([block[0][match.end() :], *block[1:]]))
    lines = _filled(words, max(room - len(head), LEAST), 0, guard)
    return [(" " * len(head) if number else head) + line for number, line in enumerate(lines)]


_FLOWING = ("paragraph", "item")


def _filled(words: list[str], room: int, taken: int, guard: Guard) -> list[str]:
    """Return words as lines; on the first, ``taken`` columns are not free."""
    lines: list[str] = []
    line: list[str] = []
    used = taken
    for word in words:
        if line and used + 1 + len(word) <= room:
            line.append(word)
            used += 1 + len(word)
            continue
        if not line and used + len(word) <= room:
            line, used = [word], used + len(word)
            continue
        if not line and not lines and not taken:
            line, used = [word], len(word)
            continue
        moved = _moved(line, word, guard, room)
        lines.append(" ".join(line[: len(line) - len(moved) + 1]))
        line, used = moved, len(" ".join(moved))
    return [*lines, " ".join(line)] if line or not lines else lines


def _moved(line: list[str], word: str, guard: Guard, room: int) -> list[str]:
    """Return the words that go to the next line: the one that does not fit, and some before it.

    As many as it takes for the next line to start with a word that is no structure.
    """
    moved = [word]
    if not _starts(word, guard):
        return moved
    for before in reversed(line[1:]):
        moved.insert(0, before)
        if len(" ".join(moved)) > room:
            break
        if not _starts(before, guard):
            return moved
    return [guard.escape(word) if guard.opens(word) else f"\\{word}"]


def _starts(word: str, guard: Guard) -> bool:
    return _LAYOUT.match(word) is not None or guard.opens(word)
