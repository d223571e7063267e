"""What an act is handed and hands back: where a text comes from, who writes, what became of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal

from docstring_lsp.checks.neighbourhood import Neighbourhood
from docstring_lsp.engine.result import GenerationResult
from docstring_lsp.mentions import Mentions
from docstring_lsp.providers.base import Request
from docstring_lsp.source.definition import Definition
from docstring_lsp.source.edit import TextEdit
from docstring_lsp.source.visibility import is_test_path

Author = Callable[[Request], Awaitable[GenerationResult]]
"""Who writes the drafts; the engine, or anything that answers like it."""

Status = Literal["written", "unchanged", "standing", "exempt", "refused", "left"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one definition.

    Attributes:
        definition: The definition.
        status: ``written`` (there is an edit), ``unchanged`` (its docstring is already what
            would be written), ``standing`` (it has one and was not to be replaced),
            ``exempt`` (none is asked of it), ``refused`` or ``left`` (its author has not
            answered, or was asked about another state of it).
        edit: The edit, if it was written.
        reason: Why it is exempt, was refused or left.
        author: The provider that wrote the prose.
        result: What the author gave, with what it took and cost; None if nobody was asked.
    """

    definition: Definition
    status: Status
    edit: TextEdit | None = None
    reason: str = ""
    author: str = ""
    result: GenerationResult | None = None


def written(definition: Definition, edit: TextEdit | None, result: GenerationResult) -> Outcome:
    """Return the outcome of a docstring that was composed, which may be what stood before."""
    status: Status = "unchanged" if edit is None else "written"
    return Outcome(definition, status, edit, author=result.provider, result=result)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a text comes from, as far as that is known.

    Attributes:
        path: Its path relative to the project.
        module: Its dotted module name.
        lookup: Gives the texts of other modules by their names, for what stands around a
            definition. None where the author reads none of that, so that it is not gathered.
        mentions: Gives the modules around it that have a word, for who calls a definition.
        neighbourhood: The way to the project's other modules, for what is judged by them.
    """

    path: PurePath | None = None
    module: str | None = None
    lookup: Callable[[str], str | None] | None = None
    mentions: Mentions | None = None
    neighbourhood: Neighbourhood | None = None

    @property
    def is_stub(self) -> bool:
        """Whether it is a stub file."""
        return self.path is not None and self.path.suffix == ".pyi"

    @property
    def package(self) -> str | None:
        """The dotted name under which a package's own module tells that it is one."""
        opens = self.path is not None and self.path.stem == "__init__"
        return f"{self.module}.__init__" if self.module and opens else self.module

    @property
    def is_test(self) -> bool:
        """Whether it is a test file."""
        return self.path is not None and is_test_path(self.path.as_posix())


NOWHERE = Place()
"""The place of a text of which nothing is known."""
