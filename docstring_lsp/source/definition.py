"""The definition: where a module, class or function stands in a text.

Made by `docstring_lsp.source.scan`; holds places, no meaning. What the code of a
definition says is in `docstring_lsp.source.facts`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from docstring_lsp.source.span import Span

DefinitionKind = Literal["module", "class", "function"]

MODULE = "<module>"
"""The name and qualified name of a module's own definition."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A class or function that encloses a definition.

    Attributes:
        kind: What encloses it.
        name: Its name.
        header: From its ``class``, ``def`` or ``async`` keyword through the colon.
        decorators: Its decorators as written, without ``@``.
    """

    kind: Literal["class", "function"]
    name: str
    header: Span
    decorators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Definition:
    """Where one definition stands.

    Attributes:
        kind: ``module``, ``class`` or ``function`` (methods and properties included).
        name: Its name; `MODULE` for a module.
        qualname: As ``__qualname__`` gives it, ``Outer.method`` or ``outer.<locals>.inner``.
        span: From column 0 of the line of its first decorator (or of its keyword) to the end
            of its last line of code, that line's newline not included. A module's is the text.
        header: From its keyword through the colon; for a module the empty span at the place
            where its docstring stands or would be put (after byte-order mark, shebang, coding
            line and the comments that open the file).
        body: From after the colon to the end of ``span``.
        docstring: The docstring's literal with prefix and quotes (implicitly concatenated
            pieces included), or None.
        indent: The white space in front of its keyword.
        body_indent: The white space in front of its body's first statement; None where the
            body stands on the header's line, or has no statement yet.
        decorators: Its decorators as written, without ``@``, outermost first.
        scopes: What encloses it, outermost first.
    """

    kind: DefinitionKind
    name: str
    qualname: str
    span: Span
    header: Span
    body: Span
    docstring: Span | None
    indent: str
    body_indent: str | None
    decorators: tuple[str, ...] = ()
    scopes: tuple[Scope, ...] = ()

    @property
    def anchor(self) -> int:
        """What it is found again by: where its header starts, or -1 for the module."""
        return -1 if self.kind == "module" else self.header.start

    @property
    def in_class(self) -> bool:
        """Whether it stands directly in the body of a class."""
        return bool(self.scopes) and self.scopes[-1].kind == "class"

    @property
    def in_function(self) -> bool:
        """Whether it stands in a function, directly or deeper."""
        return any(scope.kind == "function" for scope in self.scopes)

    @property
    def decorator_names(self) -> tuple[str, ...]:
        """The decorators' dotted names, their arguments cut off."""
        return tuple(decorator.split("(", 1)[0].strip() for decorator in self.decorators)
