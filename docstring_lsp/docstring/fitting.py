"""New entries and sections, laid out as those of the docstring that they go into.

Takes a lossless tree and what is to be said; gives lines. Knows not where they go, and not why.
"""

from __future__ import annotations

from collections.abc import Mapping

from docstring_lsp.docstring.model import Docstring, Entry, Section, SectionKind
from docstring_lsp.docstring.placing import units
from docstring_lsp.docstring.style import RenderOptions, Style
from docstring_lsp.docstring.tree import Block, Tree


def entry_lines(
    entry: Entry, kind: SectionKind, layout: tuple[Style, RenderOptions], indent: int
) -> str:
    """Return the lines of one entry as the style writes them, indented as its neighbours are."""
    style, options = layout
    tree = style.parse(style.render(Docstring("X.", sections=(Section(kind, (entry,)),)), options))
    items = [item for block in tree.blocks for item in block.items]
    own = tree.text[items[0].span.start : items[-1].span.end].rstrip()
    margin = tree.blocks[0].indent
    return "\n".join(
        " " * indent + line[margin:] if line.strip() else line for line in own.split("\n")
    )


def section_lines(
    tree: Tree,
    kind: SectionKind,
    entries: Mapping[str, Entry],
    layout: tuple[Style, RenderOptions],
) -> str:
    """Return a section that the docstring does not have, indented as its others are."""
    style, options = layout
    new = Docstring("X.", sections=(Section(kind, tuple(entries.values())),))
    text = style.render(new, options).partition("\n")[2].strip("\n")
    first = tree.blocks[0]
    heading = first.heading.of(tree.text)
    title = heading if first.title is not None else " " * first.indent
    margin = title[: len(title) - len(title.lstrip(" "))]
    lines = text.split("\n")
    if first.title is not None:
        lines = _headed(tree, _indented(tree, lines, style.parse(text)), heading)
    return "\n".join(margin + line if line else line for line in lines)


def _headed(tree: Tree, lines: list[str], heading: str) -> list[str]:
    """Return a section's lines with the rule and the empty line below its title as others have."""
    ruled = len(lines) > 1 and not lines[1].strip("-")
    if ruled and heading.rstrip().endswith("="):
        lines[1] = "=" * len(lines[1])
    if all(tree.text.startswith("\n", block.heading.end) for block in tree.blocks):
        lines.insert(2 if ruled else 1, "")
    return lines


def _indented(tree: Tree, lines: list[str], new: Tree) -> list[str]:
    """Return a section's lines with its entries as far to the right as those of others."""
    wanted = {
        block.indent - _width(block.heading.of(tree.text))
        for block in tree.blocks
        if block.title is not None and block.items
    }
    own = new.blocks[0].indent if new.blocks else 0
    if not own or len(wanted) != 1:
        return lines
    (margin,) = wanted
    return [" " * margin + line[own:] if line[:own].isspace() else line for line in lines]


def _width(heading: str) -> int:
    return len(heading) - len(heading.lstrip(" "))


def gap_between(tree: Tree, block: Block, kind: SectionKind | None) -> str:
    """Return what stands most often between two entries of a block, best behind some of a kind."""
    own = units(tree, block)[:-1]
    own = [unit for unit in own if unit.kind is kind] or own
    gaps = [tree.text[unit.body(tree.text).end : unit.span.end] for unit in own]
    return max(sorted(gaps, key=len), key=gaps.count, default="\n")
