"""Docstrings by the workflow: one definition, several, a workspace; criticised and mended."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from pathlib import Path

import pytest

from docstring_lsp.engine.generate import Engine
from docstring_lsp.engine.result import GenerationResult
from docstring_lsp.providers.base import Request
from docstring_lsp.settings.load import load
from docstring_lsp.workflow.docstrings import Revised, revised_files

pytestmark = pytest.mark.asyncio

SHOP = '''"""A shop."""


def pay(cart: list[str]) -> int:
    return len(cart)


def refund(amount: float) -> float:
    return -amount


def _hidden(): ...
'''
BIBLE = '[terms]\ncart = { meaning = "What is bought.", forbidden = ["basket"] }\n'


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".docstring-lsp").mkdir()
    (tmp_path / ".docstring-lsp" / "bible.toml").write_text(BIBLE)
    (tmp_path / "shop.py").write_text(SHOP)
    (tmp_path / "jam.py").write_text('"""Jam."""\n\n\ndef boil(minutes):\n    return minutes\n')
    return tmp_path


class Author:
    """Says basket where the project says cart, after a while."""

    def __init__(self, delay: float = 0.0) -> None:
        self.delay = delay
        self.asked = 0

    async def __call__(self, request: Request) -> GenerationResult:
        self.asked += 1
        await asyncio.sleep(self.delay)
        result = await Engine()(request)
        return replace(result, content=replace(result.content, summary="Take the basket."))


async def made(
    root: Path, author: Author, wanted: dict[str, list[str]] | None
) -> dict[str, Revised]:
    named = {root / name: symbols for name, symbols in wanted.items()} if wanted else None
    done = await revised_files(root, load(root), author, wanted=named)
    return {path.name: each for path, each in done.items()}


@pytest.mark.parametrize(
    ("wanted", "planned"),
    [
        ({"shop.py": ["pay"]}, {"shop.py": ("pay",)}),
        (
            {"shop.py": ["pay", "refund"], "jam.py": ["boil"]},
            {"shop.py": ("pay", "refund"), "jam.py": ("boil",)},
        ),
        (None, {"jam.py": ("boil",), "shop.py": ("pay", "refund")}),
    ],
    ids=["one", "several", "workspace"],
)
async def test_scopes(
    wanted: dict[str, list[str]] | None, planned: dict[str, tuple[str, ...]], shop: Path
) -> None:
    done = await made(shop, Author(), wanted)
    assert {name: each.planned for name, each in done.items()} == planned
    assert sum(each.text.count('"""Take the cart.') for each in done.values()) == sum(
        map(len, planned.values())
    )


async def test_what_the_rules_say_is_mended_and_no_more(shop: Path) -> None:
    done = (await made(shop, Author(), {"shop.py": ["pay"]}))["shop.py"]
    assert (done.rewrites, done.left, done.refused) == (1, (), ())
    assert "basket" not in done.text
    assert "def refund(amount: float) -> float:\n    return -amount\n" in done.text
    assert (shop / "shop.py").read_text() == SHOP


async def test_drafts_are_written_at_once(shop: Path) -> None:
    author = Author(delay=0.4)
    start = time.perf_counter()
    await made(shop, author, None)
    assert author.asked == 3
    assert time.perf_counter() - start < 1.1


async def test_what_is_not_there_is_told_and_the_rest_goes_on(shop: Path) -> None:
    done = await made(shop, Author(), {"shop.py": ["pya"], "gone.py": ["x"], "jam.py": ["boil"]})
    assert "Did you mean 'pay'?" in done["shop.py"].error
    assert "gone.py" in done["gone.py"].error
    assert done["jam.py"].planned == ("boil",)
