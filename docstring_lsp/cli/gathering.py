"""Looks at every document of a check and gathers what was found, whoever looked.

Takes documents; gives findings with the counts. What does not hold for the whole run (a
baseline, words that another file knows) is taken out here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from docstring_lsp.checks.report import Located
from docstring_lsp.cli import pool, terminal
from docstring_lsp.cli.documents import Asked, Documents
from docstring_lsp.cli.inspection import Inspected, Task, inspect
from docstring_lsp.disk import read_bytes
from docstring_lsp.errors import FileError

if TYPE_CHECKING:
    from docstring_lsp.cli.memory import Memory
    from docstring_lsp.git import Lines

_WORTH_A_PROCESS = 400
"""Files below which one process is done before another has started."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """How documents are to be looked at.

    Attributes:
        fix: Whether what can be mended is.
        writes: Whether it is written; otherwise the difference is shown.
        jobs: How many processes; None for as many as there are cores, where that is worth it.
        since: Only what changed since this revision is looked at.
        counted: Whether the documented definitions are counted.
        remembered: Whether what was found before is taken for true where nothing changed.
    """

    fix: bool = False
    writes: bool = True
    jobs: int | None = None
    since: str | None = None
    counted: bool = False
    remembered: bool = True

    @property
    def is_particular(self) -> bool:
        """Whether it depends on more than the files, or more than one process looks at them."""
        alone = self.jobs in (None, 1) and self.remembered
        return self.fix or self.since is not None or not alone


@dataclass(slots=True)
class Gathered:
    """What a run found.

    Attributes:
        found: The findings, file by file.
        read: How many files were read.
        coverage: Of each file, of how many definitions a docstring is asked, and how many have
            one.
        differs: Whether a difference was shown.
    """

    found: list[Located] = field(default_factory=list)
    read: int = 0
    coverage: list[tuple[PurePath, int, int]] = field(default_factory=list)
    differs: bool = False


def gather(documents: Documents, wanted: Wanted) -> Gathered:
    """Return what is found in documents.

    Raises:
        UsageError: If a revision is asked for that there is not.
    """
    asked = list(documents)
    tasks = list(_tasks(documents, asked, wanted))
    gathered = Gathered()
    fixed = 0
    memories = _memories(asked, wanted)
    digests: dict[Path, bytes] = {}
    for task, inspected in _looked_at(tasks, memories, digests, wanted):
        gathered.found += inspected.found
        fixed += inspected.fixed
        for line in inspected.refused:
            terminal.warning(line)
        if inspected.diff:
            gathered.differs = True
            terminal.out_diff(inspected.diff)
        if inspected.result is not None:
            terminal.out_bytes(inspected.result)
        if inspected.error:
            documents.fail(inspected.error)
            continue
        gathered.read += 1
        gathered.coverage.append((task.relative, inspected.asked, inspected.documented))
    if fixed:
        would = "" if wanted.writes else "would be "
        terminal.note(f"{terminal.count(fixed, 'finding')} {would}mended.")
    gathered.found = _known_nowhere(gathered.found, documents, asked, memories, digests)
    for memory in set(memories.values()):
        memory.save()
    return gathered


def _memories(asked: Sequence[Asked], wanted: Wanted) -> dict[Path, Memory]:
    """Return what is remembered of each document's project, by the document's path."""
    if not wanted.remembered or wanted.fix or wanted.since or any(each.stdin for each in asked):
        return {}
    from docstring_lsp.cli.memory import Memory

    by_root = {root: Memory(root) for root in {each.project.root for each in asked}}
    return {each.path: by_root[each.project.root] for each in asked}


def _looked_at(
    tasks: Sequence[Task],
    memories: Mapping[Path, Memory],
    digests: dict[Path, bytes],
    wanted: Wanted,
) -> Iterator[tuple[Task, Inspected]]:
    """Yield what is found in each document, in their order; what is known is not looked at.

    Args:
        tasks: What is to be looked at.
        memories: What is remembered, by the document's path; none where nothing shall be.
        digests: Gets the digest of each content that was read.
        wanted: How it is to be looked at.
    """
    known = [_known(task, memories, digests) for task in tasks]
    new = [task for task, found in zip(tasks, known, strict=True) if found is None]
    results = pool.apply(inspect, new, wanted.jobs, worth=_WORTH_A_PROCESS)
    for task, found in zip(tasks, known, strict=True):
        if found is not None:
            yield task, found
            continue
        inspected = next(results)
        if task.path in digests and not inspected.error:
            memories[task.path].learn(task, digests[task.path], inspected)
        yield task, inspected


def _known(
    task: Task, memories: Mapping[Path, Memory], digests: dict[Path, bytes]
) -> Inspected | None:
    """Return what is remembered of a document, and keep the digest of its content."""
    memory = memories.get(task.path)
    if memory is None:
        return None
    from docstring_lsp.cli.memory import digest

    try:
        content = digest(read_bytes(task.path))
    except FileError:
        return None
    digests[task.path] = content
    return memory.known(task, content)


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
            style=project.conventions.style_name,
            style_is_told=project.conventions.style_is_told,
            layout=project.conventions.layout,
            policy=project.conventions.policy,
            bible=project.conventions.bible,
            selection=project.selection,
            fix=wanted.fix,
            writes=wanted.writes,
            provider=project.resolved.settings.provider,
            lines=lines,
            counted=wanted.counted,
            remembered=wanted.remembered and not (wanted.fix or document.stdin),
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


def _known_nowhere(
    found: list[Located],
    documents: Documents,
    asked: Sequence[Asked],
    memories: Mapping[Path, Memory],
    digests: Mapping[Path, bytes],
) -> list[Located]:
    """Return the findings without those that another file of the project takes back."""
    if not any(each.unless for each in found):
        return found
    from docstring_lsp.actions.vocabulary import Vocabulary

    roots = {str(document.path): document.project.root for document in asked}
    known: dict[Path, dict[str, bool]] = {}
    for root in {roots[each.path] for each in found if each.unless}:
        own = [d for d in asked if d.project.root is root or d.project.root == root]
        vocabulary = Vocabulary(
            root,
            own[0].project.resolved.settings,
            [document.path for document in own],
            whole=documents.covers(root),
        )
        memory = memories.get(own[0].path)
        whole = vocabulary.digest(digests) if memory is not None else b""
        words = memory.known_words(whole) if memory is not None else {}
        wanted = {each.unless for each in found if each.unless and roots[each.path] == root}
        if not wanted <= words.keys():
            has = vocabulary.having(wanted)
            words = {word: word in has for word in sorted(wanted)}
            if memory is not None:
                memory.learn_words(whole, words)
        known[root] = words
    return [each for each in found if not each.unless or not known[roots[each.path]][each.unless]]
