"""Colours, diffs and progress: what the terminal gets."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from docstring_lsp.cli import terminal
from docstring_lsp.cli.difference import unified
from tests.cli.conftest import Cli


def test_colours_where_they_are_asked_for(
    cli: Cli, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = cli("generate").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    colored = cli("generate").out
    assert "\x1b[1m--- shop.py\x1b[0m\n" in colored
    assert "\x1b[32m+def" not in colored
    assert '\x1b[32m+        """' in colored
    assert "\x1b[36m@@ " in colored
    monkeypatch.setenv("NO_COLOR", "1")
    assert cli("generate").out == plain


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        ("a\n", "a\nb\n", ["@@ -1 +1,2 @@", " a", "+b"]),
        ("a", "a\nb\n", ["@@ -1 +1,2 @@", "-a", "\\ No newline at end of file", "+a", "+b"]),
        ("a\r\n", "b\r\n", ["@@ -1 +1 @@", "-a\r", "+b\r"]),
        ("\fa\n", "\fb\n", ["@@ -1 +1 @@", "-\fa", "+\fb"]),
        ("", "a\n", ["@@ -0,0 +1 @@", "+a"]),
    ],
)
def test_a_diff_keeps_every_character(before: str, after: str, lines: list[str]) -> None:
    diff = unified("x.py", before, after)
    assert diff == "".join(f"{line}\n" for line in ["--- x.py", "+++ x.py", *lines])


class Screen:
    """A stream that says it is a terminal, or not."""

    def __init__(self, is_terminal: bool) -> None:
        self.is_terminal = is_terminal
        self.written = ""

    def isatty(self) -> bool:
        return self.is_terminal

    def write(self, text: str) -> int:
        self.written += text
        return len(text)

    def flush(self) -> None:
        pass


@pytest.mark.parametrize(
    ("total", "err", "out", "shown"),
    [
        (3, True, False, True),
        (1, True, False, False),
        (3, False, False, False),
        (3, True, True, False),
    ],
)
def test_progress_is_shown_where_somebody_looks(
    monkeypatch: pytest.MonkeyPatch, total: int, err: bool, out: bool, shown: bool
) -> None:
    screen, results = Screen(err), Screen(out)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setattr("sys.stdout", results)
    for item in terminal.progress(iter(range(total)), total, "Writing docstrings"):
        terminal.out(f"result {item}")
    assert ("Writing docstrings" in screen.written) is shown
    assert results.written == "".join(f"result {item}\n" for item in range(total))


@pytest.mark.parametrize("watched", [True, False])
def test_what_takes_its_time_says_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, watched: bool
) -> None:
    screen, results = Screen(watched), Screen(watched)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setattr("sys.stdout", results)
    said = iter(["", "mock: 12 characters", "other: 40 characters"])
    now = [""]

    def coming() -> Iterator[int]:
        for number in range(3):
            now[0] = next(said)
            time.sleep(0.3 if watched else 0)
            yield number

    for item in terminal.waiting(coming(), 3, "Writing", lambda: now[0]):
        terminal.out(f"result {item}")
    assert results.written == "result 0\nresult 1\nresult 2\n"
    for line in ("Writing (1/3): mock: 12 characters", "Writing (2/3): other: 40 characters"):
        assert (line in screen.written) is watched


def test_count() -> None:
    assert [terminal.count(n, "file") for n in (0, 1, 2)] == ["0 files", "1 file", "2 files"]
