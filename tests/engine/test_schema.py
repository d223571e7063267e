"""The form of an answer: what is asked, what strict providers take, how wrong forms are told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from docstring_lsp.docstring.draft import Draft
from docstring_lsp.engine.schema import draft, schema
from docstring_lsp.errors import ContentError
from docstring_lsp.source.facts import ModuleFacts
from tests.engine.answers import places
from tests.engine.requests import request

FUNCTION = '''\
def load(path, *parts, encoding="utf-8", **options):
    """Load."""
    if not path:
        raise ValueError("no path")
    if parts:
        raise ValueError("parts")
    warnings.warn("old", DeprecationWarning)
    return open(path).read()
'''


def keys(form: Mapping[str, Any]) -> dict[str, list[str]]:
    properties = form["properties"]
    return {name: list(inner.get("properties", [])) for name, inner in properties.items()}


ASKED = {
    FUNCTION: {
        "summary": [],
        "description": [],
        "parameters": ["path", "parts", "encoding", "options"],
        "returns": [],
        "raises": ["ValueError"],
        "warns": ["DeprecationWarning"],
        "examples": [],
    },
    "def f(): pass": {"summary": [], "description": [], "examples": []},
    "def f(self, a, /, *, b): yield b": {
        "summary": [],
        "description": [],
        "parameters": ["self", "a", "b"],
        "yields": [],
        "examples": [],
    },
    "class A:\n    x: int = 1\n    def __init__(self, y): self.z = y": {
        "summary": [],
        "description": [],
        "parameters": ["y"],
        "attributes": ["x"],
        "examples": [],
    },
    "@dataclass\nclass A:\n    x: int": {
        "summary": [],
        "description": [],
        "attributes": ["x"],
        "examples": [],
    },
    "def f():\n    raise socket.timeout('x')": {
        "summary": [],
        "description": [],
        "raises": ["socket.timeout"],
        "examples": [],
    },
    "def f(größe, x): raise type(größe)('x')": {
        "summary": [],
        "description": [],
        "parameters": ["parameter_1", "x"],
        "examples": [],
    },
}


@pytest.mark.parametrize("code", ASKED)
def test_the_keys_are_the_definitions_own_names(code: str) -> None:
    facts = request(code).facts
    assert facts is not None
    assert keys(schema(facts)) == ASKED[code]


def test_a_module_is_asked_for_its_constants() -> None:
    facts = request("LIMIT = 3\n_OWN = 4\n", "<module>").facts
    assert isinstance(facts, ModuleFacts)
    assert keys(schema(facts))["attributes"] == ["LIMIT"]


def objects(form: Any) -> Iterator[Mapping[str, Any]]:
    if form["type"] == "object":
        yield form
        for inner in form["properties"].values():
            yield from objects(inner)


def test_every_schema_is_what_the_strictest_providers_take() -> None:
    for place in places():
        form = schema(place.facts)
        for each in objects(form):
            assert each["additionalProperties"] is False
            assert each["required"] == list(each["properties"])  # no optional property at all
            assert each["properties"]
            assert all(
                inner["type"] in ("string", "object") for inner in each["properties"].values()
            )
            assert all(name.isascii() and len(name) <= 64 for name in each["properties"])
        assert not any("anyOf" in str(each) or "$ref" in str(each) for each in objects(form))


def test_200_parameters_are_asked_for_in_few_words() -> None:
    code = f"def f({', '.join(f'parameter_number_{i}' for i in range(200))}): pass"
    facts = request(code).facts
    assert facts is not None
    form = schema(facts)
    assert len(form["properties"]["parameters"]["properties"]) == 200
    assert len(str(form)) < 200 * 80


def test_what_is_asked_under_another_key_comes_back_under_its_own() -> None:
    code = "def f(größe, parameter_1, *, été=1): pass"
    facts = request(code).facts
    assert facts is not None
    form = schema(facts)["properties"]["parameters"]["properties"]
    assert form == {
        "parameter_1_": {"type": "string", "description": "größe"},
        "parameter_1": {"type": "string"},
        "parameter_3": {"type": "string", "description": "été"},
    }
    told = {"parameter_1_": "A.", "parameter_1": "B.", "été": "C."}
    assert draft(facts, {"summary": "F.", "parameters": told}, "p").parameters == {
        "größe": "A.",
        "parameter_1": "B.",
        "été": "C.",
    }


def test_an_answer_becomes_a_draft() -> None:
    facts = request(FUNCTION).facts
    assert facts is not None
    data = {
        "summary": "Load a file.",
        "description": None,
        "parameters": {"path": "Where.", "*parts": "More.", "**options": "Ways."},
        "returns": "The text.",
        "yields": "",
        "raises": {"ValueError": "If it is empty."},
    }
    assert draft(facts, data, "p") == Draft(
        summary="Load a file.",
        parameters={"path": "Where.", "parts": "More.", "encoding": "", "options": "Ways."},
        returns="The text.",
        raises={"ValueError": "If it is empty."},
        warns={"DeprecationWarning": ""},
    )


MALFORMED = [
    (None, "the answer must be one JSON object, not null"),
    ([], "the answer must be one JSON object, not a list"),
    ("x", "the answer must be one JSON object, not a text"),
    ({}, "summary is missing"),
    ({"summary": None}, "summary is missing"),
    ({"summary": 3}, "summary must be a text, not a number"),
    ({"summary": "F.", "extra": 1}, "'extra' was not asked for; leave it out"),
    ({"summary": "F.", "returns": ["x"]}, "returns must be a text, not a list"),
    (
        {"summary": "F.", "parameters": "x"},
        "parameters must be an object with a text for each name, not a text",
    ),
    (
        {"summary": "F.", "parameters": {"path": {}}},
        "parameters.path must be a text, not an object",
    ),
    (
        {"summary": "F.", "parameters": {"timeout": "x"}},
        "parameters has no 'timeout'; its keys are path, parts, encoding, options",
    ),
    (
        {"summary": "F.", "raises": {"KeyError": "x"}},
        "raises has no 'KeyError'; its keys are ValueError",
    ),
    (
        {"summary": "F.", "returns": "x" * 9_000},
        "returns has 9000 characters; say it in a few sentences",
    ),
]


@pytest.mark.parametrize(("data", "told"), MALFORMED)
def test_what_is_wrong_with_the_form_is_told_in_words(data: Any, told: str) -> None:
    facts = request(FUNCTION).facts
    assert facts is not None
    with pytest.raises(ContentError) as caught:
        draft(facts, data, "somebody")
    assert caught.value.reason == "malformed"
    assert caught.value.provider == "somebody"
    assert caught.value.violations == (told,)


def test_a_key_is_shown_without_what_is_hidden_in_it_and_not_at_any_length() -> None:
    facts = request(FUNCTION).facts
    assert facts is not None
    with pytest.raises(ContentError) as caught:
        draft(facts, {"summary": "F.", "\u202e\ud800" + "x" * 500: 1}, "p")
    (told,) = caught.value.violations
    assert told.replace("…", "").isascii()
    assert len(told) < 120
