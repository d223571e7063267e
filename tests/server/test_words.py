"""Which words a project has: looked up once, held for a while, never for longer than one waits."""

from __future__ import annotations

from pathlib import Path

import pytest

from docstring_lsp.server import words
from docstring_lsp.settings.model import Settings


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that stands until it is set."""
    clock = [1_000.0]
    monkeypatch.setattr(words, "monotonic", lambda: clock[0])
    monkeypatch.setattr("docstring_lsp.actions.vocabulary.monotonic", lambda: clock[0])
    return clock


def test_what_was_looked_up_holds_for_a_while(tmp_path: Path, now: list[float]) -> None:
    beside, other = tmp_path / "a.py", tmp_path / "b.py"
    beside.write_text("late_word = 1\n")
    other.write_text("some_word = 1\n")
    known = words.Words(tmp_path)

    def lacking() -> set[str]:
        return set(known.lacking({"some_word", "late_word"}, beside, Settings()))

    assert lacking() == {"late_word"}
    other.write_text("late_word = 1\n")
    now[0] += 10
    assert lacking() == {"late_word"}
    now[0] += 10
    assert lacking() == set()
    now[0] += 60
    assert lacking() == {"some_word"}


def test_nothing_is_said_of_a_project_that_takes_too_long(
    tmp_path: Path, now: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.py").write_text("")
    monkeypatch.setattr(words, "_PATIENCE", -1)
    assert words.Words(tmp_path).lacking({"a_word"}, tmp_path / "b.py", Settings()) == frozenset()
    assert now
