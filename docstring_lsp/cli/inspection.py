"""One document's part of ``check``: a task in, what was found out, in this process or another.

Both are plain values that can be pickled. Whatever goes wrong with one document is told in its
report and never stops the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from docstring_lsp import files
from docstring_lsp.bible import EMPTY, Bible
from docstring_lsp.checks.report import Located
from docstring_lsp.errors import DocstringLspError
from docstring_lsp.neighbours import Neighbours, Seen
from docstring_lsp.source.text import SourceText

if TYPE_CHECKING:
    from docstring_lsp.actions.mend import Mended
    from docstring_lsp.checks.finding import Finding
    from docstring_lsp.checks.selection import Selection
    from docstring_lsp.docstring.style import RenderOptions
    from docstring_lsp.git import Lines
    from docstring_lsp.source.definition import Definition
    from docstring_lsp.source.visibility import Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is to be looked at.

    Attributes:
        path: The document's path.
        relative: Its path below its project's root.
        source: Its text, where it was read already.
        style: The name of the project's style.
        style_is_told: Whether the project says so.
        layout: How docstrings are laid out.
        policy: Of what a docstring is asked.
        selection: Which rules are asked.
        fix: Whether what can be mended is.
        writes: Whether it is written; otherwise the difference is given.
        provider: Who writes the prose of what is missing.
        lines: Which lines changed; given, only definitions that they touch are looked at.
        counted: Whether the documented definitions are counted.
        remembered: Whether what was read of definitions is kept.
        bible: What the project calls things.
    """

    path: Path
    relative: PurePath
    source: SourceText | None
    style: str
    style_is_told: bool
    layout: RenderOptions
    policy: Policy
    selection: Selection
    fix: bool = False
    writes: bool = True
    provider: str = "static"
    lines: Lines | None = None
    counted: bool = False
    remembered: bool = False
    bible: Bible = EMPTY


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected:
    """What was found in one document.

    Attributes:
        found: The findings; with ``fix`` those that are left.
        fixed: How many were mended.
        refused: Why something was not mended, a line each.
        result: The new bytes of a document from standard input.
        diff: What would be written, as a unified diff, where nothing is.
        asked: Of how many definitions a docstring is asked, where they are counted.
        documented: How many of them have one.
        seen: Which other modules were asked, and what they were.
        error: Why it could not be looked at, or an empty text.
    """

    found: tuple[Located, ...] = ()
    fixed: int = 0
    refused: tuple[str, ...] = ()
    result: bytes | None = None
    diff: str = ""
    asked: int = 0
    documented: int = 0
    seen: Seen = ()
    error: str = ""


def inspect(task: Task) -> Inspected:
    """Do a task; never raises but for an interruption."""
    try:
        return _inspected(task)
    except DocstringLspError as error:
        return Inspected(error=str(error))
    except Exception as error:  # noqa: BLE001  (a mistake of ours must not stop the others)
        what = f"{type(error).__name__}: {error}"
        return Inspected(error=f"{task.path}: internal error: {what}")


def _inspected(task: Task) -> Inspected:
    source = files.read(task.path) if task.source is None else task.source
    from docstring_lsp.checks.report import located
    from docstring_lsp.source.scan import scan

    definitions = scan(source.text)
    touched = None
    if task.lines is not None:
        from docstring_lsp.checks.touched import numbers

        touched = numbers(source.text, definitions, task.lines)
    neighbours = Neighbours(task.path)
    if not task.fix:
        found = _findings(task, source.text, definitions, touched, neighbours)
        asked, documented = _counted(task, source.text, definitions)
        return Inspected(
            found=tuple(located(str(task.path), source.text, found)),
            asked=asked,
            documented=documented,
            seen=neighbours.seen,
        )
    from docstring_lsp.cli.difference import unified

    mended = _mended(task, source.text, touched, neighbours)
    new = SourceText(mended.text, source.encoding, source.bom)
    data = files.bytes_of(new, task.path)
    if mended.text != source.text and task.source is None and task.writes:
        files.write(task.path, new, before=source)
    asked, documented = _counted(task, mended.text, scan(mended.text))
    return Inspected(
        found=tuple(located(str(task.path), mended.text, mended.left)),
        fixed=mended.fixed,
        refused=tuple(
            f"{task.path}: `{outcome.definition.qualname}` refused: {outcome.reason}"
            for outcome in mended.refused
        ),
        result=None if task.source is None or not task.writes else data,
        diff="" if task.writes else unified(str(task.path), source.text, mended.text),
        asked=asked,
        documented=documented,
    )


def _counted(task: Task, text: str, definitions: tuple[Definition, ...]) -> tuple[int, int]:
    if not task.counted:
        return 0, 0
    from docstring_lsp.checks.coverage import covered
    from docstring_lsp.source.visibility import is_test_path

    is_test = is_test_path(task.relative.as_posix())
    count = covered(text, definitions, task.policy, is_test=is_test)
    return count.asked, count.documented


def _findings(
    task: Task,
    text: str,
    definitions: tuple[Definition, ...],
    touched: frozenset[int] | None,
    neighbours: Neighbours,
) -> tuple[Finding, ...]:
    """Return what is found, of the definitions of these numbers where some are named."""
    from docstring_lsp.checks import run

    readings = None
    if task.remembered:
        from docstring_lsp.cli.program import state
        from docstring_lsp.cli.readings import Readings

        readings = Readings(task.path, state())
    found = run.check(
        text,
        task.policy,
        path=task.relative,
        definitions=definitions,
        style_name=task.style,
        style_is_told=task.style_is_told,
        selection=task.selection,
        unwanted=task.bible.forbidden,
        neighbourhood=neighbours,
        recollection=readings,
    )
    if readings is not None:
        readings.save()
    if touched is None:
        return found
    anchors = {definitions[number].anchor for number in touched}
    return tuple(finding for finding in found if finding.anchor in anchors)


def _mended(
    task: Task, text: str, touched: frozenset[int] | None, neighbours: Neighbours
) -> Mended:
    import asyncio

    from docstring_lsp.actions.conventions import Conventions
    from docstring_lsp.actions.mend import mend
    from docstring_lsp.actions.place import Place
    from docstring_lsp.engine.generate import Engine
    from docstring_lsp.source.scan import scan

    conventions = Conventions(task.style, task.layout, task.policy, bible=task.bible)
    place = Place.of_file(task.path, task.relative, neighbourhood=neighbours)
    author = Engine(task.provider)

    def check(new: str) -> tuple[Finding, ...]:
        # Docstrings come and go, definitions do not: each keeps its number.
        return _findings(task, new, scan(new), touched, neighbours)

    return asyncio.run(mend(text, check, conventions, author, place))
