"""Markdown for the exports: a document in, its tokens out; comments are taken out of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from typing import Any

from docstring_lsp.errors import UsageError

Note = Callable[[str], None]
"""Is told what a reader of the exported document will miss."""

_COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)
_FENCED = re.compile(r"^((?:```+|~~~+)).*?^\1[ \t]*$", re.DOTALL | re.MULTILINE)


def tokens(document: str) -> tuple[Any, list[Any]]:
    """Return the reader and the tokens of a document.

    Raises:
        UsageError: If the library that it takes is not installed.
    """
    reader = needed("markdown_it").MarkdownIt("commonmark", {"html": False}).enable("table")
    return reader, reader.parse(_without_comments(document))


def needed(name: str) -> Any:
    """Return a library that exports take.

    Raises:
        UsageError: If it is not installed.
    """
    try:
        return import_module(name)
    except ImportError:
        told = f"{name} is not installed; install docstring-lsp[export]"
        raise UsageError(told) from None


def _without_comments(document: str) -> str:
    parts, at = [], 0
    for code in _FENCED.finditer(document):
        parts += [_COMMENT.sub("", document[at : code.start()]), code[0]]
        at = code.end()
    return "".join([*parts, _COMMENT.sub("", document[at:])])
