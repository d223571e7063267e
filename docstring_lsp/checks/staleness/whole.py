"""All that docstrings say otherwise than the code, definition by definition.

Parameters are compared by `docstring_lsp.docstring.drift`, and get their codes and words here.
"""

from __future__ import annotations

from collections.abc import Iterator

from docstring_lsp.checks.finding import Finding, Fix
from docstring_lsp.checks.rule import FileContext
from docstring_lsp.checks.staleness.attributes import attributes
from docstring_lsp.checks.staleness.exceptions import Surroundings, exceptions
from docstring_lsp.checks.staleness.overrides import overrides
from docstring_lsp.checks.staleness.results import results
from docstring_lsp.checks.subject import Subject
from docstring_lsp.docstring.drift import Drift, parameter_drift
from docstring_lsp.docstring.model import SectionKind
from docstring_lsp.docstring.tree import Tree
from docstring_lsp.source.facts import ClassFacts, FunctionFacts
from docstring_lsp.source.visibility import is_overload

_PARAMETERS = {
    "undocumented": ("DL200", "parameter `{name}` is not documented"),
    "gone": ("DL201", "`{name}` is documented, but is no parameter"),
    "renamed": ("DL202", "parameter `{expected}` is documented as `{written}`"),
    "order": ("DL203", "parameter `{name}` is documented out of order, which is {expected}"),
    "type": ("DL204", "parameter `{name}` is documented as `{written}`, but is `{expected}`"),
    "default": (
        "DL205",
        "the default of `{name}` is documented as `{written}`, but is `{expected}`",
    ),
    "star": ("DL206", "parameter `{expected}` is documented as `{written}`"),
}


def stale(context: FileContext) -> Iterator[Finding]:
    """Yield a finding for each thing that a docstring says otherwise than the code."""
    by_qualname = {each.definition.qualname: each for each in context.subjects}
    around = Surroundings(context.text, _by_name(context))
    for subject in context.documented:
        if is_overload(subject.definition) or subject.definition.kind == "module":
            continue
        tree = subject.tree
        if tree is None or not tree.items:
            continue
        facts = subject.facts
        if isinstance(facts, ClassFacts):
            yield from _parameters(subject, tree, facts)
            yield from attributes(subject, tree, facts)
            yield from exceptions(subject, tree, facts, around)
        elif isinstance(facts, FunctionFacts):
            yield from _parameters(subject, tree, facts)
            yield from results(subject, tree, facts)
            yield from exceptions(subject, tree, facts, around)
            yield from overrides(subject, tree, by_qualname)


def _by_name(context: FileContext) -> dict[str, tuple[Subject, ...]]:
    found: dict[str, tuple[Subject, ...]] = {}
    for each in context.subjects:
        name = each.definition.name
        found[name] = (*found.get(name, ()), each)
    return found


def _parameters(
    subject: Subject, tree: Tree, facts: FunctionFacts | ClassFacts
) -> Iterator[Finding]:
    if facts.owner is not None and any("Interface" in base for base in facts.owner.bases):
        return  # Zope's interfaces write methods without `self`.
    if isinstance(facts, ClassFacts) and facts.may_inherit_parameters:
        return
    for drift in parameter_drift(tree, facts.parameters):
        if not (drift.kind == "undocumented" and drift.name in _attributes(subject, tree)):
            yield _finding(subject, drift)


def _attributes(subject: Subject, tree: Tree) -> frozenset[str]:
    """Return the names that a class's docstring tells of as its attributes.

    A dataclass's fields are both, and one telling is enough.
    """
    if subject.definition.kind != "class":
        return frozenset()
    items = (item for item in tree.items if item.kind is SectionKind.ATTRIBUTES)
    return frozenset(span.of(tree.text) for item in items for span in item.names)


def _finding(subject: Subject, drift: Drift) -> Finding:
    code, words = _PARAMETERS[drift.kind]
    message = words.format(name=drift.name, written=drift.written, expected=drift.expected)
    fix: Fix | None = None if drift.kind == "gone" else "update"
    return subject.finding(code, " ".join(message.split()), said=drift.span, fix=fix)
