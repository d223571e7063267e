"""What can be done at a place of a document: cheap, since nothing is written until chosen.

Finds the definitions under the cursor or in the selection and offers to document each, the
class, and the file. Asks no author, and extracts facts only to tell whether the docstring under
the cursor is stale.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from docstring_lsp.actions.conventions import Conventions, styles
from docstring_lsp.actions.conventions import style as style_of
from docstring_lsp.actions.proposal import Proposal, Target
from docstring_lsp.checks.neighbourhood import Neighbourhood
from docstring_lsp.docstring.recognition import written_in
from docstring_lsp.engine.connect import EMBEDDED
from docstring_lsp.source.cursor import at
from docstring_lsp.source.definition import MODULE, Definition
from docstring_lsp.source.edit import docstring_content
from docstring_lsp.source.scan import scan
from docstring_lsp.source.span import Span
from docstring_lsp.source.visibility import Policy, exemption

_MOST_IN_SELECTION = 20
_LONGEST_READ = 20_000
"""Characters of a definition whose docstring is compared with it at each step of the cursor."""


def propose(
    text: str,
    selection: Span,
    conventions: Conventions,
    models: Sequence[str] = (),
    neighbourhood: Neighbourhood | None = None,
) -> tuple[Proposal, ...]:
    """Return what is offered at a selection, the likeliest first.

    What needs no model is written by the embedded author, at once, whoever else is set up.

    Args:
        text: The document.
        selection: The selection; empty for a cursor.
        conventions: How the project writes docstrings.
        models: The providers of models that the user has set up.
        neighbourhood: The way to the project's other modules, for what is judged by them.
    """
    found = _selected(text, selection)
    offers = list(_for_selection(text, found, conventions.policy))
    for definition in found[:1]:
        offers += _for_standing(text, definition, conventions, neighbourhood)
    for definition in found:
        own, *others = _for_definition(definition, conventions)
        # Of several definitions, each in each style would be a menu that nobody reads.
        offers += [own, *others] if len(found) == 1 else [own]
    if len(found) == 1:
        offers += _for_conversion(text, found[0], conventions)
    offers += [o for definition in found[:1] for o in _for_class(definition)]
    offers.append(
        Proposal(
            title="Generate missing docstrings in this file",
            kind="rewrite",
            target=Target(scope="file"),
        )
    )
    by_hand = [replace(o, target=replace(o.target, provider=EMBEDDED)) for o in offers]
    return (*by_hand, *(o for model in models for o in _with_model(found, model)))


def propose_on_save() -> Proposal:
    """Return what an editor may run on save: only what is missing, never what stands."""
    target = Target(scope="file", provider=EMBEDDED)
    return Proposal(title="Generate missing docstrings", kind="fix-all", target=target)


def _selected(text: str, selection: Span) -> tuple[Definition, ...]:
    if selection.start == selection.end:
        return (at(text, selection.start),)
    inside = (
        d
        for d in scan(text)
        if d.kind != "module" and selection.start <= d.header.start < selection.end
    )
    return tuple(islice(inside, _MOST_IN_SELECTION)) or (at(text, selection.start),)


def _for_selection(text: str, found: tuple[Definition, ...], policy: Policy) -> Iterator[Proposal]:
    missing = [d for d in found if d.docstring is None and exemption(d, policy, text=text) is None]
    if len(missing) > 1:
        first, last = missing[0].anchor, missing[-1].anchor
        yield Proposal(
            title=f"Generate the {len(missing)} missing docstrings in the selection",
            kind="rewrite",
            target=Target(scope="selection", anchor=first, last=last),
        )


def _for_standing(
    text: str,
    definition: Definition,
    conventions: Conventions,
    neighbourhood: Neighbourhood | None,
) -> Iterator[Proposal]:
    start, end = definition.span
    if definition.docstring is None or definition.name == MODULE or end - start > _LONGEST_READ:
        return
    from docstring_lsp.actions.mend import reword, tidy
    from docstring_lsp.actions.update import staleness

    anchor = definition.anchor
    if _is_unfinished(text, definition, conventions):
        yield Proposal(
            title=f"Finish docstring of `{definition.name}`",
            kind="fix",
            target=Target(scope="definition", anchor=anchor, only="unfinished"),
            preferred=True,
        )
    stale, gone = staleness(text, definition, conventions.style, neighbourhood)
    if stale:
        yield Proposal(
            title=f"Update docstring of `{definition.name}` in place",
            kind="fix",
            target=Target(scope="definition", anchor=anchor, only="stale"),
            preferred=True,
        )
    if gone:
        yield Proposal(
            title=f"Remove from docstring of `{definition.name}` what the code no longer has",
            kind="rewrite",
            target=Target(scope="definition", anchor=anchor, only="gone"),
        )
    if tidy(text, definition, conventions).status == "written":
        yield Proposal(
            title=f"Lay out docstring of `{definition.name}`",
            kind="fix",
            target=Target(scope="definition", anchor=anchor, only="untidy"),
            preferred=not stale,
        )
    if reword(text, definition, conventions).status == "written":
        yield Proposal(
            title=f"Use the project's words in docstring of `{definition.name}`",
            kind="fix",
            target=Target(scope="definition", anchor=anchor, only="unwanted"),
            preferred=not stale,
        )


def _is_unfinished(text: str, definition: Definition, conventions: Conventions) -> bool:
    from docstring_lsp.docstring.gaps import gaps

    content = docstring_content(text, definition)
    own = written_in(content, conventions.style) if content else None
    tree = own.parse(content) if own is not None and content else None
    return content is not None and any(True for _ in gaps(content, tree))


def _for_definition(definition: Definition, conventions: Conventions) -> Iterator[Proposal]:
    name = "module" if definition.name == MODULE else f"`{definition.name}`"
    anchor = definition.anchor
    stands = definition.docstring is not None
    verb = "Rewrite" if stands else "Generate"
    yield Proposal(
        title=f"{verb} docstring of {name} ({conventions.style.title})",
        kind="rewrite" if stands else "fix",
        target=Target(scope="definition", anchor=anchor, replace=stands),
        preferred=not stands,
    )
    for other in styles():
        if other != conventions.style_name:
            yield Proposal(
                title=f"{verb} docstring of {name} in style: {style_of(other).title}",
                kind="rewrite",
                target=Target(scope="definition", anchor=anchor, style=other, replace=stands),
            )


def _with_model(found: tuple[Definition, ...], model: str) -> Iterator[Proposal]:
    """Yield what a model is offered for: the one definition, else what is missing in the file."""
    if len(found) == 1:
        definition = found[0]
        name = "module" if definition.name == MODULE else f"`{definition.name}`"
        stands = definition.docstring is not None
        yield Proposal(
            title=f"{'Rewrite' if stands else 'Generate'} docstring of {name} with {model}",
            kind="rewrite" if stands else "fix",
            target=Target(
                scope="definition", anchor=definition.anchor, replace=stands, provider=model
            ),
            needs_model=True,
        )
    yield Proposal(
        title=f"Generate missing docstrings in this file with {model}",
        kind="rewrite",
        target=Target(scope="file", provider=model),
        needs_model=True,
    )


def _for_conversion(
    text: str, definition: Definition, conventions: Conventions
) -> Iterator[Proposal]:
    """Offer the styles that a docstring is not written in, the project's first."""
    content = docstring_content(text, definition)
    own = written_in(content, conventions.style) if content else None
    if own is None:
        return
    name = "module" if definition.name == MODULE else f"`{definition.name}`"
    others = [each for each in styles() if each != own.name]
    for other in sorted(others, key=lambda each: each != conventions.style_name):
        yield Proposal(
            title=f"Convert docstring of {name} to {style_of(other).title}",
            kind="fix" if other == conventions.style_name else "rewrite",
            target=Target(
                scope="definition", anchor=definition.anchor, style=other, only="convert"
            ),
        )
    if own.name != conventions.style_name:
        yield Proposal(
            title=f"Convert docstrings in this file to {conventions.style.title}",
            kind="rewrite",
            target=Target(scope="file", style=conventions.style_name, only="convert"),
        )


def _for_class(definition: Definition) -> Iterator[Proposal]:
    if definition.kind == "class":
        anchor, name = definition.anchor, definition.name
    elif definition.in_class:
        scope = definition.scopes[-1]
        anchor, name = scope.header.start, scope.name
    else:
        return
    yield Proposal(
        title=f"Generate missing docstrings of class `{name}` and its methods",
        kind="rewrite",
        target=Target(scope="class", anchor=anchor),
    )
