"""What becomes of asking models: an answer, or why there is none; and what its user is told."""

from __future__ import annotations

from dataclasses import dataclass

from docstring_lsp.engine.attempt import Written
from docstring_lsp.engine.result import Attempt
from docstring_lsp.engine.select import AUTO, Selection
from docstring_lsp.errors import DocstringLspError
from docstring_lsp.providers.base import Reply
from docstring_lsp.settings.model import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What became of asking.

    Attributes:
        written: The prose that stands; None if there is none.
        provider: Who wrote it.
        attempts: Every call that was made.
        error: Why there is none.
        notice: Why it is not by whom the user would expect.
        from_cache: Whether it was had before.
    """

    written: Written | None = None
    provider: str = ""
    attempts: tuple[Attempt, ...] = ()
    error: DocstringLspError | None = None
    notice: str = ""
    from_cache: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What became of a free prompt.

    Attributes:
        reply: The answer.
        attempts: Every call that was made for it.
        from_cache: Whether it was had before.
    """

    reply: Reply
    attempts: tuple[Attempt, ...]
    from_cache: bool = False


class Notices:
    """What the user is told of answers that are not by whom one would expect.

    Args:
        settings: Say who that is.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._missed: set[str] = set()

    def of(self, selection: Selection, answer: Answer) -> str:
        """Return what is told of an answer; nothing where it is as expected.

        Args:
            selection: Who was asked, and why not others.
            answer: What came of it.
        """
        wanted = self._settings.provider
        if answer.written is None:
            return ""
        if wanted in (AUTO, answer.provider):
            return self._absence(selection)
        if why := selection.passed_over.get(wanted, ""):
            return f"written by {answer.provider}, since {wanted} was not asked: {why}"
        failed = [a for a in answer.attempts if a.provider == wanted and a.outcome == "failed"]
        return f"written by {answer.provider}, since {failed[-1].reason}" if failed else ""

    def _absence(self, selection: Selection) -> str:
        """Return that the fallback cannot stand in, and what to do about it; said once."""
        name = self._settings.fallback
        why = selection.passed_over.get(name, "")
        if not why or name in self._missed:
            return ""
        self._missed.add(name)
        return f"{name} does not stand by: {why}"
