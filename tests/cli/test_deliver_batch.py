"""``deliver --batch``: the prompts of a round go out together, and are waited for or taken up."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from docstring_lsp.deliverables.deliver import Order
from docstring_lsp.deliverables.model import CompletionMode
from docstring_lsp.deliverables.prompting import Wish
from docstring_lsp.deliverables.workspace import delivered
from docstring_lsp.settings.load import load
from tests.cli.conftest import Cli
from tests.cli.test_batch import SERVERS, Vendor, vendor
from tests.servers.core import Say

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


def inventing(vendor: Vendor, *, slow: bool = False) -> None:
    """Let a vendor name what the project does not have, until it is told so."""
    plain = vendor.shelf.said

    def said(body: Any, schema: Any, say: Say) -> Say:
        told = plain(body, schema, say)
        if "What was wrong before" in json.dumps(body):
            return told
        vendor.shelf.looks = 1_000 if slow else 0
        return replace(told, text=told.text.replace("It holds.", "Give `--no-such`."))

    vendor.shelf.said = said  # type: ignore[method-assign]


def test_what_is_invented_is_asked_for_again_once(cli: Cli, shop: Path, vendor: Vendor) -> None:
    inventing(vendor)
    done = cli("deliver", "readme", "--batch", "--provider", vendor.name)
    assert done.status == 0, done.err
    assert "It holds." in done.out
    assert "--no-such" not in done.out
    assert vendor.shelf.given == 2
    assert kept() == []


def test_what_was_answered_before_an_interruption_is_not_paid_for_again(
    shop: Path, vendor: Vendor
) -> None:
    inventing(vendor, slow=True)
    settings = load(shop.parent, command_line={"provider": vendor.name}).settings
    order = Order(names=("readme",), wish=Wish(tries=2), later=True)

    def made(patience: float) -> object:
        work = delivered(shop.parent, settings, order)
        return asyncio.run(asyncio.wait_for(work, patience))

    with pytest.raises((TimeoutError, asyncio.TimeoutError)):
        made(1.5)
    assert vendor.shelf.given == 2
    for batch in vendor.shelf.batches.values():
        batch.looks = 0
    done = made(20.0)
    assert "It holds." in done.documents["readme"]  # type: ignore[attr-defined]
    assert vendor.shelf.given == 2, "nothing was handed in again"
    assert kept() == []


def test_who_takes_no_batches_is_told(cli: Cli, shop: Path) -> None:
    done = cli("deliver", "readme", "--batch", "--provider", "mock")
    assert done.status == 2
    assert "mock takes no batches" in done.err
