"""What a sentence claims and the code does not show: names, literals, exceptions, links.

Takes a sentence and what is known, gives what is wrong with it, in words a model can be told.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from docstring_lsp.engine.gating.known import NAME, Known, is_exception, pythons, value_of
from docstring_lsp.engine.gating.words import NO_GIVEN, NO_NAMES, NO_PARAMETERS

CODE = re.compile(r"(?<!`)(`+)(?=[^`])(.+?)(?<=[^`])\1(?!`)", re.DOTALL)
"""Inline code."""


def unknown_names(sentence: str, known: Known) -> Iterator[str]:
    """Yield the names in a sentence that stand neither in the code nor around it."""
    for code in CODE.finditer(sentence):
        for name in NAME.findall(_QUOTED.sub(" ", code[2])):
            if not known.names_it(name) and not is_exception(name):
                yield f"`{name}` is not in the code"
    for found in _GIVEN.finditer(_prose(sentence)):
        name = (found[1] or found[2]).replace("-", "_")
        if name in NO_GIVEN:
            continue
        if not known.names_it(name) and not known.means_it(name):
            yield f"{found[1] or found[2]} is not in the code"
    for found in _WORD.finditer(_prose(sentence)):
        name = found[0].rstrip("(")
        if name.lower() in NO_NAMES or not _looks_named(found[0], name):
            continue
        if name.startswith("sys.") and hasattr(sys, name.split(".")[1]):
            continue
        for part in filter(None, name.split(".")):
            opens = found.start() == 0 and name[0].isupper()
            spoken = ("." not in name and "_" not in name) or opens
            if not (
                known.names_it(part) or (spoken and known.means_it(part)) or is_exception(part)
            ):
                yield f"{part} is not in the code"


def unknown_parameters(sentence: str, known: Known) -> Iterator[str]:
    """Yield the plain words that a sentence takes for parameters, and that are none."""
    for found in _PARAMETER.finditer(_prose(sentence)):
        word = found[1]
        if word not in NO_PARAMETERS and not (known.names_it(word) or known.means_it(word)):
            yield f"there is no parameter {word}"


def unknown_literals(sentence: str, known: Known) -> Iterator[str]:
    """Yield the quoted values in a sentence that are not in the code."""
    for code in CODE.finditer(sentence):
        for found in _QUOTED.finditer(code[2]):
            if not _stands(_content(found), known):
                yield f"{found[0]} is not in the code"
    prose = _prose(sentence)
    for found in _QUOTED.finditer(prose):
        content = _content(found)
        if _stands(content, known) or _stands(content.strip(".,;:!?"), known):
            continue
        if (
            _SYMBOLS.search(content)
            or (NAME.fullmatch(content) and _is_value(prose, found))
            or _SAID.search(prose[: found.start()][-_NEAR:])
        ):
            yield f"{found[0]} is not in the code"


def unraised(sentence: str, known: Known) -> Iterator[str]:
    """Yield the exceptions in a sentence that the code does not raise or name."""
    for name in dict.fromkeys(NAME.findall(sentence)):
        if not is_exception(name):
            continue
        if name not in known.names:
            yield f"{name} is not in the code"
        elif known.raised is not None and name not in known.raised and _claims(sentence, name):
            yield f"{name} is not raised"


def links(sentence: str, known: Known) -> Iterator[str]:
    """Yield the addresses and the markup of other languages that are not in the source."""
    for found in _ADDRESS.finditer(sentence):
        if found[0].rstrip(".,;:!?)>]\"'`") not in known.text:
            yield "it holds an address that is not in the source"
            return
    for found in _HTML.finditer(sentence):
        if found[0] not in known.text:
            yield "it holds HTML that is not in the source"
            return
    if _MARKDOWN.search(CODE.sub(" ", sentence)):
        yield "it holds Markdown; write plain prose with names between single backticks"


_WORD = re.compile(
    r"(?<![\w@/\\-])(?<![\w.]\.)[^\W\d]\w*(?:\.[^\W\d]\w*)*(?:\((?!e?s\)|ies\)|es\)))?"
)
_HUMPS = re.compile(r"[a-z]+[A-Z]\w*|(?:[A-Z]+[a-z]+\d*){2,}[A-Z]*|[A-Z]{2,}[a-z]{2,}\w*")
_PARAMETER = re.compile(
    r"(?<!is )(?<!as )\b[Tt]he\s+([a-z]{2,}[a-z0-9]*)(?<!ed)\s+"
    r"(?:parameter|argument|keyword argument|kwarg|flag|option|switch)\b"
)
_GIVEN = re.compile(
    r"(?<![\w.=-])([A-Za-z_]\w*)=(?=[\w'\"\[({-])|(?<![\w-])--([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\b"
)
_QUOTED = re.compile(
    r"(?<![\w'\"])(?:[rbuf]{0,2}\"([^\"\n]{1,120})\"|[rbuf]{0,2}'([^'\n]{1,120})'|"
    r"“([^”\n]{1,120})”|‘([^’\n]{1,120})’|«([^»\n]{1,120})»)(?![\w'\"])"
)
_SYMBOLS = re.compile(r"[^\w\s.,;:!?'’()-]|\d|_|\w\.\w|-\w*-|^[-.]|^\W+$")
_VALUE_BEFORE = re.compile(
    r"(?:\b(?:equals?|either|default|defaults|defaults to|set to|mode|value|values|key|"
    r"keys|prefix|suffix|option|flag|string|character|characters|extension|codec|encoding|"
    r"returns?|yields?|gives?)|"
    r"[\"'”’»],?|[\"'”’»],? (?:or|and)|=)\s*\Z",
    re.IGNORECASE,
)
_SAID = re.compile(r"\b(?:message|emits?|prints?|logs|says|reads|reports)\s*:?\s*\Z", re.IGNORECASE)
_COPULA = re.compile(r"\b(?:is|be|are|was|to)\s*\Z")
_NEAR = 40
_SHORT = 3
_VALUE_AFTER = re.compile(r"\s*(?:,|or\b|and\b)\s*(?:or\s+|and\s+)?[\"'“‘]")
_RAISES = re.compile(
    r"\b(?:rais(?:e|es|ed|ing)|throw(?:s|n|ing)?|propagat\w+|fails? with|warns? with|emits?|"
    r"issues?|signals?|escapes?|bubbles?|surfaces?|reach(?:es)? the|results? in|leads? to|"
    r"lets? \W*\w+\W* (?:through|escape|pass)|triggers?)\b",
    re.IGNORECASE,
)
_IF_SO = r"\W{0,3}(?:if|when|unless|on|in case)\b"
_UNCLAIMED = re.compile(
    r"\b(?:not|never|no|without|instead of|rather than|suppress\w*|catch\w*|caught|ignor\w*|"
    r"handl\w*|swallow\w*|convert\w*|turn\w*|if (?:it|they|\w+) raises?)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\b(?:https?|ftps?|sftp|ssh|git|file|mailto|javascript|vbscript|ldap)://?\S+|"
    r"\b(?:javascript|vbscript|mailto|tel|ftp|h[tx]{2}ps?(?:\[:\]//)?):?(?<=[:/])\S+|"
    r"\bh[tx]{2}ps?\[?:\]?//\S+|(?<![\w:/])//[\w-]+(?:\.[\w-]+)+\S*|"
    r"(?<![\w./@-])(?:[\w-]+\.)+(?:com|org|net|io|dev|edu|gov|ru|cn|info|app|ai|co|me|xyz)/\S*|"
    r"(?<![\w:])data:[\w/+;-]*,\S+|\bwww\.\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.\w+",
    re.IGNORECASE,
)
_TAGS = (
    "a|abbr|article|audio|b|base|blockquote|body|br|button|canvas|center|cite|code|dd|del|details|"
    "div|dl|dt|em|embed|fieldset|font|footer|form|frame|h[1-6]|head|header|hr|html|i|iframe|img|"
    "input|ins|kbd|label|li|link|main|mark|math|meta|nav|object|ol|p|picture|pre|q|s|samp|script|"
    "section|small|source|span|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|"
    r"tfoot|th|thead|title|tr|tt|u|ul|var|video|think|thinking|answer|output|response|json|"
    "dialog|marquee|slot|param|portal|applet|blink|area|col|picture|track|wbr"
)
_HTML = re.compile(
    rf"</?(?:{_TAGS})(?:[\s/][^<>]*)?/?>|</[a-z]|<[a-z][\w-]*[\s/]+[\w-]+\s*=|"
    r"<[a-z]+-[\w-]+>|<!--|<!\w|<\?\w|&(?:\w{2,8}|#\w+);|&(?:lt|gt|amp|quot|nbsp|#\d+)\b",
    re.IGNORECASE,
)
_MARKDOWN = re.compile(
    r"!?\[[^\]\n]*\]\([^)\n]*\)|(?m:^[ \t]*#{1,6}[ \t]+\S)|"
    r"(?<![\w*])\*\*(?=\w)[^*\n]+\*\*(?![\w*])|```|~~~|(?m:^[ \t]*\|.*\|[ \t]*$)"
)


def _prose(sentence: str) -> str:
    """Return a sentence with its inline code, which is looked at alone, blotted out."""
    return CODE.sub(lambda found: "¤" * len(found[0]), sentence)


def _looks_named(written: str, name: str) -> bool:
    if "." in name or "_" in name or (written.endswith("(") and len(name) > 1):  # no O(n)
        return True
    return _HUMPS.fullmatch(name) is not None and name not in pythons()


def _content(found: re.Match[str]) -> str:
    return next(group for group in found.groups() if group is not None)


def _stands(content: str, known: Known) -> bool:
    """Return whether a quoted value stands in the code; a short one must stand there alone."""
    if content.isalnum() and len(content) <= _SHORT:
        quoted = any(f"{quote}{content}{quote}" in known.text for quote in "'\"`")
        return quoted or content in known.names or value_of(content) in known.numbers
    return content in known.text


def _is_value(prose: str, found: re.Match[str]) -> bool:
    before, after = prose[: found.start()], prose[found.end() :]
    if _VALUE_BEFORE.search(before[-_NEAR:]) or _VALUE_AFTER.match(after):
        return True
    return bool(_COPULA.search(before[-_NEAR:]) and re.match(r"\s*(?:[.,;)]|\Z)", after))


def _claims(sentence: str, name: str) -> bool:
    """Return whether a sentence says that an exception is raised."""
    said = _RAISES.search(sentence)
    place = sentence.find(name)
    if re.match(rf"\W*{re.escape(name)}{_IF_SO}", sentence, re.IGNORECASE):
        return not _UNCLAIMED.search(sentence)
    return (
        said is not None
        and abs(said.start() - place) < _NEAR * 2
        and not _UNCLAIMED.search(sentence)
    )
