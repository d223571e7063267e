"""What a docstring says is returned, yielded and received, held against what the code does.

A docstring that tells of no parameter, where there are some, leaves all that to the signature,
and one whose summary says what is returned has said it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docstring_lsp.checks.staleness.difference import Difference
from docstring_lsp.docstring.drift import Drift
from docstring_lsp.docstring.entries import told_type
from docstring_lsp.docstring.model import SectionKind
from docstring_lsp.docstring.tree import Item, Tree
from docstring_lsp.docstring.types import same_type, says_less
from docstring_lsp.source.facts import FunctionFacts
from docstring_lsp.source.span import Span

_SAYS_IT = re.compile(
    r"\b(?:returns?|yields?|generates?|iterat\w+|hands?|gives?|answers?)\b|^\W*(?:get|whether)\b"
    r"|context manager",
    re.IGNORECASE,
)
_BEGINS_WITH_IT = re.compile(r"\n[ \t]*\n[ \t]*(?:Returns?|Yields?):?[ ](?!-)")
"""A paragraph about the result."""
_NOTHING = re.compile(r"\W*(?:none|nothing)\b|(?-i:.*\bNone\b)", re.IGNORECASE | re.DOTALL)
_ITERATED = re.compile(r"(?:\w+\.)*(?:Async)?(?:Generator|Iterat|Iterable|ContextManager)")
_DECIDED_ELSEWHERE = frozenset({"__init__", "__new__", "__post_init__", "__init_subclass__"})


def results(tree: Tree, facts: FunctionFacts) -> Iterator[Difference]:
    """Yield what a docstring says of results otherwise than the code."""
    told = {kind: _items(tree, kind) for kind in _KINDS}
    if not facts.is_stub:
        yield from _absent(tree, facts, told)
    if not (facts.is_stub or facts.is_abstract or _is_told(tree, facts)):
        yield from _undocumented(tree, facts, told)
    if facts.returns is not None:
        yield from _types(tree, told, SectionKind.RETURNS, facts.returns.annotation)
    if facts.yields is not None:
        yield from _types(tree, told, SectionKind.YIELDS, facts.yields.annotation)


_KINDS = (SectionKind.RETURNS, SectionKind.YIELDS, SectionKind.RECEIVES)
_Told = dict[SectionKind, list[Item]]


def _items(tree: Tree, kind: SectionKind) -> list[Item]:
    return [item for item in tree.items if item.kind is kind]


def _is_told(tree: Tree, facts: FunctionFacts) -> bool:
    """Return whether the results need no section: a property's, or what a sentence says."""
    if facts.accessor is not None or facts.name in _DECIDED_ELSEWHERE or not tree.items:
        return True
    kinds = {item.kind for item in tree.items}
    if facts.parameters and kinds.isdisjoint({SectionKind.PARAMETERS, *_KINDS}):
        return True
    if facts.is_context_manager and facts.yields is not None and not facts.yields.values:
        return True
    if tree.summary is not None and _SAYS_IT.search(tree.summary.of(tree.text)) is not None:
        return True
    return _BEGINS_WITH_IT.search(tree.text) is not None


def _absent(tree: Tree, facts: FunctionFacts, told: _Told) -> Iterator[Difference]:
    returned, yielded, received = (told[kind] for kind in _KINDS)
    if facts.returns is None and facts.yields is None:
        if returned and not facts.is_abstract and not _says_nothing(tree, returned):
            what = "never returns" if facts.never_returns else "returns nothing"
            message = f"a result is documented, but `{facts.name}` {what}"
            if not (facts.never_returns and facts.raises):
                yield _gone("DL211", message, tree, returned)
        if yielded and not (facts.is_abstract or facts.is_unwritten):
            message = f"it is documented what `{facts.name}` yields, but it yields nothing"
            yield _gone("DL214", message, tree, yielded)
    elif facts.yields is None and yielded and facts.returns is not None:
        annotation = facts.returns.annotation
        if annotation is not None and not _ITERATED.match(annotation.strip("\"'")):
            message = f"it is documented what `{facts.name}` yields, but it returns `{annotation}`"
            yield _gone("DL214", message, tree, yielded)
    if received and facts.receives is None and facts.yields is None and facts.returns is None:
        message = f"it is documented what `{facts.name}` receives, but it receives nothing"
        yield _gone("DL217", message, tree, received)


def _gone(code: str, message: str, tree: Tree, items: list[Item]) -> Difference:
    kind = items[0].kind
    assert kind is not None
    drift = Drift(kind="gone", section=kind, span=_place(tree, items))
    return Difference(code, message, drift, mendable=False)


def _has_section(tree: Tree) -> bool:
    """Return whether results have a section, though its entries are laid out as no style's."""
    kinds = (SectionKind.RETURNS, SectionKind.YIELDS)
    return any(block.kind in kinds for block in tree.blocks)


def _undocumented(tree: Tree, facts: FunctionFacts, told: _Told) -> Iterator[Difference]:
    returned, yielded, received = (told[kind] for kind in _KINDS)
    if returned or yielded or _has_section(tree):
        if yielded and facts.receives is not None and facts.receives.annotation and not received:
            message = f"it is not documented what `{facts.name}` receives"
            yield _missing("DL216", message, SectionKind.RECEIVES)
    elif facts.yields is not None:
        message = f"it is not documented what `{facts.name}` yields"
        yield _missing("DL213", message, SectionKind.YIELDS)
        if facts.receives is not None and facts.receives.annotation and not received:
            message = f"it is not documented what `{facts.name}` receives"
            yield _missing("DL216", message, SectionKind.RECEIVES)
    elif facts.returns is not None:
        message = f"it is not documented what `{facts.name}` returns"
        yield _missing("DL210", message, SectionKind.RETURNS)


def _missing(code: str, message: str, section: SectionKind) -> Difference:
    return Difference(code, message, Drift(kind="undocumented", section=section))


_TYPES = {SectionKind.RETURNS: ("DL212", "returned"), SectionKind.YIELDS: ("DL215", "yielded")}


def _types(
    tree: Tree, told: _Told, section: SectionKind, annotation: str | None
) -> Iterator[Difference]:
    """Yield a difference where the one type that is told is another than the annotation's."""
    items = told[section]
    spans = [span for item in items if (span := told_type(tree.text, item)) is not None]
    if len(spans) != 1 or annotation is None or len(_entries(items)) > 1:
        return
    written = spans[0].of(tree.text)
    if not same_type(written, annotation) and not says_less(written, annotation):
        code, verb = _TYPES[section]
        message = f"it is documented that `{written}` is {verb}, but it is `{annotation}`"
        yield Difference(
            code,
            message,
            Drift(
                kind="type", section=section, span=spans[0], written=written, expected=annotation
            ),
        )


def _entries(items: list[Item]) -> list[Item]:
    return [item for item in items if item.role == "entry"]


def _says_nothing(tree: Tree, items: list[Item]) -> bool:
    texts = (span.of(tree.text) for i in items for span in (i.type, i.description) if span)
    return any(_NOTHING.match(text) for text in texts)


def _place(tree: Tree, items: list[Item]) -> Span:
    for block in tree.blocks:
        if block.title is not None and items[0] in block.items:
            return block.title
    first = items[0]
    return first.word or first.type or first.description or first.span
