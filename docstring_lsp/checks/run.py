"""Runs the rules over one file: text in, findings out; opens no file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from docstring_lsp import registry
from docstring_lsp.checks import suppression
from docstring_lsp.checks.finding import Finding
from docstring_lsp.checks.recollection import Recollection
from docstring_lsp.checks.rule import FileContext, Rule
from docstring_lsp.checks.selection import EVERYTHING, Selection
from docstring_lsp.source.definition import Definition
from docstring_lsp.source.scan import scan
from docstring_lsp.source.visibility import Policy, is_test_path

if TYPE_CHECKING:
    from docstring_lsp.checks.neighbourhood import Neighbourhood

RULES = "docstring_lsp.checks.rules"
RULES_GROUP = "docstring_lsp.rules"


def check(
    text: str,
    policy: Policy,
    *,
    path: PurePath | None = None,
    definitions: tuple[Definition, ...] | None = None,
    style_name: str = "",
    style_is_told: bool = False,
    selection: Selection = EVERYTHING,
    unwanted: Mapping[str, str] | None = None,
    recollection: Recollection | None = None,
    neighbourhood: Neighbourhood | None = None,
) -> tuple[Finding, ...]:
    """Return what the rules find in a file, in the order of the places they point at.

    Args:
        text: The file's text.
        policy: Of what a docstring is asked.
        path: Where the file stands, relative to its project, where that is known.
        definitions: Its definitions, where they have been scanned already.
        style_name: The name of the project's style; empty where that is not known.
        style_is_told: Whether the project says so.
        selection: Which rules are asked.
        unwanted: The words that docstrings are not to use, each with what to say instead.
        recollection: What was read before, where one text is checked over and over.
        neighbourhood: The way to the project's other modules, where there is one.
    """
    codes = selection.codes(all_codes(), path)
    context = FileContext(
        text=text,
        definitions=scan(text) if definitions is None else definitions,
        policy=policy,
        style_name=style_name,
        style_is_told=style_is_told,
        is_package=path is not None and path.stem == "__init__",
        is_test=path is not None and is_test_path(path.as_posix()),
        is_stub=path is not None and path.suffix == ".pyi",
        unwanted=unwanted or {},
        recollection=recollection,
        neighbourhood=neighbourhood,
    )
    asked = (rule for rule in map(_rule, _names()) if not codes.isdisjoint(rule.codes))
    found = tuple(f for rule in asked for f in rule.check(context) if f.code in codes)
    if suppression.mentions(text):
        found = suppression.standing(text, context.definitions, found, codes, all_codes())
    return tuple(sorted(found, key=lambda finding: (finding.span, finding.code)))


@cache
def all_codes() -> dict[str, str]:
    """Return every code with what it stands for, in order."""
    codes = {code: what for name in _names() for code, what in _rule(name).codes.items()}
    return dict(sorted({**codes, **suppression.CODES}.items()))


def _names() -> tuple[str, ...]:
    return registry.names(RULES, RULES_GROUP)


@cache
def _rule(name: str) -> Rule:
    rule: Rule = registry.load(RULES, name, "RULE", kind="rule", group=RULES_GROUP)
    return rule
