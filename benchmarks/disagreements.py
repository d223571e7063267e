"""Why two tools disagree about a docstring: told from the docstring and the code themselves.

Each reason is a function of a case; the first that holds explains it. What none explains is
called so, and is to be looked at by a person.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from docstring_lsp.checks.neighbourhood import module_of
from docstring_lsp.checks.rule import FileContext
from docstring_lsp.checks.staleness.exceptions import Surroundings
from docstring_lsp.checks.subject import Subject
from docstring_lsp.docstring.model import SectionKind
from docstring_lsp.source.facts import ClassFacts, FunctionFacts, ParameterKind

POLICY, OURS = "policy", "ours right"


@dataclass(frozen=True)
class Case:
    """A disagreement.

    Attributes:
        kind: What one tool says is stale.
        qualname: The definition.
        context: The file.
        tools: Who of the others says so; empty where only we do.
    """

    kind: str
    qualname: str
    context: FileContext
    tools: tuple[str, ...]

    @cached_property
    def subject(self) -> Subject | None:
        """The definition; the class where it and its ``__init__`` share a docstring."""
        found = [s for s in self.context.subjects if s.definition.qualname == self.qualname]
        documented = [s for s in found if s.definition.docstring is not None]
        return (documented or found or [None])[0]

    @cached_property
    def init(self) -> Subject | None:
        """The class's ``__init__``."""
        wanted = f"{self.qualname}.__init__"
        found = [s for s in self.context.subjects if s.definition.qualname == wanted]
        return found[0] if found else None

    @property
    def facts(self) -> FunctionFacts | ClassFacts | None:
        """What the code says."""
        facts = self.subject.facts if self.subject is not None else None
        return facts if isinstance(facts, (FunctionFacts, ClassFacts)) else None

    @property
    def code(self) -> str:
        """The definition's text without its docstring."""
        if self.subject is None:
            return ""
        definition = self.subject.definition
        start = definition.docstring.end if definition.docstring else definition.body.start
        return self.context.text[start : definition.span.end]

    def tells(self, *kinds: SectionKind) -> bool:
        """Return whether the docstring has entries of some kinds; of any where none is given."""
        tree = self.subject.tree if self.subject is not None else None
        return tree is not None and any(not kinds or item.kind in kinds for item in tree.items)

    @property
    def summary(self) -> str:
        """The docstring's first paragraph."""
        content = self.subject.content if self.subject is not None else None
        return (content or "").strip().split("\n\n")[0]


def reason(case: Case) -> str:
    """Return why the tools disagree, or ``unexplained``."""
    for verdict, why, holds in _OURS_ALONE if not case.tools else _THEIRS_ALONE:
        if holds(case):
            return f"{verdict}: {why}"
    return "unexplained"


def _kind(*names: str) -> Callable[[Case], bool]:
    return lambda case: any(name in case.kind for name in names)


def _tells_no_parameter(case: Case) -> bool:
    return not case.tells(SectionKind.PARAMETERS)


def _only_variadic(case: Case) -> bool:
    """Return whether all that is not told of is what ``**kwargs`` takes, or unused names."""
    tree = case.subject.tree if case.subject is not None else None
    if tree is None or case.facts is None:
        return False
    told = {
        n.of(tree.text).lstrip("*\\`").rstrip("`")
        for i in tree.items
        if i.kind is SectionKind.PARAMETERS
        for n in i.names
    }
    missing = [p for p in case.facts.parameters if p.name not in told]
    return all(
        p.kind in (ParameterKind.VAR_KEYWORD, ParameterKind.VAR_POSITIONAL)
        or p.name.startswith("_")
        for p in missing
    )


def _has_kwargs(case: Case) -> bool:
    facts = case.facts
    return facts is not None and any(p.kind is ParameterKind.VAR_KEYWORD for p in facts.parameters)


def _is_stub(case: Case) -> bool:
    facts = case.facts
    return isinstance(facts, FunctionFacts) and (facts.is_stub or facts.is_abstract)


def _accessor(case: Case) -> bool:
    return isinstance(case.facts, FunctionFacts) and case.facts.accessor is not None


def _says_result(case: Case) -> bool:
    return re.search(
        r"\b(?:returns?|yields?|generates?|iterat\w+|hands?|gives?|answers?)\b|^\W*(?:get|whether)\b"
        r"|context manager",
        case.summary,
        re.IGNORECASE,
    ) is not None  # fmt: skip


def _tells_in_prose(case: Case) -> bool:
    """Return whether a paragraph of the docstring begins with what is returned."""
    content = case.subject.content if case.subject is not None else None
    return re.search(r"\n\s*\n[ \t]*(?:Return|Yield)s? ", content or "") is not None


def _hands_nothing(case: Case) -> bool:
    facts = case.facts
    return (
        isinstance(facts, FunctionFacts)
        and facts.is_context_manager
        and facts.yields is not None
        and not facts.yields.values
    )


def _returns_none(case: Case) -> bool:
    facts = case.facts
    return isinstance(facts, FunctionFacts) and facts.returns is None and facts.yields is None


def _covered(case: Case) -> bool:
    """Return whether each raised exception, or one it stands on, is named in the docstring."""
    return case.facts is not None and not _uncovered(case)


def _uncovered(case: Case) -> set[str]:
    """Return the raised exceptions that a docstring names none of, nor of what they stand on."""
    facts, subject = case.facts, case.subject
    if facts is None or subject is None:
        return {""}
    context = case.context
    around = Surroundings(module_of(context.text, context.neighbourhood), dict)
    said = set(re.findall(r"\w+", subject.content or ""))
    raised = {each.exception for each in facts.raises}
    return {name for name in raised if not any(around.is_kind_of(name, word) for word in said)}


def _may_propagate(case: Case) -> bool:
    facts = case.facts
    return isinstance(facts, FunctionFacts) and bool(
        facts.calls or re.search(r"[\[/%]|\b(?:for|with|import|await|in)\b", case.code)
    )


def _is_property_with_setter(case: Case) -> bool:
    names = [s for s in case.context.subjects if s.definition.qualname == case.qualname]
    return _accessor(case) and len(names) > 1


def _is_class(case: Case) -> bool:
    return isinstance(case.facts, ClassFacts)


def _always(_case: Case) -> bool:
    return True


def _inherits(case: Case) -> bool:
    return isinstance(case.facts, ClassFacts) and bool(case.facts.bases)


def _yields(case: Case) -> bool:
    return isinstance(case.facts, FunctionFacts) and case.facts.yields is not None


def _told_elsewhere(case: Case) -> bool:
    """Return whether what is missed is told of in the other of a class's two docstrings."""
    init = case.init
    return init is not None and init.definition.docstring is not None


def _is_assigned(case: Case) -> bool:
    """Return whether every attribute that is told of is somewhere in the class's code."""
    tree = case.subject.tree if case.subject is not None else None
    told = (
        name.of(tree.text).strip("`*")
        for item in (tree.items if tree is not None else ())
        if item.kind is SectionKind.ATTRIBUTES
        for name in item.names
    )
    return all(re.search(rf"\b{re.escape(name)}\b", case.code) for name in told)


def _tells_no_attribute(case: Case) -> bool:
    return not case.tells(SectionKind.ATTRIBUTES)


def _is_overloaded(case: Case) -> bool:
    found = [s for s in case.context.subjects if s.definition.qualname == case.qualname]
    return len(found) > 1


def _is_never_raised_directly(case: Case) -> bool:
    """Return whether no exception leaves the function itself, but one inside it or handled."""
    facts = case.facts
    return facts is not None and not [
        each for each in facts.raises if "NotImplemented" not in each.exception
    ]


def _lets_pass(case: Case) -> bool:
    """Return whether all that leaves the function is what it caught, whatever that was."""
    left = _uncovered(case)
    return (
        bool(left)
        and left <= {"Exception", "BaseException"}
        and not re.search(r"\braise[ \t]+(?:Base)?Exception\b", case.code)
    )


def _is_told(case: Case) -> bool:
    """Return whether a section or field tells of results, whatever it is called."""
    tree = case.subject.tree if case.subject is not None else None
    kinds = (SectionKind.RETURNS, SectionKind.YIELDS)
    return tree is not None and (
        any(block.kind in kinds for block in tree.blocks) or case.tells(*kinds)
    )


def _has_no_gone(case: Case) -> bool:
    """Return whether each entry is of a parameter, once its stars are left out."""
    tree = case.subject.tree if case.subject is not None else None
    if tree is None or case.facts is None:
        return False
    known = {parameter.name for parameter in case.facts.parameters}
    return {
        name.of(tree.text).lstrip("*\\")
        for item in tree.items
        if item.kind is SectionKind.PARAMETERS
        for name in item.names
    } <= known


def _is_promised(case: Case) -> bool:
    """Return whether the code only says that it is still to be written."""
    return not _is_class(case) and "raise NotImplementedError" in case.code


def _is_method(case: Case) -> bool:
    return re.search(r"= (?:staticmethod|classmethod|property)\(", case.code) is not None


def _tells_attributes(case: Case) -> bool:
    return case.tells(SectionKind.ATTRIBUTES)


def _is_underlined_otherwise(case: Case) -> bool:
    found = re.finditer(r"^[ ]*(\w+)\n[ ]*(-{3,})$", _content(case), re.MULTILINE)
    return any(len(match[1]) != len(match[2]) for match in found)


def _content(case: Case) -> str:
    return (case.subject.content if case.subject is not None else None) or ""


Reason = tuple[str, str, Callable[[Case], bool]]


def _of(kind: str, holds: Callable[[Case], bool]) -> Callable[[Case], bool]:
    return lambda case: kind in case.kind and holds(case)


_THEIRS_ALONE: tuple[Reason, ...] = (
    (POLICY, "a docstring without sections leaves it to the code", lambda c: not c.tells()),
    (OURS, "an overload, or one of several of the name", _is_overloaded),
    (OURS, "a stub or an abstract method", _is_stub),
    (POLICY, "told in the docstring of `__init__`", _told_elsewhere),
    (
        POLICY,
        "a docstring that tells of no parameter leaves them to the signature",
        _of("parameter undocumented", _tells_no_parameter),
    ),
    (
        POLICY,
        "what `**kwargs` takes may be told by its own names",
        _of("parameter", _has_kwargs),
    ),
    (
        POLICY,
        "`*args`, `**kwargs` and names with an underscore may go without",
        _of("parameter undocumented", _only_variadic),
    ),
    (OURS, "an entry has several names, or no stars", _of("parameter gone", _has_no_gone)),
    (
        POLICY,
        "a field of a class may be told as its attribute",
        _of("parameter undocumented", _tells_attributes),
    ),
    (OURS, "it is told, in a spelling that they do not read", _of("result undoc", _is_told)),
    (OURS, "it is still to be written, as `NotImplementedError` says", _is_promised),
    (OURS, "a base may say what the constructor takes", _of("parameter", _inherits)),
    (
        POLICY,
        "a docstring that tells of no parameter leaves the result to the signature",
        _of("undocumented", _tells_no_parameter),
    ),
    (
        POLICY,
        "whatever exception is let pass is none in particular",
        _of("exception undocumented", _lets_pass),
    ),
    (POLICY, "the summary says what is returned", _of("undocumented", _says_result)),
    (POLICY, "a paragraph says what is returned", _of("undocumented", _tells_in_prose)),
    (OURS, "it hands nothing to the block", _of("yield undocumented", _hands_nothing)),
    (POLICY, "a property is its value", _of("result undocumented", _accessor)),
    (
        OURS,
        "it returns nothing but None",
        _of("result undocumented", lambda c: _returns_none(c) or _yields(c)),
    ),
    (
        POLICY,
        "what a generator yields may be told as its result",
        _of("yield undocumented", lambda c: c.tells(SectionKind.RETURNS)),
    ),
    (
        POLICY,
        "what a generator yields may be told as its result",
        _of("result absent", _yields),
    ),
    (OURS, "it yields", _of("yield absent", _yields)),
    (
        OURS,
        "it hands an iterator through",
        _of("yield absent", lambda c: isinstance(c.facts, FunctionFacts) and bool(c.facts.returns)),
    ),
    (
        OURS,
        "the exception, or one it stands on, is named in the docstring",
        _of("exception undocumented", _covered),
    ),
    (
        OURS,
        "no exception leaves the function",
        _of("exception undocumented", _is_never_raised_directly),
    ),
    (OURS, "a getter tells of its setter", _of("exception absent", _is_property_with_setter)),
    (OURS, "a callee or an operation may raise it", _of("exception absent", _may_propagate)),
    (OURS, "it is a method", _of("attribute undocumented", _is_method)),
    (OURS, "a base may have the attribute", _of("attribute gone", _inherits)),
    (OURS, "a method makes the attribute", _of("attribute gone", _is_assigned)),
    (
        POLICY,
        "a docstring that tells of no attribute leaves them to the code",
        _of("attribute undocumented", _tells_no_attribute),
    ),
)
_OURS_ALONE: tuple[Reason, ...] = (
    (
        OURS,
        "they look at the order only where every parameter is told of",
        lambda c: "order" in c.kind,
    ),
    (OURS, "they look at no class without an `__init__`", _of("parameter", _is_class)),
    (OURS, "they look for it in `__init__` only", _of("exception undocumented", _is_class)),
    (
        OURS,
        "the line below a section's name has not its length",
        _is_underlined_otherwise,
    ),
)
