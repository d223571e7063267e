"""The project's words: told to whoever writes, and offered in the place of those it forbids."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from docstring_lsp.actions.generate import generate
from docstring_lsp.actions.place import Place
from docstring_lsp.actions.proposal import Target
from docstring_lsp.actions.propose import propose
from docstring_lsp.bible import Bible, Entry
from docstring_lsp.engine.generate import Engine
from docstring_lsp.engine.result import GenerationResult
from docstring_lsp.providers.base import Block, Request
from docstring_lsp.source.edit import apply
from docstring_lsp.source.span import Span
from tests.actions.test_generate import GOOGLE

BIBLE = Bible(
    (
        Entry("term", "cart", {"meaning": "What is about to be bought.", "forbidden": ("basket",)}),
        Entry("term", "larder", {"meaning": "Where jars stand."}),
    )
)
OURS = replace(GOOGLE, bible=BIBLE)
STANDING = '"""A shop."""\n\n\ndef pay(cart):\n    """Pay the basket."""\n'


def test_a_term_that_occurs_is_told_with_its_meaning() -> None:
    asked: list[Request] = []

    async def author(request: Request) -> GenerationResult:
        asked.append(request)
        return await Engine()(request)

    text = "def pay(cart):\n    return cart\n"
    place = Place(lookup=lambda _: None)
    target = Target(scope="file")
    asyncio.run(generate(text, target, OURS, author, place))
    glossary = {block for request in asked for block in request.context if block.kind == "glossary"}
    assert glossary == {Block(kind="glossary", name="cart", text="What is about to be bought.")}


def test_another_word_is_offered_and_put_there() -> None:
    offers = propose(STANDING, Span(25, 25), OURS)
    offer = next(each for each in offers if each.target.only == "unwanted")
    assert offer.title == "Use the project's words in docstring of `pay`"
    done = asyncio.run(generate(STANDING, offer.target, OURS, Engine(), Place()))
    assert apply(STANDING, [o.edit for o in done if o.edit]) == STANDING.replace("basket", "cart")


def test_nothing_is_offered_where_no_word_is_forbidden() -> None:
    assert all(o.target.only != "unwanted" for o in propose(STANDING, Span(25, 25), GOOGLE))
