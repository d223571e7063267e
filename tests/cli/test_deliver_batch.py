"""``deliver --batch``: the prompts of a round go out together, and are waited for or taken up."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from docstring_lsp.deliverables.deliver import Order
from docstring_lsp.deliverables.model import CompletionMode
from docstring_lsp.deliverables.workspace import delivered
from docstring_lsp.settings.load import load
from tests.cli.conftest import Cli
from tests.cli.test_batch import SERVERS, Vendor, vendor

__all__ = ["vendor"]


def kept() -> list[Path]:
    return list(Path.home().rglob("batches/documents/*.json"))


@pytest.mark.parametrize("vendor", SERVERS, indirect=True)
def test_a_round_is_one_batch(cli: Cli, shop: Path, vendor: Vendor) -> None:
    done = cli("deliver", "readme", "glossary", "--batch", "--provider", vendor.name, "--merge")
    assert done.status == 0, done.err
    assert f"{vendor.name} has 2 prompts in a batch" in done.err
    assert "It holds." in done.out
    assert f"by {vendor.name}" in done.out
    assert len(vendor.shelf.batches) <= 1, "what is over is removed there"
    assert kept() == []


def test_what_was_interrupted_is_taken_up(shop: Path, vendor: Vendor) -> None:
    vendor.shelf.looks = 1_000
    settings = load(shop.parent, command_line={"provider": vendor.name}).settings
    order = Order(names=("readme", "personas"), mode=CompletionMode.BATCH, later=True)

    def made(patience: float) -> object:
        work = delivered(shop.parent, settings, order)
        return asyncio.run(asyncio.wait_for(work, patience))

    with pytest.raises((TimeoutError, asyncio.TimeoutError)):
        made(1.5)
    assert len(kept()) == 1
    (batch,) = vendor.shelf.batches.values()
    assert len(batch.requests) == 2
    batch.looks = 0
    done = made(20.0)
    assert done.failed == ()  # type: ignore[attr-defined]
    assert len(vendor.shelf.batches) == 0, "nothing was handed in again"
    assert kept() == []


def test_one_that_is_not_answered_loses_no_other(cli: Cli, shop: Path, vendor: Vendor) -> None:
    vendor.shelf.forgets = "Who meets the project"
    done = cli("deliver", "readme", "personas", "--batch", "--provider", vendor.name)
    assert done.status == 1
    assert "personas: anthropic: the batch ran out of time" in done.err
    assert "# project\n\n## What it is" in done.out


def test_who_takes_no_batches_is_told(cli: Cli, shop: Path) -> None:
    done = cli("deliver", "readme", "--batch", "--provider", "mock")
    assert done.status == 2
    assert "mock takes no batches" in done.err
