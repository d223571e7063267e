"""What a docstring says of parameters, results and errors: a definition in, tables out."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import cleandoc

from docstring_lsp.deliverables.evidence.model import Symbol
from docstring_lsp.deliverables.markup import bullets, code, prose, table
from docstring_lsp.docstring.model import SectionKind
from docstring_lsp.docstring.recognition import read, written_in
from docstring_lsp.docstring.tree import Item, Tree
from docstring_lsp.errors import DocstringLspError

_NAMED = {
    SectionKind.PARAMETERS: "Parameter",
    SectionKind.ATTRIBUTES: "Attribute",
    SectionKind.RAISES: "Raises",
    SectionKind.WARNS: "Warns",
}
_UNNAMED = {SectionKind.RETURNS: "Returns", SectionKind.YIELDS: "Yields"}


def entries(symbol: Symbol) -> Iterator[str]:
    """Yield a table for each kind of thing that a docstring tells of by name, and its results.

    Args:
        symbol: The definition; a docstring in no style that is known says nothing here.
    """
    text = cleandoc(symbol.docstring)
    style = written_in(text) if text else None
    if style is None:
        return
    try:
        tree = read(text, style)
    except DocstringLspError:
        return
    told = [item for item in tree.items if item.role == "entry" and item.kind is not None]
    for kind, head in _NAMED.items():
        rows = ((_names(i, tree), _said(i, tree)) for i in told if i.kind is kind and i.names)
        yield table((head, "What it is"), (row for row in rows if row[1]))
    for kind, head in _UNNAMED.items():
        found = (_said(i, tree) for i in told if i.kind is kind)
        yield bullets(f"{head}: {each}" for each in found if each)


def _names(item: Item, tree: Tree) -> str:
    return ", ".join(code(name.of(tree.text)) for name in item.names)


def _said(item: Item, tree: Tree) -> str:
    """Return the first paragraph of what is said of an item."""
    said = item.description.of(tree.text) if item.description is not None else ""
    return prose(said.strip().split("\n\n")[0])
