"""Chat Completions: OpenAI's form of it, and how llama.cpp and LM Studio differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.servers.core import Answer, Say, Seen, as_events, as_json

FINISH = {"end": "stop", "length": "length", "refusal": "content_filter"}


@dataclass(frozen=True)
class ChatServer:
    """A server that speaks Chat Completions.

    Args:
        key: The key it wants, or none.
        formats: The ``response_format`` types it takes; ``flat`` for the schema beside the type.
        limit: What it calls the limit of an answer.
        prefix: What its paths begin with.
        context: The tokens its model takes, where it tells.
    """

    key: str = ""
    formats: tuple[str, ...] = ("json_schema", "json_object")
    limit: str = "max_tokens"
    prefix: str = "/v1"
    context: int = 0
    key_header = "authorization"

    def answer(self, seen: Seen, say: Say) -> Answer:
        if self.key and seen.headers.get("authorization") != f"Bearer {self.key}":
            return as_json(self.error(401, "invalid_api_key", f"Incorrect API key {self.key}"), 401)
        if (seen.method, seen.path) == ("GET", f"{self.prefix}/models"):
            told = {"max_model_len": self.context} if self.context else {}
            return as_json({"object": "list", "data": [{"id": "tiny", "object": "model", **told}]})
        if (seen.method, seen.path) != ("POST", f"{self.prefix}/chat/completions"):
            return as_json(self.error(404, "", f"no {seen.path}"), 404)
        return self._refused(seen.body) or self._spoken(seen.body, say)

    def error(self, status: int, code: str = "", message: str = "") -> Any:
        kind = "invalid_request_error" if status < 429 else "server_error_of_sorts"
        told = {"message": message or "It went wrong.", "type": kind, "param": None, "code": code}
        return {"error": told}

    def error_under_200(self, seen: Seen) -> Answer:
        error = {"error": {"code": 502, "message": "Provider returned error"}}
        if seen.body.get("stream"):
            return as_events([("", error), ("", "[DONE]")])
        return as_json(error)

    def _refused(self, body: Any) -> Answer | None:
        """What the body gets wrong, as these servers check it."""
        if not isinstance(body.get(self.limit), int):
            return as_json(self.error(400, "unsupported_parameter", "no limit"), 400)
        for part in body["messages"][-1]["content"]:
            if isinstance(part, dict):
                kinds = {"text": "text", "image_url": "image_url", "file": "file"}
                assert set(part) == {"type", kinds[part["type"]]}
        if [m["role"] for m in body["messages"]] not in (["system", "user"], ["user"]):
            return as_json(self.error(400, "", "roles"), 400)
        wanted = body.get("response_format")
        if wanted is None:
            return None
        kind = wanted["type"]
        if kind == "json_schema" and "schema" in wanted:
            kind = "flat"
        elif kind == "json_schema":
            assert set(wanted["json_schema"]) == {"name", "strict", "schema"}
        if kind not in self.formats:
            return as_json(self.error(400, "", f"'response_format.type' {kind} is not known"), 400)
        return None

    def _spoken(self, body: Any, say: Say) -> Answer:
        common = {"id": "chatcmpl-1", "created": 1, "model": body["model"]}
        usage = say.usage and {
            "prompt_tokens": say.usage["input"],
            "completion_tokens": say.usage["output"],
            "total_tokens": say.usage["input"] + say.usage["output"],
            "prompt_tokens_details": {"cached_tokens": say.usage["cached"]},
            "completion_tokens_details": {"reasoning_tokens": say.usage["thinking"]},
        }
        thought = {"reasoning_content": say.thought} if say.thought else {}
        refusal = {"refusal": say.refusal} if say.refusal else {}
        finish = FINISH[say.stop]
        if not body.get("stream"):
            message = {"role": "assistant", "content": say.text, **thought, **refusal}
            choice = {"index": 0, "message": message, "finish_reason": finish}
            told = {**common, "object": "chat.completion", "choices": [choice]}
            return as_json({**told, "usage": usage} if usage else told)
        return as_events([*_chunks(say, common, thought, refusal, finish, usage, body)])


def _chunks(
    say: Say, common: Any, thought: Any, refusal: Any, finish: str, usage: Any, body: Any
) -> Any:
    def chunk(delta: Any, reason: str | None = None) -> tuple[str, Any]:
        choice = {"index": 0, "delta": delta, "finish_reason": reason}
        return "", {**common, "object": "chat.completion.chunk", "choices": [choice]}

    yield chunk({"role": "assistant", "content": ""})
    if thought:
        yield chunk(thought)
    for piece in say.pieces():
        yield chunk({"content": piece})
    if refusal:
        yield chunk(refusal)
    yield chunk({}, finish)
    if usage and body.get("stream_options", {}).get("include_usage"):
        yield "", {**common, "object": "chat.completion.chunk", "choices": [], "usage": usage}
    yield "", "[DONE]"
