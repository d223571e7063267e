"""How a sentence is said: what no docstring may hold, whatever the code.

Takes a sentence and what is known, gives what is wrong with it, in words a model can be told.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from docstring_lsp.docstring.reading.titled import TITLES, TOLD_IN_PROSE
from docstring_lsp.engine.gating.claims import CODE
from docstring_lsp.engine.gating.known import Known
from docstring_lsp.engine.gating.words import ENGLISH, FOREIGN, listed


def hidden_characters(sentence: str, known: Known) -> Iterator[str]:
    """Yield what is wrong with characters that are not seen, or pass for others."""
    del known
    if sentence.isascii() and sentence.isprintable():
        return
    for character in sentence:
        unseen = unicodedata.category(character) in _UNSEEN or _BLANK.match(character)
        if character not in "\n\t" and unseen:
            yield f"it holds the character U+{ord(character):04X}"
            return
    for word in re.findall(r"[^\W\d_]+", sentence):
        if len(_alphabets(word) & _ALIKE) > 1:
            yield f"{word!a} mixes letters of two alphabets"
            return


def leaked(sentence: str, known: Known) -> Iterator[str]:
    """Yield that a sentence speaks of the task and not of the code."""
    found = _LEAK.search(sentence)
    if found is not None and (found[1] or found[0]).lower() not in known.text.lower():
        yield f'"{found[0].strip()}" speaks of the task; describe the code only'


def placeholders(sentence: str, known: Known) -> Iterator[str]:
    """Yield that a sentence says nothing yet."""
    del known
    if _EMPTY.fullmatch(sentence.strip()) or _TO_DO.search(CODE.sub(" ", sentence)):
        yield "it is a placeholder"


def sections(sentence: str, known: Known) -> Iterator[str]:
    """Yield that a part is laid out as a section of a docstring, which a program does."""
    if _SECTION.search(CODE.sub(" ", sentence)):
        yield "it is laid out as a section or field; give plain sentences"
    for found in _DIRECTIVE.finditer(sentence):
        if found[1].lower() not in _HARMLESS and found[0].strip() not in known.text:
            yield f"it holds a directive ({found[1]}); give plain sentences"
            return


def other_language(sentence: str, known: Known) -> Iterator[str]:
    """Yield that a sentence is not in the language asked for."""
    letters = [c for c in CODE.sub("", sentence) if c.isalpha()]
    foreign = [
        c for c in letters if not c.isascii() and not unicodedata.name(c, "").startswith("LATIN")
    ]
    if len(foreign) * 2 > len(letters) and not any(c in known.text for c in set(foreign)):
        yield "it is not in English"
        return
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", CODE.sub("", sentence))]
    alien = sum(word in FOREIGN for word in words)
    if len(words) >= _FEWEST_WORDS and alien >= 2 and not any(w in ENGLISH for w in words):
        yield "it is not in English"


def repeated(sentence: str, known: Known) -> Iterator[str]:
    """Yield that a sentence says one word over and over, as a model that is caught in a loop."""
    del known
    if _LOOP.search(sentence):
        yield "it repeats itself"


def gibberish(sentence: str, known: Known) -> Iterator[str]:
    """Yield that a part is made of marks and not of words, as a broken model's is."""
    if not (bare := CODE.sub("", sentence).strip()) or sentence.strip() in known.text:
        return
    letters = sum(map(len, _WORD.findall(bare)))
    marks = sum(not character.isspace() for character in bare)
    if letters < _FEWEST_LETTERS * marks and CODE.search(sentence) is None:
        yield "it is no sentence"


_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST_LETTERS = 0.4
"""The share of a sentence's characters that are letters of words; people's have 0.8 and more, their
formulas about a half."""

_UNSEEN = ("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp")
_BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0]")
"""Letters and marks by their category that show nothing."""
_ALIKE = {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "FULLWIDTH", "MATHEMATICAL"}
_LEAK = re.compile(
    r"\b(?:as an? (?:AI|artificial|large language|language model|assistant)\w*|language models?|"
    r"AI (?:model|assistant)|chatGPT|"
    r"(?:here(?:'s| is| are)|below (?:is|are)|the following is) (?:the|a|an|your|my) "
    r"(?:\w+ ){0,3}(?:docstrings?|json|documentation|summary|answer|response|description)|"
    r"(?:sure|certainly|absolutely|great question)[,!]|"
    r"I(?:'m| am) (?:sorry|unable|not able|an AI|happy|glad)|"
    r"I (?:cannot|can't|can not|will|have|hope|apologi[sz]e|would|could|think|assume|need)\b|"
    r"I'(?:ll|ve|d)\b|let me (?:know|explain|describe)|hope (?:this|that) helps|"
    r"(?:the|this) (?:provided|above|supplied) (?:code|snippet|source|json|facts)|"
    r"ignor(?:e|ing) (?:all|any|the|previous|prior)\b.{0,30}instructions?|"
    r"(?:the|this|these|my|your|previous|prior) (?:system )?(prompt|instruction|docstring)s?|"
    r"json (?:object|schema) (?:that )?(?:was )?asked|"
    r"you are (?:a|an|now)\b|pretend (?:to be|that you)\b|"
    r"the user (?:asked|wants|requested) (?:me|us|you)\b|"
    r"(?:disregard|forget|override|bypass)(?:ing)? (?:(?:all|any|the|your|my) )*"
    r"(?:(?:previous|prior|above|earlier|preceding) (?:\w+ )?"
    r"(?:prompts?|rules?|guidelines?|messages?)|(?:system )?(?:instructions?|prompts?))|"
    r"(?:generated|written|produced) by (?:an? )?(?:AI|GPT|chatGPT|claude|gemini|copilot|LLM)\b|"
    r"note to (?:the )?(?:reviewers?|maintainers?|self)\b|(?:not enough|insufficient) context\b|"
    r"^(?:as (?:you )?requested\b|no changes? (?:is |are )?(?:needed|required)|"
    r"based on (?:the|this) (?:provided |given )?(?:code|source|implementation|snippet|name),|"
    r"without (?:more|further) (?:context|information)\b|"
    r"(?:it is|it's|it remains) (?:unclear|not clear) (?:what|how|why|from)\b|"
    r"(?:it|this|the (?:function|method|class|code)) (?:seems|appears) to\b))|"
    r"^(?:assistant|system|user|human)\s*:|"
    r"#\s*(?:noqa|nosec|pragma|type:|pylint:|pyright:|mypy:|fmt:|isort:|ruff:|docstring-lsp:)|"
    r"</?data-[0-9a-f]{6,}>?|<\|\w+\|>|\[/?INST\]|</?(?:think|system|user|assistant)>|```|~~~",
    re.IGNORECASE,
)
"""The group is a word that a definition may be about: then it stands in the code."""
_EMPTY = re.compile(
    r"\W*(?:n/?a|none|null|nil|undefined|unknown|empty|string|text|value|description|summary|todo|"
    r"tbd|tba|not (?:specified|applicable|available|documented|provided|given)|"
    r"no (?:description|documentation|summary)(?: (?:available|provided|given))?|"
    r"(?:the |a )?description(?: of .{0,40})?(?: goes)? here|[x.…\-?*_<>/\\#]+|lorem ipsum.*)?\W*",
    re.IGNORECASE | re.DOTALL,
)
_TO_DO = re.compile(
    r"\b(?:TODO|FIXME|XXX|TBD|TBA)\b|(?i:\blorem ipsum\b)|"
    r"(?i:[<\[{](?:insert|add|your|placeholder|description|summary|fill|todo|tbd)\b[^>\]}]{0,40}[>\]}])"
)
_TITLES = "|".join(
    sorted({*TITLES, *TOLD_IN_PROSE, "kwargs", "keywords", "deprecated", "parameter", "throws"})
)
_SECTION = re.compile(
    rf"(?im)^[ \t]*(?:(?:{_TITLES})\s*(?::\s*$|\n[ \t]*[-=~]{{3,}})|"
    r"[:@](?:param|parameter|type|arg|argument|key|keyword|return|returns|rtype|raise|raises|except|"
    r"yield|yields|ytype|ivar|cvar|var)\b[^:\n]*:)|"
    r"(?m:^[ \t]*(?:@[a-z]+(?:[ \t]+\w+)?:(?!\S)|:[a-z]+(?:[ \t]+[\w*]+)?:(?!\S)))|"
    r"(?m:^[ \t]*\S[^\n]*\n[ \t]*([-=~^\"*+#])\1{2,}[ \t]*$)"
)
_DIRECTIVE = re.compile(r"(?m)^[ \t]*\.\.[ \t]+(?:\|[^|\n]+\|[ \t]+)?([\w:+-]+)::")
_HARMLESS = listed(
    """
    note warning tip hint important caution attention danger seealso versionadded versionchanged
    deprecated rubric code-block code math admonition
    """
)
"""Directives that only lay out what stands below them; others read files, or run it."""
_FEWEST_WORDS = 4
_LOOP = re.compile(r"\b([^\W\d]\w*)(?:\W+\1\b){3,}|(.{12,80}?)\2{2,}", re.IGNORECASE | re.DOTALL)


def _alphabets(word: str) -> set[str]:
    if word.isascii():
        return {"LATIN"}
    return {unicodedata.name(letter, "").split(" ")[0] for letter in word}
