"""The Chat Completions format, as OpenAI made it and many servers speak it.

A request in, its JSON out; an answer or the events of a stream in, what was said out. Knows the
spellings of the servers that speak it, and none of their addresses.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, ClassVar

from docstring_lsp.providers.base import Attachment, Prompt, Stop, Usage
from docstring_lsp.providers.call import Call, Event
from docstring_lsp.providers.exchange import Asked, Spoken
from docstring_lsp.providers.foreign import at, count, items, mapping, text
from docstring_lsp.providers.problem import Kind, Problem, by_status
from docstring_lsp.providers.wire import WireProvider


class ChatProvider(WireProvider):
    """A provider that speaks Chat Completions."""

    limit: ClassVar[str] = "max_tokens"
    """What the limit of an answer is called."""

    takes_temperature: ClassVar[bool] = True

    def _completions(self) -> str:
        """Return the address above ``/chat/completions``."""
        return self._reached.base_url.rstrip("/")

    def _call(self, asked: Asked) -> Call:
        prompt = asked.prompt
        body: dict[str, Any] = {
            "model": asked.model,
            "messages": [
                {"role": "system", "content": prompt.system},
                {"role": "user", "content": _content(prompt)},
            ],
            self.limit: prompt.max_tokens,
            **self._further(asked),
        }
        if prompt.temperature is not None and self.takes_temperature:
            body["temperature"] = prompt.temperature
        if prompt.top_p is not None and self.takes_temperature:
            body["top_p"] = prompt.top_p
        if asked.rung in _FORMATS:
            body["response_format"] = _response_format(asked)
        if asked.stream:
            # Without the option the tokens of a stream are not told.
            body |= {"stream": True, "stream_options": {"include_usage": True}}
        return self._to("/chat/completions", body, base=self._completions())

    def _further(self, asked: Asked) -> Mapping[str, Any]:
        """Return what else stands in a request."""
        del asked
        return {}

    def _whole(self, data: Any) -> Spoken:
        self._refuse_error(data)
        choice = mapping(data, "choices", 0)
        if not choice:
            raise self._malformed("an answer without a choice")
        spoken = Spoken(
            text=content(choice, "message"),
            thought=_thought(choice, "message"),
            refusal=text(choice, "message", "refusal"),
            model=text(data, "model") or None,
            usage=usage(at(data, "usage")),
        )
        spoken.stop = _stop(choice) or "end"
        return spoken

    def _gather(self, event: Event, spoken: Spoken) -> str:
        if event.data.strip() == "[DONE]":
            spoken.ended = True
            return ""
        data = self._read(event)
        self._refuse_error(data, named=event.name == "error")
        spoken.model = text(data, "model") or spoken.model
        spoken.usage = usage(at(data, "usage")) or spoken.usage
        choice = mapping(data, "choices", 0)
        piece = content(choice, "delta")
        spoken.text += piece
        spoken.thought += _thought(choice, "delta")
        spoken.refusal += text(choice, "delta", "refusal")
        spoken.stop = _stop(choice) or spoken.stop
        return piece

    def _refuse_error(self, data: Any, *, named: bool = False) -> None:
        """Raise the error that an answer under a good status holds, if it holds one."""
        broken = at(data, "error")
        if not broken and text(data, "object") == "error":
            broken = data
        # Some gateways put it beside what was said so far.
        broken = broken or at(data, "choices", 0, "error")
        if broken or named:
            told = {"error": broken or data}
            code = count(told, "error", "code")
            raise self._failure(told, code if 400 <= code < 600 else None)

    def _explain(self, status: int | None, data: Any) -> Problem | None:
        return explained(status, data)


def explained(status: int | None, data: Any) -> Problem | None:
    """Return what an error of this format means; None for what its status says.

    Args:
        status: The HTTP status; None where the error came without one of its own.
        data: Its body.
    """
    broken = at(data, "error")
    said = broken if isinstance(broken, str) else text(broken, "message") or text(data, "message")
    said = said or text(data, "detail")
    names = (text(broken, "code"), text(broken, "type"), text(data, "code"), text(data, "type"))
    for name in names:
        if name in _CODES:
            kind, reason = _CODES[name]
            return Problem(kind=kind, reason=reason, said=_if_helpful(kind, said), certain=True)
    about = f"{text(broken, 'param')} {said}"
    unsaid = status in (400, 422) and not about.strip()
    if unsaid or (status in _UNREADABLE and _ABOUT_FORMAT.search(about)):
        return Problem(kind="format", reason="the request is not accepted", said=said)
    if status is not None and status < 500 and _TOO_LONG.search(said):
        return Problem(kind="permanent", reason="the prompt is too long for the model", said=said)
    meant = by_status(status)
    return Problem(kind=meant.kind, reason=meant.reason, said=said)


def content(choice: Mapping[str, Any], part: str) -> str:
    """Return the text of a message or of a piece of one, written as one text or as parts."""
    return text(choice, part, "content") or "".join(
        text(piece, "text") for piece in items(choice, part, "content")
    )


def usage(data: Any) -> Usage | None:
    """Return the tokens as this format counts them; None where they are not told."""
    if not mapping(data):
        return None
    return Usage(
        input=count(data, "prompt_tokens"),
        output=count(data, "completion_tokens"),
        cached=count(data, "prompt_tokens_details", "cached_tokens")
        or count(data, "prompt_cache_hit_tokens"),
        thinking=count(data, "completion_tokens_details", "reasoning_tokens"),
    )


_FORMATS = ("schema", "flat", "object")
_UNREADABLE = frozenset({400, 404, 415, 422, 500, 501})
"""The statuses under which servers refuse a format; llama.cpp uses 500 for a grammar."""

_ABOUT_FORMAT = re.compile(
    r"response_?format|json[_ ]?(schema|object|mode)|structured[_ ]output|grammar|guided",
    re.IGNORECASE,
)
_TOO_LONG = re.compile(
    r"context (length|size|window)|maximum context|exceeds the (available )?context|too long"
    r"|exceed_context_size",
    re.IGNORECASE,
)

_CODES: dict[str, tuple[Kind, str]] = {
    "insufficient_quota": ("permanent", "the account's quota is used up"),
    "billing_hard_limit_reached": ("permanent", "the account's spending limit is reached"),
    "billing_not_active": ("permanent", "the account has no active billing"),
    "account_deactivated": ("permanent", "the account is closed"),
    "invalid_api_key": ("permanent", "the key is not accepted"),
    "model_not_found": ("permanent", "no such model, or the key may not use it"),
    "unsupported_country_region_territory": ("permanent", "not offered in this country"),
    "context_length_exceeded": ("permanent", "the prompt is too long for the model"),
    "exceed_context_size_error": ("permanent", "the prompt is too long for the model"),
    "rate_limit_exceeded": ("passing", "too many requests"),
    "slow_down": ("passing", "too many requests"),
    "server_error": ("passing", "the server failed"),
    "overloaded_error": ("passing", "the server is overloaded"),
    "server_overloaded": ("passing", "the server is overloaded"),
    "content_filter": ("refused", "the provider's filter stopped it"),
    "content_policy_violation": ("refused", "the provider's filter stopped it"),
    "invalid_prompt": ("refused", "the provider's filter stopped it"),
}
_OWN_WORDS = frozenset({"refused", "passing"})

_STOPS: dict[str, Stop] = {
    "stop": "end",
    "eos": "end",
    "length": "length",
    "max_tokens": "length",
    "content_filter": "refusal",
    "refusal": "refusal",
}


def _if_helpful(kind: Kind, said: str) -> str:
    return "" if kind in _OWN_WORDS else said


def _content(prompt: Prompt) -> str | list[dict[str, Any]]:
    """Return the question; a list of parts only where it needs one, for servers that read none."""
    said = "\n\n".join(prompt.user)
    if not prompt.attachments:
        return said
    return [*map(_attached, prompt.attachments), {"type": "text", "text": said}]


def _attached(file: Attachment) -> dict[str, Any]:
    if file.is_image:
        return {"type": "image_url", "image_url": {"url": file.url}}
    return {"type": "file", "file": {"filename": file.name, "file_data": file.url}}


def _response_format(asked: Asked) -> Mapping[str, Any]:
    schema = asked.prompt.schema
    if asked.rung == "object":
        return {"type": "json_object"}
    if asked.rung == "flat":
        return {"type": "json_schema", "schema": schema}
    named = {"name": asked.prompt.schema_name, "strict": True, "schema": schema}
    return {"type": "json_schema", "json_schema": named}


def _thought(choice: Mapping[str, Any], part: str) -> str:
    return text(choice, part, "reasoning_content") or text(choice, part, "reasoning")


def _stop(choice: Mapping[str, Any]) -> Stop | None:
    said = text(choice, "finish_reason")
    return _STOPS.get(said, "end") if said else None
