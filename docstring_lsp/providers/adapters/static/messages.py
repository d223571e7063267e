"""Error messages in words: messages of known shapes become clauses that follow "if"."""

from __future__ import annotations

import re
from functools import lru_cache

from docstring_lsp.providers.adapters.static import plurals, prose, tables, words

_HOLE = re.compile(r"""['"`]?\{([^{}]*)\}['"`]?""")
_TAIL = re.compile(
    r"\s*(?:[:;,(\[]|\s-\s|\.\s|--|\bgot\b|\bnot\s+\{|\bbut\b|['\"`]?\{[^{}]*\}['\"`]?$).*$",
    re.DOTALL,
)
_SAFE = re.compile(r"[A-Za-z][\w '`/.-]*[\w`']")
_STATEMENT = re.compile(
    r"(?P<subject>[A-Za-z_]\w*) "
    r"(?P<verb>is|must be|should be|must not be|cannot be|can't be|may not be) (?P<rest>[a-z].*)"
)

_BAD = (
    "invalid|unknown|unsupported|missing|unexpected|duplicate|empty|bad|illegal|malformed"
    "|incomplete|ambiguous|unterminated|unrecognized|undefined|inconsistent|truncated|corrupt"
)
_DONE = "found|available|installed|given|open|closed"
"""What is told to be missing; of what is not *supported* or *allowed*, there is some."""
_SHAPES = (
    (
        r"(?:can ?not|can't|could not|couldn't|unable to|failed to) (?P<rest>[a-z].*)",
        "it cannot {rest}",
    ),
    (rf"(?P<how>{_BAD}) (?P<rest>[a-z].*)", "there is {how_a} {rest}"),
    (r"no such (?P<rest>[a-z].*)", "there is no such {rest}"),
    (
        rf"no (?P<rest>[a-z].*?) (?:was |were )?(?:{_DONE}|present|specified|provided)",
        "there is no {rest}",
    ),
    (r"too (?P<how>many|few) (?P<rest>[a-z].*)", "there are too {how} {rest}"),
    (rf"(?P<rest>[a-z][\w ]*?) not (?P<how>{_DONE})", "{rest} is not {how}"),
)
_STARTS = tuple((re.compile(pattern, re.IGNORECASE), form) for pattern, form in _SHAPES)


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
    if not _SAFE.fullmatch(head) or len(head) > 70 or head.count("`") % 2:
        return None
    for pattern, form in _STARTS:
        found = pattern.fullmatch(head)
        if found:
            return _filled(form, found.groupdict())
    return None


def _filled(form: str, values: dict[str, str]) -> str | None:
    how, rest = values.get("how", "").lower(), values.get("rest", "")
    last = rest.split()[-1]
    if last in _UNFINISHED:
        return None
    if last in plurals.UNCOUNTABLE:
        form = form.replace("{how_a}", "{how}")
    if words.is_plural(last):
        form = form.replace("there is {how_a}", "there are {how}").replace(
            "there is no", "there are no"
        )
        form = form.replace("{rest} is", "{rest} are")
    return form.format(rest=rest, how=how, how_a=words.with_article(how) if how else "")


_UNFINISHED = tables.listed(
    "containing using named called given having"
    " a an the to of for from in on at by with and or is not as"
)


def _statement(head: str, parameters: frozenset[str]) -> str | None:
    """Turn ``timeout must be positive`` around, where its subject is a parameter."""
    found = _STATEMENT.fullmatch(head)
    if not found or found["subject"] not in parameters or not _SAFE.fullmatch(found["rest"]):
        return None
    if found["rest"].split()[-1] in _UNFINISHED:
        return None
    if found["verb"] == "is" and found["rest"].split()[0] in _SAYS_WHAT_SHOULD_BE:
        return None
    negative = "" if found["verb"] in _SAYS_WHAT_IS else "not "
    return f"`{found['subject']}` is {negative}{found['rest']}"


_SAYS_WHAT_SHOULD_BE = tables.listed(
    "required only needed mandatory expected reserved deprecated obligatory necessary always"
)
_SAYS_WHAT_IS = frozenset({"is", "must not be", "cannot be", "can't be", "may not be"})


def quoted(message: str) -> str | None:
    """Return a message in quotation marks, or None if it is too long or not plain."""
    folded = " ".join(message.split()).rstrip(".")
    if not 3 <= len(folded) <= prose.LONGEST_CODE or re.search(r'["\\`]', folded):
        return None
    if not any(char.isalpha() for char in _HOLE.sub("", folded)) or not folded.isprintable():
        return None
    return f'"{folded}"'
