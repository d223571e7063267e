"""The vendors, each with the server that speaks as it does, and how one is asked in a test."""

from __future__ import annotations

import dataclasses
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from pydantic import SecretStr

from docstring_lsp.providers.adapters.anthropic import AnthropicProvider
from docstring_lsp.providers.adapters.compatible import CompatibleProvider
from docstring_lsp.providers.adapters.gemini import GeminiProvider
from docstring_lsp.providers.adapters.lm_studio import LMStudioProvider
from docstring_lsp.providers.adapters.ollama import OllamaProvider
from docstring_lsp.providers.adapters.openai import OpenAIProvider
from docstring_lsp.providers.adapters.openai_chat import OpenAIChatProvider
from docstring_lsp.providers.base import Prompt, Reply, Request
from docstring_lsp.providers.connection import Connection
from docstring_lsp.providers.http import Http, Timeouts
from docstring_lsp.providers.ladder import LADDER
from tests.servers.anthropic import AnthropicServer
from tests.servers.chat import ChatServer
from tests.servers.core import Speaks
from tests.servers.gemini import GeminiServer
from tests.servers.lm_studio import LMStudioServer
from tests.servers.ollama import OllamaServer
from tests.servers.openai import ResponsesServer

KEY = "sk-test-4hG7kQ2mZx9wLpT5"
SCHEMA = {
    "type": "object",
    "properties": {"summary": {"type": "string"}},
    "required": ["summary"],
    "additionalProperties": False,
}
PROMPT = Prompt(
    system="You describe Python code.",
    user=("A glossary that stays.", "def add(a, b): return a + b"),
    schema=SCHEMA,
    max_tokens=256,
    temperature=0.2,
)


@dataclasses.dataclass(frozen=True)
class Vendor:
    """A provider and the protocol of its server."""

    name: str
    provider: type[Any]
    protocol: Speaks
    path: str = ""


VENDORS = {
    vendor.name: vendor
    for vendor in (
        Vendor(
            "openai-chat",
            OpenAIChatProvider,
            ChatServer(key=KEY, limit="max_completion_tokens"),
            "/v1",
        ),
        Vendor("compatible", CompatibleProvider, ChatServer(key=KEY), "/v1"),
        Vendor("anthropic", AnthropicProvider, AnthropicServer(key=KEY)),
        Vendor("openai", OpenAIProvider, ResponsesServer(key=KEY), "/v1"),
        Vendor("gemini", GeminiProvider, GeminiServer(key=KEY)),
        Vendor("lm-studio", LMStudioProvider, LMStudioServer(key=KEY), "/v1"),
        Vendor("ollama", OllamaProvider, OllamaServer(key=KEY)),
    )
}


@asynccontextmanager
async def provider_at(
    vendor: Vendor,
    url: str,
    *,
    timeouts: Timeouts | None = None,
    largest: int = 1024 * 1024,
    key: str | None = KEY,
    model: str = "tiny",
    offline: bool = False,
) -> AsyncIterator[Any]:
    """A provider that reaches the server at an address, and remembers nothing of another."""
    LADDER.forget()
    async with Http(timeouts=timeouts, largest=largest, offline=offline) as http:
        yield vendor.provider(
            Connection(
                http=http,
                base_url=url + vendor.path,
                model=model,
                key=SecretStr(key) if key else None,
            )
        )


async def asked(provider: Any, request: Request, way: str) -> Reply:
    """The reply, asked for at once or as a stream."""
    if way == "generate":
        return await provider.generate(request)
    text, reply = "", None
    async for delta in provider.stream(request):
        text += delta.text
        reply = delta.reply or reply
    assert reply is not None
    assert text in ("", reply.text)
    return reply
