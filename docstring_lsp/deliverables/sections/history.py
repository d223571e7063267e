"""What was changed: the commits by the release they went into, sorted by what they do."""

from __future__ import annotations

import re
from collections.abc import Iterable

from docstring_lsp.deliverables.evidence.model import Change, Evidence
from docstring_lsp.deliverables.markup import bullets, joined, prose

_CONVENTIONAL = re.compile(r"(\w+)(?:\([^)]*\))?(!)?:\s+(.+)")
_KINDS = {
    "feat": "Added",
    "add": "Added",
    "introduce": "Added",
    "support": "Added",
    "fix": "Fixed",
    "mend": "Fixed",
    "bugfix": "Fixed",
    "correct": "Fixed",
    "remove": "Removed",
    "drop": "Removed",
    "delete": "Removed",
    "deprecate": "Deprecated",
    "security": "Security",
}
_ORDER = ("Breaking", "Added", "Changed", "Deprecated", "Removed", "Fixed", "Security", "Inside")
_INSIDE = frozenset(
    {"chore", "ci", "build", "test", "tests", "style", "refactor", "docs", "bump", "bumps"}
    | {"merge", "release", "wip", "[pre-commit.ci]"}
)
"""First words of what only those who work on the project notice."""


def history(evidence: Evidence) -> str:
    """Return a heading for each release and the commits under it, the newest first."""
    releases: list[tuple[str, list[Change]]] = [("Unreleased", [])]
    for change in evidence.changes:
        if change.tags:
            releases.append((f"{change.tags[0]} ({change.date})", []))
        releases[-1][1].append(change)
    return joined(*(joined(f"### {prose(n)}", _sorted(cs)) for n, cs in releases if cs))


def _sorted(changes: Iterable[Change]) -> str:
    found: dict[str, list[str]] = {}
    for change in changes:
        kind, said = _kind(change.subject)
        found.setdefault(kind, []).append(f"{prose(said)} ({change.revision})")
    return joined(*(joined(f"#### {k}", bullets(found[k])) for k in _ORDER if k in found))


def _kind(subject: str) -> tuple[str, str]:
    told = _CONVENTIONAL.match(subject)
    said = told[3] if told else subject
    said = said[:1].upper() + said[1:]
    if told and told[2]:
        return "Breaking", said
    word = (told[1] if told else subject.split(" ")[0]).lower()
    if word in _INSIDE:
        return "Inside", said
    forms = (word, *(word.removesuffix(ending) for ending in ("s", "es", "d", "ed")))
    return next((_KINDS[form] for form in forms if form in _KINDS), "Changed"), said


SECTION = history
