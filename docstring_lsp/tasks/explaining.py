"""What the code itself says of what a task names: Markdown, without any model.

A docstring that stands is told as it stands; where there is none, the embedded author's is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import PurePosixPath

from docstring_lsp.actions.composing import composed, facts_of
from docstring_lsp.actions.place import Place
from docstring_lsp.deliverables.evidence.model import Module, Symbol
from docstring_lsp.deliverables.markup import block, bullets, code, joined, summary
from docstring_lsp.deliverables.sections.api import told
from docstring_lsp.deliverables.showing import holds
from docstring_lsp.docstring.model import Docstring, Entry, Section
from docstring_lsp.engine.generate import Engine
from docstring_lsp.errors import DocstringLspError
from docstring_lsp.tasks.room import Room

_MOST = 4
_ASKS = re.compile(
    r"\b(?:this|that|these|it|here|explain|describe|summari[sz]e|what|how|why|when|where|who"
    r"|does|is|are|can)\b",
    re.IGNORECASE,
)
"""Words of which a task has one that is about what the user is at."""


async def explained(room: Room, task: str) -> str:
    """Return what is to be said of what a task names: definitions, or else modules.

    What the user is at is only meant by a task that asks or points.
    """
    if room.names_nothing(task) and not _ASKS.search(task):
        return ""
    symbols = room.symbols(task)[:_MOST]
    if symbols:
        return joined(*[await _explained(room, *each) for each in symbols])
    return joined(*(_module(module) for module in room.files(task)[:_MOST]))


def _module(module: Module) -> str:
    said = block(cleandoc(module.docstring), "text") if module.docstring else holds(module)
    rows = (
        f"{code(symbol.qualname)}{f': {first}' if (first := summary(symbol.docstring)) else ''}"
        for symbol in module.public
    )
    return joined(f"# {code(module.name)}", f"In {code(module.path)}.", said, bullets(rows))


async def _explained(room: Room, module: Module, symbol: Symbol) -> str:
    header = " ".join(symbol.definition.header.of(module.text).split()).rstrip(": ")
    if symbol.docstring.strip():
        said = joined(block(cleandoc(symbol.docstring), "text"), told(module, symbol))
    else:
        said = await _derived(room, module, symbol)
    return joined(
        f"# {code(f'{module.name}.{symbol.qualname}')}",
        f"In {code(f'{module.path}:{symbol.line}')}.",
        block(header, "python"),
        said,
    )


async def _derived(room: Room, module: Module, symbol: Symbol) -> str:
    place = Place(path=PurePosixPath(module.path), module=module.name)
    try:
        facts = facts_of(module.text, symbol.definition, place)
        docstring, _ = await composed(
            facts, module.text, symbol.definition, room.conventions, Engine(), place
        )
    except DocstringLspError:
        return told(module, symbol)
    return joined(*_page(docstring), "_It has no docstring; this is what its code says._")


def _page(docstring: Docstring) -> Iterator[str]:
    yield docstring.summary
    yield docstring.description
    for section in docstring.sections:
        yield joined(f"**{section.kind.value.capitalize()}**", _section(section))


def _section(section: Section) -> str:
    if section.text:
        return block(section.text, "python")
    return bullets(_entry(each) for each in section.entries)


def _entry(entry: Entry) -> str:
    kind = code(entry.type or "")
    name = code(entry.name or "")
    head = f"{name} ({kind})" if name and kind else name or kind
    default = f" {code(entry.default)} by default." if entry.default else ""
    said = " ".join(entry.description.split())
    return (f"{head}: {said}" if head and said else head or said) + default
