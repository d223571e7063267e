"""Any server that speaks Chat Completions: llama.cpp, vLLM, OpenRouter, a company's gateway."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar, Literal

from docstring_lsp.errors import ContentError, PermanentError
from docstring_lsp.providers.base import Capabilities, Model
from docstring_lsp.providers.chat_format import ChatProvider
from docstring_lsp.providers.connection import Access
from docstring_lsp.providers.foreign import at, count, items, mapping, text
from docstring_lsp.providers.ladder import Rung


class CompatibleProvider(ChatProvider):
    """Asks the server at an address of the user's choice."""

    name: ClassVar[str] = "compatible"
    # What holds for the least of them; a server that tells more is believed.
    capabilities: ClassVar[Capabilities] = Capabilities(
        max_tokens=8_192, json="object", streaming=True, images=None, as_of="2026-11-21"
    )
    access: ClassVar[Access] = Access(
        base_url="http://127.0.0.1:8080/v1",
        key_variables=("OPENAI_COMPATIBLE_API_KEY",),
        url_variables=("OPENAI_COMPATIBLE_BASE_URL",),
        key_required=False,
    )
    # llama.cpp has taken the schema in both places, depending on its age.
    rungs: ClassVar[tuple[Rung, ...]] = ("schema", "flat", "object", "prompt")

    async def models(self) -> tuple[Model, ...]:
        """Return the models it lists, with their context where any of the servers tells it."""
        data = await self._got("/models")
        listed = [model for model in items(data, "data") if text(model, "id")]
        props = await self._props() if len(listed) == 1 and not _context(listed[0]) else {}
        context = count(props, "default_generation_settings", "n_ctx") or None
        return tuple(
            Model(
                name=text(model, "id"),
                context=_context(model) or context,
                max_output=count(model, "top_provider", "max_completion_tokens") or None,
                capabilities=_told(model) or _seeing(props),
            )
            for model in listed
        )

    async def _chosen(self) -> str:
        """Return the only model of a server that has one."""
        models = await self.models()
        if len(models) != 1:
            raise PermanentError(
                f"{len(models)} models are offered; name one with --model", provider=self.name
            )
        return models[0].name

    async def _props(self) -> Mapping[str, Any]:
        """Return how llama.cpp was started, which it tells beside the API."""
        base = self._completions().removesuffix("/v1")
        try:
            return mapping(await self._got("/props", base=base))
        except (PermanentError, ContentError):
            return {}


def _seeing(props: Mapping[str, Any]) -> Capabilities | None:
    """Return what llama.cpp's model can do, where it is told whether it sees."""
    told = at(props, "modalities", "vision")
    return replace(CompatibleProvider.capabilities, images=told) if isinstance(told, bool) else None


def _context(model: Mapping[str, Any]) -> int | None:
    """Return a model's context as vLLM or OpenRouter tells it."""
    return count(model, "max_model_len") or count(model, "context_length") or None


def _told(model: Mapping[str, Any]) -> Capabilities | None:
    """Return what OpenRouter tells of a model."""
    offered = at(model, "supported_parameters")
    if not isinstance(offered, list):
        return None
    held = next((how for name, how in _HELD if name in offered), _HELD[-1][1])
    kinds = at(model, "architecture", "input_modalities")
    return Capabilities(
        max_tokens=_context(model) or 0,
        json=held,
        streaming=True,
        images=isinstance(kinds, list) and "image" in kinds,
        as_of="server",
    )


_HELD: tuple[tuple[str, Literal["schema", "object", "none"]], ...] = (
    ("structured_outputs", "schema"),
    ("response_format", "object"),
    ("", "none"),
)

PROVIDER = CompatibleProvider
