"""Messages: takes the call that makes an exception, gives its literal message.

The parts that are not literal stand in braces: ``no key {name}``.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping, Sequence

import libcst as cst

from docstring_lsp.source.extraction.code import condition, dotted

Lookup = Callable[[str], Sequence[cst.BaseExpression]]
"""From a local name to the expressions last assigned to it."""

_KEYWORDS = ("message", "msg", "detail", "reason", "description", "text", "error")
_TRANSLATORS = frozenset({"_", "gettext", "gettext_lazy", "ugettext", "ugettext_lazy", "N_"})
_CLEANERS = frozenset({"dedent", "textwrap.dedent", "inspect.cleandoc", "cleandoc"})
_WRAPPERS = frozenset({"str", "repr"})
_MOST = 8
"""How many names and nestings are followed to a literal."""


def message_of(call: cst.Call, lookup: Lookup) -> str | None:
    """Return the literal message among a call's arguments, or None."""
    positional = [a.value for a in call.args if a.keyword is None and not a.star]
    keywords = {a.keyword.value: a.value for a in call.args if a.keyword is not None}
    candidates = positional + [keywords[name] for name in _KEYWORDS if name in keywords]
    for node in candidates:
        text = literal_message(node, lookup)
        if text is not None:
            return text
    return None


def literal_message(node: cst.BaseExpression, lookup: Lookup) -> str | None:
    """Return the text of an expression that is, or builds on, a string literal."""
    text = _text(node, lookup, _MOST)
    if text is None:
        return None
    text = " ".join(text.split())
    # What has no letter outside braces says nothing that could be told.
    return text if _LETTER.search(_BRACES.sub("", text)) else None


_BRACES = re.compile(r"\{[^{}]*\}")
_LETTER = re.compile(r"\w")


def _text(node: cst.BaseExpression, lookup: Lookup, depth: int) -> str | None:
    reader = _READERS.get(type(node))
    return reader(node, lookup, depth - 1) if reader is not None and depth > 0 else None


def _part(node: cst.BaseExpression, lookup: Lookup, depth: int) -> str:
    """Return the text of a literal part, or what stands for one that is not."""
    found = _text(node, lookup, depth) if not isinstance(node, cst.Name) else None
    return found if found is not None else _braced(node)


def _braced(node: cst.BaseExpression) -> str:
    if isinstance(node, cst.Call) and dotted(node.func) in _WRAPPERS and len(node.args) == 1:
        node = node.args[0].value
    return "{" + condition(node).replace("{", "(").replace("}", ")") + "}"


def _simple(node: cst.SimpleString, _lookup: Lookup, _depth: int) -> str | None:
    return _evaluated(node.value) if "b" not in node.prefix else None


def _concatenated(node: cst.ConcatenatedString, lookup: Lookup, _depth: int) -> str | None:
    pieces: list[str] = []
    rest: cst.BaseExpression = node
    while isinstance(rest, cst.ConcatenatedString):
        pieces.append(_text(rest.left, lookup, _MOST) or "")
        rest = rest.right
    pieces.append(_text(rest, lookup, _MOST) or "")
    return "".join(pieces)


def _formatted(node: cst.FormattedString, _lookup: Lookup, _depth: int) -> str | None:
    opening = node.start.replace("f", "").replace("F", "")
    out = []
    for part in node.parts:
        if isinstance(part, cst.FormattedStringText):
            text = _evaluated(opening + part.value + node.end)
            out.append((text or "").replace("{{", "{").replace("}}", "}"))
        elif isinstance(part, cst.FormattedStringExpression):
            out.append(_braced(part.expression))
    return "".join(out)


def _evaluated(literal: str) -> str | None:
    if "\\" not in literal:
        body = literal.lstrip("rRuU")
        width = 3 if body[:3] in ('"""', "'''") and len(body) >= 6 else 1
        return body[width:-width]
    try:
        found = ast.literal_eval(literal)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None
    return found if isinstance(found, str) else None


def _binary(node: cst.BinaryOperation, lookup: Lookup, depth: int) -> str | None:
    if isinstance(node.operator, cst.Modulo):
        template = _text(node.left, lookup, depth)
        return None if template is None else _percent(template, node.right)
    if not isinstance(node.operator, cst.Add):
        return None
    left, right = _text(node.left, lookup, depth), _text(node.right, lookup, depth)
    if left is None and right is None:
        return None
    return (left if left is not None else _braced(node.left)) + (
        right if right is not None else _part(node.right, lookup, depth)
    )


_PERCENT = re.compile(
    r"%(?:\((?P<key>[^)]*)\))?[#0\- +]*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?P<type>[a-zA-Z%])"
)


def _percent(template: str, right: cst.BaseExpression) -> str:
    values = [e.value for e in right.elements] if isinstance(right, cst.Tuple) else [right]
    rest = iter(values)

    def fill(match: re.Match[str]) -> str:
        if match["type"] == "%":
            return "%"
        if match["key"] is not None:
            return "{" + match["key"] + "}"
        node = next(rest, None)
        return "{…}" if node is None else _braced(node)

    return _PERCENT.sub(fill, template)


_FIELD = re.compile(r"\{\{|\}\}|\{(?P<name>[^{}:!]*)(?:![rsa])?(?::(?:[^{}]|\{[^{}]*\})*)?\}")


def _format(call: cst.Call, template: str) -> str:
    positional = [a.value for a in call.args if a.keyword is None and not a.star]
    keywords = {a.keyword.value: a.value for a in call.args if a.keyword is not None}
    counter = iter(range(len(positional)))

    def fill(match: re.Match[str]) -> str:
        if match["name"] is None:
            return match.group()[0]
        head = re.match(r"[^.\[]*", match["name"])
        first = head.group() if head else ""
        rest = match["name"][len(first) :]
        index = int(first) if first.isdecimal() else next(counter, -1) if not first else -1
        node = positional[index] if 0 <= index < len(positional) else keywords.get(first)
        inner = (_braced(node)[1:-1] if node is not None else first) + rest
        return "{" + (inner or "…") + "}"

    return _FIELD.sub(fill, template)


def _call(node: cst.Call, lookup: Lookup, depth: int) -> str | None:
    name = dotted(node.func)
    if name in _TRANSLATORS or name in _CLEANERS:
        return _text(node.args[0].value, lookup, depth) if node.args else None
    if isinstance(node.func, cst.Attribute) and node.func.attr.value == "format":
        template = _text(node.func.value, lookup, depth)
        return None if template is None else _format(node, template)
    return None


def _name(node: cst.Name, lookup: Lookup, depth: int) -> str | None:
    values = lookup(node.value)
    return _text(values[0], lookup, depth) if len(values) == 1 else None


_READERS: Mapping[type, Callable[..., str | None]] = {
    cst.SimpleString: _simple,
    cst.ConcatenatedString: _concatenated,
    cst.FormattedString: _formatted,
    cst.BinaryOperation: _binary,
    cst.Call: _call,
    cst.Name: _name,
}
