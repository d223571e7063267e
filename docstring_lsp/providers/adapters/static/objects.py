"""Objects of verbs: which of a function's parameters its name's verb acts on."""

from __future__ import annotations

from collections.abc import Iterable

from docstring_lsp.providers.adapters.static import phrases, tables, words
from docstring_lsp.source.facts import Parameter

PLACES = tables.listed(
    "name key level index number id idx fd position pos tag n i status code kind type"
)


def is_bare(parts: phrases.Words, parameters: Iterable[Parameter]) -> bool:
    """Return whether none of the parameters is what the words after a name's first tell of."""
    told = {words.singular(word) for word in phrases.expand(parts[1:])}
    given = (word for p in parameters for word in phrases.expand(words.split(p.name)))
    return not any(words.singular(word) in told for word in given)


_AMOUNTS = tables.listed("size n count limit length amount num offset nbytes timeout")
_IN_AMOUNTS = tables.listed("read receive peek take skip pop fetch")
_ADDRESSES = tables.listed("url uri path endpoint route")
"""What a request goes to; the ``method`` beside it is that of HTTP, and nothing to be acted on."""
_OF_EVENTS = tables.listed("handle process dispatch send emit trigger post fire publish log record")
_PUTS = tables.listed(
    "set add put insert store write save assign register push update replace bind"
)


def acted_on(parameters: Iterable[Parameter], verb: str = "") -> str | None:
    """Return the name of the parameter that a lone verb acts on, or None.

    The first that must be given, but the value where the first only names its place, as in
    ``set(key, value)`` and wherever one is stored under the other.
    """
    parameters = tuple(parameters)
    remote = any(p.name.rpartition("_")[2] in _ADDRESSES for p in parameters)
    required = [
        p
        for p in parameters
        if p.default is None
        and p.label == p.name
        and (p.name != "event" or verb in _OF_EVENTS)
        and (p.name not in _AMOUNTS or verb not in _IN_AMOUNTS)
        and not (remote and p.name == "method")
    ]
    if not required:
        return None
    first, *others = required
    for other in others:
        if any(u.kind == "stored" and f"[{first.name}]" in u.detail for u in other.uses):
            return other.name
    if _is_place(first.name) and verb in _PUTS:
        return next((p.name for p in others if not _is_place(p.name)), first.name)
    return first.name


def _is_place(name: str) -> bool:
    return name in PLACES or name.rpartition("_")[2] in PLACES
