"""Anthropic by its Messages API."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar

from docstring_lsp.providers.anthropic_batch import AnthropicBatches
from docstring_lsp.providers.base import (
    Attachment,
    Capabilities,
    Model,
    Source,
    Stop,
    Usage,
)
from docstring_lsp.providers.call import Call, Event
from docstring_lsp.providers.connection import Access
from docstring_lsp.providers.exchange import Asked, Spoken
from docstring_lsp.providers.foreign import at, count, items, mapping, text
from docstring_lsp.providers.ladder import Rung
from docstring_lsp.providers.problem import Kind, Problem, by_status

VERSION = "2026-10-21"
"""The API's version; from this one on a temperature is refused, even the default one."""


class AnthropicProvider(AnthropicBatches):
    """Asks Anthropic's models."""

    name: ClassVar[str] = "anthropic"
    capabilities: ClassVar[Capabilities] = Capabilities(
        max_tokens=200_000,
        max_output=64_000,
        preferred_styles=("google", "numpy"),
        json="schema",
        streaming=True,
        images=True,
        documents=True,
        web=True,
        batch=True,
        as_of="2026-11-21",
    )
    access: ClassVar[Access] = Access(
        base_url="https://api.anthropic.com",
        model="claude-sonnet-5-5",
        key_variables=("ANTHROPIC_API_KEY",),
        url_variables=("ANTHROPIC_BASE_URL",),
    )
    rungs: ClassVar[tuple[Rung, ...]] = ("schema", "prompt")

    def _authorized(self, key: str) -> Mapping[str, str]:
        return {"x-api-key": key}

    def _constant(self) -> Mapping[str, str]:
        return {"anthropic-version": VERSION}

    def _call(self, asked: Asked) -> Call:
        prompt = asked.prompt
        user = [_block(each) for each in prompt.user]
        for block in user[:-1][-1:]:
            block["cache_control"] = _CACHED
        user = [_attached(each) for each in prompt.attachments] + user
        body: dict[str, Any] = {
            "model": asked.model,
            "max_tokens": prompt.max_tokens,
            "system": [_block(prompt.system) | {"cache_control": _CACHED}],
            "messages": [{"role": "user", "content": user}],
        }
        if asked.rung == "schema":
            form = {"type": "json_schema", "schema": prompt.schema}
            body["output_config"] = {"format": form}
        if prompt.web:
            body["tools"] = [_SEARCH]
        if asked.stream:
            body["stream"] = True
        return self._to("/v1/messages", body)

    def _whole(self, data: Any) -> Spoken:
        if text(data, "type") == "error" or at(data, "error"):
            raise self._failure(data)
        blocks = list(items(data, "content"))
        return Spoken(
            text="".join(text(each, "text") for each in blocks),
            thought="".join(text(each, "thinking") for each in blocks),
            model=text(data, "model") or None,
            usage=_usage(at(data, "usage"), None),
            stop=_STOPS.get(text(data, "stop_reason"), "end"),
            sources=[_source(cited) for each in blocks for cited in items(each, "citations")],
        )

    def _gather(self, event: Event, spoken: Spoken) -> str:
        data = self._read(event)
        kind = text(data, "type") or event.name
        if kind == "error":
            raise self._failure(data)
        if kind == "message_start":
            spoken.model = text(data, "message", "model") or None
            spoken.usage = _usage(at(data, "message", "usage"), None)
        elif kind == "message_delta":
            reason = text(data, "delta", "stop_reason")
            spoken.stop = _STOPS.get(reason, "end") if reason else spoken.stop
            spoken.usage = _usage(at(data, "usage"), spoken.usage)
        elif kind == "message_stop":
            spoken.ended = True
        elif kind == "content_block_delta":
            spoken.thought += text(data, "delta", "thinking")
            if text(data, "delta", "type") == "citations_delta":
                spoken.sources.append(_source(mapping(data, "delta", "citation")))
            piece = text(data, "delta", "text")
            spoken.text += piece
            return piece
        return ""

    def _explain(self, status: int | None, data: Any) -> Problem | None:
        kind, said = text(data, "error", "type"), text(data, "error", "message")
        if text(data, "error", "details", "error_code") in _SPENT:
            told = "the account's spending limit is reached"
            return Problem(kind="permanent", reason=told, said=said, certain=True)
        if status == 400 and _ABOUT_FORMAT.search(said):
            return Problem(kind="format", reason="the request is not accepted", said=said)
        if status == 400 and "prompt is too long" in said:
            told = "the prompt is too long for the model"
            return Problem(kind="permanent", reason=told, said=said)
        if status is None and kind in _TYPES:
            meaning, told = _TYPES[kind]
            return Problem(kind=meaning, reason=told, said=said)
        meant = by_status(status)
        return replace(meant, said=said)

    async def models(self) -> tuple[Model, ...]:
        """Return the models the key may use, with what the server tells of each."""
        listed = items(await self._got("/v1/models?limit=1000"), "data")
        return tuple(_model(each) for each in listed if text(each, "id"))


_CACHED = {"type": "ephemeral"}
_SEARCH = {"type": "web_search_20250305", "name": "web_search", "max_uses": 5}
_SPENT = frozenset({"enforced_spend_limit_reached", "contract_spend_limit_reached"})
_ABOUT_FORMAT = re.compile(
    r"output_config|output_format|json_schema|structured output", re.IGNORECASE
)
_STOPS: dict[str, Stop] = {
    "end_turn": "end",
    "stop_sequence": "end",
    "max_tokens": "length",
    # It has searched for so long that it asks to be asked to go on.
    "pause_turn": "length",
    "model_context_window_exceeded": "length",
    "refusal": "refusal",
}
_TYPES: dict[str, tuple[Kind, str]] = {
    "authentication_error": ("permanent", "the key is not accepted"),
    "billing_error": ("permanent", "the account has no credit left"),
    "permission_error": ("permanent", "the key does not allow this"),
    "not_found_error": ("permanent", "no such model or address"),
    "request_too_large": ("permanent", "the request is too large"),
    "invalid_request_error": ("permanent", "the request is not accepted"),
    "rate_limit_error": ("passing", "too many requests"),
    "timeout_error": ("passing", "the server waited too long"),
    "overloaded_error": ("passing", "the server is overloaded"),
    "api_error": ("passing", "the server failed"),
}
"""What the types mean that errors have in a stream, where there is no status."""


def _block(written: str) -> dict[str, Any]:
    return {"type": "text", "text": written}


def _attached(file: Attachment) -> dict[str, Any]:
    source = {"type": "base64", "media_type": file.kind, "data": file.base64}
    return {"type": "image" if file.is_image else "document", "source": source}


def _source(cited: Mapping[str, Any]) -> Source:
    return Source(url=text(cited, "url"), title=text(cited, "title"))


def _usage(data: Any, before: Usage | None) -> Usage | None:
    """Return the tokens so far; what a later event leaves out stays as it was."""
    if not mapping(data):
        return before
    before = before or Usage()
    cached = count(data, "cache_read_input_tokens")
    asked = count(data, "input_tokens") + count(data, "cache_creation_input_tokens") + cached
    return Usage(
        input=asked or before.input,
        output=count(data, "output_tokens") or before.output,
        cached=cached or before.cached,
        thinking=count(data, "output_tokens_details", "thinking_tokens") or before.thinking,
        searches=count(data, "server_tool_use", "web_search_requests") or before.searches,
    )


def _model(data: Mapping[str, Any]) -> Model:
    able = mapping(data, "capabilities")
    told = None
    if able:
        told = replace(
            AnthropicProvider.capabilities,
            json="schema" if at(able, "structured_outputs", "supported") is True else "none",
            images=at(able, "image_input", "supported") is True,
            batch=at(able, "batch", "supported") is True,
            as_of="server",
        )
    return Model(
        name=text(data, "id"),
        context=count(data, "max_input_tokens") or None,
        max_output=count(data, "max_tokens") or None,
        capabilities=told,
    )


PROVIDER = AnthropicProvider
