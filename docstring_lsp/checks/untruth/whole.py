"""All that docstrings quote and the code does not have, definition by definition."""

from __future__ import annotations

from collections.abc import Iterator

from docstring_lsp.checks.finding import Finding
from docstring_lsp.checks.rule import FileContext
from docstring_lsp.checks.subject import Subject
from docstring_lsp.checks.untruth.doctests import broken
from docstring_lsp.checks.untruth.names import members, unknown
from docstring_lsp.checks.untruth.values import Otherwise, constants, defaults
from docstring_lsp.checks.untruth.vocabulary import imported, words
from docstring_lsp.docstring.model import SectionKind
from docstring_lsp.source.facts import ModuleFacts


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
        if "efault" in content:
            yield from _defaults(subject, context.text)


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
            yield subject.finding("DL300", message, said=each.span, unless=each.missing)


def _defaults(subject: Subject, code: str) -> Iterator[Finding]:
    tree = subject.tree
    if tree is None or not any(_tells(item.description, tree.text) for item in tree.items):
        return
    facts = subject.facts
    if facts is None or isinstance(facts, ModuleFacts):
        return
    known = {parameter.name: parameter for parameter in facts.parameters}
    for item in tree.items:
        if item.kind is not SectionKind.PARAMETERS or item.description is None:
            continue
        if len(item.names) == 1 and (parameter := known.get(item.names[0].of(tree.text))):
            for value in defaults(tree.text, item.description, parameter, code):
                yield _otherwise(subject, "DL301", f"the default of `{value.name}`", value)


def _tells(description: object, text: str) -> bool:
    return isinstance(description, tuple) and "efault" in text[description[0] : description[1]]


def _otherwise(subject: Subject, code: str, what: str, value: Otherwise) -> Finding:
    truth = f"is {value.expected}" if value.expected else "it has none"
    message = f"{what} is quoted as {value.written}, but {truth}"
    return subject.finding(code, message, said=value.span)
