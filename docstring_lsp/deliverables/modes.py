"""How several deliverables are made: rounds of types in, what came of each out, in their order.

One that fails does not lose the others: it is told in its place.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

from docstring_lsp.deliverables.model import CompletionMode, Template, Written
from docstring_lsp.errors import DocstringLspError
from docstring_lsp.providers.base import Usage

Make = Callable[[Template, Mapping[str, str]], Awaitable[Written]]
"""Makes one deliverable, given the earlier ones it needs by their titles."""

Process = Callable[[Sequence[Sequence[Template]], Make], Awaitable[Sequence["Outcome"]]]
"""Makes all deliverables of a plan, each by being handed to its maker."""

Told = Callable[["Outcome"], None]
"""Is told what came of each as soon as it did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one deliverable.

    Attributes:
        template: Its type.
        written: The document; None if there is none.
        error: Why there is none, in one line.
        seconds: How long it took.
    """

    template: Template
    written: Written | None = None
    error: str = ""
    seconds: float = 0.0

    @property
    def usage(self) -> Usage:
        """The tokens it took."""
        return self.written.usage if self.written is not None else Usage()


@dataclass(slots=True)
class Progress:
    """What has been made so far; given to another run, that one goes on from there.

    Attributes:
        done: What came of each, by name.
    """

    done: dict[str, Outcome] = field(default_factory=dict)


async def make_all(
    rounds: Sequence[Sequence[Template]],
    make: Make,
    mode: CompletionMode,
    *,
    told: Told | None = None,
    progress: Progress | None = None,
) -> list[Outcome]:
    """Return what came of each deliverable, in the order in which they are read.

    Args:
        rounds: The types; each needs only what earlier rounds made.
        make: Makes one.
        mode: Whether those of a round are made at once.
        told: Is told of each.
        progress: What was made before is taken from there, but what had failed.
    """
    progress = progress or Progress()

    async def one(template: Template) -> None:
        before = progress.done.get(template.name)
        if before is None or before.written is None:
            progress.done[template.name] = await made(template, make, progress.done)
        if told is not None:
            told(progress.done[template.name])

    for now in rounds:
        if mode is CompletionMode.BATCH:
            await together([one(template) for template in now])
        else:
            for template in now:
                await one(template)
    wanted = [template for now in rounds for template in now]
    return [progress.done[t.name] for t in sorted(wanted, key=lambda t: (t.order, t.name))]


async def together(works: Sequence[Awaitable[None]]) -> None:
    """Wait for all; where one is cancelled or breaks, none is left behind."""
    tasks = [asyncio.ensure_future(work) for work in works]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def made(
    template: Template, make: Make, done: Mapping[str, Outcome] | None = None
) -> Outcome:
    """Return what came of one deliverable.

    Args:
        template: The type.
        make: Makes it.
        done: What came of others, of which those that it needs are handed to it.
    """
    start = time.perf_counter()
    earlier = {
        before.template.title: before.written.body
        for name in template.needs
        if (before := (done or {}).get(name)) is not None and before.written is not None
    }
    try:
        written = await make(template, earlier)
    except DocstringLspError as error:
        seconds = time.perf_counter() - start
        return Outcome(template=template, error=str(error), seconds=seconds)
    return Outcome(template=template, written=written, seconds=time.perf_counter() - start)
