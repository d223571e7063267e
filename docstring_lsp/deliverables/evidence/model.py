"""Evidence: what a project says of itself, each piece with the place it is said at.

Values only; made by `docstring_lsp.deliverables.gather`. Every path is relative to the
project's folder, with forward slashes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from docstring_lsp.bible import EMPTY, Bible
from docstring_lsp.source.commandline.declared import DeclaredCommand
from docstring_lsp.source.definition import Definition


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the project.

    Attributes:
        text: The words, line breaks folded.
        source: Where they stand: a path, with a line behind a colon where there is one.
    """

    text: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, a list item or a piece of code of a text for people.

    Attributes:
        heading: The heading it stands under.
        text: What it says; code with its line breaks.
        line: Where it starts, from 1.
        kind: What it is: ``prose``, ``item`` or ``code``.
        language: Of code, as it is marked.
    """

    heading: str
    text: str
    line: int
    kind: str = "prose"
    language: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A text for people, such as the README."""

    path: str
    blocks: tuple[Block, ...] = ()

    def quote(self, block: Block) -> Quote:
        """Return what a block of it says, with its place."""
        return Quote(block.text, f"{self.path}:{block.line}")


@dataclass(frozen=True, slots=True)
class Requirement:
    """A package that is needed.

    Attributes:
        text: As written, ``click>=8.1``.
        group: The extra it belongs to; empty for what is always needed.
        source: The file that says so.
    """

    text: str
    group: str
    source: str

    @property
    def name(self) -> str:
        """Its name alone."""
        found = re.match(r"[\w.-]+", self.text.strip())
        return found[0] if found else self.text


@dataclass(frozen=True, slots=True)
class EntryPoint:
    """What the project offers to be run or found by others.

    Attributes:
        name: Its name.
        target: ``package.module:function``.
        group: ``console_scripts``, ``gui_scripts`` or a group of its own.
        source: The file that says so.
    """

    name: str
    target: str
    group: str
    source: str

    @classmethod
    def declared(cls, name: str, target: str, group: str, source: str) -> EntryPoint:
        """Return one as it is declared, without the extras that its target may ask for."""
        return cls(name, target.partition("[")[0].strip(), group, source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the project's own files say of it as a package.

    Attributes:
        name: What it is called where it is published.
        version: Its version.
        summary: What it is, in one line.
        requires_python: The versions of Python it asks for.
        license: Its licence.
        classifiers: What it is filed under.
        keywords: What it is to be found by.
        urls: Where else it is found, each with its label.
        requirements: The packages it needs.
        entry_points: What it offers to be run or found.
        source: The first file that says something.
        sources: The file that says each of them, by the attribute's name.
    """

    name: str = ""
    version: str = ""
    summary: str = ""
    requires_python: str = ""
    license: str = ""
    classifiers: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    urls: tuple[tuple[str, str], ...] = ()
    requirements: tuple[Requirement, ...] = ()
    entry_points: tuple[EntryPoint, ...] = ()
    source: str = ""
    sources: Mapping[str, str] = field(default_factory=dict)

    def said_in(self, name: str) -> str:
        """Return the file that says something, by the attribute's name."""
        return self.sources.get(name, self.source)

    def classified(self, prefix: str) -> tuple[str, ...]:
        """Return what the classifiers of a kind say, their last parts."""
        found = (c for c in self.classifiers if c.startswith(f"{prefix} ::"))
        return tuple(c.rpartition("::")[2].strip() for c in found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    """A definition.

    Attributes:
        definition: Where it stands in its module's text.
        docstring: Its docstring, or an empty text.
        public: Whether a docstring is asked of it.
        line: From 1.
    """

    definition: Definition
    docstring: str
    public: bool
    line: int

    @property
    def qualname(self) -> str:
        """Its qualified name in its module."""
        return self.definition.qualname

    def source(self, module: Module) -> str:
        """Return its text in its module."""
        return self.definition.span.of(module.text)


@dataclass(frozen=True, kw_only=True, eq=False)
class Module:
    """A module of the project.

    Attributes:
        name: Its dotted name.
        path: Its file.
        text: Its text.
        docstring: Its docstring, or an empty text.
        symbols: Its classes, functions and methods, in order.
        imports: The dotted names it imports.
        deferred: Those of them that it imports inside functions or for types alone.
        commands: The commands that it declares.
        is_package: Whether it is a package's ``__init__``.
        role: What it is for: ``package``, ``test``, ``example``, ``documentation``, ``tool`` or
            ``vendored`` for what others wrote.
    """

    name: str
    path: str
    text: str = field(repr=False)
    docstring: str = ""
    symbols: tuple[Symbol, ...] = ()
    imports: tuple[str, ...] = ()
    deferred: frozenset[str] = frozenset()
    commands: tuple[DeclaredCommand, ...] = ()
    is_package: bool = False
    role: str = "package"

    @property
    def is_public(self) -> bool:
        """Whether no part of its name is private."""
        return not any(p.startswith("_") and p != "__main__" for p in self.name.split("."))

    @property
    def public(self) -> tuple[Symbol, ...]:
        """Its symbols that others may use."""
        return tuple(symbol for symbol in self.symbols if symbol.public)


@dataclass(frozen=True, slots=True)
class Change:
    """A commit."""

    revision: str
    date: str
    subject: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class Evidence:
    """What a project says of itself.

    Attributes:
        folder: The name of its folder.
        metadata: What it says of itself as a package.
        readme: The README; None if there is none.
        pages: Further texts for people, by path.
        modules: Its modules, by name.
        changes: Its commits, the newest first.
        bible: Its words, parts and people, as people wrote them down.
        files: The paths of what stands in its folder, of files for people and tools.
        unread: What could not be read, one line each.
    """

    folder: str
    metadata: Metadata = field(default_factory=Metadata)
    readme: Page | None = None
    pages: tuple[Page, ...] = ()
    modules: tuple[Module, ...] = ()
    changes: tuple[Change, ...] = ()
    bible: Bible = EMPTY
    files: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What the project is called."""
        return self.metadata.name or self.folder

    @cached_property
    def by_name(self) -> Mapping[str, Module]:
        """The modules by their dotted names."""
        return {module.name: module for module in self.modules}

    @cached_property
    def own(self) -> tuple[Module, ...]:
        """The modules that are shipped, not tests, examples or tools."""
        return tuple(module for module in self.modules if module.role == "package")

    @cached_property
    def tests(self) -> tuple[Module, ...]:
        """The modules that test."""
        return tuple(module for module in self.modules if module.role == "test")

    @property
    def scripts(self) -> tuple[EntryPoint, ...]:
        """What is installed to be run."""
        groups = ("console_scripts", "gui_scripts")
        return tuple(e for e in self.metadata.entry_points if e.group in groups)

    def module_of(self, dotted: str) -> Module | None:
        """Return the module that a dotted name is, or is in; None if it is none of these."""
        while dotted:
            if dotted in self.by_name:
                return self.by_name[dotted]
            dotted = dotted.rpartition(".")[0]
        return None
