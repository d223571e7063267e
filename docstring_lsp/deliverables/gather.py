"""From a workspace's files to its evidence: the only module here that reads them.

Follows the settings in what is left out. A file that cannot be read is told, not raised.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from docstring_lsp import bible, files, git
from docstring_lsp.deliverables.evidence.metadata import FILES, declared_modules, metadata
from docstring_lsp.deliverables.evidence.model import (
    Change,
    Evidence,
    Module,
    Symbol,
)
from docstring_lsp.deliverables.evidence.pages import page
from docstring_lsp.deliverables.evidence.places import Places
from docstring_lsp.deliverables.evidence.programs import with_programs
from docstring_lsp.disk import read_bytes
from docstring_lsp.errors import DocstringLspError, FileError, UsageError
from docstring_lsp.settings.model import Settings
from docstring_lsp.source.commandline.declared import CommandLine, DeclaredCommand
from docstring_lsp.source.commandline.read import command_line
from docstring_lsp.source.definition import MODULE
from docstring_lsp.source.edit import docstring_content
from docstring_lsp.source.imports import imports
from docstring_lsp.source.scan import scan
from docstring_lsp.source.visibility import Policy, exemption

PAGES = ("README", "CONTRIBUTING", "CHANGELOG", "CHANGES", "HISTORY", "ARCHITECTURE")
_SUFFIXES = (".md", ".rst", ".txt", "")
MOST_CHANGES = 2_000


def gather(
    root: Path, settings: Settings | None = None, opened: Mapping[Path, str] | None = None
) -> Evidence:
    """Return what a project says of itself.

    Args:
        root: Its folder.
        settings: Say which files are left out.
        opened: Texts of modules that are other than on the disk, as an editor has them.

    Raises:
        FileError: If the folder is none.
        SettingError: If its bible cannot be read.
    """
    root = root.absolute()
    if not root.is_dir():
        raise FileError(f"{root}: is no folder; name the project's folder")
    unread: list[str] = []
    texts = {name: text for name in FILES if (text := _text(root / name)) is not None}
    about = metadata(texts)
    found = list(
        files.walk(
            [root], settings or Settings(), root=root, on_error=lambda e: unread.append(str(e))
        )
    )
    named = {*declared_modules(texts), *(e.target.partition(":")[0] for e in about.entry_points)}
    places = Places((_relative(path, root) for path in found), about.name, named)
    read = [_module(path, root, places, unread, (opened or {}).get(path)) for path in found]
    modules = _with_shared([each for each in read if each is not None])
    pages = [page(name, text) for name in _page_names(root) if (text := _text(root / name))]
    return Evidence(
        folder=root.name,
        metadata=about,
        readme=next((p for p in pages if p.path.lower().startswith("readme")), None),
        pages=tuple(pages),
        modules=tuple(with_programs(sorted(modules, key=lambda m: (m.name, m.path)), about)),
        changes=_changes(root, unread),
        bible=bible.read(root),
        files=tuple(sorted(each.name for each in root.iterdir() if each.is_file())),
        unread=tuple(unread),
    )


def _module(
    path: Path, root: Path, places: Places, unread: list[str], opened: str | None
) -> tuple[Module, CommandLine] | None:
    if path.suffix == ".pyi" and path.with_suffix(".py").exists():
        return None
    relative = _relative(path, root)
    try:
        text = files.read(path).text if opened is None else opened
    except DocstringLspError as error:
        unread.append(str(error))
        return None
    is_root = (root / "__init__.py").exists()
    name = files.module_name(path) if is_root else places.dotted(relative)
    is_package = path.stem == "__init__"
    role = places.role(relative)
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


def _relative(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name


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


def _page_names(root: Path) -> list[str]:
    there = {each.name.lower(): each.name for each in root.iterdir() if each.is_file()}
    wanted = (f"{stem}{suffix}".lower() for stem in PAGES for suffix in _SUFFIXES)
    return [there[name] for name in wanted if name in there]


def _text(path: Path) -> str | None:
    try:
        return read_bytes(path).decode("utf-8", "replace")
    except FileError:
        return None


def _changes(root: Path, unread: list[str]) -> tuple[Change, ...]:
    try:
        return tuple(Change(*each) for each in git.history(root, MOST_CHANGES))
    except UsageError as error:
        # That there is a history and git does not show it is worth telling.
        if (root / ".git").exists() and "not a git repository" not in str(error):
            unread.append(str(error))
        return ()
