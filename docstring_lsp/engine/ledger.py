"""The ledger: what calls took and cost, kept in the user's state folder, a file a month.

Takes and gives entries. Holds names, numbers and a hash of the project's folder, never a text or
a key. Each entry is one line that is added at the end of the file in one write, so that several
processes may write at once; a line that cannot be read is passed over. Where the folder cannot
be written, nothing is kept and nothing fails.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from datetime import datetime, timezone
from hashlib import sha256
from pathlib import Path
from typing import Any

_FILE = "usage-{:%Y-%m}.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One call, or one answer that was had without one.

    Attributes:
        time: When, in UTC.
        session: Which run of the program.
        project: Which project, as `project_label` tells it.
        provider: Who was asked.
        model: Which model.
        outcome: As of an attempt, or ``cached`` for an answer that was had before.
        input: The tokens of the prompt.
        output: The tokens of the answer.
        cached: Those of the prompt that the provider had cached.
        thinking: Those of the answer that were thought.
        searches: The searches of the web.
        estimated: Whether the tokens are an estimate.
        feeless: Whether the cost lacks the fee of the searches, since that is not known.
        cost: In US dollars; None where no price is known. Of a ``cached`` one, what was saved.
    """

    time: str
    session: str
    project: str
    provider: str
    model: str
    outcome: str
    input: int = 0
    output: int = 0
    cached: int = 0
    thinking: int = 0
    searches: int = 0
    estimated: bool = False
    feeless: bool = False
    cost: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """What several calls took together.

    Attributes:
        calls: How many.
        lost: How many of them were in vain: cancelled, failed or refused.
        input: The tokens of the prompts.
        output: The tokens of the answers.
        cost: In US dollars, as far as prices are known.
        unpriced: How many calls have no known price.
        feeless: How many have one that lacks the fee of their searches of the web.
        hits: How many answers were had without a call.
        saved: What these would have cost.
    """

    calls: int = 0
    lost: int = 0
    input: int = 0
    output: int = 0
    cost: float = 0.0
    unpriced: int = 0
    feeless: int = 0
    hits: int = 0
    saved: float = 0.0


class Ledger:
    """The entries of a user.

    Args:
        folder: Where they are kept; the user's state folder if None.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = _state() if folder is None else folder

    @property
    def folder(self) -> Path:
        """Where it is kept."""
        return self._folder

    def add(self, entry: Entry) -> int:
        """Keep an entry, and return by how many bytes its month has grown."""
        # The line's end comes first: one that was cut short does not spoil the next.
        line = ("\n" + json.dumps(asdict(entry), separators=(",", ":"))).encode()
        path = self._folder / _FILE.format(datetime.fromisoformat(entry.time))
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            try:
                return os.write(handle, line)
            finally:
                os.close(handle)
        return 0

    def size(self, month: datetime) -> int:
        """Return how many bytes a month has, by which others' entries are noticed."""
        try:
            return (self._folder / _FILE.format(month)).stat().st_size
        except OSError:
            return 0

    def entries(self, month: datetime) -> Iterator[Entry]:
        """Give the entries of a month, as far as they can be read."""
        try:
            lines = (self._folder / _FILE.format(month)).read_bytes().split(b"\n")
        except OSError:
            return
        for line in lines:
            entry = _entry(line)
            if entry is not None:
                yield entry

    def spent(self, day: datetime) -> float:
        """Return what a day has cost so far, as far as prices are known."""
        return total(e for e in self.entries(day) if e.time[:10] == f"{day:%Y-%m-%d}").cost


def total(entries: Iterable[Entry]) -> Total:
    """Return what entries come to."""
    sums: dict[str, Any] = {f.name: f.default for f in fields(Total)}
    for entry in entries:
        if entry.outcome == "cached":
            sums["hits"] += 1
            sums["saved"] += entry.cost or 0.0
            continue
        sums["calls"] += 1
        sums["lost"] += entry.outcome != "won"
        sums["input"] += entry.input
        sums["output"] += entry.output
        sums["cost"] += entry.cost or 0.0
        sums["unpriced"] += entry.cost is None
        sums["feeless"] += entry.feeless and entry.cost is not None
    return Total(**sums)


def now() -> datetime:
    """Return the time in UTC."""
    return datetime.now(timezone.utc)


def project_label(folder: Path | None) -> str:
    """Return what a project is called here: its folder's name and a hash of its path."""
    if folder is None:
        return ""
    digest = sha256(os.fsencode(folder.absolute())).hexdigest()[:8]
    return f"{folder.absolute().name}-{digest}"


def _state() -> Path:
    from platformdirs import user_state_path

    return user_state_path("docstring-lsp", appauthor=False) / "usage"


def _entry(line: bytes) -> Entry | None:
    try:
        read = json.loads(line)
        entry = Entry(**read)
    except (ValueError, TypeError, RecursionError):
        return None
    good = all(isinstance(getattr(entry, f.name), _KINDS[str(f.type)]) for f in fields(Entry))
    return entry if good else None


_KINDS: dict[str, tuple[type, ...]] = {
    "str": (str,),
    "int": (int,),
    "bool": (bool,),
    "float | None": (float, int, type(None)),
}
