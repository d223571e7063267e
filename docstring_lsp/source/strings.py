"""Where a string really ends: nested f-strings, and strings that somebody forgot to close.

Takes what the tokens say of a string and doubts it; must not know what a definition is.

A triple quote without its partner turns all that follows inside out: code becomes text and
text code, down to the end of the file. It is found out by the line that its supposed partner
stands on, which says of most quotes whether they open a string or close one.
"""

from __future__ import annotations

import re

from docstring_lsp.source.tokens import ENDLESS, TRIPLES, line_end, line_start

_PREFIX = re.compile(r"(?<!\w)[rRbBuUfFtT]{1,2}$")
_EXPECTING = re.compile(
    r"(?:[(\[{]|[=,+%][ \t]+|\b(?:return|in|and|or|not|yield|if|else|assert)[ \t]+)\Z"
)
"""How code ends that a string comes next to."""

_MAY_EXPECT = re.compile(r"[=,:+%][ \t]*\Z")
"""How both code ends that a string comes next to, and prose that a string ends with."""

_BEHIND = re.compile(
    r"[ \t]*(?:[),\]};:#]|\.\w|[=!<>]=|\\|[%+*<>][ \t])"
    r"|[ \t]+(?:if|else|for|in|is|and|or|not|as|from)\b"
)
"""What stands behind a string."""

_MAY_BE_BEHIND = re.compile(r"[ \t]*[%+*]")
"""What may stand behind a string, or start one."""

_HEADER = re.compile(
    r"([ \t\f]*)(?:(?:(?:async[ \t]+)?def|class)\b|\))[^\r\n]*:[ \t]*(?:#[^\r\n]*)?\Z"
)
_IN_FSTRING = re.compile(r"""\{\{|\}\}|[{}()\[\]:]|\\[\s\S]|\"{3}|'{3}|["'\r\n]""")
_FORMATTED = frozenset("fFtT")
_LOOK_BACK = 16_000
"""Characters in front of a place that are searched for a string it might stand in."""

_NESTED_LIMIT = 20_000
"""Characters in which an f-string must end; one that does not is taken for unclosed."""


class Strings:
    """The strings of one text.

    Args:
        text: The text.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._failures_left = 20

    def end(self, match: re.Match[str]) -> int:
        """Return where a string ends that the tokens found.

        Args:
            match: The token; its start is the first quote.
        """
        text, kind, start, end = self._text, match.lastindex, match.start(), match.end()
        if kind in ENDLESS:
            return line_end(text, start)
        if kind in TRIPLES and _spans_lines(text, start, end) and opens(text, end - 3):
            return line_end(text, start)
        if self._failures_left and "{" in match.group() and self._is_formatted(start):
            return self._formatted_end(start, end)
        return end

    def _is_formatted(self, start: int) -> bool:
        found = _PREFIX.search(self._text[max(0, start - 3) : start])
        return found is not None and not _FORMATTED.isdisjoint(found.group())

    def _formatted_end(self, start: int, end: int) -> int:
        """Return the end of an f-string, in which, from 3.12 on, its own quotes may stand."""
        plain = self._text[start:end].replace("{{", "").replace("}}", "")
        if plain.count("{") <= plain.count("}"):
            return end
        nested_end = _nested_end(self._text, start)
        if nested_end is None:
            self._failures_left -= 1
            return end
        return nested_end


def opens(text: str, quotes: int) -> bool | None:
    """Return whether three quotes open a string; None where the lines around them do not tell.

    Args:
        text: The text.
        quotes: Where the quotes stand.
    """
    begin = line_start(text, quotes)
    before = _PREFIX.sub("", text[begin:quotes])
    behind = text[quotes + 3 : line_end(text, quotes)]
    if before.strip():
        if _EXPECTING.search(before):
            return None if _BEHIND.match(behind) else True
        return None if _MAY_EXPECT.search(before) else False
    header = _HEADER.match(_line_above(text, begin))
    if behind == "\\" or (header is not None and len(header[1]) < len(before)):
        return True
    if not behind.strip() or _MAY_BE_BEHIND.match(behind):
        return None
    return _BEHIND.match(behind) is None


def in_string(text: str, place: int) -> bool:
    """Return whether the start of a line stands in a triple-quoted string, read locally.

    The last quotes in front of it say so, unless the next ones behind it open a string too.
    """
    return _within(text, place, '"""') or _within(text, place, "'''")


def _within(text: str, place: int, quotes: str) -> bool:
    last = _rfind(text, quotes, place)
    if last < 0 or not _stands_open(text, last):
        return False
    following = text.find(quotes, place)
    return following >= 0 and not opens(text, following)


def _rfind(text: str, quotes: str, end: int) -> int:
    """Return where the last triple quotes stand that are not a short string's content."""
    start = max(0, end - _LOOK_BACK)
    last = text.rfind(quotes, start, end)
    while last > 0 and (text[last - 1] == "\\" or _is_content(text, last)):
        last = text.rfind(quotes, start, last)
    return last


def _is_content(text: str, quotes: int) -> bool:
    around = text[quotes - 1]
    return around in "\"'" and around != text[quotes] and text.startswith(around, quotes + 3)


def _stands_open(text: str, last: int, trust: int = 50) -> bool:
    """Return whether the string that quotes may open is open still where their line ends.

    Args:
        text: The text.
        last: Where the last quotes of the line stand.
        trust: How many quotes further up may be asked where these do not tell.
    """
    begin, quotes = line_start(text, last), text[last : last + 3]
    if text[begin:last].lstrip().startswith("#"):
        return False
    answer = opens(text, last)
    if answer or text.count(quotes, begin, last) % 2:
        return bool(answer)
    above = _rfind(text, quotes, begin)
    if above < 0:
        return True
    return answer is None and trust > 0 and not _stands_open(text, above, trust - 1)


def _spans_lines(text: str, start: int, end: int) -> bool:
    return text.find("\n", start, end) >= 0 or text.find("\r", start, end) >= 0


def _line_above(text: str, begin: int) -> str:
    """Return the line with code above the one that begins at a place."""
    end = begin
    while end > 0 and text[end - 1] in "\r\n \t\f":
        end -= 1
    return text[line_start(text, end) : end]


def _nested_end(text: str, start: int) -> int | None:
    """Return the end of an f-string whose fields may hold strings, or None if it has none.

    The stack holds a quote for each string that is open and a bracket for each field.
    """
    quote = text[start] * 3 if text.startswith(text[start] * 3, start) else text[start]
    stack = [quote]
    place = start + len(quote)
    while match := _IN_FSTRING.search(text, place, start + _NESTED_LIMIT):
        found, place = match.group(), match.end()
        top = stack[-1]
        if found in "\r\n":
            if len(top) == 1 and top in "\"'":
                return None
        elif top[0] in "\"'":
            if found[0] == top[0]:
                place = match.start() + (len(top) if found.startswith(top) else 1)
                if found.startswith(top):
                    stack.pop()
            elif found == "{":
                stack.append("{")
        elif found[0] in "\"'":
            stack.append(found)
        elif found in ("{{", "{", "(", "["):
            stack.extend(found)
        elif found in ("}}", "}", ")", "]"):
            place = match.start() + 1
            stack.pop()
        if not stack:
            return place
    return None
