"""Looks at every document of a check and gathers what was found, whoever looked.

Takes documents; gives findings with the counts. What does not hold for the whole run (a
baseline, words that another file knows) is taken out here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from docstring_lsp.checks.coverage import Coverage
from docstring_lsp.checks.report import Located
from docstring_lsp.cli import pool, terminal
from docstring_lsp.cli.documents import Asked, Documents
from docstring_lsp.cli.inspection import Task, inspect

if TYPE_CHECKING:
    from docstring_lsp.git import Lines

_WORTH_A_PROCESS = 400
"""Files below which one process is done before another has started."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """How documents are to be looked at.

    Attributes:
        fix: Whether what can be mended is.
        jobs: How many processes; None for as many as there are cores, where that is worth it.
        since: Only what changed since this revision is looked at.
        counted: Whether the documented definitions are counted.
    """

    fix: bool = False
    jobs: int | None = None
    since: str | None = None
    counted: bool = False


@dataclass(slots=True)
class Gathered:
    """What a run found.

    Attributes:
        found: The findings, file by file.
        read: How many files were read.
        coverage: The counts of documented definitions, a file each.
    """

    found: list[Located] = field(default_factory=list)
    read: int = 0
    coverage: list[tuple[PurePath, Coverage]] = field(default_factory=list)


def gather(documents: Documents, wanted: Wanted) -> Gathered:
    """Return what is found in documents.

    Raises:
        UsageError: If a revision is asked for that there is not.
    """
    asked = list(documents)
    tasks = list(_tasks(documents, asked, wanted))
    gathered = Gathered()
    fixed = 0
    results = pool.apply(inspect, tasks, wanted.jobs, worth=_WORTH_A_PROCESS)
    for task, inspected in zip(tasks, results, strict=True):
        gathered.found += inspected.found
        fixed += inspected.fixed
        for line in inspected.refused:
            terminal.warning(line)
        if inspected.result is not None:
            terminal.out_bytes(inspected.result)
        if inspected.error:
            documents.fail(inspected.error)
            continue
        gathered.read += 1
        gathered.coverage.append((task.relative, inspected.coverage))
    if fixed:
        terminal.note(f"{terminal.count(fixed, 'finding')} mended.")
    gathered.found = _known_nowhere(gathered.found, asked)
    return gathered


def _tasks(documents: Documents, asked: Sequence[Asked], wanted: Wanted) -> Iterator[Task]:
    changed = _Changes(wanted.since)
    for document in asked:
        project = document.project
        lines = changed.of(document.path)
        if lines == ():
            continue
        source = documents.read(document) if document.stdin else None
        if document.stdin and source is None:
            continue
        yield Task(
            path=document.path,
            relative=project.relative(document.path),
            source=source,
            style=project.conventions.style.name,
            style_is_told=project.conventions.style_is_told,
            layout=project.conventions.layout,
            policy=project.conventions.policy,
            selection=project.selection,
            fix=wanted.fix,
            provider=project.resolved.settings.provider,
            lines=lines,
            counted=wanted.counted,
        )


class _Changes:
    """Which lines of files changed since a revision; each repository is asked once."""

    def __init__(self, since: str | None) -> None:
        self._since = since
        self._known: dict[Path, dict[Path, Lines]] = {}

    def of(self, path: Path) -> Lines | None:
        """Return the lines of a file that changed; None where nothing is asked."""
        if self._since is None:
            return None
        from docstring_lsp.files import project_root
        from docstring_lsp.git import changed_lines

        root = project_root(path)
        if root not in self._known:
            found = changed_lines(root, self._since)
            self._known[root] = {each.resolve(): lines for each, lines in found.items()}
        return self._known[root].get(path.resolve(), ())


def _known_nowhere(found: list[Located], asked: Sequence[Asked]) -> list[Located]:
    """Return the findings without those that another file of the project takes back."""
    if not any(each.unless for each in found):
        return found
    from docstring_lsp.actions.vocabulary import Vocabulary

    projects = {str(document.path): document.project for document in asked}
    known = {
        project.root: Vocabulary(
            project.root,
            project.resolved.settings,
            [document.path for document in asked if document.project is project],
        )
        for project in projects.values()
    }
    return [
        each
        for each in found
        if not each.unless or each.unless not in known[projects[each.path].root]
    ]
