"""Where a project's files belong: paths in, each one's dotted name and the role it plays out.

Knows paths and a few words of the metadata; reads no file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import PurePosixPath

from docstring_lsp.source.visibility import is_test_path

_SOURCES = ("src", "lib", "python")
_ROLES = {
    "test": "test",
    "tests": "test",
    "testing": "test",
    "example": "example",
    "examples": "example",
    "demo": "example",
    "demos": "example",
    "sample": "example",
    "samples": "example",
    "tutorial": "example",
    "tutorials": "example",
    "doc": "documentation",
    "docs": "documentation",
    "docs_src": "documentation",
    "docs-src": "documentation",
    "doc_src": "documentation",
    "documentation": "documentation",
    "benchmark": "tool",
    "benchmarks": "tool",
    "scripts": "tool",
    "tools": "tool",
    "extras": "tool",
    "ci": "tool",
}
_VENDORED = frozenset(
    {"_vendor", "vendor", "_vendored", "vendored", "_vendors", "third_party", "thirdparty"}
)
_SCRIPTS = frozenset(
    {"setup.py", "conftest.py", "noxfile.py", "tasks.py", "fabfile.py", "dodo.py", "hatch_build.py"}
)
_FEWEST_TESTS = 3


class Places:
    """The layout of a project.

    Args:
        paths: Its Python files, relative to its folder, with forward slashes.
        project: What it calls itself; empty if it does not.
        named: The modules that its metadata names, such as those its programs start in.
    """

    def __init__(
        self, paths: Iterable[str], project: str = "", named: Collection[str] = ()
    ) -> None:
        files = [PurePosixPath(path) for path in paths]
        self._packages = {path.parent for path in files if path.stem == "__init__"}
        self._tops = {PurePosixPath(path.parts[0]) for path in files if len(path.parts) > 1}
        self._sources = {name for name in _SOURCES if self._is_source(PurePosixPath(name))}
        self._words = [word for word in re.split(r"[-._]+", project.lower()) if word]
        self._named = {name.partition(".")[0] for name in named}
        self._homes = {path.parts[0] for path in files if self._is_home(path)}
        self._tests = _mostly_tests(files) - self._homes

    def dotted(self, path: str) -> str:
        """Return the name that a file is imported by."""
        parts = list(PurePosixPath(path).with_suffix("").parts)
        start = self._start(PurePosixPath(path))
        inner = parts[start:-1] if parts[-1] == "__init__" else parts[start:]
        return ".".join(inner or parts[-2:-1])

    def role(self, path: str) -> str:
        """Return what a file is for, as `Module` calls it."""
        parts = PurePosixPath(path).parts
        if is_test_path(path) or parts[-1] == "conftest.py" or parts[0] in self._tests:
            return "test"
        if not _VENDORED.isdisjoint(parts[:-1]):
            return "vendored"
        for part in parts[:-1]:
            if part in _ROLES and (part == parts[0] or _ROLES[part] == "test"):
                return _ROLES[part]
        if len(parts) == 1 and parts[0] in _SCRIPTS:
            return "tool"
        return "package" if self._is_shipped(parts) else "tool"

    def _is_shipped(self, parts: tuple[str, ...]) -> bool:
        """Return whether a file stands with what the project is named after, or is a package."""
        if not self._homes or parts[0] in self._homes:
            return True
        if PurePosixPath(parts[0]).stem in self._named:
            return True
        at_home_in_sources = not self._homes.isdisjoint(self._sources)
        return PurePosixPath(parts[0]) in self._packages and not at_home_in_sources

    def _start(self, path: PurePosixPath) -> int:
        """Return how many folders of a path are no part of its module's name."""
        folders = [*reversed(path.parents)][1:]
        if path.parts[0] in self._sources:
            return 1
        outermost = next((each for each in folders if each in self._packages), None)
        if outermost is None:
            own = bool(folders) and _bare(path.parts[0]) == "".join(self._words)
            return 0 if own else len(path.parts) - 1
        above = outermost.parts[:-1]
        is_namespace = [part.lower() for part in above] == self._words[: len(above)]
        return 0 if is_namespace else len(above)

    def _is_source(self, folder: PurePosixPath) -> bool:
        return folder in self._tops and folder not in self._packages

    def _is_home(self, path: PurePosixPath) -> bool:
        """Return whether a file is, or begins, the module that the project is named after."""
        if path.parts[0] in _ROLES or not self._words:
            return False
        begins = self._start(path) == int(path.parts[0] in self._sources)
        return begins and _bare(self.dotted(str(path))) == "".join(self._words)


def _mostly_tests(files: Collection[PurePosixPath]) -> set[str]:
    """Return the folders at the top that hold tests more than anything else."""
    inside = [path for path in files if len(path.parts) > 1]
    every = Counter(path.parts[0] for path in inside)
    tests = Counter(path.parts[0] for path in inside if is_test_path(str(path)))
    return {
        top
        for top, number in tests.items()
        if number >= _FEWEST_TESTS and 2 * number > every[top] and top not in _SOURCES
    }


def _bare(name: str) -> str:
    return re.sub(r"[-._]+", "", name.lower())
