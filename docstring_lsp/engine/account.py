"""The account of one request: every call that is made for it, whatever becomes of the call.

Takes calls as they are made, gives the attempts. A call that was cancelled or whose answer was
no good has taken tokens, too; where nobody says how many, they are estimated.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable
from contextlib import aclosing
from dataclasses import dataclass, field

from docstring_lsp.engine.budget import tokens
from docstring_lsp.engine.meter import Meter
from docstring_lsp.engine.race import Lap
from docstring_lsp.engine.result import Attempt, AttemptOutcome
from docstring_lsp.errors import ContentError, ProviderError
from docstring_lsp.providers.base import (
    Capabilities,
    Prompt,
    Provider,
    Reply,
    Request,
    Usage,
)
from docstring_lsp.providers.exchange import TOKENS_A_FILE

Hear = Callable[[str, str], None]
"""Is told pieces of an answer as they come: by whom, and what was added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A provider that can be asked.

    Attributes:
        name: What it is called: the provider's name, and a model after a colon where it is not
            the one that is set.
        provider: Itself.
        model: The model it is asked for; empty for its own choice.
        base_url: Where it is asked; empty for one that needs no network.
        capabilities: What it can do.
    """

    name: str
    provider: Provider
    model: str = ""
    base_url: str = ""
    capabilities: Capabilities = field(default_factory=Capabilities)

    @property
    def whose(self) -> str:
        """The provider's name, without the model that may stand after a colon."""
        return self.name.partition(":")[0]

    @property
    def seat(self) -> str:
        """What its times are remembered under."""
        return f"{self.name} {self.model}".strip()


@dataclass(slots=True)
class Line:
    """One call.

    Attributes:
        desk: Whom it was made to.
        prompt: What was asked.
        begun: When, by the performance counter.
        outcome: What became of it.
        reason: Why, in one line.
        seconds: How long it took.
        usage: What it took.
        model: The model that answered.
        heard: How many characters have come.
    """

    desk: Desk
    prompt: Prompt
    begun: float
    outcome: AttemptOutcome = "lost"
    reason: str = "it was cancelled"
    seconds: float = 0.0
    usage: Usage = field(default_factory=Usage)
    model: str | None = None
    heard: int = 0

    def end(self, outcome: AttemptOutcome, reason: str = "") -> None:
        """Note what became of it."""
        self.outcome, self.reason = outcome, reason

    def estimate(self) -> None:
        """Take what it may have taken, by what was asked and what has come."""
        asked = tokens(self.prompt.system) + sum(map(tokens, self.prompt.user))
        asked += TOKENS_A_FILE * len(self.prompt.attachments)
        self.usage = Usage(input=asked, output=-(-self.heard // 4), estimated=True)


class Account:
    """The calls of one request.

    Args:
        hear: Is told what comes, as it comes.
    """

    def __init__(self, hear: Hear | None = None) -> None:
        self._hear = hear
        self._lines: list[Line] = []

    async def ask(self, desk: Desk, request: Request) -> tuple[Reply, Line]:
        """Return the answer to one call, and its line, which counts as won until it is ended.

        Raises:
            ProviderError: If there is none.
        """
        assert request.prompt is not None
        line = Line(desk, request.prompt, time.perf_counter())
        self._lines.append(line)
        try:
            reply = await self._answer(desk, request, line)
        except asyncio.CancelledError:
            line.estimate()
            raise
        except ProviderError as error:
            line.end("failed", str(error))
            if isinstance(error, ContentError):
                line.estimate()
            raise
        finally:
            line.seconds = time.perf_counter() - line.begun
        line.end("won")
        line.usage, line.model = reply.usage, reply.model
        return reply, line

    def closed(self, laps: Iterable[Lap], meter: Meter) -> tuple[Attempt, ...]:
        """Return what became of every call, once it is known who won.

        Args:
            laps: How the race ended for each.
            meter: Keeps what each took.
        """
        for lap in {lap.name: lap for lap in laps}.values():  # the last of each
            mine = [line for line in self._lines if line.desk.name == lap.name]
            for line in mine:
                if lap.outcome == "lost" and line.outcome != "failed":
                    line.end("lost", "another was faster")
                elif lap.outcome == "failed" and line.outcome in ("won", "lost"):
                    line.end("failed", str(lap.error))
            if lap.outcome == "won" and all(line.outcome != "won" for line in mine):
                # What was asked again gave nothing better: the answer before it is taken.
                for line in [line for line in mine if line.outcome == "refused"][-1:]:
                    line.outcome = "won"
        lines, self._lines = self._lines, []
        return tuple(_attempt(line, meter) for line in lines)

    async def _answer(self, desk: Desk, request: Request, line: Line) -> Reply:
        if self._hear is None or not desk.capabilities.streaming:
            return await desk.provider.generate(request)
        reply: Reply | None = None
        pieces = desk.provider.stream(request)
        async with aclosing(pieces) as coming:  # type: ignore[type-var]
            async for piece in coming:
                line.heard += len(piece.text)
                reply = piece.reply or reply
                if piece.text:
                    self._hear(desk.name, piece.text)
        if reply is None:
            raise ContentError("the stream held no answer", provider=desk.name, reason="malformed")
        return reply


def summed(usages: Iterable[Usage]) -> Usage:
    """Return what several calls took together."""
    told = list(usages)
    return Usage(
        input=sum(each.input for each in told),
        output=sum(each.output for each in told),
        cached=sum(each.cached for each in told),
        thinking=sum(each.thinking for each in told),
        searches=sum(each.searches for each in told),
        estimated=any(each.estimated for each in told),
    )


def _attempt(line: Line, meter: Meter) -> Attempt:
    desk, usage = line.desk, line.usage
    model = line.model or desk.model or None
    cost: float | None = 0.0
    if desk.base_url and (usage.input or usage.output):
        cost = meter.note(desk.whose, model, line.outcome, usage, desk.base_url)
    return Attempt(
        provider=desk.whose,
        model=model,
        outcome=line.outcome,
        reason=line.reason,
        seconds=line.seconds,
        usage=usage,
        cost=cost,
    )
