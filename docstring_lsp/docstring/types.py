"""Types as docstrings write them, held against annotations: which agree, for all that can be seen.

Takes and gives texts of types; knows no docstring.
"""

from __future__ import annotations

import re

_EXPRESSION = re.compile(r"[\w.]+(?:\[.*\])?(?:[ ]*\|[ ]*[\w.]+(?:\[.*\])?)*")
_BUILTIN = frozenset(
    {
        *("bool", "bytes", "bytearray", "complex", "dict", "float", "frozenset", "int", "list"),
        *("memoryview", "object", "range", "set", "slice", "str", "tuple", "type"),
    }
)
_OPEN = frozenset({"Any", "Self", "object", "Unpack", "Annotated", "Literal", "T"})
_PROTOCOLS = {
    **dict.fromkeys(
        ("dict", "defaultdict", "OrderedDict", "Counter"), ("Mapping", "MutableMapping")
    ),
    "list": ("Sequence", "MutableSequence"),
    "tuple": ("Sequence",),
    "set": ("Set", "AbstractSet", "MutableSet"),
    "frozenset": ("Set", "AbstractSet"),
}
"""What each of the usual collections can be called besides ``Iterable`` and ``Collection``."""

_ABSTRACT = frozenset(
    {
        *("Callable", "Collection", "Container", "Generator", "Iterable", "Iterator"),
        *(name for names in _PROTOCOLS.values() for name in names),
    }
)
_WORDS = re.compile(r"[A-Z][a-z0-9]+")
_ALIASES = {
    **{name: name.lower() for name in ("List", "Dict", "Set", "Tuple", "FrozenSet", "Type")},
    "boolean": "bool",
    "string": "str",
    "integer": "int",
    "Text": "str",
}


def is_code(written: str) -> bool:
    """Return whether a docstring's type is spelled as an annotation, and not in words."""
    return _EXPRESSION.fullmatch(written.strip()) is not None


def same_type(written: str, annotation: str) -> bool:
    """Return whether a docstring's type agrees with an annotation, or is none to compare.

    Spelling does not count: ``Optional[int]`` is ``int | None``, ``List`` is ``list``, a name is
    the same with and without its module. ``list`` says less than ``list[int]``, and ``int`` less
    than ``int | None``, and neither says anything wrong. Prose (``list of int``, ``callable``) is
    not judged.

    Args:
        written: The docstring's.
        annotation: The code's.
    """
    plain = written.strip().strip("`").removeprefix(":class:").strip("`~")
    if not _EXPRESSION.fullmatch(plain):
        return True
    told, true = _members(plain), _members(annotation.strip("\"'"))
    if any(member[0].islower() and member.partition("[")[0] not in _BUILTIN for member in told):
        return True
    heads = {member.partition("[")[0] for member in true}
    told = frozenset(m for m in told if "[" in m or m not in heads)
    told = frozenset(m for m in told if not any(_agree(m, other) for other in true))
    return told <= true or any(_may_stand_for(head, told) for head in heads)


def says_less(written: str, annotation: str) -> bool:
    """Return whether a docstring promises a protocol that the annotated collection keeps.

    Who is handed a ``dict`` was rightly told of a ``Mapping``; who is to give one was not.

    Args:
        written: The docstring's.
        annotation: The code's.
    """
    head = annotation.strip("\"'").partition("[")[0].rpartition(".")[2]
    kept = _PROTOCOLS.get(_ALIASES.get(head, head))
    told = _plain(written.strip().strip("`"))
    return kept is not None and told in (*kept, "Collection", "Iterable")


def _agree(told: str, true: str) -> bool:
    """Return whether two types are the same, or one says less: ``list`` and ``list[int]``.

    An ``int`` is a ``float`` wherever one is asked for (PEP 484).
    """
    head, bracket, inside = told.partition("[")
    other, _, within = true.partition("[")
    if head != other:
        wider = {("int", "float"), ("float", "complex")}
        wider |= {("Number", "int"), ("Number", "float"), ("Number", "complex")}
        return not bracket and (head, other) in wider
    arguments, expected = _split(inside[:-1], ","), _split(within[:-1], ",")
    if len(arguments) != len(expected):
        return not (arguments and expected)
    return all(same_type(a, b) for a, b in zip(arguments, expected, strict=True))


def _may_stand_for(head: str, told: frozenset[str]) -> bool:
    """Return whether a name in an annotation may mean what is told, for all that can be seen.

    An alias, a type variable and a protocol go by names that look like those of classes.
    """
    if head == "None":
        return False
    if head in _OPEN or head.startswith("_") or "_" in head or not head[0].isupper():
        return head in _OPEN or head not in _BUILTIN
    heads = {member.partition("[")[0] for member in told}
    if heads <= _BUILTIN | _ABSTRACT | {"None", "Literal"}:
        return True
    words = set(_WORDS.findall(head))
    return any(words & set(_WORDS.findall(member)) for member in told) or head.isupper()


def _members(kind: str) -> frozenset[str]:
    """Return the members of a union, each in one spelling."""
    text = _plain(kind)
    found = re.fullmatch(r"(Optional|Union)\[(.*)\]", text)
    if found is not None:
        members = frozenset().union(*(_members(part) for part in _split(found[2], ",")))
        return members | {"None"} if found[1] == "Optional" else members
    parts = _split(text, "|")
    if len(parts) > 1:
        return frozenset().union(*(_members(part) for part in parts))
    return frozenset({re.sub(r"\w+", lambda match: _ALIASES.get(match[0], match[0]), text)})


def _plain(text: str) -> str:
    """Return code without blanks, modules in front of names, and one kind of quotes."""
    return re.sub(r"\b(?:\w+\.)+(?=\w)", "", re.sub(r"\s+", "", text)).replace('"', "'")


def _split(text: str, mark: str) -> list[str]:
    depth, parts = 0, [""]
    for character in text:
        depth += (character in "([{") - (character in ")]}")
        if character == mark and not depth:
            parts.append("")
        else:
            parts[-1] += character
    return [part for part in parts if part]
