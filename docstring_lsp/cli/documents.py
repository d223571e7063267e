"""What a command is asked about: arguments in, documents out, each with its project.

A file that cannot be read is told of at once and remembered; the rest goes on.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from docstring_lsp import files
from docstring_lsp.cli import terminal
from docstring_lsp.cli.options import STDIN
from docstring_lsp.cli.projects import Project, Projects
from docstring_lsp.errors import DocstringLspError
from docstring_lsp.source.text import SourceText


@dataclass(frozen=True, slots=True)
class Asked:
    """One document that a command is asked about, not yet read.

    Attributes:
        path: Its path, as results show it.
        project: How its project is set up.
        stdin: Whether it comes through standard input.
    """

    path: Path
    project: Project
    stdin: bool = False

    def read(self) -> SourceText:
        """Return its text.

        Raises:
            FileError: If it cannot be read.
            DecodeError: If it is no text.
        """
        if self.stdin:
            return files.text_of(sys.stdin.buffer.read(), self.path)
        return files.read(self.path)


class Documents:
    """The documents a command is asked about.

    Args:
        paths: Files and folders; none stands for the current folder, ``-`` for standard input.
        projects: Finds how each one's project is set up.
        stdin_filename: The file that standard input stands for.

    Raises:
        click.UsageError: If standard input is asked for beside something else.

    Attributes:
        failed: Whether something could not be read.
    """

    def __init__(
        self, paths: tuple[Path, ...], projects: Projects, stdin_filename: Path | None
    ) -> None:
        if STDIN in paths and len(paths) > 1:
            raise click.UsageError("- stands alone: standard input is one document")
        if stdin_filename is not None and STDIN not in paths:
            raise click.UsageError("--stdin-filename needs - as PATH")
        self.failed = False
        self._paths = paths or (Path(),)
        self._projects = projects
        self._stdin_filename = stdin_filename

    @property
    def from_stdin(self) -> bool:
        """Whether the document comes through standard input."""
        return STDIN in self._paths

    def covers(self, folder: Path) -> bool:
        """Return whether all of a folder is asked about."""
        return any(path.absolute() == folder for path in self._paths)

    def __iter__(self) -> Iterator[Asked]:
        """Yield the documents, each once."""
        if self.from_stdin:
            yield from self._stdin()
            return
        found = False
        for path, asked in self._walked():
            found = True
            yield Asked(path, self._projects.of(path, asked))
        if not found and not self.failed:
            terminal.warning("no Python file was found there")

    def texts(self) -> Iterator[tuple[Asked, SourceText]]:
        """Yield the documents that can be read, with their texts."""
        for document in self:
            source = self.read(document)
            if source is not None:
                yield document, source

    def read(self, document: Asked) -> SourceText | None:
        """Return a document's text; None, once it is told why, where it cannot be read."""
        try:
            return document.read()
        except DocstringLspError as error:
            self.fail(error)
            return None

    def fail(self, error: DocstringLspError | str) -> None:
        """Tell of something that could not be done, and go on."""
        terminal.error(str(error))
        self.failed = True

    def _stdin(self) -> Iterator[Asked]:
        path = self._stdin_filename or files.STANDARD_INPUT
        near = self._stdin_filename or Path()
        resolved = self._projects.settings(near)
        if resolved.settings.force_exclude and files.excluded(
            near, resolved.settings, root=resolved.root
        ):
            return
        yield Asked(path, self._projects.of(near, near), stdin=True)

    def _walked(self) -> Iterator[tuple[Path, Path]]:
        """Yield each file with the argument it was found by."""
        seen: set[str] = set()
        for asked in self._paths:
            resolved = self._projects.settings(asked)
            walked: Iterable[Path] = files.walk(
                [asked], resolved.settings, root=resolved.root, on_error=self.fail, seen=seen
            )
            for path in walked:
                yield path, asked
