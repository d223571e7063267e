"""What the services of this package are handed: the project, who answers prompts, what is open.

Reads the project once, when the first service asks.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from docstring_lsp.actions.conventions import Conventions
from docstring_lsp.actions.rules import selection
from docstring_lsp.actions.style import project_conventions
from docstring_lsp.checks.selection import Selection
from docstring_lsp.deliverables.evidence.model import Evidence, Module, Symbol
from docstring_lsp.deliverables.gather import gather
from docstring_lsp.engine.account import Hear
from docstring_lsp.engine.generate import Engine
from docstring_lsp.errors import UsageError
from docstring_lsp.providers.base import Reply, Request
from docstring_lsp.settings.model import Resolved

_NAME = re.compile(r"[^\W\d][\w.]*")
_PLACED = re.compile(r"([\w./-]+\.pyi?):([^\W\d][\w.]*)")
_FILE = re.compile(r"(?<![\w./:-])([\w./-]+\.pyi?)(?::([^\W\d][\w.]*))?(?!\w)")


@dataclass(slots=True)
class Room:
    """A project, and who answers.

    Attributes:
        root: The project's folder.
        resolved: The settings that hold there.
        engine: Writes docstrings and answers prompts.
        here: The file, and the place in it, that the user is at: what is said of "this" is
            said of that. None where nothing is open.
        opened: Texts of modules as an editor has them, where they are not saved.
        hear: Is told pieces of a model's answer as they come, and whose they are.
    """

    root: Path
    resolved: Resolved
    engine: Engine
    here: tuple[Path, int] | None = None
    opened: Mapping[Path, str] = field(default_factory=dict)
    hear: Hear | None = None
    _evidence: Evidence | None = field(default=None, repr=False)
    _conventions: Conventions | None = field(default=None, repr=False)

    async def ask(self, request: Request) -> Reply:
        """Return a model's answer to a prompt.

        Raises:
            UsageError: If no model is set up, or none that can be asked.
            ProviderError: If none answers, or no more may be spent.
        """
        return await self.engine.ask(request, self.hear)

    @property
    def evidence(self) -> Evidence:
        """What the project says of itself."""
        if self._evidence is None:
            self._evidence = gather(self.root, self.resolved.settings, self.opened)
        return self._evidence

    @property
    def conventions(self) -> Conventions:
        """How the project writes docstrings."""
        if self._conventions is None:
            self._conventions = project_conventions(self.root, self.resolved)
        return self._conventions

    @property
    def selection(self) -> Selection:
        """Which rules are asked."""
        return selection(self.resolved)

    def names_nothing(self, task: str) -> bool:
        """Return whether a task names neither a definition nor a module of the project."""
        return not self._named_symbols(task) and not self._named_files(task)

    def symbols(self, task: str) -> list[tuple[Module, Symbol]]:
        """Return the definitions that a task names, or the one the user is at."""
        return self._named_symbols(task) or self._at_cursor()

    def files(self, task: str) -> list[Module]:
        """Return the modules that a task names by file or dotted name, or the one that is open."""
        found = self._named_files(task)
        if not found and self.here is not None:
            return [m for m in self.evidence.modules if self.root / m.path == self.here[0]]
        return found

    def _named_symbols(self, task: str) -> list[tuple[Module, Symbol]]:
        words = {word.strip(".") for word in _NAME.findall(task)}
        found = [(m, s) for m, s in self._all() if _names(m, s, words)]
        placed = {(path, name.strip(".")) for path, name in _PLACED.findall(task)}
        if placed:
            found = [(m, s) for m, s in found if (m.path, s.qualname) in placed]
        # ``Cart.add`` names the method, and not the class beside it.
        parts = {s.qualname.rpartition(".")[0] for _, s in found}
        return [(m, s) for m, s in found if s.qualname not in parts or s.qualname in words]

    def _named_files(self, task: str) -> list[Module]:
        words = set(re.findall(r"[\w./-]+", task))
        bare = {word.strip("./") for word in words}
        found = [m for m in self.evidence.modules if m.path in bare or m.name in bare]
        return found or [m for m in self.evidence.modules if m.path.rpartition("/")[2] in bare]

    def refuse_unknown(self, task: str) -> None:
        """Refuse a task that names a file, or a definition in one, that the project does not have.

        Raises:
            UsageError: If it does; says what it may have meant.
        """
        paths = {module.path: module for module in self.evidence.modules}
        ends = {path.rpartition("/")[2] for path in paths}
        for path, name in _FILE.findall(task):
            if path.removeprefix("./") not in paths and path not in ends:
                near = difflib.get_close_matches(path, [*paths, *ends], 1)
                raise UsageError(f"the project has no {path}{_meant(near)}")
            module = paths.get(path.removeprefix("./"))
            names = [s.qualname for s in module.symbols] if module is not None else []
            if name and module is not None and name.strip(".") not in names:
                near = difflib.get_close_matches(name, names, 1)
                raise UsageError(f"{path} has no {name.strip('.')}{_meant(near)}")

    def _all(self) -> Iterator[tuple[Module, Symbol]]:
        for module in self.evidence.modules:
            for symbol in module.symbols:
                yield module, symbol

    def _at_cursor(self) -> list[tuple[Module, Symbol]]:
        if self.here is None:
            return []
        path, offset = self.here
        found = [
            (m, s)
            for m, s in self._all()
            if self.root / m.path == path
            and s.definition.span.start <= offset <= s.definition.span.end
        ]
        return found[-1:]


def _meant(near: Sequence[str]) -> str:
    return f"; did you mean {near[0]}?" if near else ""


def _names(module: Module, symbol: Symbol, words: set[str]) -> bool:
    """Return whether words name a definition; a word of three letters may be anything."""
    if f"{module.name}.{symbol.qualname}" in words:
        return True
    return symbol.qualname in words and (len(symbol.qualname) > 3 or not symbol.qualname.islower())
