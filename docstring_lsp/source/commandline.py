"""Command lines: a module's text in, the commands and options out that its code declares.

Reads what is written for ``argparse``, ``click`` and ``typer`` as it stands; runs nothing, so
what is put together while the program runs is not seen.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_COMMANDS = frozenset({"command", "group"})
_OPTIONS = frozenset({"option", "argument"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredOption:
    """An option or an argument.

    Attributes:
        names: Its names as they are typed; an argument has one without dashes.
        help: What is said of it.
        default: As written, or empty.
        choices: What may be given, as far as it is written.
        required: Whether it must be given.
        line: Where it is declared, from 1.
    """

    names: tuple[str, ...]
    help: str = ""
    default: str = ""
    choices: tuple[str, ...] = ()
    required: bool = False
    line: int = 0

    @property
    def is_option(self) -> bool:
        """Whether it is given by name."""
        return self.names[0].startswith("-")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredCommand:
    """A command.

    Attributes:
        name: Its name; empty for what a module declares for no command in particular.
        help: What is said of it.
        options: Its options and arguments, in order.
        parent: The name of the function or variable it is put under, where that is written.
        function: The function that is run; empty for ``argparse``.
        shares: The names of decorators that may add further options.
        line: Where it is declared, from 1.
    """

    name: str
    help: str = ""
    options: tuple[DeclaredOption, ...] = ()
    parent: str = ""
    function: str = ""
    shares: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class CommandLine:
    """What one module declares.

    Attributes:
        commands: Its commands.
        shared: The options that functions hand on as decorators, by the function's name.
    """

    commands: tuple[DeclaredCommand, ...] = ()
    shared: tuple[tuple[str, tuple[DeclaredOption, ...]], ...] = ()


def command_line(text: str) -> CommandLine:
    """Return what a module declares; nothing where this interpreter cannot parse it."""
    if not any(mark in text for mark in ("add_argument", "add_parser", "click", "typer")):
        return CommandLine()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return CommandLine()
    decorated = [
        f for f in ast.walk(tree) if isinstance(f, (ast.FunctionDef, ast.AsyncFunctionDef))
    ]
    commands = [command for f in decorated for command in _of_function(f)]
    shared = [(f.name, tuple(_calls(f.body))) for f in decorated if not _is_command(f)]
    own = tuple((name, options) for name, options in shared if options)
    return CommandLine((*commands, *_argparse(tree)), own)


def _of_function(function: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[DeclaredCommand]:
    told = [d for d in function.decorator_list if _last(d) in _COMMANDS]
    if not told:
        return
    maker = told[0]
    call = maker if isinstance(maker, ast.Call) else None
    given = _text(call.args[0]) if call and call.args else _keyword(call, "name")
    options = [o for d in function.decorator_list if (o := _option(d)) is not None]
    yield DeclaredCommand(
        name=given or function.name.removesuffix("_command").removesuffix("_cmd").replace("_", "-"),
        help=_keyword(call, "help") or ast.get_docstring(function) or "",
        options=tuple(options),
        parent=_owner(maker),
        function=function.name,
        shares=tuple(_last(d) for d in function.decorator_list if _last(d) not in _OPTIONS),
        line=function.lineno,
    )


def _is_command(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any(_last(d) in _COMMANDS for d in function.decorator_list)


def _calls(body: Iterable[ast.stmt]) -> Iterator[DeclaredOption]:
    for statement in body:
        for node in ast.walk(statement):
            if isinstance(node, ast.Call) and _owner(node) in ("click", "typer"):
                option = _option(node)
                if option is not None:
                    yield option


def _option(node: ast.expr) -> DeclaredOption | None:
    if not isinstance(node, ast.Call) or _last(node) not in _OPTIONS:
        return None
    return _declared(node, argument=_last(node) == "argument")


def _declared(call: ast.Call, *, argument: bool) -> DeclaredOption | None:
    written = [text for arg in call.args if (text := _text(arg))]
    if not argument:
        dashed = [name for name in written if name.startswith("-")]
        written = [part for name in dashed for part in name.split("/")]
    if not written:
        return None
    default = next((k.value for k in call.keywords if k.arg == "default"), None)
    return DeclaredOption(
        names=tuple(name.strip() for name in written[: 1 if argument else None]),
        help=_keyword(call, "help") or _keyword(call, "short_help"),
        default="" if default is None else _written(default),
        choices=_choices(call),
        required=_is_true(call, "required"),
        line=call.lineno,
    )


def _choices(call: ast.Call) -> tuple[str, ...]:
    for keyword in call.keywords:
        value = keyword.value
        if keyword.arg == "type" and _last(value) == "Choice" and isinstance(value, ast.Call):
            value = value.args[0] if value.args else value
        elif keyword.arg != "choices":
            continue
        if isinstance(value, (ast.List, ast.Tuple, ast.Set)):
            return tuple(text for element in value.elts if (text := _text(element)))
    return ()


def _argparse(tree: ast.Module) -> Iterator[DeclaredCommand]:
    """Yield the parsers of a module with what is added to each, by the variable's name."""
    holders = {"": DeclaredCommand(name="")}
    groups: dict[str, str] = {}
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call)]
    names = {id(n.value): _target(n) for n in ast.walk(tree) if isinstance(n, ast.Assign)}
    options: dict[str, list[DeclaredOption]] = {}
    for call in sorted(calls, key=lambda each: (each.lineno, each.col_offset)):
        variable, owner, kind = names.get(id(call), ""), _owner(call), _last(call)
        if kind == "ArgumentParser" or kind == "add_parser":
            name = _keyword(call, "prog") if kind == "ArgumentParser" else _first(call)
            told = _keyword(call, "help") or _keyword(call, "description")
            key = variable or f"line {call.lineno}"
            holders[key] = DeclaredCommand(
                name=name, help=told, line=call.lineno, parent=groups.get(owner, owner)
            )
        elif kind in ("add_argument_group", "add_mutually_exclusive_group", "add_subparsers"):
            groups[variable] = groups.get(owner, owner)
        elif kind == "add_argument":
            positional = not _first(call).startswith("-")
            option = _declared(call, argument=positional)
            key = groups.get(owner, owner)
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
    return _dotted(assignment.targets[0])


def _dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    return f"{_dotted(node.value)}.{node.attr}" if isinstance(node, ast.Attribute) else ""


def _last(node: ast.expr) -> str:
    called = node.func if isinstance(node, ast.Call) else node
    return _dotted(called).rpartition(".")[2]


def _owner(node: ast.expr) -> str:
    called = node.func if isinstance(node, ast.Call) else node
    return _dotted(called).rpartition(".")[0]


def _first(call: ast.Call) -> str:
    return _text(call.args[0]) if call.args else ""


def _text(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _keyword(call: ast.Call | None, name: str) -> str:
    """Return a text that is given by name, out of ``_(…)``, ``dedent(…)`` and the like, too."""
    for keyword in call.keywords if call else ():
        if keyword.arg == name:
            value = keyword.value
            while isinstance(value, ast.Call) and value.args:
                value = value.args[0]
            return " ".join(_text(value).split())
    return ""


def _is_true(call: ast.Call, name: str) -> bool:
    return any(
        k.arg == name and isinstance(k.value, ast.Constant) and k.value.value is True
        for k in call.keywords
    )


def _written(node: ast.expr) -> str:
    told = ast.unparse(node)
    return told if len(told) <= 40 else ""
