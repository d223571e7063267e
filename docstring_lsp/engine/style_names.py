"""The styles there are as an enumeration, for programs."""

from __future__ import annotations

from enum import Enum
from typing import Any

from docstring_lsp.docstring.recognition import style, styles


class _Style(str, Enum):
    """A style by its name, with what it asks of a model."""

    @property
    def requires_json(self) -> bool:
        """Whether a model must answer in JSON to serve it."""
        return style(self.value).requires_json

    @property
    def min_tokens(self) -> int:
        """The output a model must be able to give to serve it."""
        return style(self.value).min_tokens


_make: Any = _Style

# Made of the styles there are, so that a new one is a member without a word said here.
DocstringStyle: Any = _make(
    "DocstringStyle",
    {name.upper().replace("-", "_"): name for name in styles()},
    module=__name__,
)
