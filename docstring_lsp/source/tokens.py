"""The tokens that a scan must know: strings, comments, brackets and what starts a line.

Patterns and the numbers of their groups, nothing else; what a definition is stands in
`docstring_lsp.source.scan`.
"""

from __future__ import annotations

import re

JOINED = r"\\(?:\r\n|[\s\S])"
"""A backslash and what it hides: most often the end of a line."""


def _line_start(number: int) -> str:
    """Return the pattern of what stands at the start of a line; its groups are numbered."""
    return (
        rf"(?P<indent{number}>[ \t\f]*)(?:(?P<blank{number}>\#[^\r\n]*|(?=[\r\n])|\Z)"
        rf"|(?P<keyword{number}>(?:async(?:[ \t\f]|{JOINED})+)?def(?=[ \t\f\\])|class(?=[ \t\f\\]))"
        rf"|(?P<at{number}>@)|(?P<code{number}>))"
    )


def _string(quote: str, name: str) -> str:
    """Return the pattern of a string; no group takes part in a plain one, as most are."""
    triple = rf"[^{quote}\\]*(?:(?:\\[\s\S]|{quote}(?!{quote}{quote}))[^{quote}\\]*)*"
    single = rf"[^{quote}\\\r\n]*(?:{JOINED}[^{quote}\\\r\n]*)*"
    return (
        rf"{quote}(?:{quote}{quote}(?:{triple}{quote}{quote}{quote}(?P<triple_{name}>)"
        rf"|(?P<endless_{name}>))"
        rf"|[^{quote}\\\r\n{{]*{quote}|{single}(?:{quote}|\\?)(?P<string_{name}>))"
    )


_FLAT_STRING = r'"(?!"")[^"\\\r\n{]*"|' + r"'(?!'')[^'\\\r\n{]*'"
_PLAIN = r"""[^()\[\]{}"'\#\r\n\\]*"""
FLAT = rf"{_PLAIN}(?:(?:{_FLAT_STRING}|\({_PLAIN}\)|\[{_PLAIN}\]){_PLAIN})*"
"""What stands between brackets that close on the same line, if it is simple."""

TOKEN = re.compile(
    # Each branch starts with a literal, so that the engine looks for the next one in C.
    rf"\n{_line_start(1)}|\r(?!\n){_line_start(2)}"
    rf"|\((?:{FLAT}\)|(?P<open_round>))|\[(?:{FLAT}\]|(?P<open_square>))"
    rf"|\{{(?:{FLAT}\}}|(?P<open_curly>))"
    r"|\)(?P<close_round>)|\](?P<close_square>)|\}(?P<close_curly>)"
    rf"|{_string(chr(34), 'double')}|{_string(chr(39), 'single')}|\#[^\r\n]*|{JOINED}"
)
"""What a scan stops at. `re.Match.lastindex` tells which; it is None for what needs no thought."""

LINE_START = re.compile(_line_start(1))
"""The same as behind a newline, for the place where reading begins."""

BLANK = TOKEN.groupindex["blank1"]
KEYWORD = TOKEN.groupindex["keyword1"]
AT = TOKEN.groupindex["at1"]
CODE = TOKEN.groupindex["code1"]
LAST_LINE = TOKEN.groupindex["code2"]
LAST_OPEN = TOKEN.groupindex["open_curly"]
LAST_CLOSE = TOKEN.groupindex["close_curly"]
TRIPLES = frozenset(TOKEN.groupindex[f"triple_{name}"] for name in ("double", "single"))
ENDLESS = frozenset(TOKEN.groupindex[f"endless_{name}"] for name in ("double", "single"))
"""The numbers of the groups; what comes after `LAST_CLOSE` is a string that needs thought."""

GAP = re.compile(rf"(?:[ \t\f\r\n]+|\#[^\r\n]*|{JOINED})*")
"""White space and comments, over several lines."""

SPACE = re.compile(r"(?:[ \t\f]+|\\(?:\r\n|[\r\n]))*")
"""White space within a logical line."""

REST_OF_LINE = re.compile(r"[^\r\n]*")


def line_start(text: str, place: int) -> int:
    """Return where the line of a place starts."""
    start = text.rfind("\n", 0, place) + 1
    return max(start, text.rfind("\r", start, place) + 1)


def line_end(text: str, place: int) -> int:
    """Return where the line of a place ends."""
    found = REST_OF_LINE.match(text, place)
    return found.end() if found else place


def is_joined(text: str, start: int) -> bool:
    """Return whether a backslash joins the line that starts at a place to the one above."""
    return text[max(0, start - 3) : start].endswith(("\\\n", "\\\r", "\\\r\n"))


class _Widths(dict[str, int]):
    def __missing__(self, indent: str) -> int:
        # As the tokenizer counts: a form feed starts anew, a tab goes to the next eighth column.
        width = len(indent.rpartition("\f")[2].expandtabs(8))
        if len(self) < 1000:
            self[indent] = width
        return width


WIDTHS = _Widths()
"""The width, in columns, of white space in front of a line."""


_NO_COLON = r"""[^:()\[\]{}"'\#\r\n\\]*"""
SIMPLE_HEADER = re.compile(
    rf"(?:async[ \t]+)?(?:def|class)[ \t]+\w+[ \t]*(?:\[{FLAT}\])?(?:\({FLAT}\))?[ \t]*"
    rf"(?:->(?!{_NO_COLON}\blambda\b){_NO_COLON}(?:\[{FLAT}\]{_NO_COLON})*)?:"
)
"""A header as most are: on one line, its brackets flat."""

HEADER = re.compile(
    rf"{_string(chr(34), 'double')}|{_string(chr(39), 'single')}|\#[^\r\n]*|{JOINED}"
    r"|(?P<open>[(\[{])|(?P<close>[)\]}])|(?P<colon>:)|(?P<newline>[\r\n])|(?P<lambda>\blambda\b)"
)
"""What must be known to find the colon that ends any other header."""

STRING = re.compile(
    rf"(?P<prefix>[rRuUbBfFtT]{{0,2}})(?:{_string(chr(34), 'double')}|{_string(chr(39), 'single')})"
)
"""One string, of any kind."""
