"""Examples: whether doctests could run, told without running them.

Takes the examples and what is known, gives what is wrong with them.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator

from docstring_lsp.engine.gating.known import Known, is_exception
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
    for tree in trees:
        for node in ast.walk(tree):
            yield from _unknown(node, defined, known)
            yield from _miscalled(node, facts)


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


def _miscalled(node: ast.AST, facts: Facts) -> Iterator[str]:
    """Yield the keywords that a call of the definition itself gives and it does not take."""
    if not isinstance(node, ast.Call) or not isinstance(facts, (FunctionFacts, ClassFacts)):
        return
    called = getattr(node.func, "id", getattr(node.func, "attr", None))
    if called != facts.name or not _is_told(facts):
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
