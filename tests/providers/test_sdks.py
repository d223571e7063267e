"""The vendors' own programs talk to our servers: so these speak as the vendors do."""

from __future__ import annotations

import asyncio
import gc
import importlib
from collections.abc import Callable
from typing import Any

import pytest

from tests.servers.anthropic import AnthropicServer
from tests.servers.chat import ChatServer
from tests.servers.core import Say, serving
from tests.servers.gemini import GeminiServer
from tests.servers.ollama import OllamaServer
from tests.servers.openai import ResponsesServer

pytestmark = pytest.mark.asyncio(loop_scope="function")

KEY = "sk-test-4hG7kQ2mZx9wLpT5"
SAID = "Return the sum."
FORM = {
    "type": "object",
    "properties": {"summary": {"type": "string"}},
    "required": ["summary"],
    "additionalProperties": False,
}

Heard = tuple[str, int, int]
"""What was said, the tokens of the prompt and those of the answer."""


def anthropic(url: str, stream: bool) -> Heard:
    sdk = pytest.importorskip("anthropic")
    client = sdk.Anthropic(api_key=KEY, base_url=url)
    asked: dict[str, Any] = {
        "model": "tiny",
        "max_tokens": 100,
        "messages": [{"role": "user", "content": "Add."}],
    }
    if stream:
        with client.messages.stream(**asked) as events:
            message = events.get_final_message()
    else:
        message = client.messages.create(**asked)
    used = message.usage
    cached = (used.cache_read_input_tokens or 0) + (used.cache_creation_input_tokens or 0)
    said = "".join(block.text for block in message.content if block.type == "text")
    return said, used.input_tokens + cached, used.output_tokens


def openai(url: str, stream: bool) -> Heard:
    sdk = pytest.importorskip("openai")
    client = sdk.OpenAI(api_key=KEY, base_url=f"{url}/v1")
    asked: dict[str, Any] = {
        "model": "tiny",
        "input": "Add.",
        "max_output_tokens": 100,
        "store": False,
        "text": {"format": {"type": "json_schema", "name": "d", "strict": True, "schema": FORM}},
    }
    response = client.responses.create(**asked, stream=stream)
    if stream:
        text = ""
        for event in response:
            if event.type == "response.output_text.delta":
                text += event.delta
            if event.type == "response.completed":
                used = event.response.usage
        return text, used.input_tokens, used.output_tokens
    return response.output_text, response.usage.input_tokens, response.usage.output_tokens


def openai_chat(url: str, stream: bool) -> Heard:
    sdk = pytest.importorskip("openai")
    client = sdk.OpenAI(api_key=KEY, base_url=f"{url}/v1")
    asked: dict[str, Any] = {
        "model": "tiny",
        "messages": [{"role": "user", "content": "Add."}],
        "max_completion_tokens": 100,
    }
    if stream:
        chunks = client.chat.completions.create(
            **asked, stream=True, stream_options={"include_usage": True}
        )
        text = ""
        for chunk in chunks:
            text += "".join(choice.delta.content or "" for choice in chunk.choices)
            used = chunk.usage or None
        return text, used.prompt_tokens, used.completion_tokens
    completion = client.chat.completions.create(**asked)
    used = completion.usage
    return completion.choices[0].message.content, used.prompt_tokens, used.completion_tokens


def gemini(url: str, stream: bool) -> Heard:
    sdk = pytest.importorskip("google.genai")
    client = sdk.Client(api_key=KEY, http_options={"base_url": url})
    asked = {"model": "tiny", "contents": "Add."}
    if stream:
        pieces = list(client.models.generate_content_stream(**asked))
        text, last = "".join(piece.text or "" for piece in pieces), pieces[-1]
    else:
        last = client.models.generate_content(**asked)
        text = last.text
    used = last.usage_metadata
    answered = used.candidates_token_count + (used.thoughts_token_count or 0)
    return text, used.prompt_token_count, answered


def ollama(url: str, stream: bool) -> Heard:
    sdk = pytest.importorskip("ollama")
    client = sdk.Client(host=url)
    options = {"num_ctx": 2048, "num_predict": 100}
    asked = {"model": "tiny", "messages": [{"role": "user", "content": "Add."}]}
    if stream:
        lines = list(client.chat(**asked, options=options, stream=True))
        text, last = "".join(line.message.content or "" for line in lines), lines[-1]
    else:
        last = client.chat(**asked, options=options)
        text = last.message.content
    return text, last.prompt_eval_count, last.eval_count


class Lenient(OllamaServer):
    """Asks for no ``truncate``, which the vendor's own program does not send."""

    def _refused(self, body: Any) -> None:
        return None


SDKS: dict[str, tuple[str, Any, Callable[[str, bool], Heard]]] = {
    "anthropic": ("anthropic", AnthropicServer(key=KEY), anthropic),
    "openai": ("openai", ResponsesServer(key=KEY), openai),
    "openai-chat": ("openai", ChatServer(key=KEY, limit="max_completion_tokens"), openai_chat),
    "gemini": ("google.genai", GeminiServer(key=KEY), gemini),
    "ollama": ("ollama", Lenient(), ollama),
}


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("stream", [False, True], ids=["at once", "in pieces"])
@pytest.mark.parametrize("vendor", SDKS)
async def test_the_vendors_own_program_understands_our_server(vendor: str, stream: bool) -> None:
    module, protocol, ask = SDKS[vendor]
    try:
        importlib.import_module(module)
    except ImportError:
        pytest.skip(f"{module} is not installed; the extra `vendors` has it")
    async with serving(protocol, Say(SAID)) as server:
        heard = await asyncio.to_thread(ask, server.url, stream)
        gc.collect()  # these programs leave their sockets to it
    assert heard == (SAID, 120, 30)
