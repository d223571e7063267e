"""Words that a project does not want to read: a docstring's text in, where they stand in it out.

Only sentences are read. What is marked as code, a name, a path, an address, a doctest or a quoted
value may well be spelled so, and is passed over. Knows the words by what it is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from docstring_lsp.docstring.tree import Block, Item, Tree
from docstring_lsp.source.span import Span

_NOT_PROSE = re.compile(
    r"(?P<fence>^[ \t]*(```+|~~~+).*?^[ \t]*\2)"
    r"|^[ \t]*(?:>>>|\.\.\.|\.\. )[^\n]*(?:\n(?=[ \t]*(?:>>>|\.\.\.))[^\n]*)*"
    r"|(?P<code>`+)[^\n]*?(?P=code)"
    r"|\w+://\S+"
    r"|(?<!\w)'[^'\n]*'(?!\w)"
    r"|\"[^\"\n]*\"",
    re.MULTILINE | re.DOTALL,
)
_JOINED = r"[\w./\\@-]"
_AHEAD = r"\w|[./\\@-]\w|\("
"""What makes a name or a path of a word when it touches it; a full stop alone ends a sentence."""


@dataclass(frozen=True, slots=True)
class Use:
    """A word that is not wanted.

    Attributes:
        span: Where it stands.
        word: The word as written.
        instead: What to say instead, with a capital where the word has one.
    """

    span: Span
    word: str
    instead: str


def uses(text: str, tree: Tree | None, unwanted: Mapping[str, str]) -> tuple[Use, ...]:
    """Return where a docstring uses words that are not wanted.

    Args:
        text: What it says.
        tree: How it is made up; None where nothing says its style.
        unwanted: The words, each with what to say instead.
    """
    if not unwanted:
        return ()
    known = {word.casefold(): instead for word, instead in unwanted.items()}
    pattern = _pattern(tuple(known))
    if pattern.search(text) is None:
        return ()
    passed = [Span(*match.span()) for match in _NOT_PROSE.finditer(text)]
    told = list(_sentences(text, tree))
    return tuple(
        Use(Span(*m.span()), m[0], _like(known[" ".join(m[0].casefold().split())], m[0]))
        for m in pattern.finditer(text)
        if any(span.start <= m.start() and m.end() <= span.end for span in told)
        and not any(span.holds(m.start()) for span in passed)
    )


def worded(text: str, found: tuple[Use, ...]) -> str:
    """Return a text with what is wanted in the place of what is not."""
    for use in sorted(found, key=lambda each: each.span, reverse=True):
        text = text[: use.span.start] + use.instead + text[use.span.end :]
    return text


def _sentences(text: str, tree: Tree | None) -> Iterator[Span]:
    if tree is None:
        yield Span(0, len(text))
        return
    for part in tree.parts:
        for inner in part.parts if isinstance(part, Block) else (part,):
            if not isinstance(inner, Item):
                yield inner.span
            elif inner.description is not None:
                yield inner.description


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    # The longest first, so that of two that begin alike the whole one is found.
    listed = (re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!{_JOINED})(?:{'|'.join(listed)})(?!{_AHEAD})", re.IGNORECASE)


def _like(instead: str, word: str) -> str:
    return instead[:1].upper() + instead[1:] if word[:1].isupper() else instead
