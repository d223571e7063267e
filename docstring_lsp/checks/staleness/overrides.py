"""What the docstring of a method says otherwise than that of the method it overrides.

Bases are looked for in the file and in the project's other modules, and only what both
docstrings tell is held against each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from docstring_lsp.checks.neighbourhood import Module
from docstring_lsp.checks.staleness.difference import Difference
from docstring_lsp.checks.subject import Subject
from docstring_lsp.docstring.drift import Drift
from docstring_lsp.docstring.model import SectionKind
from docstring_lsp.docstring.tree import Tree
from docstring_lsp.docstring.types import same_type
from docstring_lsp.source.span import Span

_BASES = re.compile(r"class\s+\w+\s*(?:\[[^\]]*\])?\s*\((?P<bases>[^()]*)\)")


def overrides(
    subject: Subject, tree: Tree, by_qualname: Mapping[str, Subject], module: Module
) -> Iterator[Difference]:
    """Yield what has another type in the docstring than the base's docstring says.

    Args:
        subject: The definition.
        tree: Its docstring.
        by_qualname: The definitions of its file.
        module: The file, from which its bases may be imported.
    """
    ours = _types(tree)
    base = _overridden(subject, by_qualname, module) if ours else None
    if base is None or base.tree is None:
        return
    theirs = _types(base.tree)
    for name, span in ours.items():
        if name not in theirs:
            continue
        own, other = span.of(tree.text), theirs[name].of(base.tree.text)
        if not same_type(own, other) and not same_type(other, own):
            where = base.definition.qualname
            what = f"`{name}`" if name else "the result"
            message = f"{what} is documented as `{own}`, but as `{other}` in `{where}`"
            drift = Drift(kind="type", name=name, span=span, written=own)
            yield Difference("DL240", message, drift, mendable=False)


def _overridden(
    subject: Subject, by_qualname: Mapping[str, Subject], module: Module
) -> Subject | None:
    definition = subject.definition
    if not definition.in_class or definition.name == "__init__":
        return None
    outer = definition.qualname.rpartition(".")[0]
    seen = {(outer, module.content)}
    waiting = [(base, module) for base in _bases(by_qualname.get(outer))]
    while waiting:
        name, there = waiting.pop(0)
        if (name, there.content) in seen:
            continue
        seen.add((name, there.content))
        found = there.find(name)
        if found is None or found[0].definition.kind != "class":
            continue
        owner, there = found
        method = f"{owner.definition.qualname}.{definition.name}"
        if there is module and method in by_qualname:
            return by_qualname[method]
        if method in there.definitions:
            return Subject(there.content, there.definitions[method])
        waiting += [(base, there) for base in _bases(owner)]
    return None


def _bases(subject: Subject | None) -> list[str]:
    if subject is None:
        return []
    found = _BASES.match(subject.text, subject.definition.header.start)
    listed = found["bases"] if found is not None else ""
    return [base.split("[")[0].strip() for base in listed.split(",") if base.strip()]


def _types(tree: Tree) -> dict[str, Span]:
    """Return the types of the parameters by their names, and of the one result by no name."""
    found: dict[str, Span] = {}
    results: list[Span] = []
    for item in tree.items:
        span = item.type if item.role == "entry" else item.description
        if span is None:
            continue
        if item.kind is SectionKind.PARAMETERS and len(item.names) == 1:
            found[item.names[0].of(tree.text)] = span
        elif item.kind is SectionKind.RETURNS and not item.names:
            results.append(span)
    return {**found, "": results[0]} if len(results) == 1 else found
