"""``generate --batch`` and ``batch``: asked for later, taken up, written where nothing changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from docstring_lsp.engine import arrival, portions
from docstring_lsp.engine.ledger import Ledger, now
from docstring_lsp.engine.orders import Orders
from tests.cli.conftest import SHOP, Cli
from tests.servers.batches import AnthropicBatches, GeminiBatches, ResponsesBatches, Shelf
from tests.servers.core import served

KEY = "sk-test-4hG7kQ2mZx9wLpT5"
WRITTEN = "Do what the name says."


@dataclass(frozen=True)
class Vendor:
    """A vendor's server, and what sets it up."""

    shelf: Shelf
    name: str


SERVERS: dict[str, tuple[Callable[..., Any], str, str, str]] = {
    "anthropic": (AnthropicBatches, "ANTHROPIC_API_KEY", "ANTHROPIC_BASE_URL", ""),
    "openai": (ResponsesBatches, "OPENAI_API_KEY", "OPENAI_BASE_URL", "/v1"),
    "gemini": (GeminiBatches, "GOOGLE_API_KEY", "GOOGLE_GEMINI_BASE_URL", ""),
}


@pytest.fixture(params=["anthropic"])
def vendor(
    request: pytest.FixtureRequest, project: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Vendor]:
    speaks, key, address, path = SERVERS[request.param]
    shelf = Shelf()
    with served(speaks(key=KEY, shelf=shelf)) as server:
        monkeypatch.setenv(key, KEY)
        monkeypatch.setenv(address, server.url + path)
        yield Vendor(shelf, request.param)


def kept() -> list[Path]:
    return list(Path.home().rglob("batches/*.json"))


@pytest.mark.parametrize("vendor", SERVERS, indirect=True)
def test_what_was_asked_is_written_when_it_is_answered(
    cli: Cli, shop: Path, vendor: Vendor
) -> None:
    vendor.shelf.looks = 1
    given = cli("generate", "--batch", "--write", "--provider", vendor.name, "--model", "tiny")
    assert given.status == 0
    assert f"{vendor.name} (tiny) is asked for 2 docstrings in 1 file." in given.out
    assert shop.read_text() == SHOP
    told = json.loads(cli("batch", "status", "--format", "json").out)
    assert [(each["state"], each["asked"], each["answered"]) for each in told] == [
        ("waiting", 2, 0)
    ]
    resumed = cli("batch", "resume")
    assert (resumed.status, resumed.out) == (0, "wrote shop.py\n")
    assert "2 docstrings written in 1 file" in resumed.err
    assert shop.read_text().count(WRITTEN) == 2
    assert not kept()
    assert not vendor.shelf.files
    entries = [each.outcome for each in Ledger().entries(now())]
    assert entries == ["won", "won"]


def test_nothing_of_the_code_is_kept(cli: Cli, shop: Path, vendor: Vendor) -> None:
    cli("generate", "--batch", "--provider", vendor.name)
    (order,) = kept()
    text = order.read_text()
    assert "amount must be positive" not in text
    assert KEY not in text
    assert order.stat().st_mode & 0o077 == 0


def test_what_is_not_answered_yet_is_awaited(cli: Cli, shop: Path, vendor: Vendor) -> None:
    vendor.shelf.looks = 1
    cli("generate", "--batch", "--write", "--provider", vendor.name)
    first = cli("batch", "resume")
    assert first.status == 1
    assert "has answered 0 of 2" in first.err
    assert shop.read_text() == SHOP
    assert cli("batch", "resume", "--wait").status == 0
    assert shop.read_text().count(WRITTEN) == 2


def test_a_definition_that_was_changed_is_left(cli: Cli, shop: Path, vendor: Vendor) -> None:
    cli("generate", "--batch", "--write", "--provider", vendor.name)
    shop.write_text(SHOP.replace("return -amount", "return -amount * 2"))
    resumed = cli("batch", "resume")
    assert resumed.status == 1
    assert "shop.py:18: `refund` left as it is: it was changed since it was asked about" in (
        resumed.err
    )
    assert shop.read_text().count(WRITTEN) == 1
    assert not kept()


def test_a_docstring_written_by_hand_meanwhile_stays(cli: Cli, shop: Path, vendor: Vendor) -> None:
    cli("generate", "--batch", "--write", "--provider", vendor.name)
    by_hand = SHOP.replace("    if amount", '    """Pay back."""\n    if amount')
    shop.write_text(by_hand)
    assert cli("batch", "resume").status == 0
    assert '"""Pay back."""' in shop.read_text()
    assert shop.read_text().count(WRITTEN) == 1


def test_what_came_into_being_meanwhile_is_no_part_of_it(
    cli: Cli, shop: Path, vendor: Vendor
) -> None:
    cli("generate", "--batch", "--write", "--provider", vendor.name)
    shop.write_text(SHOP + "\n\ndef newer(count):\n    return count\n")
    resumed = cli("batch", "resume")
    assert "`newer` left as it is: it was not asked about" in resumed.err
    assert shop.read_text().count(WRITTEN) == 2


def test_what_a_run_was_stopped_before_is_handed_in_by_the_next(
    cli: Cli, shop: Path, vendor: Vendor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portions, "MOST_REQUESTS", 1)
    handed_in = vendor.shelf.put

    def once(requests: Any) -> str:
        if vendor.shelf.batches:
            raise ConnectionResetError  # as when the power fails
        return handed_in(requests)

    monkeypatch.setattr(vendor.shelf, "put", once)
    given = cli("generate", "--batch", "--write", "--provider", vendor.name)
    assert given.status == 2
    assert "it is not known whether the batch arrived" in given.err
    (told,) = json.loads(cli("batch", "status", "--format", "json").out)
    assert (told["state"], told["asked"]) == ("interrupted", 1)
    monkeypatch.setattr(vendor.shelf, "put", handed_in)
    early = cli("batch", "resume", "--check")
    assert "whether what is asked about 1 definition has arrived at anthropic" in early.err
    monkeypatch.setattr(arrival, "SETTLED", timedelta(0))
    assert cli("batch", "resume").status == 0
    assert len(vendor.shelf.batches) == 0
    assert shop.read_text().count(WRITTEN) == 2


@pytest.mark.parametrize("vendor", SERVERS, indirect=True)
def test_what_arrived_unknown_to_us_is_not_handed_in_twice(
    cli: Cli, shop: Path, vendor: Vendor, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf, put = vendor.shelf, vendor.shelf.put
    shelf.looks = -1

    def taken_and_gone(*given: Any, **told: Any) -> str:
        put(*given, **told)
        raise ConnectionResetError  # the vendor has it, and we do not know

    monkeypatch.setattr(shelf, "put", taken_and_gone)
    assert cli("generate", "--batch", "--write", "--provider", vendor.name).status == 2
    monkeypatch.setattr(shelf, "put", put)
    for _ in range(3):  # others', newer and on another page
        mine = shelf.batches["b1"]
        put(dict.fromkeys(("x", "y"), next(iter(mine.requests.values()))), mine.file, "null")
    assert cli("batch", "resume").status == 0
    assert shop.read_text().count(WRITTEN) == 2
    assert shelf.given == 4


def test_which_of_several_is_meant_is_known_when_they_have_ended(
    cli: Cli, shop: Path, vendor: Vendor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrival, "SETTLED", timedelta(0))
    put = vendor.shelf.put

    def taken_and_gone(*given: Any) -> str:
        put(*given)
        raise ConnectionResetError

    monkeypatch.setattr(vendor.shelf, "put", taken_and_gone)
    cli("generate", "--batch", "--write", "--provider", vendor.name)
    first = cli("batch", "resume")
    assert first.status == 1
    assert "it is not known yet whether what is asked about 2 definitions has arrived" in first.err
    assert cli("batch", "resume").status == 0
    assert (shop.read_text().count(WRITTEN), vendor.shelf.given) == (2, 1)


def test_what_the_gate_refuses_is_asked_again_once(cli: Cli, shop: Path, vendor: Vendor) -> None:
    vendor.shelf.restates = "def refund"
    cli("generate", "--batch", "--write", "--provider", vendor.name)
    first = cli("batch", "resume")
    assert first.status == 1
    assert "`refund` left as it is: anthropic is asked again: parameters.amount: " in first.err
    assert shop.read_text().count(WRITTEN) == 1
    (told,) = json.loads(cli("batch", "status", "--format", "json").out)
    assert (told["wanted"], told["asked"], told["answered"], told["again"]) == (2, 2, 2, 1)
    assert cli("batch", "resume").status == 0
    assert shop.read_text().count("What the call is given to work on.") == 3
    assert not kept()
    assert len(list(Ledger().entries(now()))) == 3


def test_what_is_refused_twice_is_the_embedded_authors(
    cli: Cli, shop: Path, vendor: Vendor
) -> None:
    vendor.shelf.restates, vendor.shelf.stubborn = "def refund", True
    cli("generate", "--batch", "--write", "--provider", vendor.name)
    resumed = cli("batch", "resume", "--wait")
    assert resumed.status == 0
    assert shop.read_text().count(WRITTEN) == 2
    assert "The amount to use." not in shop.read_text()
    assert vendor.shelf.given == 2


def test_what_may_not_be_asked_again_keeps_nothing_from_being_written(
    cli: Cli, shop: Path, vendor: Vendor, monkeypatch: pytest.MonkeyPatch
) -> None:
    vendor.shelf.restates = "def refund"
    cli("generate", "--batch", "--write", "--provider", vendor.name, "--max-cost", "1")
    monkeypatch.setattr(portions.prices, "price", lambda *_, **__: 3.0)
    first = cli("batch", "resume", "--wait")
    assert first.status == 1
    assert "1 definition could not be asked about again: anthropic: the run has cost" in first.err
    assert shop.read_text().count(WRITTEN) == 1
    assert cli("batch", "cancel").status == 0
    assert cli("batch", "resume").status == 0
    assert shop.read_text().count(WRITTEN) == 2
    assert not kept()


def test_two_runs_at_once_do_not_take_up_the_same(cli: Cli, shop: Path, vendor: Vendor) -> None:
    cli("generate", "--batch", "--write", "--provider", vendor.name)
    with Orders().held(None) as order:
        refused = cli("batch", "resume")
    assert refused.status == 2
    assert f"another run is at work on the batch {order.name}" in refused.err
    assert cli("batch", "resume").status == 0


def test_what_is_shown_first_can_be_written_then(cli: Cli, shop: Path, vendor: Vendor) -> None:
    cli("generate", "--batch", "--provider", vendor.name)
    shown = cli("batch", "resume")
    assert shown.status == 1
    assert shown.out.count(WRITTEN) == 2
    assert not vendor.shelf.batches  # fetched once, and removed there
    assert cli("batch", "resume", "--write").status == 0
    assert shop.read_text().count(WRITTEN) == 2


def test_what_fails_is_the_embedded_authors_and_said(cli: Cli, shop: Path, vendor: Vendor) -> None:
    vendor.shelf.fails = "def refund"
    cli("generate", "--batch", "--write", "--provider", vendor.name)
    resumed = cli("batch", "resume")
    assert "written by the embedded author: anthropic: " in resumed.err
    assert shop.read_text().count(WRITTEN) == 1
    assert "ValueError: " in shop.read_text()


def test_what_is_cancelled_is_left(cli: Cli, shop: Path, vendor: Vendor) -> None:
    vendor.shelf.looks = 99
    cli("generate", "--batch", "--write", "--provider", vendor.name)
    (told,) = json.loads(cli("batch", "status", "--format", "json").out)
    assert told["state"] == "waiting"
    assert cli("batch", "cancel").out.startswith("cancelled ")
    resumed = cli("batch", "resume")
    assert "the batch was cancelled" in resumed.err
    assert shop.read_text() == SHOP
    assert not kept()


@pytest.mark.parametrize("late", ["b1", "b2", "b3"])
def test_what_is_written_first_is_no_change_to_what_stands_around_it(
    cli: Cli, project: Path, vendor: Vendor, monkeypatch: pytest.MonkeyPatch, late: str
) -> None:
    path = project / "cart.py"
    path.write_text("class Cart:\n    def add(self, name):\n        self.name = name\n")
    monkeypatch.setattr(portions, "MOST_REQUESTS", 1)
    cli("generate", "--batch", "--write", "--provider", vendor.name)
    vendor.shelf.batches[late].looks = 1
    assert cli("batch", "resume").status == 1
    assert path.read_text().count(WRITTEN) == 2
    assert cli("batch", "resume").status == 0
    assert path.read_text().count(WRITTEN) == 3


def test_what_the_vendor_has_forgotten_is_left_and_said(
    cli: Cli, shop: Path, vendor: Vendor
) -> None:
    cli("generate", "--batch", "--write", "--provider", vendor.name)
    vendor.shelf.batches.clear()
    resumed = cli("batch", "resume")
    assert "left as it is: anthropic: the batch failed: it is not kept any more" in resumed.err
    assert shop.read_text() == SHOP
    assert not kept()


def test_what_is_not_wanted_any_more_is_forgotten(cli: Cli, shop: Path, vendor: Vendor) -> None:
    given = cli("generate", "--batch", "--provider", vendor.name, "--format", "json")
    assert json.loads(given.out)["state"] == "waiting"
    assert cli("batch", "resume").status == 1
    assert cli("batch", "cancel").out.startswith("forgot ")
    assert not kept()


REFUSALS = {
    "no model": ([], "a batch needs a model whose vendor takes batches"),
    "no batches": (["--provider", "ollama"], "ollama takes no batches"),
    "no network": (["--provider", "gemini", "--offline"], "since `offline` is set"),
    "standard input": (["--provider", "gemini", "-"], "its answers come later"),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_what_cannot_be_asked_so_is_refused(cli: Cli, shop: Path, case: str) -> None:
    options, told = REFUSALS[case]
    result = cli("generate", "--batch", *options)
    assert result.status == 2
    assert told in result.err
    assert not kept()


def test_a_project_that_keeps_its_code_here_is_asked_about_nowhere(
    cli: Cli, shop: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "pyproject.toml").write_text("[tool.docstring-lsp]\noffline = true\n")
    (other / "own.py").write_text("def own(count):\n    return count\n")
    result = cli("generate", "--batch", "--provider", "gemini", "shop.py", other)
    assert result.status == 2
    assert "since `offline` is set" in result.err


def test_what_would_cost_too_much_is_not_handed_in(
    cli: Cli, shop: Path, vendor: Vendor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portions.prices, "price", lambda *_, **__: 3.0)
    result = cli("generate", "--batch", "--provider", vendor.name, "--max-cost", "1")
    assert "the batch may cost $1.50, more than the $1 of --max-cost" in result.err
    assert not vendor.shelf.batches
    assert not kept()


def test_what_the_vendor_does_not_take_is_not_kept(
    cli: Cli, shop: Path, vendor: Vendor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", "another")
    result = cli("generate", "--batch", "--provider", vendor.name)
    assert result.status == 2
    assert "the key is not accepted; check ANTHROPIC_API_KEY" in result.err
    assert not kept()


def test_where_there_is_no_batch_that_is_said(cli: Cli, project: Path) -> None:
    assert cli("batch", "status").err == "There is no batch.\n"
    assert "there is no batch" in cli("batch", "resume").err
    assert "unknown batch" in cli("batch", "cancel", "x").err
