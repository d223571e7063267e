"""From one style to another: a docstring's text in, the same said in another style out.

Whatever is converted is read again in its new style and must say the same, and no word may be
missing but those that styles are made of; otherwise it is refused, with the reason.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from docstring_lsp.docstring.scribe import UnsayableError
from docstring_lsp.docstring.style import RenderOptions, Style
from docstring_lsp.docstring.transcribing import MixedError
from docstring_lsp.docstring.transcript import Chapter, Transcript, difference

_WORD = re.compile(r"\w*[^\W_]\w*")
MARKS = frozenset(
    re.split(
        r"\s+",
        "args arguments parameters params attributes return returns yield yields receive receives "
        "raise raises except exceptions exception warn warns param parameter arg argument "
        "key keyword kwarg type kwtype returntype var ivar cvar vartype rtype ytype rubric note "
        "warning attention caution danger error hint important tip todo default defaults to is "
        "optional c l b i u",
    )
)
"""The words that styles are made of, which another style may not need."""


def converted(
    text: str,
    source: Style,
    target: Style,
    options: RenderOptions,
    change: Callable[[Transcript], Transcript] | None = None,
) -> str:
    """Return a docstring's text in another style.

    Args:
        text: The text, freed of its indentation.
        source: The style it is written in.
        target: The style that is wanted.
        options: How it is laid out.
        change: What is to be said otherwise, such as types.

    Raises:
        UnsayableError: If the other style cannot say the same; the message tells what.
    """
    try:
        said = source.transcript(text)
    except MixedError as error:
        raise UnsayableError(str(error)) from None
    wanted = said if change is None else change(said)
    written = target.transcribe(wanted, options)
    try:
        read = target.transcript(written)
    except MixedError:
        raise UnsayableError(f"in {target.title} it would be read as two styles at once") from None
    reason = difference(wanted, read)
    if reason:
        raise UnsayableError(f"in {target.title} {reason}")
    if change is None and (lost := _lost(text, written, said)):
        raise UnsayableError(f"in {target.title} {lost!r} would be lost")
    return written


def _lost(before: str, after: str, said: Transcript) -> str:
    """Return a word that one text has oftener than the other and that is no style's mark."""
    left = Counter(_words(before)) - Counter(_words(after))
    left -= Counter(_named_twice(said))
    return next((word for word in left if word.lower() not in MARKS), "")


def _words(text: str) -> list[str]:
    """Return a text's words; what only keeps a character from being markup is no part of one."""
    return _WORD.findall(re.sub(r"\\(?=[_*])", "", text))


def _named_twice(said: Transcript) -> Iterator[str]:
    """Give the words of names that a style may tell twice: for the thing, and for its type."""
    for part in said:
        for told in part.entries if isinstance(part, Chapter) else ():
            for name in told.names if told.type or told.optional or told.default else ():
                yield from _WORD.findall(name)
