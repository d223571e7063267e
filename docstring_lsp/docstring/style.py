"""What a docstring style is: the protocol that every file of ``styles/`` meets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Protocol

if TYPE_CHECKING:
    from docstring_lsp.docstring.model import Docstring
    from docstring_lsp.docstring.transcript import Transcript
    from docstring_lsp.docstring.tree import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderOptions:
    r"""How a docstring is laid out.

    Attributes:
        width: The column no line goes past, in columns of the file; words that are longer
            stand alone on their line.
        indent: How many columns stand in front of each of the docstring's lines.
        types: Whether types are repeated from the code.
        defaults: Whether defaults are repeated from the code.
        escape_stars: Whether ``*args`` is written ``\*args``.
    """

    width: int = 88
    indent: int = 0
    types: bool = True
    defaults: bool = True
    escape_stars: bool = False


class Style(Protocol):
    """A docstring style. A module of ``styles/`` offers one as its ``STYLE``."""

    name: ClassVar[str]
    """The name in settings, such as ``google``."""

    title: ClassVar[str]
    """The name in menus, such as ``Google``."""

    requires_json: ClassVar[bool]
    """Whether a model must answer in JSON to serve it."""

    min_tokens: ClassVar[int]
    """The output a model must be able to give to serve it."""

    def render(self, docstring: Docstring, options: RenderOptions) -> str:
        r"""Return the docstring's text.

        Lines are divided by ``\n`` and not indented; the first line is the summary, and the
        last has no newline. Quotes, prefix, escapes and indentation are the edit's business.
        """
        ...

    def parse(self, text: str) -> Tree:
        """Return the lossless tree of a docstring that stands, read in this style."""
        ...

    def transcript(self, text: str) -> Transcript:
        """Return what a docstring in this style says, freed of its marks.

        Raises:
            ValueError: If it is written in two styles at once, or has what no other style has.
        """
        ...

    def transcribe(self, transcript: Transcript, options: RenderOptions) -> str:
        """Return a transcript in this style.

        Raises:
            ValueError: If the style has no way to say it.
        """
        ...

    def marks(self, text: str) -> int:
        """Return how many marks of this style an existing docstring's text has."""
        ...

    def typed(self, text: str) -> bool | None:
        """Return whether a docstring's parameters have types; None where it tells of none."""
        ...
