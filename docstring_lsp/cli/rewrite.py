"""One document's part of ``generate``: a task in, a report out, in this process or another.

Both are plain values that can be pickled. Whatever goes wrong with one document is told in its
report and never stops the others.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path, PurePath
from typing import Literal

from docstring_lsp import files
from docstring_lsp.actions.conventions import Conventions
from docstring_lsp.actions.generate import edits, generate
from docstring_lsp.actions.outcome import Author, Outcome
from docstring_lsp.actions.place import Place
from docstring_lsp.actions.proposal import Only, Scope, Target, Types
from docstring_lsp.bible import EMPTY, Bible
from docstring_lsp.cli.difference import unified
from docstring_lsp.docstring.style import RenderOptions
from docstring_lsp.engine.connect import EMBEDDED
from docstring_lsp.errors import DocstringLspError
from docstring_lsp.settings.model import Settings
from docstring_lsp.source.edit import apply
from docstring_lsp.source.text import LineIndex, PositionEncoding, SourceText
from docstring_lsp.source.visibility import Policy

Mode = Literal["diff", "write", "check"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is to be done with one document.

    Attributes:
        path: Its path.
        relative: The path below its project's root.
        source: Its text, where it was read already.
        style: The name of the style.
        layout: How docstrings are laid out.
        policy: Of what a docstring is asked.
        settings: Who writes the prose, and within which bounds.
        mode: What becomes of the result.
        anchors: The definitions that were asked for; None for the whole document.
        replace: Whether what stands is written anew.
        only: Which docstrings: missing ones, stale ones or all.
        source_style: Of a conversion, the style that docstrings are written in; None to tell it.
        types: Of a conversion, what becomes of types.
        bible: What the project calls things.
    """

    path: Path
    relative: PurePath
    source: SourceText | None
    style: str
    layout: RenderOptions
    policy: Policy
    settings: Settings
    mode: Mode
    anchors: tuple[int, ...] | None
    replace: bool
    only: Only
    source_style: str | None = None
    types: Types = "keep"
    bible: Bible = EMPTY

    @property
    def asks_a_model(self) -> bool:
        """Whether the prose may be a model's."""
        return self.settings.provider != EMBEDDED


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one definition: as in `docstring_lsp.actions.generate.Outcome`.

    Attributes:
        symbol: Its qualified name.
        kind: Its kind.
        line: The line its header starts on, from 1.
        status: What became of it.
        reason: Why it is exempt or was refused.
        provider: Who wrote the prose.
        model: Which model, if one did.
        notice: Why it is not by whom it was asked of.
        mended: What was dropped of it, since the code does not show it.
        dropped: What its author was not told of its surroundings, for want of room.
        tokens: The tokens it took.
        cost: What it cost in US dollars; None where no price is known.
    """

    symbol: str
    kind: str
    line: int
    status: str
    reason: str
    provider: str
    model: str | None = None
    notice: str = ""
    mended: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    tokens: int = 0
    cost: float | None = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What became of one document.

    Attributes:
        path: Its path.
        done: What became of its definitions.
        changed: Whether its text would be, or was, changed.
        diff: The change as a unified diff, in the mode ``diff``.
        result: The new bytes of a document from standard input, in the mode ``write``.
        error: Why nothing could be done, or an empty text.
    """

    path: Path
    done: tuple[Done, ...] = ()
    changed: bool = False
    diff: str = ""
    result: bytes | None = None
    error: str = ""


def rewrite(task: Task) -> Report:
    """Do a task with the embedded author; never raises but for an interruption."""
    return asyncio.run(rewritten(task, _embedded()))


async def rewritten(task: Task, author: Author) -> Report:
    """Do a task; never raises but for an interruption or a cancellation.

    Args:
        task: What is to be done.
        author: Who writes the prose.

    Returns:
        What became of the document, with the error where something went wrong.
    """
    try:
        return await _rewrite(task, author)
    except DocstringLspError as error:
        return Report(path=task.path, error=str(error))
    except Exception as error:  # noqa: BLE001  (a mistake of ours must not stop the others)
        what = f"{type(error).__name__}: {error}"
        return Report(path=task.path, error=f"{task.path}: internal error: {what}")


async def _rewrite(task: Task, author: Author) -> Report:
    from_disk = task.source is None
    source = files.read(task.path) if task.source is None else task.source
    conventions = Conventions(task.style, task.layout, task.policy, bible=task.bible)
    place = Place.of_file(task.path, task.relative, around=task.asks_a_model)
    outcomes: tuple[Outcome, ...] = ()
    for target in _targets(task):
        outcomes += await generate(source.text, target, conventions, author, place)
    text = apply(source.text, edits(outcomes))
    changed = text != source.text
    new = SourceText(text, source.encoding, source.bom)
    # Encoded whatever the mode, so that a diff never shows what could not be written.
    data = files.bytes_of(new, task.path)
    if changed and from_disk and task.mode == "write":
        files.write(task.path, new, before=source)
    return Report(
        path=task.path,
        done=_done(source.text, outcomes),
        changed=changed,
        diff=unified(str(task.path), source.text, text) if changed and task.mode == "diff" else "",
        result=data if task.mode == "write" and not from_disk else None,
    )


def _targets(task: Task) -> tuple[Target, ...]:
    if task.anchors is None:
        return (_target(task, "file"),)
    return tuple(_target(task, "definition", anchor) for anchor in task.anchors)


def _target(task: Task, scope: Scope, anchor: int = -1) -> Target:
    return Target(
        scope=scope,
        anchor=anchor,
        replace=task.replace,
        only=task.only,
        source=task.source_style,
        types=task.types,
    )


@cache
def _embedded() -> Author:
    from docstring_lsp.engine.generate import Engine

    return Engine(EMBEDDED)


def _done(text: str, outcomes: tuple[Outcome, ...]) -> tuple[Done, ...]:
    index = LineIndex(text)
    return tuple(_told(outcome, index) for outcome in outcomes)


def _told(outcome: Outcome, index: LineIndex) -> Done:
    definition, result = outcome.definition, outcome.result
    done = Done(
        symbol=definition.qualname,
        kind=definition.kind,
        line=index.position(definition.header.start, PositionEncoding.UTF32)[0] + 1,
        status=outcome.status,
        reason=outcome.reason,
        provider=outcome.author,
    )
    if result is None:
        return done
    return replace(
        done,
        model=result.model,
        notice=result.notice,
        mended=result.mended,
        dropped=result.dropped,
        tokens=result.tokens_used,
        cost=result.cost,
    )
