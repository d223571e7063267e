"""What the docstring of a method says otherwise than that of the method it overrides.

Only bases of the same file are looked at, and only what both docstrings tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from docstring_lsp.checks.staleness.difference import Difference
from docstring_lsp.checks.subject import Subject
from docstring_lsp.docstring.drift import Drift
from docstring_lsp.docstring.model import SectionKind
from docstring_lsp.docstring.tree import Tree
from docstring_lsp.docstring.types import same_type
from docstring_lsp.source.span import Span

_BASES = re.compile(r"class\s+\w+\s*(?:\[[^\]]*\])?\s*\((?P<bases>[^()]*)\)")


def overrides(
    subject: Subject, tree: Tree, by_qualname: Mapping[str, Subject]
) -> Iterator[Difference]:
    """Yield the parameters whose documented types contradict those that the base documents."""
    base = _overridden(subject, by_qualname)
    if base is None or base.tree is None:
        return
    theirs = _types(base.tree)
    for name, span in _types(tree).items():
        if name not in theirs:
            continue
        own, other = span.of(tree.text), theirs[name].of(base.tree.text)
        if not same_type(own, other) and not same_type(other, own):
            where = base.definition.qualname
            message = f"`{name}` is documented as `{own}`, but as `{other}` in `{where}`"
            drift = Drift(kind="type", name=name, span=span, written=own)
            yield Difference("DL240", message, drift, mendable=False)


def _overridden(subject: Subject, by_qualname: Mapping[str, Subject]) -> Subject | None:
    definition = subject.definition
    if not definition.in_class or definition.name == "__init__":
        return None
    outer = definition.qualname.rpartition(".")[0]
    seen, waiting = {outer}, _bases(by_qualname.get(outer))
    while waiting:
        name = waiting.pop(0)
        if name in seen:
            continue
        seen.add(name)
        found = by_qualname.get(f"{name}.{definition.name}")
        if found is not None:
            return found
        waiting += _bases(by_qualname.get(name))
    return None


def _bases(subject: Subject | None) -> list[str]:
    if subject is None:
        return []
    found = _BASES.match(subject.text, subject.definition.header.start)
    listed = found["bases"] if found is not None else ""
    return [base.split("[")[0].strip() for base in listed.split(",") if base.strip()]


def _types(tree: Tree) -> dict[str, Span]:
    found = {}
    for item in tree.items:
        span = item.type if item.role == "entry" else item.description
        if item.kind is SectionKind.PARAMETERS and span is not None and len(item.names) == 1:
            found[item.names[0].of(tree.text)] = span
    return found
