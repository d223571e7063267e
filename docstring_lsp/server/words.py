"""Which words the code of a project has, for who checks one document over and over.

What was looked up holds for a while: nobody tells of every file that changes, and a name that
another file had a moment ago is not looked for at each letter that is typed.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docstring_lsp.settings.model import Settings

_PATIENCE = 2.0
"""Seconds that a search may take; of a project for which they do not do, nothing is said."""

_HOLDS = {True: 60.0, False: 15.0, None: 600.0}
"""Seconds for which it holds that a word is there, that it is not, and that nobody knows."""


class Words:
    """The words of one project, as far as somebody asked.

    Args:
        root: The project's folder.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: dict[tuple[Path, str], tuple[bool | None, float]] = {}

    def lacking(self, wanted: Collection[str], beside: Path, settings: Settings) -> frozenset[str]:
        """Return those of some words that are known to be in no other file of the project.

        Args:
            wanted: The words.
            beside: The file that has them in a docstring; what it says on disk is old.
            settings: Say which files are left out.
        """
        now = monotonic()
        new = {word for word in wanted if not self._holds(beside, word, now)}
        if new:
            has = self._having(new, beside, settings, now + _PATIENCE)
            said = {(beside, word): None if has is None else word in has for word in new}
            self._known.update({key: (value, now) for key, value in said.items()})
        return frozenset(word for word in wanted if self._known[beside, word][0] is False)

    def _holds(self, beside: Path, word: str, now: float) -> bool:
        said, since = self._known.get((beside, word), (None, now - _HOLDS[None]))
        return now - since < _HOLDS[said]

    def _having(
        self, wanted: Collection[str], beside: Path, settings: Settings, until: float
    ) -> Collection[str] | None:
        """Return those of some words that other files have; None where that takes too long."""
        from docstring_lsp.actions.vocabulary import Vocabulary
        from docstring_lsp.files import walk

        found = []
        for path in walk([self._root], settings, root=self._root):
            if monotonic() > until:
                return None
            if path != beside:
                found.append(path)
        try:
            vocabulary = Vocabulary(self._root, settings, found, whole=True)
            return vocabulary.having(wanted, until=until)
        except (TimeoutError, OSError):
            return None


@cache
def of_project(root: Path) -> Words:
    """Return the words of the project in a folder."""
    return Words(root)
