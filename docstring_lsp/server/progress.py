"""Shows the progress of a command and lets the user stop it; computes nothing."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

from lsprotocol.types import ProgressToken

from docstring_lsp.server.handler import Progress
from docstring_lsp.server.untitled import Untitled

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
    *,
    patience: float = 0.0,
    page: Untitled | None = None,
) -> T:
    """Do work, showing how far it is where the editor can show it.

    Args:
        session: The session.
        title: What the work is called; empty to show nothing unless a token is given.
        token: The token under which the editor wants to be told, or None.
        work: The work.
        patience: The seconds after which it is shown, where the editor did not ask for it.
        page: The document that grows with the work.

    Returns:
        What the work comes to.

    Raises:
        StoppedError: If the user stopped it.
    """
    create = token is None
    page = page or Untitled(session)
    if token is None and title and session.client.progress:
        token = f"docstring-lsp/{next(_numbers)}"
    if token is None:
        return await work(_Silent(page))
    reporter = _Reporter(session, token, page)
    task = asyncio.ensure_future(work(reporter))
    session.track(token, task)
    try:
        if not create or not await _soon(task, patience):
            await session.editor.begin(token, title or "docstring-lsp", create=create)
            reporter.begun = True
        return await task
    except asyncio.CancelledError:
        if session.was_stopped(token):
            raise StoppedError from None
        raise
    finally:
        session.untrack(token)
        if not task.done():
            task.cancel()
            await asyncio.wait([task])
        if reporter.begun:
            session.editor.end(token)


class _Silent:
    """Shows what grows, and nobody how far it is."""

    def __init__(self, page: Untitled) -> None:
        self.grow = page.say

    def __call__(self, done: int, total: int, what: str) -> None:
        """Tell nobody."""


class _Reporter:
    """Tells the editor how far the work is, once its progress is shown, and not too often."""

    def __init__(self, session: Session, token: ProgressToken, page: Untitled) -> None:
        self.begun = False
        self.grow = page.say
        self._session, self._token = session, token
        self._last = 0.0

    def __call__(self, done: int, total: int, what: str) -> None:
        now = time.monotonic()
        if self.begun and now - self._last >= _INTERVAL:
            self._last = now
            percentage = 100 * done // total if total else 0
            told = f"{done}/{total} {what}" if total > 1 else what
            self._session.editor.report(self._token, told.strip(), percentage)


async def _soon(task: asyncio.Future[T], patience: float) -> bool:
    """Return whether work is done before anybody would want to see its progress."""
    if not patience:
        return False
    done, _ = await asyncio.wait([task], timeout=patience)
    return bool(done)
