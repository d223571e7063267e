"""Where tools keep what they know of docstrings: tables and keys, and files of their own.

Takes one configuration file; gives what it says of the style, the types, ``__init__`` and the
width, with the place where it says so. Knows styles by the names that tools give them; which
of these there is, is asked of the caller.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal

from docstring_lsp.docstring.detection.config import Config

FILES: tuple[str, ...] = (
    ".ruff.toml",
    "ruff.toml",
    "pyproject.toml",
    "setup.cfg",
    "tox.ini",
    ".flake8",
    ".pydocstyle",
    ".pydocstyle.ini",
    ".pydocstylerc",
    ".pydocstylerc.ini",
    ".pep257",
    ".darglint",
    ".pylintrc.toml",
    "pylintrc.toml",
    ".pylintrc",
    "pylintrc",
    "pydoctor.ini",
    "mkdocs.yml",
    "mkdocs.yaml",
    "docs/mkdocs.yml",
    "docs/conf.py",
    "docs/source/conf.py",
    "doc/conf.py",
    "doc/source/conf.py",
    "conf.py",
    ".pre-commit-config.yaml",
    ".pre-commit-config.yml",
    ".vscode/settings.json",
)
"""What is looked at in each folder, the most telling first."""

Told = tuple[str, str]
"""A style as a tool calls it, and the place where the tool is told so."""

_STYLES = (
    ("tool.ruff.lint.pydocstyle", "convention"),
    ("tool.ruff.pydocstyle", "convention"),
    ("lint.pydocstyle", "convention"),
    ("tool.pydocstyle", "convention"),
    ("pydocstyle", "convention"),
    ("pep257", "convention"),
    ("flake8", "docstring-convention"),
    ("tool.pydoclint", "style"),
    ("flake8", "style"),
    ("tool.darglint", "docstring_style"),
    ("darglint", "docstring_style"),
    ("tool.pydoctor", "docformat"),
    ("tool:pydoctor", "docformat"),
    ("pydoctor", "docformat"),
    ("tool.pymend", "output-style"),
    ("tool.doq", "formatter"),
    ("tool.docformatter", "style"),
    ("docformatter", "style"),
    ("tool.format_docstring", "docstring_style"),
)
_NUMPYDOC = ("tool.numpydoc_validation", "tool:numpydoc_validation")
_PYLINT = re.compile(r"(?:tool\.)?pylint\b.*|parameter_documentation|master|main")
_PYDOCLINT = ("tool.pydoclint", "flake8")
_WIDTHS = (
    ("tool.ruff.lint.pycodestyle", "max-doc-length"),
    ("lint.pycodestyle", "max-doc-length"),
    ("flake8", "max-doc-length"),
    ("pycodestyle", "max-doc-length"),
    ("tool.ruff", "line-length"),
    ("", "line-length"),
    ("tool.black", "line-length"),
    ("flake8", "max-line-length"),
    ("pycodestyle", "max-line-length"),
)
_HOOKS = {
    "pydocstyle": "convention",
    "flake8": "docstring-convention",
    "pydoclint": "style",
    "pydoclint-flake8": "style",
    "darglint": "docstring-style",
    "docformatter": "style",
    "pymend": "output-style",
    "format-docstring": "docstring-style",
    "doq": "formatter",
}
"""The option that names the style, by the identifier of a pre-commit hook."""


def styles(config: Config) -> Iterator[Told]:
    """Give the styles that a file names, the most telling first."""
    for table, key in _STYLES:
        value = config.value(table, key)
        if isinstance(value, str):
            yield value, f"{table}.{key} names it"
    for table in _NUMPYDOC:
        if config.table(table) is not None:
            yield "numpydoc", f"{table} stands"
    yield from _pylint(config)
    for suffix, reader in _READERS.items():
        if config.path.endswith(suffix):
            yield from reader(config.text)
            return


def types(config: Config) -> tuple[bool, str] | None:
    """Return whether docstrings repeat types, if a file says so."""
    key = "arg-type-hints-in-docstring"
    for table in _PYDOCLINT:
        flag = _flag(config.value(table, key))
        if flag is not None:
            return flag, f"{table}.{key}"
    for value, _ in styles(config):
        if value.endswith("-notypes"):
            return False, f"{value!r}"
    return None


def init(config: Config) -> tuple[Literal["class", "init"], str] | None:
    """Return where ``__init__`` is documented, if a file says so."""
    key = "allow-init-docstring"
    for table in _PYDOCLINT:
        flag = _flag(config.value(table, key))
        if flag is not None:
            return ("init" if flag else "class"), f"{table}.{key}"
    return None


def width(config: Config) -> tuple[int, str] | None:
    """Return the column no line goes past, if a file says so."""
    for table, key in _WIDTHS:
        value = config.value(table, key)
        if str(value).isdecimal() and 20 <= int(value) <= 320:
            return int(value), f"{table}.{key}".lstrip(".")
    return None


def _pylint(config: Config) -> Iterator[Told]:
    # pylint takes an option from whichever of its sections it stands in.
    key = "default_docstring_type"
    for name, table in (*config.below("tool.pylint"), *_sections(config)):
        value = table.get(key)
        if isinstance(value, str):
            yield value, f"{name}.default-docstring-type names it"


def _sections(config: Config) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name, table in config.tables.items():
        if isinstance(table, Mapping) and _PYLINT.fullmatch(name):
            yield name, table


def _docformat(text: str) -> Iterator[Told]:
    found = re.search(r"^__docformat__\s*(?::[^=]+)?=\s*[\"'](\w+)", text, re.MULTILINE)
    if found:
        yield found[1], "__docformat__ names it"


def _mkdocs(text: str) -> Iterator[Told]:
    # Read by the line: such files hold tags that only mkdocs can resolve.
    found = re.search(r"^[^#\n]*?\bdocstring_style:\s*[\"']?([\w-]+)", text, re.MULTILINE)
    if found and "mkdocstrings" in text:
        yield found[1], "mkdocstrings' docstring_style names it"


def _sphinx(text: str) -> Iterator[Told]:
    """Read Sphinx's ``conf.py``, which is a program, without running it."""
    import ast

    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    extensions: set[str] = set()
    flags = {"napoleon_google_docstring": True, "napoleon_numpy_docstring": True}
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            for target in node.targets:
                if isinstance(target, ast.Name) and target.id in flags:
                    flags[target.id] = bool(node.value.value)
        if "extensions" in {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}:
            extensions |= {n.value for n in ast.walk(node) if isinstance(n, ast.Constant)}  # type: ignore[misc]
    if "numpydoc" in extensions:
        yield "numpydoc", "the extension 'numpydoc' names it"
    google, numpy = flags.values()
    if "sphinx.ext.napoleon" in extensions and google != numpy:
        other = "napoleon_numpy_docstring" if google else "napoleon_google_docstring"
        yield "google" if google else "numpy", f"{other} is off, which leaves it"


def _pre_commit(text: str) -> Iterator[Told]:
    hook = ""
    for line in text.split("\n"):
        code = line.split(" #")[0].strip().removeprefix("- ")
        if code.startswith(("id:", "repo:")):
            hook = code.partition(":")[2].strip().strip("\"'")
            if hook == "numpydoc-validation":
                yield "numpydoc", f"the hook {hook} stands"
        if hook not in _HOOKS or code.startswith("#"):
            continue
        option = _HOOKS[hook]
        found = re.search(rf"--{option}(?:=|[\"']?[\s,]+[\"']?)(\w[\w-]*)", code)
        if found:
            yield found[1], f"the hook {hook}'s --{option} names it"


def _vscode(text: str) -> Iterator[Told]:
    # JSON with comments, in which only whole-line comments could hide the setting.
    pattern = r"^(?!\s*//).*\"autoDocstring\.docstringFormat\"\s*:\s*\"([\w-]+)\""
    found = re.search(pattern, text, re.MULTILINE)
    if found:
        yield found[1], "autoDocstring.docstringFormat names it"


def _flag(value: object) -> bool | None:
    if isinstance(value, bool):
        return value
    return {"true": True, "yes": True, "false": False, "no": False}.get(str(value).lower())


_READERS: Mapping[str, Callable[[str], Iterator[Told]]] = {
    "conf.py": _sphinx,
    ".py": _docformat,
    ".pyi": _docformat,
    "mkdocs.yml": _mkdocs,
    "mkdocs.yaml": _mkdocs,
    ".pre-commit-config.yaml": _pre_commit,
    ".pre-commit-config.yml": _pre_commit,
    ".vscode/settings.json": _vscode,
}
"""How a file without tables is read, by the end of its path; nothing in it is run."""
