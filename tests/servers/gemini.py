"""Google's Gemini API."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from tests.servers.core import Answer, Say, Seen, as_events, as_json

REASONS = {"end": "STOP", "length": "MAX_TOKENS", "refusal": "SAFETY"}
STATUSES = {
    400: "INVALID_ARGUMENT",
    401: "UNAUTHENTICATED",
    403: "PERMISSION_DENIED",
    404: "NOT_FOUND",
    429: "RESOURCE_EXHAUSTED",
    500: "INTERNAL",
    503: "UNAVAILABLE",
    504: "DEADLINE_EXCEEDED",
}
MODEL = {
    "name": "models/tiny",
    "inputTokenLimit": 8_000,
    "outputTokenLimit": 900,
    "supportedGenerationMethods": ["generateContent", "countTokens"],
}
EMBEDDER = {"name": "models/embedder", "supportedGenerationMethods": ["embedContent"]}


@dataclass(frozen=True)
class GeminiServer:
    """A server that speaks Gemini's API.

    Args:
        key: The key it wants.
        schemas: Whether it holds a model to a schema.
    """

    key: str
    schemas: bool = True
    key_header = "x-goog-api-key"

    def answer(self, seen: Seen, say: Say) -> Answer:
        if seen.headers.get("x-goog-api-key") != self.key:
            return as_json(self.error(400, "", "API key not valid."), 400)
        path = seen.path.removeprefix("/v1beta").removeprefix("/v1")
        if (seen.method, path) == ("GET", "/models"):
            return as_json({"models": [EMBEDDER, MODEL]})
        model, _, act = path.removeprefix("/models/").partition(":")
        if seen.method != "POST" or act not in ("generateContent", "streamGenerateContent"):
            return as_json(self.error(404, "", f"no {seen.path}"), 404)
        if not seen.body.get("tools"):
            say = replace(say, found=())
        return self._refused(seen.body) or self._spoken(model, act, say)

    def error(self, status: int, code: str = "", message: str = "") -> Any:
        told = {"code": status, "message": message or "It went wrong."}
        return {"error": {**told, "status": code or STATUSES.get(status, "UNKNOWN")}}

    def error_under_200(self, seen: Seen) -> Answer:
        error = self.error(503)
        if "stream" in seen.path:
            return as_events([("", error)])
        return as_json(error)

    def _refused(self, body: Any) -> Answer | None:
        config = body.get("generationConfig", {})
        if not all(
            part.get("text") or "inlineData" in part
            for each in body["contents"]
            for part in each["parts"]
        ):
            return as_json(self.error(400, "", "contents.parts must not be empty."), 400)
        if "responseJsonSchema" in config and not self.schemas:
            message = 'Unknown name "responseJsonSchema": Cannot find field.'
            return as_json(self.error(400, "", message), 400)
        if "responseJsonSchema" in config:
            assert config["responseMimeType"] == "application/json"
        return None

    def _spoken(self, model: str, act: str, say: Say) -> Answer:
        if act == "generateContent":
            return as_json(_chunk(model, say, say.text, last=True))
        pieces = say.pieces() or [""]
        chunks = [
            _chunk(model, say, piece, last=number == len(pieces), first=number == 1)
            for number, piece in enumerate(pieces, 1)
        ]
        return as_events([("", chunk) for chunk in chunks])


def _chunk(model: str, say: Say, text: str, *, last: bool, first: bool = True) -> dict[str, Any]:
    if say.stop == "refusal" and not say.text:
        return {"promptFeedback": {"blockReason": "SAFETY"}, "modelVersion": model}
    parts: list[dict[str, Any]] = []
    if say.thought and first:
        parts.append({"text": say.thought, "thought": True})
    parts.append({"text": text})
    candidate: dict[str, Any] = {"content": {"role": "model", "parts": parts}, "index": 0}
    if last:
        candidate["finishReason"] = REASONS[say.stop]
    if last and say.found:
        chunks = [{"web": {"uri": url, "title": title}} for url, title in say.found]
        candidate["groundingMetadata"] = {"webSearchQueries": ["x"], "groundingChunks": chunks}
    chunk: dict[str, Any] = {"candidates": [candidate], "modelVersion": model}
    if say.usage and last:
        thinking = say.usage["thinking"]
        chunk["usageMetadata"] = {
            "promptTokenCount": say.usage["input"],
            "candidatesTokenCount": say.usage["output"] - thinking,
            "thoughtsTokenCount": thinking,
            "cachedContentTokenCount": say.usage["cached"],
            "totalTokenCount": say.usage["input"] + say.usage["output"],
        }
    return chunk
