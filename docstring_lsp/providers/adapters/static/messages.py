"""Error messages in words: messages of known shapes become clauses that follow "if"."""

from __future__ import annotations

import re
from functools import lru_cache

from docstring_lsp.providers.adapters.static import prose, words

_HOLE = re.compile(r"""['"`]?\{([^{}]*)\}['"`]?""")
_TAIL = re.compile(r"\s*(?:[:;,(\[]|\s-\s|\.\s|--|\bgot\b|\bnot\s+\{|\bbut\b).*$", re.S)
_SAFE = re.compile(r"[A-Za-z][\w '`/.-]*[\w`']")

_STARTS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.I), form)
    for pattern, form in (
        (r"(?:can ?not|can't|could not|couldn't|unable to|failed to) (?P<rest>[a-z].*)", "it cannot {rest}"),
        (r"(?P<how>invalid|unknown|unsupported|missing|unexpected|duplicate|empty|bad|illegal|malformed|incomplete|ambiguous|unterminated|unrecognized|undefined) (?P<rest>[a-z].*)", "there is {how_a} {rest}"),
        (r"no such (?P<rest>[a-z].*)", "there is no such {rest}"),
        (r"no (?P<rest>[a-z].*?)(?: (?:was |were )?(?:found|given|available|present|specified|provided))", "there is no {rest}"),
        (r"too (?P<how>many|few) (?P<rest>[a-z].*)", "there are too {how} {rest}"),
        (r"(?P<rest>[a-z][\w ]*?) not (?P<how>found|supported|allowed|implemented|available|permitted|installed|given)", "{rest} is not {how}"),
    )
)  # fmt: skip
_STATEMENT = re.compile(
    r"(?P<subject>[A-Za-z_]\w*) (?P<verb>is|must be|should be|must not be|cannot be|can't be|may not be) (?P<rest>[a-z].*)"
)


@lru_cache(maxsize=2048)
def clause(message: str, parameters: frozenset[str]) -> str | None:
    """Return what a message says as a clause, or None if its shape is not known.

    Args:
        message: The literal message, its variable parts in braces.
        parameters: The names of the function's parameters, which are quoted.
    """
    head = _TAIL.sub("", " ".join(message.split())).strip(" .!?")
    stated = _statement(head, parameters)
    if stated:
        return stated
    if "{" in head or not _SAFE.fullmatch(head) or len(head) > 70 or "%" in head:
        return None
    for pattern, form in _STARTS:
        found = pattern.fullmatch(head)
        if found:
            values = found.groupdict()
            how = (values.get("how") or "").lower()
            rest = values.get("rest", "")
            if words.is_plural(rest.split()[-1]) and form.startswith("there is {how_a}"):
                return f"there are {how} {rest}"
            return form.format(rest=rest, how=how, how_a=words.with_article(how) if how else "")
    return None


def _statement(head: str, parameters: frozenset[str]) -> str | None:
    """Turn ``timeout must be positive`` around, where its subject is a parameter."""
    found = _STATEMENT.fullmatch(head)
    if not found or found["subject"] not in parameters or not _SAFE.fullmatch(found["rest"]):
        return None
    verb, rest = found["verb"], found["rest"]
    if verb == "is":
        return f"`{found['subject']}` is {rest}"
    return f"`{found['subject']}` is {'' if 'not' in verb or 't be' in verb and 'can' in verb else 'not '}{rest}"


def quoted(message: str) -> str | None:
    """Return a message in quotation marks, or None if it is too long or not plain."""
    folded = " ".join(message.split())
    if not 3 <= len(folded) <= prose.LONGEST_CODE or re.search(r'["\\`]', folded):
        return None
    if not any(char.isalpha() for char in _HOLE.sub("", folded)) or not folded.isprintable():
        return None
    return f'"{folded}"'
