"""Orders are kept whole, for their owner alone; what cannot be read is none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from docstring_lsp.engine.orders import Given, Order, Orders, Part
from docstring_lsp.errors import FileError, UnknownNameError, UsageError

ORDER = Order(
    name="20261121-080000-0a1b",
    provider="anthropic",
    model="m",
    base_url="https://api.anthropic.com",
    created="2026-11-21T08:00:00+00:00",
    run="{}",
    wanted={"a": "/p/shop.py:add", "b": "/p/shop.py:total"},
    parts=(Part(job="j", keys=("a",)),),
    answers={"a": Given(model="m", data="{}", cost=None)},
)


def test_what_is_kept_is_given_back(tmp_path: Path) -> None:
    orders = Orders(tmp_path / "new")
    orders.keep(ORDER)
    kept = orders.keep(replace(ORDER, cancelled=True))
    assert orders.all() == (kept,)
    assert orders.get(None) == orders.get(ORDER.name) == kept
    (path,) = (tmp_path / "new").iterdir()
    assert path.stat().st_mode & 0o077 == 0
    orders.forget(kept)
    assert orders.all() == ()


def test_what_was_asked_and_what_not() -> None:
    assert ORDER.unasked == {"b"}
    assert not ORDER.is_over
    assert not replace(ORDER, cancelled=True).is_over
    over = replace(ORDER, parts=(Part(job="j", keys=("a", "b"), fetched=True),))
    assert over.is_over
    stopped = replace(ORDER, parts=(Part(job="j", keys=("a",), fetched=True),), cancelled=True)
    assert stopped.is_over


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"\xff", b'{"name": 5}', b"[" * 50_000, b'{"name": "other"}'],
    ids=["empty", "cut short", "a list", "no text", "another form", "deep", "other"],
)
def test_a_file_that_cannot_be_read_is_none(tmp_path: Path, content: bytes) -> None:
    orders = Orders(tmp_path)
    orders.keep(ORDER)
    (tmp_path / "broken.json").write_bytes(content)
    (tmp_path / "renamed.json").write_bytes((tmp_path / f"{ORDER.name}.json").read_bytes())
    assert orders.all() == (ORDER,)


def test_which_is_meant(tmp_path: Path) -> None:
    orders = Orders(tmp_path)
    with pytest.raises(UsageError, match="there is no batch"):
        orders.get(None)
    orders.keep(ORDER)
    orders.keep(replace(ORDER, name="other"))
    with pytest.raises(UsageError, match=f"name one of {ORDER.name}, other"):
        orders.get(None)
    with pytest.raises(UnknownNameError, match="Did you mean 'other'"):
        orders.get("othe")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FileError, match="cannot be written"):
        Orders(tmp_path / "file" / "below").keep(ORDER)
