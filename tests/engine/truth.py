"""What the gate makes of true prose: the embedded author's, and people's own docstrings.

Over the interpreter's standard library. The embedded author says only what the code says, so
nothing of it may be dropped. People know more than the code of one definition shows; the part of
their sentences that would be dropped bounds the gate's false alarms from above.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from docstring_lsp.actions.context import context
from docstring_lsp.engine.gate import OBJECTIONS, check
from docstring_lsp.engine.gating.known import Known, known
from docstring_lsp.engine.gating.sentences import Part, parts
from docstring_lsp.errors import DecodeError, ParseRefusedError
from docstring_lsp.providers.adapters.static.author import write
from docstring_lsp.providers.base import Request
from docstring_lsp.source.definition import Definition
from docstring_lsp.source.edit import docstring_content
from docstring_lsp.source.extract import extract
from docstring_lsp.source.facts import Facts
from docstring_lsp.source.scan import scan
from docstring_lsp.source.text import decode
from tests.corpus import python_files, standard_library

_TESTS = {"test", "tests", "idlelib", "lib2to3"}
_NO_PROSE = re.compile(r"(?ms)\s|[:@]\w+|[\w*, ]+ *(?::|--)|.*\n[ \t]{2,}\S|.*^[ \t]*[-=]{3,}")
"""Fields, entries, and what is indented or underlined: sections, tables, code."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One definition's draft, or one sentence, and what the gate says of it.

    Attributes:
        where: The file's name and the definition's.
        text: What was said.
        objections: Why it would be dropped, by the rule's name; empty if it stays.
    """

    where: str
    text: str
    objections: tuple[tuple[str, str], ...]


def authors(part: int) -> Iterator[Judged]:
    """Yield the embedded author's drafts; that one only repeats a name is no untruth."""
    for path, text, definition, facts in _definitions(part):
        draft = write(facts)
        verdict = check(draft, Request(facts=facts, source=definition.span.of(text)))
        told = [v for v in (*verdict.mended, *verdict.violations) if "only repeats" not in v]
        where = f"{path.name}:{definition.qualname}"
        yield Judged(where, draft.summary, tuple(("gate", line) for line in told))


def peoples(part: int) -> Iterator[Judged]:
    """Yield the plain sentences of the docstrings that stand, judged without these docstrings."""
    for where, sentence, told in _sentences(part):
        reason = _objection(sentence, told)
        yield Judged(where, sentence, (reason,) if reason else ())


def untrue(part: int) -> dict[str, list[Judged]]:
    """Return people's sentences with something untrue put into them, by kind, judged again."""
    rng = random.Random(part)
    judged: dict[str, list[Judged]] = {kind: [] for kind in _LIES}
    for where, sentence, told in _sentences(part):
        if _objection(sentence, told) is None:
            for kind, (pattern, lie) in _LIES.items():
                changed = pattern.sub(lambda found, lie=lie: lie(rng, found[0]), sentence, count=1)
                if changed != sentence:
                    reason = _objection(changed, told)
                    judged[kind].append(Judged(where, changed, (reason,) if reason else ()))
    return judged


_VERBS = ("fetch", "merge", "split", "flush", "rotate")
_ERRORS = ("BlockingIOError", "RecursionError", "FloatingPointError", "BadThingError")
_LIES: dict[str, tuple[re.Pattern[str], Callable[[random.Random, str], str]]] = {
    "name_with_underscore": (
        re.compile(r"\b[a-z]+(?:_[a-z]+)+\b"),
        lambda rng, found: f"{found}_{rng.choice(_VERBS)}",
    ),
    "NameInCapitals": (
        re.compile(r"\b[A-Z][a-z]+[A-Z][a-z]+\b"),
        lambda _, found: f"{found}Manager",
    ),
    "call": (re.compile(r"\b[a-z]+(?=\()"), lambda rng, found: f"{rng.choice(_VERBS)}_{found}"),
    "number": (
        re.compile(r"(?<![\w.\-/'\"])\d+(?![\w.'\"-])"),
        lambda rng, found: str(int(found) + rng.choice((7, 13, 29))),
    ),
    "exception": (re.compile(r"\b[A-Z]\w+Error\b"), lambda rng, _: rng.choice(_ERRORS)),
}


def _definitions(part: int) -> Iterator[tuple[Path, str, Definition, Facts]]:
    root = standard_library()
    for path in python_files(root, part=part):
        if not _TESTS.isdisjoint(path.relative_to(root).parts):
            continue
        try:
            text = decode(path.read_bytes()).text
        except DecodeError:
            continue
        for definition in scan(text):
            facts = _facts(text, definition)
            if facts is not None:
                yield path, text, definition, facts


def _sentences(part: int) -> Iterator[tuple[str, str, Known]]:
    lookup = partial(_text, standard_library())
    for path, text, definition, facts in _definitions(part):
        content = docstring_content(text, definition)
        if not content or definition.docstring is None:
            continue
        around = context(text, definition, facts, module=path.stem, lookup=lookup)
        span, docstring = definition.span, definition.docstring
        source = text[span.start : docstring.start] + text[docstring.end : span.end]
        told = known(Request(facts=facts, source=source, context=around))
        for sentence in filter(_is_prose, parts(content)):
            yield f"{path.name}:{definition.qualname}", sentence.text, told


def _objection(sentence: str, told: Known) -> tuple[str, str] | None:
    found = ((rule.__name__, next(rule(sentence, told), "")) for rule in OBJECTIONS)
    return next(((name, why) for name, why in found if why), None)


def _facts(text: str, definition: Definition) -> Facts | None:
    try:
        return extract(text, definition)
    except ParseRefusedError:
        return None


def _is_prose(part: Part) -> bool:
    plain = part.prose and not part.marker and not _NO_PROSE.match(part.text)
    return plain and part.text[-1] in ".!?"


@lru_cache(maxsize=64)
def _text(root: Path, module: str) -> str | None:
    stem = root.joinpath(*module.split("."))
    for path in (stem.with_suffix(".py"), stem / "__init__.py"):
        if path.is_file():
            return decode(path.read_bytes()).text
    return None
