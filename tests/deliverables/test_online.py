"""Deliverables that a model writes: modes, chaining, tries, what fails, what is exact."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from docstring_lsp.bible import parse
from docstring_lsp.deliverables.deliver import MERGED, Delivery, Order, deliver
from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.model import CompletionMode, Section, Template
from docstring_lsp.deliverables.modes import Progress
from docstring_lsp.deliverables.online import Hear
from docstring_lsp.deliverables.prompting import Wish
from docstring_lsp.deliverables.templates import templates
from docstring_lsp.errors import PermanentError
from docstring_lsp.providers.adapters.mock import MockProvider
from docstring_lsp.providers.base import Reply, Request

pytestmark = pytest.mark.asyncio

WISH = Wish(pause=0.0)


class Mock:
    """Asks the mock provider, and remembers what it was asked."""

    def __init__(self, script: str = "ok") -> None:
        self.provider = MockProvider(script=script)
        self.asked: list[Request] = []

    async def __call__(self, request: Request, hear: Hear | None = None) -> Reply:
        self.asked.append(request)
        if hear is None:
            return await self.provider.generate(request)
        reply = None
        async for delta in self.provider.stream(request):
            hear("mock", delta.text)
            reply = delta.reply or reply
        assert reply is not None
        return reply


async def made(ask: object, evidence: Evidence, *names: str, **options: object) -> Delivery:
    order = Order(names=names, **{"wish": WISH, **options})  # type: ignore[arg-type]
    return await deliver(order, evidence, templates(), ask, date="2026-11-21")  # type: ignore[arg-type]


async def test_a_model_writes_what_is_not_exact(evidence: Evidence) -> None:
    ask = Mock()
    done = await made(ask, evidence, "architecture")
    body = done.documents["architecture"]
    assert "## Overview\n\nIt holds." in body
    assert "flowchart TD" in body
    assert body.rstrip().endswith("2026-11-21 -->")
    assert "by mock ok; " in body
    assert len(ask.asked) == 1


async def test_the_prompt_holds_evidence_wish_and_rules(evidence: Evidence) -> None:
    ask = Mock()
    await made(ask, evidence, "use-cases", wish=Wish(said="For cooks.", max_tokens=99))
    prompt = ask.asked[0].prompt
    assert prompt is not None
    assert prompt.max_tokens == 99
    assert any("Keeps count of what is in the larder" in block for block in prompt.user)
    assert any("For cooks." in block for block in prompt.user)
    assert list((prompt.schema or {})["properties"]) == ["what_it_can_do", "use_cases"]


async def test_earlier_ones_are_handed_on_whatever_the_order_asked(evidence: Evidence) -> None:
    ask = Mock()
    await made(ask, evidence, "use-cases", "personas", "problem-statement")
    told = ["\n".join(request.prompt.user) for request in ask.asked if request.prompt]
    assert ["The document is: " + t for t in ("Problem", "Personas", "Use cases")] == [
        next(t for t in ("Problem", "Personas", "Use cases") if f"The document is: {t}" in each)
        and "The document is: "
        + next(t for t in ("Problem", "Personas", "Use cases") if f"The document is: {t}" in each)
        for each in told
    ]
    assert "the document Problem statement" in told[1]
    assert "the document Personas" in told[2]


async def test_one_that_fails_does_not_lose_the_others(evidence: Evidence) -> None:
    ask = Mock("ok,401,ok")
    names = ("problem-statement", "readme", "glossary")
    done = await made(ask, evidence, *names, merged=True)
    assert [o.template.name for o in done.failed] == ["readme"]
    whole = done.documents[MERGED]
    assert "## What is missing\n\n- README: mock: scripted (HTTP 401)" in whole
    assert "- [What is missing](#what-is-missing)" in whole
    assert whole.count("<!-- Made by") == 2


@pytest.mark.parametrize(
    ("script", "tries", "asked", "fails"),
    [
        ("500,malformed,ok", 3, 3, False),
        ("500,500,ok", 2, 2, True),
        ("401,ok", 3, 1, True),
        ("truncated,ok", 3, 2, False),
    ],
)
async def test_each_is_tried_as_often_as_it_may(
    script: str, tries: int, asked: int, fails: bool, evidence: Evidence
) -> None:
    ask = Mock(script)
    done = await made(ask, evidence, "readme", wish=Wish(tries=tries, pause=0.0))
    assert len(ask.asked) == asked
    assert bool(done.failed) == fails


async def test_a_name_that_does_not_exist_is_asked_for_again_and_then_told(
    evidence: Evidence,
) -> None:
    said = iter(["See `larder.attic`.", "See `larder.shelf`."])

    async def ask(request: Request, hear: Hear | None = None) -> Reply:
        text = next(said, "See `larder.attic`.")
        assert request.prompt is not None
        properties = (request.prompt.schema or {})["properties"]
        return Reply(provider="model", data=dict.fromkeys(properties, text))

    done = await made(ask, evidence, "glossary")
    assert "larder.shelf" in done.documents["glossary"]
    assert "not found" not in done.documents["glossary"]
    done = await made(ask, evidence, "glossary")
    assert "not found in the project: larder.attic" in done.documents["glossary"]


async def test_streaming_tells_the_document_as_it_grows(evidence: Evidence) -> None:
    grown: list[str] = []
    order = Order(names=("readme",), mode=CompletionMode.STREAMING, wish=WISH)
    done = await deliver(order, evidence, templates(), Mock(), date="d", grown=grown.append)
    assert len(grown) > 5
    assert all(after.startswith(before.rstrip()) for before, after in pairwise(grown))
    assert grown[-1].split() == done.documents["readme"].split("<!-- Made")[0].split()


async def test_of_two_that_write_at_once_one_is_shown(evidence: Evidence) -> None:
    grown: list[str] = []

    async def ask(request: Request, hear: Hear | None = None) -> Reply:
        assert hear is not None
        for speaker, piece in (("a", "One "), ("b", "Two "), ("a", "said."), ("b", "won.")):
            hear(speaker, piece)
        return Reply(provider="b", text="Two won.")

    kind = Template(name="t", title="T", sections=(Section(title="A", ask="B"),))
    order = Order(names=("t",), mode=CompletionMode.STREAMING, wish=WISH)
    await deliver(order, evidence, {"t": kind}, ask, date="d", grown=grown.append)
    head = "# T: larder\n\n## A\n\n"
    assert [text for text in grown if text.startswith(head)] == [
        f"{head}One ",
        f"{head}One said.",
        *[f"{head}Two won.\n"] * 2,
    ]


def independent(number: int) -> dict[str, Template]:
    section = Section(title="A", ask="B")
    return {
        f"t{n}": Template(name=f"t{n}", title=f"T{n}", sections=(section,)) for n in range(number)
    }


async def test_a_batch_takes_little_longer_than_one(evidence: Evidence) -> None:
    known = independent(8)

    async def seconds(*names: str) -> float:
        order = Order(names=names, mode=CompletionMode.BATCH, wish=WISH)
        start = time.perf_counter()
        done = await deliver(order, evidence, known, Mock("delay 0.2 ok"), date="d")
        assert len(done.documents) == len(names)
        return time.perf_counter() - start

    one = await seconds("t0")
    # The best of some: a machine with other work may delay any one.
    assert min([await seconds(*known) for _ in range(4)]) <= 1.3 * one


async def test_a_cancelled_batch_leaves_nothing_behind(evidence: Evidence) -> None:
    order = Order(names=tuple(independent(3)), mode=CompletionMode.BATCH, wish=WISH)
    progress = Progress()
    script = "ok,hang"
    work = asyncio.ensure_future(
        deliver(order, evidence, independent(3), Mock(script), date="d", progress=progress)
    )
    await asyncio.sleep(0.05)
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    assert list(progress.done) == ["t0"]
    assert len(asyncio.all_tasks()) == 1
    resumed = Mock()
    done = await deliver(order, evidence, independent(3), resumed, date="d", progress=progress)
    assert len(resumed.asked) == 2
    assert not done.failed


async def test_no_more_may_be_spent(evidence: Evidence) -> None:
    asked = 0

    async def ask(request: Request, hear: Callable[[str, str], None] | None = None) -> Reply:
        nonlocal asked
        asked += 1
        raise PermanentError("the run has cost $1 of the $1 of --max-cost", provider="mock")

    done = await made(ask, evidence, "readme", "glossary")
    assert asked == 2
    assert all("--max-cost" in outcome.error for outcome in done.failed)


async def test_an_answer_that_never_comes_is_waited_for_no_longer_than_said(
    evidence: Evidence,
) -> None:
    done = await made(Mock("hang"), evidence, "readme", wish=Wish(tries=1, timeout=0.05))
    assert "no answer within 0.05 seconds" in done.failed[0].error


BIBLE = """\
[terms.jar]
meaning = "What food is kept in."
forbidden = ["pot", "tin"]
[personas.Ada]
meaning = "A cook."
goals = ["know what there is"]
[components.shelf]
meaning = "Where jars stand."
"""


@pytest.fixture
def worded(evidence: Evidence) -> Evidence:
    return replace(evidence, bible=parse(BIBLE, "bible.toml"))


async def test_a_model_is_told_the_bible(worded: Evidence) -> None:
    ask = Mock()
    await made(ask, worded, "readme")
    told = "\n".join(ask.asked[0].prompt.user)  # type: ignore[union-attr]
    assert "term/jar: What food is kept in.; never called pot, tin\n" in told
    assert "persona/Ada: A cook.; goals: know what there is\n" in told


async def test_words_that_the_bible_forbids_are_asked_for_again_and_then_put_right(
    worded: Evidence,
) -> None:
    asked: list[str] = []

    async def ask(request: Request, hear: Hear | None = None) -> Reply:
        assert request.prompt is not None
        asked.append(request.prompt.user[-1])
        text = "A Pot is `pot` and no potter."
        names = request.prompt.schema["properties"] if request.prompt.schema else {}
        return Reply(provider="mock", data=dict.fromkeys(names, text))

    done = await made(ask, worded, "readme", wish=Wish(pause=0.0, tries=2))
    assert "say 'jar' and not 'pot'" in asked[1]
    assert len(asked) == 2
    assert "A jar is `pot` and no potter." in done.documents["readme"]
