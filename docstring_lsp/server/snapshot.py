"""What a handler is given: one document or the workspace as it was when the request arrived.

Everything here is frozen. Holds our own values only; what the protocol says is in
`docstring_lsp.server.convert`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from docstring_lsp.server.capabilities import Client
from docstring_lsp.server.options import DiagnosticOptions
from docstring_lsp.source.span import Span
from docstring_lsp.source.text import LineIndex, PositionEncoding

if TYPE_CHECKING:
    from docstring_lsp.actions.conventions import Conventions
    from docstring_lsp.checks.selection import Selection
    from docstring_lsp.settings.model import Resolved

_PYTHON_SUFFIXES = frozenset({".py", ".pyi", ".pyw"})
CELL_SCHEMES = ("vscode-notebook-cell", "jupyter-notebook-cell")
"""The schemes of the addresses under which editors keep a notebook's cells."""


class Place(NamedTuple):
    """A place in a document as the editor counts it: from 0, in units of the encoding."""

    line: int
    character: int


class Change(NamedTuple):
    """A change of a document: new text for a range, or for all where there is no range."""

    start: Place | None
    end: Place | None
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document as the editor has it.

    Attributes:
        uri: Its address.
        version: The editor's count of its changes; None for a file that is not open.
        language: What language the editor says it is in.
        index: Its text, and where its lines start.
        path: Its file, where it has one.
    """

    uri: str
    version: int | None
    language: str
    index: LineIndex
    path: Path | None

    @property
    def text(self) -> str:
        """Its text."""
        return self.index.text

    @property
    def is_cell(self) -> bool:
        """Whether it is a cell of a notebook."""
        return self.uri.partition(":")[0] in CELL_SCHEMES

    @property
    def is_python(self) -> bool:
        """Whether it is Python."""
        if self.language:
            return self.language == "python"
        return self.path is not None and self.path.suffix in _PYTHON_SUFFIXES

    def changed(
        self, changes: Iterable[Change], version: int, encoding: PositionEncoding
    ) -> Document:
        """Return the document after changes that were made one after the other."""
        index = self.index
        for change in changes:
            index = LineIndex(_changed(index, change, encoding))
        return replace(self, index=index, version=version)

    def span(self, start: Place, end: Place, encoding: PositionEncoding) -> Span:
        """Return a range of the editor as offsets; places past the end are drawn back to it."""
        first = self.index.offset(start.line, start.character, encoding)
        last = self.index.offset(end.line, end.character, encoding)
        return Span(min(first, last), max(first, last))


def _changed(index: LineIndex, change: Change, encoding: PositionEncoding) -> str:
    if change.start is None or change.end is None:
        return change.text
    first = index.offset(change.start.line, change.start.character, encoding)
    last = index.offset(change.end.line, change.end.character, encoding)
    first, last = min(first, last), max(first, last)
    return index.text[:first] + change.text + index.text[last:]


@dataclass(frozen=True, slots=True)
class Project:
    """How the project that a document belongs to is set up.

    Attributes:
        root: Its folder.
        resolved: The settings that hold there.
        conventions: How it writes docstrings.
        selection: Which rules are asked.
        diagnostics: What of their findings is reported.
    """

    root: Path
    resolved: Resolved
    conventions: Conventions
    selection: Selection
    diagnostics: DiagnosticOptions

    def excludes(self, path: Path | None) -> bool:
        """Return whether its settings leave a file out."""
        from docstring_lsp.files import excluded

        root = self.resolved.root or self.root
        return path is not None and excluded(path, self.resolved.settings, root=root)

    def relative(self, path: Path | None) -> PurePath | None:
        """Return a file's path below the project's folder, or as it is where it is not below."""
        if path is None or not path.is_relative_to(self.root):
            return path
        return path.relative_to(self.root)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One document with all that holds for it."""

    document: Document
    project: Project
    client: Client


@dataclass(frozen=True, slots=True)
class Workspace:
    """Every document that is open, and the folders.

    Attributes:
        documents: The open documents, by address.
        folders: The workspace's folders.
        client: What the editor can do.
        snapshot: Gives a document with all that holds for it.
        project: Gives the project that a file or folder belongs to; for None, the first folder's.
    """

    documents: Mapping[str, Document]
    folders: tuple[Path, ...]
    client: Client
    snapshot: Callable[[Document], Awaitable[Snapshot]]
    project: Callable[[Path | None], Awaitable[Project]]
