"""Ollama's own API."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.servers.core import Answer, Say, Seen, as_json, as_lines


@dataclass(frozen=True)
class OllamaServer:
    """A server that speaks Ollama's API.

    Args:
        key: The key it wants, or none.
        remote: The models that it hands on to a server elsewhere.
        loaded: The models that are in memory.
        sees: Whether its models see pictures; None where it does not tell.
    """

    key: str = ""
    remote: tuple[str, ...] = ()
    loaded: tuple[str, ...] = ("tiny",)
    sees: bool | None = None
    key_header = "authorization"

    def answer(self, seen: Seen, say: Say) -> Answer:
        if self.key and seen.headers.get("authorization") != f"Bearer {self.key}":
            return as_json(self.error(401, "", "unauthorized"), 401)
        if (seen.method, seen.path) == ("GET", "/api/tags"):
            models = [{"name": "large"}, {"name": "tiny"}]
            models += [{"name": name, "remote_host": "https://far"} for name in self.remote]
            return as_json({"models": models})
        if (seen.method, seen.path) == ("GET", "/api/ps"):
            return as_json({"models": [{"name": n, "context_length": 4096} for n in self.loaded]})
        if (seen.method, seen.path) == ("POST", "/api/show") and self.sees is not None:
            return as_json({"capabilities": ["completion", *["vision"] * self.sees]})
        if (seen.method, seen.path) != ("POST", "/api/chat"):
            return as_json(self.error(404, "", "404 page not found"), 404)
        return self._refused(seen.body) or self._spoken(seen.body, say)

    def error(self, status: int, code: str = "", message: str = "") -> Any:
        return {"error": message or "it went wrong"}

    def error_under_200(self, seen: Seen) -> Answer:
        error = self.error(500)
        if seen.body["stream"]:
            return as_lines([_line("tiny", "Ret"), error])
        return as_json(error)

    def _refused(self, body: Any) -> Answer | None:
        options = body["options"]
        if body.get("truncate") is not False or options["num_ctx"] < options["num_predict"]:
            return as_json(self.error(400, "", "the prompt would be cut"), 400)
        return None

    def _spoken(self, body: Any, say: Say) -> Answer:
        model = body["model"]
        end: dict[str, Any] = {
            "done": True,
            "done_reason": "length" if say.stop == "length" else "stop",
        }
        if say.usage:
            end |= {"prompt_eval_count": say.usage["input"], "eval_count": say.usage["output"]}
        if not body["stream"]:
            return as_json({**_line(model, say.text, say.thought), **end})
        lines = [_line(model, "", say.thought)] if say.thought else []
        lines += [_line(model, piece) for piece in say.pieces()]
        return as_lines([*lines, {**_line(model, ""), **end}])


def _line(model: str, text: str, thought: str = "") -> dict[str, Any]:
    message = {"role": "assistant", "content": text}
    if thought:
        message["thinking"] = thought
    created = "2026-11-21T00:00:00Z"
    return {"model": model, "created_at": created, "message": message, "done": False}
