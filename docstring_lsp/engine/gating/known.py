"""What may be named: takes a request, gives the names, numbers and texts that stand in it.

Beside the definition's own source, facts and context, a name may be Python's: a built-in, a
keyword, a module of the standard library. Pure; imports nothing of what it names.
"""

from __future__ import annotations

import builtins
import collections
import collections.abc
import contextlib
import keyword
import re
import sys
import types
import typing
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from docstring_lsp.providers.base import Request
from docstring_lsp.source.facts import ClassFacts, FunctionFacts, to_json

NAME = re.compile(r"[^\W\d]\w*")
NUMBER = re.compile(
    r"0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|"
    r"(?:\d[\d_]*)?\.?\d[\d_]*(?:[eE][-+]?\d+)?"
)
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\dA-Za-z_]+")
_MOST_WORDS = 12
_SIGNAL = re.compile(r"[A-Z]\w*(?:Error|Exception|Warning)")
_RAISED = re.compile(r"\braise[ \t]+([\w.]+)")


@dataclass(frozen=True, slots=True)
class Known:
    """What a request names.

    Attributes:
        text: Its source, facts and context in one.
        names: Every word of it.
        folded: The same in lower case and without underscores, for a name written in prose.
        numbers: The values of its numbers.
        raised: The last names of the exceptions and warnings that leave the definition, or are
            raised anywhere in it; None where it cannot be told, as for a module.
        counts: How many methods, classes and the like it has.
        own: The words of the definition's own name, folded.
        subject: The same of the parameter, attribute or exception that is just described.
    """

    text: str
    names: frozenset[str]
    folded: frozenset[str]
    numbers: frozenset[float]
    raised: frozenset[str] | None
    counts: frozenset[float] = frozenset()
    own: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()

    def about(self, name: str) -> Known:
        """Return the same for what is said of one parameter, attribute or exception."""
        return replace(self, subject=frozenset(_runs(name))) if name else self

    def names_it(self, name: str) -> bool:
        """Return whether a name stands in the request, or is Python's own."""
        if name in self.names or name in pythons():
            return True
        plain = _folded(name)
        return plain in self.own or plain in self.subject

    def means_it(self, word: str) -> bool:
        """Return whether a word stands in the request in whatever spelling, or in the plural."""
        plain = _folded(word)
        return any(form in self.folded for form in (plain, plain.removesuffix("s")))


def known(request: Request) -> Known:
    """Return what a request names."""
    texts = list(_texts(request))
    text = "\n".join(texts)
    names = frozenset(NAME.findall(text))
    return Known(
        text=text,
        names=names,
        folded=frozenset(map(_folded, names)),
        numbers=frozenset(values(text)),
        counts=frozenset(_counts(request)),
        raised=_raised(request),
        own=frozenset(_own_words(request)),
    )


def values(text: str) -> Iterator[float]:
    """Yield the values of a text's numbers, signs passed over."""
    for found in NUMBER.finditer(text):
        value = value_of(found[0])
        if value is not None:
            yield value


def value_of(number: str) -> float | None:
    """Return the value of a number as written, or None if it has none."""
    with contextlib.suppress(ValueError, OverflowError):
        return float(int(number, 0))
    with contextlib.suppress(ValueError, OverflowError):
        return float(number)
    return None


@lru_cache(maxsize=1)
def pythons() -> frozenset[str]:
    """Return the names that everybody who reads Python knows, exceptions left out."""
    offered = (
        vars(typing),
        vars(types),
        vars(contextlib),
        vars(collections),
        vars(collections.abc),
    )
    shared = {name for module in offered for name in module if not name.startswith("_")}
    kinds = (str, bytes, bytearray, list, tuple, dict, set, frozenset, int, float, complex, object)
    attributes = {name for kind in kinds for name in dir(kind)}
    own = {name for name in dir(builtins) if not is_exception(name)}
    return frozenset(
        {
            *own,
            *shared,
            *attributes,
            *keyword.kwlist,
            *keyword.softkwlist,
            *sys.stdlib_module_names,
            *_SPECIAL.split(),
        }
    )


def is_exception(name: str) -> bool:
    """Return whether a name is that of an exception or a warning."""
    if name in ("Exception", "Warning"):  # as a rule the English words
        return False
    return _is_signal(name) or _SIGNAL.fullmatch(name) is not None


_SPECIAL = """
self cls args kwargs Path Decimal datetime timedelta Enum IntEnum StrEnum Flag IntFlag
StringIO BytesIO
__init__ __new__ __call__ __enter__ __exit__ __aenter__ __aexit__ __await__ __aiter__ __anext__
__iter__ __next__ __get__ __set__ __delete__ __set_name__ __getattr__ __setattr__ __delattr__
__getitem__ __setitem__ __delitem__ __missing__ __contains__ __len__ __bool__ __index__ __hash__
__del__ __copy__ __deepcopy__ __reduce__ __getstate__ __setstate__ __slots__ __dict__ __class__
__all__ __file__ __main__ __name__ __module__ __qualname__ __doc__ __annotations__ __wrapped__
__init_subclass__ __class_getitem__ __post_init__ __fspath__ __path__ __version__ __repr__ __str__
__cause__ __context__ __traceback__ __import__ __builtins__ __debug__ __spec__ __loader__
"""


def _is_signal(name: str) -> bool:
    found = getattr(builtins, name, None)
    return isinstance(found, type) and issubclass(found, BaseException)


def _texts(request: Request) -> Iterator[str]:
    yield request.source
    if request.facts is not None:
        yield from _strings(to_json(request.facts))
    for block in request.context:
        yield block.name
        if block.kind != "sibling":  # what another definition says is true of that one
            yield block.text


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)


def _own_words(request: Request) -> Iterator[str]:
    facts = request.facts
    owner = getattr(facts, "owner", None)
    for name in (getattr(facts, "name", None), owner and owner.name):
        if name:
            yield from _runs(name)


def _runs(name: str) -> Iterator[str]:
    """Yield what stands together in a name, folded: ``get_vc2015`` of ``test_get_vc2015``."""
    words = [found.span() for found in _WORDS.finditer(name)][:_MOST_WORDS]
    for index, (start, _) in enumerate(words):
        for _, end in words[index:]:
            yield _folded(name[start:end])


def _counts(request: Request) -> Iterator[float]:
    """Yield how many methods, parameters, classes and the like the definition has."""
    for name in getattr(request.facts, "__slots__", ()):
        value = getattr(request.facts, name)
        if isinstance(value, tuple):
            yield len(value)
            yield sum(not str(getattr(item, "name", item)).startswith("_") for item in value)


def _folded(word: str) -> str:
    return word.replace("_", "").lower()


def _raised(request: Request) -> frozenset[str] | None:
    facts = request.facts
    if not isinstance(facts, (FunctionFacts, ClassFacts)):
        return None
    told = [*(r.exception for r in facts.raises), *(w.category for w in facts.warns)]
    told += _RAISED.findall(request.source)
    for block in request.context:
        if block.kind in ("callee", "class"):
            told += NAME.findall(block.text)
    return frozenset(name.rpartition(".")[2] for name in told)
