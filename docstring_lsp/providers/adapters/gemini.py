"""Google's Gemini."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping
from dataclasses import replace
from typing import Any, ClassVar
from urllib.parse import quote

from docstring_lsp.providers.base import (
    Attachment,
    Capabilities,
    Model,
    Request,
    Source,
    Stop,
    Usage,
)
from docstring_lsp.providers.batch import Answered, BatchProvider, Job, State
from docstring_lsp.providers.call import Call, Event
from docstring_lsp.providers.connection import Access
from docstring_lsp.providers.exchange import Asked, Spoken
from docstring_lsp.providers.foreign import at, count, items, mapping, text
from docstring_lsp.providers.problem import Problem, by_status, duration


class GeminiProvider(BatchProvider):
    """Asks Gemini models."""

    name: ClassVar[str] = "gemini"
    capabilities: ClassVar[Capabilities] = Capabilities(
        max_tokens=1_048_576,
        max_output=65_536,
        preferred_styles=("google",),
        json="schema",
        streaming=True,
        images=True,
        documents=True,
        web=True,
        batch=True,
        as_of="2026-11-21",
    )
    access: ClassVar[Access] = Access(
        base_url="https://generativelanguage.googleapis.com",
        model="gemini-3.8-flash",
        key_variables=("GOOGLE_API_KEY", "GEMINI_API_KEY"),
        url_variables=("GOOGLE_GEMINI_BASE_URL",),
    )

    def _authorized(self, key: str) -> Mapping[str, str]:
        return {"x-goog-api-key": key}

    def _call(self, asked: Asked) -> Call:
        prompt = asked.prompt
        config: dict[str, Any] = {"maxOutputTokens": prompt.max_tokens}
        if prompt.temperature is not None:
            config["temperature"] = prompt.temperature
        if prompt.top_p is not None:
            config["topP"] = prompt.top_p
        if asked.rung in ("schema", "object"):
            config["responseMimeType"] = "application/json"
        if asked.rung == "schema":
            config["responseJsonSchema"] = prompt.schema
        parts: list[dict[str, Any]] = [_attached(each) for each in prompt.attachments]
        parts += [{"text": each} for each in prompt.user]
        body: dict[str, Any] = {
            "systemInstruction": {"parts": [{"text": prompt.system}]},
            "contents": [{"role": "user", "parts": parts}],
            "generationConfig": config,
        }
        if prompt.web:
            body["tools"] = [{"googleSearch": {}}]
        act = "streamGenerateContent?alt=sse" if asked.stream else "generateContent"
        return self._to(f"{_path(asked.model)}:{act}", body)

    def _whole(self, data: Any) -> Spoken:
        spoken = Spoken()
        self._take(data, spoken)
        spoken.stop = spoken.stop or "end"
        return spoken

    def _gather(self, event: Event, spoken: Spoken) -> str:
        before = len(spoken.text)
        self._take(self._read(event), spoken)
        # There is no event for the end: the last piece says why it is the last.
        spoken.ended = spoken.stop is not None
        return spoken.text[before:]

    def _take(self, data: Any, spoken: Spoken) -> None:
        """Take in an answer, whole or a piece of one."""
        if at(data, "error"):
            code = count(data, "error", "code")
            raise self._failure(data, code if 400 <= code < 600 else None)
        if text(data, "promptFeedback", "blockReason"):
            spoken.stop = "refusal"
        for part in items(data, "candidates", 0, "content", "parts"):
            if at(part, "thought") is True:
                spoken.thought += text(part, "text")
            else:
                spoken.text += text(part, "text")
        for each in items(data, "candidates", 0, "groundingMetadata", "groundingChunks"):
            if url := text(each, "web", "uri"):
                spoken.sources.append(Source(url=url, title=text(each, "web", "title")))
        reason = text(data, "candidates", 0, "finishReason")
        if reason:
            spoken.stop = _STOPS.get(reason, "refusal")
        spoken.model = text(data, "modelVersion") or spoken.model
        spoken.usage = _usage(data, spoken)

    def _explain(self, status: int | None, data: Any) -> Problem | None:
        said = text(data, "error", "message")
        if status == 400 and "API key" in said:
            told = "the key is not accepted"
            return Problem(kind="permanent", reason=told, said=said, certain=True)
        if status == 400 and _ABOUT_FORMAT.search(said):
            return Problem(kind="format", reason="the request is not accepted", said=said)
        waits = (duration(at(each, "retryDelay")) for each in items(data, "error", "details"))
        wait = next((seconds for seconds in waits if seconds is not None), None)
        return replace(by_status(status), said=said, retry_after=wait)

    async def models(self) -> tuple[Model, ...]:
        """Return the models that write text, with their limits."""
        listed = items(await self._got("/v1/models?pageSize=1000"), "models")
        return tuple(
            Model(
                name=text(model, "name").removeprefix("models/"),
                context=count(model, "inputTokenLimit") or None,
                max_output=count(model, "outputTokenLimit") or None,
            )
            for model in listed
            if text(model, "name") and _writes(model)
        )

    async def submit(self, requests: Mapping[str, Request], mark: str) -> str:
        """Hand a batch in and return its name."""
        _, model = await self._meant(next(iter(requests.values())))
        asked = [
            {"request": (await self._written(each)).body, "metadata": {"key": name}}
            for name, each in requests.items()
        ]
        body = {
            "batch": {
                "displayName": f"docstring-lsp {mark}",
                "inputConfig": {"requests": {"requests": asked}},
            }
        }
        call = self._to(f"{_path(model)}:batchGenerateContent", body)
        return text((await self._reached.http.json(call)).data, "name")

    async def find(self, mark: str, size: int, since: str) -> str:
        """Return the name of the batch that is shown under a mark."""
        del size, since
        page = ""
        while True:
            data = await self._got(f"/v1/batches?pageSize=100{page}")
            for each in items(data, "operations"):
                if text(each, "metadata", "displayName") == f"docstring-lsp {mark}":
                    return text(each, "name")
            if not (following := text(data, "nextPageToken")):
                return ""
            page = f"&pageToken={quote(following, safe='')}"

    async def job(self, name: str) -> Job:
        """Return how a batch stands."""
        data = await self._got(_batch(name))
        # One that failed as a whole says so beside its state.
        reason = text(data, "error", "message")
        state = _STATES.get(text(data, "metadata", "state"), "waiting")
        return Job(state=state, done=len(_inlined(data)), reason=reason)

    async def answers(self, name: str) -> AsyncIterator[tuple[str, Answered]]:
        """Give the answers of a batch that is over."""
        for each in _inlined(await self._got(_batch(name))):
            yield text(each, "metadata", "key"), self._answered(each)

    def _answered(self, each: Mapping[str, Any]) -> Answered:
        if not at(each, "error"):
            return self._read_answer(at(each, "response"))
        code = count(each, "error", "code")
        return self._failure(each, code if 400 <= code < 600 else None)

    async def cancel(self, name: str) -> None:
        """Let nothing more of a batch be answered."""
        await self._reached.http.json(self._to(f"{_batch(name)}:cancel", {}))

    async def discard(self, name: str) -> None:
        """Remove a batch that is over."""
        await self._reached.http.json(self._to(_batch(name), method="DELETE"))


_ABOUT_FORMAT = re.compile(
    r"response_?(json_?)?schema|response_?mime_?type|JSON mode", re.IGNORECASE
)
_STOPS: dict[str, Stop] = {"STOP": "end", "MAX_TOKENS": "length"}
"""Every other reason to stop is that the provider would not go on."""


_PAID_ONCE = ("gemini-1", "gemini-2")
"""Models whose searches cost the same however many an answer takes."""


_STATES: dict[str, State] = {
    "BATCH_STATE_SUCCEEDED": "ended",
    "BATCH_STATE_EXPIRED": "ended",
    "BATCH_STATE_CANCELLED": "cancelled",
    "BATCH_STATE_FAILED": "failed",
}
"""What is over; everything else is on its way."""


def _path(model: str) -> str:
    return f"/v1/models/{quote(model.removeprefix('models/'), safe='')}"


def _attached(file: Attachment) -> dict[str, Any]:
    return {"inlineData": {"mimeType": file.kind, "data": file.base64}}


def _batch(name: str) -> str:
    return f"/v1/batches/{quote(name.removeprefix('batches/'), safe='')}"


def _inlined(data: Any) -> list[Mapping[str, Any]]:
    """Return the answers that a batch carries, which older servers put beside its state."""
    for place in (("response",), ("metadata", "output")):
        if found := list(items(data, *place, "inlinedResponses", "inlinedResponses")):
            return found
    return []


def _writes(model: Mapping[str, Any]) -> bool:
    methods = at(model, "supportedGenerationMethods")
    return not isinstance(methods, list) or "generateContent" in methods


def _usage(data: Any, spoken: Spoken) -> Usage | None:
    """Return the tokens so far, and the searches, which a piece tells that counts no tokens."""
    asked = at(data, "candidates", 0, "groundingMetadata", "webSearchQueries")
    searches = len(asked) if isinstance(asked, list) else 0
    if searches and (spoken.model or "").startswith(_PAID_ONCE):
        searches = 1
    searches = searches or (spoken.usage.searches if spoken.usage else 0)
    counted = at(data, "usageMetadata")
    if not mapping(counted):
        return replace(spoken.usage, searches=searches) if spoken.usage else None
    thinking = count(counted, "thoughtsTokenCount")
    return Usage(
        input=count(counted, "promptTokenCount"),
        output=count(counted, "candidatesTokenCount") + thinking,
        cached=count(counted, "cachedContentTokenCount"),
        thinking=thinking,
        searches=searches,
    )


PROVIDER = GeminiProvider
