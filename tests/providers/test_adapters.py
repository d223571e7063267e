"""What each provider sends and understands, against a server that speaks as its vendor's does."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest

from docstring_lsp.engine.connect import provider as named
from docstring_lsp.engine.connect import providers
from docstring_lsp.errors import ContentError, PermanentError
from docstring_lsp.providers.base import Capabilities, Model, Request, Usage
from docstring_lsp.providers.connection import Connection
from docstring_lsp.providers.http import Http
from tests.providers.asking import KEY, PROMPT, SCHEMA, VENDORS, Vendor, asked, provider_at
from tests.servers.core import Say, serving

pytestmark = pytest.mark.asyncio

REQUEST = Request(prompt=PROMPT)
FREE = Request(prompt=dataclasses.replace(PROMPT, schema=None))
WAYS = pytest.mark.parametrize("way", ["generate", "stream"])
EVERY = pytest.mark.parametrize("vendor", VENDORS.values(), ids=VENDORS)


def of(name: str, **changes: Any) -> Vendor:
    """A vendor whose server is another than usual."""
    vendor = VENDORS[name]
    return dataclasses.replace(vendor, protocol=dataclasses.replace(vendor.protocol, **changes))  # type: ignore[type-var]


async def test_every_provider_with_a_server_is_asked_here() -> None:
    assert {name for name in providers() if name not in ("static", "mock")} == set(VENDORS)


@EVERY
@WAYS
async def test_a_reply_is_understood(vendor: Vendor, way: str) -> None:
    async with serving(vendor.protocol) as server, provider_at(vendor, server.url) as provider:
        reply = await asked(provider, REQUEST, way)
    assert reply.provider == vendor.name
    assert reply.model == "tiny"
    assert reply.data == {"summary": "Return the sum."}
    assert json.loads(reply.text) == reply.data
    assert reply.stop == "end"
    known = Usage(input=120, output=30, cached=100, thinking=7)
    local = Usage(input=120, output=30)
    assert reply.usage == (local if vendor.name == "ollama" else known)


@EVERY
@WAYS
async def test_thoughts_are_no_part_of_the_answer(vendor: Vendor, way: str) -> None:
    say = Say("The answer.", thought="Let me think.")
    async with serving(vendor.protocol, say) as server, provider_at(vendor, server.url) as provider:
        reply = await asked(provider, FREE, way)
    assert (reply.text, reply.data) == ("The answer.", None)


@EVERY
@WAYS
async def test_tokens_that_are_not_told_are_estimated(vendor: Vendor, way: str) -> None:
    say = Say(usage=None)
    async with serving(vendor.protocol, say) as server, provider_at(vendor, server.url) as provider:
        usage = (await asked(provider, REQUEST, way)).usage
    if vendor.name != "ollama" or usage.estimated:
        assert usage.input > 10
        assert usage.estimated


@EVERY
async def test_the_prompt_goes_out_whole_and_in_order(vendor: Vendor) -> None:
    async with serving(vendor.protocol) as server, provider_at(vendor, server.url) as provider:
        await provider.generate(REQUEST)
    sent = json.dumps(server.asked[0].body)
    places = [sent.index(json.dumps(text)[1:-1]) for text in (PROMPT.system, *PROMPT.user)]
    if vendor.name != "openai":  # whose instructions stand wherever they stand
        assert places[-2:] == sorted(places[-2:])
    assert json.dumps(SCHEMA) in sent
    assert KEY not in sent


@EVERY
async def test_the_key_goes_in_its_header_alone(vendor: Vendor) -> None:
    async with serving(vendor.protocol) as server, provider_at(vendor, server.url) as provider:
        await provider.generate(REQUEST)
        await provider.models()
    for seen in server.seen:
        with_key = [name for name, value in seen.headers.items() if KEY in value]
        assert with_key == [vendor.protocol.key_header]
        assert KEY not in seen.path + seen.query


LADDERS: dict[str, tuple[Vendor, int]] = {
    "openai-chat without schemas": (of("openai-chat", formats=("json_object",)), 2),
    "compatible with the flat form": (of("compatible", formats=("flat",)), 2),
    "compatible with JSON of any form": (of("compatible", formats=("json_object",)), 3),
    "compatible with nothing": (of("compatible", formats=()), 4),
    "anthropic without schemas": (of("anthropic", schemas=False), 2),
    "openai without schemas": (of("openai", formats=("json_object",)), 2),
    "openai with nothing": (of("openai", formats=()), 3),
    "gemini without schemas": (of("gemini", schemas=False), 2),
    "lm-studio with nothing": (of("lm-studio", formats=()), 2),
}


@pytest.mark.parametrize("case", LADDERS)
@WAYS
async def test_a_format_that_is_refused_is_asked_for_another_way(case: str, way: str) -> None:
    vendor, requests = LADDERS[case]
    async with serving(vendor.protocol) as server, provider_at(vendor, server.url) as provider:
        assert (await asked(provider, REQUEST, way)).data == {"summary": "Return the sum."}
        assert len(server.asked) == requests
        assert (await asked(provider, REQUEST, way)).data == {"summary": "Return the sum."}
        assert len(server.asked) == requests + 1, "what was found out is remembered"


BLIND = dataclasses.replace(VENDORS["lm-studio"].provider.capabilities, images=False)
MODELS: dict[str, tuple[Vendor, tuple[Model, ...]]] = {
    "openai-chat": (VENDORS["openai-chat"], (Model(name="tiny"),)),
    "openai": (VENDORS["openai"], (Model(name="tiny"),)),
    "compatible": (VENDORS["compatible"], (Model(name="tiny"),)),
    "gemini": (VENDORS["gemini"], (Model(name="tiny", context=8_000, max_output=900),)),
    "ollama": (
        of("ollama", remote=("cloud",)),
        (
            Model(name="tiny", context=4096, loaded=True),
            Model(name="large", loaded=False),
            Model(name="cloud", loaded=False, remote=True),
        ),
    ),
    "lm-studio": (
        VENDORS["lm-studio"],
        (
            Model(name="tiny", context=4_321, loaded=True),
            Model(name="large", context=8_000, loaded=False),
        ),
    ),
    "lm-studio, older": (
        of("lm-studio", version=0),
        (
            Model(name="tiny", context=8_000, loaded=True, capabilities=BLIND),
            Model(name="large", context=8_000, loaded=False, capabilities=BLIND),
        ),
    ),
    "lm-studio, oldest": (of("lm-studio", version=-1), (Model(name="tiny"),)),
}


@pytest.mark.parametrize("case", MODELS)
async def test_the_models_are_told(case: str) -> None:
    vendor, expected = MODELS[case]
    async with serving(vendor.protocol) as server, provider_at(vendor, server.url) as provider:
        assert await provider.models() == expected
        assert server.asked == [], "no token is spent"


async def test_what_anthropics_models_can_do_is_told() -> None:
    vendor = VENDORS["anthropic"]
    async with serving(vendor.protocol) as server, provider_at(vendor, server.url) as provider:
        able = await provider.capable()
    assert able == dataclasses.replace(
        vendor.provider.capabilities, max_tokens=123_000, max_output=4_000, images=False,
        as_of="server",
    )  # fmt: skip


@EVERY
async def test_availability_costs_no_tokens(vendor: Vendor) -> None:
    async with serving(vendor.protocol) as server:
        url = server.url
        async with provider_at(vendor, server.url) as provider:
            assert (await provider.available()).reason == ""
        if vendor.name != "lm-studio" and hasattr(vendor.protocol, "key"):
            async with provider_at(vendor, server.url, key="wrong-key-0123456789") as provider:
                answer = await provider.available()
                assert not answer
                assert "the key is not accepted" in answer.reason
                assert "wrong-key" not in answer.reason
        assert server.asked == []
    async with provider_at(vendor, url) as provider:
        answer = await provider.available()
    assert not answer
    assert "is it running?" in answer.reason


async def test_lm_studio_without_a_model_says_so() -> None:
    vendor = of("lm-studio", loaded="")
    async with (
        serving(vendor.protocol) as server,
        provider_at(vendor, server.url, model="") as provider,
    ):
        assert "no model is loaded" in (await provider.available()).reason


@pytest.mark.parametrize(
    ("name", "chosen"), [("lm-studio", "tiny"), ("ollama", "tiny"), ("compatible", "tiny")]
)
async def test_a_local_server_says_which_model_it_has(name: str, chosen: str) -> None:
    vendor = VENDORS[name]
    async with (
        serving(vendor.protocol) as server,
        provider_at(vendor, server.url, model="") as provider,
    ):
        assert (await provider.generate(REQUEST)).model == chosen


async def test_ollama_asks_for_a_context_that_holds_the_prompt() -> None:
    vendor = VENDORS["ollama"]
    long = dataclasses.replace(PROMPT, user=("x " * 9_000,))
    async with serving(vendor.protocol) as server, provider_at(vendor, server.url) as provider:
        await provider.generate(REQUEST)
        await provider.generate(Request(prompt=long))
    small, large = (seen.body["options"]["num_ctx"] for seen in server.asked)
    assert small == 2_048
    assert large >= 18_000 // 4 + PROMPT.max_tokens


@pytest.mark.parametrize("model", ["cloud", "cloud:latest"])
@WAYS
async def test_offline_refuses_a_cloud_model_behind_localhost(model: str, way: str) -> None:
    vendor = of("ollama", remote=("cloud", "cloud:latest"))
    async with (
        serving(vendor.protocol) as server,
        provider_at(vendor, server.url, model=model, offline=True) as provider,
    ):
        with pytest.raises(PermanentError, match=r"`offline` is set and .* runs elsewhere"):
            await asked(provider, REQUEST, way)
        assert server.asked == []
        local = dataclasses.replace(REQUEST, model="tiny")
        assert (await asked(provider, local, way)).model == "tiny"


@pytest.mark.parametrize("name", ["anthropic", "openai", "openai-chat", "gemini"])
async def test_a_missing_key_names_the_variable(name: str) -> None:
    cls = named(name)
    assert cls.access is not None
    async with Http() as http:
        provider = cls(Connection(http=http, base_url=cls.access.base_url))
        with pytest.raises(PermanentError, match=f"no key; set {cls.access.key_variables[0]}"):
            await provider.generate(REQUEST)


@EVERY
@WAYS
async def test_a_request_without_a_prompt_is_refused(vendor: Vendor, way: str) -> None:
    async with serving(vendor.protocol) as server, provider_at(vendor, server.url) as provider:
        with pytest.raises(PermanentError, match="there is no prompt"):
            await asked(provider, Request(), way)
        assert server.seen == []


@pytest.mark.parametrize(
    ("status", "code", "reason"),
    [
        (429, "enforced_spend_limit_reached", "spending limit"),
        (429, "contract_spend_limit_reached", "spending limit"),
    ],
)
async def test_a_spent_limit_is_not_asked_again(status: int, code: str, reason: str) -> None:
    from tests.servers import faults

    vendor = VENDORS["anthropic"]
    step = faults.status(status, code, retry_after="1")
    async with serving(vendor.protocol, step) as server, provider_at(vendor, server.url) as asks:
        with pytest.raises(PermanentError, match=reason):
            await asks.generate(REQUEST)


@EVERY
async def test_capabilities_have_a_date(vendor: Vendor) -> None:
    able: Capabilities = vendor.provider.capabilities
    assert able.as_of
    assert able.max_tokens > 0
    assert able.streaming


async def test_anthropic_marks_what_its_cache_may_hold() -> None:
    vendor = VENDORS["anthropic"]
    async with serving(vendor.protocol) as server, provider_at(vendor, server.url) as provider:
        await provider.generate(REQUEST)
    body = server.asked[0].body
    assert "cache_control" in body["system"][0]
    assert ["cache_control" in each for each in body["messages"][0]["content"]] == [True, False]
    assert "temperature" not in body


async def test_a_refusal_without_words_is_one() -> None:
    vendor = VENDORS["gemini"]
    step = Say("", stop="refusal")
    async with serving(vendor.protocol, step) as server, provider_at(vendor, server.url) as asks:
        with pytest.raises(ContentError, match="the model declined"):
            await asks.generate(REQUEST)
