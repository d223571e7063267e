"""Which definitions are asked to have a docstring, told from names and places alone.

The rules are those of pydocstyle, which ruff took over: public is what a reader of the
module's documentation sees. Checks and generation share them, so that what is reported
missing is what is written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from docstring_lsp.source.definition import MODULE, Definition

InitPlace = Literal["class", "init"]
"""Where the parameters of ``__init__`` are documented."""

_MAGIC = re.compile(r"__\w+__\Z")
_OVERLOADS = frozenset({"overload", "typing.overload", "typing_extensions.overload", "t.overload"})
_OVERRIDES = frozenset({"override", "typing.override", "typing_extensions.override"})
_TEST_FILE = re.compile(r"(?:^|/)(?:test_[^/]*|[^/]*_test|conftest|tests?)\.pyi?\Z")
_TEST_FOLDER = re.compile(r"(?:^|/)tests?/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What is asked for beside the public definitions.

    Attributes:
        private: Names with a leading underscore, what stands in them, setters and deleters,
            and methods marked as overrides.
        tests: Test functions, test classes and everything in test files.
        magic: Methods such as ``__len__``.
        nested: Functions and classes that stand in a function.
        init: Where the parameters of ``__init__`` are documented; with ``class`` an
            ``__init__`` is not asked for one of its own.
        short: Functions of at most so many lines of code are not asked for one.
    """

    private: bool = False
    tests: bool = False
    magic: bool = False
    nested: bool = False
    init: InitPlace = "class"
    short: int = 0


EVERYTHING = Policy(private=True, tests=True, magic=True, nested=True)


def is_magic(name: str) -> bool:
    """Return whether it is a name such as ``__len__``."""
    return _MAGIC.match(name) is not None


def is_private(name: str) -> bool:
    """Return whether the name starts with an underscore and is no magic name."""
    return name.startswith("_") and not is_magic(name)


def is_test_path(path: str) -> bool:
    """Return whether a file is a test by its name or folder; ``path`` has forward slashes."""
    return _TEST_FILE.search(path) is not None or _TEST_FOLDER.search(path) is not None


def is_overload(definition: Definition) -> bool:
    """Return whether it is a signature for `typing.overload`.

    That is never called; what is (Numba's ``@overload(len)``) is something else.
    """
    return not _OVERLOADS.isdisjoint(definition.decorators)


def exemption(
    definition: Definition, policy: Policy, *, test_file: bool = False, text: str = ""
) -> str | None:
    """Return why no docstring is asked of a definition, or None when one is.

    Args:
        definition: The definition.
        policy: What is asked for.
        test_file: Whether it stands in a test file.
        text: The file's text, by which short ones are told; without it, none is short.

    Returns:
        A few words that end the sentence "has no docstring of its own because it is …".
    """
    if is_overload(definition):
        return "an overload"
    if definition.in_class and definition.name == "__init__" and policy.init == "class":
        return "documented by its class"
    if not policy.tests and (test_file or _is_test(definition)):
        return "a test"
    if definition.name == MODULE:
        return None
    if policy.short and text and _is_short(definition, policy.short, text):
        return "short"
    if not policy.nested and definition.in_function:
        return "nested in a function"
    if not policy.magic and _is_magic_method(definition.name):
        return "a magic method" if definition.in_class else "a magic name"
    if not policy.private:
        return _hidden(definition)
    return None


def _is_short(definition: Definition, most: int, text: str) -> bool:
    if definition.kind != "function":
        return False
    start = definition.docstring.end if definition.docstring else definition.body.start
    code = (line.strip() for line in text[start : definition.body.end].splitlines())
    return sum(1 for line in code if line and not line.startswith("#")) <= most


def _is_magic_method(name: str) -> bool:
    return is_magic(name) and name not in {"__init__", "__new__", "__call__"}


def _is_test(definition: Definition) -> bool:
    outermost = definition.scopes[0].name if definition.scopes else definition.name
    kind = definition.scopes[0].kind if definition.scopes else definition.kind
    return outermost.startswith("test_" if kind == "function" else "Test") and kind != "module"


def _hidden(definition: Definition) -> str | None:
    if is_private(definition.name) or any(is_private(s.name) for s in definition.scopes):
        return "private"
    names = definition.decorator_names
    if any(name.endswith((".setter", ".deleter")) for name in names):
        return "a setter or deleter"
    if not _OVERRIDES.isdisjoint(names):
        return "an override"
    return None
