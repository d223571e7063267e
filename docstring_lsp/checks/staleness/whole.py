"""All that docstrings say otherwise than the code, definition by definition.

Parameters are compared by `docstring_lsp.docstring.drift`, and get their codes and words here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from docstring_lsp.checks.finding import Finding, Fix
from docstring_lsp.checks.neighbourhood import module_of
from docstring_lsp.checks.rule import FileContext
from docstring_lsp.checks.staleness.attributes import attributes, of_module
from docstring_lsp.checks.staleness.bareness import is_bare
from docstring_lsp.checks.staleness.difference import Difference
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
    module = module_of(context.text, context.neighbourhood)
    around = Surroundings(module, lambda: by_name(context.subjects))
    for subject in context.documented:
        tree = subject.tree
        if tree is None or not tree.items:
            continue  # Nothing is held against the code, so that need not be read.
        for each in differences(subject, tree, around):
            yield _finding(subject, tree, each)
        if subject.definition.in_class and isinstance(subject.facts, FunctionFacts):
            for each in overrides(subject, tree, by_qualname, module):
                yield _finding(subject, tree, each)


def differences(subject: Subject, tree: Tree, around: Surroundings) -> Iterator[Difference]:
    """Yield what one docstring says otherwise than its own code.

    Args:
        subject: The definition.
        tree: Its docstring.
        around: Its file, where what a callee raises is told.
    """
    if is_overload(subject.definition) or not tree.items:
        return
    if subject.definition.kind == "module":
        yield from of_module(subject, tree)
        return
    facts = subject.facts
    if isinstance(facts, ClassFacts):
        yield from _parameters(subject, tree, facts)
        yield from attributes(subject, tree, facts)
        yield from exceptions(subject, tree, facts, around)
    elif isinstance(facts, FunctionFacts):
        yield from _parameters(subject, tree, facts)
        yield from results(tree, facts)
        yield from exceptions(subject, tree, facts, around)


def by_name(subjects: Iterable[Subject]) -> dict[str, tuple[Subject, ...]]:
    """Return the definitions of a file by their names."""
    found: dict[str, tuple[Subject, ...]] = {}
    for each in subjects:
        name = each.definition.name
        found[name] = (*found.get(name, ()), each)
    return found


def _parameters(
    subject: Subject, tree: Tree, facts: FunctionFacts | ClassFacts
) -> Iterator[Difference]:
    if facts.owner is not None and any("Interface" in base for base in facts.owner.bases):
        return  # Zope's interfaces write methods without `self`.
    if isinstance(facts, ClassFacts) and facts.may_inherit_parameters:
        return
    if isinstance(facts, FunctionFacts) and facts.accessor == "getter" and not facts.parameters:
        return  # What is told of is what its value takes when that is called.
    drifts = parameter_drift(tree, facts.parameters)
    if any(drift.kind == "gone" and drift.name == _receiver(subject) for drift in drifts):
        return  # So do those that stand on them: the first parameter is told of, and is one.
    for drift in drifts:
        if drift.kind == "undocumented" and drift.name in _attributes(subject, tree):
            continue
        if drift.kind == "gone" and not facts.parameters and drift.name in _called_with(subject):
            continue
        yield _of_parameter(drift)


def _called_with(subject: Subject) -> frozenset[str]:
    """Return the words in the header of a class's ``__call__``, which its docstring may tell of."""
    if subject.definition.kind != "class":
        return frozenset()
    found = _CALL.search(subject.text, *subject.definition.body)
    return frozenset() if found is None else frozenset(re.findall(r"\w+", found[1]))


_CALL = re.compile(r"def[ \t]+__call__[ \t]*\(([^)]*)\)")


def _receiver(subject: Subject) -> str:
    """Return the name of a method's first parameter, which its facts leave out."""
    if not subject.definition.in_class:
        return ""
    found = _FIRST.search(subject.definition.header.of(subject.text))
    return "" if found is None else found[1]


_FIRST = re.compile(r"\(\s*(\w+)")


def _attributes(subject: Subject, tree: Tree) -> frozenset[str]:
    """Return the names that a class's docstring tells of as its attributes.

    A dataclass's fields are both, and one telling is enough.
    """
    if subject.definition.kind != "class":
        return frozenset()
    items = (item for item in tree.items if item.kind is SectionKind.ATTRIBUTES)
    return frozenset(span.of(tree.text) for item in items for span in item.names)


def _of_parameter(drift: Drift) -> Difference:
    code, words = _PARAMETERS[drift.kind]
    if drift.kind == "default" and not drift.expected:
        words = "parameter `{name}` is documented as optional, but has no default"
    message = words.format(name=drift.name, written=drift.written, expected=drift.expected)
    return Difference(code, " ".join(message.split()), drift, mendable=drift.kind != "gone")


def _finding(subject: Subject, tree: Tree, each: Difference) -> Finding:
    fix: Fix | None = "update" if each.mendable or is_bare(tree, each.drift) else None
    return subject.finding(each.code, each.message, said=each.drift.span, fix=fix)
