"""The attributes that a class's or module's docstring tells of, held against those it has.

A docstring that tells of none leaves them to the code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from docstring_lsp.checks.staleness.difference import Difference
from docstring_lsp.checks.subject import Subject
from docstring_lsp.checks.untruth.vocabulary import words
from docstring_lsp.docstring.drift import Drift
from docstring_lsp.docstring.entries import told_type
from docstring_lsp.docstring.model import SectionKind
from docstring_lsp.docstring.tree import Tree
from docstring_lsp.docstring.types import same_type
from docstring_lsp.source.facts import Attribute, ClassFacts
from docstring_lsp.source.scan import scan

_OWN = ("field", "class", "member")
_KNOWN_BASES = frozenset(
    {
        *("object", "ABC", "Generic", "Protocol", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag"),
        *("NamedTuple", "TypedDict", "Exception", "BaseException", "str", "int", "Struct"),
    }
)


def attributes(subject: Subject, tree: Tree, facts: ClassFacts) -> Iterator[Difference]:
    """Yield the attributes that are not told of, and those told of that there are not."""
    items = [
        item for item in tree.items if item.kind is SectionKind.ATTRIBUTES and item.role == "entry"
    ]
    if not items:
        return
    told = {span.of(tree.text).strip("`*\\"): span for item in items for span in item.names}
    elsewhere = {
        span.of(tree.text).lstrip("*\\")
        for item in tree.items
        if item.kind is SectionKind.PARAMETERS
        for span in item.names
    }
    for attribute in facts.attributes:
        name = attribute.name
        if attribute.kind not in _OWN or name.startswith("_") or attribute.comment:
            continue
        if attribute.init_only or name in told or name in elsewhere:
            continue
        if attribute.kind == "class" and name.isupper() and not any(map(str.isupper, told)):
            continue  # A constant is no state, which is what these tell of.
        if (attribute.default or "").startswith("property("):
            continue  # It has a docstring of its own.
        if not _is_mentioned(name, tree):
            drift = Drift(kind="undocumented", section=SectionKind.ATTRIBUTES, name=name)
            yield Difference("DL230", f"attribute `{name}` is not documented", drift)
    yield from _types(tree, {each.name: each for each in facts.attributes})
    if not _is_whole(facts):
        return
    definition = subject.definition
    start = definition.docstring.end if definition.docstring else definition.body.start
    words = set(re.findall(r"\w+", subject.text[start : definition.body.end]))
    if words & {"setattr", "__getattr__", "__dict__", "__getattribute__"} or facts.decorators:
        # Attributes may come from anywhere; a decorator may add some.
        words |= {"setattr"}
    for name, span in told.items():
        if "setattr" not in words and name.isidentifier() and name not in words:
            message = f"attribute `{name}` is documented, but the class has none of that name"
            drift = Drift(kind="gone", section=SectionKind.ATTRIBUTES, name=name, span=span)
            yield Difference("DL231", message, drift, mendable=False)


def _types(tree: Tree, known: Mapping[str, Attribute]) -> Iterator[Difference]:
    """Yield the attributes whose types are told otherwise than they are annotated."""
    for item in tree.items:
        if item.kind is not SectionKind.ATTRIBUTES or len(item.names) != 1:
            continue
        attribute = known.get(item.names[0].of(tree.text).strip("`"))
        told = told_type(tree.text, item)
        if attribute is None or attribute.annotation is None or told is None:
            continue
        written, true = told.of(tree.text), attribute.annotation
        if not same_type(written, true):
            message = f"attribute `{attribute.name}` is documented as `{written}`, but is `{true}`"
            yield Difference(
                "DL232",
                message,
                Drift(
                    kind="type",
                    section=SectionKind.ATTRIBUTES,
                    name=attribute.name,
                    span=told,
                    written=written,
                    expected=true,
                ),
            )


def of_module(subject: Subject, tree: Tree) -> Iterator[Difference]:
    """Yield the attributes that a module's docstring tells of and that are nowhere in its code."""
    told = {
        span.of(tree.text).strip("`*\\"): span
        for item in tree.items
        if item.kind is SectionKind.ATTRIBUTES and item.role == "entry"
        for span in item.names
    }
    if not told:
        return
    text = subject.text
    known = words(text, scan(text))
    if known & {"__getattr__", "globals", "setattr"} or re.search(r"\bimport[ \t]*\*", text):
        return
    for name, span in told.items():
        if name.isidentifier() and name not in known:
            message = f"attribute `{name}` is documented, but the module has none of that name"
            drift = Drift(kind="gone", section=SectionKind.ATTRIBUTES, name=name, span=span)
            yield Difference("DL231", message, drift, mendable=False)


def _is_mentioned(name: str, tree: Tree) -> bool:
    """Return whether the attributes' section names it in another way, as in ``a, b: int``."""
    blocks = (b for b in tree.blocks if any(i.kind is SectionKind.ATTRIBUTES for i in b.items))
    return any(re.search(rf"\b{re.escape(name)}\b", b.span.of(tree.text)) for b in blocks)


def _is_whole(facts: ClassFacts) -> bool:
    """Return whether no base that is written elsewhere can add attributes."""
    bases = (base.split("[")[0].rpartition(".")[2] for base in facts.bases)
    return all(base in _KNOWN_BASES for base in bases) and not facts.keywords
