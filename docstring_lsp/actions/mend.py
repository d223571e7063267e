"""Mends what the rules find: a file's text in, its text without the findings that can be mended.

One kind of fix after the other, each of findings made anew, since each changes the places of
the next.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from docstring_lsp.actions.conventions import Conventions
from docstring_lsp.actions.convert import convert
from docstring_lsp.actions.finish import finish
from docstring_lsp.actions.generate import write
from docstring_lsp.actions.outcome import Author, Outcome
from docstring_lsp.actions.place import Place
from docstring_lsp.actions.update import update
from docstring_lsp.checks import suppression
from docstring_lsp.checks.finding import Finding, Fix
from docstring_lsp.docstring.recognition import written_in
from docstring_lsp.docstring.tidy import tidied
from docstring_lsp.errors import EditRefusedError
from docstring_lsp.source.definition import Definition
from docstring_lsp.source.edit import TextEdit, apply, docstring_content
from docstring_lsp.source.patch import docstring_patch
from docstring_lsp.source.scan import scan

ORDER: tuple[Fix, ...] = (
    *("finish", "update", "finish", "convert", "tidy", "generate", "reword", "uncomment"),
)
"""What stands is mended before more is written, and comments go once nothing needs them. An entry
that an update gives its right name can be finished only after it."""

Check = Callable[[str], tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class Mended:
    """What became of a file.

    Attributes:
        text: Its text.
        fixed: How many findings are gone.
        left: The findings that are left.
        refused: What could not be mended, with the reason.
    """

    text: str
    fixed: int
    left: tuple[Finding, ...]
    refused: tuple[Outcome, ...] = ()


async def mend(
    text: str, check: Check, conventions: Conventions, author: Author, place: Place
) -> Mended:
    """Return a file's text with all mended that can be.

    Args:
        text: The text.
        check: Gives the findings in a text.
        conventions: How the project writes docstrings.
        author: Who writes the prose of what is missing.
        place: Where the text comes from.
    """
    findings = first = check(text)
    refused: list[Outcome] = []
    for fix in ORDER:
        anchors = {finding.anchor for finding in findings if finding.fix == fix}
        if not anchors:
            continue
        if fix == "uncomment":
            changed = _uncommented(text, findings)
        else:
            outcomes = [
                await mended(text, definition, fix, conventions, author, place)
                for definition in scan(text)
                if definition.anchor in anchors
            ]
            refused += [outcome for outcome in outcomes if outcome.status == "refused"]
            changed = apply(text, [o.edit for o in outcomes if o.edit is not None])
        if changed != text:
            text, findings = changed, check(changed)
    return Mended(text, max(len(first) - len(findings), 0), findings, tuple(refused))


async def mended(
    text: str,
    definition: Definition,
    fix: Fix,
    conventions: Conventions,
    author: Author,
    place: Place,
) -> Outcome:
    """Return what becomes of one definition when one kind of fix is made."""
    if fix == "generate":
        return await write(text, definition, conventions, author, place)
    if fix == "finish":
        return await finish(text, definition, conventions, author, place)
    if fix == "update":
        return await update(text, definition, conventions, author, place)
    if fix == "convert":
        return convert(text, definition, conventions, place)
    if fix == "reword":
        return reword(text, definition, conventions)
    return tidy(text, definition, conventions)


def tidy(text: str, definition: Definition, conventions: Conventions) -> Outcome:
    """Return what becomes of a docstring when it is laid out, and nothing else is changed."""
    content = docstring_content(text, definition)
    own = None if content is None else written_in(content, conventions.style)
    if content is None or own is None:
        return Outcome(definition, "standing")
    try:
        edit = docstring_patch(text, definition, tidied(content, own))
    except EditRefusedError as error:
        return Outcome(definition, "refused", reason=str(error))
    return Outcome(definition, "unchanged" if edit is None else "written", edit)


def reword(text: str, definition: Definition, conventions: Conventions) -> Outcome:
    """Return what becomes of a docstring when the project's own words are put into it."""
    from docstring_lsp.docstring.wording import uses, worded

    content = docstring_content(text, definition)
    if content is None:
        return Outcome(definition, "standing")
    own = written_in(content, conventions.style)
    tree = own.parse(content) if own is not None else None
    found = uses(content, tree, conventions.bible.forbidden)
    try:
        edit = docstring_patch(text, definition, worded(content, found))
    except EditRefusedError as error:
        return Outcome(definition, "refused", reason=str(error))
    return Outcome(definition, "unchanged" if edit is None else "written", edit)


def uncomment(text: str, finding: Finding) -> TextEdit:
    """Return the edit that removes what a comment suppresses in vain."""
    return suppression.removal(text, finding.span)


def _uncommented(text: str, findings: tuple[Finding, ...]) -> str:
    # From the last one, so that the places of the others hold.
    for finding in sorted(findings, key=lambda each: each.span, reverse=True):
        if finding.fix == "uncomment":
            text = apply(text, [uncomment(text, finding)])
    return text
