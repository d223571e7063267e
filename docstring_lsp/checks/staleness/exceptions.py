"""The exceptions that a docstring tells of, held against those that leave the code.

What a callee raises reaches the caller too. So an exception is only said never to be raised
where every callee is known, and none of them raises it or documents that it does.
"""

from __future__ import annotations

import builtins
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from docstring_lsp.checks.neighbourhood import Module
from docstring_lsp.checks.staleness.difference import Difference
from docstring_lsp.checks.subject import Subject
from docstring_lsp.docstring.drift import Drift
from docstring_lsp.docstring.model import SectionKind
from docstring_lsp.docstring.tree import Tree
from docstring_lsp.source.facts import ClassFacts, FunctionFacts
from docstring_lsp.source.literal import STRING_OR_COMMENT

_HARMLESS = frozenset(
    {
        *("abs", "all", "any", "bool", "callable", "dict", "enumerate", "frozenset", "hasattr"),
        *("id", "isinstance", "issubclass", "len", "list", "object", "print", "range", "repr"),
        *("reversed", "set", "sorted", "str", "tuple", "type", "zip", "filter", "map"),
    }
)
_IMPLICIT = re.compile(
    r"[\[/%@]|\*\*|<<|>>|\b(?:await|with|for|in|import|del|assert|yield|exec|int|float)\b"
)
"""What may raise a built-in exception without saying so."""

_UNSAID = frozenset({"NotImplementedError", "NotImplemented", "CancelledError", "GeneratorExit"})
"""What says that there is no code yet, and what passes through every function."""

_ANY = frozenset({"Exception", "BaseException"})

_CLASS = re.compile(r"^[ \t]*class[ \t]+(\w+)[ \t]*\(([^()]*)\)[ \t]*:", re.MULTILINE)
_NAME = re.compile(r"[^\W\d][\w.]*")


@dataclass(frozen=True)
class Surroundings:
    """What a function's file says of exceptions.

    Attributes:
        module: The file.
        read: Gives its definitions by their names, once something asks.
    """

    module: Module
    read: Callable[[], Mapping[str, tuple[Subject, ...]]]

    @cached_property
    def subjects(self) -> Mapping[str, tuple[Subject, ...]]:
        """Its definitions by their names; several of one name are all known by it."""
        return self.read()

    def is_kind_of(self, exception: str, wanted: str) -> bool:
        """Return whether an exception is, or stands on, another one, in whatever module."""
        waiting, seen = [(exception, self.module)], set()
        while waiting:
            each, module = waiting.pop()
            name = _last(each)
            if name == wanted or _last(module.imports.get(name, name)) == wanted:
                return True
            if (name, module.content) in seen:
                continue
            seen.add((name, module.content))
            known = getattr(builtins, name, None)
            if isinstance(known, type):
                waiting += [(base.__name__, module) for base in known.__mro__[1:]]
            waiting += _bases(each, module)
        return False


def exceptions(
    subject: Subject, tree: Tree, facts: FunctionFacts | ClassFacts, around: Surroundings
) -> Iterator[Difference]:
    """Yield the exceptions that are raised and not told of, and those told of and never raised.

    Of a class, those that its constructor raises; a docstring that tells nothing of the
    constructor leaves them to it.
    """
    if isinstance(facts, ClassFacts):
        kinds = {item.kind for item in tree.items if item.role == "entry"}
        if not kinds.isdisjoint({SectionKind.PARAMETERS, SectionKind.RAISES}):
            yield from _untold(subject, tree, facts, around)
        return
    if not (facts.is_stub or facts.is_abstract or facts.is_unwritten):
        yield from _untold(subject, tree, facts, around)
        yield from _unraised(subject, tree, facts, around)


def _untold(
    subject: Subject, tree: Tree, facts: FunctionFacts | ClassFacts, around: Surroundings
) -> Iterator[Difference]:
    told = {*re.findall(r"\w+", tree.text), *_documented(tree)}
    known = [name for name in told if _is_class(name)]
    raised = {_last(each.exception): each.exception for each in reversed(facts.raises)}
    for name in dict.fromkeys(_last(each.exception) for each in facts.raises):
        # A name in the prose tells of it too; so does one of what it stands on.
        if name in _UNSAID or name.startswith("_") or not _is_class(name):
            continue  # Nor is one told of that nobody outside can name.
        if name in _ANY and re.search(rf"\braise[ \t]+{name}\b", _body(subject)) is None:
            continue  # Whatever it was is let pass, and that is none in particular.
        if not any(around.is_kind_of(raised[name], each) for each in known):
            drift = Drift(kind="undocumented", section=SectionKind.RAISES, name=raised[name])
            yield Difference("DL220", f"`{name}` is raised, but not documented", drift)


def _unraised(
    subject: Subject, tree: Tree, facts: FunctionFacts, around: Surroundings
) -> Iterator[Difference]:
    if facts.accessor is not None and len(around.subjects.get(facts.name, ())) > 1:
        return  # A getter tells of its setter, too.
    raised = [each.exception for each in facts.raises]
    for item in tree.items:
        for span in item.names if item.kind is SectionKind.RAISES else ():
            name = _last(span.of(tree.text))
            if _is_class(name) and _never(span.of(tree.text), raised, subject, facts, around):
                message = f"`{name}` is documented, but never raised"
                drift = Drift(kind="gone", section=SectionKind.RAISES, name=name, span=span)
                yield Difference("DL221", message, drift, mendable=False)


@lru_cache(maxsize=64)
def _listed(text: str) -> Mapping[str, tuple[str, ...]]:
    """Return the bases of each class of a text."""
    return {
        name: tuple(base.strip() for base in listed.split(",") if base.strip())
        for name, listed in _CLASS.findall(text)
    }


def _bases(name: str, module: Module) -> list[tuple[str, Module]]:
    """Return the bases of a class, each with the module that names it."""
    own = _listed(module.content).get(_last(name))
    if own is None:
        found = module.find(name)
        if found is None or found[1] is module:
            return []
        module = found[1]
        own = _listed(module.content).get(found[0].definition.name, ())
    return [(base, module) for base in own]


def _documented(tree: Tree) -> set[str]:
    items = (item for item in tree.items if item.kind is SectionKind.RAISES)
    return {_last(span.of(tree.text)) for item in items for span in item.names}


def _never(
    told: str, raised: list[str], subject: Subject, facts: FunctionFacts, around: Surroundings
) -> bool:
    """Return whether an exception cannot leave a function: only where all it does is known."""
    name = _last(told)
    if any(
        around.is_kind_of(each, name) or around.is_kind_of(told, _last(each)) for each in raised
    ):
        return False
    code = STRING_OR_COMMENT.sub(_code_of, _body(subject))
    if re.search(rf"\b{name}\b|\braise\b[ \t]*(?:$|[a-z_])", code, re.MULTILINE):
        return False
    if hasattr(builtins, name) and _IMPLICIT.search(code):
        return False
    return all(_cannot(name, call, subject, around) for call in facts.calls)


def _cannot(name: str, call: str, subject: Subject, around: Surroundings) -> bool:
    """Return whether a callee is known, and known not to let an exception leave."""
    if call in _HARMLESS or _is_exception(call):
        return True
    head, _, rest = call.rpartition(".")
    found = around.subjects.get(rest, ()) if head in ("", "self", "cls") else ()
    if not found and head not in ("self", "cls"):
        there = around.module.find(call)
        found = () if there is None else (there[0],)
    if not found or any(each.definition.kind != "function" for each in found):
        return False
    return all(each is subject or _is_silent(each, name) for each in found)


def _is_silent(callee: Subject, name: str) -> bool:
    """Return whether a function neither names an exception nor calls further."""
    text = callee.definition.span.of(callee.text)
    if re.search(rf"\b{name}\b", text) or callee.definition.decorators:
        return False
    facts = callee.facts
    return isinstance(facts, FunctionFacts) and set(facts.calls) <= _HARMLESS


def _is_exception(call: str) -> bool:
    """Return whether a call makes a built-in exception, which by itself raises none."""
    made = getattr(builtins, call, None)
    return isinstance(made, type) and issubclass(made, BaseException)


def _code_of(found: re.Match[str]) -> str:
    """Return what a string or a comment may do: an f-string what is in its braces, others none."""
    text = found["string"] or ""
    return text if "f" in (found["prefix"] or "").lower() else ""


def _body(subject: Subject) -> str:
    definition = subject.definition
    start = definition.docstring.end if definition.docstring else definition.body.start
    return subject.text[start : definition.body.end]


def _last(name: str) -> str:
    found = _NAME.findall(name)
    return found[-1].rpartition(".")[2] if found else name


def _is_class(name: str) -> bool:
    return name.lstrip("_")[:1].isupper()
