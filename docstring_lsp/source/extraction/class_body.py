"""The body of a class: takes its statements, gives its attributes and fields in order."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import libcst as cst

from docstring_lsp.source.extraction.code import annotation, code, dotted
from docstring_lsp.source.extraction.comments import described
from docstring_lsp.source.extraction.fields import (
    Declared,
    annotated_description,
    declared,
    unwrap,
)
from docstring_lsp.source.facts import Attribute, ClassKind, Parameter, ParameterKind

_DUNDER = re.compile(r"__\w+__\Z")
_SUNDER = re.compile(r"_[A-Za-z]\w*_\Z")
_NOT_MEMBERS = frozenset({"nonmember", "enum.nonmember", "property", "staticmethod", "classmethod"})
_NOT_ATTRIBUTES = frozenset({"staticmethod", "classmethod", "abstractmethod", "overload"})


@dataclass(frozen=True, slots=True)
class Body:
    """What a class body declares.

    Attributes:
        attributes: Its class variables, fields or members, in order.
        parameters: What its fields ask of a caller, in order.
        bare: The names that are annotated without a value.
    """

    attributes: tuple[Attribute, ...]
    parameters: tuple[Parameter, ...]
    bare: frozenset[str]


@dataclass(frozen=True, slots=True)
class Fields:
    """How a class makes fields of its body.

    Attributes:
        kind: The sort of class.
        keyword: Whether all fields are given by keyword.
        init: Whether there is an ``__init__`` made from them.
        annotated: Whether an annotation alone makes a field.
        total: Whether a TypedDict's keys are required unless they say otherwise.
    """

    kind: ClassKind
    keyword: bool = False
    init: bool = True
    annotated: bool = True
    total: bool = True


def class_body(
    node: cst.ClassDef, fields: Fields | None, methods: Collection[str], *, enum: bool
) -> Body:
    """Return what a class body declares.

    Args:
        node: The class; the bodies of its methods are not looked at.
        fields: How it makes fields, or None if it does not.
        methods: The names of its methods, which are no attributes.
        enum: Whether it is an enumeration.
    """
    reader = _Reader(fields, methods, enum=enum)
    for line, following in statements(node.body.body):
        reader.read(line, following)
    found = tuple(reader.attributes.values())
    parameters = reader.positional + reader.keyword
    given = fields is not None and fields.init and fields.kind != "typeddict"
    return Body(found, tuple(parameters) if given else (), frozenset(reader.bare))


def statements(body: Sequence[Any]) -> Iterator[tuple[cst.SimpleStatementLine, Any]]:
    """Yield the simple lines of a body with the statement after each, blocks looked into."""
    for index, statement in enumerate(body):
        if isinstance(statement, cst.SimpleStatementLine):
            yield statement, body[index + 1] if index + 1 < len(body) else None
        elif isinstance(statement, cst.BaseSmallStatement):
            yield cst.SimpleStatementLine([statement]), None
        else:
            for block in _blocks(statement):
                yield from statements(block.body)


def _blocks(statement: Any) -> Iterator[cst.BaseSuite]:
    current = statement
    while isinstance(current, cst.If):
        yield current.body
        current = current.orelse
    if isinstance(current, (cst.Else, cst.With)):
        yield current.body
    elif isinstance(current, (cst.Try, cst.TryStar)):
        yield current.body
        for part in (*current.handlers, current.orelse, current.finalbody):
            if part is not None:
                yield part.body


class _Reader:
    def __init__(self, fields: Fields | None, methods: Collection[str], *, enum: bool) -> None:
        self.attributes: dict[str, Attribute] = {}
        self.positional: list[Parameter] = []
        self.keyword: list[Parameter] = []
        self.bare: set[str] = set()
        self._fields, self._methods, self._enum = fields, methods, enum
        self._keyword_from_here = fields is not None and fields.keyword
        self._ignored: frozenset[str] = frozenset()
        self._members: dict[str, str] = {}

    def read(self, line: cst.SimpleStatementLine, following: Any) -> None:
        for small in line.body:
            if isinstance(small, cst.AnnAssign) and isinstance(small.target, cst.Name):
                self._annotated(small, small.target.value, line, following)
            elif isinstance(small, cst.Assign):
                self._assigned(small, line, following)

    def _annotated(self, node: cst.AnnAssign, name: str, line: Any, following: Any) -> None:
        noted = annotation(node.annotation)
        if noted is not None and noted.rpartition(".")[2] == "KW_ONLY":
            self._keyword_from_here = True
            return
        if _DUNDER.match(name):
            return
        if node.value is None:
            self.bare.add(name)
        elif self._enum:
            self._member(name, node.value, described(line, following), noted)
            return
        says = declared(node.value)
        inner, wrapper = unwrap(noted, "ClassVar", "InitVar", "Final", "Required", "NotRequired")
        if wrapper == "Final":
            inner = noted if self._fields is None else inner
        inside = annotated_description(node.annotation.annotation)
        comment = says.description or inside or described(line, following)
        is_field = wrapper != "ClassVar" and self._makes_field(name, says)
        attribute = Attribute(
            name=name,
            annotation=inner,
            default=says.default,
            implied=says.implied,
            kind="field" if is_field else "class",
            comment=comment,
            required=self._required(wrapper),
            init_only=wrapper == "InitVar",
        )
        self._add(attribute)
        if is_field:
            self._parameter(attribute, says)

    def _makes_field(self, name: str, says: Declared) -> bool:
        if self._fields is None:
            return False
        if self._fields.kind == "pydantic" and (name.startswith("_") or name == "model_config"):
            return False
        return self._fields.annotated or says.is_field

    def _required(self, wrapper: str | None) -> bool:
        if self._fields is None or self._fields.kind != "typeddict":
            return True
        return wrapper == "Required" or (self._fields.total and wrapper != "NotRequired")

    def _assigned(self, node: cst.Assign, line: Any, following: Any) -> None:
        comment = described(line, following)
        for target in node.targets:
            if isinstance(target.target, cst.Name):
                self._named(target.target.value, node.value, comment)
            elif isinstance(target.target, (cst.Tuple, cst.List)):
                for element in target.target.elements:
                    if isinstance(element.value, cst.Name):
                        self._named(element.value.value, None, comment)

    def _named(self, name: str, given: cst.BaseExpression | None, comment: str | None) -> None:
        if name == "_ignore_" and given is not None:
            self._ignored = _words(given)
        if _DUNDER.match(name) or self._is_method(given):
            return
        if self._enum:
            self._member(name, given, comment, None)
            return
        says = declared(given)
        is_field = says.is_field and self._fields is not None and self._fields.kind == "attrs"
        attribute = Attribute(
            name=name,
            annotation=says.annotation if is_field else None,
            default=says.default if is_field or given is None else code(given),
            implied=says.implied,
            kind="field" if is_field else "class",
            comment=says.description or comment,
        )
        self._add(attribute)
        if is_field:
            self._parameter(attribute, says)

    def _is_method(self, given: cst.BaseExpression | None) -> bool:
        """Return whether a value is a function of the class under another name."""
        if isinstance(given, cst.Call):
            return dotted(given.func) in _NOT_ATTRIBUTES
        return isinstance(given, cst.Name) and given.value in self._methods

    def _member(
        self, name: str, given: cst.BaseExpression | None, comment: str | None, noted: str | None
    ) -> None:
        if _SUNDER.match(name) or name.startswith("__") or name in self._ignored:
            return
        if isinstance(given, cst.Lambda):
            return
        if isinstance(given, cst.Call) and dotted(given.func) in _NOT_MEMBERS:
            return
        default = None if given is None else code(given)
        first = None
        if default is not None:
            first = default if default in self._members else None
            if first is None and literal_value(given):
                first = next((m for m, v in self._members.items() if v == default), None)
            self._members[name] = default
        implied = declared(given).implied
        self._add(Attribute(name, noted, default, implied, "member", comment, alias=first))

    def _add(self, attribute: Attribute) -> None:
        if attribute.name in self._methods:
            return
        before = self.attributes.get(attribute.name)
        if before is not None:
            attribute = replace(
                attribute,
                annotation=before.annotation or attribute.annotation,
                comment=before.comment or attribute.comment,
                kind=before.kind,
            )
        self.attributes[attribute.name] = attribute

    def _parameter(self, attribute: Attribute, says: Declared) -> None:
        if not says.init or self._fields is None:
            return
        name = attribute.name
        if self._fields.kind == "attrs":
            name = says.alias or name.lstrip("_")
        by_keyword = self._keyword_from_here if says.keyword is None else says.keyword
        kind = ParameterKind.KEYWORD_ONLY if by_keyword else ParameterKind.POSITIONAL_OR_KEYWORD
        parameter = Parameter(
            name=name,
            kind=kind,
            annotation=attribute.annotation,
            default=attribute.default,
            implied=attribute.implied,
            comment=attribute.comment,
        )
        group = self.keyword if by_keyword else self.positional
        group[:] = [each for each in group if each.name != name]
        group.append(parameter)


def literal_value(node: cst.BaseExpression | None) -> bool:
    """Return whether an expression is a number or string."""
    return isinstance(node, (cst.BaseNumber, cst.BaseString))


def _words(node: cst.BaseExpression) -> frozenset[str]:
    if isinstance(node, cst.SimpleString):
        text = node.evaluated_value
        return frozenset(text.replace(",", " ").split()) if isinstance(text, str) else frozenset()
    if isinstance(node, (cst.List, cst.Tuple)):
        return frozenset().union(*(_words(element.value) for element in node.elements))
    return frozenset()
