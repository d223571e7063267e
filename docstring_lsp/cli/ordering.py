"""Docstrings by batches: tasks in, an order given to a vendor; an order in, its tasks done.

The run that gives an order notes what it was asked to do, so that the one that takes it up finds
the same definitions; `docstring_lsp.engine.later` says what came back for each.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docstring_lsp.cli import rewriting
from docstring_lsp.cli.documents import Documents
from docstring_lsp.cli.projects import Projects
from docstring_lsp.cli.rewrite import Mode, Report, Task, rewritten
from docstring_lsp.engine.connect import personal_of
from docstring_lsp.engine.later import Answers, Noted
from docstring_lsp.engine.orders import Order
from docstring_lsp.errors import ProviderError, UsageError
from docstring_lsp.files import project_root
from docstring_lsp.settings.load import load
from docstring_lsp.settings.model import Settings

if TYPE_CHECKING:
    from docstring_lsp.actions.proposal import Only
    from docstring_lsp.engine.batch import Batches
    from docstring_lsp.providers.base import Request
    from docstring_lsp.providers.batch import Job


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a run was asked to do.

    Attributes:
        paths: The files and folders, absolute.
        symbols: The definitions in them; none for all.
        only: Which docstrings.
        replace: Whether what stands is written anew.
        mode: What becomes of the result.
        settings: What options set.
    """

    paths: tuple[str, ...]
    symbols: tuple[str, ...] = ()
    only: Only = "missing"
    replace: bool = False
    mode: Mode = "diff"
    settings: Mapping[str, Any] = field(default_factory=dict)

    def documents(self) -> Documents:
        """Return what it is about, by paths as they are seen from the current folder."""
        paths = tuple(_shown(Path(path)) for path in self.paths)
        return Documents(paths, Projects(self.settings, vote=True), None)

    def tasks(self, documents: Documents) -> list[Task]:
        """Return what is to be done."""
        return rewriting.tasks(
            documents, self.symbols, self.mode, only=self.only, replace=self.replace
        )

    def personal(self, tasks: Iterable[Task] = ()) -> Settings:
        """Return who is asked, and within which bounds.

        Args:
            tasks: What is to be done; where one's project keeps its code on this machine, nothing
                leaves it.
        """
        found = personal_of(load(Path(), command_line=self.settings))
        return replace(found, offline=found.offline or any(t.settings.offline for t in tasks))


def run_of(order: Order) -> Run:
    """Return what the run of an order was asked to do.

    Raises:
        UsageError: If that cannot be read.
    """
    try:
        told: dict[str, Any] = json.loads(order.run)
        told |= {name: tuple(told[name]) for name in ("paths", "symbols")}
        return Run(**told)
    except (ValueError, TypeError, LookupError):
        raise UsageError(f"the batch {order.name} was given by another version") from None


async def give(
    run: Run, tasks: Iterable[Task], documents: Documents, batches: Batches
) -> Order | None:
    """Return the order for what is to be written, handed in; None where that is nothing.

    Args:
        run: What was asked for.
        tasks: What is to be done.
        documents: In which documents.
        batches: Hands it in.

    Raises:
        UsageError: If nobody takes it.
        ProviderError: If the vendor does not; what it has taken until then is kept, and what it
            may have taken.
    """
    noted = await _noted(tasks, documents)
    if not noted.wanted:
        return None
    order = batches.orders.keep(batches.order(json.dumps(asdict(run)), noted.wanted))
    with batches.orders.held(order.name):
        try:
            return await batches.submit(order, noted.requests)
        except ProviderError:
            if not batches.orders.get(order.name).parts:
                batches.orders.forget(order)
            raise


class TakenUp:
    """An order in the hands of one run.

    Args:
        order: The order.
        tasks: What is to be done.
        documents: In which documents.
        batches: Hands in and fetches.

    Attributes:
        order: The order as it is now.
        refusal: Why what is to be asked again was not handed in; empty if it was.
    """

    def __init__(
        self, order: Order, tasks: Sequence[Task], documents: Documents, batches: Batches
    ) -> None:
        self.order = order
        self.refusal = ""
        self._tasks, self._documents, self._batches = tasks, documents, batches
        self._noted: Noted | None = None

    async def look(self) -> None:
        """Hand in what was not, fetch what is answered, and ask again where that is no good."""
        self.order = await self._batches.fetch(self.order)
        if self.order.cancelled:
            return
        if self.order.unasked:
            self.order = await self._batches.submit(await self._still_there(), self._requests)
            self.order = await self._batches.fetch(self.order)
        if self.order.unjudged:
            self.order = self._batches.judge(await self._still_there(), self._requests)
        if self.order.unrepeated:
            # What is written first is worth having where this cannot be.
            try:
                self.order = await self._batches.submit(await self._still_there(), self._requests)
            except ProviderError as error:
                self.refusal = str(error)

    @property
    def _requests(self) -> Mapping[str, Request]:
        return self._noted.requests if self._noted else {}

    async def _still_there(self) -> Order:
        """Return the order; what is no longer as it was is not asked about any more."""
        if self._noted is None:
            self._noted = await _noted(self._tasks, self._documents)
        order, there = self.order, {*self._noted.requests}
        gone = order.unasked - there
        wanted = {key: place for key, place in order.wanted.items() if key not in gone}
        gone = order.unrepeated - there
        wrong = {key: told for key, told in order.wrong.items() if key not in gone}
        return replace(order, wanted=wanted, wrong=wrong)


def done(order: Order, tasks: Iterable[Task], mode: Mode) -> Iterator[Report]:
    """Yield what becomes of the documents that an order is about."""
    answers = Answers(order)
    about = files_of(order)
    for task in tasks:
        if task.path.absolute() in about:
            author = partial(answers.write, task.path)
            yield asyncio.run(rewritten(replace(task, mode=mode), author))


def files_of(order: Order) -> frozenset[Path]:
    """Return the files that an order is about."""
    return frozenset(Path(place.rpartition(":")[0]) for place in order.wanted.values())


def told(order: Order, jobs: Sequence[Job] = ()) -> dict[str, object]:
    """Return how an order stands, as tools and tables are told it."""
    waiting = any(job.state == "waiting" for job in jobs)
    missing = bool(order.unasked or order.unrepeated or order.uncertain)
    if not jobs:  # nobody has asked
        waiting = not all(part.fetched for part in order.parts)
    failed = sum(bool(each.error) for each in order.answers.values())
    first = [(job, part) for job, part in zip_longest(jobs, order.parts) if not part.again]
    answered = sum(len(part.keys) for _, part in first if part.fetched)
    answered += sum(job.done for job, part in first if job and not part.fetched)
    states = {"cancelled": order.cancelled, "interrupted": missing, "waiting": waiting}
    return {
        "name": order.name,
        "state": next((state for state, holds in states.items() if holds), "answered"),
        "provider": order.provider,
        "model": order.model,
        "created": order.created,
        "asked": sum(len(part.keys) for _, part in first if part.job),
        "wanted": len(order.wanted),
        "answered": answered,
        "again": len(order.wrong),
        "failed": failed,
        "files": len(files_of(order)),
    }


def project_of(order: Order) -> Path:
    """Return the folder of the project that an order is about."""
    return project_root(min(files_of(order), default=Path()))


async def _noted(tasks: Iterable[Task], documents: Documents) -> Noted:
    noted = Noted()
    for task in tasks:
        report = await rewritten(replace(task, mode="check"), partial(noted.note, task.path))
        if report.error:
            documents.fail(report.error)
    return noted


def _shown(path: Path) -> Path:
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
