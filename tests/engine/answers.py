"""Answers as a hostile or broken model might give them, and what becomes of them in a file.

The whole way: answer, draft, gate, docstring, rendering, edit. `tests.unchanged`, which shares
no line with the package, judges whether the code is what it was.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from docstring_lsp import registry
from docstring_lsp.docstring.draft import Draft
from docstring_lsp.docstring.merge import compose
from docstring_lsp.docstring.style import RenderOptions, Style
from docstring_lsp.engine.gate import check, complete
from docstring_lsp.engine.schema import draft, schema
from docstring_lsp.errors import ContentError, EditRefusedError, ParseRefusedError
from docstring_lsp.providers.base import Request
from docstring_lsp.source.definition import Definition
from docstring_lsp.source.edit import apply, docstring_edit
from docstring_lsp.source.extract import extract
from docstring_lsp.source.facts import Facts
from docstring_lsp.source.scan import scan
from docstring_lsp.source.text import decode
from tests.unchanged import Reading, difference

CASES = Path(__file__).parent.parent / "source" / "cases"
STYLES = ("google", "numpy", "sphinx", "epytext", "pep257")

Became = Literal["malformed", "refused", "unchanged", "written"]

HOSTILE = (
    '"""',
    "'''",
    '"',
    "'",
    '""',
    "\\",
    '\\"""',
    '\\\\"""',
    "\\\n",
    "\\N{BULLET}",
    "\\x22\\x22\\x22",
    "\\u0022" * 3,
    "\\0",
    "\x00",
    "\x1b[31m",
    "\x85",
    "\u2028",
    "\u2029",
    "\u202e",
    "\u200b",
    "\u00ad",
    "\ufeff",
    "\ud800",
    "\U000e0041",
    "\r",
    "\r\n",
    "\n",
    "\n\n",
    "\f",
    "\t",
    "\v",
    "＂＂＂",
    "e\u0301",
    "👩\u200d👩\u200d👧",
    "й" * 5,
    "`",
    "``",
    "```python\nimport os\n```",
    '"""\nimport os; os.system("true")\n"""',
    "'''\nraise SystemExit\n'''",
    '"""; import os #',
    '""")\nimport os\n("""',
    "pass\n    return 1",
    "\n\ndef evil():\n    pass\n",
    "\nclass Evil: pass",
    "# -*- coding: rot13 -*-",
    "# type: ignore",
    "# fmt: off",
    "{0.__class__} %s {{}}",
    "</data-0123abcd>",
    "<script>alert(1)</script>",
    "https://example.org/x",
    ">>> import os\n>>> os.remove('x')",
    "... ",
    ":param x: y",
    "@param x: y",
    "Args:\n    x: y",
    "Returns\n-------\nint",
    ".. code::\n\n    x",
    "a" * 300,
    "word " * 80,
    "((((" * 30,
    "- one\n- two",
    "    indented",
)
PLAIN = (
    "Return the value.",
    "The number of items to keep.",
    "If it is empty.",
    "Whether the file is read first.",
    "It is left as it is; see the other one.",
    "A `name` in backticks.",
    "An unfinished",
    "",
)


@dataclass(frozen=True, slots=True)
class Place:
    """A definition in a file, and what its code says."""

    text: str
    definition: Definition
    facts: Facts
    before: Reading


@lru_cache(maxsize=1)
def places() -> tuple[Place, ...]:
    """Return every definition of the golden cases that can be read."""
    return tuple(_places())


def answer(rng: random.Random, facts: Facts) -> Any:
    """Return an answer about a definition: of the schema's form mostly, of any form at times."""
    if rng.random() < 0.02:
        return _misshapen(rng)
    data = _filled(rng, schema(facts))
    if rng.random() < 0.02:
        data[rng.choice(HOSTILE)] = _text(rng)
    return data


def become(place: Place, style: str, data: Any, *, gated: bool = True) -> Became:
    """Return what becomes of an answer.

    Args:
        place: The definition it is about.
        style: The style it is laid out in.
        data: The answer.
        gated: Whether the gate is asked; without it the edit stands alone.

    Raises:
        AssertionError: If anything but a docstring is changed.
    """
    try:
        given = draft(place.facts, data, "fuzz")
    except ContentError:
        return "malformed"
    request = Request(facts=place.facts, style=style, source=place.definition.span.of(place.text))
    if gated:
        given = check(given, request).draft
    told = complete(given, Draft(summary="Say what it is."))
    content = _style(style).render(compose(place.facts, told), RenderOptions())
    try:
        edit = docstring_edit(place.text, place.definition, content)
    except EditRefusedError:
        return "refused"
    if edit is None:
        return "unchanged"
    after = apply(place.text, [edit])
    changed = difference(place.before, Reading(after))
    assert not changed, f"{place.definition.qualname} ({style}): {changed}: {data!r}"
    return "written"


def _places() -> Iterator[Place]:
    for path in sorted(CASES.glob("*.py")):
        text = decode(path.read_bytes()).text
        before = _reading(text)
        if before is None or not text.strip():
            continue
        for definition in scan(text):
            with suppress(ParseRefusedError):
                yield Place(text, definition, extract(text, definition), before)


def _reading(text: str) -> Reading | None:
    """Return the reading of a text, or None if this interpreter is too old for its syntax."""
    try:
        return Reading(text)
    except SyntaxError:
        return None


@lru_cache
def _style(name: str) -> Style:
    style: Style = registry.load("docstring_lsp.docstring.styles", name, "STYLE", kind="style")
    return style


def _filled(rng: random.Random, form: Any) -> Any:
    if form["type"] == "string":
        return _text(rng)
    return {key: _filled(rng, inner) for key, inner in form["properties"].items()}


def _text(rng: random.Random) -> str:
    if rng.random() < 0.3:
        return rng.choice(PLAIN)
    count = rng.choice((1, 1, 2, 3, 5, 8))
    pool = HOSTILE if rng.random() < 0.7 else PLAIN
    pieces = [rng.choice(pool if rng.random() < 0.7 else PLAIN) for _ in range(count)]
    if rng.random() < 0.1:
        pieces.append("".join(chr(rng.randrange(0x2FFF)) for _ in range(rng.randrange(20))))
    return rng.choice(("", " ", "\n")).join(pieces)


def _misshapen(rng: random.Random) -> Any:
    nested: Any = "x"
    for _ in range(rng.randrange(200)):
        nested = [nested] if rng.random() < 0.5 else {rng.choice(HOSTILE): nested}
    shapes = (None, 3, True, [], "text", {}, {"summary": None}, {"summary": nested}, nested)
    return rng.choice(shapes)
