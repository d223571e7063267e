"""The files in which a project says how it writes docstrings; a change of one is told to us."""

from __future__ import annotations

from pathlib import Path


def names() -> tuple[str, ...]:
    """Return their names, or their paths below a folder."""
    from docstring_lsp import bible
    from docstring_lsp.docstring.detect import CONFIG_FILES
    from docstring_lsp.settings.load import PROJECT_FILES

    return tuple(dict.fromkeys((*PROJECT_FILES, *CONFIG_FILES, bible.PLACE)))


def pattern() -> str:
    """Return the pattern of their paths, as editors read it."""
    return "**/{" + ",".join(names()) + "}"


def is_watched(path: Path) -> bool:
    """Return whether a file is one of them."""
    return path.as_posix().endswith(tuple(f"/{name}" for name in names()))
