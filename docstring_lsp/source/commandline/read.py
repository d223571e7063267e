"""Command lines: a module's text in, the commands and options out that its code declares.

Reads what is written for ``argparse``, ``click`` and ``typer`` as it stands; runs nothing, so
what is put together while the program runs is not seen.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable, Iterator, Sequence

from docstring_lsp.source.commandline import typed
from docstring_lsp.source.commandline.calls import (
    dotted,
    first,
    is_true,
    keyword,
    last,
    owner,
    text_of,
    written,
)
from docstring_lsp.source.commandline.declared import CommandLine, DeclaredCommand, DeclaredOption
from docstring_lsp.source.syntax import parsed

_COMMANDS = frozenset({"command", "group"})
_OPTIONS = frozenset({"option", "argument"})
_LIBRARIES = ("click", "typer", "cloup")


def command_line(text: str) -> CommandLine:
    """Return what a module declares; nothing where this interpreter cannot parse it."""
    if not any(mark in text for mark in ("add_argument", "add_parser", "click", "typer")):
        return CommandLine()
    tree = parsed(text)
    if tree is None:
        return CommandLine()
    nodes = list(ast.walk(tree))
    _write_out(tree, nodes)
    makers = _makers(nodes)
    decorated = [f for f in nodes if isinstance(f, (ast.FunctionDef, ast.AsyncFunctionDef))]
    is_typed = typed.is_meant(nodes)
    commands = [command for f in decorated for command in _of_function(f, makers, is_typed)]
    others = [f for f in decorated if makers and not _is_command(f, makers)]
    shared = [(f.name, tuple(_calls(f.body))) for f in others]
    own = tuple((name, options) for name, options in shared if options)
    return CommandLine((*commands, *_argparse(nodes)), own)


def _write_out(tree: ast.Module, nodes: Iterable[ast.AST]) -> None:
    """Put the texts that a module gives names to where calls use the names."""
    bound = {
        node.targets[0].id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
        if text_of(node.value) or isinstance(node.value, (ast.List, ast.Tuple))
    }
    for call in nodes if bound else ():
        if isinstance(call, ast.Call):
            for given in call.keywords:
                if isinstance(given.value, ast.Name):
                    given.value = bound.get(given.value.id, given.value)


def _makers(nodes: Iterable[ast.AST]) -> frozenset[str]:
    """Return what makes commands of functions in a module, as it is called there.

    A ``group`` of another library makes none; the methods of an object are told by the
    libraries that are imported.
    """
    taken = [n for n in nodes if isinstance(n, (ast.Import, ast.ImportFrom))]
    found = {
        alias.asname or alias.name
        for node in taken
        for alias in node.names
        if alias.name in _COMMANDS and _is_library(getattr(node, "module", None) or "")
    }
    named = [getattr(n, "module", None) or "" for n in taken]
    named += [alias.name for node in taken for alias in node.names]
    methods = _COMMANDS if any(map(_is_library, named)) else ()
    return frozenset({*found, *(f".{name}" for name in methods)})


def _is_library(name: str) -> bool:
    return any(word in name.lower() for word in _LIBRARIES)


def _makes(decorator: ast.expr, makers: Collection[str]) -> bool:
    name = last(decorator)
    return (f".{name}" if owner(decorator) else name) in makers


def _of_function(
    function: ast.FunctionDef | ast.AsyncFunctionDef, makers: Collection[str], is_typed: bool
) -> Iterator[DeclaredCommand]:
    told = [d for d in function.decorator_list if _makes(d, makers)]
    if not told:
        return
    maker = told[0]
    call = maker if isinstance(maker, ast.Call) else None
    given = text_of(call.args[0]) if call and call.args else keyword(call, "name")
    options = [o for d in function.decorator_list if (o := _option(d)) is not None]
    if is_typed and not options and owner(maker) != "click":
        options = list(typed.parameters(function))
    yield DeclaredCommand(
        name=given or function.name.removesuffix("_command").removesuffix("_cmd").replace("_", "-"),
        help=keyword(call, "help") or ast.get_docstring(function) or "",
        options=tuple(options),
        parent=owner(maker),
        function=function.name,
        shares=tuple(last(d) for d in function.decorator_list if last(d) not in _OPTIONS),
        line=function.lineno,
    )


def _is_command(function: ast.FunctionDef | ast.AsyncFunctionDef, makers: Collection[str]) -> bool:
    return any(_makes(d, makers) for d in function.decorator_list)


def _calls(body: Iterable[ast.stmt]) -> Iterator[DeclaredOption]:
    for statement in body:
        for node in ast.walk(statement):
            if isinstance(node, ast.Call) and owner(node) in ("click", "typer"):
                option = _option(node)
                if option is not None:
                    yield option


def _option(node: ast.expr) -> DeclaredOption | None:
    if not isinstance(node, ast.Call) or last(node) not in _OPTIONS:
        return None
    return _declared(node, argument=last(node) == "argument")


def _declared(call: ast.Call, *, argument: bool) -> DeclaredOption | None:
    names = [text for arg in call.args if (text := text_of(arg))]
    if not argument:
        dashed = [name for name in names if name.startswith("-")]
        names = [part for name in dashed for part in name.split("/")]
    if not names:
        return None
    default = next((k.value for k in call.keywords if k.arg == "default"), None)
    return DeclaredOption(
        names=tuple(name.strip() for name in names[: 1 if argument else None]),
        help=keyword(call, "help") or keyword(call, "short_help"),
        default="" if default is None else written(default),
        choices=_choices(call),
        required=is_true(call, "required"),
        line=call.lineno,
    )


def _choices(call: ast.Call) -> tuple[str, ...]:
    for given in call.keywords:
        value = given.value
        if given.arg == "type" and last(value) == "Choice" and isinstance(value, ast.Call):
            value = value.args[0] if value.args else value
        elif given.arg != "choices":
            continue
        if isinstance(value, (ast.List, ast.Tuple, ast.Set)):
            return tuple(text for element in value.elts if (text := text_of(element)))
    return ()


def _argparse(nodes: Sequence[ast.AST]) -> Iterator[DeclaredCommand]:
    """Yield the parsers of a module with what is added to each, by the variable's name."""
    holders = {"": DeclaredCommand(name="")}
    groups: dict[str, str] = {}
    calls = [n for n in nodes if isinstance(n, ast.Call)]
    names = {id(n.value): _target(n) for n in nodes if isinstance(n, ast.Assign)}
    adders = {
        _target(n): owner(n.value)
        for n in nodes
        if isinstance(n, ast.Assign) and last(n.value) == "add_argument"
        if not isinstance(n.value, ast.Call)
    }
    options: dict[str, list[DeclaredOption]] = {}
    for call in sorted(calls, key=lambda each: (each.lineno, each.col_offset)):
        variable, above, kind = names.get(id(call), ""), owner(call), last(call)
        if not above and kind in adders:
            above, kind = adders[kind], "add_argument"
        if kind == "ArgumentParser" or kind == "add_parser":
            name = keyword(call, "prog") if kind == "ArgumentParser" else first(call)
            told = keyword(call, "help") or keyword(call, "description")
            key = variable or f"line {call.lineno}"
            holders[key] = DeclaredCommand(
                name=name, help=told, line=call.lineno, parent=groups.get(above, above)
            )
        elif kind in ("add_argument_group", "add_mutually_exclusive_group", "add_subparsers"):
            groups[variable] = groups.get(above, above)
        elif kind == "add_argument":
            positional = not first(call).startswith("-")
            option = _declared(call, argument=positional)
            key = groups.get(above, above)
            if option is not None:
                options.setdefault(key if key in holders else "", []).append(option)
    for key, command in holders.items():
        if options.get(key) or key:
            yield DeclaredCommand(
                name=command.name,
                help=command.help,
                options=tuple(options.get(key, ())),
                parent=command.parent,
                line=command.line,
            )


def _target(assignment: ast.Assign) -> str:
    return dotted(assignment.targets[0])
