"""From a workspace's files to its evidence: the only module here that reads them.

Follows the settings in what is left out. A file that cannot be read is told, not raised.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from docstring_lsp import bible, files, git
from docstring_lsp.deliverables.evidence.metadata import FILES, metadata
from docstring_lsp.deliverables.evidence.model import (
    Change,
    Evidence,
    Metadata,
    Module,
    Symbol,
)
from docstring_lsp.deliverables.evidence.pages import page
from docstring_lsp.disk import read_bytes
from docstring_lsp.errors import DocstringLspError, FileError, UsageError
from docstring_lsp.settings.model import Settings
from docstring_lsp.source.commandline import CommandLine, DeclaredCommand, command_line
from docstring_lsp.source.definition import MODULE
from docstring_lsp.source.edit import docstring_content
from docstring_lsp.source.imports import imports
from docstring_lsp.source.scan import scan
from docstring_lsp.source.visibility import Policy, exemption, is_test_path

PAGES = ("README", "CONTRIBUTING", "CHANGELOG", "CHANGES", "HISTORY", "ARCHITECTURE")
_SUFFIXES = (".md", ".rst", ".txt", "")
_ROLES = {
    "test": "test",
    "tests": "test",
    "testing": "test",
    "example": "example",
    "examples": "example",
    "doc": "documentation",
    "docs": "documentation",
    "benchmark": "tool",
    "benchmarks": "tool",
    "scripts": "tool",
    "tools": "tool",
    "extras": "tool",
    "ci": "tool",
}
_SCRIPTS = frozenset({"setup.py", "conftest.py", "noxfile.py", "tasks.py", "fabfile.py"})
MOST_CHANGES = 2_000


def gather(root: Path, settings: Settings | None = None) -> Evidence:
    """Return what a project says of itself.

    Args:
        root: Its folder.
        settings: Say which files are left out.

    Raises:
        FileError: If the folder is none.
        SettingError: If its bible cannot be read.
    """
    root = root.absolute()
    if not root.is_dir():
        raise FileError(f"{root}: is no folder; name the project's folder")
    unread: list[str] = []
    texts = {name: text for name in FILES if (text := _text(root / name)) is not None}
    found = files.walk(
        [root], settings or Settings(), root=root, on_error=lambda e: unread.append(str(e))
    )
    read = [_module(path, root, unread) for path in found]
    modules = _with_shared([each for each in read if each is not None])
    pages = [page(name, text) for name in _page_names(root) if (text := _text(root / name))]
    about = metadata(texts)
    return Evidence(
        folder=root.name,
        metadata=about,
        readme=next((p for p in pages if p.path.lower().startswith("readme")), None),
        pages=tuple(pages),
        modules=tuple(_with_programs(sorted(modules, key=lambda m: (m.name, m.path)), about)),
        changes=_changes(root),
        bible=bible.read(root),
        files=tuple(sorted(each.name for each in root.iterdir() if each.is_file())),
        unread=tuple(unread),
    )


def _module(path: Path, root: Path, unread: list[str]) -> tuple[Module, CommandLine] | None:
    if path.suffix == ".pyi" and path.with_suffix(".py").exists():
        return None
    relative = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
    try:
        text = files.read(path).text
    except DocstringLspError as error:
        unread.append(str(error))
        return None
    name = _dotted(path, root)
    is_package = path.stem == "__init__"
    role = _role(relative)
    policy = Policy()
    symbols, docstring = [], ""
    for definition in scan(text):
        told = docstring_content(text, definition) or ""
        if definition.name == MODULE:
            docstring = told
            continue
        public = exemption(definition, policy, test_file=role == "test") is None
        line = text.count("\n", 0, definition.header.start) + 1
        symbols.append(Symbol(definition=definition, docstring=told, public=public, line=line))
    imported = imports(text, name, is_package=is_package)
    declared = command_line(text) if role == "package" else CommandLine()
    module = Module(
        name=name,
        path=relative,
        text=text,
        docstring=docstring,
        symbols=tuple(symbols),
        imports=tuple(imported),
        deferred=frozenset(each for each, at_once in imported.items() if not at_once),
        is_package=is_package,
        role=role,
    )
    return module, declared


def _dotted(path: Path, root: Path) -> str:
    """Return a module's name; a folder without an ``__init__`` inside a package is a part of it."""
    folders = [folder for folder in path.parents if folder.is_relative_to(root)]
    outermost = next((f for f in reversed(folders) if (f / "__init__.py").exists()), None)
    if outermost is None:
        return files.module_name(path)
    parts = path.relative_to(outermost.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _with_shared(read: Iterable[tuple[Module, CommandLine]]) -> list[Module]:
    """Return the modules, each command with what decorators of the project add to it."""
    read = list(read)
    shared = {name: options for _, declared in read for name, options in declared.shared}
    modules = []
    for module, declared in read:
        commands: list[DeclaredCommand] = []
        for command in declared.commands:
            more = [o for name in command.shares for o in shared.get(name, ())]
            commands.append(replace(command, options=(*command.options, *more)))
        modules.append(replace(module, commands=tuple(commands)))
    return modules


def _with_programs(modules: Sequence[Module], about: Metadata) -> Iterator[Module]:
    """Yield the modules, a command that a program starts under the program's name."""
    imported = {module.name: module.imports for module in modules}
    starts: dict[str, str] = {}
    for entry in about.entry_points:
        where, _, what = entry.target.partition(":")
        if entry.group in ("console_scripts", "gui_scripts"):
            starts.setdefault(f"{where}.{what}", entry.name)
            for dotted in imported.get(where, ()):
                if dotted.rpartition(".")[2] == what:
                    starts.setdefault(dotted, entry.name)
    for module in modules:
        named = {c: starts.get(f"{module.name}.{c.function}") for c in module.commands}
        commands = (replace(c, name=name) if name else c for c, name in named.items())
        yield replace(module, commands=tuple(commands))


def _role(relative: str) -> str:
    parts = PurePosixPath(relative).parts
    if is_test_path(relative) or parts[-1] == "conftest.py":
        return "test"
    for part in parts[:-1]:
        if part in _ROLES and (part == parts[0] or _ROLES[part] == "test"):
            return _ROLES[part]
    if len(parts) == 1 and parts[0] in _SCRIPTS:
        return "tool"
    return "package"


def _page_names(root: Path) -> list[str]:
    there = {each.name.lower(): each.name for each in root.iterdir() if each.is_file()}
    wanted = (f"{stem}{suffix}".lower() for stem in PAGES for suffix in _SUFFIXES)
    return [there[name] for name in wanted if name in there]


def _text(path: Path) -> str | None:
    try:
        return read_bytes(path).decode("utf-8", "replace")
    except FileError:
        return None


def _changes(root: Path) -> tuple[Change, ...]:
    try:
        return tuple(Change(*each) for each in git.history(root, MOST_CHANGES))
    except UsageError:
        return ()
