"""Slots: what an author is asked to describe of one definition, by name.

Takes facts, gives the slots of a draft that a docstring will use; knows no provider. What is
asked for is read off what `docstring_lsp.docstring.merge` would tell, so that no more is paid for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from docstring_lsp.docstring.draft import Draft
from docstring_lsp.docstring.merge import InitPlace, compose
from docstring_lsp.docstring.model import SectionKind
from docstring_lsp.source.facts import ClassFacts, Facts

GROUPS: Mapping[SectionKind, str] = MappingProxyType(
    {
        SectionKind.PARAMETERS: "parameters",
        SectionKind.ATTRIBUTES: "attributes",
        SectionKind.RAISES: "raises",
        SectionKind.WARNS: "warns",
    }
)
"""The sections whose entries have names, and the draft's field for each."""

SINGLES: Mapping[SectionKind, str] = MappingProxyType(
    {
        SectionKind.RETURNS: "returns",
        SectionKind.YIELDS: "yields",
        SectionKind.RECEIVES: "receives",
    }
)
"""The sections of one unnamed entry, and the draft's field for each."""

_SAFE_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,63}")
"""What every provider takes as the name of a property."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing to be described.

    Attributes:
        group: The field of `Draft` it belongs to.
        name: What is described: a parameter's name without stars, an exception's type as
            written. Empty for what a definition has only one of.
        key: What it is called in the answer: the name, or a plain one in its place where a
            provider might not take it as a key.
    """

    group: str
    name: str = ""
    key: str = ""

    @property
    def path(self) -> str:
        """What a model is told it by, such as ``parameters.timeout``."""
        return f"{self.group}.{self.key}" if self.key else self.group


def slots(facts: Facts) -> tuple[Slot, ...]:
    """Return what is to be described beside the summary, in the order of the docstring."""
    return tuple(_slots(facts))


def _slots(facts: Facts) -> Iterator[Slot]:
    place: InitPlace = "class" if isinstance(facts, ClassFacts) else "init"
    for section in compose(facts, Draft(summary=""), init=place).sections:
        if section.kind in SINGLES:
            yield Slot(SINGLES[section.kind])
        elif section.kind in GROUPS:
            group = GROUPS[section.kind]
            names = dict.fromkeys((entry.name or "").lstrip("*") for entry in section.entries)
            taken = set(names)
            for number, name in enumerate(names, 1):
                yield Slot(group, name, _key(group, name, number, taken))


def _key(group: str, name: str, number: int, taken: set[str]) -> str:
    if _SAFE_KEY.fullmatch(name):
        return name
    key = f"{group.rstrip('s')}_{number}"
    while key in taken:
        key += "_"
    taken.add(key)
    return key
