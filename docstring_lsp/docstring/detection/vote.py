"""What the docstrings that exist say by their number: the style, the types, ``__init__``.

Takes docstrings; each style itself says which marks of it a text has, and whether it tells
types.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from docstring_lsp.docstring.style import Style

Holder = Literal["class", "init", "other"]


@dataclass(frozen=True, slots=True)
class Existing:
    """A docstring that stands in the project.

    Attributes:
        text: What it says.
        holder: Of what it is: ``class`` only for a class that has an ``__init__``.
    """

    text: str
    holder: Holder = "other"


@dataclass(frozen=True, slots=True)
class Vote:
    """What the majority does, with the count in words; None where nobody voted.

    Attributes:
        style: The name of the style.
        types: Whether types are repeated.
        init: Where ``__init__``'s parameters are documented.
    """

    style: tuple[str, str] | None = None
    types: tuple[bool, str] | None = None
    init: tuple[Literal["class", "init"], str] | None = None


def vote(
    docstrings: Iterable[Existing], styles: Callable[[], list[Style]], chosen: str | None
) -> Vote:
    """Return what most docstrings do.

    Args:
        docstrings: Those that exist.
        styles: Gives those that can be told; asked only if there is a docstring.
        chosen: The style that was told otherwise; the types are asked of its docstrings.
    """
    known: list[Style] = []
    marked: list[tuple[Style, Existing]] = []
    for each in docstrings:
        known = known or styles()
        counts = [(style.marks(each.text), style) for style in known]
        most = max((count for count, _ in counts), default=0)
        if most:
            marked.append((next(s for count, s in counts if count == most), each))
    votes = Counter(style.name for style, _ in marked)
    style = _majority(votes, "docstrings with sections are in it")
    winner = chosen or (style[0] if style else None)
    of_winner = [(s, each) for s, each in marked if s.name == winner]
    typed = Counter(t for s, each in of_winner if (t := s.typed(each.text)) is not None)
    holders = Counter(each.holder for s, each in of_winner if s.typed(each.text) is not None)
    del holders["other"]
    most_types = _majority(typed, "docstrings with parameters do it so")
    return Vote(style, most_types, _majority(holders, "documented constructors have it so"))


def _majority(votes: Counter[Any], what: str) -> tuple[Any, str] | None:
    if not votes:
        return None
    winner, most = max(votes.items(), key=lambda vote: vote[1])
    return winner, f"{most} of {sum(votes.values())} {what}"
