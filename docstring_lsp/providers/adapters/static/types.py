"""Annotations in words: ``dict[str, int]`` becomes "a dictionary of strings to integers"."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from docstring_lsp.providers.adapters.static import expressions, prose, tables, words

LONGEST_PHRASE = 70


@dataclass(frozen=True, slots=True)
class Type:
    """What an annotation says.

    Attributes:
        one: One value, with its article: ``a string``; None where it cannot be said briefly.
        many: Several: ``strings``; None likewise.
        names: The plain names of the types it may be, None not included.
        optional: Whether None is among them.
    """

    one: str | None = None
    many: str | None = None
    names: frozenset[str] = frozenset()
    optional: bool = False

    @property
    def is_boolean(self) -> bool:
        """Whether it is a boolean and nothing else but None."""
        return self.names == _BOOL

    @property
    def thing(self) -> tuple[str, ...]:
        """The words of its name where it is one class that is no built-in one, else nothing."""
        if len(self.names) != 1:
            return ()
        (name,) = self.names
        plain = name[:1].isupper() and not name.isupper() and name not in _NOUNS
        custom = self.one is not None and f"{name}`" in self.one and not _is_variable(name)
        return words.split(name) if plain and custom else ()

    @property
    def has_length(self) -> bool:
        """Whether every value of it is a built-in container or string, so false if empty."""
        return bool(self.names) and self.names <= _SIZED


_BOOL = frozenset({"bool"})
_SIZED = tables.listed("""
    str bytes bytearray list tuple dict set frozenset List Tuple Dict Set FrozenSet Sequence
    MutableSequence Mapping MutableMapping AbstractSet MutableSet Collection Text OrderedDict deque
    defaultdict DefaultDict Counter
    """)

_UNKNOWN = Type()

_NOUNS = {
    "str": ("a string", "strings"), "Text": ("a string", "strings"),
    "int": ("an integer", "integers"), "float": ("a float", "floats"),
    "complex": ("a complex number", "complex numbers"), "bool": ("a boolean", "booleans"),
    "bytes": ("a byte string", "byte strings"), "bytearray": ("a byte array", "byte arrays"),
    "list": ("a list", "lists"), "List": ("a list", "lists"),
    "tuple": ("a tuple", "tuples"), "Tuple": ("a tuple", "tuples"),
    "dict": ("a dictionary", "dictionaries"), "Dict": ("a dictionary", "dictionaries"),
    "set": ("a set", "sets"), "Set": ("a set", "sets"), "AbstractSet": ("a set", "sets"),
    "frozenset": ("a frozen set", "frozen sets"), "FrozenSet": ("a frozen set", "frozen sets"),
    "type": ("a class", "classes"), "Type": ("a class", "classes"),
    "object": ("any object", "objects"), "Any": ("any value", "values"),
    "Callable": ("a callable", "callables"), "Iterable": ("an iterable", "iterables"),
    "Iterator": ("an iterator", "iterators"), "Generator": ("a generator", "generators"),
    "AsyncIterable": ("an asynchronous iterable", "asynchronous iterables"),
    "AsyncIterator": ("an asynchronous iterator", "asynchronous iterators"),
    "AsyncGenerator": ("an asynchronous generator", "asynchronous generators"),
    "Sequence": ("a sequence", "sequences"), "MutableSequence": ("a sequence", "sequences"),
    "Mapping": ("a mapping", "mappings"), "MutableMapping": ("a mapping", "mappings"),
    "Collection": ("a collection", "collections"), "Container": ("a container", "containers"),
    "Awaitable": ("an awaitable", "awaitables"), "Coroutine": ("a coroutine", "coroutines"),
    "Hashable": ("a hashable value", "hashable values"),
    "LiteralString": ("a literal string", "literal strings"),
    "None": ("None", "None values"), "Path": ("a path", "paths"),
    "deque": ("a deque", "deques"),
}  # fmt: skip

_OF_ONE = tables.listed("""
    list List set Set AbstractSet frozenset FrozenSet Iterable Iterator AsyncIterable AsyncIterator
    Sequence MutableSequence Collection deque
    """)
_OF_TWO = frozenset({"dict", "Dict", "Mapping", "MutableMapping"})
_TRANSPARENT = tables.listed(
    "Annotated Final ClassVar InitVar Required NotRequired ReadOnly Unpack TypeGuard TypeIs"
)


@lru_cache(maxsize=4096)
def describe(annotation: str | None) -> Type:
    """Return what an annotation says; nothing is known of one that cannot be read."""
    if not annotation:
        return _UNKNOWN
    node = expressions.parse(annotation)
    if node is None:
        return _UNKNOWN
    try:
        found = _read(node)
    except RecursionError:
        return _UNKNOWN
    if found.one is not None and len(found.one) > LONGEST_PHRASE:
        return Type(names=found.names, optional=found.optional)
    return found


def _read(node: ast.expr) -> Type:
    reader = _READERS.get(type(node))
    return reader(node) if reader else _UNKNOWN


def _constant(node: ast.Constant) -> Type:
    if node.value is None:
        return Type("None", "None values", optional=True)
    if isinstance(node.value, str):
        inner = expressions.parse(node.value.strip())
        return _read(inner) if inner is not None and not _is_string(inner) else _UNKNOWN
    return _UNKNOWN


def _is_string(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _name(node: ast.expr) -> Type:
    name = expressions.dotted(node)
    if name is None:
        return _UNKNOWN
    last = name.rpartition(".")[2]
    if last in ("Optional", "Union", "Literal", "Final", "ClassVar"):
        return _UNKNOWN
    if last == "Self":
        return Type("an instance of the class", "instances of the class", frozenset({last}))
    if last in _NOUNS:
        return Type(*_NOUNS[last], names=frozenset({last}))
    quoted = prose.code(name)
    if quoted is None:
        return Type(names=frozenset({last}))
    if _is_variable(last) or (last.isupper() and "_" in last.strip("_")):
        return Type(f"a value of type {quoted}", f"values of type {quoted}", frozenset({last}))
    return Type(words.with_article(quoted), f"{quoted} instances", frozenset({last}))


def _is_variable(name: str) -> bool:
    bare = name.lstrip("_")
    return (bare.isupper() and len(bare) <= 2) or (bare[-1:] == "T" and bare[-2:-1].islower())


def _subscript(node: ast.Subscript) -> Type:
    name = (expressions.dotted(node.value) or "").rpartition(".")[2]
    items = list(node.slice.elts) if isinstance(node.slice, ast.Tuple) else [node.slice]
    if name == "Optional" and len(items) == 1:
        return _union([items[0], ast.Constant(None)])
    if name == "Union":
        return _union(items)
    if name == "Literal":
        return _literal(items)
    if name in _TRANSPARENT and items:
        return _read(items[0])
    if name in ("tuple", "Tuple"):
        return _tuple(items)
    if name in ("type", "Type") and len(items) == 1:
        inner = expressions.dotted(items[0])
        quoted = prose.code(inner) if inner else None
        names = frozenset({name})
        if quoted and inner != "Any":
            return Type(f"{quoted} or a subclass of it", f"subclasses of {quoted}", names)
        return Type("a class", "classes", names)
    if name in _OF_ONE and len(items) == 1:
        return _filled(name, _read(items[0]).many)
    if name in _OF_TWO and len(items) == 2:
        key, value = _read(items[0]).many, _read(items[1]).many
        return _filled(name, f"{key} to {value}" if key and value else None)
    if name in ("Generator", "AsyncGenerator", "Awaitable", "Coroutine", "Callable"):
        return Type(*_NOUNS[name], names=frozenset({name}))
    return _name(node.value)


def _filled(name: str, content: str | None) -> Type:
    one, many = _NOUNS[name]
    if content is None or content in ("values", "objects", "values to values"):
        return Type(one, many, frozenset({name}))
    return Type(f"{one} of {content}", f"{many} of {content}", frozenset({name}))


def _tuple(items: list[ast.expr]) -> Type:
    names = frozenset({"tuple"})
    if len(items) == 2 and isinstance(items[1], ast.Constant) and items[1].value is Ellipsis:
        return _filled("tuple", _read(items[0]).many)
    parts = [_read(item).one for item in items]
    if not parts or len(parts) > 3 or any(part is None for part in parts):
        return Type("a tuple", "tuples", names)
    manys = {_read(item).many for item in items}
    many = manys.pop() if len(manys) == 1 and len(items) > 1 else None
    content = words.joined([part for part in parts if part])
    if many is not None:
        content = f"{_SMALL_NUMBERS[len(items)]} {many}"
    return Type(f"a tuple of {content}", "tuples", names)


_SMALL_NUMBERS = {2: "two", 3: "three"}


def _literal(items: list[ast.expr]) -> Type:
    values = [expressions.source(item) for item in items]
    shown = [quoted for quoted in map(prose.code, values) if quoted]
    optional = "None" in values
    kinds = frozenset(type(getattr(item, "value", item)).__name__ for item in items)
    names = _BOOL if kinds == _BOOL else frozenset({"Literal"})
    if len(shown) != len(values) or not 0 < len(shown) <= 5:
        return Type(None, None, names, optional)
    listing = words.joined(shown, "or")
    return Type(listing, f"values {listing}" if len(shown) > 1 else None, names, optional)


def _either(node: ast.BinOp) -> Type:
    if not isinstance(node.op, ast.BitOr):
        return _UNKNOWN
    members: list[ast.expr] = []
    pending: list[ast.expr] = [node]
    while pending:
        member = pending.pop()
        if isinstance(member, ast.BinOp) and isinstance(member.op, ast.BitOr):
            pending += [member.right, member.left]
        else:
            members.append(member)
    return _union(members)


def _union(items: list[ast.expr]) -> Type:
    found = [_read(item) for item in items]
    optional = any(item.optional for item in found)
    rest = [item for item in found if item.one != "None"]
    names = frozenset().union(*(item.names or {"?"} for item in rest)) if rest else frozenset()
    ones = list(dict.fromkeys(item.one for item in rest))
    if not ones or len(ones) > 3 or None in ones:
        return Type(None, None, names, optional)
    manys = list(dict.fromkeys(item.many for item in rest))
    many = (
        words.joined([m for m in manys if m], "or") if None not in manys and not optional else None
    )
    return Type(words.joined([one for one in ones if one], "or"), many, names, optional)


_READERS: dict[type[ast.expr], Callable[..., Type]] = {
    ast.Constant: _constant,
    ast.Name: _name,
    ast.Attribute: _name,
    ast.Subscript: _subscript,
    ast.BinOp: _either,
}
