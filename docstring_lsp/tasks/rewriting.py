"""Docstrings that a task wants changed: targets in, the diff out; written only if that is said."""

from __future__ import annotations

import difflib
from pathlib import PurePosixPath

from docstring_lsp import files
from docstring_lsp.actions.generate import edits, generate
from docstring_lsp.actions.outcome import Outcome
from docstring_lsp.actions.place import Place
from docstring_lsp.actions.proposal import Target
from docstring_lsp.deliverables.evidence.model import Module
from docstring_lsp.deliverables.markup import count as counted
from docstring_lsp.source.edit import apply
from docstring_lsp.source.text import SourceText
from docstring_lsp.tasks.answer import Answer
from docstring_lsp.tasks.room import Room


async def rewritten(
    room: Room, targets: list[tuple[Module, Target]], *, write: bool = False
) -> Answer:
    """Return the diff of what becomes of targets.

    Args:
        room: The project.
        targets: The files, each with what is to be written in it.
        write: Whether the files are changed, too.

    Raises:
        FileError: If a file cannot be read or written.
    """
    diffs, refused, written, count = [], [], [], 0
    by_module: dict[Module, list[Target]] = {}
    for module, target in targets:
        by_module.setdefault(module, []).append(target)
    for module, wanted in by_module.items():
        path = room.root / module.path
        source = files.read(path)
        around = room.engine.models is not None
        place = Place.of_file(path, PurePosixPath(module.path), around=around)
        outcomes: tuple[Outcome, ...] = ()
        for target in wanted:
            found = await generate(source.text, target, room.conventions, room.engine, place)
            refused += [f"{o.definition.qualname}: {o.reason}" for o in found if _told(o, target)]
            outcomes += found
        text = apply(source.text, edits(outcomes))
        count += sum(outcome.status == "written" for outcome in outcomes)
        if text != source.text:
            diffs.append(_diff(module.path, source.text, text))
            if write:
                files.write(path, SourceText(text, source.encoding, source.bom), before=source)
                written.append(module.path)
    verb = "written" if write else "to write"
    said = f"{counted(count, 'docstring')} {verb}" if count else "Nothing to write"
    return Answer(
        text=". ".join([said, *refused]) + ".",
        diff="".join(diffs),
        written=tuple(written),
        told={"docstrings": count},
    )


def _told(outcome: Outcome, target: Target) -> bool:
    """Return whether it is told why nothing is written: of many only where it was tried."""
    tried = outcome.status in ("refused", "left") or target.scope == "definition"
    return tried and bool(outcome.reason)


def _diff(path: str, before: str, after: str) -> str:
    return "".join(
        difflib.unified_diff(
            before.splitlines(keepends=True),
            after.splitlines(keepends=True),
            fromfile=path,
            tofile=path,
        )
    )
