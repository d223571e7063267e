"""What programs are promised: a docstring by the best provider, and answers of several models."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest

from docstring_lsp import (
    DocstringStyle,
    GenerationConfig,
    GenerationResult,
    TemplateOrchestrator,
)
from docstring_lsp.docstring.recognition import style, styles
from docstring_lsp.errors import AttemptsFailedError, ContentError, UnknownNameError, UsageError
from docstring_lsp.providers.adapters.mock import MockProvider
from docstring_lsp.providers.base import Availability, Capabilities, Reply, Request, Usage
from tests.engine.definitions import FETCH, request
from tests.engine.test_generate import GOOD, UNTRUE

pytestmark = pytest.mark.asyncio(loop_scope="function")

FAST = GenerationConfig(timeout=5.0, max_retries=0)


class Model(MockProvider):
    """Answers what it was made to, after a while; counts."""

    def __init__(
        self,
        said: Any = "",
        *,
        after: float = 0.0,
        tokens: int = 100_000,
        prefers: tuple[str, ...] = (),
    ) -> None:
        super().__init__()
        self.said, self.after = said, after
        self.capabilities = Capabilities(  # type: ignore[misc]
            max_tokens=tokens, json="schema", preferred_styles=prefers
        )
        self.asked: list[Request] = []
        self.cancelled = 0

    async def generate(self, request: Request) -> Reply:
        self.asked.append(request)
        try:
            await asyncio.sleep(self.after)
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        if isinstance(self.said, Exception):
            raise self.said
        text = self.said if isinstance(self.said, str) else ""
        data = None if isinstance(self.said, str) else self.said
        usage = Usage(input=10, output=5)
        return Reply(provider="model", model="m", text=text, data=data, usage=usage)

    async def available(self) -> Availability:
        return Availability(available=not isinstance(self.said, Exception))


class Memory:
    """Keeps values as a program's storage might."""

    def __init__(self) -> None:
        self.values: dict[str, Mapping[str, Any]] = {}
        self.ttl = 0

    async def get(self, key: str) -> Mapping[str, Any] | None:
        return self.values.get(key)

    async def set(self, key: str, value: Mapping[str, Any], ttl: int) -> None:
        self.values[key], self.ttl = value, ttl


DOWN = ContentError("it declined", provider="model", reason="refused")


# The names.


async def test_there_is_a_style_for_each_that_there_is() -> None:
    assert {each.value for each in DocstringStyle} == set(styles())
    assert DocstringStyle.GOOGLE == "google"
    assert DocstringStyle("numpy").min_tokens == style("numpy").min_tokens
    assert DocstringStyle.SPHINX.requires_json is style("sphinx").requires_json


async def test_the_defaults_are_those_described() -> None:
    config = GenerationConfig()
    told = (config.max_retries, config.timeout, config.cache_ttl, config.parallel_attempts)
    assert told == (3, 30.0, 3600, 2)


# Who is asked.


async def test_capabilities_and_the_matrix_can_be_read() -> None:
    made = TemplateOrchestrator({"big": Model(), "tiny": Model(tokens=200)})
    assert made.provider_capabilities["big"].max_tokens == 100_000
    assert set(made.template_compatibility["big"]) == set(DocstringStyle)
    assert made.template_compatibility["tiny"] == [DocstringStyle.PEP257]


CHOICES: dict[str, tuple[dict[str, Model], str | None, str]] = {
    "the preferred one": ({"a": Model(GOOD), "b": Model(GOOD)}, "b", "b"),
    "who prefers the style": (
        {"a": Model(GOOD, tokens=200_000), "b": Model(GOOD, prefers=("google",))},
        None,
        "b",
    ),
    "who takes more": ({"a": Model(GOOD), "b": Model(GOOD, tokens=200_000)}, None, "b"),
    "not one that cannot": ({"a": Model(GOOD), "b": Model(GOOD, tokens=200)}, "b", "a"),
    "one that is not there": ({"a": Model(GOOD)}, "z", "a"),
}


@pytest.mark.parametrize("case", CHOICES)
async def test_who_is_asked(case: str) -> None:
    providers, preferred, chosen = CHOICES[case]
    made = TemplateOrchestrator(providers, config=FAST)
    result = await made.generate_docstring(FETCH, preferred_provider=preferred)
    assert isinstance(result, GenerationResult)
    assert result.provider == chosen


async def test_nobody_fits() -> None:
    made = TemplateOrchestrator({"tiny": Model(GOOD, tokens=50)})
    with pytest.raises(UsageError, match="tiny: google needs"):
        await made.generate_docstring(FETCH)


# What comes of it.


async def test_a_result_says_all_that_was_promised() -> None:
    made = TemplateOrchestrator({"a": Model(GOOD)}, config=FAST)
    result = await made.generate_docstring({"code": FETCH, "name": "fetch"}, DocstringStyle.NUMPY)
    assert result.content.summary == GOOD["summary"]
    assert (result.style, result.tokens_used, result.from_cache) == (
        DocstringStyle.NUMPY,
        15,
        False,
    )
    assert result.generation_time > 0


async def test_facts_and_requests_are_taken_too() -> None:
    made = TemplateOrchestrator({"a": Model(GOOD)}, config=FAST)
    facts = request().facts
    assert facts is not None
    for given in (facts, request(), FETCH, {"source": FETCH}):
        assert (await made.generate_docstring(given)).content.summary == GOOD["summary"]
    with pytest.raises(UnknownNameError, match="unknown definition 'nothing'"):
        await made.generate_docstring({"source": FETCH, "name": "nothing"})


async def test_the_first_that_succeeds_wins_not_the_first_that_is_done() -> None:
    slow, broken = Model(GOOD, after=0.05), Model(DOWN)
    config = GenerationConfig(timeout=5.0, max_retries=0, race_delay=0.0)
    made = TemplateOrchestrator({"broken": broken, "slow": slow}, config=config)
    result = await made.generate_docstring(FETCH, preferred_provider="broken")
    assert result.provider == "slow"
    assert [(a.provider, a.outcome) for a in result.attempts] == [
        ("broken", "failed"),
        ("slow", "won"),
    ]


async def test_the_loser_is_cancelled_and_gone() -> None:
    slow, fast = Model(GOOD, after=30), Model(GOOD)
    config = GenerationConfig(timeout=60.0, race_delay=0.01)
    made = TemplateOrchestrator({"slow": slow, "fast": fast}, config=config)
    result = await made.generate_docstring(FETCH, preferred_provider="slow")
    assert (result.provider, slow.cancelled) == ("fast", 1)
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_one_attempt_means_one() -> None:
    config = GenerationConfig(parallel_attempts=1)
    other = Model(GOOD)
    made = TemplateOrchestrator({"a": Model(DOWN), "b": other}, config=config)
    with pytest.raises(AttemptsFailedError, match="it declined"):
        await made.generate_docstring(FETCH, preferred_provider="a")
    assert other.asked == []


async def test_all_fail_and_every_cause_is_kept() -> None:
    made = TemplateOrchestrator(
        {"a": Model(DOWN), "b": Model(UNTRUE | {"summary": 1})}, config=FAST
    )
    with pytest.raises(AttemptsFailedError) as caught:
        await made.generate_docstring(FETCH)
    causes = caught.value.__cause__.exceptions  # type: ignore[union-attr]
    assert [type(cause) for cause in causes] == [ContentError, ContentError]
    assert "\n" not in str(caught.value)


async def test_parameters_reach_the_model() -> None:
    model = Model(GOOD)
    made = TemplateOrchestrator({"a": model}, config=FAST)
    await made.generate_docstring(FETCH, model="large", temperature=0.3, max_tokens=99)
    (asked,) = model.asked
    assert asked.prompt is not None
    assert (asked.model, asked.prompt.temperature, asked.prompt.max_tokens) == ("large", 0.3, 99)
    with pytest.raises(UnknownNameError, match="unknown parameter 'temprature'"):
        await made.generate_docstring(FETCH, temprature=1)


async def test_a_template_is_what_the_model_is_told_of_its_style() -> None:
    model = Model(GOOD)
    templates = {DocstringStyle.GOOGLE: "- Write as a {{ kind }}'s poet would."}
    made = TemplateOrchestrator({"a": model}, templates, config=FAST)
    await made.generate_docstring(FETCH)
    (asked,) = model.asked
    assert asked.prompt is not None
    assert "Write as a function's poet would." in asked.prompt.system
    with pytest.raises(UnknownNameError, match="unknown template 'numpy'"):
        await made.generate_docstring(FETCH, "numpy")


# The storage.


async def test_what_was_had_before_is_not_asked_again() -> None:
    model, memory = Model(GOOD), Memory()
    made = TemplateOrchestrator({"a": model}, storage=memory, config=FAST)
    first = await made.generate_docstring(FETCH)
    second = await made.generate_docstring(FETCH)
    assert (len(model.asked), memory.ttl) == (1, 3600)
    assert (second.from_cache, second.generation_time) == (True, 0)
    assert second.content == first.content
    assert (second.provider, second.tokens_used) == ("a", first.tokens_used)
    await made.generate_docstring(FETCH, "numpy")
    assert len(model.asked) == 2


BROKEN = (
    {},
    {"content": None},
    {"content": {"summary": 1}},
    {"content": {"summary": "x", "y": ""}},
)


@pytest.mark.parametrize("value", BROKEN)
async def test_a_kept_value_of_another_form_is_as_good_as_none(value: Any) -> None:
    model, memory = Model(GOOD), Memory()
    made = TemplateOrchestrator({"a": model}, storage=memory, config=FAST)
    await made.generate_docstring(FETCH)
    memory.values = dict.fromkeys(memory.values, value)
    result = await made.generate_docstring(FETCH)
    assert (result.from_cache, len(model.asked)) == (False, 2)


# Several models.


async def test_availability_is_told_of_each() -> None:
    made = TemplateOrchestrator({"up": Model(), "down": Model(DOWN)})
    assert await made.check_models_availability() == {"up": True, "down": False}


async def test_every_answer_and_every_error_is_kept_and_one_is_made_of_all() -> None:
    ultra = Model("Both say so.")
    made = TemplateOrchestrator(
        {"a": Model("One thing."), "b": Model("Another."), "c": Model(DOWN), "ultra": ultra},
        config=FAST,
    )
    told = await made.process("What is it?", ["a", "b", "c", "d"], "ultra")
    assert (told["status"], told["ultra_model"]) == ("success", "ultra")
    assert {n: r["response"] for n, r in told["responses"].items()} == {
        "a": "One thing.",
        "b": "Another.",
    }
    assert set(told["errors"]) == {"c", "d"}
    assert told["synthesis"] == {
        "summary": "Both say so.",
        "source_model": "ultra",
        "is_synthesized": True,
        "models_used": ["a", "b"],
    }
    (asked,) = ultra.asked
    assert asked.prompt is not None
    said = "\n".join(asked.prompt.user)
    assert said.startswith("What is it?")
    assert "One thing." in said
    assert "Another." in said


async def test_one_answer_is_taken_as_it_is() -> None:
    made = TemplateOrchestrator({"a": Model("Only this."), "c": Model(DOWN)}, config=FAST)
    told = await made.process("?")
    assert told["synthesis"] == {
        "summary": "Only this.",
        "source_model": "a",
        "is_synthesized": False,
    }


async def test_where_merging_fails_the_fullest_answer_stands() -> None:
    models = {"a": Model("Short."), "b": Model("Rather longer."), "ultra": Model(DOWN)}
    told = await TemplateOrchestrator(models, config=FAST).process("?", ["a", "b"], "ultra")
    assert told["synthesis"]["summary"] == "Rather longer."
    assert told["synthesis"]["source_model"] == "b"
    assert not told["synthesis"]["is_synthesized"]
    assert "it declined" in told["synthesis"]["synthesis_error"]


FAILURES: dict[str, tuple[list[str], set[str]]] = {
    "none is there": (["x"], {"x"}),
    "none answers": (["c"], {"c"}),
}


@pytest.mark.parametrize("case", FAILURES)
async def test_a_failure_is_told_as_one(case: str) -> None:
    names, failed = FAILURES[case]
    told = await TemplateOrchestrator({"c": Model(DOWN)}, config=FAST).process("?", names)
    assert told["status"] == "failed"
    assert set(told["model_errors"]) == failed
    assert told["error"]
    assert told["elapsed_time"] >= 0


# From a table.


TABLE = {
    "one": {"provider": "mock", "parameters": {"temperature": 0.5}},
    "two": {"provider": "openai-chat", "api_key": ""},
    "three": {"provider": "nobody"},
}


async def test_a_table_gives_providers_and_leaves_out_what_cannot_be_asked(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    async with TemplateOrchestrator.from_config(TABLE) as made:
        assert list(made.providers) == ["one"]
    assert "two is left out: no key; set OPENAI_API_KEY" in caplog.text
    assert "three is left out: unknown provider 'nobody'" in caplog.text


async def test_in_mock_mode_all_of_it_can_be_tried() -> None:
    async with TemplateOrchestrator.from_config(TABLE, mock_mode=True) as made:
        assert await made.check_models_availability() == dict.fromkeys(TABLE, True)
        told = await made.process("?", ultra_model="two")
        assert (told["status"], set(told["responses"])) == ("success", set(TABLE))
        assert (await made.generate_docstring(FETCH)).content.summary
