"""The batch APIs of Anthropic, OpenAI and Gemini, beside what their servers speak otherwise."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timezone
from typing import Any
from urllib.parse import parse_qs

from docstring_lsp.providers.adapters.mock import answer as filled
from tests.servers.anthropic import AnthropicServer
from tests.servers.chat import ChatServer
from tests.servers.core import Answer, Say, Seen, as_json
from tests.servers.gemini import GeminiServer
from tests.servers.openai import ResponsesServer

_AGAIN = "An earlier answer was refused."
DATE = "2026-11-21T08:00:00Z"


@dataclass
class Batch:
    """A batch that was handed in."""

    requests: Mapping[str, Any]
    looks: int
    cancelled: bool = False
    file: str = ""
    mark: str = ""
    begun: datetime = field(default_factory=lambda: datetime.now(timezone.utc))

    def over(self) -> bool:
        """Whether it has ended; each look brings the end nearer."""
        self.looks -= 1
        return self.cancelled or self.looks < 0


@dataclass
class Shelf:
    """What a vendor keeps, and how it answers.

    Args:
        looks: How often a batch is looked at before it has ended.
        fails: Requests that hold this word are answered by an error.
        forgets: Requests that hold this word are never answered.
        restates: Requests that hold this word are answered by what the gate refuses, until they
            tell what was wrong.
        stubborn: Whether that changes nothing.
        page: How many batches are told at once.
    """

    looks: int = 0
    fails: str = "no such word"
    forgets: str = "no such word"
    restates: str = "no such word"
    stubborn: bool = False
    page: int = 2
    given: int = 0
    batches: dict[str, Batch] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)

    def put(self, requests: Mapping[str, Any], file: str = "", mark: str = "") -> str:
        self.given += 1
        name = f"b{self.given}"
        self.batches[name] = Batch(requests, self.looks + 1, file=file, mark=mark)
        return name

    def listed(self, after: str | None) -> tuple[list[str], bool]:
        """The names of those on a page, the newest first, and whether there are more."""
        names = list(self.batches)[::-1]
        names = names[names.index(after) + 1 :] if after else names
        return names[: self.page], len(names) > self.page

    def said(self, body: Any, schema: Any, say: Say) -> Say:
        """What the model says to a request: what it asks for."""
        if schema is None:
            return say
        told, data = json.dumps(body), filled(schema)
        refused = self.restates in told and (self.stubborn or _AGAIN not in told)
        if not refused:
            for name in data.get("parameters", ()):
                data["parameters"][name] = "What the call is given to work on."
            data |= {"returns": "What is left of it."} if "returns" in data else {}
        return replace(say, text=json.dumps(data))

    def outcome(self, batch: Batch, body: Any) -> str:
        told = json.dumps(body)
        if batch.cancelled:
            return "canceled"
        if self.forgets in told:
            return "expired"
        return "errored" if self.fails in told else "succeeded"


def _asked_for(seen: Seen, name: str) -> str | None:
    return parse_qs(seen.query).get(name, [None])[0]


@dataclass(frozen=True)
class AnthropicBatches(AnthropicServer):
    """Messages, and many of them at once."""

    shelf: Shelf = field(default_factory=Shelf)

    def answer(self, seen: Seen, say: Say) -> Answer:
        base, _, rest = seen.path.partition("/v1/messages/batches")
        if base or not seen.path.startswith("/v1/messages/batches"):
            return super().answer(seen, say)
        # The vendor's examples send the one, its own program the other.
        bearer = seen.headers.get("authorization", "").removeprefix("Bearer ")
        if self.key not in (seen.headers.get("x-api-key"), bearer):
            return as_json(self.error(401), 401)
        if not rest and seen.method == "POST":
            asked = {each["custom_id"]: each["params"] for each in seen.body["requests"]}
            assert len(asked) == len(seen.body["requests"])
            return as_json(self._batch(self.shelf.put(asked)))
        if not rest:
            names, more = self.shelf.listed(_asked_for(seen, "after_id"))
            data = [self._batch(name) for name in names]
            last = names[-1] if names else None
            return as_json({"data": data, "has_more": more, "first_id": None, "last_id": last})
        _, name, *act = rest.split("/")
        if name not in self.shelf.batches:
            return as_json(self.error(404), 404)
        batch = self.shelf.batches[name]
        if seen.method == "DELETE":
            del self.shelf.batches[name]
            return as_json({"id": name, "type": "message_batch_deleted"})
        if act == ["cancel"]:
            batch.cancelled = True
        if act != ["results"]:
            return as_json(self._batch(name))
        lines = [self._line(batch, key, body, say) for key, body in batch.requests.items()]
        body = "\n".join(map(json.dumps, lines[::-1])).encode()
        return Answer(body, headers={"content-type": "application/x-jsonl"})

    def _batch(self, name: str) -> Any:
        batch = self.shelf.batches[name]
        over = batch.over()
        kinds = [self.shelf.outcome(batch, body) for body in batch.requests.values()]
        counted = ("succeeded", "errored", "canceled", "expired")
        counts = {kind: kinds.count(kind) if over else 0 for kind in counted}
        counts["processing"] = 0 if over else len(kinds)
        return {
            "id": name,
            "type": "message_batch",
            "processing_status": "ended" if over else "in_progress",
            "request_counts": counts,
            "created_at": batch.begun.isoformat().replace("+00:00", "Z"),
            "expires_at": DATE,
            "ended_at": DATE if over else None,
            "cancel_initiated_at": DATE if batch.cancelled else None,
            "results_url": f"/v1/messages/batches/{name}/results" if over else None,
        }

    def _line(self, batch: Batch, key: str, body: Any, say: Say) -> Any:
        kind = self.shelf.outcome(batch, body)
        result: dict[str, Any] = {"type": kind}
        if kind == "errored":
            result["error"] = self.error(400, "", "It cannot be read.")
        if kind == "succeeded":
            form = body.get("output_config", {}).get("format", {}).get("schema")
            spoken = self._spoken(body, self.shelf.said(body, form, say))
            result["message"] = json.loads(spoken.pieces[0])
        return {"custom_id": key, "result": result}


def _openai(server: Any, shelf: Shelf, seen: Seen, say: Say) -> Answer | None:
    """What OpenAI answers of files and batches, whatever its requests are."""
    path = seen.path.removeprefix("/v1").split("/")[1:]
    if path[0] not in ("files", "batches"):
        return None
    if seen.headers.get("authorization") != f"Bearer {server.key}":
        return as_json(server.error(401), 401)
    if path == ["files"]:
        assert seen.body["purpose"] == "batch"
        name = f"file-{len(shelf.files) + 1}"
        shelf.files[name] = seen.body["file"]
        told = {"bytes": len(seen.body["file"]), "created_at": 1, "filename": "batch.jsonl"}
        file = {"id": name, "object": "file", "purpose": "batch", "status": "processed", **told}
        return as_json(file)
    if path[0] == "files" and path[1] not in shelf.files:
        return as_json(server.error(404), 404)
    if path[0] == "files" and seen.method == "DELETE":
        del shelf.files[path[1]]
        return as_json({"id": path[1], "object": "file", "deleted": True})
    if path[0] == "files":
        return Answer(shelf.files[path[1]].encode(), headers={"content-type": "text/plain"})
    if path == ["batches"] and seen.method == "GET":
        names, more = shelf.listed(_asked_for(seen, "after"))
        data = [_openai_batch(server, shelf, name, say) for name in names]
        last = names[-1] if names else None
        return as_json({"object": "list", "data": data, "has_more": more, "last_id": last})
    if path == ["batches"]:
        assert seen.body["completion_window"] == "24h"
        lines = map(json.loads, shelf.files[seen.body["input_file_id"]].splitlines())
        asked = {line["custom_id"]: line for line in lines}
        assert {line["url"] for line in asked.values()} == {seen.body["endpoint"]}
        mark = json.dumps(seen.body.get("metadata"))
        path.append(shelf.put(asked, seen.body["input_file_id"], mark))
    batch = shelf.batches[path[1]]
    batch.cancelled = batch.cancelled or path[-1] == "cancel"
    return as_json(_openai_batch(server, shelf, path[1], say))


def _openai_batch(server: Any, shelf: Shelf, name: str, say: Say) -> Any:
    batch = shelf.batches[name]
    over = batch.over()
    told = {
        "id": name,
        "object": "batch",
        "endpoint": next(iter(batch.requests.values()))["url"],
        "completion_window": "24h",
        "created_at": int(batch.begun.timestamp()),
        "input_file_id": batch.file,
        "metadata": json.loads(batch.mark),
        "status": "in_progress",
        "request_counts": {"total": len(batch.requests), "completed": 0, "failed": 0},
    }
    if not over:
        return told
    lines = {
        key: _openai_line(server, shelf, shelf.outcome(batch, line["body"]), key, line["body"], say)
        for key, line in batch.requests.items()
    }
    good = [line for line in lines.values() if not line["error"]]
    bad = [line for line in lines.values() if line["error"]]
    for kind, part in (("output", good), ("error", bad)):
        if part:
            shelf.files[f"{kind}-{name}"] = "\n".join(map(json.dumps, part))
            told[f"{kind}_file_id"] = f"{kind}-{name}"
    told["status"] = "cancelled" if batch.cancelled else "completed"
    told["request_counts"]["completed"] = len(good)
    return told


def _openai_line(server: Any, shelf: Shelf, kind: str, key: str, body: Any, say: Say) -> Any:
    line: dict[str, Any] = {"id": f"r-{key}", "custom_id": key, "response": None, "error": None}
    if kind in ("expired", "canceled"):
        line["error"] = {"code": f"batch_{kind.replace('canceled', 'cancelled')}", "message": ""}
    elif kind == "errored":
        error = server.error(400, "invalid_request", "It cannot be read.")
        line["response"] = {"status_code": 400, "request_id": "r", "body": error}
    else:
        text = body.get("text", {}).get("format") or body.get("response_format", {})
        form = text.get("schema") or text.get("json_schema", {}).get("schema")
        spoken = json.loads(server._spoken(body, shelf.said(body, form, say)).pieces[0])
        line["response"] = {"status_code": 200, "request_id": "r", "body": spoken}
    return line


@dataclass(frozen=True)
class ResponsesBatches(ResponsesServer):
    """Responses, and many of them at once."""

    shelf: Shelf = field(default_factory=Shelf)

    def answer(self, seen: Seen, say: Say) -> Answer:
        return _openai(self, self.shelf, seen, say) or super().answer(seen, say)


@dataclass(frozen=True)
class ChatBatches(ChatServer):
    """Chat Completions, and many of them at once."""

    shelf: Shelf = field(default_factory=Shelf)

    def answer(self, seen: Seen, say: Say) -> Answer:
        return _openai(self, self.shelf, seen, say) or super().answer(seen, say)


@dataclass(frozen=True)
class GeminiBatches(GeminiServer):
    """Gemini's API, and many requests at once."""

    shelf: Shelf = field(default_factory=Shelf)

    def answer(self, seen: Seen, say: Say) -> Answer:
        path = seen.path.removeprefix("/v1beta").removeprefix("/v1")
        _, _, act = path.partition(":")
        if act != "batchGenerateContent" and not path.startswith("/batches"):
            return super().answer(seen, say)
        if seen.headers.get("x-goog-api-key") != self.key:
            return as_json(self.error(400, "", "API key not valid."), 400)
        if act == "batchGenerateContent":
            asked = seen.body["batch"]["inputConfig"]["requests"]["requests"]
            bodies = {
                (each.get("metadata") or {}).get("key", str(number)): each["request"]
                for number, each in enumerate(asked)
            }
            mark = seen.body["batch"].get("displayName", "")
            return as_json(self._batch(self.shelf.put(bodies, mark=mark), say))
        if path == "/batches":
            names, more = self.shelf.listed(_asked_for(seen, "pageToken"))
            told = {"operations": [self._batch(name, say) for name in names]}
            return as_json(told | ({"nextPageToken": names[-1]} if more else {}))
        name, _, act = path.removeprefix("/batches/").partition(":")
        if name not in self.shelf.batches:
            return as_json(self.error(404), 404)
        if seen.method == "DELETE":
            del self.shelf.batches[name]
            return as_json({})
        if act == "cancel":
            self.shelf.batches[name].cancelled = True
            return as_json({})
        return as_json(self._batch(name, say))

    def _batch(self, name: str, say: Say) -> Any:
        batch = self.shelf.batches[name]
        over = batch.over()
        state = "SUCCEEDED" if not batch.cancelled else "CANCELLED"
        told: dict[str, Any] = {
            "@type": "type.googleapis.com/google.ai.generativelanguage.v1.GenerateContentBatch",
            "model": "models/tiny",
            "displayName": batch.mark,
            "createTime": DATE,
            "state": f"BATCH_STATE_{state if over else 'RUNNING'}",
        }
        if over and not batch.cancelled:
            answers = [self._inlined(batch, key, body, say) for key, body in batch.requests.items()]
            told["output"] = {"inlinedResponses": {"inlinedResponses": answers}}
        return {"name": f"batches/{name}", "metadata": told, "done": over}

    def _inlined(self, batch: Batch, key: str, body: Any, say: Say) -> Any:
        kind = self.shelf.outcome(batch, body)
        told: dict[str, Any] = {"metadata": {"key": key}}
        if kind != "succeeded":
            codes = {"errored": 400, "expired": 504}
            return {**told, **self.error(codes[kind], "", "It cannot be read.")}
        form = body.get("generationConfig", {}).get("responseJsonSchema")
        answer = self._spoken("tiny", "generateContent", self.shelf.said(body, form, say))
        return {**told, "response": json.loads(answer.pieces[0])}
