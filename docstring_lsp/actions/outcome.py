"""What an act is handed and hands back: who writes, what became of a definition."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Literal

from docstring_lsp.engine.result import GenerationResult
from docstring_lsp.providers.base import Request
from docstring_lsp.source.definition import Definition
from docstring_lsp.source.edit import TextEdit

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
