"""The values of a deliverable: its type, the document made of it, and what came of making it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from docstring_lsp.providers.base import Usage


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a document.

    Attributes:
        title: Its heading.
        evidence: The name of what is told there from the project alone; empty for nothing.
        ask: What a model is asked for.
        exact: Whether what the project tells is not for a model to reword.
        open: Whether something is left that only a person or a model can add.
    """

    title: str
    evidence: str = ""
    ask: str = ""
    exact: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A type of deliverable.

    Attributes:
        name: Its name, in kebab-case.
        title: The document's title.
        summary: What the document tells, in one line.
        order: Its place among the others in a merged document.
        needs: The names of those that it is written from.
        sections: Its parts.
        front: Whether it is a front page: its title is the project's name alone.
        instructions: How a model is to write it.
        origin: The file it was read from.
    """

    name: str
    title: str
    summary: str = ""
    order: int = 1000
    needs: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    front: bool = False
    instructions: str = ""
    origin: str = ""

    @property
    def value(self) -> str:
        """Its name."""
        return self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A document.

    Attributes:
        body: Its Markdown, the title included.
        provider: Who wrote it.
        model: Which model did, or None.
        usage: The tokens it took.
        doubts: Names in it that the project does not have.
    """

    body: str
    provider: str
    model: str | None = None
    usage: Usage = field(default_factory=Usage)
    doubts: tuple[str, ...] = ()


class CompletionMode(str, Enum):
    """How several deliverables are made."""

    SEQUENTIAL = "sequential"
    """One after the other."""
    BATCH = "batch"
    """All at once that do not wait for one another."""
    STREAMING = "streaming"
    """One after the other, each told piece by piece as it grows."""
