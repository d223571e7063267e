"""Which of the names that a docstring tells of are others in the code by now.

Takes the names that are told of and gone, and the parameters that are not told of; gives pairs.
A name is taken for another one by its place, or by how it is spelled; never against its type or
default.
"""

from __future__ import annotations

from collections.abc import Sequence

from docstring_lsp.docstring.entries import Named, told_default, told_type
from docstring_lsp.docstring.types import same_type
from docstring_lsp.docstring.values import another_value
from docstring_lsp.source.facts import Parameter

Pair = tuple[Named, Parameter]


def renamed(
    text: str,
    named: Sequence[Named],
    gone: Sequence[Named],
    missing: Sequence[Parameter],
    parameters: Sequence[Parameter],
) -> list[Pair]:
    """Return the names that took others' places.

    Args:
        text: The docstring's text.
        named: All names that it tells of.
        gone: Those that the code does not have.
        missing: The parameters that it does not tell of.
        parameters: All of them, in order.
    """
    if len(gone) == len(missing) == 1 and len(named) == len(parameters):
        old, new = gone[0], missing[0]
        placed = named.index(old) == list(parameters).index(new)
        if placed and _agree(text, old, new):
            return [(old, new)]
    alike = [(o, n) for o in gone for n in missing if _are_alike(o.name, n.name)]
    olds, news = [old for old, _ in alike], [new for _, new in alike]
    return [
        (old, new)
        for old, new in alike
        if olds.count(old) == news.count(new) == 1 and _agree(text, old, new)
    ]


def _agree(text: str, old: Named, new: Parameter) -> bool:
    """Return whether what is said of one can be true of the other: stars, default and type."""
    if new.label.count("*") != len(old.stars):
        return False
    default = told_default(text, old.item)
    if default is not None and another_value(default.of(text), new.default or "None"):
        return False
    told = told_type(text, old.item)
    return told is None or new.annotation is None or same_type(told.of(text), new.annotation)


def _are_alike(one: str, other: str) -> bool:
    """Return whether names are one word, spelled out or cut: ``func``, ``function``, ``_func``."""
    short, long = sorted((_plain(one), _plain(other)), key=len)
    if short == long:
        return True
    whole = max((one.strip("_"), other.strip("_")), key=len)
    rest = whole[len(short) :]
    return len(short) >= _SHORTEST and long.startswith(short) and rest.isalpha()


_SHORTEST = 3


def _plain(name: str) -> str:
    return name.replace("_", "").lower()
