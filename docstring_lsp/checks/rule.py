"""What a family of rules is: the protocol that every file of ``rules/`` meets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Protocol

from docstring_lsp.checks.finding import Finding
from docstring_lsp.checks.recollection import Recollection
from docstring_lsp.checks.subject import Subject
from docstring_lsp.source.definition import Definition
from docstring_lsp.source.visibility import Policy

if TYPE_CHECKING:
    from docstring_lsp.checks.neighbourhood import Neighbourhood
    from docstring_lsp.docstring.style import Style


@dataclass(frozen=True, kw_only=True)
class FileContext:
    """What a rule may know of the file.

    Attributes:
        text: The file's text.
        definitions: Its definitions, the module first.
        policy: Of what a docstring is asked.
        style_name: The name of the project's style; empty where that is not known.
        style_is_told: Whether the project says so, and it is not only taken for granted.
        is_package: Whether it is an ``__init__``.
        is_test: Whether it is a test file.
        is_stub: Whether it is a stub file.
        recollection: What was read before, where somebody remembers.
        unwanted: The words that docstrings are not to use, each with what to say instead.
        neighbourhood: The way to the project's other modules, where there is one.
    """

    text: str
    definitions: tuple[Definition, ...]
    policy: Policy
    style_name: str = ""
    style_is_told: bool = False
    is_package: bool = False
    is_test: bool = False
    is_stub: bool = False
    recollection: Recollection | None = None
    unwanted: Mapping[str, str] = field(default_factory=dict)
    neighbourhood: Neighbourhood | None = None

    @cached_property
    def style(self) -> Style | None:
        """The project's style, where it is known; imported when a docstring is read."""
        from docstring_lsp.docstring.recognition import style

        return style(self.style_name) if self.style_name else None

    @cached_property
    def subjects(self) -> tuple[Subject, ...]:
        """Its definitions, each to be read as far as a rule asks."""
        return tuple(
            Subject(
                self.text,
                each,
                self.style_name,
                stub=self.is_stub,
                recollection=self.recollection,
            )
            for each in self.definitions
        )

    @cached_property
    def documented(self) -> tuple[Subject, ...]:
        """Those that have a docstring."""
        return tuple(each for each in self.subjects if each.definition.docstring is not None)


class Rule(Protocol):
    """A family of rules. A module of ``rules/`` offers one as its ``RULE``."""

    codes: ClassVar[Mapping[str, str]]
    """Each code with what it stands for."""

    def check(self, context: FileContext) -> Iterator[Finding]:
        """Yield the findings in a file, in the order of its definitions."""
        ...
