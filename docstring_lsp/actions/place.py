"""Where a text comes from: its file, its module, and the ways from there to others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePath

from docstring_lsp import files
from docstring_lsp.checks.neighbourhood import Neighbourhood
from docstring_lsp.mentions import Mentions, mentions
from docstring_lsp.neighbours import Neighbours
from docstring_lsp.source.visibility import is_test_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a text comes from, as far as that is known.

    Attributes:
        path: Its path relative to the project.
        module: Its dotted module name.
        lookup: Gives the texts of other modules by their names, for what stands around a
            definition. None where the author reads none of that, so that it is not gathered.
        mentions: Gives the modules around it that have a word, for who calls a definition.
        neighbourhood: The way to the project's other modules, for what is judged by them.
    """

    path: PurePath | None = None
    module: str | None = None
    lookup: Callable[[str], str | None] | None = None
    mentions: Mentions | None = None
    neighbourhood: Neighbourhood | None = None

    @classmethod
    def of_file(
        cls,
        path: Path,
        relative: PurePath | None,
        *,
        around: bool = False,
        neighbourhood: Neighbourhood | None = None,
    ) -> Place:
        """Return the place of a file's text; reads nothing yet.

        Args:
            path: The file.
            relative: Its path relative to the project, as far as one is known.
            around: Whether its author reads what stands around a definition, as a model does.
            neighbourhood: The way to the project's other modules, where it is known already.
        """
        return cls(
            path=relative,
            module=None if path == files.STANDARD_INPUT else files.module_name(path),
            lookup=files.modules(path) if around else None,
            mentions=mentions(path) if around else None,
            neighbourhood=neighbourhood or Neighbours(path),
        )

    @property
    def is_stub(self) -> bool:
        """Whether it is a stub file."""
        return self.path is not None and self.path.suffix == ".pyi"

    @property
    def package(self) -> str | None:
        """The dotted name under which a package's own module tells that it is one."""
        opens = self.path is not None and self.path.stem == "__init__"
        return f"{self.module}.__init__" if self.module and opens else self.module

    @property
    def is_test(self) -> bool:
        """Whether it is a test file."""
        return self.path is not None and is_test_path(self.path.as_posix())


NOWHERE = Place()
"""The place of a text of which nothing is known."""
