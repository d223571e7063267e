"""Commands whose options are the parameters of a function, as ``typer`` reads them."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from docstring_lsp.source.commandline.calls import is_true, keyword, last, text_of, written
from docstring_lsp.source.commandline.declared import DeclaredOption

_CONTEXTS = frozenset({"Context", "CallbackParam"})


def is_meant(nodes: Iterable[ast.AST]) -> bool:
    """Return whether a module makes its commands with ``typer``."""
    return any(
        any(alias.name.partition(".")[0] == "typer" for alias in node.names)
        if isinstance(node, ast.Import)
        else isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "typer"
        for node in nodes
    )


def parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[DeclaredOption]:
    """Yield what is asked for at the terminal for each parameter.

    Args:
        function: The function that a command runs.
    """
    given = function.args
    plain = [*given.posonlyargs, *given.args]
    none: list[ast.expr | None] = [None] * (len(plain) - len(given.defaults))
    pairs = zip(
        [*plain, *given.kwonlyargs], [*none, *given.defaults, *given.kw_defaults], strict=True
    )
    for parameter, default in pairs:
        annotation = parameter.annotation
        if annotation is None or last(annotation) not in _CONTEXTS:
            yield _declared(parameter, annotation, default)


def _declared(
    parameter: ast.arg, annotation: ast.expr | None, default: ast.expr | None
) -> DeclaredOption:
    kind, told = _annotated(annotation)
    names = [] if told is None else [*told.args]
    if told is None and _is_declaration(default) and isinstance(default, ast.Call):
        # The older form: what is given first is the default.
        told, names = default, default.args[1:]
        default = default.args[0] if default.args else _named_default(told)
    if isinstance(default, ast.Constant) and default.value is Ellipsis:
        default = None
    is_argument = last(told) == "Argument" if told is not None else default is None
    return DeclaredOption(
        names=(parameter.arg,) if is_argument else _names(parameter.arg, kind, names),
        help=keyword(told, "help"),
        default="" if default is None else written(default),
        required=default is None or (told is not None and is_true(told, "required")),
        line=parameter.lineno,
    )


def _annotated(annotation: ast.expr | None) -> tuple[ast.expr | None, ast.Call | None]:
    """Return the type of a parameter, and what an ``Annotated`` says beside it."""
    if isinstance(annotation, ast.Subscript) and last(annotation.value) == "Annotated":
        inner = annotation.slice
        parts = inner.elts if isinstance(inner, ast.Tuple) else [inner]
        said = (each for each in parts[1:] if isinstance(each, ast.Call) and _is_declaration(each))
        return parts[0], next(said, None)
    return annotation, None


def _is_declaration(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Call) and last(node) in ("Option", "Argument")


def _named_default(call: ast.Call) -> ast.expr | None:
    return next((k.value for k in call.keywords if k.arg == "default"), None)


def _names(name: str, kind: ast.expr | None, told: list[ast.expr]) -> tuple[str, ...]:
    given = [text for each in told if (text := text_of(each)).startswith("-")]
    if not given:
        word = name.replace("_", "-")
        is_flag = isinstance(kind, ast.Name) and kind.id == "bool"
        given = [f"--{word}/--no-{word}" if is_flag else f"--{word}"]
    return tuple(part.strip() for each in given for part in each.split("/") if part.strip())
