"""The ledger keeps what calls took, and nothing breaks where it cannot."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

from docstring_lsp.engine.ledger import Entry, Ledger, project_label, total
from docstring_lsp.engine.statistics import row

MONTH = datetime(2026, 11, 21, tzinfo=timezone.utc)
ENTRY = Entry(
    time="2026-11-21T05:44:30.291+00:00",
    session="s",
    project="shop-0a1b2c3d",
    provider="anthropic",
    model="m",
    outcome="won",
    input=100,
    output=20,
    cost=0.5,
)


def test_what_is_added_is_there(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "new")
    ledger.add(ENTRY)
    assert list(ledger.entries(MONTH)) == [ENTRY]
    assert list(ledger.entries(datetime(2026, 10, 1, tzinfo=timezone.utc))) == []
    assert [path.name for path in ledger.folder.iterdir()] == ["usage-2026-11.jsonl"]


def test_many_may_write_at_once(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: ledger.add(replace(ENTRY, input=n)), range(200)))
    assert sorted(e.input for e in ledger.entries(MONTH)) == list(range(200))


def test_a_line_that_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.add(ENTRY)
    path = tmp_path / "usage-2026-11.jsonl"
    broken = [b"", b"{", b"\xff\xfe", b"[]", b'{"time": 1}', b"null", b"[" * 50_000]
    strange = path.read_bytes().replace(b'"input":100', b'"input":"100"')
    path.write_bytes(path.read_bytes() + b"\n".join(broken) + b"\n" + strange + b'{"time":"20')
    assert list(ledger.entries(MONTH)) == [ENTRY]


def test_what_was_cut_short_spoils_nothing_else(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.add(ENTRY)
    path = tmp_path / "usage-2026-11.jsonl"
    path.write_bytes(path.read_bytes() + b'\n{"time":"2026-11')  # killed, or a full disk
    ledger.add(replace(ENTRY, input=7))
    assert [each.input for each in ledger.entries(MONTH)] == [100, 7]


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ledger = Ledger(tmp_path / "file" / "below")
    ledger.add(ENTRY)
    assert list(ledger.entries(MONTH)) == []


def test_a_day_is_a_part_of_its_month(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    for day, cost in (("20", 1.0), ("21", 0.25), ("21", None), ("22", 4.0)):
        ledger.add(replace(ENTRY, time=f"2026-11-{day}T00:00:00+00:00", cost=cost))
    assert ledger.spent(MONTH) == 0.25


def test_a_total_tells_winners_from_what_was_in_vain() -> None:
    entries = [
        ENTRY,
        replace(ENTRY, outcome="lost", cost=0.25, output=0),
        replace(ENTRY, outcome="failed", cost=None, input=0, output=0),
        replace(ENTRY, outcome="cached", cost=2.0),
    ]
    told = total(entries)
    assert (told.calls, told.lost, told.hits, told.unpriced) == (3, 2, 1, 1)
    feeless = total([replace(ENTRY, searches=2, feeless=True)])
    assert "without the search fee" in row(feeless)[4]
    assert "fee" not in row(told)[4]
    assert (told.cost, told.saved, told.input, told.output) == (0.75, 2.0, 200, 20)


def test_a_project_is_told_by_its_name_and_never_its_path(tmp_path: Path) -> None:
    one, other = tmp_path / "a" / "shop", tmp_path / "b" / "shop"
    assert project_label(one) != project_label(other)
    assert project_label(one).startswith("shop-")
    assert "/" not in project_label(one)
    assert project_label(None) == ""
