"""In which order deliverables are made: types in, rounds out that need only earlier ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docstring_lsp.deliverables.model import Template
from docstring_lsp.errors import UnknownNameError, UsageError


def rounds(wanted: Sequence[str], known: Mapping[str, Template]) -> list[list[Template]]:
    """Return the deliverables in rounds; each needs only what earlier rounds made.

    What one needs and nobody asked for is not made for its sake.

    Args:
        wanted: Names of deliverables; one named twice is made once.
        known: All that there are.

    Raises:
        UnknownNameError: If there is none of a name, also among what another needs.
        UsageError: If some need one another in a circle.
    """
    for name in wanted:
        if name not in known:
            raise UnknownNameError("deliverable", name, known)
    for template in (known[name] for name in wanted):
        check_needs(template, known)
    left = {name: known[name] for name in dict.fromkeys(wanted)}
    found: list[list[Template]] = []
    while left:
        # None of them is left to wait for: `check_needs` has refused circles.
        now = [t for t in left.values() if not reached(t, known) & left.keys()]
        found.append(now)
        for template in now:
            del left[template.name]
    return found


def check_needs(template: Template, known: Mapping[str, Template]) -> None:
    """Refuse a type whose needs do not exist or lead back to it.

    Raises:
        UnknownNameError: If there is none of a name that is needed.
        UsageError: If the needs lead in a circle.
    """
    waiting: list[tuple[str, ...]] = [(template.name,)]
    while waiting:
        path = waiting.pop()
        for name in known[path[-1]].needs:
            if name not in known:
                raise UnknownNameError("deliverable", name, known, f"the needs of {path[-1]}")
            if name in path:
                circle = " → ".join((*path[path.index(name) :], name))
                raise UsageError(f"deliverables need one another in a circle: {circle}")
            waiting.append((*path, name))


def reached(template: Template, known: Mapping[str, Template]) -> set[str]:
    """Return the names of all that one needs, directly or through others."""
    found: set[str] = set()
    waiting = list(template.needs)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += known[name].needs
    return found
