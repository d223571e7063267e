"""Modules: takes a whole text, gives the facts of the module.

Only what stands outside of its classes and functions is parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import libcst as cst

from docstring_lsp.errors import ParseRefusedError
from docstring_lsp.source.extraction.class_body import statements
from docstring_lsp.source.extraction.code import annotation, code, dotted
from docstring_lsp.source.extraction.comments import described
from docstring_lsp.source.extraction.cut import parse_lines
from docstring_lsp.source.extraction.outline import module_outline
from docstring_lsp.source.extraction.types import literal_type
from docstring_lsp.source.facts import Attribute, ModuleFacts

_TEST = re.compile(r"test_|conftest\Z|.*_test\Z|tests?\Z")
_CONSTANT = re.compile(r"_*[A-Z][A-Z0-9_]*\Z")
_DUNDER = re.compile(r"__\w+__\Z")


def module_facts(text: str, module: str | None) -> ModuleFacts:
    """Return the facts of a module; statements that the parser cannot read are passed over.

    Args:
        text: The whole text.
        module: Its dotted name, if known; ``package.__init__`` marks a package.
    """
    outline = module_outline(text)
    body = _statements(outline.text)
    name, is_package = _own_name(module)
    return ModuleFacts(
        name=name,
        module=module.removesuffix(".__init__") if module is not None else None,
        is_package=is_package,
        is_test=name is not None and _TEST.match(name) is not None,
        is_script=any(isinstance(s, cst.If) and _asks_main(s.test) for s in body),
        exports=tuple(dict.fromkeys(_exports(body))),
        classes=tuple(dict.fromkeys(d.name for d in outline.members if d.kind == "class")),
        functions=tuple(dict.fromkeys(d.name for d in outline.members if d.kind == "function")),
        constants=tuple(_constants(body)),
        imports=tuple(dict.fromkeys(_imports(body))),
    )


def _own_name(module: str | None) -> tuple[str | None, bool]:
    if module is None:
        return None, False
    package = module.removesuffix(".__init__")
    return package.rpartition(".")[2], package != module


def _statements(text: str) -> list[Any]:
    try:
        return list(parse_lines(text, text, 0).body)
    except ParseRefusedError:
        return [statement for chunk in _chunks(text) for statement in _readable(chunk)]


def _readable(chunk: str) -> list[Any]:
    try:
        return list(parse_lines(chunk, chunk, 0).body)
    except ParseRefusedError:
        return []


_CHUNK = re.compile(r"^(?=[^\s#)\]}])(?!(?:else|elif|except|finally)\b)", re.MULTILINE)


def _chunks(text: str) -> Iterator[str]:
    """Yield the text cut at each line that may begin a statement of the module."""
    starts = [match.start() for match in _CHUNK.finditer(text)] or [0]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield text[start:end]


def _asks_main(test: cst.BaseExpression) -> bool:
    return (
        isinstance(test, cst.Comparison)
        and "__name__" in (text := code(test))
        and ("__main__" in text)
    )


def _exports(body: Iterable[Any]) -> Iterator[str]:
    for line, _ in statements(tuple(body)):
        for small in line.body:
            for given in _exported(small):
                yield from _strings(given)


def _exported(small: Any) -> Iterator[cst.BaseExpression]:
    """Yield what a statement puts into ``__all__``."""
    if isinstance(small, cst.Assign):
        targets = [target.target for target in small.targets]
    elif isinstance(small, (cst.AugAssign, cst.AnnAssign)):
        targets = [small.target]
    elif isinstance(small, cst.Expr) and isinstance(small.value, cst.Call):
        if dotted(small.value.func) in ("__all__.extend", "__all__.append"):
            yield from (arg.value for arg in small.value.args)
        return
    else:
        return
    if small.value is not None and any(dotted(target) == "__all__" for target in targets):
        yield small.value


def _strings(node: cst.BaseExpression) -> Iterator[str]:
    if isinstance(node, (cst.List, cst.Tuple, cst.Set)):
        for element in node.elements:
            yield from _strings(element.value)
    elif isinstance(node, cst.SimpleString) and isinstance(node.evaluated_value, str):
        yield node.evaluated_value
    elif isinstance(node, cst.BinaryOperation):
        yield from _strings(node.left)
        yield from _strings(node.right)


def _constants(body: Iterable[Any]) -> Iterator[Attribute]:
    seen: set[str] = set()
    for line, following in statements(tuple(body)):
        for small in line.body:
            for name, given, noted in _named(small):
                if name in seen or _DUNDER.match(name):
                    continue
                seen.add(name)
                yield Attribute(
                    name=name,
                    annotation=annotation(noted),
                    default=None if given is None else code(given),
                    implied=None if given is None else literal_type(given),
                    kind="constant",
                    comment=described(line, following),
                )


def _named(small: Any) -> Iterator[tuple[str, cst.BaseExpression | None, Any]]:
    if isinstance(small, cst.AnnAssign) and isinstance(small.target, cst.Name):
        yield small.target.value, small.value, small.annotation
    elif isinstance(small, cst.Assign):
        for target in small.targets:
            if isinstance(target.target, cst.Name) and _CONSTANT.match(target.target.value):
                yield target.target.value, small.value, None


def _imports(body: Iterable[Any]) -> Iterator[str]:
    for line, _ in statements(tuple(body)):
        for small in line.body:
            if isinstance(small, cst.Import):
                for alias in small.names:
                    yield code(alias.name)
            elif isinstance(small, cst.ImportFrom):
                source = "." * len(small.relative) + (code(small.module) if small.module else "")
                glue = "" if source.endswith(".") else "."
                if isinstance(small.names, cst.ImportStar):
                    yield f"{source}{glue}*"
                else:
                    yield from (f"{source}{glue}{code(alias.name)}" for alias in small.names)
