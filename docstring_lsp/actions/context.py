"""What stands around a definition: a text and a definition of it in, blocks of context out.

Pure over texts: those of other files are asked of a callable. Names only, a path never. What a
block tells is a signature and a docstring as they are written, shortened where they are long.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from docstring_lsp.mentions import Mentions
from docstring_lsp.providers.base import Block
from docstring_lsp.source.binding import bound
from docstring_lsp.source.definition import MODULE, Definition
from docstring_lsp.source.edit import docstring_content
from docstring_lsp.source.facts import ClassFacts, Facts, FunctionFacts
from docstring_lsp.source.scan import scan
from docstring_lsp.source.span import Span

Lookup = Callable[[str], "str | None"]
"""From a module's dotted name to its text, or None where the workspace has none of that name."""

MOST_SIBLINGS = 3
MOST_CALLEES = 8
MOST_CALLERS = 3
_LONGEST = 1_200
"""The characters of one block; a docstring's first paragraphs say what it is about."""


def context(
    text: str,
    definition: Definition,
    facts: Facts,
    *,
    module: str | None = None,
    lookup: Lookup | None = None,
    mentions: Mentions | None = None,
    glossary: Mapping[str, str] | None = None,
) -> tuple[Block, ...]:
    """Return what helps to describe a definition, the most helpful first.

    Args:
        text: The text it stands in.
        definition: Where it stands.
        facts: What its code says.
        module: The dotted name of its module, ``package.__init__`` for a package.
        lookup: Gives the texts of other modules.
        mentions: Gives the modules that have a word.
        glossary: The project's terms and what they mean; those that occur are told.
    """
    around = _Around(text, _scanned(text), module, lookup or (lambda _: None))
    blocks = [
        *_class(around, definition, facts),
        *_callees(around, definition, facts),
        *_module(around, definition),
        *_glossary(glossary or {}, definition.span.of(text)),
        *_siblings(around, definition),
        *_callers(around, definition),
        *_callers_elsewhere(around, definition, mentions),
    ]
    seen: set[tuple[str, str]] = set()
    return tuple(b for b in blocks if b.text and _first((b.name, b.text), seen))


@lru_cache(maxsize=16)
def _scanned(text: str) -> tuple[Definition, ...]:
    """Return a text's definitions; the same few files are asked for over and over."""
    return scan(text)


@dataclass(frozen=True, slots=True)
class _Found:
    """A definition in whatever text it stands in."""

    text: str
    definition: Definition

    def told(self) -> str:
        """Return its signature and docstring."""
        docstring = docstring_content(self.text, self.definition) or ""
        if self.definition.name == MODULE:
            return _short(docstring)
        signature = " ".join(self.definition.header.of(self.text).split())
        return _short(f"{signature}\n{docstring}".strip())


@dataclass(frozen=True, slots=True)
class _Around:
    """A text with its definitions, and the way to others."""

    text: str
    definitions: tuple[Definition, ...]
    module: str | None
    lookup: Lookup

    def own(self, qualname: str) -> _Found | None:
        """Return the definition of that qualified name in this text."""
        for found in self.definitions:
            if found.qualname == qualname and found.kind != "module":
                return _Found(self.text, found)
        return None

    def resolve(self, name: str) -> _Found | None:
        """Return what a dotted name stands for at the top of this text."""
        first, _, rest = name.partition(".")
        here = self.own(name)
        if here is not None:
            return here
        imported = bound(self.text, self.module).get(first)
        return self._elsewhere(f"{imported}.{rest}".rstrip(".")) if imported else None

    def _elsewhere(self, dotted: str) -> _Found | None:
        pieces = dotted.split(".")
        for cut in range(len(pieces) - 1, 0, -1):
            text = self.lookup(".".join(pieces[:cut]))
            if text is not None:
                qualname = ".".join(pieces[cut:])
                found = next((d for d in _scanned(text) if d.qualname == qualname), None)
                return _Found(text, found) if found is not None else None
        return None


def _class(around: _Around, definition: Definition, facts: Facts) -> Iterator[Block]:
    bases: Iterable[str] = ()
    if isinstance(facts, ClassFacts):
        bases = facts.bases
    elif isinstance(facts, FunctionFacts) and definition.in_class:
        owner = definition.qualname.rpartition(".")[0]
        found = around.own(owner)
        bases = facts.owner.bases if facts.owner else ()
        for base in bases:
            overridden = around.resolve(f"{_bare(base)}.{definition.name}")
            if overridden is not None:
                yield Block(
                    kind="class", name=f"{_bare(base)}.{definition.name}", text=overridden.told()
                )
        if found is not None:
            members = _members(around, found.definition)
            told = f"{found.told()}\nMethods: {', '.join(members)}"
            yield Block(kind="class", name=owner, text=told)
    for base in bases:
        found = around.resolve(_bare(base))
        if found is not None:
            yield Block(kind="class", name=_bare(base), text=found.told())


def _callees(around: _Around, definition: Definition, facts: Facts) -> Iterator[Block]:
    if not isinstance(facts, FunctionFacts):
        return
    owner = definition.qualname.rpartition(".")[0]
    count = 0
    for name in facts.calls:
        first, _, rest = name.partition(".")
        bound = first in ("self", "cls") and definition.in_class and "." not in rest
        found = around.own(f"{owner}.{rest}") if bound else around.resolve(name)
        if found is not None and found.definition != definition and count < MOST_CALLEES:
            count += 1
            yield Block(kind="callee", name=name, text=found.told())


def _module(around: _Around, definition: Definition) -> Iterator[Block]:
    if definition.kind == "module":
        return
    own = next(d for d in around.definitions if d.kind == "module")
    names = [d.qualname for d in around.definitions if d.kind != "module" and not d.scopes]
    told = f"{_Found(around.text, own).told()}\nDefines: {', '.join(dict.fromkeys(names))}"
    name = (around.module or "the module").removesuffix(".__init__")
    yield Block(kind="module", name=name, text=_short(told.strip()))


def _glossary(glossary: Mapping[str, str], source: str) -> Iterator[Block]:
    said = source.lower().replace("_", " ")
    for term, meaning in glossary.items():
        if re.search(rf"\b{re.escape(term.lower())}", said):
            yield Block(kind="glossary", name=term, text=meaning)


def _siblings(around: _Around, definition: Definition) -> Iterator[Block]:
    """Yield docstrings that show how the project writes, the same for all of a class or module."""
    candidates = []
    for other in around.definitions:
        if other.docstring is None or other.kind != definition.kind or other == definition:
            continue
        content = docstring_content(around.text, other) or ""
        if content and len(content) <= _LONGEST and other.kind != "module":
            near = other.scopes == definition.scopes
            candidates.append((not near, "\n" not in content, other.header.start, other, content))
    for *_, other, content in sorted(candidates, key=lambda c: c[:3])[:MOST_SIBLINGS]:
        yield Block(kind="sibling", name=other.qualname, text=content)


def _callers(around: _Around, definition: Definition) -> Iterator[Block]:
    if definition.kind == "module" or definition.name.startswith("__"):
        return
    dot = r"\." if definition.in_class else r"(?<![.\w])"
    call = re.compile(rf"(?m)^.*{dot}({re.escape(definition.name)})\(.*$")
    lines = _calls(call, around.text, around.definitions, definition.span)
    for qualname, told in list(lines.items())[:MOST_CALLERS]:
        yield Block(kind="caller", name=qualname, text=_short("\n".join(told[:2])))


def _callers_elsewhere(
    around: _Around, definition: Definition, mentions: Mentions | None
) -> Iterator[Block]:
    """Yield who calls a definition in other modules, as far as these import what it is in."""
    if mentions is None or around.module is None or definition.kind == "module":
        return
    if definition.name.startswith("_") or definition.in_function:
        return
    home, outer = around.module.removesuffix(".__init__"), definition.qualname.partition(".")[0]
    told = 0
    for module, text in mentions(definition.name):
        names = _expressions(bound(text, module), home, outer)
        if not names:
            continue
        owners = "|".join(map(re.escape, names))
        called = rf"\.{definition.name}" if definition.in_class else rf"(?<![.\w])(?:{owners})"
        call = re.compile(rf"(?m)^.*?({called})\(.*$")
        for caller, lines in _calls(call, text, _scanned(text)).items():
            if told == MOST_CALLERS:
                return
            told += 1
            name = f"{module.removesuffix('.__init__')}.{caller}".removesuffix(f".{MODULE}")
            yield Block(kind="caller", name=name, text=_short("\n".join(lines[:2])))


def _expressions(names: Mapping[str, str], home: str, outer: str) -> list[str]:
    """Return by what a module that imports so calls something at the top of another."""
    whole = f"{home}.{outer}"
    starts = (
        (name, dotted) for name, dotted in names.items() if f"{whole}.".startswith(f"{dotted}.")
    )
    return [name + whole[len(dotted) :] for name, dotted in starts]


def _calls(
    call: re.Pattern[str],
    text: str,
    definitions: tuple[Definition, ...],
    but: Span | None = None,
) -> dict[str, list[str]]:
    """Return the lines of a text that call something, by who calls, but for those of a part."""
    lines: dict[str, list[str]] = {}
    for found in call.finditer(text):
        own = but is not None and but.holds(found.start(1))
        if own or found[0].lstrip().startswith(("def ", "#", "@")):
            continue
        caller = _innermost(definitions, found.start(1))
        if caller.docstring is None or not caller.docstring.holds(found.start(1)):
            lines.setdefault(caller.qualname, []).append(found[0].strip())
    return lines


def _members(around: _Around, owner: Definition) -> Iterable[str]:
    names = (
        d.name
        for d in around.definitions
        if d.in_class and d.qualname == f"{owner.qualname}.{d.name}"
    )
    return dict.fromkeys(names)


def _innermost(definitions: tuple[Definition, ...], offset: int) -> Definition:
    holding = [d for d in definitions if d.kind == "module" or d.span.holds(offset)]
    return max(holding, key=lambda d: len(d.scopes) + (d.kind != "module"))


def _bare(base: str) -> str:
    """Return a base class without its type arguments."""
    return base.partition("[")[0].partition("(")[0].strip()


def _short(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    kept = text[:_LONGEST].rpartition("\n")[0] or text[:_LONGEST]
    return f"{kept.rstrip()}\n..."


def _first(key: tuple[str, str], seen: set[tuple[str, str]]) -> bool:
    new = key not in seen
    seen.add(key)
    return new
