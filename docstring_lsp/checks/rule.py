"""What a family of rules is: the protocol that every file of ``rules/`` meets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Protocol

from docstring_lsp.checks.finding import Finding
from docstring_lsp.source.definition import Definition
from docstring_lsp.source.visibility import Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class FileContext:
    """What a rule may know of the file.

    Attributes:
        text: The file's text.
        definitions: Its definitions, the module first.
        policy: Of what a docstring is asked.
        is_package: Whether it is an ``__init__``.
        is_test: Whether it is a test file.
    """

    text: str
    definitions: tuple[Definition, ...]
    policy: Policy
    is_package: bool = False
    is_test: bool = False


class Rule(Protocol):
    """A family of rules. A module of ``rules/`` offers one as its ``RULE``."""

    codes: ClassVar[Mapping[str, str]]
    """Each code with what it stands for."""

    def check(self, context: FileContext) -> Iterator[Finding]:
        """Yield the findings in a file, in the order of its definitions."""
        ...
