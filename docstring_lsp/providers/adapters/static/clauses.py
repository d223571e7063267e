"""Clauses: what follows "if", and how two of them share a subject."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition in words.

    Attributes:
        text: What follows "if".
        plain: Whether it reads as prose; otherwise it only quotes the code.
    """

    text: str
    plain: bool = True


def share_subject(clauses: list[str]) -> list[str]:
    """Return clauses without a subject that the one before has said: ``x is None``, ``empty``."""
    shared: list[str] = []
    said = ""
    for clause in clauses:
        subject, found, rest = clause.partition(" is ")
        plain = bool(found) and "`" in subject and not _GLUE.search(rest)
        shared.append(rest if plain and subject == said else clause)
        said = subject if plain else ""
    return shared


_GLUE = re.compile(r" (?:or|and|nor|for|is) ")
