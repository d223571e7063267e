"""Whatever the facts are, the draft is whole: finished sentences for each thing, and no more."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docstring_lsp.docstring.draft import Draft
from docstring_lsp.engine.connect import provider
from docstring_lsp.providers.adapters.static import dunders, verbs
from docstring_lsp.providers.adapters.static.author import write
from docstring_lsp.providers.base import Request
from docstring_lsp.source.facts import (
    Attribute,
    ClassFacts,
    Facts,
    FunctionFacts,
    Guard,
    ModuleFacts,
    Owner,
    Parameter,
    ParameterKind,
    Raise,
    Receives,
    Returns,
    Use,
    Warn,
    Yields,
)

_WORDS = [
    "is",
    "has",
    "get",
    "set",
    "to",
    "from",
    "of",
    "a",
    "the",
    "by",
    "in",
    "on",
    "not",
    "url",
    "id",
    "http",
    "x",
    "n",
    "value",
    "values",
    "name",
    "names",
    "open",
    "file",
    "read",
    "test",
    "visit",
    "all",
    "with",
    "None",
    "True",
    "class",
    "config",
    "user",
    "users",
    "self",
    "error",
    "count",
    "async",
    "max",
    "2",
    "é",
]
_NAMES = st.one_of(
    st.lists(st.sampled_from(_WORDS), min_size=1, max_size=5).map("_".join),
    st.lists(st.sampled_from(_WORDS), min_size=1, max_size=4).map(
        lambda words: "".join(word.capitalize() for word in words)
    ),
    st.from_regex(r"_{0,2}[a-zA-Z][a-zA-Z0-9_]{0,30}", fullmatch=True),
    st.sampled_from(["__init__", "__eq__", "__exit__", "__radd__", "__", "_", "main"]),
)
_CODE = st.one_of(
    _NAMES,
    st.sampled_from(
        [
            "x <= 0",
            "not (a and b or c)",
            "isinstance(x, (str, bytes))",
            "len(x) == 0",
            "lambda: (yield)",
            "dict[str, list[int]] | None",
            "Literal['a', \"b\"]",
            "'''a\\n'''",
            "f(",
            "`",
            "…",
            "",
            "(" * 50 + ")" * 50,
            "self.closed",
            "*args",
            "super().__init__(x)",
            "open(mode=)",
        ]
    ),
    st.text(max_size=40),
)
_MAYBE = st.none() | _CODE
_USES = st.builds(
    Use,
    st.sampled_from(
        [
            "stored",
            "passed",
            "iterated",
            "unpacked",
            "called",
            "entered",
            "awaited",
            "indexed",
            "read",
            "compared",
            "tested",
            "checked",
            "returned",
            "raised",
        ]
    ),
    _CODE,
)
_PARAMETERS = st.lists(
    st.builds(
        Parameter,
        name=_NAMES,
        kind=st.sampled_from(ParameterKind),
        annotation=_MAYBE,
        default=_MAYBE,
        implied=st.none() | st.sampled_from(["int", "bool", "str", "None"]),
        comment=_MAYBE,
        uses=st.lists(_USES, max_size=3).map(tuple),
    ),
    max_size=3,
).map(tuple)
_GUARDS = st.lists(
    st.builds(
        Guard,
        st.sampled_from(["if", "else", "while", "except", "case", "for", "assert", "after"]),
        _CODE,
    ),
    max_size=3,
).map(tuple)
_RAISES = st.lists(
    st.builds(Raise, exception=_NAMES, message=_MAYBE, guards=_GUARDS, always=st.booleans()),
    max_size=3,
).map(tuple)
_WARNS = st.lists(st.builds(Warn, category=_NAMES, message=_MAYBE, guards=_GUARDS), max_size=2).map(
    tuple
)
_ATTRIBUTES = st.lists(
    st.builds(
        Attribute,
        name=_NAMES,
        annotation=_MAYBE,
        default=_MAYBE,
        implied=st.none() | st.sampled_from(["int", "bool"]),
        kind=st.sampled_from(["field", "class", "instance", "member", "constant"]),
        comment=_MAYBE,
        value=_MAYBE,
    ),
    max_size=3,
).map(tuple)
_TEXTS = st.lists(_CODE, max_size=3).map(tuple)
_FUNCTIONS = st.builds(
    FunctionFacts,
    name=_NAMES,
    qualname=_NAMES,
    owner=st.none() | st.builds(Owner, st.sampled_from(["class", "function"]), _NAMES),
    binding=st.sampled_from(["function", "instance", "class", "static"]),
    accessor=st.sampled_from([None, None, None, "getter", "setter", "deleter"]),
    parameters=_PARAMETERS,
    returns=st.none() | st.builds(Returns, _MAYBE, _TEXTS, _MAYBE, st.booleans()),
    yields=st.none() | st.builds(Yields, _MAYBE, _TEXTS),
    receives=st.none() | st.builds(Receives, _MAYBE, st.none() | _NAMES),
    raises=_RAISES,
    warns=_WARNS,
    calls=_TEXTS,
    attributes=_ATTRIBUTES,
    is_context_manager=st.booleans(),
    is_fixture=st.booleans(),
    is_abstract=st.booleans(),
    is_stub=st.booleans(),
    is_test=st.booleans(),
    returns_self=st.booleans(),
)
_CLASSES = st.builds(
    ClassFacts,
    name=_NAMES,
    qualname=_NAMES,
    module=st.none() | _NAMES,
    class_kind=st.sampled_from(
        [
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
    ),
    bases=_TEXTS,
    attributes=_ATTRIBUTES,
    parameters=_PARAMETERS,
    raises=_RAISES,
    warns=_WARNS,
    methods=st.lists(_NAMES, max_size=4).map(tuple),
    is_test=st.booleans(),
)
_MODULES = st.builds(
    ModuleFacts,
    name=st.none() | _NAMES,
    is_package=st.booleans(),
    is_test=st.booleans(),
    is_script=st.booleans(),
    exports=_TEXTS,
    classes=st.lists(_NAMES, max_size=5).map(tuple),
    functions=st.lists(_NAMES, max_size=5).map(tuple),
    constants=_ATTRIBUTES,
)

_QUOTED = re.compile(r'`[^`]*`|"[^"]*"')
_PLACEHOLDER = re.compile(r"_summary_|_description_|\bTODO\b|\bDescription\b")
_DOUBLED = re.compile(r"\b(the the|a a|an an|a an|an a|the a|the an|of of|to to|is is)\b")


def _sentences(draft: Draft) -> list[str]:
    groups = (draft.parameters, draft.attributes, draft.raises, draft.warns)
    entries = [text for group in groups for text in group.values()]
    single = [text for text in (draft.returns, draft.yields, draft.receives) if text]
    return [draft.summary, *single, *entries]


def _assert_is_prose(text: str) -> None:
    bare = _QUOTED.sub("`x`", text)
    assert text, "nothing is said"
    assert text == text.strip()
    assert text.isprintable()
    assert text[-1] in ".!?", text
    assert text[0] in '`"' or not text[0].islower(), text
    assert "  " not in bare, text
    assert text.count("`") % 2 == 0, text
    assert '"""' not in text
    assert "'''" not in text
    assert not _PLACEHOLDER.search(bare), text


@settings(deadline=None, derandomize=True, max_examples=80)
@given(st.one_of(_FUNCTIONS, _CLASSES, _MODULES))
def test_any_facts_become_whole_sentences(facts: Facts) -> None:
    draft = write(facts)
    for text in _sentences(draft):
        _assert_is_prose(text)
    assert len(draft.summary) <= 79
    assert draft == write(facts)


@settings(deadline=None, derandomize=True, max_examples=50)
@given(_FUNCTIONS)
def test_everything_that_is_there_is_described_and_nothing_else(facts: FunctionFacts) -> None:
    draft = write(facts)
    assert set(draft.parameters) == {p.name for p in facts.parameters}
    assert set(draft.raises) == {r.exception for r in facts.raises}
    assert set(draft.warns) == {w.category for w in facts.warns}
    assert bool(draft.yields) == (facts.yields is not None)
    assert bool(draft.receives) == (facts.receives is not None)
    if facts.returns is None:
        assert draft.returns == ""


_RUFF = (sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "-q")


def _all_verbs() -> list[str]:
    openings = {*verbs.VERBS, *verbs.VERB_ABBREVIATIONS.values(), *verbs.PHRASAL}
    return sorted({opening.split()[0] for opening in openings})


def test_every_opening_is_imperative_to_ruff() -> None:
    pytest.importorskip("ruff")
    summaries = [f"{opening.capitalize()} the thing." for opening in _all_verbs()]
    summaries += dunders.SUMMARIES.values()
    source = "".join(
        f'def f{at}():\n    """{summary}"""\n\n\n' for at, summary in enumerate(summaries)
    )
    found = subprocess.run(
        [*_RUFF, "--select", "D400,D401,D402,D403,D404,D415", "-"],
        input=source,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.stdout == ""
    assert found.returncode == 0


@pytest.mark.parametrize("name", ["_", "__", "____", "é", "_1", "x"])
@pytest.mark.parametrize("binding", ["function", "instance"])
@pytest.mark.parametrize("returns", [None, Returns("bool"), Returns("int"), Returns("Foo")])
def test_names_without_words_are_no_hurdle(name: str, binding: str, returns: Returns) -> None:
    owner = Owner("class", name) if binding == "instance" else None
    given = (Parameter(name=name),)
    yields = Yields("Foo", (name,))
    for accessor in (None, "getter", "setter", "deleter"):
        for parameters in ((), given):
            for handed in (None, yields):
                facts = FunctionFacts(
                    name=name,
                    qualname=name,
                    owner=owner,
                    binding=binding,
                    accessor=accessor,
                    parameters=parameters,
                    returns=returns,
                    yields=handed,
                )
                for text in _sentences(write(facts)):
                    _assert_is_prose(text)


def test_the_provider_answers_offline_and_alike() -> None:
    static = provider("static")()
    request = Request(facts=FunctionFacts(name="send", qualname="send"), style="google")
    reply = asyncio.run(static.generate(request))
    assert (reply.provider, reply.model) == ("static", None)
    assert reply.draft == write(request.facts)
    assert asyncio.run(static.available())
    assert static.capabilities.offline
    assert static.capabilities.deterministic
