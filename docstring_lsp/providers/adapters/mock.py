"""A provider that answers from a script, for tests and demonstrations: no network, no chance.

What it does is said by its model's name, a list of steps with commas between, one a request, the
last one for all that follow: ``ok``, ``delay 0.5``, ``429``, ``500``, ``401``, ``hang``,
``drop``, ``malformed``, ``truncated``, ``refused``. A step may hold a delay and an outcome:
``delay 0.5 500``.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Mapping
from typing import Any, ClassVar

from docstring_lsp.errors import ContentError, PassingError, PermanentError, ProviderError
from docstring_lsp.providers.base import (
    Availability,
    Capabilities,
    Delta,
    Model,
    Prompt,
    Reply,
    Request,
    Usage,
)
from docstring_lsp.providers.connection import Access, Connection
from docstring_lsp.providers.foreign import at, mapping, text


class MockProvider:
    """Answers every prompt alike, by its schema, and fails when its script says so.

    Args:
        connection: Its model is the script; nothing is reached.
        script: The script, in place of the connection's.
    """

    name: ClassVar[str] = "mock"
    capabilities: ClassVar[Capabilities] = Capabilities(
        offline=True,
        deterministic=True,
        max_tokens=100_000,
        max_output=16_384,
        json="schema",
        streaming=True,
        images=True,
        documents=True,
        web=True,
        as_of="2026-11-21",
    )
    access: ClassVar[Access | None] = Access(
        base_url="http://127.0.0.1", model="ok", key_required=False
    )

    def __init__(self, connection: Connection | None = None, *, script: str = "") -> None:
        self._script = script or (connection.model if connection else "") or "ok"
        self._asked: dict[str, int] = {}

    async def generate(self, request: Request) -> Reply:
        """Return an answer to a prompt, or do what the script says instead."""
        if request.prompt is None:
            raise PermanentError("there is no prompt to answer", provider=self.name)
        script = request.model or self._script
        delay, outcome = self._step(script)
        await asyncio.sleep(delay)
        if outcome == "hang":
            await asyncio.Event().wait()
        if outcome != "ok":
            raise self._failure(outcome)
        data = answer(request.prompt.schema) if request.prompt.schema is not None else None
        said = "It describes what the code does." if data is None else json.dumps(data, indent=2)
        return Reply(
            provider=self.name,
            model=script,
            text=said,
            data=data,
            usage=_usage(request.prompt, said),
        )

    async def stream(self, request: Request) -> AsyncGenerator[Delta, None]:
        """Give the same answer word by word."""
        reply = await self.generate(request)
        for word in reply.text.splitlines(keepends=True):
            await asyncio.sleep(0)
            yield Delta(text=word)
        yield Delta(reply=reply)

    async def available(self) -> Availability:
        """Return that it is, unless its script begins with a key that is not accepted."""
        _, outcome = _parsed(self._script.split(",")[0])
        if outcome in ("401", "403"):
            return Availability(available=False, reason=str(self._failure(outcome)))
        return Availability(available=True)

    async def models(self) -> tuple[Model, ...]:
        """Return its script, which is its model."""
        return (Model(name=self._script, context=self.capabilities.max_tokens),)

    def _step(self, script: str) -> tuple[float, str]:
        steps = script.split(",")
        index = self._asked.get(script, 0)
        self._asked[script] = index + 1
        return _parsed(steps[min(index, len(steps) - 1)])

    def _failure(self, outcome: str) -> ProviderError:
        if outcome in ("malformed", "truncated", "refused"):
            return ContentError(f"scripted: {outcome}", provider=self.name, reason=outcome)
        if outcome == "drop":
            return PassingError("scripted: the connection broke off", provider=self.name)
        status = int(outcome)
        message = f"scripted (HTTP {status})"
        if status in (408, 409, 429) or status >= 500:
            wait = 1.0 if status == 429 else None
            return PassingError(message, provider=self.name, status=status, retry_after=wait)
        return PermanentError(message, provider=self.name, status=status)


def answer(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return an object that is valid for a schema, with sentences that would do in a docstring.

    Args:
        schema: Of an object; what it may hold is what strict providers take.
    """
    return {name: _value((name,), kind) for name, kind in mapping(schema, "properties").items()}


_OUTCOMES = frozenset({"ok", "hang", "drop", "malformed", "truncated", "refused"})

_SENTENCES = {
    "summary": "Do what the name says.",
    "description": "",
    "returns": "The result.",
    "yields": "Each result in turn.",
    "receives": "What is sent in.",
    "examples": "",
}
_ENTRIES = {
    "parameters": "The {name} to use.",
    "attributes": "The {name}.",
    "raises": "If something is wrong.",
    "warns": "If something is doubtful.",
}


def _value(path: tuple[str, ...], schema: Any) -> Any:
    if isinstance(choices := at(schema, "enum"), list) and choices:
        return choices[0]
    kind = text(schema, "type")
    if kind == "object":
        inner = mapping(schema, "properties").items()
        return {name: _value((*path, name), one) for name, one in inner}
    if kind == "string" or kind not in _PLAIN:
        if len(path) > 1:
            words = path[-1].lstrip("*").replace("_", " ").strip() or "value"
            return _ENTRIES.get(path[0], "The {name}.").format(name=words)
        return _SENTENCES.get(path[-1], "It holds.")
    if kind == "array":
        return [_value(path, one) for one in [at(schema, "items")] if one]
    return _PLAIN[kind]


_PLAIN: dict[str, Any] = {"array": [], "integer": 0, "number": 0, "boolean": False, "null": None}


def _parsed(step: str) -> tuple[float, str]:
    words = step.replace("delay", " ").replace("=", " ").replace(":", " ").split()
    delay = 0.0
    if "delay" in step and words:
        delay = float(words.pop(0))
    outcome = words[0] if words else "ok"
    known = outcome in _OUTCOMES or (outcome.isdecimal() and 400 <= int(outcome) < 600)
    if len(words) > 1 or not known:
        raise PermanentError(f"its script has no step {step.strip()!r}", provider="mock")
    return delay, outcome


def _usage(prompt: Prompt, said: str) -> Usage:
    asked = len(prompt.system) + sum(map(len, prompt.user))
    return Usage(input=asked // 4, output=len(said) // 4)


PROVIDER = MockProvider
