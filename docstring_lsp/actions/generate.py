"""Writes docstrings: a text and a target in, proven edits and what became of each definition out.

The one way through the house: scan, extract, ask the author, compose, render, edit. Opens no
file and knows no editor.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Literal

from docstring_lsp.actions.conventions import Conventions
from docstring_lsp.actions.proposal import Target
from docstring_lsp.docstring.merge import compose
from docstring_lsp.engine.result import GenerationResult
from docstring_lsp.errors import EditRefusedError, SourceError, StaleDocumentError
from docstring_lsp.providers.base import Request
from docstring_lsp.source.definition import MODULE, Definition
from docstring_lsp.source.edit import TextEdit, docstring_edit, docstring_indent
from docstring_lsp.source.extract import extract
from docstring_lsp.source.scan import scan
from docstring_lsp.source.visibility import exemption, is_test_path

Author = Callable[[Request], Awaitable[GenerationResult]]
"""Who writes the drafts; the engine, or anything that answers like it."""

Status = Literal["written", "unchanged", "standing", "exempt", "refused"]

_TAB = 8
"""Columns a tab counts for when lines are filled, as PEP 8's checkers count."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one definition.

    Attributes:
        definition: The definition.
        status: ``written`` (there is an edit), ``unchanged`` (its docstring is already what
            would be written), ``standing`` (it has one and was not to be replaced),
            ``exempt`` (none is asked of it) or ``refused``.
        edit: The edit, if it was written.
        reason: Why it is exempt or was refused.
        author: The provider that wrote the prose.
    """

    definition: Definition
    status: Status
    edit: TextEdit | None = None
    reason: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a text comes from, as far as that is known.

    Attributes:
        path: Its path relative to the project.
        module: Its dotted module name.
    """

    path: PurePath | None = None
    module: str | None = None

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


async def generate(
    text: str,
    target: Target,
    conventions: Conventions,
    author: Author,
    place: Place = Place(),
) -> tuple[Outcome, ...]:
    """Write the docstrings of a target.

    One definition that was asked for by itself is written whatever the policy says of it; in
    a selection, a class or a file the policy decides, and what it exempts is told as such.

    Args:
        text: The document.
        target: What to write docstrings for.
        conventions: How the project writes them.
        author: Who writes the prose.
        place: Where the text comes from.

    Returns:
        An outcome a definition, in source order. Their edits do not overlap, and each is
        proven to leave the code as it is.

    Raises:
        StaleDocumentError: If the target is not, or no longer, in the text.
        UnknownNameError: If the target names a style that does not exist.
    """
    if target.style is not None:
        conventions = conventions.with_style(target.style)
    definitions = _targeted(scan(text), target)
    outcomes = []
    for definition in definitions:
        alone = target.scope == "definition"
        reason = (
            None if alone else exemption(definition, conventions.policy, test_file=place.is_test)
        )
        if reason is not None:
            outcome = Outcome(definition, "exempt", reason=reason)
        elif definition.name == MODULE and not text.strip():
            outcome = Outcome(definition, "exempt", reason="empty")
        elif definition.docstring is not None and not target.replace:
            outcome = Outcome(definition, "standing")
        else:
            outcome = await _write(text, definition, conventions, author, place)
        outcomes.append(outcome)
    return tuple(outcomes)


def edits(outcomes: tuple[Outcome, ...]) -> tuple[TextEdit, ...]:
    """Return the edits of the outcomes, in source order."""
    return tuple(outcome.edit for outcome in outcomes if outcome.edit is not None)


def _targeted(definitions: tuple[Definition, ...], target: Target) -> tuple[Definition, ...]:
    if target.scope == "file":
        return definitions
    found = _anchored(definitions, target.anchor)
    if target.scope == "definition":
        return (found,)
    if target.scope == "selection":
        last = _anchored(definitions, target.last)
        return tuple(d for d in definitions if found.anchor <= d.anchor <= last.anchor)
    return tuple(d for d in definitions if d.kind != "module" and _within(d, found))


def _anchored(definitions: tuple[Definition, ...], anchor: int) -> Definition:
    for found in definitions:
        if found.anchor == anchor:
            return found
    raise StaleDocumentError(
        "the definition is no longer where it was: the document changed; ask again"
    )


def _within(definition: Definition, outer: Definition) -> bool:
    return outer.span.start <= definition.span.start and definition.span.end <= outer.span.end


async def _write(
    text: str, definition: Definition, conventions: Conventions, author: Author, place: Place
) -> Outcome:
    try:
        module = place.package if definition.name == MODULE else place.module
        facts = extract(text, definition, module=module, stub=place.is_stub)
    except SourceError as error:
        return Outcome(definition, "refused", reason=str(error))
    result = await author(
        Request(facts=facts, style=conventions.style.name, source=definition.span.of(text))
    )
    docstring = compose(facts, result.content, init=conventions.policy.init)
    columns = len(docstring_indent(text, definition).expandtabs(_TAB))
    layout = replace(conventions.layout, indent=columns)
    try:
        edit = docstring_edit(text, definition, conventions.style.render(docstring, layout))
    except EditRefusedError as error:
        return Outcome(definition, "refused", reason=str(error))
    status: Status = "unchanged" if edit is None else "written"
    return Outcome(definition, status, edit, author=result.provider)
