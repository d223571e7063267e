"""Anthropic's Messages API."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.servers.core import Answer, Say, Seen, as_events, as_json

STOPS = {"end": "end_turn", "length": "max_tokens", "refusal": "refusal"}
TYPES = {
    400: "invalid_request_error",
    401: "authentication_error",
    402: "billing_error",
    403: "permission_error",
    404: "not_found_error",
    413: "request_too_large",
    429: "rate_limit_error",
    504: "timeout_error",
    529: "overloaded_error",
}


@dataclass(frozen=True)
class AnthropicServer:
    """A server that speaks Messages.

    Args:
        key: The key it wants.
        schemas: Whether it holds a model to a schema.
        sees: Whether its model sees pictures.
    """

    key: str
    schemas: bool = True
    sees: bool = False
    key_header = "x-api-key"

    def answer(self, seen: Seen, say: Say) -> Answer:
        # The vendor's examples send the one, its own program the other.
        bearer = seen.headers.get("authorization", "").removeprefix("Bearer ")
        if self.key not in (seen.headers.get("x-api-key"), bearer):
            return as_json(self.error(401, "", "invalid x-api-key"), 401)
        if seen.headers.get("anthropic-version") not in ("2023-06-01", "2026-10-21"):
            return as_json(self.error(400, "", "anthropic-version: is not known"), 400)
        if (seen.method, seen.path) == ("GET", "/v1/models"):
            able = {**MODEL["capabilities"], "image_input": {"supported": self.sees}}
            return as_json({"data": [{**MODEL, "capabilities": able}], "has_more": False})
        if (seen.method, seen.path) != ("POST", "/v1/messages"):
            return as_json(self.error(404, "", f"no {seen.path}"), 404)
        return self._refused(seen) or self._spoken(seen.body, say)

    def error(self, status: int, code: str = "", message: str = "") -> Any:
        told: dict[str, Any] = {
            "type": TYPES.get(status, "api_error"),
            "message": message or "It went wrong.",
        }
        if code:
            told["details"] = {"error_code": code}
        return {"type": "error", "error": told, "request_id": "req_1"}

    def error_under_200(self, seen: Seen) -> Answer:
        error = self.error(529)
        if seen.body.get("stream"):
            return as_events([_start(seen.body, Say()), ("error", error)])
        return as_json(error)

    def _refused(self, seen: Seen) -> Answer | None:
        """What the body gets wrong, as the vendor checks it."""
        body = seen.body
        newer = seen.headers["anthropic-version"] == "2026-10-21"
        if newer and {"temperature", "top_p", "top_k"} & set(body):
            return as_json(self.error(400, "", "temperature: is not supported"), 400)
        if not isinstance(body.get("max_tokens"), int) or not body.get("messages"):
            return as_json(self.error(400, "", "max_tokens: field required"), 400)
        # The vendor's own program may send a text where blocks could stand.
        said = body["messages"][0]["content"]
        for block in [] if isinstance(said, str) else said:
            if block["type"] in ("image", "document"):
                assert set(block["source"]) == {"type", "media_type", "data"}
        for tool in body.get("tools", ()):
            assert (tool["type"], tool["name"]) == ("web_search_20250305", "web_search")
        form = body.get("output_config", {}).get("format")
        if form is not None:
            if not self.schemas:
                message = "output_config.format: this model does not support it"
                return as_json(self.error(400, "", message), 400)
            assert form["type"] == "json_schema"
            assert form["schema"]["additionalProperties"] is False
        return None

    def _spoken(self, body: Any, say: Say) -> Answer:
        if body.get("stream"):
            return as_events([*_events(body, say)])
        content: list[Any] = _searched(say) if body.get("tools") else []
        content += [{"type": "thinking", "thinking": say.thought}] if say.thought else []
        cited = {"citations": _cited(say)} if body.get("tools") else {}
        content += [{"type": "text", "text": say.text, **cited}] if say.text else []
        return as_json(
            {
                "id": "msg_1",
                "type": "message",
                "role": "assistant",
                "model": body["model"],
                "content": content,
                "stop_reason": STOPS[say.stop],
                "stop_sequence": None,
                "usage": {**_asked(say), **_answered(body, say)},
            }
        )


MODEL: dict[str, Any] = {
    "id": "tiny",
    "type": "model",
    "display_name": "Tiny",
    "created_at": "2026-01-01T00:00:00Z",
    "max_input_tokens": 123_000,
    "max_tokens": 4_000,
    "capabilities": {
        "structured_outputs": {"supported": True},
        "batch": {"supported": True},
    },
}


def _asked(say: Say) -> dict[str, int]:
    if say.usage is None:
        return {}
    cached = say.usage["cached"]
    rest = say.usage["input"] - cached
    return {
        "input_tokens": rest - rest // 2,
        "cache_creation_input_tokens": rest // 2,
        "cache_read_input_tokens": cached,
    }


def _answered(body: Any, say: Say) -> dict[str, Any]:
    if say.usage is None:
        return {}
    thinking = {"thinking_tokens": say.usage["thinking"]}
    told = {"output_tokens": say.usage["output"], "output_tokens_details": thinking}
    if say.found and body.get("tools"):
        told["server_tool_use"] = {"web_search_requests": 1}
    return told


def _searched(say: Say) -> list[Any]:
    used = {"id": "srvtoolu_1", "name": "web_search", "input": {"query": "sums"}}
    pages = [{"type": "web_search_result", "url": url, "title": title} for url, title in say.found]
    result = {"tool_use_id": "srvtoolu_1", "content": pages}
    return [
        {"type": "server_tool_use", **used},
        {"type": "web_search_tool_result", **result},
    ]


def _cited(say: Say) -> list[dict[str, str]]:
    kind = {"type": "web_search_result_location", "cited_text": "so", "encrypted_index": "x"}
    return [{**kind, "url": url, "title": title} for url, title in say.found]


def _event(kind: str, **data: Any) -> tuple[str, Any]:
    return kind, {"type": kind, **data}


def _start(body: Any, say: Say) -> tuple[str, Any]:
    message = {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": body["model"],
        "content": [],
        "stop_reason": None,
        "stop_sequence": None,
        "usage": {**_asked(say), "output_tokens": 1} if say.usage else {},
    }
    return _event("message_start", message=message)


def _events(body: Any, say: Say) -> Any:
    yield _start(body, say)
    index = 0
    if say.thought:
        yield _event(
            "content_block_start", index=0, content_block={"type": "thinking", "thinking": ""}
        )
        delta = {"type": "thinking_delta", "thinking": say.thought}
        yield _event("content_block_delta", index=0, delta=delta)
        yield _event("content_block_stop", index=0)
        index = 1
    yield _event("content_block_start", index=index, content_block={"type": "text", "text": ""})
    yield _event("ping")
    for piece in say.pieces():
        delta = {"type": "text_delta", "text": piece}
        yield _event("content_block_delta", index=index, delta=delta)
    for citation in _cited(say) if body.get("tools") else ():
        delta = {"type": "citations_delta", "citation": citation}
        yield _event("content_block_delta", index=index, delta=delta)
    yield _event("content_block_stop", index=index)
    ending = {"stop_reason": STOPS[say.stop], "stop_sequence": None}
    yield _event("message_delta", delta=ending, usage=_answered(body, say))
    yield _event("message_stop")
