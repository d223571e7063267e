"""Stale docstrings: what one says otherwise than the code it stands in.

What differs is told by `docstring_lsp.docstring.drift`; here it gets its code and its words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from docstring_lsp.checks.finding import Finding, Fix
from docstring_lsp.checks.rule import FileContext
from docstring_lsp.checks.subject import Subject
from docstring_lsp.docstring.drift import Drift, parameter_drift
from docstring_lsp.docstring.model import SectionKind
from docstring_lsp.source.facts import ModuleFacts
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


class Stale:
    """The family of rules for docstrings that the code has moved on from."""

    codes: ClassVar[Mapping[str, str]] = {
        "DL200": "parameter undocumented",
        "DL201": "documented parameter gone",
        "DL202": "parameter renamed",
        "DL203": "order of parameters",
        "DL204": "type of a parameter",
        "DL205": "default of a parameter",
        "DL206": "stars of a parameter",
    }

    def check(self, context: FileContext) -> Iterator[Finding]:
        """Yield a finding for each thing that a docstring says otherwise than the code."""
        for subject in context.documented:
            if not is_overload(subject.definition):
                yield from _parameters(subject)


def _parameters(subject: Subject) -> Iterator[Finding]:
    if subject.definition.kind == "module":
        return
    tree = subject.tree
    if tree is None or not tree.items:
        return
    facts = subject.facts
    if facts is None or isinstance(facts, ModuleFacts):
        return
    for drift in parameter_drift(tree, facts.parameters):
        if not (drift.kind == "undocumented" and drift.name in _attributes(subject)):
            yield _finding(subject, drift)


def _attributes(subject: Subject) -> frozenset[str]:
    """Return the names that a class's docstring tells of as its attributes.

    A dataclass's fields are both, and one telling is enough.
    """
    if subject.tree is None or subject.definition.kind != "class":
        return frozenset()
    items = (item for item in subject.tree.items if item.kind is SectionKind.ATTRIBUTES)
    return frozenset(span.of(subject.tree.text) for item in items for span in item.names)


def _finding(subject: Subject, drift: Drift) -> Finding:
    code, words = _PARAMETERS[drift.kind]
    message = words.format(name=drift.name, written=drift.written, expected=drift.expected)
    fix: Fix | None = None if drift.kind == "gone" else "update"
    return subject.finding(code, " ".join(message.split()), said=drift.span, fix=fix)


RULE = Stale()
