"""Who meets the project, as far as it shows: by its programs, its API, its plug-ins, its tests."""

from __future__ import annotations

from collections.abc import Iterator

from docstring_lsp.bible import PLACE, Entry
from docstring_lsp.deliverables.evidence.graph import importers
from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import bullets, code, count, joined, listed, prose
from docstring_lsp.deliverables.unsaid import unsaid


def roles(evidence: Evidence) -> str:
    """Return a persona for each way in, with what the project says of it and what it does not."""
    told = (
        joined(f"### {title}", bullets(lines), unsaid(name, f"name, goals and troubles of {about}"))
        for name, title, about, lines in _found(evidence)
    )
    known = (_written_down(entry) for entry in evidence.bible.of("persona"))
    return joined(*known, *told)


def _written_down(entry: Entry) -> str:
    """Return a persona as the bible tells of it."""
    fields = entry.fields.items()
    lines = [
        prose(_text(value))
        if name in ("meaning", "description")
        else f"{prose(name.capitalize())}: {prose(_text(value))}"
        for name, value in fields
    ]
    return joined(f"### {prose(entry.name)}", bullets(lines), f"From {code(PLACE)}.")


def _text(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else ", ".join(value)


def _found(evidence: Evidence) -> Iterator[tuple[str, str, str, list[str]]]:
    if evidence.scripts:
        names = listed([code(e.name) for e in evidence.scripts])
        lines = [f"Runs {names} ({code(evidence.scripts[0].source)})"]
        commands = [c for m in evidence.own for c in m.commands if c.name]
        if commands:
            lines.append(f"Has {count(len(commands), 'command')} to choose from")
        yield "at-the-terminal", "Who runs it", "whoever runs it", lines
    central = [m for m, _ in importers(evidence) if m.is_public and m.public][:3]
    public = sum(len(m.public) for m in evidence.own if m.is_public)
    if public:
        lines = [f"Finds {count(public, 'public definition')} to build on"]
        if central:
            lines.append(f"Meets most often {listed([code(m.name) for m in central])}")
        yield "in-code", "Who builds on it", "whoever imports it", lines
    groups = sorted({e.group for e in evidence.metadata.entry_points} - _PROGRAMS)
    if groups:
        lines = [f"Plugs in through the entry points {listed([code(g) for g in groups])}"]
        yield "plugging-in", "Who extends it", "whoever extends it", lines
    guides = [p.path for p in evidence.pages if p.path.upper().startswith("CONTRIBUTING")]
    if evidence.tests or guides:
        lines = [f"Reads {code(path)}" for path in guides]
        if evidence.tests:
            lines.append(f"Runs {count(len(evidence.tests), 'module')} of tests")
        yield "working-on-it", "Who works on it", "whoever works on it", lines


_PROGRAMS = {"console_scripts", "gui_scripts"}

SECTION = roles
