"""Authors of an order: one notes what is asked of it, the other says what has come back.

Both stand where any author stands, so that what is written later goes the way of all docstrings.
A definition is known by its own code: what was written into those around it, and into it by
ourselves, does not count; any other change does, and it is left as it is.
"""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import NoReturn

from docstring_lsp.docstring.draft import Draft
from docstring_lsp.engine import gate, schema
from docstring_lsp.engine.attempt import says
from docstring_lsp.engine.generate import Engine
from docstring_lsp.engine.orders import Given, Order
from docstring_lsp.engine.result import Attempt, GenerationResult
from docstring_lsp.errors import AwaitedError, ContentError
from docstring_lsp.providers.base import Request
from docstring_lsp.source.facts import ModuleFacts
from docstring_lsp.source.scan import scan


class Noted:
    """The definitions that an order is about. Writes nothing.

    Attributes:
        requests: What is to be asked, by key.
        wanted: Where each definition stands, by key.
    """

    def __init__(self) -> None:
        self.requests: dict[str, Request] = {}
        self.wanted: dict[str, str] = {}

    async def note(self, path: Path, request: Request) -> NoReturn:
        """Note a definition.

        Args:
            path: The file it stands in.
            request: What is asked of its author.

        Raises:
            AwaitedError: Always; there is no answer yet.
        """
        key = _key(request)
        self.requests[key] = request
        self.wanted[key] = _place(path, request)
        raise AwaitedError("it is asked for in a batch")


class Answers:
    """What has come back of an order, as an author.

    Args:
        order: The order.
    """

    def __init__(self, order: Order) -> None:
        self._order = order
        self._places = frozenset(order.wanted.values())
        self._embedded = Engine()

    async def write(self, path: Path, request: Request) -> GenerationResult:
        """Return the prose of a definition, as far as what came back agrees with the code.

        Args:
            path: The file it stands in.
            request: The definition as it is now.

        Raises:
            AwaitedError: If there is no answer, or it was given for other code.
        """
        order = self._order
        given = order.answers.get(_key(request))
        if given is None:
            raise AwaitedError(self._why_not(path, request))
        if given.unanswered:
            raise AwaitedError(given.error)
        own = await self._embedded(request)
        attempt = Attempt(
            provider=order.provider,
            model=given.model,
            outcome="failed" if given.error else "won",
            reason=given.error,
            usage=given.usage,
            cost=given.cost,
        )
        spent = replace(
            own,
            attempts=(attempt,),
            tokens_used=given.usage.input + given.usage.output,
            cost=given.cost,
        )
        try:
            draft, mended = _held(order, given, request)
        except ContentError as error:
            return replace(spent, notice=f"written by the embedded author: {error}")
        content = gate.complete(draft, own.content)
        return replace(
            spent, content=content, provider=order.provider, model=given.model, mended=mended
        )

    def _why_not(self, path: Path, request: Request) -> str:
        order = self._order
        if _key(request) in order.wanted:
            return f"{order.provider} has not answered yet"
        if _place(path, request) in self._places:
            return "it was changed since it was asked about"
        return "it was not asked about"


def _held(order: Order, given: Given, request: Request) -> tuple[Draft, tuple[str, ...]]:
    """Return what of an answer agrees with the code, and what was left out of it.

    Raises:
        ContentError: If nothing does.
    """
    if given.error:
        raise ContentError(
            given.error.removeprefix(f"{order.provider}: "),
            provider=order.provider,
            reason="malformed",
        )
    assert request.facts is not None
    draft = schema.draft(request.facts, json.loads(given.data), order.provider)
    verdict = gate.check(draft, request)
    if not says(verdict.draft):
        raise ContentError(
            f"nothing of its answer agrees with the code: {verdict.violations[0]}",
            provider=order.provider,
            reason="untrue",
            violations=verdict.violations,
        )
    return verdict.draft, (*verdict.mended, *verdict.violations)


def _key(request: Request) -> str:
    """Return what a definition is known by: its name and its code."""
    told = json.dumps([_name(request), _code(request)])
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:40]


def _place(path: Path, request: Request) -> str:
    return f"{path.absolute()}:{_name(request)}"


def _name(request: Request) -> str:
    facts = request.facts
    return "" if facts is None or isinstance(facts, ModuleFacts) else facts.qualname


def _code(request: Request) -> list[str]:
    """Return the lines of a definition without the docstrings of those within it."""
    source = request.source
    _module, *definitions = sorted(scan(source), key=lambda each: each.anchor)
    inner = definitions if isinstance(request.facts, ModuleFacts) else definitions[1:]
    spans = sorted((d.docstring.start, d.docstring.end) for d in inner if d.docstring is not None)
    for start, end in reversed(spans):
        source = source[:start] + source[end:]
    return [line for line in map(str.rstrip, source.splitlines()) if line]
