"""Ollama on this machine."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping
from dataclasses import replace
from typing import Any, ClassVar

from docstring_lsp.errors import ContentError, PermanentError
from docstring_lsp.providers.base import Capabilities, Model, Prompt, Request, Stop, Usage
from docstring_lsp.providers.call import Call, Event
from docstring_lsp.providers.connection import Access
from docstring_lsp.providers.exchange import CHARACTERS_A_TOKEN, Asked, Spoken
from docstring_lsp.providers.foreign import at, count, items, mapping, text
from docstring_lsp.providers.problem import Problem, by_status
from docstring_lsp.providers.wire import WireProvider

_STEP = 2_048
"""A context is asked for in steps: another size makes the server load the model anew."""


class OllamaProvider(WireProvider):
    """Asks a model that Ollama runs."""

    name: ClassVar[str] = "ollama"
    capabilities: ClassVar[Capabilities] = Capabilities(
        max_tokens=32_768, json="schema", streaming=True, images=None, as_of="2026-11-21"
    )
    access: ClassVar[Access] = Access(
        base_url="http://127.0.0.1:11434",
        key_variables=("OLLAMA_API_KEY",),
        url_variables=("OLLAMA_HOST",),
        key_required=False,
        port=11434,
    )

    def _call(self, asked: Asked) -> Call:
        prompt = asked.prompt
        # Its own context is small, and a prompt that is longer is cut without a word.
        options: dict[str, Any] = {"num_predict": prompt.max_tokens, "num_ctx": _context(prompt)}
        if prompt.temperature is not None:
            options["temperature"] = prompt.temperature
        if prompt.top_p is not None:
            options["top_p"] = prompt.top_p
        body: dict[str, Any] = {
            "model": asked.model,
            "messages": [
                {"role": "system", "content": prompt.system},
                {"role": "user", "content": "\n\n".join(prompt.user), **_pictures(prompt)},
            ],
            "options": options,
            "stream": asked.stream,
            "truncate": False,
        }
        if asked.rung == "schema":
            body["format"] = prompt.schema
        elif asked.rung == "object":
            body["format"] = "json"
        return self._to("/api/chat", body)

    def _events(self, call: Call) -> AsyncIterator[Event]:
        return self._reached.http.lines(call)

    def _whole(self, data: Any) -> Spoken:
        spoken = Spoken()
        self._take(data, spoken)
        spoken.stop = spoken.stop or "end"
        return spoken

    def _gather(self, event: Event, spoken: Spoken) -> str:
        before = len(spoken.text)
        self._take(self._read(event), spoken)
        return spoken.text[before:]

    def _take(self, data: Any, spoken: Spoken) -> None:
        """Take in an answer, whole or one line of it."""
        if at(data, "error"):
            raise self._failure(data)
        if not mapping(data):
            raise self._malformed("an answer of another form")
        spoken.text += text(data, "message", "content")
        spoken.thought += text(data, "message", "thinking")
        spoken.model = text(data, "model") or spoken.model
        if at(data, "done") is True:
            spoken.ended = True
            spoken.stop = _STOPS.get(text(data, "done_reason"), "end")
            spoken.usage = Usage(
                input=count(data, "prompt_eval_count"), output=count(data, "eval_count")
            )

    def _explain(self, status: int | None, data: Any) -> Problem | None:
        said = text(data, "error") or text(data, "error", "message")
        if status in (400, 500) and _ABOUT_FORMAT.search(said):
            return Problem(kind="format", reason="the request is not accepted", said=said)
        if _TOO_LONG.search(said):
            told = "the prompt is too long for the model"
            return Problem(kind="permanent", reason=told, said=said, certain=True)
        if status == 404:
            told = "no such model here; `ollama pull` fetches one"
            return Problem(kind="permanent", reason=told, said=said)
        return replace(by_status(status), said=said)

    async def models(self) -> tuple[Model, ...]:
        """Return the models it has, the loaded ones first, and whose they are."""
        listed = list(items(await self._got("/api/tags"), "models"))
        loaded = await self._loaded()
        found = [
            Model(
                name=text(model, "name"),
                context=loaded.get(text(model, "name")) or None,
                loaded=text(model, "name") in loaded,
                remote=bool(text(model, "remote_host")),
            )
            for model in listed
            if text(model, "name")
        ]
        return tuple(sorted(found, key=lambda model: not model.loaded))

    async def _loaded(self) -> Mapping[str, int]:
        """Return the context of each model that is in memory; 0 where it is not told."""
        try:
            running = items(await self._got("/api/ps"), "models")
        except (PermanentError, ContentError):
            return {}
        return {text(model, "name"): count(model, "context_length") for model in running}

    async def capable(self, model: str | None = None) -> Capabilities:
        """Return what a model can do; of pictures it tells where it is asked for one model."""
        told = await super().capable(model)
        named = model or self._configured or await self._chosen()
        call = self._to("/api/show", {"model": named})
        try:
            able = at((await self._reached.http.json(call)).data, "capabilities")
        except (PermanentError, ContentError):
            return told
        return replace(told, images="vision" in able if isinstance(able, list) else None)

    async def _chosen(self) -> str:
        """Return the first model that is loaded, else the first there is."""
        models = await self.models()
        kept = [model for model in models if not model.remote]
        if not kept:
            raise PermanentError("it has no model; `ollama pull` fetches one", provider=self.name)
        return kept[0].name

    async def _meant(self, request: Request) -> tuple[Prompt, str]:
        prompt, model = await super()._meant(request)
        if self._reached.http.offline and await self._is_remote(model):
            raise PermanentError(
                f"not asked, since `offline` is set and {model} runs elsewhere", provider=self.name
            )
        return prompt, model

    async def _is_remote(self, model: str) -> bool:
        """Return whether this server would hand a model's work on to another one."""
        names = (model, f"{model}:latest")
        return any(each.remote for each in await self.models() if each.name in names)


_STOPS: dict[str, Stop] = {"stop": "end", "length": "length"}
_ABOUT_FORMAT = re.compile(r"\bformat\b|grammar|schema", re.IGNORECASE)
_TOO_LONG = re.compile(r"exceeds.{0,40}context|context.{0,40}exceed|too long", re.IGNORECASE)


def _pictures(prompt: Prompt) -> Mapping[str, Any]:
    found = [each.base64 for each in prompt.attachments]
    return {"images": found} if found else {}


def _context(prompt: Prompt) -> int:
    asked = (len(prompt.system) + sum(map(len, prompt.user))) // (CHARACTERS_A_TOKEN - 1)
    needed = asked + prompt.max_tokens + 256
    return -(-needed // _STEP) * _STEP


PROVIDER = OllamaProvider
