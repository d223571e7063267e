"""Orders: what batches were asked and what came back, kept so that another run takes them up.

One JSON file an order, in the user's own state folder, replaced whole or not at all. It holds
where definitions stand and hashes of them, and the answers; no source, no prompt and no key.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass, field
from datetime import datetime, timezone
from functools import cache
from pathlib import Path
from secrets import token_hex
from typing import Any

from docstring_lsp import disk
from docstring_lsp.errors import FileError, UnknownNameError, UsageError
from docstring_lsp.providers.base import Usage


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What came back for one definition.

    Attributes:
        model: The model that wrote it.
        data: The answer, as JSON text; empty where there is none.
        error: Why there is none.
        reason: Why it may be asked again: ``truncated``, ``malformed`` or ``passing``; empty for
            an answer, and for an error that would come again.
        wrong: What was wrong with it, as a model can be told.
        unanswered: Whether it was never answered: cancelled, or out of time.
        usage: What it took.
        cost: What that cost in US dollars; None where no price is known.
    """

    model: str | None = None
    data: str = ""
    error: str = ""
    reason: str = ""
    wrong: tuple[str, ...] = ()
    unanswered: bool = False
    usage: Usage = field(default_factory=Usage)
    cost: float | None = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What was handed to the vendor at once.

    Attributes:
        job: What the vendor calls it; empty while it is not known whether it has arrived.
        keys: The definitions it asks about.
        mark: What it is called by us, which the vendor keeps.
        begun: When it was about to be handed in, in UTC.
        again: Whether it asks a second time.
        fetched: Whether its answers are here.
        judged: Whether they were held against the code.
    """

    job: str
    keys: tuple[str, ...]
    mark: str = ""
    begun: str = ""
    again: bool = False
    fetched: bool = False
    judged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One run's definitions, asked about in batches.

    Attributes:
        name: What it is called here.
        provider: Who is asked.
        model: Which model.
        base_url: Where.
        created: When, in UTC.
        run: What the run was asked to do, as JSON text of whoever gave the order.
        wanted: Where each definition stands, by its key.
        parts: What was handed in.
        answers: What came back, by key.
        wrong: What was wrong with answers that are to be asked for again, by key.
        second: What came back the second time, by key.
        cancelled: Whether nothing more is wanted.
    """

    name: str
    provider: str
    model: str
    base_url: str
    created: str
    run: str
    wanted: Mapping[str, str]
    parts: tuple[Part, ...] = ()
    answers: Mapping[str, Given] = field(default_factory=dict)
    wrong: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    second: Mapping[str, Given] = field(default_factory=dict)
    cancelled: bool = False

    @property
    def unasked(self) -> frozenset[str]:
        """The definitions that no part asks about."""
        return frozenset(self.wanted) - self._asked(again=False)

    @property
    def unrepeated(self) -> frozenset[str]:
        """The definitions that are to be asked about again, and are not yet."""
        return frozenset(self.wrong) - self._asked(again=True)

    @property
    def unjudged(self) -> frozenset[str]:
        """The definitions whose first answers were not held against the code yet."""
        parts = [part for part in self.parts if part.fetched and not (part.again or part.judged)]
        return frozenset(key for part in parts for key in part.keys) & frozenset(self.answers)

    @property
    def uncertain(self) -> int:
        """Of how many definitions it is not known whether they have arrived."""
        return sum(len(part.keys) for part in self.parts if not part.job)

    @property
    def is_over(self) -> bool:
        """Whether everything that can come back has."""
        fetched = all(part.fetched for part in self.parts)
        return fetched and (self.cancelled or not (self.unasked or self.unrepeated))

    def _asked(self, *, again: bool) -> frozenset[str]:
        return frozenset(key for part in self.parts if part.again == again for key in part.keys)


class Orders:
    """The orders that are kept.

    Args:
        folder: Where; the user's own state folder if None.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or _state()

    def all(self) -> tuple[Order, ...]:
        """Return every order that can be read, the oldest first."""
        found = (_read(path) for path in sorted(self.folder.glob("*.json")))
        return tuple(order for order in found if order is not None)

    def get(self, name: str | None) -> Order:
        """Return an order; the only one if no name is given.

        Raises:
            UnknownNameError: If there is none of that name.
            UsageError: If there is none, or several and no name.
        """
        orders = {order.name: order for order in self.all()}
        if name is not None:
            if name not in orders:
                raise UnknownNameError("batch", name, orders)
            return orders[name]
        if len(orders) != 1:
            told = f"name one of {', '.join(orders)}" if orders else "there is no batch"
            raise UsageError(told)
        return next(iter(orders.values()))

    def keep(self, order: Order) -> Order:
        """Keep an order in the state it has now.

        Raises:
            FileError: If it cannot be written.
        """
        path = self._path(order.name)
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.touch(0o600)
        except OSError as error:
            raise FileError(f"{path}: cannot be written: {disk.reason(error)}") from error
        disk.replace(path, json.dumps(asdict(order)).encode())
        return order

    def forget(self, order: Order) -> None:
        """Remove an order."""
        for path in (self._path(order.name), self._lock(order.name)):
            with suppress(OSError):
                path.unlink()

    @contextmanager
    def held(self, name: str | None) -> Iterator[Order]:
        """Give an order, as `get` does, to this run alone; however it ends, it is free again.

        Raises:
            UsageError: If there is none, or another run is at work on it.
        """
        import sqlite3

        order = self.get(name)
        # The system frees it, too, when a process is killed.
        with closing(sqlite3.connect(self._lock(order.name), timeout=0)) as lock:
            try:
                lock.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError:
                raise UsageError(
                    f"another run is at work on the batch {order.name}; wait until it has ended"
                ) from None
            yield self.get(order.name)

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.json"

    def _lock(self, name: str) -> Path:
        return self.folder / f"{name}.lock"


def name_now() -> tuple[str, str]:
    """Return a name for an order that is given now, and the time in UTC."""
    now = datetime.now(timezone.utc)
    return f"{now:%Y%m%d-%H%M%S}-{token_hex(2)}", now.isoformat(timespec="seconds")


def _state() -> Path:
    from platformdirs import user_state_path

    return user_state_path("docstring-lsp", appauthor=False) / "batches"


def _read(path: Path) -> Order | None:
    try:
        found: Order = _reader().validate_json(path.read_bytes(), strict=True)
    except (OSError, ValueError):
        return None
    return found if found.name == path.stem else None


@cache
def _reader() -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(Order)
