"""Missing docstrings: a definition of which one is asked and that has none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from docstring_lsp.checks.finding import Finding
from docstring_lsp.checks.rule import FileContext
from docstring_lsp.checks.subject import Subject
from docstring_lsp.source.definition import MODULE, Definition
from docstring_lsp.source.visibility import exemption, is_magic

_PROPERTIES = ("property", "cached_property")


class Missing:
    """The family of rules for missing docstrings."""

    codes: ClassVar[Mapping[str, str]] = {
        "DL100": "module",
        "DL101": "package",
        "DL102": "class",
        "DL103": "function",
        "DL104": "method",
        "DL105": "property",
        "DL106": "nested function or class",
        "DL107": "magic method",
        "DL108": "__init__",
    }

    def check(self, context: FileContext) -> Iterator[Finding]:
        """Yield a finding for each definition that lacks the docstring asked of it."""
        for subject in context.subjects:
            definition = subject.definition
            if definition.docstring is not None:
                continue
            if definition.name == MODULE and not context.text.strip():
                continue
            spared = exemption(
                definition, context.policy, test_file=context.is_test, text=context.text
            )
            if spared is None:
                yield self._finding(subject, context)

    def _finding(self, subject: Subject, context: FileContext) -> Finding:
        definition = subject.definition
        code = _code(definition, is_package=context.is_package)
        kind = "method" if code == "DL108" else self.codes[code].replace("nested function or ", "")
        name = "" if definition.name == MODULE else f" `{definition.qualname}`"
        if code == "DL106":
            kind = f"nested {definition.kind}"
        return subject.finding(code, f"missing docstring of {kind}{name}", fix="generate")


def _code(definition: Definition, *, is_package: bool) -> str:
    if definition.kind == "module":
        return "DL101" if is_package else "DL100"
    if definition.in_function:
        return "DL106"
    if definition.kind == "class":
        return "DL102"
    if not definition.in_class:
        return "DL103"
    if definition.name == "__init__":
        return "DL108"
    if is_magic(definition.name):
        return "DL107"
    if any(name.split(".")[-1] in _PROPERTIES for name in definition.decorator_names):
        return "DL105"
    return "DL104"


RULE = Missing()
