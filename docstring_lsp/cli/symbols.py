"""Finds the definitions that were asked for by name: names in, their anchors out."""

from __future__ import annotations

from pathlib import Path

from docstring_lsp.errors import UnknownNameError
from docstring_lsp.source.scan import scan
from docstring_lsp.source.visibility import Policy, exemption


class Symbols:
    """The qualified names that were asked for, and which of them were found.

    Args:
        names: The qualified names.
    """

    def __init__(self, names: tuple[str, ...]) -> None:
        self._names = names
        self._missing = set(names)
        self._known: dict[str, None] = {}
        self._paths: list[str] = []

    def anchors(self, text: str, policy: Policy, path: Path) -> tuple[int, ...]:
        """Return the anchors of a document's definitions that were asked for.

        Where several share a name, those count of which a docstring is asked: not a property's
        setter, nor the overloads of a function.
        """
        self._paths.append(str(path))
        definitions = scan(text)
        self._known.update(dict.fromkeys(d.qualname for d in definitions))
        anchors: list[int] = []
        for name in self._names:
            named = [d for d in definitions if d.qualname == name]
            asked = [d for d in named if exemption(d, policy) is None]
            anchors += [d.anchor for d in asked or named]
        self._missing.difference_update(d.qualname for d in definitions)
        return tuple(sorted(set(anchors)))

    def require_all(self) -> None:
        """Make sure that each name was found somewhere.

        Raises:
            UnknownNameError: If one was not.
        """
        for name in self._names:
            if name in self._missing:
                where = self._paths[0] if len(self._paths) == 1 else ""
                raise UnknownNameError("symbol", name, self._known, where)
