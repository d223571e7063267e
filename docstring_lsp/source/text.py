"""Text: bytes to text and back, newlines, and places as editors count them.

Takes bytes or a text, gives a text or positions; must not know what Python code means, beyond
how a source file declares its encoding (PEP 263).
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate

from docstring_lsp.errors import DecodeError

_COOKIE = re.compile(rb"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
_BLANK = re.compile(rb"^[ \t\f]*(?:#.*)?$")
_WITH_NEWLINES = re.compile(r"(utf-8|latin-1|iso-8859-1|iso-latin-1)-.*")
_NEWLINE = re.compile(r"\r\n|\r|\n")


class PositionEncoding(str, Enum):
    """The units an editor counts characters in (LSP 3.17, ``PositionEncodingKind``)."""

    UTF8 = "utf-8"
    UTF16 = "utf-16"
    UTF32 = "utf-32"


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file's text and what is needed to write it back byte for byte."""

    text: str
    encoding: str = "utf-8"
    bom: bool = False


def decode(data: bytes) -> SourceText:
    """Return a file's text, newlines as they are.

    Raises:
        DecodeError: If the declared encoding is unknown, or the bytes are not text in it.
    """
    bom = data.startswith(codecs.BOM_UTF8)
    body = data[len(codecs.BOM_UTF8) :] if bom else data
    encoding = _encoding(_declared(body) or "utf-8")
    if bom and encoding != "utf-8":
        raise DecodeError(f"a UTF-8 byte-order mark, but the coding line says {encoding}")
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        line = len(_NEWLINE.findall(body[: error.start].decode("latin-1"))) + 1
        raise DecodeError(f"line {line}: not valid {encoding} ({error.reason})") from None
    if encoding != "utf-8" and text.encode(encoding) != body:
        raise DecodeError(f"its {encoding} cannot be written back as it stands")
    return SourceText(text, encoding, bom)


def encode(source: SourceText) -> bytes:
    """Return the bytes that `decode` was given, or would give this text."""
    body = source.text.encode(source.encoding)
    return codecs.BOM_UTF8 + body if source.bom else body


def newline_at(text: str, offset: int) -> str:
    r"""Return the newline to use at a place: its line's, else the file's first, else ``\n``."""
    found = _NEWLINE.search(text, offset) or _NEWLINE.search(text)
    return found.group() if found else "\n"


def _declared(body: bytes) -> str | None:
    """Return the encoding that one of the first two lines declares (PEP 263)."""
    for line in re.split(rb"\r\n|\r|\n", body[:4096], maxsplit=2)[:2]:
        cookie = _COOKIE.match(line)
        if cookie:
            return cookie.group(1).decode("ascii")
        if not _BLANK.match(line):
            return None
    return None


def _encoding(declared: str) -> str:
    """Return the codec's name for a declared encoding, spelled as Python's tokenizer takes it."""
    found = _WITH_NEWLINES.fullmatch(declared.lower().replace("_", "-"))
    name = found[1].replace("iso-latin", "latin") if found is not None else declared
    try:
        codec = codecs.lookup(name)
        reads_itself = "# coding:".encode(codec.name) == b"# coding:"
    except (LookupError, UnicodeError):
        raise DecodeError(f"unknown encoding {declared!r} in its coding line") from None
    if not reads_itself:
        raise DecodeError(f"encoding {declared!r} in its coding line is none that Python reads")
    return "utf-8" if codec.name == "utf-8-sig" else codec.name


class LineIndex:
    """The lines of a text as the LSP and Python count them: divided by LF, CRLF and CR only.

    Args:
        text: The text.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        if "\r" in text:
            self._starts = [0, *(match.end() for match in _NEWLINE.finditer(text))]
        else:
            lengths = (len(line) + 1 for line in text.split("\n"))
            self._starts = [*accumulate(lengths, initial=0)][:-1]

    @property
    def line_count(self) -> int:
        """How many lines there are; a text that ends in a newline has an empty last one."""
        return len(self._starts)

    def line_start(self, line: int) -> int:
        """Return the offset at which a line starts."""
        return self._starts[line]

    def position(
        self, offset: int, encoding: PositionEncoding = PositionEncoding.UTF32
    ) -> tuple[int, int]:
        """Return the line and the character, in the encoding's units, both from 0."""
        offset = min(max(offset, 0), len(self.text))
        line = bisect_right(self._starts, offset) - 1
        return line, _units(self.text[self._starts[line] : offset], encoding)

    def offset(
        self, line: int, character: int, encoding: PositionEncoding = PositionEncoding.UTF32
    ) -> int:
        """Return the offset of a position; past a line's end it is the end, as the LSP says."""
        if line < 0:
            return 0
        if line >= len(self._starts):
            return len(self.text)
        start = self._starts[line]
        stop = self._starts[line + 1] if line + 1 < len(self._starts) else len(self.text)
        content = self.text[start:stop].rstrip("\r\n")
        if encoding is PositionEncoding.UTF32 or content.isascii():
            return start + min(max(character, 0), len(content))
        units = 0
        for index, char in enumerate(content):
            units += _units(char, encoding)
            if units > character:
                return start + index
        return start + len(content)


def _units(text: str, encoding: PositionEncoding) -> int:
    if encoding is PositionEncoding.UTF32 or text.isascii():
        return len(text)
    if encoding is PositionEncoding.UTF16:
        return len(text) + sum(char > "\uffff" for char in text)
    return len(text.encode("utf-8", "surrogatepass"))
