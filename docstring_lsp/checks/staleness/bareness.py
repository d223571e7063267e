"""Whether nothing is lost where an entry goes: it says nothing but what its name says.

Takes a docstring's tree and what is gone; gives yes or no. What holds a sentence of a person
stays until a person asks for its removal.
"""

from __future__ import annotations

import builtins
import re
from collections.abc import Iterator

from docstring_lsp.docstring.drift import Drift
from docstring_lsp.docstring.tree import Tree
from docstring_lsp.docstring.types import is_code

_WORD = re.compile(r"\w+")
_PLACEHOLDER = re.compile(r"\W*(?:_\w+_|\[\w ]+\]|description|TODO\b.{0,40}|FIXME\b.{0,40})\W*")
_MORE_THAN_A_TYPE = re.compile(r"[.!?]\s*$|//|\$|\\|(?:\b\w+\b\W+){4}\w")
"""What a person says where a type is to be told."""

_EMPTY = frozenset({"a", "an", "the"})


def is_bare(tree: Tree, gone: Drift) -> bool:
    """Return whether nothing is said of what is gone but what its name says.

    Args:
        tree: The docstring.
        gone: What is told and gone.
    """
    if gone.kind != "gone" or _is_lone(tree, gone):
        return False
    from docstring_lsp.docstring.update import said_of

    if any(_MORE_THAN_A_TYPE.search(t) and not is_code(t) for t in _types(tree, gone)):
        return False
    said = said_of(tree, gone).strip()
    if _PLACEHOLDER.fullmatch(said) or isinstance(getattr(builtins, said, None), type):
        return True
    own = {word.lower() for word in re.split(r"[\W_]+", gone.name)}
    return {word.lower() for word in _WORD.findall(said)} <= own | _EMPTY


def _types(tree: Tree, gone: Drift) -> Iterator[str]:
    """Give what stands where a type does, in the entries that tell of what is gone."""
    for item in tree.items:
        if item.type is not None and gone.span in item.names:
            yield item.type.of(tree.text)


def _is_lone(tree: Tree, gone: Drift) -> bool:
    """Return whether an entry is a word and nothing else, which may be prose such as ``None``."""
    if gone.span is None:
        return False
    items = (item for item in tree.items if gone.span in item.names)
    return any(item.span.of(tree.text).strip() == gone.span.of(tree.text) for item in items)
