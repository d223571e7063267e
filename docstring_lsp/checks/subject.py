"""A definition as the rules look at it: what each asks for is read once, and only if one asks.

Takes a text and a definition; gives its docstring's tree and its code's facts. Must not know
what is wrong with them.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from docstring_lsp.checks.finding import Finding, Fix
from docstring_lsp.checks.recollection import Recollection, facts_key, tree_key
from docstring_lsp.errors import SourceError
from docstring_lsp.source.definition import MODULE, Definition
from docstring_lsp.source.span import Span

if TYPE_CHECKING:
    from docstring_lsp.docstring.style import Style
    from docstring_lsp.docstring.tree import Tree
    from docstring_lsp.source.facts import Facts
    from docstring_lsp.source.patch import Places

_KEYWORD = re.compile(r"(?:async[\s\\]+)?(?:def|class)[\s\\]+")


class Subject:
    """One definition.

    Args:
        text: The file's text.
        definition: Where it stands.
        favoured: The name of the project's style; empty where that is not known.
        stub: Whether the file is a stub.
        recollection: What was read before, where somebody remembers.
    """

    def __init__(
        self,
        text: str,
        definition: Definition,
        favoured: str = "",
        *,
        stub: bool = False,
        recollection: Recollection | None = None,
    ) -> None:
        self.text = text
        self.definition = definition
        self._favoured = favoured
        self._stub = stub
        self._recollection = recollection

    @cached_property
    def content(self) -> str | None:
        """What its docstring says; None where it has none that can be read."""
        from docstring_lsp.source.edit import docstring_content

        return docstring_content(self.text, self.definition)

    @cached_property
    def style(self) -> Style | None:
        """The style its docstring is written in; None where nothing in it says."""
        from docstring_lsp.docstring.recognition import style, written_in

        if self.content is None:
            return None
        return written_in(self.content, style(self._favoured) if self._favoured else None)

    @cached_property
    def tree(self) -> Tree | None:
        """Its docstring's tree; None where nothing says the style."""
        if self.style is None or self.content is None:
            return None
        from docstring_lsp.docstring.recognition import read

        style, content = self.style, self.content
        if self._recollection is None:
            return read(content, style)
        key = tree_key(content, style.name)
        return self._recollection.of(key, lambda: read(content, style))

    @cached_property
    def facts(self) -> Facts | None:
        """What its code says; None where the parser cannot read it."""
        key = None
        if self._recollection is not None:
            key = facts_key(self.text, self.definition, stub=self._stub)
        if self._recollection is None or key is None:
            return self._extracted()
        return self._recollection.of(key, self._extracted)

    def _extracted(self) -> Facts | None:
        from docstring_lsp.source.extract import extract

        try:
            return extract(self.text, self.definition, stub=self._stub)
        except SourceError:
            return None

    @property
    def name_span(self) -> Span:
        """Where its name stands; for a module, where its docstring stands or would."""
        definition = self.definition
        start = definition.header.start
        if definition.name == MODULE:
            return Span(start, start)
        keyword = _KEYWORD.match(self.text, start)
        start = keyword.end() if keyword else start
        return Span(start, start + len(definition.name))

    def finding(
        self,
        code: str,
        message: str,
        *,
        said: Span | None = None,
        fix: Fix | None = None,
        unless: str = "",
        instead: str = "",
    ) -> Finding:
        """Return a finding of this definition.

        Args:
            code: The rule's code.
            message: What is wrong.
            said: Where in the docstring's text it is said; the name is pointed at if None.
            fix: How it is mended.
            unless: A word that takes it back where another file of the project has it.
            instead: What may be meant there.
        """
        return Finding(
            code=code,
            message=message,
            span=self.name_span if said is None else self._place(said),
            symbol=self.definition.qualname,
            anchor=self.definition.anchor,
            fix=fix,
            unless=unless,
            instead=instead,
        )

    def _place(self, said: Span) -> Span:
        found = self._places.of(said)
        return found or self.definition.docstring or self.name_span

    @cached_property
    def _places(self) -> Places:
        from docstring_lsp.source.patch import Places

        return Places(self.text, self.definition)
