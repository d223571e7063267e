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

from docstring_lsp.engine import gate
from docstring_lsp.engine.generate import Engine
from docstring_lsp.engine.orders import Given, Order
from docstring_lsp.engine.result import Attempt, AttemptOutcome, GenerationResult
from docstring_lsp.engine.verdict import Verdict, verdict
from docstring_lsp.errors import AwaitedError
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
        second = order.second.get(_key(request))
        if second is None and _key(request) in order.wrong and not order.is_over:
            raise AwaitedError(f"{order.provider} is asked again: {_shown(order, _key(request))}")
        heard = verdict(given, request, order.provider)
        attempts = [_attempt(order, given, heard)]
        if second is not None:
            again = verdict(second, request, order.provider)
            attempts.append(_attempt(order, second, again))
            heard = again.over(heard)
        own = await self._embedded(request)
        costs = [each.cost for each in attempts]
        spent = replace(
            own,
            attempts=tuple(attempts),
            tokens_used=sum(each.usage.input + each.usage.output for each in attempts),
            cost=None if None in costs else sum(each for each in costs if each is not None),
        )
        if heard.error:
            told = f"written by the embedded author: {order.provider}: {heard.error}"
            return replace(spent, notice=told)
        return replace(
            spent,
            content=gate.complete(heard.draft, own.content),
            provider=order.provider,
            model=(second or given).model or given.model,
            mended=(*heard.mended, *heard.wrong),
        )

    def _why_not(self, path: Path, request: Request) -> str:
        order = self._order
        if _key(request) in order.wanted:
            return f"{order.provider} has not answered yet"
        if _place(path, request) in self._places:
            return "it was changed since it was asked about"
        return "it was not asked about"


def _shown(order: Order, key: str) -> str:
    """Return why a definition is asked about again."""
    told = order.answers[key].error.removeprefix(f"{order.provider}: ")
    return told or order.wrong[key][0]


def _attempt(order: Order, given: Given, heard: Verdict) -> Attempt:
    outcome: AttemptOutcome = "failed" if given.error else "refused" if heard.again else "won"
    return Attempt(
        provider=order.provider,
        model=given.model,
        outcome=outcome,
        reason=given.error or (heard.wrong[0] if heard.again else ""),
        usage=given.usage,
        cost=given.cost,
    )


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
