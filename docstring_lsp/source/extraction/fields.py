"""Fields: takes an assignment in a class body, gives what it declares for the caller.

Knows the helpers of dataclasses, attrs and pydantic: ``field``, ``attr.ib``, ``Field``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import libcst as cst

from docstring_lsp.source.extraction.code import code, dotted
from docstring_lsp.source.extraction.messages import literal_message
from docstring_lsp.source.extraction.types import literal_type

_SPECIFIERS = frozenset(
    {"field", "Field", "ib", "attrib", "Factory", "PrivateAttr", "mapped_column", "relationship"}
)
_WRAPPED = re.compile(r"(?P<head>[\w.]+)\[(?P<inner>.*)\]\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Declared:
    """What a field's value says.

    Attributes:
        default: The default as written, or None.
        implied: The type its literal implies, or None.
        init: Whether a caller may give it.
        keyword: Whether it may be given by keyword only; None where that is not said.
        alias: The name under which it is given, or None.
        annotation: The type that ``attr.ib(type=…)`` tells, or None.
        description: What the code says of it, or None.
        is_field: Whether it was made by a field's helper.
    """

    default: str | None = None
    implied: str | None = None
    init: bool = True
    keyword: bool | None = None
    alias: str | None = None
    annotation: str | None = None
    description: str | None = None
    is_field: bool = False


def declared(given: cst.BaseExpression | None) -> Declared:
    """Return what the value of a field says."""
    if given is None:
        return Declared()
    if not isinstance(given, cst.Call) or _helper(given) is None:
        return Declared(code(given), literal_type(given))
    helper = _helper(given)
    keywords = {arg.keyword.value: arg.value for arg in given.args if arg.keyword is not None}
    positional = [arg.value for arg in given.args if arg.keyword is None and not arg.star]
    if helper == "Factory":
        made = positional[0] if positional else None
        return (
            Declared(code(given)) if made is None else Declared(_made(made), _MADE.get(code(made)))
        )
    default, implied = _default(keywords, positional)
    return Declared(
        default=default,
        implied=implied,
        init=_flag(keywords.get("init"), unset=True) is not False,
        keyword=_flag(keywords.get("kw_only"), unset=None),
        alias=_string(keywords.get("alias")) if helper in ("ib", "attrib", "field") else None,
        annotation=code(keywords["type"]) if "type" in keywords else None,
        description=_string(keywords.get("description")) or _string(keywords.get("doc")),
        is_field=helper != "PrivateAttr",
    )


def annotated_description(annotation: cst.BaseExpression | None) -> str | None:
    """Return the description in ``Annotated[int, Field(description="…")]`` or ``Doc("…")``."""
    if not isinstance(annotation, cst.Subscript) or len(annotation.slice) < 2:
        return None
    if (dotted(annotation.value) or "").rpartition(".")[2] != "Annotated":
        return None
    for element in annotation.slice[1:]:
        value = element.slice.value if isinstance(element.slice, cst.Index) else None
        if not isinstance(value, cst.Call):
            continue
        name = (dotted(value.func) or "").rpartition(".")[2]
        if name == "Doc" and value.args:
            return _string(value.args[0].value)
        if name == "Field" and (described := declared(value).description):
            return described
    return None


def unwrap(annotation: str | None, *names: str) -> tuple[str | None, str | None]:
    """Return the type inside of a wrapper such as ``ClassVar[…]``, and the wrapper's name.

    Args:
        annotation: The annotation.
        names: The wrappers that are taken off.
    """
    if annotation is None:
        return None, None
    match = _WRAPPED.match(annotation)
    head = (match["head"] if match else annotation).rpartition(".")[2]
    if head not in names:
        return annotation, None
    return (match["inner"] if match else None), head


def _helper(call: cst.Call) -> str | None:
    name = dotted(call.func)
    last = name.rpartition(".")[2] if name is not None else ""
    return last if last in _SPECIFIERS else None


def _default(keywords: dict[str, Any], positional: list[Any]) -> tuple[str | None, str | None]:
    for name in ("default_factory", "factory"):
        if name in keywords:
            return _made(keywords[name]), _MADE.get(code(keywords[name]))
    value = keywords.get("default", positional[0] if positional else None)
    if value is None or isinstance(value, cst.Ellipsis):
        return None, None
    if isinstance(value, cst.Call) and _helper(value) == "Factory" and value.args:
        return _made(value.args[0].value), _MADE.get(code(value.args[0].value))
    text = code(value)
    if text.rpartition(".")[2] in ("MISSING", "NOTHING", "PydanticUndefined"):
        return None, None
    return text, literal_type(value)


_EMPTY = {"list": "[]", "dict": "{}", "tuple": "()", "str": '""', "int": "0", "float": "0.0"}
_MADE = {name: name for name in ("list", "dict", "set", "tuple", "str", "int", "frozenset")}


def _made(factory: cst.BaseExpression) -> str:
    """Return the expression that a factory stands for: ``list`` makes ``[]``."""
    if isinstance(factory, cst.Lambda):
        return code(factory.body)
    name = code(factory)
    return _EMPTY.get(name, f"{name}()")


def _flag(node: cst.BaseExpression | None, *, unset: bool | None) -> bool | None:
    if node is None:
        return unset
    return {"True": True, "False": False}.get(dotted(node) or "", unset)


def _string(node: cst.BaseExpression | None) -> str | None:
    return None if node is None else literal_message(node, lambda _: ())
