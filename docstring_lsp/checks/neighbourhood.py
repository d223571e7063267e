"""The other modules of a project, as far as a rule asks: where an imported name is defined.

Takes a way to their texts, and opens none itself. Only what the project has is found; what is
installed is nobody's neighbour.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import Protocol

from docstring_lsp.checks.subject import Subject
from docstring_lsp.source.binding import bound
from docstring_lsp.source.definition import Definition
from docstring_lsp.source.scan import scan

_FARTHEST = 6
"""Modules that a name may be handed through."""


class Neighbourhood(Protocol):
    """The way from one file to the other modules of its project."""

    def name(self) -> str:
        """Return the file's own dotted name, ``package.__init__`` for a package's."""
        ...

    def text(self, module: str) -> str | None:
        """Return the text of a module by its dotted name; None where there is none."""
        ...

    def __hash__(self) -> int:
        """Return a hash: one way is another than any other."""
        ...


@dataclass(frozen=True)
class Module:
    """A module as its neighbours see it.

    Attributes:
        content: Its text.
        name: Its dotted name, ``package.__init__`` for a package's.
        around: The way to others; None where there is none.
    """

    content: str
    name: Callable[[], str]
    around: Neighbourhood | None = None

    @cached_property
    def definitions(self) -> Mapping[str, Definition]:
        """Its definitions by their qualified names; of several of one name the last."""
        return _definitions(self.content)

    @cached_property
    def imports(self) -> Mapping[str, str]:
        """What its imports bind."""
        return bound(self.content, self.name())

    def find(self, name: str, farthest: int = _FARTHEST) -> tuple[Subject, Module] | None:
        """Return what a dotted name stands for at the module's top, and where that stands.

        Args:
            name: The name as it is written.
            farthest: How many modules it may be handed through.
        """
        here = self.definitions.get(name)
        if here is not None:
            return Subject(self.content, here), self
        first, _, rest = name.partition(".")
        origin = self.imports.get(first) if self.around is not None and farthest else None
        return self._elsewhere(f"{origin}.{rest}".rstrip("."), farthest) if origin else None

    def _elsewhere(self, dotted: str, farthest: int) -> tuple[Subject, Module] | None:
        assert self.around is not None
        pieces = dotted.split(".")
        for cut in range(len(pieces) - 1, 0, -1):
            module = ".".join(pieces[:cut])
            text = self.around.text(module)
            if text is not None:
                there = Module(text, partial(self._own_name, module), self.around)
                return there.find(".".join(pieces[cut:]), farthest - 1)
        return None

    def _own_name(self, module: str) -> str:
        """Return the name by which a module resolves what it imports relatively."""
        package = f"{module}.__init__"
        found = None if self.around is None else self.around.text(package)
        return module if found is None else package


def module_of(text: str, around: Neighbourhood | None) -> Module:
    """Return a file as a module that has neighbours, or none.

    Args:
        text: Its text.
        around: The way to them.
    """
    return Module(text, (lambda: "") if around is None else around.name, around)


@lru_cache(maxsize=64)
def _definitions(text: str) -> Mapping[str, Definition]:
    return {each.qualname: each for each in scan(text) if each.kind != "module"}
