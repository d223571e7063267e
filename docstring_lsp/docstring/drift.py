"""What a docstring that stands says otherwise than the code: a difference, and the parameters'.

Takes a lossless tree and the facts of its definition; gives differences, each with its place in
the docstring's text. Judges names, order, stars, types and defaults; never prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from docstring_lsp.docstring.entries import Named, entries, is_begun, told_type
from docstring_lsp.docstring.model import SectionKind
from docstring_lsp.docstring.reading.heads import type_of
from docstring_lsp.docstring.renaming import renamed
from docstring_lsp.docstring.tree import Tree
from docstring_lsp.docstring.types import same_type
from docstring_lsp.docstring.values import another_value
from docstring_lsp.source.facts import Parameter, ParameterKind
from docstring_lsp.source.span import Span

DriftKind = Literal["undocumented", "gone", "renamed", "order", "star", "type", "default"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """One difference.

    Attributes:
        kind: What differs.
        section: What it is told of.
        name: The name in the code; for ``gone`` the one in the docstring. Empty for a result.
        span: Where the docstring says it; None for what it does not say.
        written: What the docstring says.
        expected: What the code says.
    """

    kind: DriftKind
    section: SectionKind = SectionKind.PARAMETERS
    name: str = ""
    span: Span | None = None
    written: str = ""
    expected: str = ""


def parameter_drift(tree: Tree, parameters: Sequence[Parameter]) -> tuple[Drift, ...]:
    """Return where a docstring's parameters differ from the code's.

    A docstring without an entry for any parameter says nothing of them, and differs in nothing.

    Args:
        tree: The docstring.
        parameters: The code's parameters, in order.
    """
    named = list(entries(tree))
    if not named:
        return ()
    known = {parameter.name: parameter for parameter in parameters}
    documented = {each.name for each in named}
    open_ended = any(p.kind is ParameterKind.VAR_KEYWORD for p in parameters)
    missing = [p for p in parameters if p.name not in documented]
    gone = [each for each in named if each.name not in known]
    found: list[Drift] = []
    for old, new in renamed(tree.text, named, gone, missing, parameters):
        gone.remove(old)
        missing.remove(new)
        found.append(
            Drift(kind="renamed", name=new.name, span=old.span, written=old.name, expected=new.name)
        )
    if open_ended:
        # What `**kwargs` takes may be told by its own names, and then what `*args` does, too.
        told = {ParameterKind.VAR_KEYWORD, *([ParameterKind.VAR_POSITIONAL] if gone else [])}
        gone, missing = [], [p for p in missing if p.kind not in told]
    found += [Drift(kind="gone", name=e.name, span=e.span, written=e.name) for e in gone]
    # A leading underscore says that nobody outside is to give it, as linters have it.
    missing = [p for p in missing if not (p.name.startswith("_") or is_begun(tree, p.name))]
    found += [Drift(kind="undocumented", name=p.name, expected=p.label) for p in missing]
    for block in tree.blocks:
        # What stands between two lists of entries tells why there are two.
        own = [each for each in named if block.span.start <= each.span.start < block.span.end]
        found += _order(own, list(known))
    for each in named:
        parameter = known.get(each.name)
        if parameter is not None:
            found += _told_otherwise(tree.text, each, parameter)
    found += _typed_otherwise(tree, known)
    return tuple(found)


def _order(named: Sequence[Named], order: Sequence[str]) -> Iterator[Drift]:
    """Give the first parameter of a list that stands behind one that the code has later."""
    places = [order.index(each.name) for each in named if each.name in order]
    known = [each for each in named if each.name in order]
    if len({id(each.item) for each in known}) < len(known):
        return  # Entries for several names are grouped by what is said of them.
    for before, after, each in zip(places, places[1:], known[1:], strict=False):
        if after < before:
            names = [name for name in order if name in {k.name for k in known}]
            yield Drift(
                kind="order",
                name=each.name,
                span=each.span,
                written=", ".join(k.name for k in known),
                expected=", ".join(names),
            )
            return


def _told_otherwise(text: str, each: Named, parameter: Parameter) -> Iterator[Drift]:
    stars = parameter.label[: len(parameter.label) - len(parameter.name)]
    if each.stars and each.stars != stars:
        yield Drift(
            kind="star",
            name=parameter.name,
            span=each.span,
            written=each.span.of(text),
            expected=parameter.label,
        )
    yield from _another_type(text, told_type(text, each.item), parameter)
    yield from _another_default(text, each.item.default, parameter)
    if len(each.item.names) == 1:
        behind = each.item.type or each.item.names[0]
        yield from _no_default(text, behind, each.item.optional, each.item.default, parameter)


def _typed_otherwise(tree: Tree, known: Mapping[str, Parameter]) -> Iterator[Drift]:
    """Give what the fields that tell of types alone say otherwise."""
    for item in tree.items:
        if item.kind is not SectionKind.PARAMETERS or item.role != "type" or len(item.names) != 1:
            continue
        parameter = known.get(item.names[0].of(tree.text).replace("\\", "").lstrip("*"))
        if parameter is not None and item.description is not None:
            yield from _another_type(tree.text, told_type(tree.text, item), parameter)
            whole = type_of(tree.text, item.description)
            yield from _another_default(tree.text, whole.default, parameter)
            if whole.type is not None:
                told = (whole.type, whole.optional, whole.default)
                yield from _no_default(tree.text, *told, parameter)


def _another_type(text: str, told: Span | None, parameter: Parameter) -> Iterator[Drift]:
    if told is None or parameter.annotation is None:
        return
    written = told.of(text)
    annotation = parameter.annotation
    if parameter.default is not None:
        annotation += " | None"  # ``Optional`` is how some say that it may be left out.
    if parameter.label.startswith("*") and _SEVERAL.match(written):
        return  # What is told of is all of them.
    if not same_type(written, annotation):
        yield Drift(
            kind="type",
            name=parameter.name,
            span=told,
            written=written,
            expected=parameter.annotation,
        )


_SEVERAL = re.compile(r"(?:\w+\.)*(?:[Tt]uple|[Ll]ist|[Dd]ict|Sequence|Iterable|Mapping)\b")
"""A type of what stars gather."""


def _another_default(text: str, told: Span | None, parameter: Parameter) -> Iterator[Drift]:
    if told is None or parameter.default is None:
        return
    written = told.of(text)
    if another_value(written, parameter.default):
        yield Drift(
            kind="default",
            name=parameter.name,
            span=told,
            written=written,
            expected=parameter.default,
        )


def _no_default(
    text: str, behind: Span, optional: Span | None, default: Span | None, parameter: Parameter
) -> Iterator[Drift]:
    """Give what is said behind a type of a default, where the parameter has none.

    Args:
        text: The docstring's text.
        behind: What it is said behind: the type, or the name where no type is told.
        optional: What says that it may be left out.
        default: The default.
        parameter: The parameter.
    """
    said = [span for span in (optional, default) if span is not None]
    if not said or parameter.default is not None or parameter.label.startswith("*"):
        return
    end = max(span.end for span in said)
    if text[said[0].start : said[0].end].lower() == "required":
        return
    if text[behind.end : said[0].start].lstrip().startswith("("):
        end += text[end : end + 1] == ")"
    span = Span(behind.end, end)
    yield Drift(kind="default", name=parameter.name, span=span, written=span.of(text))
