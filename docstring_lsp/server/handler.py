"""What a file of ``requests/``, ``notifications/`` and ``commands/`` offers to the server.

A request's answer and a command are given frozen values and return a value; only a notification
is given the session and may change it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from docstring_lsp.server.snapshot import Document, Snapshot, Workspace

if TYPE_CHECKING:
    from docstring_lsp.server.session import Session
    from docstring_lsp.source.edit import TextEdit


@dataclass(frozen=True, slots=True)
class DocumentRequest:
    """A request about one document. A module of ``requests/`` offers one as its ``REQUEST``.

    Attributes:
        method: The method's name in the protocol.
        uri: Tells which document is asked about; None where it is none of ours.
        answer: Answers.
        absent: Answers where the document is not open.
        vote: Whether the project's style must be known to answer.
    """

    method: str
    uri: Callable[[Any], str | None]
    answer: Callable[[Snapshot, Any], Awaitable[object]]
    absent: Callable[[Any], object]
    vote: bool = True


@dataclass(frozen=True, slots=True)
class Notification:
    """A notification. A module of ``notifications/`` offers one as its ``NOTIFICATION``.

    Attributes:
        method: The method's name in the protocol.
        take: Takes it in.
    """

    method: str
    take: Callable[[Session, Any], None]


class Progress(Protocol):
    """How a command tells how far it is."""

    def __call__(self, done: int, total: int, what: str) -> None:
        """Tell that ``done`` of ``total`` are done, and what is at work."""
        ...

    def grow(self, name: str, text: str) -> None:
        """Show a document as it stands, where the editor can open one that has no file.

        Args:
            name: What it is called.
            text: All of it.
        """
        ...


@dataclass(frozen=True, slots=True)
class DocumentEdit:
    """Edits of one document.

    Attributes:
        document: The document they were computed from.
        edits: The edits, which do not overlap.
    """

    document: Document
    edits: tuple[TextEdit, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """What a command wants done.

    Attributes:
        result: What the caller is answered.
        label: What the editor calls the edit, as in its list of what can be undone.
        changes: What to change; nothing is changed if any document has moved on.
        style: The style to write in from now on, or None to leave it.
        message: What the user is told; empty for nothing.
        opens: The address of a document to open, where the editor can; empty for none.
        untitled: What to call the document without a file in which the editor shows the
            result's ``markdown``, where it can; empty for none.
    """

    result: Mapping[str, object]
    label: str = ""
    changes: tuple[DocumentEdit, ...] = ()
    style: str | None = None
    message: str = ""
    opens: str = ""
    untitled: str = ""


@dataclass(frozen=True, slots=True)
class Command:
    """A command. A module of ``commands/`` offers one as its ``COMMAND``.

    Attributes:
        name: Its name, as clients send it.
        run: Computes what is to be done.
        known: The keys its argument may have.
        title: What its progress is called; empty for one that is done at once.
        patience: The seconds after which its progress is shown.
    """

    name: str
    run: Callable[[Workspace, Mapping[str, Any], Progress], Awaitable[Effect]]
    known: tuple[str, ...]
    title: str = ""
    patience: float = 0.0
