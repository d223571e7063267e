"""Which rules are asked, for which file: from lists of codes and what they start with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import PurePath

ALL = "ALL"


@dataclass(frozen=True)
class Selection:
    """Which rules are asked.

    Attributes:
        select: Codes, or what they start with; ``ALL`` for every one.
        ignore: Codes that are not asked, or what they start with. The longer of two that fit
            a code decides; of two that are the same, this.
        per_file_ignores: Codes that are not asked of the files that a pattern names.
    """

    select: tuple[str, ...] = (ALL,)
    ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def asks(self, code: str) -> bool:
        """Return whether a rule is asked of any file."""
        chosen = _longest(self.select, code)
        return chosen >= 0 and chosen > _longest(self.ignore, code)

    def codes(self, codes: Iterable[str], path: PurePath | None) -> frozenset[str]:
        """Return the codes that are asked of a file.

        Args:
            codes: The codes of all rules.
            path: The file's path below its project's root, where it is known.
        """
        asked = _asked(self, tuple(codes))
        if path is None or not self.per_file_ignores:
            return asked
        spared = [
            name
            for pattern, names in self.per_file_ignores.items()
            if _names(pattern, path.as_posix())
            for name in names
        ]
        return frozenset(code for code in asked if _longest(spared, code) < 0)

    def __hash__(self) -> int:
        """Return a hash; a mapping has none of its own."""
        return hash((self.select, self.ignore, tuple(self.per_file_ignores)))


EVERYTHING = Selection()


@lru_cache(maxsize=64)
def _asked(selection: Selection, codes: tuple[str, ...]) -> frozenset[str]:
    return frozenset(code for code in codes if selection.asks(code))


def _longest(names: Iterable[str], code: str) -> int:
    """Return the length of the longest name that fits a code; -1 if none does."""
    fitting = (0 if name == ALL else len(name) for name in names if fits(name, code))
    return max(fitting, default=-1)


def fits(name: str, code: str) -> bool:
    """Return whether a code is meant by a name: by itself, what it starts with, or ``ALL``."""
    return name == ALL or (bool(name) and code.startswith(name))


@lru_cache(maxsize=10_000)
def _names(pattern: str, path: str) -> bool:
    from pathspec import GitIgnoreSpec

    inverted = pattern.startswith("!")
    found = GitIgnoreSpec.from_lines([pattern.removeprefix("!")]).match_file(path)
    return found != inverted
