"""Real functions with a full docstring, each changed in one way, and what the docstring becomes.

A function is taken out of its file, its signature or body is changed, and its docstring updated
in place. The judge works on lines and knows nothing of how an update is made: the result must be
the docstring with exactly that one difference.
"""

from __future__ import annotations

import ast
import asyncio
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from docstring_lsp.actions.conventions import Conventions, style
from docstring_lsp.actions.place import Place
from docstring_lsp.actions.update import Removal, update
from docstring_lsp.docstring.model import SectionKind
from docstring_lsp.docstring.recognition import written_in
from docstring_lsp.docstring.style import RenderOptions
from docstring_lsp.docstring.tree import Item, Tree
from docstring_lsp.engine.generate import Engine
from docstring_lsp.errors import DecodeError
from docstring_lsp.source.edit import apply, docstring_content
from docstring_lsp.source.scan import scan
from docstring_lsp.source.text import decode
from docstring_lsp.source.visibility import EVERYTHING

KINDS = ("add", "drop", "rename", "reorder", "retype", "default", "raise")
PLACE = Place()
ENGINE = Engine()
NEW = "brand_new"
RAISED = "BrandNewError"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a signature, ``self`` included."""

    kind: str
    name: str
    annotation: str
    default: str

    def __str__(self) -> str:
        told = f"{self.name}: {self.annotation}" if self.annotation else self.name
        return f"{told} = {self.default}" if self.default else told


@dataclass(frozen=True, slots=True)
class Function:
    """A function on its own, with a docstring that tells of each of its parameters.

    Attributes:
        where: Its file and qualified name.
        above: What stands in front of its name.
        parameters: Its parameters.
        returns: Its annotation.
        below: What stands behind its signature, from the docstring on.
        tree: Its docstring.
    """

    where: str
    above: str
    parameters: tuple[Parameter, ...]
    returns: str
    below: str
    tree: Tree
    literal: str

    @property
    def text(self) -> str:
        """Its source."""
        return f"{self.above}({signature(self.parameters)}){self.returns}:\n{self.below}"

    def item(self, name: str) -> Item:
        """Return the entry that tells of a parameter."""
        return next(item for item in self.tree.items if name in _names(self.tree, item))


def functions(path: Path) -> Iterator[Function]:
    """Give the functions of a file whose docstrings tell of all parameters, and nothing untrue."""
    try:
        text = decode(path.read_bytes()).text
    except DecodeError:
        return
    for definition in scan(text):
        if definition.kind != "function" or definition.in_function or not definition.docstring:
            continue
        if definition.body_indent is None or len(definition.scopes) > 1:
            continue
        content = docstring_content(text, definition)
        own = written_in(content) if content else None
        if content is None or own is None:
            continue
        tree = own.parse(content)
        head = "class Owner:\n" if definition.in_class else ""
        if definition.indent and not head:
            continue
        found = _function(
            f"{path.name}:{definition.qualname}",
            head + text[definition.span.start : definition.header.start],
            definition.header.of(text),
            definition.body_indent + text[definition.docstring.start : definition.span.end] + "\n",
            tree,
            definition.docstring.of(text),
        )
        if found is not None and updated(found.text, "all") == tree.text:
            yield found


def _function(
    where: str, above: str, header: str, below: str, tree: Tree, literal: str
) -> Function | None:
    try:
        node = ast.parse(f"{header} pass").body[0]
    except (SyntaxError, ValueError):
        return None
    if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) or "#" in header:
        return None
    parameters = tuple(_parameters(node.args))
    own = [p.name for p in parameters if p.name not in ("self", "cls")]
    bound = "class Owner" in above and "static" not in above and len(own) == len(parameters)
    told = [
        name
        for item in tree.items
        if item.kind is SectionKind.PARAMETERS and item.role == "entry"
        for name in _names(tree, item)
    ]
    if not own or told != own or bound:
        return None
    keyword = "async def" if isinstance(node, ast.AsyncFunctionDef) else "def"
    returns = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    return Function(
        where, f"{above}{keyword} {node.name}", parameters, returns, below, tree, literal
    )


def _names(tree: Tree, item: Item) -> list[str]:
    return [span.of(tree.text).replace("\\", "").lstrip("*") for span in item.names]


def _parameters(arguments: ast.arguments) -> Iterator[Parameter]:
    plain = [*arguments.posonlyargs, *arguments.args]
    defaults: list[ast.expr | None] = [None] * (len(plain) - len(arguments.defaults))
    groups: list[tuple[str, Sequence[ast.arg], Sequence[ast.expr | None]]] = [
        ("plain", plain, [*defaults, *arguments.defaults]),
        ("*", [arguments.vararg] if arguments.vararg else [], [None]),
        ("keyword", arguments.kwonlyargs, arguments.kw_defaults),
        ("**", [arguments.kwarg] if arguments.kwarg else [], [None]),
    ]
    for kind, names, values in groups:
        for number, (each, value) in enumerate(zip(names, values, strict=False)):
            only = kind == "plain" and number < len(arguments.posonlyargs)
            yield Parameter(
                "positional" if only else kind,
                each.arg,
                ast.unparse(each.annotation) if each.annotation else "",
                ast.unparse(value) if value else "",
            )


def signature(parameters: Sequence[Parameter]) -> str:
    """Return the text of a signature."""
    pieces: list[str] = []
    before = ""
    for each in parameters:
        if before == "positional" and each.kind != "positional":
            pieces.append("/")
        if each.kind == "keyword" and not {"keyword", "*"} & {before}:
            pieces.append("*")
        pieces.append((each.kind if each.kind[0] == "*" else "") + str(each))
        before = each.kind
    return ", ".join([*pieces, "/"] if before == "positional" else pieces)


def updated(text: str, removal: Removal = "bare") -> str | None:
    """Return what the docstring of a function on its own becomes; None where it is refused."""
    definition = next(d for d in scan(text) if d.kind == "function")
    content = docstring_content(text, definition)
    own = written_in(content) if content else None
    if own is None:
        return None
    conventions = Conventions(own.name, RenderOptions(), EVERYTHING)
    outcome = asyncio.run(update(text, definition, conventions, ENGINE, PLACE, removal=removal))
    if outcome.status == "refused":
        return None
    after = apply(text, [outcome.edit] if outcome.edit else [])
    said = docstring_content(after, next(d for d in scan(after) if d.kind == "function"))
    assert said is not None
    assert content is not None
    # As much of the file is touched as of what the docstring says, and not a line more; a line
    # of a docstring may be written over several that end with a backslash.
    joined = text.count("\\\n")
    assert _touched(text, after) <= _touched(content, said) + joined, (content, said)
    return said


def _touched(before: str, after: str) -> int:
    """Return how many lines lie between the first and the last that differ."""
    old, new = before.splitlines(), after.splitlines()
    most = min(len(old), len(new))
    start = next((n for n in range(most) if old[n] != new[n]), most)
    most -= start
    return len(new) - start - next((n for n in range(most) if old[-1 - n] != new[-1 - n]), most)


def mutated(function: Function, kind: str, source: random.Random) -> str | None:
    """Change a function in one way and return what is wrong with what its docstring becomes.

    Returns:
        An empty text where exactly the one difference is there; None where the function has
        nothing to be changed in that way.
    """
    return _MUTATIONS[kind](function, source)


def _add(function: Function, source: random.Random) -> str | None:
    listed = list(function.parameters)
    inside = {n for i in function.tree.items for n in _names(function.tree, i)[:-1]}
    places = [
        n + 1
        for n, each in enumerate(listed)
        if each.kind in ("plain", "keyword") and each.name not in inside
    ]
    if not places:
        return None
    place = source.choice(places)
    before = listed[place - 1]
    follows = listed[place] if place < len(listed) else None
    optional = before.default or before.kind == "keyword" or follows is None or follows.default
    listed.insert(place, Parameter(before.kind, NEW, "", "7" if optional else ""))
    after = updated(replace(function, parameters=tuple(listed)).text)
    return _one_more(function, after, NEW) or _in_order(function, after, listed)


def _drop(function: Function, source: random.Random) -> str | None:
    own = _own(function)
    if any(p.kind == "**" for p in function.parameters) or len(own) < 2:
        return None
    gone = source.choice(own)
    changed = replace(function, parameters=tuple(p for p in function.parameters if p != gone)).text
    item = function.item(gone.name)
    old = function.tree.text
    kept, without = updated(changed), updated(changed, "all")
    if without is None or kept not in (old, without):
        return "what a human wrote went, or something else did"
    if len(item.names) > 1:
        return "" if _is_less(old, without, gone.name) else "more went than one name"
    lost = inserted(without, old)
    said = item.description.of(old).split() if item.description else []
    if lost is None or not set(said) <= set(lost.split()):
        return "something else than one entry went"
    return _in_order(function, without, [p for p in function.parameters if p != gone])


def _rename(function: Function, source: random.Random) -> str | None:
    one = source.choice(_own(function))
    listed = [replace(p, name=NEW) if p == one else p for p in function.parameters]
    text = function.tree.text
    expected = text
    spans = [
        span
        for item in function.tree.items
        if item.kind is SectionKind.PARAMETERS
        for span in item.names
        if span.of(text).replace("\\", "").lstrip("*") == one.name
    ]
    for span in sorted(spans, reverse=True):
        stars = span.of(text)[: len(span.of(text)) - len(one.name)]
        expected = expected[: span.start] + stars + NEW + expected[span.end :]
    after = updated(replace(function, parameters=tuple(listed)).text)
    if one.kind in ("*", "**") and "*" not in text[spans[0].start : spans[0].end]:
        return None
    return "" if after == expected else "not just the name is another"


def _reorder(function: Function, source: random.Random) -> str | None:
    listed = list(function.parameters)
    own = [p.name for p in _own(function)]
    pairs = [
        n
        for n in range(len(listed) - 1)
        if listed[n].name in own
        and listed[n].kind == listed[n + 1].kind
        and bool(listed[n].default) == bool(listed[n + 1].default)
    ]
    grouped = any(len(i.names) > 1 for i in function.tree.items if i.kind is SectionKind.PARAMETERS)
    if not pairs or grouped:
        return None
    at = source.choice(pairs)
    listed[at], listed[at + 1] = listed[at + 1], listed[at]
    after = updated(replace(function, parameters=tuple(listed)).text)
    wrong = _in_order(function, after, listed)
    same = after is not None and sorted(after.split("\n")) == sorted(function.tree.text.split("\n"))
    return wrong or ("" if same else "not just the order is another")


def _retype(function: Function, source: random.Random) -> str | None:
    plain = {"int", "str", "bool", "float", "list", "dict", "bytes", "tuple"}
    text = function.tree.text
    told = [
        (p, span)
        for p in _own(function)
        for item in function.tree.items
        if item.kind is SectionKind.PARAMETERS and _names(function.tree, item) == [p.name]
        for span in [item.type if item.role == "entry" else item.description]
        if span is not None and span.of(text) in plain and p.kind in ("plain", "keyword")
    ]
    if not told:
        return None
    one, span = source.choice(told)
    listed = [replace(p, annotation="memoryview") if p == one else p for p in function.parameters]
    after = updated(replace(function, parameters=tuple(listed)).text)
    expected = f"{text[: span.start]}memoryview{text[span.end :]}"
    return "" if after == expected else "not just the type is another"


def _default(function: Function, source: random.Random) -> str | None:
    text = function.tree.text
    told = [p for p in _own(function) if p.default.isdigit() and p.kind in ("plain", "keyword")]
    if not told:
        return None
    one = source.choice(told)
    listed = [replace(p, default="98765") if p == one else p for p in function.parameters]
    after = updated(replace(function, parameters=tuple(listed)).text)
    if after is None:
        return "refused"
    if after == text:
        said = function.item(one.name).span.of(text)
        quotes = [f"{w} {one.default}" for w in ("efault", "efaults to", "efault is", "efault:")]
        return "stays as it was" if any(f"{q}\n" in f"{said}\n" for q in quotes) else ""
    return "" if after.replace("98765", one.default) == text else "not just the default is another"


def _raise(function: Function, source: random.Random) -> str | None:
    literal = function.literal
    if "abstractmethod" in function.above or function.below.rstrip().endswith((literal, "pass")):
        return None  # What it does is said by those who write it.
    if any(b.kind is SectionKind.RAISES and not b.items for b in function.tree.blocks):
        return None  # What it raises is told in prose.
    indent = function.below[: len(function.below) - len(function.below.lstrip())]
    raised = f"\n{indent}if {_own(function)[0].name}:\n{indent}    raise {RAISED}('no')\n"
    rest = function.below[len(indent) + len(literal) :].lstrip("; \t")
    below = f"{indent}{literal}{raised}{indent if rest[:1] not in (chr(10), '#', '') else ''}{rest}"
    after = updated(replace(function, below=below).text)
    return _one_more(function, after, RAISED)


_MUTATIONS = {
    "add": _add,
    "drop": _drop,
    "rename": _rename,
    "reorder": _reorder,
    "retype": _retype,
    "default": _default,
    "raise": _raise,
}


def _own(function: Function) -> list[Parameter]:
    return [p for p in function.parameters if p.name not in ("self", "cls")]


def _one_more(function: Function, after: str | None, name: str) -> str:
    """Return what is wrong unless lines that tell of a name are all that was added."""
    more = None if after is None else inserted(function.tree.text, after)
    if more is None:
        return "refused" if after is None else "more than one entry differs"
    return "" if name in more else "no entry was added"


def _in_order(function: Function, after: str | None, parameters: Sequence[Parameter]) -> str:
    if after is None:
        return "refused"
    tree = style(function.tree.style).parse(after)
    told = [
        name
        for item in tree.items
        if item.kind is SectionKind.PARAMETERS and item.role == "entry"
        for name in _names(tree, item)
    ]
    wanted = [p.name for p in parameters if p.name not in ("self", "cls")]
    return "" if told == wanted else "the entries are not in the code's order"


def _is_less(old: str, new: str, name: str) -> bool:
    whole, less = "".join(old.split()), "".join(new.split())
    return any(
        whole[: found.start()] + whole[found.start() + len(piece) :] == less
        for piece in (f"{name},", f",{name}")
        for found in re.finditer(f"(?={piece})", whole)
    )


def inserted(before: str, after: str) -> str | None:
    """Return the lines that a text has more than another; None if that is not all that differs."""
    old, new = before.split("\n"), after.split("\n")
    start = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), len(old))
    rest = len(old) - start
    if len(new) < len(old) or (rest and new[len(new) - rest :] != old[start:]):
        return None
    return "\n".join(new[start : len(new) - rest])
