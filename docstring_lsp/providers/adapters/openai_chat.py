"""OpenAI by Chat Completions, the older of its two ways, for models and gateways that keep it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from docstring_lsp.providers.base import Capabilities, Model
from docstring_lsp.providers.chat_format import ChatProvider
from docstring_lsp.providers.connection import Access
from docstring_lsp.providers.foreign import items, text
from docstring_lsp.providers.openai_batch import OpenAIBatches
from docstring_lsp.providers.wire import Asked


class OpenAIChatProvider(ChatProvider, OpenAIBatches):
    """Asks OpenAI's models by Chat Completions."""

    name: ClassVar[str] = "openai-chat"
    capabilities: ClassVar[Capabilities] = Capabilities(
        max_tokens=1_050_000,
        max_output=128_000,
        preferred_styles=("google", "numpy", "sphinx"),
        json="schema",
        streaming=True,
        images=True,
        documents=True,
        batch=True,
        as_of="2026-11-21",
    )
    access: ClassVar[Access] = Access(
        base_url="https://api.openai.com/v1",
        model="gpt-6-sol",
        key_variables=("OPENAI_API_KEY",),
        url_variables=("OPENAI_BASE_URL",),
        header_variables=(
            ("OPENAI_ORG_ID", "openai-organization"),
            ("OPENAI_PROJECT_ID", "openai-project"),
        ),
    )
    endpoint: ClassVar[str] = "/v1/chat/completions"
    limit: ClassVar[str] = "max_completion_tokens"
    # Models that think refuse any but their own.
    takes_temperature: ClassVar[bool] = False

    def _further(self, asked: Asked) -> Mapping[str, Any]:
        del asked
        return {"store": False}

    async def models(self) -> tuple[Model, ...]:
        """Return the models the key may use; their limits are not told."""
        listed = items(await self._got("/models"), "data")
        return tuple(Model(name=text(model, "id")) for model in listed if text(model, "id"))


PROVIDER = OpenAIChatProvider
