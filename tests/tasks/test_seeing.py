"""Pictures, PDFs, the web and the code: who is asked, what is sent, what nobody can answer."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from docstring_lsp.cache import Cache
from docstring_lsp.deliverables.workspace import export
from docstring_lsp.engine.generate import Engine
from docstring_lsp.engine.ledger import Ledger
from docstring_lsp.engine.models import Models
from docstring_lsp.settings.model import Endpoint, Resolved, Settings
from docstring_lsp.tasks.execute import Orchestrator
from docstring_lsp.tasks.room import Room
from docstring_lsp.tasks.workspace import orchestrator
from tests.deliverables.conftest import project
from tests.providers.asking import KEY, VENDORS
from tests.servers.anthropic import AnthropicServer
from tests.servers.core import Say, Server, serving
from tests.servers.ollama import OllamaServer

__all__ = ["project"]

pytestmark = pytest.mark.asyncio(loop_scope="function")

PNG = b"\x89PNG\r\n\x1a\n and so on"
KEYS = {"anthropic": "ANTHROPIC_API_KEY", "openai": "OPENAI_API_KEY", "gemini": "GEMINI_API_KEY"}
Asking = Callable[..., AbstractAsyncContextManager[tuple[Orchestrator, Server]]]


@pytest.fixture
def asking(project: Path, tmp_path: Path) -> Asking:
    """Hands that ask one provider, at a server that speaks as its vendor's does."""

    @asynccontextmanager
    async def opened(name: str, say: Say, protocol: Any = None) -> AsyncIterator[Any]:
        vendor = VENDORS[name]
        async with serving(protocol or vendor.protocol, say) as server:
            at = {name: Endpoint(base_url=server.url + vendor.path, model="tiny")}
            settings = Settings(provider=name, providers=at, timeout=5.0)
            models = Models(
                settings,
                ledger=Ledger(tmp_path / "usage"),
                environment={KEYS[name]: KEY} if name in KEYS else {},
                keys=lambda *_: None,
                cache=Cache(tmp_path / "answers"),
            )
            async with Engine(settings, models=models) as engine:
                yield orchestrator(Room(project, Resolved(settings=settings), engine)), server

    return opened


@pytest.mark.parametrize("name", ["anthropic", "openai", "gemini"])
async def test_a_picture_is_seen(name: str, asking: Asking, project: Path) -> None:
    (project / "photo.png").write_bytes(PNG)
    seeing = AnthropicServer(key=KEY, sees=True) if name == "anthropic" else None
    async with asking(name, Say("A cat."), seeing) as (hands, server):
        result = await hands.execute("Describe the picture photo.png")
        assert "iVBORw0KGgog" in str(server.asked[0].body)
    assert (result.service_name, result.result.text) == ("vision", "A cat.")
    assert result.result.told == {"files": ["photo.png"], "provider": name}


async def test_a_pdf_is_sent_whole_or_the_text_of_its_pages(asking: Asking, project: Path) -> None:
    (project / "paper.pdf").write_bytes(export("pdf", "# Paper\n\nTwo jars.\n"))
    async with asking("openai", Say("Of jars.")) as (hands, server):
        await hands.execute("Summarize paper.pdf")
        await hands.execute("Summarize paper.pdf", pages=[1])
        whole, part = (str(seen.body) for seen in server.asked)
    assert ("data:application/pdf;base64," in whole, "Two jars." in whole) == (True, False)
    assert ("data:application/pdf;base64," in part, "Two jars." in part) == (False, True)


async def test_who_sees_no_pdf_is_told_its_text(asking: Asking, project: Path) -> None:
    (project / "paper.pdf").write_bytes(export("pdf", "# Paper\n\nTwo jars.\n"))
    (project / "photo.png").write_bytes(PNG)
    protocol = OllamaServer(sees=True)
    async with asking("ollama", Say("Of jars."), protocol) as (hands, server):
        await hands.execute("What do paper.pdf and photo.png say?", service="vision")
        said = server.asked[-1].body["messages"][-1]
    assert "Two jars." in said["content"]
    assert len(said["images"]) == 1


async def test_a_model_that_does_not_see_is_not_asked(asking: Asking, project: Path) -> None:
    (project / "photo.png").write_bytes(PNG)
    protocol = OllamaServer(sees=False)
    async with asking("ollama", Say("A cat."), protocol) as (hands, server):
        result = await hands.execute("Describe the picture photo.png")
        assert not any("images" in str(seen.body) for seen in server.asked)
    assert result.error == "ollama: it sees no pictures"
    assert result.tries == 1


@pytest.mark.parametrize("name", ["anthropic", "openai", "gemini"])
async def test_the_web_is_searched_by_who_can(name: str, asking: Asking) -> None:
    pages = (
        ("https://a.example/x", "A [page]"),
        ("https://b.example/<b>", ""),
        ("https://c.x", "C"),
    )
    async with asking(name, Say("Much is new.", found=pages)) as (hands, server):
        result = await hands.execute("Search the web for news", max_results=2)
        again = await hands.execute("Search the web for news", max_results=2)
        assert len(server.asked) == 2, "what the web says now is asked now"
    assert result.service_name == "responses"
    assert result.result.text == (
        "Much is new.\n\nSources:\n\n"
        "- [A \\[page\\]](<https://a.example/x>)\n"
        "- [https://b.example/\\<b\\>](<https://b.example/%3Cb%3E>)"
    )
    assert again.result == result.result


async def test_who_does_not_search_the_web_is_not_asked(asking: Asking) -> None:
    async with asking("ollama", Say("All is well.")) as (hands, server):
        result = await hands.execute("Search the web for news")
        assert not [seen for seen in server.asked if seen.path == "/api/chat"]
    assert result.error is not None
    assert result.error.startswith("ollama cannot write an answer from the web: it does not search")


@pytest.mark.parametrize(
    ("task", "told"),
    [
        ("Explain Shelf.put", "raise Full(jar)"),
        ("Explain larder/shelf.py", "SIZE = 3"),
        ("What is this about?", "Keeps count of what is in the larder."),
    ],
)
async def test_a_model_is_told_the_code_that_is_meant(task: str, told: str, asking: Asking) -> None:
    async with asking("openai", Say("It puts.")) as (hands, server):
        result = await hands.execute(task)
        assert told in str(server.asked[-1].body["input"])
    assert (result.service_name, result.result.text) == ("chat", "It puts.")
