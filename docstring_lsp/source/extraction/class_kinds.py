"""What sort of class it is: takes its bases, keywords and decorators, gives a kind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docstring_lsp.source.extraction.catching import is_builtin_exception
from docstring_lsp.source.facts import ClassKind, Decorator

_ATTRS = re.compile(
    r"(?:attr\.(?:s|attrs|dataclass|define|frozen|mutable)|attrs\.(?:define|frozen|mutable)"
    r"|attrs|define|frozen|mutable)\Z"
)
_ENUM = re.compile(r"(?:\w*Enum|Flag|IntFlag|ReprEnum|TextChoices|IntegerChoices|Choices)\Z")
_EXCEPTION = re.compile(r"\w*(?:Error|Exception|Warning|ExceptionGroup)\Z")
_PYDANTIC = frozenset({"BaseModel", "BaseSettings", "GenericModel", "RootModel", "SQLModel"})
_BY_BASE: dict[str, ClassKind] = {
    "NamedTuple": "namedtuple",
    "TypedDict": "typeddict",
    "Protocol": "protocol",
    "ABC": "abstract",
}


def class_kind(
    bases: Sequence[str], keywords: Sequence[str], decorators: Sequence[Decorator]
) -> ClassKind:
    """Return what sort of class it is."""
    heads = [base.partition("[")[0].strip() for base in bases]
    last = [head.rpartition(".")[2] for head in heads]
    metaclass = next((k.partition("=")[2] for k in keywords if k.startswith("metaclass=")), "")
    if any(_ENUM.match(name) for name in last) or metaclass.endswith(("EnumMeta", "EnumType")):
        return "enum"
    if any(is_builtin_exception(name) or _EXCEPTION.match(name) for name in last):
        return "exception"
    for decorator in decorators:
        if decorator.name.rpartition(".")[2] == "dataclass" and decorator.name != "attr.dataclass":
            return "dataclass"
        if _ATTRS.match(decorator.name):
            return "attrs"
    if not _PYDANTIC.isdisjoint(last):
        return "pydantic"
    for name in last:
        if name in _BY_BASE:
            return _BY_BASE[name]
    return "abstract" if metaclass.rpartition(".")[2] == "ABCMeta" else "plain"


def field_style(kind: ClassKind, decorators: Sequence[Decorator]) -> tuple[ClassKind, str] | None:
    """Return the sort of class whose fields make its ``__init__``, and its arguments.

    An exception may be a dataclass as well. None where its body declares no fields.
    """
    if kind in ("pydantic", "namedtuple", "typeddict"):
        return kind, ""
    for decorator in decorators:
        if _ATTRS.match(decorator.name):
            return "attrs", decorator.arguments or ""
        if decorator.name.rpartition(".")[2] == "dataclass":
            return "dataclass", decorator.arguments or ""
    return None
