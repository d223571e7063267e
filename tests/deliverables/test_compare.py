"""The same deliverable by several models."""

from __future__ import annotations

import pytest

from docstring_lsp.deliverables.compare import compare, side_by_side
from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.prompting import Wish
from docstring_lsp.deliverables.templates import templates
from tests.deliverables.test_online import Mock

pytestmark = pytest.mark.asyncio(loop_scope="function")


async def test_models_are_set_side_by_side(evidence: Evidence) -> None:
    asks = {"mock:ok": Mock(), "mock:401": Mock("401"), "mock:delay": Mock("delay 0.01 ok")}
    template = templates()["readme"]
    outcomes = await compare(template, evidence, asks, Wish(tries=1))
    assert [o.written is not None for o in outcomes.values()] == [True, False, True]
    page = side_by_side(template, outcomes)
    assert page.startswith("# README by 3 models\n")
    assert "| `mock:ok` | 0.0 | " in page
    assert "- `mock:401`: mock: scripted (HTTP 401)" in page
    assert page.count("It holds.") >= 4
    assert "- [`mock:delay`](#mockdelay)" in page
