"""Examples: whether doctests could run, told without running them.

Takes the examples and what is known, gives what is wrong with them.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator

from docstring_lsp.engine.gating.known import Known, is_exception
from docstring_lsp.engine.gating.words import listed
from docstring_lsp.source.facts import ClassFacts, Facts, FunctionFacts, Parameter, ParameterKind

_LONGEST = 4_000


def wrong_examples(examples: str, known: Known, facts: Facts) -> Iterator[str]:
    """Yield what is wrong with a docstring's examples.

    Args:
        examples: The text.
        known: What the code names.
        facts: What the definition's code says.
    """
    from doctest import DocTestParser  # it imports the debugger and unittest

    if len(examples) > _LONGEST:
        yield "they are too long"
        return
    try:
        found = DocTestParser().get_examples(examples)
        trees = [_parsed(example.source) for example in found]
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        yield f"they do not compile: {str(error).splitlines()[0] if str(error) else 'nested'}"
        return
    if not found:
        yield "they are no doctests, which start with >>>"
        return
    defined = {name for tree in trees for name in _defined(tree)}
    nodes = [node for tree in trees for node in ast.walk(tree)]
    for node in nodes:
        yield from _unknown(node, defined, known)
        yield from _risky(node, known)
        yield from _miscalled(node, facts)
    own = facts.name if isinstance(facts, FunctionFacts) and _is_called(facts) else None
    if own and not any(_names(node) == own for node in nodes):
        yield f"they do not use {own}"


def _parsed(source: str) -> ast.AST:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        flags = ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
        tree: ast.AST = compile(source, "<example>", "single", flags)
        return tree


def _defined(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.alias):
            yield (node.asname or node.name).partition(".")[0]
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.ExceptHandler) and node.name:
            yield node.name


def _unknown(node: ast.AST, defined: set[str], known: Known) -> Iterator[str]:
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        named = node.id in defined or known.names_it(node.id) or is_exception(node.id)
        if not named:
            yield f"{node.id} is neither defined in them nor in the code"
    elif (
        isinstance(node, ast.Attribute)
        and not known.names_it(node.attr)
        and node.attr not in defined
    ):
        yield f".{node.attr} is not in the code"


def _risky(node: ast.AST, known: Known) -> Iterator[str]:
    """Yield what might do harm where the examples are run, and the code has no part in."""
    imported: list[str] = []
    if isinstance(node, ast.Import):
        imported = [alias.name for alias in node.names]
    elif isinstance(node, ast.ImportFrom):
        imported = [node.module or ""]
    for module in imported:
        top = module.partition(".")[0]
        if top not in _PURE and top not in known.names:
            yield f"they import {module}, which the code does not"
    name = _names(node)
    if name in _ACTING and name not in known.names:
        yield f"they use {name}, which the code does not"


_PURE = listed(
    """
    abc array asyncio bisect calendar cmath collections contextlib copy dataclasses datetime decimal
    enum fractions functools heapq io itertools json math numbers operator re statistics string
    textwrap time typing types uuid zoneinfo
    """
)
"""Modules that act on nothing outside of themselves."""

_ACTING = listed(
    """
    __import__ breakpoint compile delattr eval exec exit getattr globals help input locals open quit
    setattr vars
    """
)
"""Built-in functions that do, or that reach what is not named."""


def _is_called(facts: FunctionFacts) -> bool:
    """Return whether a function is called by its name."""
    return facts.accessor is None and not facts.name.startswith("__")


def _names(node: ast.AST) -> str | None:
    return getattr(node, "id", getattr(node, "attr", None))


def _miscalled(node: ast.AST, facts: Facts) -> Iterator[str]:
    """Yield the keywords that a call of the definition itself gives and it does not take."""
    if not isinstance(node, ast.Call) or not isinstance(facts, (FunctionFacts, ClassFacts)):
        return
    if _names(node.func) != facts.name or not _is_told(facts):
        return
    taken = {p.name for p in facts.parameters if p.kind is not ParameterKind.POSITIONAL_ONLY}
    if any(p.kind is ParameterKind.VAR_KEYWORD for p in facts.parameters):
        return
    for given in node.keywords:
        if given.arg is not None and given.arg not in taken:
            yield f"{facts.name} takes no {given.arg}"


def _is_told(facts: FunctionFacts | ClassFacts) -> bool:
    """Return whether the parameters are all there are: a class may inherit its constructor."""
    told: tuple[Parameter, ...] = facts.parameters
    return isinstance(facts, FunctionFacts) or bool(told)
