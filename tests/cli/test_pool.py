"""Many items in several processes."""

from __future__ import annotations

import os
import signal
import time

import pytest

from docstring_lsp.cli import pool
from docstring_lsp.errors import DocstringLspError


def slow_when_even(number: int) -> tuple[int, int]:
    if number % 2 == 0:
        time.sleep(0.02)
    return number, os.getpid()


def interruption(number: int) -> bool:
    return signal.getsignal(signal.SIGINT) is signal.SIG_IGN


@pytest.mark.parametrize(
    ("items", "jobs", "elsewhere"), [(9, 2, True), (9, 1, False), (9, None, False), (1, 2, False)]
)
def test_results_come_in_the_order_of_the_items(
    items: int, jobs: int | None, elsewhere: bool
) -> None:
    results = list(pool.apply(slow_when_even, list(range(items)), jobs))
    assert [number for number, _ in results] == list(range(items))
    assert ({pid for _, pid in results} != {os.getpid()}) is elsewhere


def test_many_items_go_to_every_core(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_cores", lambda: 3)
    results = list(pool.apply(slow_when_even, list(range(60)), None))
    assert os.getpid() not in {pid for _, pid in results}


def test_ctrl_c_is_left_to_the_one_who_started() -> None:
    before = signal.getsignal(signal.SIGINT)
    assert all(pool.apply(interruption, [1, 2], 2))
    assert signal.getsignal(signal.SIGINT) is before


def interrupted(number: int) -> int:
    signal.raise_signal(signal.SIGINT)
    return number


def test_an_interruption_waits_for_the_item_and_is_not_lost() -> None:
    done = []

    def note(number: int) -> None:
        interrupted(number)
        done.append(number)

    with pytest.raises(KeyboardInterrupt):
        list(pool.apply(note, [1, 2], 1))
    assert done == [1]


def test_a_second_one_does_not_wait() -> None:
    def twice(number: int) -> None:
        interrupted(interrupted(number))
        pytest.fail("it went on")

    with pytest.raises(KeyboardInterrupt):
        list(pool.apply(twice, [1], 1))


def killed(number: int) -> None:
    os._exit(9)


def test_a_process_that_is_killed_is_told_in_one_line() -> None:
    with pytest.raises(DocstringLspError, match="ended from outside"):
        list(pool.apply(killed, [1, 2], 2))


def test_nothing_to_do() -> None:
    assert list(pool.apply(interruption, [], None)) == []
