"""Batches as the vendors take them: handed in, looked at, read, cancelled, removed."""

from __future__ import annotations

import asyncio
import gc
import importlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any

import pytest

from docstring_lsp.engine.connect import EMBEDDED, provider, providers
from docstring_lsp.errors import PassingError, PermanentError, ProviderError
from docstring_lsp.providers.base import Reply, Request
from docstring_lsp.providers.batch import Answered, Job, UnsettledError
from tests.providers.asking import KEY, PROMPT, VENDORS, provider_at
from tests.servers.batches import (
    AnthropicBatches,
    ChatBatches,
    GeminiBatches,
    ResponsesBatches,
    Shelf,
)
from tests.servers.core import serving

asyncio_test = pytest.mark.asyncio(loop_scope="function")


def chat(key: str, shelf: Shelf) -> ChatBatches:
    return ChatBatches(key=key, limit="max_completion_tokens", shelf=shelf)


def gemini(key: str, shelf: Shelf) -> GeminiBatches:
    return GeminiBatches(key=key, shelf=shelf)


def anthropic(key: str, shelf: Shelf) -> AnthropicBatches:
    return AnthropicBatches(key=key, shelf=shelf)


def openai(key: str, shelf: Shelf) -> ResponsesBatches:
    return ResponsesBatches(key=key, shelf=shelf)


SERVERS: dict[str, Callable[[str, Shelf], Any]] = {
    "anthropic": anthropic,
    "openai": openai,
    "openai-chat": chat,
    "gemini": gemini,
}


def request(word: str) -> Request:
    return Request(prompt=replace(PROMPT, user=("A glossary.", f"def {word}(): pass")))


MARK = "0a1b2c"
LONG_AGO = "2026-01-01T00:00:00+00:00"
ASKED = {word: request(word) for word in ("first", "second", "broken", "late")}


async def answered(provider: Any, name: str) -> dict[str, Answered]:
    return {key: each async for key, each in provider.answers(name)}


@asynccontextmanager
async def batching(vendor: str, shelf: Shelf, key: str = KEY) -> AsyncIterator[Any]:
    """A provider that reaches a server of its vendor's."""
    async with (
        serving(SERVERS[vendor](key, shelf)) as server,
        provider_at(VENDORS[vendor], server.url) as asked,
    ):
        yield asked


@asyncio_test
@pytest.mark.parametrize("vendor", SERVERS)
async def test_every_request_comes_back_by_its_name(vendor: str) -> None:
    shelf = Shelf(looks=1, fails="broken", forgets="late")
    async with batching(vendor, shelf) as asked:
        name = await asked.submit(ASKED, MARK)
        assert await asked.job(name) == Job(state="waiting")
        assert (await asked.job(name)).state == "ended"
        found = await answered(asked, name)
        assert set(found) == set(ASKED)
        for word in ("first", "second"):
            reply = found[word]
            assert isinstance(reply, Reply)
            assert reply.data == {"summary": "Do what the name says."}
            assert (reply.model, reply.usage.input, reply.usage.output) == ("tiny", 120, 30)
        assert isinstance(found["broken"], PermanentError)
        assert "It cannot be read" in str(found["broken"])
        assert isinstance(found["late"], PassingError)
        await asked.discard(name)
    assert not shelf.files
    assert vendor.startswith("openai") or not shelf.batches


@asyncio_test
@pytest.mark.parametrize("vendor", SERVERS)
async def test_a_batch_is_found_by_its_mark(vendor: str) -> None:
    async with batching(vendor, Shelf(looks=-1, page=2)) as asked:
        name = await asked.submit(ASKED, MARK)
        for other in ("f1", "f2", "f3"):
            await asked.submit(ASKED, other)
        assert await asked.find(MARK, len(ASKED), LONG_AGO) == name
        assert await asked.find("f9", len(ASKED), LONG_AGO) == ""


@asyncio_test
async def test_one_whose_mark_is_told_at_its_end_is_not_taken_for_missing() -> None:
    async with batching("anthropic", Shelf(looks=9)) as asked:
        await asked.submit(ASKED, MARK)
        with pytest.raises(UnsettledError, match="is known when they have ended"):
            await asked.find(MARK, len(ASKED), LONG_AGO)
        assert await asked.find(MARK, 99, LONG_AGO) == ""
        assert await asked.find(MARK, len(ASKED), "2999-01-01T00:00:00+00:00") == ""


@asyncio_test
@pytest.mark.parametrize("vendor", SERVERS)
async def test_a_cancelled_batch_is_told_as_such(vendor: str) -> None:
    async with batching(vendor, Shelf(looks=9)) as asked:
        name = await asked.submit({"first": request("first")}, MARK)
        await asked.cancel(name)
        assert (await asked.job(name)).state == "cancelled"
        found = await answered(asked, name)
        assert all(isinstance(each, ProviderError) for each in found.values())


@asyncio_test
@pytest.mark.parametrize("vendor", SERVERS)
async def test_a_key_that_is_not_accepted_is_said_before_anything_is_kept(vendor: str) -> None:
    shelf = Shelf()
    async with batching(vendor, shelf, "another") as asked:
        with pytest.raises(PermanentError, match="the key is not accepted"):
            await asked.submit(ASKED, MARK)
    assert not shelf.batches
    assert not shelf.files


def test_who_says_that_it_takes_batches_does() -> None:
    told = {n for n in providers() if n != EMBEDDED and provider(n).capabilities.batch}
    able = {n for n in providers() if hasattr(provider(n), "submit")}
    assert told == able == set(SERVERS)


@dataclass(frozen=True)
class Told:
    """What a vendor's own program makes of a batch."""

    state: str
    answers: int
    listed: str = MARK


def anthropic_program(url: str) -> Told:
    client = importlib.import_module("anthropic").Anthropic(api_key=KEY, base_url=url)
    with client:
        return anthropic_told(client)


def anthropic_told(client: Any) -> Told:
    message = {"role": "user", "content": "Add."}
    params = {"model": "tiny", "max_tokens": 9, "messages": [message]}
    made = client.messages.batches.create(
        requests=[{"custom_id": name, "params": params} for name in ("a", "b")]
    )
    found = [each.result.message for each in client.messages.batches.results(made.id)]
    state = client.messages.batches.retrieve(made.id).processing_status
    (listed,) = client.messages.batches.list()
    assert listed.id == made.id
    client.messages.batches.cancel(made.id)
    return Told(state, len(found))


def openai_program(url: str) -> Told:
    client = importlib.import_module("openai").OpenAI(api_key=KEY, base_url=f"{url}/v1")
    with client:
        return openai_told(client)


def openai_told(client: Any) -> Told:
    body = '{"model": "tiny", "input": "Add.", "max_output_tokens": 9, "store": false}'
    lines = [
        f'{{"custom_id": "{name}", "method": "POST", "url": "/v1/responses", "body": {body}}}'
        for name in ("a", "b")
    ]
    file = client.files.create(file=("b.jsonl", "\n".join(lines).encode()), purpose="batch")
    made = client.batches.create(
        input_file_id=file.id,
        endpoint="/v1/responses",
        completion_window="24h",
        metadata={"docstring-lsp": MARK},
    )
    (listed,) = client.batches.list()
    told = client.batches.retrieve(made.id)
    found = client.files.content(told.output_file_id).text.splitlines()
    client.batches.cancel(made.id)
    client.files.delete(file.id)
    return Told(told.status, len(found), listed.metadata["docstring-lsp"])


def gemini_program(url: str) -> Told:
    sdk = importlib.import_module("google.genai")
    client = sdk.Client(api_key=KEY, http_options={"base_url": url})
    contents = [{"role": "user", "parts": [{"text": "Add."}]}]
    made = client.batches.create(
        model="tiny",
        src=[{"contents": contents, "metadata": {"key": name}} for name in ("a", "b")],
        config={"display_name": MARK},
    )
    (listed,) = client.batches.list()
    told = client.batches.get(name=made.name)
    client.batches.cancel(name=made.name)
    return Told(told.state.name, len(told.dest.inlined_responses), listed.display_name)


PROGRAMS: dict[str, tuple[str, Callable[[str], Told], Told]] = {
    "anthropic": ("anthropic", anthropic_program, Told("ended", 2)),
    "openai": ("openai", openai_program, Told("completed", 2)),
    "gemini": ("google.genai", gemini_program, Told("JOB_STATE_SUCCEEDED", 2)),
}


@asyncio_test
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("vendor", PROGRAMS)
async def test_the_vendors_own_program_understands_our_batches(vendor: str) -> None:
    module, program, told = PROGRAMS[vendor]
    try:
        importlib.import_module(module)
    except ImportError:
        pytest.skip(f"{module} is not installed; the extra `vendors` has it")
    async with serving(SERVERS[vendor](KEY, Shelf())) as server:
        assert await asyncio.to_thread(program, server.url) == told
        gc.collect()  # these programs leave their sockets to it
