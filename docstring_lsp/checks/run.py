"""Runs the rules over one file: text in, findings out; opens no file."""

from __future__ import annotations

from pathlib import PurePath

from docstring_lsp import registry
from docstring_lsp.checks.finding import Finding
from docstring_lsp.checks.rule import FileContext, Rule
from docstring_lsp.source.definition import Definition
from docstring_lsp.source.scan import scan
from docstring_lsp.source.visibility import Policy, is_test_path

RULES = "docstring_lsp.checks.rules"
RULES_GROUP = "docstring_lsp.rules"


def check(
    text: str,
    policy: Policy,
    *,
    path: PurePath | None = None,
    definitions: tuple[Definition, ...] | None = None,
) -> tuple[Finding, ...]:
    """Return what the rules find in a file, in the order of the places they point at.

    Args:
        text: The file's text.
        policy: Of what a docstring is asked.
        path: Where the file stands, relative to its project, where that is known.
        definitions: Its definitions, where they have been scanned already.
    """
    context = FileContext(
        text=text,
        definitions=scan(text) if definitions is None else definitions,
        policy=policy,
        is_package=path is not None and path.stem == "__init__",
        is_test=path is not None and is_test_path(path.as_posix()),
    )
    found = [f for name in registry.names(RULES, RULES_GROUP) for f in _rule(name).check(context)]
    return tuple(sorted(found, key=lambda finding: (finding.span, finding.code)))


def _rule(name: str) -> Rule:
    rule: Rule = registry.load(RULES, name, "RULE", kind="rule", group=RULES_GROUP)
    return rule
