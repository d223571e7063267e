"""Documents written with a model: tasks in, reports out in their order, all on one event loop.

A model makes its users wait, not work: many documents are under way at once in one process, and
how many questions are, the engine's settings say. Ctrl-C cancels what is asked and closes every
connection; what is written until then is told.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial

from docstring_lsp.actions.outcome import Author
from docstring_lsp.cli.rewrite import Report, Task, rewritten
from docstring_lsp.cli.stopping import stopping
from docstring_lsp.engine.account import Hear
from docstring_lsp.engine.generate import Engine
from docstring_lsp.files import project_root


def apply(tasks: Sequence[Task], hear: Hear | None = None) -> Iterator[Report]:
    """Yield the reports.

    Args:
        tasks: The tasks.
        hear: Is told pieces of answers as they come, and whose they are.

    Raises:
        UnknownNameError: If the settings name a provider that there is not.
    """
    engines = Engines()
    authors = [engines.of(task) for task in tasks]
    loop = asyncio.new_event_loop()
    works: list[asyncio.Task[Report]] = []

    def given_up() -> None:
        for work in works:
            loop.call_soon_threadsafe(work.cancel)

    told = 0
    with stopping(given_up) as stop:
        try:
            together = asyncio.Semaphore(_MOST_DOCUMENTS)
            works += [
                loop.create_task(_bounded(task, partial(author, hear=hear), together))
                for task, author in zip(tasks, authors, strict=True)
            ]
            for work in works:
                with suppress(asyncio.CancelledError):
                    loop.run_until_complete(work)
                if work.cancelled():
                    break
                told += 1
                yield work.result()
        finally:
            loop.run_until_complete(_ended(works, engines))
            loop.close()
    if stop:
        yield from (work.result() for work in works[told:] if not work.cancelled())
        stop.end()


class Engines:
    """The engines of a run: one for all that is asked alike.

    What decides whom to ask is the user's own, and so the same everywhere, but that a project
    may keep its code on this machine.
    """

    def __init__(self) -> None:
        self._engines: dict[bool, Engine] = {}

    def of(self, task: Task) -> Engine:
        """Return the engine for a task."""
        offline = task.settings.offline
        if offline not in self._engines:
            self._engines[offline] = Engine(task.settings, project=project_root(task.path))
        return self._engines[offline]

    async def aclose(self) -> None:
        """Close them."""
        for engine in self._engines.values():
            await engine.aclose()


_MOST_DOCUMENTS = 16
"""Documents that are open at once; the questions they ask are bounded elsewhere."""


async def _bounded(task: Task, author: Author, together: asyncio.Semaphore) -> Report:
    async with together:
        return await rewritten(task, author)


async def _ended(works: Sequence[asyncio.Task[Report]], engines: Engines) -> None:
    # One that an interruption has hit leaves those behind that it waited for.
    left = {*asyncio.all_tasks(), *works} - {asyncio.current_task()}
    for work in left:
        work.cancel()
    await asyncio.gather(*left, return_exceptions=True)
    await engines.aclose()
