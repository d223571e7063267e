"""Finishes a docstring that was begun and left: fills its placeholders, drops what is empty.

What is filled in is what a new docstring would say there; every other character stays. A place
for more than the code says, as for a longer description, goes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product

from docstring_lsp.actions.composing import composed, facts_of, layout_at
from docstring_lsp.actions.conventions import Conventions
from docstring_lsp.actions.generate import write
from docstring_lsp.actions.outcome import Author, Outcome, written
from docstring_lsp.actions.place import Place
from docstring_lsp.docstring.gaps import Gap, gaps
from docstring_lsp.docstring.model import Docstring, Entry, Section, SectionKind
from docstring_lsp.docstring.placing import Edit, applied
from docstring_lsp.docstring.recognition import written_in
from docstring_lsp.docstring.tree import Block, Item, Tree
from docstring_lsp.errors import EditRefusedError, SourceError
from docstring_lsp.source.definition import Definition
from docstring_lsp.source.edit import docstring_content
from docstring_lsp.source.patch import docstring_patch
from docstring_lsp.source.span import Span

_Rendering = Callable[[Docstring], Tree]
"""How the docstring's style says something, read back."""


async def finish(
    text: str, definition: Definition, conventions: Conventions, author: Author, place: Place
) -> Outcome:
    """Return what becomes of a docstring that was begun and left.

    Args:
        text: The document.
        definition: A definition that has a docstring.
        conventions: How the project writes them.
        author: Who says what is missing; asked only where something is.
        place: Where the text comes from.
    """
    content = docstring_content(text, definition)
    if content is None:
        return Outcome(definition, "standing")
    own = written_in(content, conventions.style)
    tree = None if own is None else own.parse(content)
    found = list(gaps(content, tree))
    if not found:
        return Outcome(definition, "standing")
    if found[0].kind == "silent":
        return await write(text, definition, conventions, author, place)
    style = own or conventions.style
    typed = style.typed(content)
    layout = layout_at(text, definition, conventions)
    layout = layout if typed is None else replace(layout, types=typed)
    try:
        facts = facts_of(text, definition, place)
        if definition.kind == "class":  # What its constructor takes says what it keeps.
            whole = replace(conventions.policy, init="class")
            conventions = replace(conventions, policy=whole)
        wanted, result = await composed(facts, text, definition, conventions, author, place)

        def rendering(docstring: Docstring) -> Tree:
            return style.parse(style.render(docstring, layout))

        edits = list(_filled(content, tree, found, wanted, rendering))
        edit = docstring_patch(text, definition, applied(content, Span(0, len(content)), edits))
    except (SourceError, EditRefusedError) as error:
        return Outcome(definition, "refused", reason=str(error))
    return written(definition, edit, result)


def _filled(
    content: str, tree: Tree | None, found: list[Gap], wanted: Docstring, rendering: _Rendering
) -> Iterator[Edit]:
    """Give the edits that fill the gaps; none where nobody knows what belongs there."""
    for gap in found:
        block, item = _around(tree, gap)
        if gap.kind == "section":
            yield _with_gap_above(content, gap.whole), ""
        elif item is None or block is None or tree is None:
            yield from _summed_up(content, gap, rendering(Docstring(wanted.summary)).text)
        elif (entry := _entry(tree, item, wanted)) is not None and item.kind is not None:
            if item.description and item.description != gap.span:
                entry = replace(entry, default=None)  # What is behind the gap tells of it.
            said = rendering(Docstring("X.", sections=(Section(item.kind, (entry,)),)))
            if gap.kind == "entry":
                line = Span(item.span.start, _line_end(content, item.span.start))
                yield line, _moved(said, said.items[0].span.start, said.items[-1].span.end, block)
            else:
                yield from _entered(content, item, gap, said, block)


def _around(tree: Tree | None, gap: Gap) -> tuple[Block | None, Item | None]:
    """Return the entry that a gap is in, and its block."""
    for block in tree.blocks if tree is not None else ():
        for item in block.items:
            if item.span.start <= gap.span.start and gap.span.end <= item.span.end:
                return block, item
    return None, None


def _entry(tree: Tree, item: Item, wanted: Docstring) -> Entry | None:
    """Return what a new docstring says of the one thing that an entry tells of."""
    names = [span.of(tree.text).replace("\\", "").lstrip("*") for span in item.names]
    kinds = [item.kind]
    kinds += [SectionKind.PARAMETERS] if item.kind is SectionKind.ATTRIBUTES else []
    for kind, section in product(kinds, wanted.sections):
        if section.kind is not kind or len(names) > 1:
            continue
        for entry in section.entries:
            if not names or (entry.name or "").lstrip("*") == names[0]:
                return entry
    return None


def _entered(content: str, item: Item, gap: Gap, said: Tree, block: Block) -> Iterator[Edit]:
    """Give the edit that puts a type or a description in a placeholder's place."""
    told = [each for each in said.items if each.role == "entry"]
    if _is_within(gap.span, item.type) or item.role == "type":
        types = (each.description if each.role == "type" else each.type for each in said.items)
        known = next((span for span in types if span is not None), None)
        if known is not None:
            yield gap.span, known.of(said.text)
        else:
            yield _without_type(content, gap.span), ""
    elif told and told[0].description is not None:
        lead = len(gap.span.of(content)) - len(gap.span.of(content).lstrip())
        new = _moved(said, *told[0].description, block).strip()
        if content[gap.span.end : gap.span.end + 1] == ".":
            new = new.removesuffix(".")
        yield Span(gap.span.start + lead, gap.span.end), new


def _is_within(inner: Span, outer: Span | None) -> bool:
    return outer is not None and outer.start <= inner.start and inner.end <= outer.end


def _without_type(content: str, span: Span) -> Span:
    """Return what goes with a type of which the code says nothing: the marks around it."""
    before, behind = content[: span.start], content[span.end :]
    if behind.startswith(", "):
        return Span(span.start, span.end + 2)
    if before.endswith(" (") and behind.startswith(")"):
        return Span(span.start - 2, span.end + 1)
    if before.endswith(" : "):
        return Span(span.start - 3, span.end)
    if re.search(r":(?:r?type|kwtype)\b[^:\n]*:[ ]\Z", before):
        start = before.rfind("\n") + 1
        return Span(max(start - 1, 0), span.end)
    return Span(span.start, span.start)


def _moved(said: Tree, start: int, end: int, block: Block) -> str:
    """Return lines that a style wrote, as far to the right as those of a block."""
    margin = said.blocks[0].indent
    first, *others = said.text[start:end].rstrip().split("\n")
    lines = [" " * block.indent + line[margin:] if line.strip() else line for line in others]
    if start in {item.span.start for item in said.items}:
        first = " " * block.indent + first[margin:]
    return "\n".join([first, *lines])


def _summed_up(content: str, gap: Gap, summary: str) -> Iterator[Edit]:
    """Give the edit that puts the summary in a placeholder's place, or takes the place away."""
    start = content.rfind("\n", 0, gap.span.start) + 1
    line = Span(start, _line_end(content, gap.span.end))
    if not content[:start].strip():
        alone = line.of(content).strip() == gap.span.of(content).strip()
        yield (line if alone else gap.span), summary.strip()
    elif line.of(content).strip(" .") == gap.span.of(content).strip(" ."):
        behind = content[line.end :]
        yield Span(start, line.end + len(behind) - len(behind.lstrip())), ""


def _line_end(content: str, place: int) -> int:
    stop = content.find("\n", place)
    return stop if stop >= 0 else len(content)


def _with_gap_above(content: str, span: Span) -> Span:
    """Return lines with the white space in front of them, and without that behind them."""
    start = len(content[: span.start].rstrip())
    return Span(start, span.start + len(span.of(content).rstrip()))
