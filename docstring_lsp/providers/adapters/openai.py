"""OpenAI by its Responses API."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar

from docstring_lsp.providers.base import Attachment, Capabilities, Model, Source, Stop, Usage
from docstring_lsp.providers.call import Call, Event
from docstring_lsp.providers.chat_format import explained
from docstring_lsp.providers.exchange import Asked, Spoken
from docstring_lsp.providers.foreign import at, count, items, mapping, text
from docstring_lsp.providers.openai_batch import OpenAIBatches
from docstring_lsp.providers.problem import Problem


class OpenAIProvider(OpenAIBatches):
    """Asks OpenAI's models."""

    name: ClassVar[str] = "openai"
    capabilities: ClassVar[Capabilities] = replace(OpenAIBatches.capabilities, web=True)
    endpoint: ClassVar[str] = "/v1/responses"

    def _call(self, asked: Asked) -> Call:
        prompt = asked.prompt
        content = [_attached(each) for each in prompt.attachments]
        content += [{"type": "input_text", "text": each} for each in prompt.user]
        body: dict[str, Any] = {
            "model": asked.model,
            "instructions": prompt.system,
            "input": [{"role": "user", "content": content}],
            "max_output_tokens": prompt.max_tokens,
            # Stored unless it is said not to be.
            "store": False,
        }
        if asked.rung in ("schema", "object"):
            body["text"] = {"format": _format(asked)}
        if prompt.web:
            body["tools"] = [{"type": "web_search"}]
        if asked.stream:
            body["stream"] = True
        return self._to("/responses", body)

    def _whole(self, data: Any) -> Spoken:
        if at(data, "error"):
            raise self._failure({"error": at(data, "error")})
        if text(data, "status") == "failed":
            raise self._failure(data)
        parts = [part for item in items(data, "output") for part in items(item, "content")]
        spoken = Spoken(
            text="".join(text(part, "text") for part in parts if _is(part, "output_text")),
            refusal="".join(text(part, "refusal") for part in parts),
        )
        _finish(data, spoken)
        return spoken

    def _gather(self, event: Event, spoken: Spoken) -> str:
        data = self._read(event)
        kind = text(data, "type") or event.name
        if kind == "error":
            raise self._failure({"error": at(data, "error") or data})
        if kind == "response.failed":
            raise self._failure({"error": at(data, "response", "error")})
        if kind == "response.output_text.delta":
            piece = text(data, "delta")
            spoken.text += piece
            return piece
        if kind == "response.refusal.delta":
            spoken.refusal += text(data, "delta")
        elif kind in ("response.completed", "response.incomplete"):
            _finish(at(data, "response"), spoken)
            spoken.ended = True
        return ""

    def _explain(self, status: int | None, data: Any) -> Problem | None:
        return explained(status, data)

    async def models(self) -> tuple[Model, ...]:
        """Return the models the key may use; their limits are not told."""
        listed = items(await self._got("/models"), "data")
        return tuple(Model(name=text(model, "id")) for model in listed if text(model, "id"))


_INCOMPLETE: dict[str, Stop] = {"max_output_tokens": "length", "content_filter": "refusal"}


def _attached(file: Attachment) -> dict[str, Any]:
    if file.is_image:
        return {"type": "input_image", "image_url": file.url}
    return {"type": "input_file", "filename": file.name, "file_data": file.url}


def _is(part: Mapping[str, Any], kind: str) -> bool:
    return text(part, "type") == kind


def _format(asked: Asked) -> Mapping[str, Any]:
    if asked.rung == "object":
        return {"type": "json_object"}
    prompt = asked.prompt
    named = {"name": prompt.schema_name, "strict": True, "schema": prompt.schema}
    return {"type": "json_schema", **named}


def _finish(response: Any, spoken: Spoken) -> None:
    """Note what a response says at its end."""
    spoken.model = text(response, "model") or None
    spoken.stop = "end"
    for item in items(response, "output"):
        for part in items(item, "content"):
            spoken.sources += [
                Source(url=text(each, "url"), title=text(each, "title"))
                for each in items(part, "annotations")
                if _is(each, "url_citation")
            ]
    if text(response, "status") == "incomplete":
        reason = text(response, "incomplete_details", "reason")
        spoken.stop = _INCOMPLETE.get(reason, "length")
    counted = at(response, "usage")
    if mapping(counted):
        spoken.usage = Usage(
            input=count(counted, "input_tokens"),
            output=count(counted, "output_tokens"),
            cached=count(counted, "input_tokens_details", "cached_tokens"),
            thinking=count(counted, "output_tokens_details", "reasoning_tokens"),
            searches=sum(_is(item, "web_search_call") for item in items(response, "output")),
        )


PROVIDER = OpenAIProvider
