"""A real model server: llama.cpp's, with whatever model it has loaded.

``$LLAMA_SERVER_URL`` names one that runs, such as ``http://127.0.0.1:8080/v1``. A model of random
weights does: the server holds it to the schema, and what it says is of no matter here.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from docstring_lsp.engine.schema import draft, schema
from docstring_lsp.errors import ContentError
from docstring_lsp.providers.adapters.compatible import CompatibleProvider
from docstring_lsp.providers.base import Prompt, Request
from docstring_lsp.providers.connection import Connection
from docstring_lsp.providers.http import Http
from docstring_lsp.source.cursor import at
from docstring_lsp.source.extract import extract
from docstring_lsp.source.facts import FunctionFacts

URL = os.environ.get("LLAMA_SERVER_URL", "")

pytestmark = [
    pytest.mark.asyncio(loop_scope="function"),
    pytest.mark.skipif(not URL, reason="no model server: $LLAMA_SERVER_URL names one that runs"),
]

CODE = "def add(a, b=1):\n    if a < 0:\n        raise ValueError('negative')\n    return a + b\n"
FACTS = extract(CODE, at(CODE, 5))
TEXT = Request(prompt=Prompt(system="Say something.", user=("Anything.",), max_tokens=40))
FORM = {
    "type": "object",
    "properties": {"kind": {"type": "string", "enum": ["good", "bad"]}},
    "required": ["kind"],
    "additionalProperties": False,
}
HELD = Request(prompt=Prompt(system="Judge.", user=("It is good.",), schema=FORM, max_tokens=64))


@pytest_asyncio.fixture(loop_scope="function")
async def server() -> AsyncIterator[CompatibleProvider]:
    async with Http() as http:
        yield CompatibleProvider(Connection(http=http, base_url=URL))


async def test_it_says_what_it_has(server: CompatibleProvider) -> None:
    assert (await server.available()).reason == ""
    (model,) = await server.models()
    assert model.context is not None
    assert model.context >= 1024
    assert (await server.capable()).max_tokens == model.context


async def test_it_answers_with_what_it_took(server: CompatibleProvider) -> None:
    reply = await server.generate(TEXT)
    assert reply.text
    assert 0 < reply.usage.output <= 40
    assert reply.usage.input > 0
    assert not reply.usage.estimated


async def test_it_answers_in_pieces(server: CompatibleProvider) -> None:
    pieces: list[str] = []
    reply = None
    async for delta in server.stream(TEXT):
        pieces.append(delta.text)
        reply = delta.reply or reply
    assert reply is not None
    assert reply.text == "".join(pieces)
    assert len(pieces) > 5
    assert not reply.usage.estimated


async def test_it_is_held_to_a_schema(server: CompatibleProvider) -> None:
    replies = await asyncio.gather(*(server.generate(HELD) for _ in range(8)))
    assert {str(dict(reply.data or {})) for reply in replies} <= {
        "{'kind': 'good'}",
        "{'kind': 'bad'}",
    }


async def test_it_is_held_to_a_definitions_own_names(server: CompatibleProvider) -> None:
    assert isinstance(FACTS, FunctionFacts)
    prompt = Prompt(
        system="Describe.", user=(CODE,), schema=schema(FACTS), max_tokens=6_000, temperature=0.1
    )
    try:
        reply = await server.generate(Request(prompt=prompt))
    except ContentError as error:
        if error.reason != "truncated":  # a model of random weights may never come to an end
            raise
        return
    told = draft(FACTS, reply.data, "compatible")
    assert set(told.parameters) == {"a", "b"}
    assert set(told.raises) == {"ValueError"}


async def test_who_cancels_frees_the_server(server: CompatibleProvider) -> None:
    endless = Request(prompt=Prompt(system="Go on.", user=("On.",), max_tokens=7_000))
    asking = asyncio.ensure_future(server.generate(endless))
    await asyncio.sleep(0.3)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    start = time.perf_counter()
    await server.generate(TEXT)
    assert time.perf_counter() - start < 10


async def test_many_requests_at_once_are_all_answered(server: CompatibleProvider) -> None:
    room = asyncio.Semaphore(8)

    async def one() -> int:
        async with room:
            return (await server.generate(HELD)).usage.output

    took = await asyncio.gather(*(one() for _ in range(200)))
    assert len(took) == 200
    assert all(took)
