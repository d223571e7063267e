"""Shows the progress of a command and lets the user stop it; computes nothing."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

from lsprotocol.types import ProgressToken

from docstring_lsp.server.handler import Progress

if TYPE_CHECKING:
    from docstring_lsp.server.session import Session

T = TypeVar("T")

_INTERVAL = 0.1
"""Seconds between two reports; more than the eye can follow is only work for the editor."""

_numbers = itertools.count(1)


class StoppedError(Exception):
    """The user stopped the work where its progress was shown."""


async def with_progress(
    session: Session,
    title: str,
    token: ProgressToken | None,
    work: Callable[[Progress], Awaitable[T]],
) -> T:
    """Do work, showing how far it is where the editor can show it.

    Args:
        session: The session.
        title: What the work is called; empty to show nothing unless a token is given.
        token: The token under which the editor wants to be told, or None.
        work: The work.

    Raises:
        StoppedError: If the user stopped it.
    """
    create = token is None
    if token is None and title and session.client.progress:
        token = f"docstring-lsp/{next(_numbers)}"
    if token is None:
        return await work(_silent)
    await session.editor.begin(token, title or "docstring-lsp", create=create)
    task = asyncio.ensure_future(work(_reporter(session, token)))
    session.track(token, task)
    try:
        return await task
    except asyncio.CancelledError:
        if session.was_stopped(token):
            raise StoppedError from None
        raise
    finally:
        session.untrack(token)
        session.editor.end(token)


def _silent(done: int, total: int, what: str) -> None:
    """Tell nobody."""


def _reporter(session: Session, token: ProgressToken) -> Progress:
    last = 0.0

    def report(done: int, total: int, what: str) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _INTERVAL:
            last = now
            percentage = 100 * done // total if total else 0
            session.editor.report(token, f"{done}/{total} {what}".strip(), percentage)

    return report
