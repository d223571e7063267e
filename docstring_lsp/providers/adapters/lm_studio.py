"""LM Studio on this machine: it loads models, and tells which are loaded and how large."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar

from docstring_lsp.errors import ContentError, PermanentError
from docstring_lsp.providers.base import Availability, Capabilities, Model
from docstring_lsp.providers.chat_format import ChatProvider
from docstring_lsp.providers.connection import Access
from docstring_lsp.providers.foreign import at, count, items, text
from docstring_lsp.providers.ladder import Rung


class LMStudioProvider(ChatProvider):
    """Asks the model that is loaded in LM Studio."""

    name: ClassVar[str] = "lm-studio"
    capabilities: ClassVar[Capabilities] = Capabilities(
        max_tokens=4_096, json="schema", streaming=True, images=None, as_of="2026-11-21"
    )
    access: ClassVar[Access] = Access(
        base_url="http://127.0.0.1:1234/v1",
        key_variables=("LM_API_TOKEN",),
        url_variables=("LM_STUDIO_BASE_URL",),
        key_required=False,
        port=1234,
    )
    # It answers 400 to JSON of any form.
    rungs: ClassVar[tuple[Rung, ...]] = ("schema", "prompt")

    async def available(self) -> Availability:
        """Return whether it runs and has a model loaded, where none is named."""
        found = await super().available()
        if not found or self._configured:
            return found
        if any(model.loaded for model in await self.models()):
            return found
        return Availability(
            available=False, reason=f"{self.name}: no model is loaded; load one or name one"
        )

    async def models(self) -> tuple[Model, ...]:
        """Return its models that write, the loaded ones first, with their context."""
        base = self._completions().removesuffix("/v1")
        for path, read in (("/api/v1/models", _newer), ("/api/v0/models", _older)):
            try:
                found = read(await self._got(path, base=base))
            except (PermanentError, ContentError):
                continue
            return tuple(sorted(found, key=lambda model: not model.loaded))
        listed = items(await self._got("/models"), "data")
        return tuple(Model(name=text(model, "id")) for model in listed if text(model, "id"))

    async def _chosen(self) -> str:
        """Return the first model that is loaded."""
        models = await self.models()
        loaded = [model for model in models if model.loaded] or models[:1]
        if not loaded:
            raise PermanentError("no model is loaded; load one or name one", provider=self.name)
        return loaded[0].name


def _newer(data: Any) -> list[Model]:
    return [
        Model(
            name=text(model, "key"),
            context=_loaded_context(model) or count(model, "max_context_length") or None,
            loaded=bool(at(model, "loaded_instances")),
            capabilities=_seeing(at(model, "capabilities", "vision")),
        )
        for model in items(data, "models")
        if text(model, "key") and text(model, "type") != "embedding"
    ]


def _seeing(told: object) -> Capabilities | None:
    """Return what a model can do, where it is told whether it sees."""
    return replace(LMStudioProvider.capabilities, images=told) if isinstance(told, bool) else None


def _loaded_context(model: Mapping[str, Any]) -> int:
    return count(model, "loaded_instances", 0, "config", "context_length")


def _older(data: Any) -> list[Model]:
    return [
        Model(
            name=text(model, "id"),
            context=count(model, "loaded_context_length")
            or count(model, "max_context_length")
            or None,
            loaded=text(model, "state") == "loaded",
            capabilities=_seeing(text(model, "type") == "vlm"),
        )
        for model in items(data, "data")
        if text(model, "id") and text(model, "type") != "embeddings"
    ]


PROVIDER = LMStudioProvider
