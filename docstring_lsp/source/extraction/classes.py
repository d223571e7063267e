"""Classes: takes the cut of a class, gives its facts.

Only the methods that make an instance are parsed; of the others the names are taken, and what
they assign to ``self`` line by line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import libcst as cst

from docstring_lsp.errors import ParseRefusedError
from docstring_lsp.source.definition import Definition
from docstring_lsp.source.extraction.class_body import Body, Fields, class_body
from docstring_lsp.source.extraction.class_kinds import class_kind, field_style
from docstring_lsp.source.extraction.code import code, comment_text_of, fold, unquoted
from docstring_lsp.source.extraction.cut import parse_class
from docstring_lsp.source.extraction.expressions import every_param
from docstring_lsp.source.extraction.flow import flow
from docstring_lsp.source.extraction.outline import Outline, class_outline
from docstring_lsp.source.extraction.scopes import decorators, owner
from docstring_lsp.source.extraction.signature import bound_name, parameters, type_parameters
from docstring_lsp.source.extraction.statements import Flow
from docstring_lsp.source.extraction.type_comments import signature_comment
from docstring_lsp.source.facts import (
    Attribute,
    ClassFacts,
    Decorator,
    Parameter,
    Raise,
)

_MAKERS = ("__init__", "__new__", "__post_init__", "__attrs_post_init__")
_ABSTRACT = ("abstractmethod", "abstractproperty", "abstractclassmethod", "abstractstaticmethod")


def class_facts(text: str, definition: Definition, module: str | None) -> ClassFacts:
    """Return the facts of a class.

    Args:
        text: The text it stands in.
        definition: Where it stands.
        module: The dotted name of its module, if known.

    Raises:
        ParseRefusedError: If the parser cannot read it.
    """
    cut = definition.span.of(text)
    outline = class_outline(cut, definition.name, _MAKERS)
    try:
        node = parse_class(outline.text, text, definition)
    except ParseRefusedError:
        # The whole of it is refused with the right place, or read after all.
        node = parse_class(cut, text, definition)
    marks = decorators(node, text)
    bases = tuple(arg.star + code(arg.value) for arg in node.bases)
    keywords = tuple(_keyword(arg) for arg in node.keywords)
    kind = class_kind(bases, keywords, marks)
    methods = tuple(dict.fromkeys(d.name for d in outline.members if d.kind == "function"))
    body = class_body(node, _fields(kind, marks, keywords), methods, enum=kind == "enum")
    makers = {name: _making(node, name) for name in _MAKERS}
    made = [maker for maker in makers.values() if maker is not None]
    first = makers["__init__"] or makers["__new__"]
    is_abstract = kind == "abstract" or _has_abstract(outline) or _stands_on_abc(bases, keywords)
    return ClassFacts(
        name=definition.name,
        qualname=definition.qualname,
        module=module,
        owner=owner(text, definition),
        class_kind="abstract" if kind == "plain" and is_abstract else kind,
        bases=bases,
        keywords=keywords,
        decorators=marks,
        type_parameters=type_parameters(node),
        attributes=_attributes(body, made, outline, methods),
        parameters=body.parameters if first is None else first.parameters,
        raises=_raises(made),
        warns=tuple(warn for maker in made for warn in maker.flow.warns),
        methods=methods,
        is_abstract=is_abstract,
        is_test=definition.name.startswith("Test") or any(b.endswith("TestCase") for b in bases),
    )


def _keyword(arg: cst.Arg) -> str:
    return (
        f"{arg.keyword.value}={code(arg.value)}" if arg.keyword else f"{arg.star}{code(arg.value)}"
    )


def _fields(kind: str, marks: Sequence[Decorator], keywords: Sequence[str]) -> Fields | None:
    """Return how a class makes fields of what its body declares."""
    style = field_style(kind, marks)  # type: ignore[arg-type]
    if style is None:
        return None
    sort, written = style
    options = dict(_OPTION.findall(written))
    by_annotation = True
    if sort == "attrs":
        old = any(mark.name in ("attr.s", "attr.attrs") for mark in marks)
        by_annotation = options.get("auto_attribs", "False" if old else "True") != "False"
    return Fields(
        sort,
        keyword=sort == "pydantic" or options.get("kw_only") == "True",
        init=options.get("init") != "False",
        annotated=by_annotation,
        total="total=False" not in keywords,
    )


_OPTION = re.compile(r"\b(\w+)\s*=\s*(True|False)\b")


@dataclass(frozen=True, slots=True)
class _Maker:
    """A method that makes an instance."""

    parameters: tuple[Parameter, ...]
    flow: Flow


def _making(node: cst.ClassDef, name: str) -> _Maker | None:
    """Return a method that makes an instance; of several the one that is no overload."""
    found = [f for f in _functions(node.body) if f.name.value == name]
    if not found:
        return None
    written = [f for f in found if not any(_is_overload(d) for d in f.decorators)]
    function = written[-1] if written else max(found, key=lambda f: len(every_param(f.params)))
    own = bound_name(function)
    free = [p.name.value for p in every_param(function.params) if p.name.value != own]
    result = flow(function.body, free, "self" if name == "__new__" else own)
    given = parameters(function, bound=True, comment=signature_comment(function), uses=result.uses)
    return _Maker(given, result)


def _is_overload(decorator: cst.Decorator) -> bool:
    return code(decorator.decorator).rpartition(".")[2] == "overload"


def _functions(body: cst.BaseSuite) -> Iterator[cst.FunctionDef]:
    """Yield the functions of a class body, those in its conditional blocks included."""
    for statement in body.body:
        if isinstance(statement, cst.FunctionDef):
            yield statement
        elif isinstance(statement, (cst.If, cst.Else, cst.Try, cst.With)):
            yield from _functions(statement.body)
            rest = getattr(statement, "orelse", None)
            if isinstance(rest, cst.If):
                yield from _functions(cst.IndentedBlock([rest]))
            elif rest is not None:
                yield from _functions(rest.body)


def _raises(made: Iterable[_Maker]) -> tuple[Raise, ...]:
    return tuple(dict.fromkeys(each for maker in made for each in maker.flow.raises))


def _has_abstract(outline: Outline) -> bool:
    return any(
        name.rpartition(".")[2] in _ABSTRACT
        for member in outline.members
        for name in member.decorator_names
    )


def _stands_on_abc(bases: Sequence[str], keywords: Sequence[str]) -> bool:
    metaclass = [k for k in keywords if k.startswith("metaclass=") and k.endswith("ABCMeta")]
    return bool(metaclass) or any(base.rpartition(".")[2] == "ABC" for base in bases)


def _attributes(
    body: Body, made: Sequence[_Maker], outline: Outline, methods: Sequence[str]
) -> tuple[Attribute, ...]:
    """Join what the body declares with what its methods assign to ``self``."""
    found = {attribute.name: attribute for attribute in body.attributes}
    in_methods = [each for maker in made for each in maker.flow.attributes.values()]
    hidden = set(methods)
    for each in (*in_methods, *_elsewhere(outline)):
        declared = found.get(each.name)
        if each.name in hidden:
            continue
        if declared is None:
            found[each.name] = each
        elif each.name in body.bare and declared.kind == "class":
            found[each.name] = replace(
                declared,
                kind="instance",
                value=each.value,
                implied=each.implied,
                comment=declared.comment or each.comment,
                bare=True,
            )
    return tuple(found.values())


_NEWLINE = re.compile(r"\r\n?")
_ASSIGNED = re.compile(
    r"^[ \t]+self\.(?P<name>\w+)[ \t]*(?::[ \t]*(?P<type>[^=\r\n]+?))?[ \t]*=(?!=)[ \t]*"
    r"(?P<value>[^\r\n]*?)(?:[ \t]+(?P<comment>\#[^\r\n]*))?$",
    re.MULTILINE,
)


def _elsewhere(outline: Outline) -> Iterator[Attribute]:
    """Yield what the methods that are not parsed assign to ``self``, a line at a time."""
    for member in outline.members:
        if member.kind != "function" or member.name in _MAKERS:
            continue
        lines = _NEWLINE.sub("\n", member.body.of(outline.source))
        for match in _ASSIGNED.finditer(lines):
            written = match["value"].strip()
            whole = written if written and _is_whole(written) else None
            yield Attribute(
                name=match["name"],
                annotation=unquoted(fold(match["type"])) if match["type"] else None,
                kind="instance",
                comment=comment_text_of(match["comment"]),
                value=whole,
            )


def _is_whole(written: str) -> bool:
    """Return whether the text of a value ends on its line."""
    if written.endswith(("\\", ",")) or '"""' in written or "'''" in written:
        return False
    return all(written.count(a) == written.count(b) for a, b in ("()", "[]", "{}"))
