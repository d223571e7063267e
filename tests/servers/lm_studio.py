"""LM Studio: Chat Completions, and its own way to tell which models are loaded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.servers.chat import ChatServer
from tests.servers.core import Answer, Say, Seen, as_json


@dataclass(frozen=True)
class LMStudioServer(ChatServer):
    """A server that speaks as LM Studio does.

    Args:
        version: The newest of its own APIs: 1, 0, or -1 for none.
        loaded: The model that is loaded; none if empty.
        sees: Whether its models see pictures; None where it does not tell.
    """

    formats: tuple[str, ...] = ("json_schema",)
    version: int = 1
    loaded: str = "tiny"
    sees: bool | None = None

    def answer(self, seen: Seen, say: Say) -> Answer:
        if (seen.method, seen.path) == ("GET", "/api/v1/models") and self.version >= 1:
            return as_json({"models": [self._newer("large"), self._newer("tiny"), EMBEDDER]})
        if (seen.method, seen.path) == ("GET", "/api/v0/models") and self.version >= 0:
            return as_json({"data": [self._older("large"), self._older("tiny")]})
        return super().answer(seen, say)

    def _newer(self, name: str) -> dict[str, Any]:
        instance = {"id": name, "config": {"context_length": 4_321}}
        loaded = [instance] if name == self.loaded else []
        told = {"key": name, "type": "llm", "loaded_instances": loaded, "max_context_length": 8_000}
        return told if self.sees is None else {**told, "capabilities": {"vision": self.sees}}

    def _older(self, name: str) -> dict[str, Any]:
        state = "loaded" if name == self.loaded else "not-loaded"
        return {"id": name, "type": "llm", "state": state, "max_context_length": 8_000}


EMBEDDER = {"key": "embedder", "type": "embedding", "loaded_instances": []}
