"""OpenAI by Chat Completions, the older of its two ways, for models and gateways that keep it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from docstring_lsp.providers.base import Model
from docstring_lsp.providers.chat_format import ChatProvider
from docstring_lsp.providers.exchange import Asked
from docstring_lsp.providers.foreign import items, text
from docstring_lsp.providers.openai_batch import OpenAIBatches


class OpenAIChatProvider(ChatProvider, OpenAIBatches):
    """Asks OpenAI's models by Chat Completions."""

    name: ClassVar[str] = "openai-chat"
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
