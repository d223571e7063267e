"""What a docstring that stands says otherwise than the code: parameters, for a start.

Takes a lossless tree and the facts of its definition; gives differences, each with its place in
the docstring's text. Judges names, order, stars, types and defaults; never prose.
"""

from __future__ import annotations

import re
from ast import literal_eval
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from docstring_lsp.docstring.model import SectionKind
from docstring_lsp.docstring.tree import Item, Tree
from docstring_lsp.source.facts import Parameter, ParameterKind
from docstring_lsp.source.span import Span

DriftKind = Literal["undocumented", "gone", "renamed", "order", "star", "type", "default"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """One difference.

    Attributes:
        kind: What differs.
        name: The parameter in the code; for ``gone`` the name in the docstring.
        span: Where the docstring says it; None for what it does not say.
        written: What the docstring says.
        expected: What the code says.
    """

    kind: DriftKind
    name: str
    span: Span | None = None
    written: str = ""
    expected: str = ""


@dataclass(frozen=True, slots=True)
class _Named:
    """One name of an entry."""

    name: str
    span: Span
    item: Item
    stars: str


def parameter_drift(tree: Tree, parameters: Sequence[Parameter]) -> tuple[Drift, ...]:
    """Return where a docstring's parameters differ from the code's.

    A docstring without an entry for any parameter says nothing of them, and differs in nothing.

    Args:
        tree: The docstring.
        parameters: The code's parameters, in order.
    """
    named = list(_named(tree))
    if not named:
        return ()
    known = {parameter.name: parameter for parameter in parameters}
    documented = {each.name for each in named}
    open_ended = any(p.kind is ParameterKind.VAR_KEYWORD for p in parameters)
    missing = [p for p in parameters if p.name not in documented]
    gone = [each for each in named if each.name not in known]
    if open_ended:
        gone = []  # What `**kwargs` takes may be told by its own names.
        missing = [p for p in missing if p.kind is not ParameterKind.VAR_KEYWORD]
    found: list[Drift] = []
    renamed = _renamed(named, gone, missing, parameters)
    if renamed is not None:
        old, new = renamed
        gone, missing = [], []
        found.append(
            Drift(kind="renamed", name=new.name, span=old.span, written=old.name, expected=new.name)
        )
    found += [Drift(kind="gone", name=e.name, span=e.span, written=e.name) for e in gone]
    found += [Drift(kind="undocumented", name=p.name, expected=p.label) for p in missing]
    found += _order(named, list(known))
    for each in named:
        parameter = known.get(each.name)
        if parameter is not None:
            found += _told_otherwise(tree.text, each, parameter)
    return tuple(found)


def _named(tree: Tree) -> Iterator[_Named]:
    seen: set[str] = set()
    for item in tree.items:
        if item.kind is not SectionKind.PARAMETERS or item.role != "entry":
            continue
        for span in item.names:
            written = span.of(tree.text).replace("\\", "")
            name = written.lstrip("*")
            if name not in seen:
                seen.add(name)
                yield _Named(name, span, item, written[: len(written) - len(name)])


def _renamed(
    named: Sequence[_Named],
    gone: Sequence[_Named],
    missing: Sequence[Parameter],
    parameters: Sequence[Parameter],
) -> tuple[_Named, Parameter] | None:
    """Return the one name that took another's place, if that is all that differs."""
    if len(gone) != 1 or len(missing) != 1 or len(named) != len(parameters):
        return None
    old, new = gone[0], missing[0]
    return (old, new) if named.index(old) == list(parameters).index(new) else None


def _order(named: Sequence[_Named], order: Sequence[str]) -> Iterator[Drift]:
    """Give the first parameter that stands behind one that the code has later."""
    places = [order.index(each.name) for each in named if each.name in order]
    known = [each for each in named if each.name in order]
    if len({id(each.item) for each in known}) < len(known):
        return  # Entries for several names are grouped by what is said of them.
    for before, after, each in zip(places, places[1:], known[1:], strict=False):
        if after < before:
            names = [name for name in order if name in {k.name for k in known}]
            yield Drift(
                kind="order",
                name=each.name,
                span=each.span,
                written=", ".join(k.name for k in known),
                expected=", ".join(names),
            )
            return


def _told_otherwise(text: str, each: _Named, parameter: Parameter) -> Iterator[Drift]:
    stars = parameter.label[: len(parameter.label) - len(parameter.name)]
    if each.stars and each.stars != stars:
        yield Drift(
            kind="star",
            name=parameter.name,
            span=each.span,
            written=each.span.of(text),
            expected=parameter.label,
        )
    kind, default = each.item.type, each.item.default
    if kind is not None and parameter.annotation is not None:
        written = kind.of(text)
        if not same_type(written, parameter.annotation):
            yield Drift(
                kind="type",
                name=parameter.name,
                span=kind,
                written=written,
                expected=parameter.annotation,
            )
    if default is not None and parameter.default is not None:
        written = default.of(text)
        if _says_another_value(written, parameter.default):
            yield Drift(
                kind="default",
                name=parameter.name,
                span=default,
                written=written,
                expected=parameter.default,
            )


_EXPRESSION = re.compile(r"[\w.]+(?:\[.*\])?(?:[ ]*\|[ ]*[\w.]+(?:\[.*\])?)*")
_LITERAL = re.compile(r"None|True|False|[-+]?\d[\d_.eE+-]*|(['\"]).*\1|\(\)|\[\]|\{\}")
_BUILTIN = frozenset(
    {
        *("bool", "bytes", "bytearray", "complex", "dict", "float", "frozenset", "int", "list"),
        *("memoryview", "object", "range", "set", "slice", "str", "tuple", "type"),
    }
)
_OPEN = frozenset({"Any", "Self", "object", "Unpack", "Annotated", "Literal", "T"})
_WORDS = re.compile(r"[A-Z][a-z0-9]+")
_ALIASES = {
    **{name: name.lower() for name in ("List", "Dict", "Set", "Tuple", "FrozenSet", "Type")},
    "boolean": "bool",
    "string": "str",
    "integer": "int",
    "Text": "str",
}


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


def _agree(told: str, true: str) -> bool:
    """Return whether two types are the same, or one says less: ``list`` and ``list[int]``.

    An ``int`` is a ``float`` wherever one is asked for (PEP 484).
    """
    head, bracket, inside = told.partition("[")
    other, _, within = true.partition("[")
    if head != other:
        return not bracket and (head, other) in {("int", "float"), ("float", "complex")}
    arguments, expected = _split(inside[:-1], ","), _split(within[:-1], ",")
    if len(arguments) != len(expected):
        return not (arguments and expected)
    return all(same_type(a, b) for a, b in zip(arguments, expected, strict=True))


def _may_stand_for(head: str, told: frozenset[str]) -> bool:
    """Return whether a name in an annotation may mean what is told, for all that can be seen.

    An alias, a type variable and a protocol go by names that look like those of classes.
    """
    if head in _OPEN or head.startswith("_") or "_" in head or not head[0].isupper():
        return head in _OPEN or (head not in _BUILTIN and head != "None")
    if all(member.partition("[")[0] in _BUILTIN or member == "None" for member in told):
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


def _says_another_value(written: str, default: str) -> bool:
    """Return whether two literals have different values.

    A default of None most often stands for one that is computed, and is not compared.
    """
    if not _LITERAL.fullmatch(written.strip()) or not _LITERAL.fullmatch(default):
        return False
    if default == "None":
        return False
    try:
        return bool(literal_eval(written.strip()) != literal_eval(default))
    except (ValueError, SyntaxError):
        return False
