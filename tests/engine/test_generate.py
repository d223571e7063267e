"""Whatever becomes of the models there is prose, and what is not theirs says so."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest

from docstring_lsp.cache import Cache
from docstring_lsp.engine.generate import Engine
from docstring_lsp.engine.ledger import Ledger, total
from docstring_lsp.engine.models import Models
from docstring_lsp.errors import (
    AttemptsFailedError,
    ContentError,
    PermanentError,
    SettingError,
    UnknownNameError,
    UsageError,
)
from docstring_lsp.providers.adapters.mock import MockProvider
from docstring_lsp.providers.base import Block, Prompt, Reply, Request, Usage
from docstring_lsp.settings.model import Endpoint, Settings
from tests.engine.definitions import FETCH, request
from tests.servers import faults
from tests.servers.chat import ChatServer
from tests.servers.core import Say, serving
from tests.servers.redis import redis_server

pytestmark = pytest.mark.asyncio(loop_scope="function")

GOOD = {
    "summary": "Return the address twice.",
    "description": "",
    "parameters": {"url": "The address to be doubled.", "timeout": "How long to wait for it."},
    "returns": "The text, two times over.",
    "raises": {"ValueError": "If the address is empty."},
    "examples": "",
}
UNTRUE = {**GOOD, "returns": "The `Response` of the server."}


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "usage")


def engine(ledger: Ledger, **settings: Any) -> Engine:
    settings = {"provider": "mock", "timeout": 5.0, **settings}
    given = Settings(**settings)
    cache = Cache(ledger.folder.parent / "answers")
    return Engine(given, models=Models(given, ledger=ledger, environment={}, cache=cache))


class Scripted(MockProvider):
    """Gives one answer after the other."""

    answers: tuple[Any, ...] = ()

    def __init__(self, connection: Any = None) -> None:
        super().__init__(connection)
        self.asked: list[Request] = []

    async def generate(self, request: Request) -> Reply:
        self.asked.append(request)
        answer = self.answers[min(len(self.asked), len(self.answers)) - 1]
        if isinstance(answer, Exception):
            raise answer
        return Reply(provider="mock", model="m", data=answer, usage=Usage(input=100, output=20))


def scripted(monkeypatch: pytest.MonkeyPatch, *answers: Any) -> type[Scripted]:
    import docstring_lsp.providers.adapters.mock as module

    kind = type("Once", (Scripted,), {"answers": answers})
    monkeypatch.setattr(module, "PROVIDER", kind)
    return kind


async def test_a_good_answer_is_taken_as_it_is(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    scripted(monkeypatch, GOOD)
    async with engine(ledger) as write:
        result = await write(request())
    assert (result.provider, result.model, result.notice) == ("mock", "m", "")
    assert result.content.summary == GOOD["summary"]
    assert result.content.parameters == GOOD["parameters"]
    assert (result.tokens_used, result.cost, result.mended) == (120, 0.0, ())
    assert [a.outcome for a in result.attempts] == ["won"]
    assert result.generation_time > 0


async def test_what_is_untrue_is_told_to_the_model_once(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    scripted(monkeypatch, UNTRUE, GOOD)
    async with engine(ledger) as write:
        result = await write(request())
        desk = write.models.desk("mock")  # type: ignore[union-attr]
    assert result.content.returns == GOOD["returns"]
    assert [a.outcome for a in result.attempts] == ["refused", "won"]
    first, second = desk.provider.asked  # type: ignore[attr-defined]
    assert "Response" not in "".join(first.prompt.user)
    assert "`Response`" in second.prompt.user[-1]
    assert result.tokens_used == 240


async def test_a_slot_that_stays_untrue_is_the_embedded_authors(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    scripted(monkeypatch, UNTRUE)
    own = (await Engine("static")(request())).content
    async with engine(ledger) as write:
        result = await write(request())
    assert (result.provider, result.content.returns) == ("mock", own.returns)
    assert result.content.parameters == GOOD["parameters"]
    assert any("`Response`" in line for line in result.mended)


async def test_the_second_answer_may_be_worse_than_the_first(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:

    broken = ContentError("no JSON", provider="mock", reason="malformed")
    scripted(monkeypatch, UNTRUE, broken)
    async with engine(ledger) as write:
        result = await write(request())
    assert (result.provider, result.content.summary) == ("mock", GOOD["summary"])
    assert [a.outcome for a in result.attempts] == ["won", "failed"]


async def test_an_answer_cut_short_is_asked_again_with_more_room(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:

    scripted(monkeypatch, ContentError("cut", provider="mock", reason="truncated"), GOOD)
    async with engine(ledger) as write:
        result = await write(request())
        first, second = write.models.desk("mock").provider.asked  # type: ignore
    assert result.provider == "mock"
    assert second.prompt.max_tokens == 2 * first.prompt.max_tokens
    assert second.prompt.user == first.prompt.user


FAILURES = {
    "401": "mock: scripted (HTTP 401)",
    "malformed": "mock: scripted: malformed",
    "refused": "mock: scripted: refused",
    "truncated": "mock: scripted: truncated",
    "hang": "mock: no whole answer within",
}


@pytest.mark.parametrize("script", FAILURES)
async def test_what_fails_is_written_by_the_embedded_author_who_says_so(
    ledger: Ledger, script: str
) -> None:
    own = await Engine("static")(request())
    async with engine(ledger, model=script, timeout=0.2, max_retries=0) as write:
        result = await write(request())
    assert (result.provider, result.content) == ("static", own.content)
    assert result.notice.startswith("written by the embedded author: ")
    assert FAILURES[script] in result.notice
    assert {a.outcome for a in result.attempts} == {"failed"}


async def test_all_causes_are_kept(ledger: Ledger) -> None:
    async with engine(ledger, model="401") as write:
        answer = await write.models.answer(request())  # type: ignore[union-attr]
    assert isinstance(answer.error, AttemptsFailedError)
    (cause,) = answer.error.__cause__.exceptions  # type: ignore[union-attr]
    assert cause.status == 401


async def test_a_missing_key_is_named_and_nothing_is_sent(ledger: Ledger) -> None:
    async with engine(ledger, provider="openai-chat") as write:
        result = await write(request())
    assert result.provider == "static"
    assert "set OPENAI_API_KEY" in result.notice
    assert result.attempts == ()


async def test_a_fallback_stands_in_and_the_result_says_why(ledger: Ledger) -> None:
    async with engine(ledger, provider="openai-chat", fallback="mock") as write:
        result = await write(request())
    assert result.provider == "mock"
    assert result.notice == (
        "written by mock, since openai-chat was not asked: no key; set OPENAI_API_KEY"
    )


async def test_a_fallback_without_a_key_is_said_once(ledger: Ledger) -> None:
    async with engine(ledger, provider="mock", fallback="openai-chat") as write:
        told = [(await write(request(text))).notice for text in (FETCH, FETCH.replace("2", "3"))]
    assert told == ["openai-chat does not stand by: no key; set OPENAI_API_KEY", ""]


async def test_what_did_not_fit_the_prompt_is_told(ledger: Ledger) -> None:
    lines = "".join(f"    total = url + {number}\n" for number in range(4000))
    long = FETCH.replace("    return", f"{lines}    return")
    near = Block(kind="sibling", name="near", text="Say what it is. " * 2000)
    async with engine(ledger, provider="mock") as write:
        result = await write(replace(request(long), context=(near,)))
    assert result.provider == "mock"
    (sibling, source) = result.dropped
    assert sibling == "sibling near"
    assert source.endswith("lines of the source")


async def test_a_provider_that_there_is_not_is_an_error_at_once() -> None:
    with pytest.raises(UnknownNameError, match="mock"):
        Engine(Settings(provider="mok"))


async def test_offline_asks_nobody_elsewhere(ledger: Ledger) -> None:
    from docstring_lsp.settings.model import Endpoint

    far = {"compatible": Endpoint(base_url="https://models.example/v1", model="m")}
    async with engine(ledger, provider="compatible", providers=far, offline=True) as write:
        result = await write(request())
    assert "`offline` is set" in result.notice


# What is asked at the same time.


async def test_the_same_question_is_asked_once(ledger: Ledger) -> None:
    async with engine(ledger, model="delay 0.05 ok") as write:
        results = await asyncio.gather(*(write(request()) for _ in range(5)))
        other = await write(request(style="numpy"))
    assert len({id(r.attempts) for r in results}) == 1
    assert other.attempts is not results[0].attempts


async def test_who_leaves_leaves_nothing_behind(ledger: Ledger) -> None:
    async with engine(ledger, model="hang") as write:
        asking = asyncio.ensure_future(write(request()))
        await asyncio.sleep(0.05)
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking
        assert asyncio.all_tasks() == {asyncio.current_task()}
    (entry,) = ledger.entries(datetime.now(timezone.utc))
    assert (entry.outcome, entry.estimated) == ("lost", True)
    assert entry.input > 100


# What is heard and what it costs.


async def test_pieces_are_heard_as_they_come(ledger: Ledger) -> None:
    heard: list[tuple[str, str]] = []
    async with engine(ledger) as write:
        await write(request(), lambda who, piece: heard.append((who, piece)))
    assert {who for who, _ in heard} == {"mock"}
    assert len(heard) > 3


async def test_a_run_that_has_cost_enough_asks_nobody(ledger: Ledger) -> None:
    async with engine(ledger, max_cost=0.0) as write:
        result = await write(request())
    assert result.provider == "static"
    assert "--max-cost" in result.notice


async def test_every_call_is_in_the_ledger(ledger: Ledger) -> None:
    async with engine(ledger, model="500,ok") as write:
        result = await write(request())
    entries = list(ledger.entries(datetime.now(timezone.utc)))
    told = total(entries)
    assert told.input + told.output == result.tokens_used
    assert told.unpriced == 0


# A free prompt.


PROMPT = Request(prompt=Prompt(system="You help.", user=("Say something.",)))


async def test_a_free_prompt_is_answered(ledger: Ledger) -> None:
    async with engine(ledger, model="500,ok") as write:
        reply = await write.ask(PROMPT)
    assert (reply.provider, reply.text) == ("mock", "It describes what the code does.")
    assert total(ledger.entries(datetime.now(timezone.utc))).calls == 1


REFUSED: dict[str, tuple[dict[str, Any], type[Exception], str]] = {
    "nobody set up": ({"provider": "static"}, UsageError, "no model is set up"),
    "no key": ({"provider": "openai-chat"}, UsageError, "set OPENAI_API_KEY"),
    "it fails": ({"model": "401"}, AttemptsFailedError, "HTTP 401"),
    "nothing more": ({"max_cost": 0.0}, PermanentError, "--max-cost"),
}


@pytest.mark.parametrize("case", REFUSED)
async def test_a_free_prompt_that_nobody_answers_is_an_error(ledger: Ledger, case: str) -> None:
    settings, kind, told = REFUSED[case]
    made = Engine("static") if case == "nobody set up" else engine(ledger, **settings)
    async with made as write:
        with pytest.raises(kind, match=told):
            await write.ask(PROMPT)


# What was had before.


async def test_what_was_written_is_not_asked_again(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = scripted(monkeypatch, GOOD)
    results = []
    for _ in range(2):
        async with engine(ledger) as write:
            results.append(await write(request()))
    first, second = results
    assert (first.from_cache, second.from_cache) == (False, True)
    assert (second.content, second.provider, second.model) == (first.content, "mock", "m")
    assert (second.attempts, second.tokens_used, second.cost) == ((), 0, 0)
    told = total(ledger.entries(datetime.now(timezone.utc)))
    assert (told.calls, told.hits) == (1, 1)
    del kind


OTHERS: dict[str, dict[str, Any]] = {
    "a model": {"model": "another"},
    "no cache": {"cache": False},
    "kept for no time": {"cache_ttl": 0},
}


@pytest.mark.parametrize("case", OTHERS)
async def test_another_question_is_asked(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    scripted(monkeypatch, GOOD)
    for settings in ({}, OTHERS[case]):
        async with engine(ledger, **settings) as write:
            assert not (await write(request())).from_cache
    async with engine(ledger) as write:
        assert not (await write(request(style="numpy"))).from_cache


async def test_what_failed_is_not_kept(ledger: Ledger) -> None:
    for _ in range(2):
        async with engine(ledger, model="401") as write:
            assert len((await write(request())).attempts) == 1


async def test_a_free_prompt_is_not_asked_again_either(ledger: Ledger) -> None:
    replies = []
    for _ in range(2):
        async with engine(ledger) as write:
            assert write.models is not None
            replies.append(await write.models.reply(PROMPT))
    assert [told.from_cache for told in replies] == [False, True]
    assert replies[0].reply == replies[1].reply


async def test_two_engines_ask_once(ledger: Ledger) -> None:
    async with (
        engine(ledger, model="delay 0.2 ok") as one,
        engine(ledger, model="delay 0.2 ok") as two,
    ):
        results = await asyncio.gather(one(request()), two(request()))
    assert sorted(result.from_cache for result in results) == [False, True]


async def test_who_writes_into_the_cache_cannot_invent(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3
    from contextlib import closing

    scripted(monkeypatch, GOOD)
    async with engine(ledger) as write:
        await write(request())
    path = ledger.folder.parent / "answers" / "cache.db"
    with closing(sqlite3.connect(path)) as database, database:
        changed = "The `Response` of https://example.org."
        database.execute(
            "UPDATE Cache SET value = replace(value, ?, ?)", (GOOD["returns"], changed)
        )
    async with engine(ledger) as write:
        result = await write(request())
    assert result.from_cache
    assert "Response" not in result.content.returns
    assert "example.org" not in str(result)


# What leaves.


async def test_no_secret_leaves(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    scripted(monkeypatch, {**GOOD, "parameters": {}, "raises": {}})
    text = "def fetch(url, password='hunter2'):\n    return get(url, 'ghp_" + "a1B2" * 9 + "')\n"
    async with engine(ledger) as write:
        await write(request(text))
        assert write.models is not None
        asked = write.models.desk("mock").provider.asked  # type: ignore[attr-defined]
    sent = "\n".join([asked[0].prompt.system, *asked[0].prompt.user])
    assert "def fetch(url, password='<redacted password>')" in sent
    assert "<redacted GitHub token>" in sent
    assert "hunter2" not in sent
    assert "a1B2a1B2" not in sent


# A real server on this machine.


async def test_a_server_that_is_busy_is_asked_by_all_at_its_own_pace(ledger: Ledger) -> None:
    async with serving(ChatServer(), faults.status(429, retry_after="0.3"), Say()) as server:
        begun = asyncio.get_running_loop().time()
        at = {"compatible": Endpoint(base_url=f"{server.url}/v1", model="m")}
        async with engine(ledger, provider="compatible", providers=at, cache=False) as write:
            texts = [FETCH.replace("fetch", name) for name in ("one", "two", "three")]
            first = await write(request(texts[0]))
            others = await asyncio.gather(*(write(request(text)) for text in texts[1:]))
        assert asyncio.get_running_loop().time() - begun >= 0.3
    assert {a.outcome for a in first.attempts} >= {"failed"}
    assert all("HTTP 429" not in a.reason for result in others for a in result.attempts)


async def test_a_prompt_fits_what_a_local_server_has_loaded(ledger: Ledger) -> None:
    long = FETCH + "".join(f"    line_{n} = {n} * url\n" for n in range(3000))
    async with serving(ChatServer(context=2048), Say()) as server:
        at = {"compatible": Endpoint(base_url=f"{server.url}/v1", model="tiny")}
        async with engine(ledger, provider="compatible", providers=at, cache=False) as write:
            await write(request(long))
        sent = sum(len(m["content"]) for m in server.asked[0].body["messages"])
    assert sent < 2048 * 4


async def test_nothing_is_left_open(ledger: Ledger) -> None:
    async with serving(ChatServer(), faults.hang_before_headers) as server:
        at = {"compatible": Endpoint(base_url=f"{server.url}/v1", model="m")}
        settings: dict[str, Any] = {"provider": "compatible", "providers": at, "fallback": "mock"}
        async with engine(ledger, race_delay=0.05, **settings) as write:
            result = await write(request())
        assert result.provider == "mock"
        await asyncio.wait_for(server.closed(), 5)
        assert server.open == 0
    outcomes = {a.provider: a.outcome for a in result.attempts}
    assert outcomes["compatible"] == "lost"


async def test_a_team_asks_once(ledger: Ledger) -> None:
    pytest.importorskip("redis")
    with redis_server() as server:
        results = []
        for secret in ("ours", "ours", "theirs"):
            settings = Settings(provider="mock", cache_url=server.url)
            environment = {"DOCSTRING_LSP_SHARED_SECRET": secret}
            models = Models(settings, ledger=ledger, environment=environment)
            async with Engine(settings, models=models) as write:
                results.append(await write(request()))
    assert [result.from_cache for result in results] == [False, True, False]


async def test_a_shared_cache_without_a_secret_is_an_error(ledger: Ledger) -> None:
    settings = Settings(provider="mock", cache_url="redis://127.0.0.1/0")
    with pytest.raises(SettingError, match="cache-url: a shared cache needs a secret"):
        Models(settings, ledger=ledger, environment={})


async def test_what_is_known_costs_nothing_and_is_told_past_every_bound(ledger: Ledger) -> None:
    async with engine(ledger) as write:
        first = await write(request())
    async with engine(ledger, max_cost=0.0) as write:
        again, other = await write(request()), await write(request(style="numpy"))
    assert (again.from_cache, again.content) == (True, first.content)
    assert "--max-cost" in other.notice
