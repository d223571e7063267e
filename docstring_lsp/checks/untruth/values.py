"""The values that a docstring quotes, held against those in the code.

Takes prose and code; gives what differs. Only literals are compared, and only where nothing
stands behind them that makes them conditional.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docstring_lsp.checks.subject import Subject
from docstring_lsp.docstring.model import SectionKind
from docstring_lsp.docstring.tree import Tree
from docstring_lsp.docstring.values import LITERAL, another_value
from docstring_lsp.source.facts import ModuleFacts, Parameter, ParameterKind
from docstring_lsp.source.span import Span

_END = (
    r"(?=[.,;:)]*(?:\s|\Z))(?![.,]?\s+(?:if|when|for|unless|in|on|or|otherwise|and|[*/x+-]|\(or\b))"
)
_DEFAULT = re.compile(
    rf"""(?:\b[Dd]efault(?:s[ ]to|[ ]value[ ]is|[ ]is|[ ]?[:=])|\b[Bb]y[ ]default,?
    |(?:\(|,[ ])[Dd]efault)[ ]
    (?P<ticks>`{{0,2}})(?P<value>{LITERAL})(?P=ticks){_END}""",
    re.VERBOSE,
)
_UNIT = re.compile(
    r"[ ]+(?!(?:as|because|but|except|only|since|so|such|that|to|which|with|meaning)\b)[^\W\d_]"
)
"""A word right behind a number: it counts something, and the code may count another thing."""

_SENTENCE = re.compile(r"[.?!:;]\s+|[(]|\n[ \t]*\n")
_ASIDE = re.compile(
    r"\b(?:if|when|whenever|unless|otherwise|else|but|not|never|no[ ]longer)\b"
    r"|\b(?:formerly|previously|originally|used[ ]to)\b",
    re.IGNORECASE,
)
"""What makes a default, in the sentence before it, one of some cases or of another time."""
_OWNER = re.compile(r"[`*](\w+)[`*]+\s*[(,]?\s*(?:which|that)?\s*$")
"""The name right in front of a default: whose it is."""

_OF_A_VERSION = re.compile(r"[.][.][ ](?:version\w+|deprecated)::(?:(?!\n[ \t]*\n).)*\Z", re.DOTALL)
_CONSTANT = re.compile(
    rf"""(?P<ticks>`{{1,2}})(?P<name>[A-Z][A-Z0-9_]{{2,}})
    (?:[ ]?={{1,2}}[ ]?(?P<inside>{LITERAL})(?P=ticks)
    |(?P=ticks)[ ](?:\(|is[ ]|=[ ])`{{0,2}}(?P<value>{LITERAL})`{{0,2}}(?=[).,;\s]|\Z))""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Otherwise:
    """A value that is another in the code.

    Attributes:
        name: Whose value it is.
        span: Where it is quoted.
        written: As quoted.
        expected: As in the code; empty where it has none.
    """

    name: str
    span: Span
    written: str
    expected: str


def quoted(subject: Subject, tree: Tree) -> Iterator[Otherwise]:
    """Yield the defaults that a docstring's entries quote, where the parameters have others.

    Args:
        subject: The definition.
        tree: Its docstring.
    """
    if "efault" not in tree.text:
        return
    said = [item for item in tree.items if item.kind is SectionKind.PARAMETERS]
    told = [
        item for item in said if item.description and "efault" in item.description.of(tree.text)
    ]
    facts = subject.facts if told else None
    if facts is None or isinstance(facts, ModuleFacts):
        return
    known = {parameter.name: parameter for parameter in facts.parameters}
    for item in told:
        if len(item.names) == 1 and (parameter := known.get(item.names[0].of(tree.text))):
            assert item.description is not None
            yield from defaults(tree.text, item.description, parameter, subject.text)


def defaults(text: str, prose: Span, parameter: Parameter, code: str) -> Iterator[Otherwise]:
    """Yield the default that an entry's prose quotes, where the parameter has another.

    Args:
        text: The docstring's text.
        prose: What the entry says.
        parameter: The parameter it says it of.
        code: The file's text, in which a constant may stand for the default.
    """
    if parameter.kind in (ParameterKind.VAR_POSITIONAL, ParameterKind.VAR_KEYWORD):
        return
    found = _DEFAULT.search(text, *prose)
    if found is None or _is_aside(text[prose.start : found.start()]):
        return
    owner = _OWNER.search(text, prose.start, found.start())
    if owner is not None and owner[1] != parameter.name:
        return
    written = found["value"]
    expected = parameter.default
    if expected is not None and re.fullmatch(r"[A-Z_][A-Z0-9_]*", expected):
        expected = constant(code, expected) or expected
    if written[-1].isdigit() and _UNIT.match(text, found.end()):
        return
    if expected is None or another_value(written, expected):
        yield Otherwise(parameter.name, Span(*found.span("value")), written, expected or "")


def _is_aside(before: str) -> bool:
    """Return whether what stands before a default says that it does not simply hold."""
    return bool(_OF_A_VERSION.search(before) or _ASIDE.search(_SENTENCE.split(before)[-1]))


def constants(text: str, code: str) -> Iterator[Otherwise]:
    """Yield the values of constants that a docstring quotes, where they have another.

    Args:
        text: The docstring's text.
        code: The file's text.
    """
    for found in _CONSTANT.finditer(text):
        group = "inside" if found["inside"] is not None else "value"
        expected = constant(code, found["name"])
        if expected is not None and another_value(found[group], expected):
            yield Otherwise(found["name"], Span(*found.span(group)), found[group], expected)


def constant(code: str, name: str) -> str | None:
    """Return the literal that a module's constant has; None where it is none, or has several."""
    assigned = re.compile(rf"^{name}[ ]*(?::[^=\n]*)?=[ ]*([^\n#]*?)[ ]*(?:#.*)?$", re.MULTILINE)
    found = assigned.findall(code)
    return found[0] if len(found) == 1 and re.fullmatch(LITERAL, found[0]) else None
