"""Facts: what the code of one definition says, and nothing that it does not say.

Made by `docstring_lsp.source.extract`. Texts of code (annotations, defaults, conditions) are
slices of the source as written, with line breaks folded to single blanks. Every value is
frozen and turns into JSON with `to_json`.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal


class ParameterKind(str, Enum):
    """How an argument reaches a parameter; the names of `inspect.Parameter`'s kinds."""

    POSITIONAL_ONLY = "positional-only"
    POSITIONAL_OR_KEYWORD = "positional-or-keyword"
    VAR_POSITIONAL = "var-positional"
    KEYWORD_ONLY = "keyword-only"
    VAR_KEYWORD = "var-keyword"


UseKind = Literal[
    "stored",  # assigned to an attribute; detail: the target, `self.timeout`
    # given to a call; detail: `open(file)` first, `open(…, file)` later, `open(mode=)` by keyword
    "passed",
    "iterated",  # looped over
    "unpacked",  # taken apart into several names
    "called",  # called itself
    "entered",  # used in `with`
    "awaited",
    "indexed",  # subscripted; detail: the index as written
    "read",  # an attribute of it is read or called; detail: the attribute
    "compared",  # compared; detail: the comparison as written
    "tested",  # its truth is asked
    "checked",  # isinstance; detail: the classes as written
    "returned",
    "raised",
]


@dataclass(frozen=True, slots=True)
class Use:
    """One thing a function's body does with a parameter."""

    kind: UseKind
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter, without ``self`` or ``cls``.

    Attributes:
        name: Its name, without stars.
        kind: How an argument reaches it.
        annotation: As written (from the signature or a type comment), or None. For
            ``**kwargs: Unpack[TD]`` the whole of ``Unpack[TD]``.
        default: As written, or None where it has none.
        implied: The type that the literal default implies (``int`` for ``3``), or None.
        comment: The comment that stands on the parameter's line, without ``#``, or None.
        uses: What the body does with it, in order, each once.
    """

    name: str
    kind: ParameterKind = ParameterKind.POSITIONAL_OR_KEYWORD
    annotation: str | None = None
    default: str | None = None
    implied: str | None = None
    comment: str | None = None
    uses: tuple[Use, ...] = ()

    @property
    def label(self) -> str:
        """The name as a docstring writes it: ``*args``, ``**kwargs``, ``name``."""
        stars = {ParameterKind.VAR_POSITIONAL: "*", ParameterKind.VAR_KEYWORD: "**"}
        return stars.get(self.kind, "") + self.name


GuardKind = Literal[
    "if", "else", "while", "except", "case", "unmatched", "for", "assert", "after", "maybe"
]


@dataclass(frozen=True, slots=True)
class Guard:
    """A condition under which a statement is reached.

    Attributes:
        kind: ``if`` (the condition holds), ``else`` (it does not), ``after`` (an earlier
            ``if`` with this condition left the function or the loop's turn, so it does not hold
            here; without a condition, that something earlier may have left in a way that no
            condition tells),
            ``while``, ``for`` (the loop's target and iterable, ``key in keys``), ``except`` (the
            caught types, empty for a bare one),
            ``case`` (the subject and the pattern, ``command: Move(x, y) if x``),
            ``unmatched`` (an earlier ``case`` might match the same, and does not),
            ``maybe`` (what else must hold is not told).
        condition: As written; empty where there is none.
        rebound: The parameters in the condition that may no longer be what the caller gave.
    """

    kind: GuardKind
    condition: str
    rebound: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Raise:
    """An exception that leaves the function.

    Attributes:
        exception: Its type as written, dots included (``socket.timeout``).
        message: The literal message; the parts of an f-string, ``%`` or ``format`` message
            that are not literal stand in braces, ``no key {name}``. None where there is none.
        guards: What must hold for it to be raised, outermost first; empty if nothing is asked.
            Together they are also enough for an exception to leave, this one or one raised
            earlier, unless a ``maybe`` or an ``after`` without a condition is among them. What
            an earlier ``raise`` has ruled out is left out where anything else is told.
        always: Whether every path ends in it.
    """

    exception: str
    message: str | None = None
    guards: tuple[Guard, ...] = ()
    always: bool = False


@dataclass(frozen=True, slots=True)
class Warn:
    """A warning issued by ``warnings.warn``; category as written, `UserWarning` by default."""

    category: str
    message: str | None = None
    guards: tuple[Guard, ...] = ()


@dataclass(frozen=True, slots=True)
class Returns:
    """What a function returns.

    Attributes:
        annotation: As written, or None. For an async function the type awaited.
        values: The returned expressions as written, each once, in order (long ones cut to
            their first 120 characters with ``…``).
        implied: The type all the returned literals and comparisons have, or None.
        optional: Whether some path returns None beside others that return a value.
    """

    annotation: str | None = None
    values: tuple[str, ...] = ()
    implied: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Yields:
    """What a generator yields; for a context manager or a fixture, what it hands out.

    The values are the yielded expressions as written, ``*items`` for ``yield from items``.
    """

    annotation: str | None = None
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Receives:
    """What a generator is sent: the type from its annotation and the name it is bound to."""

    annotation: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of a class, or a constant of a module.

    Attributes:
        name: Its name.
        annotation: As written, ``ClassVar[...]`` and ``InitVar[...]`` unwrapped, or None.
        default: The value or the field's default as written (``field(default_factory=list)``
            gives ``list()``), or None.
        implied: The type the literal value implies, or None.
        kind: ``field`` (a dataclass's, attrs', pydantic's, NamedTuple's or TypedDict's),
            ``class`` (a class variable), ``instance`` (assigned to ``self`` in a method),
            ``member`` (of an enum), ``constant`` (of a module).
        comment: The ``#:`` comment, trailing comment or the string after it that describes it.
        required: For a TypedDict's key, whether it must be present.
        value: For ``instance``, the assigned expression as written.
        alias: For an enum's member with the value of an earlier one, that one's name.
        init_only: Whether it is an ``InitVar``: a parameter, and no attribute of the instance.
        bare: For ``instance``, whether the class's body annotates it.
    """

    name: str
    annotation: str | None = None
    default: str | None = None
    implied: str | None = None
    kind: Literal["field", "class", "instance", "member", "constant"] = "class"
    comment: str | None = None
    required: bool = True
    value: str | None = None
    alias: str | None = None
    init_only: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Decorator:
    """What is written with an at sign above a definition.

    Attributes:
        name: Its dotted name as written.
        arguments: Its arguments as written; None without a call.
        origin: What it is imported as, ``functools.cached_property``; told of those alone that
            make properties, and where the module imports them by name.
    """

    name: str
    arguments: str | None = None
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Owner:
    """The class or function a definition stands in."""

    kind: Literal["class", "function"]
    name: str
    bases: tuple[str, ...] = ()
    decorators: tuple[str, ...] = ()


Binding = Literal["function", "instance", "class", "static"]
Accessor = Literal["getter", "setter", "deleter"]
ClassKind = Literal[
    "plain",
    "dataclass",
    "attrs",
    "pydantic",
    "enum",
    "namedtuple",
    "typeddict",
    "protocol",
    "exception",
    "abstract",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionFacts:
    """What a function, method or property says.

    Attributes:
        name: Its name.
        qualname: Its qualified name.
        module: The dotted name of its module, or None where that is not known.
        owner: What it stands in directly, or None at the top of a module.
        binding: ``instance``, ``class`` or ``static`` for methods, else ``function``.
        accessor: For a property its role, else None. `functools.cached_property` and custom
            properties are getters.
        cached: Whether it is a cached property or a cached function.
        decorators: Outermost first.
        type_parameters: PEP 695 type parameters as written.
        parameters: In order, without ``self`` or ``cls``.
        returns: None where it returns no value (or never returns).
        yields: None where it is no generator.
        receives: None where it is sent nothing.
        raises: What leaves it, in order; the same exception may come with other guards.
        warns: What it warns of.
        calls: The dotted names it calls, in order, each once.
        attributes: Attributes it assigns to ``self``, in order (for ``__init__`` and the like).
        is_async: Whether it is ``async def``.
        is_context_manager: Whether `contextlib.contextmanager` (or its async kin) decorates it.
        is_fixture: Whether it is a pytest fixture.
        is_abstract: Whether it is abstract.
        is_overload: Whether it is a `typing.overload` signature.
        is_override: Whether `typing.override` decorates it.
        is_stub: Whether its body only says ``...``, ``pass`` or a docstring.
        is_test: Whether it is a test by its name.
        never_returns: Whether it is annotated ``NoReturn`` or ``Never``, or no path ends in a
            return; a ``NotImplementedError`` where a type is promised does not count.
        returns_self: Whether it returns ``self`` (or is annotated ``Self``).
    """

    name: str
    qualname: str
    module: str | None = None
    owner: Owner | None = None
    binding: Binding = "function"
    accessor: Accessor | None = None
    cached: bool = False
    decorators: tuple[Decorator, ...] = ()
    type_parameters: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    returns: Returns | None = None
    yields: Yields | None = None
    receives: Receives | None = None
    raises: tuple[Raise, ...] = ()
    warns: tuple[Warn, ...] = ()
    calls: tuple[str, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    is_async: bool = False
    is_context_manager: bool = False
    is_fixture: bool = False
    is_abstract: bool = False
    is_overload: bool = False
    is_override: bool = False
    is_stub: bool = False
    is_test: bool = False
    never_returns: bool = False
    returns_self: bool = False

    @property
    def is_unwritten(self) -> bool:
        """Whether it only raises `NotImplementedError`: what it promises, others keep."""
        return any(each.always and each.exception == "NotImplementedError" for each in self.raises)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassFacts:
    """What a class says.

    Attributes:
        name: Its name.
        qualname: Its qualified name.
        module: The dotted name of its module, or None.
        owner: What it stands in directly, or None.
        class_kind: What sort of class it is.
        bases: As written, keywords such as ``metaclass=`` not included.
        keywords: Class keywords as written, ``total=False``.
        decorators: Outermost first.
        type_parameters: PEP 695 type parameters as written.
        attributes: Public and private, in order: fields, class variables, members, and what
            ``__init__`` (else any method) assigns to ``self``.
        parameters: What a caller gives to make one, in order: of ``__init__`` or ``__new__``
            where it is written, else of the fields of a dataclass, attrs, pydantic or
            NamedTuple class.
        raises: What leaves ``__init__`` or ``__new__`` (and ``__post_init__``).
        warns: What these warn of.
        methods: The names of its methods, in order, each once.
        is_abstract: Whether it has abstract methods or stands on ``ABC``.
        is_test: Whether it is a test case by its name or base.
    """

    name: str
    qualname: str
    module: str | None = None
    owner: Owner | None = None
    class_kind: ClassKind = "plain"
    bases: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    decorators: tuple[Decorator, ...] = ()
    type_parameters: tuple[str, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    raises: tuple[Raise, ...] = ()
    warns: tuple[Warn, ...] = ()
    methods: tuple[str, ...] = ()
    is_abstract: bool = False
    is_test: bool = False

    @property
    def may_inherit_parameters(self) -> bool:
        """Whether a base may say what a caller gives to make one, beside what is told here."""
        if not {"__init__", "__new__"}.isdisjoint(self.methods):
            return False
        bases = {base.split("[")[0].rpartition(".")[2] for base in self.bases}
        return not bases <= {"object", "ABC", "Generic", "Protocol", "NamedTuple", "BaseModel"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleFacts:
    """What a module says.

    Attributes:
        name: Its last name, ``scan`` of ``docstring_lsp.source.scan``; None where not known.
        qualname: The same for every module.
        module: Its dotted name, or None.
        is_package: Whether it is an ``__init__``.
        is_test: Whether it is a test module by its name.
        is_script: Whether it runs something under ``if __name__ == "__main__"``.
        exports: ``__all__`` as far as it is literal.
        classes: Names of the classes at its top, in order.
        functions: Names of the functions at its top, in order.
        constants: Assignments to upper-case names and annotated names at its top.
        imports: Dotted names it imports, in order, each once.
    """

    name: str | None = None
    qualname: str = "<module>"
    module: str | None = None
    is_package: bool = False
    is_test: bool = False
    is_script: bool = False
    exports: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    constants: tuple[Attribute, ...] = ()
    imports: tuple[str, ...] = ()


Facts = FunctionFacts | ClassFacts | ModuleFacts


def to_json(facts: Facts) -> dict[str, Any]:
    """Return the facts as JSON values, ``kind`` first, empty ones left out."""
    kind = {FunctionFacts: "function", ClassFacts: "class", ModuleFacts: "module"}[type(facts)]
    return {"kind": kind, **_plain(facts)}


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = ((f.name, getattr(value, f.name), f.default) for f in dataclasses.fields(value))
        return {name: _plain(v) for name, v, default in fields if v != default}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
