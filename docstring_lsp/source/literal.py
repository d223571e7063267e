"""From docstring text to the string literal that means exactly it, and back.

Takes prose, gives Python source of one string and the other way round; must not know where in
a file the literal stands beyond its indentation. Prose may come from a model or a stranger's
code, so nothing in it may end the literal early: it is cleaned, escaped, and the result is
evaluated and compared before it is handed out.
"""

from __future__ import annotations

import ast
import re
from unicodedata import category

from docstring_lsp.errors import EditRefusedError

QUOTES = '"""'

_STRING = r"""
    (?P<prefix> [rR][bBfFtT]? | [bBfFtT][rR]? | [uU] )?
    (?:
        \"{3} (?: [^"\\] | \\. | "(?!"") )* \"{3}
      | '{3}  (?: [^'\\] | \\. | '(?!'') )* '{3}
      | "     (?: [^"\\\r\n] | \\(?:\r\n|.) )* "
      | '     (?: [^'\\\r\n] | \\(?:\r\n|.) )* '
    )"""

STRING = re.compile(_STRING, re.VERBOSE | re.DOTALL)
"""One string literal with its prefix, of any kind (bytes and f-strings too)."""

STRING_OR_COMMENT = re.compile(rf"(?P<string>{_STRING})|[#][^\r\n]*", re.VERBOSE | re.DOTALL)

_NEWLINES = re.compile(r"\r\n?")
_BREAKS = "\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_JOINERS = "\u200c\u200d"
_DROPPED = frozenset({"Cc", "Cf", "Cs"})
_TO_ESCAPE = re.compile(r'\\|"{3,}|\A"|"\Z')
_WARNED_ESCAPE = re.compile(
    r"""\\(?:(?P<unknown>[^\r\n\\'"abfnrtvxNuU0-7])|(?P<octal>[4-7][0-7]{2})|.)""", re.DOTALL
)
_COOKIE = re.compile(
    r"\ufeff?(?:[ \t\f]*(?:#[^\r\n]*)?(?:\r\n?|\n))?[ \t\f]*#[^\r\n]*?coding[:=][ \t]*([-\w.]+)",
    re.ASCII,
)


def literal(
    content: str,
    *,
    indent: str = "",
    newline: str = "\n",
    prefix: str = "",
    encoding: str = "utf-8",
) -> str:
    r"""Return the literal for a docstring's text.

    Args:
        content: The text, as `clean` returns it.
        indent: What stands in front of each of its lines but the first and the empty ones.
        newline: What ends its lines.
        prefix: The prefix of the literal it replaces; kept where that is possible.
        encoding: What the file is encoded in; characters it cannot say are escaped.

    Returns:
        A literal in three double quotes, raw where the text has backslashes and a raw literal
        can say it. A text of several lines has its closing quotes on a line of their own; one
        line stays one, however long, since formatters would make it one again.

    Raises:
        EditRefusedError: If the literal does not evaluate to the text.
    """
    one_line = "\n" not in content
    raw = ("\\" in content or prefix in {"r", "R"}) and _fits_raw(content, one_line, encoding)
    written = content if raw else _escaped(content, one_line, encoding)
    lines = [line and indent + line for line in written.split("\n")]
    lines[0] = _prefix(prefix, raw) + QUOTES + written.partition("\n")[0]
    if one_line:
        lines[0] += QUOTES
    else:
        lines.append(indent + QUOTES)
    result = newline.join(lines)
    if clean(ast.literal_eval(result)) != content:
        raise EditRefusedError("the docstring's text cannot be written as a string that means it")
    return result


def clean(content: str) -> str:
    r"""Return the text without what a docstring must not hold, and without its indentation.

    Newlines become ``\n``; control, format and surrogate characters are dropped (a joiner
    between two letters outside ASCII stays, since it spells words and emoji); other line
    breaks become blanks; tabs, trailing blanks and surrounding empty lines go as
    `inspect.cleandoc` has it.
    """
    text = _NEWLINES.sub("\n", content).expandtabs()
    lines = text.split("\n")
    if not text.isascii() or any(not line.isprintable() for line in lines):
        lines = [_printable(line) for line in lines]
    # Twice, since a text that starts with an empty line has lost it after the first time.
    return cleandoc(cleandoc("\n".join(line.rstrip() for line in lines)))


def cleandoc(text: str) -> str:
    """Return a docstring's text without the indentation that its place in the code gave it.

    As `inspect.cleandoc` does, but the same on every version of Python, and lines of blanks at
    its start and end go too.
    """
    first, *others = text.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip(" ")) for line in others if line.strip()]
    margin = min(margins, default=0)
    lines = [first.lstrip(" "), *(line[margin:] for line in others)]
    while lines and not lines[-1].strip():
        lines.pop()
    while lines and not lines[0].strip():
        lines.pop(0)
    return "\n".join(lines)


def evaluate(source: str) -> str | None:
    """Return what a string expression means, or None where it is no plain string.

    Args:
        source: A literal, or several that are concatenated.
    """
    found = STRING.fullmatch(source)
    if found is not None and "\\" not in source and found["prefix"] in {None, "r", "R", "u", "U"}:
        body = source[len(found["prefix"] or "") :]
        size = 3 if body[:3] in {QUOTES, "'''"} else 1
        return _NEWLINES.sub("\n", body[size:-size])
    try:
        value = ast.literal_eval(f"({quiet(source)}\n)")
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None
    return value if isinstance(value, str) else None


def quiet(source: str) -> str:
    r"""Return source that means the same and parses without a warning for escapes like ``\d``.

    Filtering the warnings instead would change the state of every thread.
    """
    return STRING.sub(_spelled_out, source) if "\\" in source else source


def declared_encoding(text: str) -> str:
    """Return the encoding that a file's first two lines declare; UTF-8 where they do not."""
    found = _COOKIE.match(text)
    return found[1] if found is not None else "utf-8"


def encoding_declared_until(text: str) -> int:
    """Return where the declaration of the encoding ends; 0 where there is none."""
    found = _COOKIE.match(text)
    return found.end() if found is not None else 0


def _spelled_out(found: re.Match[str]) -> str:
    if "r" in (found["prefix"] or "").lower():
        return found[0]
    return _WARNED_ESCAPE.sub(_without_warning, found[0])


def _without_warning(found: re.Match[str]) -> str:
    if found["octal"]:
        return f"\\u{int(found['octal'], 8):04x}"
    return "\\" + found[0] if found["unknown"] else found[0]


def _printable(line: str) -> str:
    if line.isprintable():
        return line
    return "".join(_kept(line, place) for place in range(len(line)))


def _kept(line: str, place: int) -> str:
    character = line[place]
    if character in _BREAKS:
        return " "
    if category(character) not in _DROPPED:
        return character
    around = line[place - 1 : place] + line[place + 1 : place + 2]
    joins = character in _JOINERS and len(around) == 2 and all(c > "\x7f" for c in around)
    return character if joins and around.isprintable() else ""


def _fits_raw(content: str, one_line: bool, encoding: str) -> bool:
    if QUOTES in content or content.startswith('"') or not _encodable(content, encoding):
        return False
    return not (one_line and content.endswith(("\\", '"')))


def _escaped(content: str, one_line: bool, encoding: str) -> str:
    def escape(found: re.Match[str]) -> str:
        if not one_line and found[0] == '"' and found.end() == len(content) and found.start():
            return '"'
        return "".join("\\" + character for character in found[0])

    escaped = _TO_ESCAPE.sub(escape, content)
    if _encodable(escaped, encoding):
        return escaped
    return "".join(c if _encodable(c, encoding) else _code_point(c) for c in escaped)


def _encodable(text: str, encoding: str) -> bool:
    if text.isascii():
        return True
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    except LookupError:
        return True
    return True


def _code_point(character: str) -> str:
    number = ord(character)
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"


def _prefix(former: str, raw: bool) -> str:
    if raw:
        return former if former in {"r", "R"} else "r"
    return former if former in {"u", "U"} else ""
