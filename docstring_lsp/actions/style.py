"""Tells the conventions of the project that a path belongs to: settings, tools' files, a vote.

The tools' configuration files from the path up to the project's root are read, and where they
do not say, a sample of the docstrings that exist: first beside the path, then in the project.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from docstring_lsp import bible, files
from docstring_lsp.actions.conventions import Conventions, conventions
from docstring_lsp.docstring.detect import CONFIG_FILES, detect
from docstring_lsp.docstring.detection.vote import Existing, Holder
from docstring_lsp.errors import DocstringLspError
from docstring_lsp.folders import is_file, is_folder

if TYPE_CHECKING:
    from docstring_lsp.settings.model import Resolved
    from docstring_lsp.source.definition import Definition
    from docstring_lsp.source.span import Span

_SAMPLED_FILES = 60
"""Files read for the vote; with 500 lines each they cost about a tenth of a second."""


def project_conventions(start: Path, resolved: Resolved, *, vote: bool = True) -> Conventions:
    """Return how the project that ``start`` belongs to writes its docstrings.

    Args:
        start: A file or a folder.
        resolved: The settings that hold there.
        vote: Whether existing docstrings are asked where no tool's file says the style; a
            check that needs no style can do without.

    Raises:
        SettingError: If the settings name a style that does not exist, or the bible cannot be
            read.
    """
    configs = {**_own_words(start), **files.find_configs(start, CONFIG_FILES)}
    docstrings = _sample(start, resolved) if vote else iter(())
    found = conventions(resolved, detect(configs, docstrings))
    return replace(found, bible=bible.near(start))


def _own_words(start: Path) -> dict[str, str]:
    """Return the modules whose ``__docformat__`` holds at a place: itself and its package."""
    found = {}
    folder = start if is_folder(start) else start.parent
    for path in (start, folder / "__init__.py"):
        if path.suffix in {".py", ".pyi"} and is_file(path):
            with suppress(DocstringLspError):
                text = files.read(path).text
                if "__docformat__" in text:
                    found[str(path)] = text
    return found


def _sample(start: Path, resolved: Resolved) -> Iterator[Existing]:
    folder = start if is_folder(start) else start.parent
    places = [start, folder, files.project_root(start)]
    walked = files.walk([place for place in places if place.exists()], resolved.settings)
    for path in islice(walked, _SAMPLED_FILES):
        yield from _docstrings(path)


def _docstrings(path: Path) -> Iterator[Existing]:
    from docstring_lsp.source.edit import docstring_content
    from docstring_lsp.source.scan import scan

    try:
        text = files.read(path).text
    except DocstringLspError:
        return
    definitions = scan(text)
    constructed = {d.scopes[-1].header for d in definitions if _is_constructor(d)}
    for definition in definitions:
        if definition.docstring is not None:
            content = docstring_content(text, definition)
            if content:
                yield Existing(content, _holder(definition, constructed))


def _is_constructor(definition: Definition) -> bool:
    return definition.name == "__init__" and definition.in_class


def _holder(definition: Definition, constructed: set[Span]) -> Holder:
    if _is_constructor(definition):
        return "init"
    return "class" if definition.header in constructed else "other"
