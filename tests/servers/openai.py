"""OpenAI's Responses API."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.servers.chat import ChatServer
from tests.servers.core import Answer, Say, Seen, as_events, as_json


@dataclass(frozen=True)
class ResponsesServer:
    """A server that speaks Responses.

    Args:
        key: The key it wants.
        formats: The types of format it takes.
    """

    key: str
    formats: tuple[str, ...] = ("json_schema", "json_object")
    key_header = "authorization"

    def answer(self, seen: Seen, say: Say) -> Answer:
        if seen.headers.get("authorization") != f"Bearer {self.key}":
            return as_json(self.error(401, "invalid_api_key", f"Incorrect API key {self.key}"), 401)
        if (seen.method, seen.path) == ("GET", "/v1/models"):
            return as_json({"object": "list", "data": [{"id": "tiny", "object": "model"}]})
        if (seen.method, seen.path) != ("POST", "/v1/responses"):
            return as_json(self.error(404, "", f"no {seen.path}"), 404)
        return self._refused(seen.body) or self._spoken(seen.body, say)

    def error(self, status: int, code: str = "", message: str = "") -> Any:
        return ChatServer().error(status, code, message)

    def error_under_200(self, seen: Seen) -> Answer:
        error = {"code": "server_error", "message": "It went wrong."}
        response = {"id": "resp_1", "object": "response", "status": "failed", "error": error}
        if seen.body.get("stream"):
            return as_events([_event("response.failed", response=response)])
        return as_json(response)

    def _refused(self, body: Any) -> Answer | None:
        """What the body gets wrong, as the vendor checks it."""
        if body.get("store") is not False:
            return as_json(self.error(400, "", "this account keeps nothing"), 400)
        if not isinstance(body.get("max_output_tokens"), int) or "input" not in body:
            return as_json(self.error(400, "missing_required_parameter", "input"), 400)
        # The vendor's own program may send a text where parts could stand.
        said = [] if isinstance(body["input"], str) else body["input"][0]["content"]
        for part in said:
            kinds = {"input_text": {"text"}, "input_image": {"image_url"}}
            kinds["input_file"] = {"filename", "file_data"}
            assert set(part) - {"type"} == kinds[part["type"]]
        assert all(tool == {"type": "web_search"} for tool in body.get("tools", ()))
        wanted = body.get("text", {}).get("format")
        if wanted is None:
            return None
        if wanted["type"] == "json_schema":
            assert set(wanted) == {"type", "name", "strict", "schema"}
        if wanted["type"] not in self.formats:
            message = f"text.format.type: json_schema {wanted['type']} is not supported"
            return as_json(self.error(400, "", message), 400)
        return None

    def _spoken(self, body: Any, say: Say) -> Answer:
        response = _response(body, say)
        return as_events([*_events(response, say)]) if body.get("stream") else as_json(response)


def _response(body: Any, say: Say) -> dict[str, Any]:
    reasons = {"length": "max_output_tokens", "refusal": "content_filter"}
    cut = say.stop == "length"
    content: list[dict[str, Any]] = []
    if say.text:
        cited = [
            {"type": "url_citation", "url": url, "title": title, "start_index": 0, "end_index": 1}
            for url, title in (say.found if body.get("tools") else ())
        ]
        content.append({"type": "output_text", "text": say.text, "annotations": cited})
    if say.refusal:
        content.append({"type": "refusal", "refusal": say.refusal})
    usage = say.usage and {
        "input_tokens": say.usage["input"],
        "output_tokens": say.usage["output"],
        "total_tokens": say.usage["input"] + say.usage["output"],
        "input_tokens_details": {"cached_tokens": say.usage["cached"], "cache_write_tokens": 0},
        "output_tokens_details": {"reasoning_tokens": say.usage["thinking"]},
    }
    searched = [{"id": "ws_1", "type": "web_search_call", "status": "completed"}]
    searched = searched if say.found and body.get("tools") else []
    thought = {"id": "rs_1", "type": "reasoning", "summary": []}
    message = {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "status": "completed",
        "content": content,
    }
    return {
        "id": "resp_1",
        "object": "response",
        "created_at": 1,
        "model": body["model"],
        "status": "incomplete" if cut else "completed",
        "error": None,
        "incomplete_details": {"reason": reasons[say.stop]} if cut else None,
        "output": [thought, *searched, message],
        "parallel_tool_calls": True,
        "tool_choice": "auto",
        "tools": [],
        "usage": usage,
    }


def _event(kind: str, **data: Any) -> tuple[str, Any]:
    return kind, {"type": kind, **data}


def _events(response: dict[str, Any], say: Say) -> Any:
    begun = {**response, "status": "in_progress", "output": [], "usage": None}
    number = iter(range(1000))
    yield _event("response.created", response=begun, sequence_number=next(number))
    place = {"item_id": "msg_1", "output_index": 1, "content_index": 0}
    for piece in say.pieces():
        yield _event(
            "response.output_text.delta",
            delta=piece,
            logprobs=[],
            sequence_number=next(number),
            **place,
        )
    if say.refusal:
        yield _event(
            "response.refusal.delta", delta=say.refusal, sequence_number=next(number), **place
        )
    end = f"response.{response['status']}"
    yield _event(end, response=response, sequence_number=next(number))
