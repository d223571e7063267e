"""All that docstrings quote and the code does not have, definition by definition."""

from __future__ import annotations

from collections.abc import Iterator

from docstring_lsp.checks.finding import Finding, Fix
from docstring_lsp.checks.rule import FileContext
from docstring_lsp.checks.subject import Subject
from docstring_lsp.checks.untruth.doctests import broken
from docstring_lsp.checks.untruth.names import members, unknown
from docstring_lsp.checks.untruth.values import Otherwise, constants, quoted
from docstring_lsp.checks.untruth.vocabulary import imported, words


def untrue(context: FileContext) -> Iterator[Finding]:
    """Yield a finding for each thing that a docstring quotes and the code does not have."""
    yield from _names(context)
    for subject in context.documented:
        content = subject.content
        if content is None:
            continue
        for example in broken(content):
            message = f"the example does not compile: {example.reason}"
            yield subject.finding("DL303", message, said=example.span)
        for value in constants(content, context.text):
            yield _otherwise(subject, "DL302", f"`{value.name}`", value)
        if subject.tree is not None:
            for value in quoted(subject, subject.tree):
                yield _otherwise(subject, "DL301", f"the default of `{value.name}`", value)


def _names(context: FileContext) -> Iterator[Finding]:
    quoting = [s for s in context.documented if s.content is not None and "`" in s.content]
    if not quoting:
        return
    known = words(context.text, context.definitions)
    imports = imported(context.text)
    classes = members(context.text, context.definitions)
    for subject in quoting:
        definition = subject.definition
        scopes = [scope.name for scope in definition.scopes if scope.kind == "class"]
        owner = definition.name if definition.kind == "class" else scopes[-1] if scopes else None
        for each in unknown(subject.content or "", known, imports, classes, owner):
            if each.missing in definition.name:
                continue  # A part of a name is quoted, not another one.
            message = f"`{each.name}` is quoted, but there is no `{each.missing}`"
            message += f": did you mean `{each.instead}`?" if each.instead else ""
            yield subject.finding(
                "DL300", message, said=each.span, unless=each.missing, instead=each.instead
            )


def _otherwise(subject: Subject, code: str, what: str, value: Otherwise) -> Finding:
    truth = f"is {value.expected}" if value.expected else "it has none"
    message = f"{what} is quoted as {value.written}, but {truth}"
    fix: Fix | None = "update" if value.expected else None
    return subject.finding(code, message, said=value.span, fix=fix)
