"""Documents and scripts through a server that speaks as models' servers do, and goes wrong."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from docstring_lsp.deliverables.deliver import MERGED, Delivery, Order
from docstring_lsp.deliverables.kinds import DeliverableType
from docstring_lsp.deliverables.model import CompletionMode
from docstring_lsp.deliverables.prompting import Wish
from docstring_lsp.deliverables.workspace import delivered
from docstring_lsp.engine import prices
from docstring_lsp.settings.model import Endpoint, Settings
from docstring_lsp.workflow.model import GenerationConfig, GenerationScope, Script
from docstring_lsp.workflow.workspace import scripted
from tests.server.editor import until
from tests.servers import faults
from tests.servers.batches import Shelf
from tests.servers.chat import ChatServer
from tests.servers.core import Answer, Exchange, Say, Server, Step, as_json, serving

pytestmark = pytest.mark.asyncio(loop_scope="function")

ALL = tuple(kind.value for kind in DeliverableType)
THREE = ("readme", "personas", "problem-statement")
FREE = tuple(name for name in ALL if name not in ("api-reference", "changelog"))
TOLD = "It is told."


@dataclass(frozen=True)
class Writing(ChatServer):
    """A server whose model writes what it is asked for.

    Args:
        refuses: Questions that hold this are answered by an error.
    """

    refuses: str = "no such words"

    def _spoken(self, body: Any, say: Say) -> Answer:
        if self.refuses in str(body["messages"]):
            return as_json(self.error(403, "", "not this one"), 403)
        if "Write this scene again" in str(body["messages"]):
            say = replace(say, text=f"{say.text} Again.")
        form = body.get("response_format", {}).get("json_schema", {}).get("schema")
        return super()._spoken(body, Shelf().said(body, form, say))


@pytest.fixture(autouse=True)
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A user who has asked nothing before."""
    for kind in ("CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))


def asks(server: Server, **further: Any) -> Settings:
    at = {"compatible": Endpoint(base_url=f"{server.url}/v1", model="tiny")}
    return Settings(provider="compatible", providers=at, timeout=5.0, **further)


async def made(
    server: Server, project: Path, *names: str, settings: Settings | None = None, **order: Any
) -> Delivery:
    wanted = Order(names=names, wish=Wish(pause=0.0, tries=2), **order)
    return await delivered(project, settings or asks(server), wanted)


@pytest.mark.parametrize("mode", CompletionMode)
async def test_every_type_in_every_mode(mode: CompletionMode, project: Path) -> None:
    async with serving(Writing(), Say(TOLD)) as server:
        done = await made(server, project, *ALL, mode=mode, merged=True)
        streamed = [bool(seen.body.get("stream")) for seen in server.asked]
    assert done.failed == ()
    assert [outcome.template.name for outcome in done.outcomes] == list(ALL)
    assert done.documents[MERGED].count("by compatible") >= len(FREE) - 1
    assert ("It holds." in done.documents[MERGED]) is (mode is not CompletionMode.STREAMING)
    assert (TOLD in done.documents[MERGED]) is (mode is CompletionMode.STREAMING)
    assert all(streamed) is (mode is CompletionMode.STREAMING)


@pytest.mark.parametrize("mode", CompletionMode)
async def test_a_failure_in_the_middle_loses_no_other_and_is_all_that_is_asked_again(
    mode: CompletionMode, project: Path
) -> None:
    async with serving(Writing(refuses="Who meets the project"), Say(TOLD)) as server:
        done = await made(server, project, *THREE, mode=mode, merged=True)
        assert [outcome.template.name for outcome in done.failed] == ["personas"]
        assert "- Personas: compatible: " in done.documents[MERGED]
        before = len(server.asked)
        server.protocol = Writing()
        done = await made(server, project, *THREE, mode=mode)
        again = [seen for seen in server.asked[before:] if "Personas" in str(seen.body)]
        assert len(again) == len(server.asked) - before > 0
    assert done.failed == ()


PASSING: dict[str, Step] = {
    "status": faults.status(503),
    "busy": faults.status(429, **{"retry-after": "0"}),
    "dropped": faults.drop_before_headers,
    "broken off": faults.drop_mid_stream,
    "no json": faults.not_json,
}


@pytest.mark.parametrize("fault", PASSING)
async def test_what_passes_is_asked_again(fault: str, project: Path) -> None:
    async with serving(Writing(), PASSING[fault], Say(TOLD)) as server:
        done = await made(server, project, "personas")
        assert len(server.asked) == 2
    assert done.failed == ()


async def test_a_cancelled_order_closes_its_sockets_and_goes_on_later(project: Path) -> None:
    async with serving(Writing(), Say(TOLD), faults.hang_before_headers) as server:
        work = asyncio.ensure_future(made(server, project, *THREE))
        await until(lambda: len(server.asked) == 2)
        work.cancel()
        with pytest.raises(asyncio.CancelledError):
            await work
        await asyncio.wait_for(server.left.wait(), 10)
        await asyncio.wait_for(server.closed(), 10)
        server.script = [Say(TOLD)]
        done = await made(server, project, *THREE)
        assert len(server.asked) == 2 + 2, "what was answered is not asked again"
    assert done.failed == ()


async def test_no_more_is_asked_than_may_be_spent(project: Path) -> None:
    async with serving(Writing(), Say(TOLD)) as server:
        done = await made(server, project, *THREE, settings=asks(server, max_cost=0.0), merged=True)
        assert server.asked == []
    assert len(done.failed) == 3
    assert all("--max-cost" in outcome.error for outcome in done.failed)


async def test_a_budget_that_is_reached_in_the_middle_keeps_what_is_done(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prices, "price", lambda *_, **__: 0.6)
    async with serving(Writing(), Say(TOLD)) as server:
        bounded = asks(server, max_cost=1.0)
        done = await made(server, project, *THREE, settings=bounded, merged=True)
        assert len(server.asked) == 2
        (left,) = done.failed
        assert "of the $1 of --max-cost" in left.error
        assert f"- {left.template.title}: " in done.documents[MERGED]
        done = await made(server, project, *THREE, settings=asks(server))
        assert len(server.asked) == 3, "what was paid for is not asked again"
    assert done.failed == ()


async def test_what_is_needed_is_told_to_what_needs_it(project: Path) -> None:
    async with serving(Writing(), Say(TOLD)) as server:
        await made(server, project, "use-cases", "personas", "problem-statement")
        told = [str(seen.body["messages"]) for seen in server.asked]
    assert "the document Personas" not in told[0]
    assert "the document Problem statement" in told[1]
    assert "the document Personas" in told[2]


async def test_eight_are_asked_at_once(project: Path) -> None:
    """None of eight is answered before all of them have come; times are told by the mock's test."""
    folder = project / ".docstring-lsp" / "deliverables"
    folder.mkdir(parents=True)
    names = tuple(f"part-{number}" for number in range(8))
    for name in names:
        text = f'+++\nname = "{name}"\n[[sections]]\ntitle = "A"\nask = "{name}"\n+++\n'
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    come = 0
    all_here = asyncio.Event()

    async def together(exchange: Exchange, answer: Answer) -> None:
        nonlocal come
        come += 1
        if come == len(names):
            all_here.set()
        await asyncio.wait_for(all_here.wait(), 4)
        await exchange.send(answer)

    async with serving(Writing(), together) as server:
        done = await made(server, project, *names, mode=CompletionMode.BATCH)
    assert done.failed == ()
    assert come == len(names)


CONFIG = GenerationConfig(
    scope=GenerationScope.MULTI_SCENE, scene_count=3, rewrite_iterations=1, optimize_llm_calls=False
)


async def scene(server: Server, project: Path) -> Script:
    settings = asks(server, cache=False)
    return await scripted(project, settings, "A tour.", CONFIG, note=lambda _: None)


async def test_each_step_of_a_script_is_asked(project: Path) -> None:
    async with serving(Writing(), Say(TOLD)) as server:
        done = await scene(server, project)
        tasks = [seen.body["messages"][-1]["content"].split("\n")[-1] for seen in server.asked]
    assert [s.rewrites for s in done.scenes] == [1, 1, 1]
    assert sum(task.startswith("Write scene") for task in tasks) == 3
    assert sum(task.startswith("Say in one line") for task in tasks) >= 3
    assert sum(task.startswith("Write this scene again") for task in tasks) == 3
    assert done.text.count(TOLD) == 3


async def test_a_scene_that_fails_is_all_that_is_asked_again(project: Path) -> None:
    async with serving(Writing(refuses="Write scene 2"), Say(TOLD)) as server:
        done = await scene(server, project)
        assert [outline.number for outline, _ in done.failed] == [2]
        before = len(server.asked)
        server.protocol = Writing()
        done = await scene(server, project)
        assert len(server.asked) - before <= 3
    assert (len(done.scenes), done.failed) == (3, ())
