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
    """Return clauses without a subject that the one before has said: ``x is None``, ``empty``.

    What is affirmed behind a denial keeps its verb: "is not a string and empty" denies both.
    """
    shared: list[str] = []
    said, negated = "", False
    for clause in clauses:
        subject, found, rest = clause.partition(" is ")
        plain = bool(found) and "`" in subject and not _GLUE.search(rest)
        same = plain and subject == said
        verb = "is " if negated and not rest.startswith("not ") else ""
        shared.append(f"{verb}{rest}" if same else clause)
        said = subject if plain else ""
        negated = rest.startswith("not ")
    return shared


_GLUE = re.compile(r" (?:or|and|nor|for|is) ")
