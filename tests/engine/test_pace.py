"""A provider is slow past twice its median, and few extra requests are asked for speed."""

from __future__ import annotations

import pytest

from docstring_lsp.engine.pace import FEW, REMEMBERED, Pace


@pytest.mark.parametrize(
    ("seconds", "delay"),
    [([], 8.0), ([1.0] * (FEW - 1), 8.0), ([1, 2, 30], 4.0), ([9.0] * 9 + [1.0] * REMEMBERED, 2.0)],
)
def test_the_delay_follows_the_median(seconds: list[float], delay: float) -> None:
    pace = Pace()
    for each in seconds:
        pace.took("a", each)
    pace.took("b", 99)
    assert pace.delay("a") == delay


def test_extra_requests_have_a_share() -> None:
    pace = Pace(share=0.1, burst=2)
    assert [pace.may_join() for _ in range(3)] == [True, True, False]
    for _ in range(10):
        pace.asked()
    assert [pace.may_join() for _ in range(2)] == [True, False]
