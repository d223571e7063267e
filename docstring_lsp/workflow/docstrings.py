"""Docstrings by the workflow: planned, drafted at once, criticised by the rules, written again.

Takes one definition, several, or a whole workspace; gives texts, and what the rules still say.
Writes no file. The rules are the critics: what they find in what was drafted is mended, and what
cannot be is told.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from docstring_lsp import files
from docstring_lsp.actions.conventions import Conventions
from docstring_lsp.actions.generate import edits, generate
from docstring_lsp.actions.mend import Check, mend
from docstring_lsp.actions.outcome import Author, Outcome
from docstring_lsp.actions.place import Place
from docstring_lsp.actions.proposal import Target
from docstring_lsp.actions.rules import selection
from docstring_lsp.actions.style import project_conventions
from docstring_lsp.checks import run
from docstring_lsp.checks.finding import Finding
from docstring_lsp.deliverables.modes import together
from docstring_lsp.errors import DocstringLspError, UnknownNameError
from docstring_lsp.settings.model import Resolved
from docstring_lsp.source.edit import apply
from docstring_lsp.source.scan import scan
from docstring_lsp.source.visibility import exemption

MOST_DOCUMENTS = 16
"""Documents that are open at once; the questions they ask are bounded by the engine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised:
    """What became of one document.

    Attributes:
        text: Its text.
        planned: The qualified names of what was to be documented.
        rewrites: How often something was written again.
        left: What the rules still say of them.
        refused: What could not be written, with the reason.
        error: Why nothing could be done, or an empty text.
    """

    text: str
    planned: tuple[str, ...] = ()
    rewrites: int = 0
    left: tuple[Finding, ...] = ()
    refused: tuple[Outcome, ...] = ()
    error: str = ""


async def revised(
    text: str,
    conventions: Conventions,
    author: Author,
    check: Check,
    place: Place,
    *,
    symbols: Collection[str] | None = None,
    rewrites: int = 2,
) -> Revised:
    """Return a document with docstrings where they are missing.

    Args:
        text: The document.
        conventions: How the project writes docstrings.
        author: Who writes the prose.
        check: The critics.
        place: Where the text comes from.
        symbols: The qualified names of the definitions to document; all that are missing one
            if None.
        rewrites: How often what is criticised is written again at most.

    Raises:
        UnknownNameError: If a definition is named that there is not.
    """
    planned = _planned(text, conventions, place, symbols)
    if not planned:
        return Revised(text=text)
    anchors = [d.anchor for d in scan(text) if d.qualname in planned]
    drafts = await asyncio.gather(
        *(
            generate(text, Target(scope="definition", anchor=a), conventions, author, place)
            for a in anchors
        )
    )
    outcomes = tuple(outcome for draft in drafts for outcome in draft)
    text = apply(text, edits(outcomes))
    critics = partial(_said, check, frozenset(planned))
    count, left = 0, critics(text)
    while count < rewrites and any(finding.fixable for finding in left):
        again = await mend(text, critics, conventions, author, place)
        if again.text == text:
            break
        text, left, count = again.text, again.left, count + 1
    refused = tuple(outcome for outcome in outcomes if outcome.status == "refused")
    return Revised(text=text, planned=planned, rewrites=count, left=left, refused=refused)


async def revised_files(
    root: Path,
    resolved: Resolved,
    author: Author,
    *,
    wanted: Mapping[Path, Sequence[str]] | None = None,
    rewrites: int = 2,
    told: Callable[[int, int, str], None] | None = None,
) -> dict[Path, Revised]:
    """Return the documents of a workspace with docstrings where they are missing.

    A document that cannot be read, or has no definition of a name, is told in its place and the
    others go on. What a model has answered is kept by the engine, so that interrupted work asks
    nothing twice.

    Args:
        root: The workspace's folder.
        resolved: The settings that hold there.
        author: Who writes the prose.
        wanted: The definitions to document, by file; the whole workspace if None.
        rewrites: How often what is criticised is written again at most.
        told: Is told how many of how many documents are done, and the last one's name.

    Raises:
        SettingError: If what is set cannot be used.
    """
    conventions = project_conventions(root, resolved)
    chosen = selection(resolved)
    walked = files.walk([root], resolved.settings, root=resolved.root)
    asked: Mapping[Path, Sequence[str] | None] = wanted or dict.fromkeys(walked)
    room = asyncio.Semaphore(MOST_DOCUMENTS)
    done: dict[Path, Revised] = {}

    async def one(path: Path, symbols: Sequence[str] | None) -> None:
        relative = path.relative_to(root) if path.is_relative_to(root) else Path(path.name)
        place = Place.of_file(path, relative, around=True)

        def check(text: str) -> tuple[Finding, ...]:
            return run.check(
                text,
                conventions.policy,
                path=relative,
                style_name=conventions.style_name,
                style_is_told=conventions.style_is_told,
                selection=chosen,
                unwanted=conventions.bible.forbidden,
                neighbourhood=place.neighbourhood,
            )

        async with room:
            text = ""
            try:
                text = files.read(path).text
                done[path] = await revised(
                    text, conventions, author, check, place, symbols=symbols, rewrites=rewrites
                )
            except DocstringLspError as error:
                done[path] = Revised(text=text, error=str(error))
        if told is not None:
            told(len(done), len(asked), path.name)

    await together([one(path, symbols) for path, symbols in asked.items()])
    return {path: done[path] for path in asked}


def _planned(
    text: str, conventions: Conventions, place: Place, symbols: Collection[str] | None
) -> tuple[str, ...]:
    definitions = scan(text)
    if symbols is not None:
        known = [definition.qualname for definition in definitions]
        for name in symbols:
            if name not in known:
                raise UnknownNameError("symbol", name, known, str(place.path or ""))
        return tuple(symbols)
    return tuple(
        definition.qualname
        for definition in definitions
        if definition.docstring is None
        and text.strip()
        and exemption(definition, conventions.policy, test_file=place.is_test) is None
    )


def _said(check: Check, planned: frozenset[str], text: str) -> tuple[Finding, ...]:
    return tuple(finding for finding in check(text) if finding.symbol in planned)
