"""A model in the editor: offered beside the embedded author, watched, stopped, and stood in for."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.server.raw import Message, RawClient
from tests.servers.anthropic import AnthropicServer
from tests.servers.core import served

KEY = "sk-test-4hG7kQ2mZx9wLpT5"
SOURCE = '"""M."""\n\n\ndef fetch(url, timeout=3.0):\n    return url * 2\n'
URI = "untitled:a.py"
ABLE = {
    "window": {"workDoneProgress": True, "showDocument": {"support": True}},
    "workspace": {"applyEdit": True, "workspaceEdit": {"documentChanges": True}},
    "textDocument": {
        "codeAction": {
            "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}},
            "dataSupport": True,
            "resolveSupport": {"properties": ["edit"]},
        }
    },
}
GENERATE = "docstringLsp.generate"
WITH_MOCK = "Generate docstring of `fetch` with mock"


class Client(RawClient):
    """An editor whose user has set up a model."""

    def __init__(
        self,
        home: Path,
        *,
        keys: dict[str, str] | None = None,
        folder: Path | None = None,
        **user: Any,
    ) -> None:
        applied = {"workspace/applyEdit": lambda _: {"applied": True}}
        created = {"window/workDoneProgress/create": lambda _: None}
        kinds = ("STATE", "CONFIG", "CACHE")
        environment = {"HOME": str(home), **{f"XDG_{kind}_HOME": str(home) for kind in kinds}}
        shown = {"window/showDocument": lambda _: {"success": True}}
        super().__init__(answers={**applied, **created, **shown}, env=environment)
        self._folder = folder
        self._options = {"userSettings": user, "userKeys": keys or {}}

    def __enter__(self) -> Client:
        params: dict[str, Any] = {"initializationOptions": self._options}
        if self._folder is not None:
            params["workspaceFolders"] = [{"uri": self._folder.as_uri(), "name": "project"}]
        self.begin(ABLE, **params)
        self.open(URI, SOURCE)
        return self

    def actions(self) -> dict[str, Message]:
        place = {"line": 3, "character": 5}
        params = {
            "textDocument": {"uri": URI},
            "range": {"start": place, "end": place},
            "context": {"diagnostics": []},
        }
        answer = self.request("textDocument/codeAction", params)
        return {action["title"]: action for action in answer["result"]}

    def run(self, command: str = GENERATE, **argument: Any) -> int:
        argument = {"uri": URI, "symbol": "fetch", **argument}
        params = {"command": command, "arguments": [argument]}
        return self.ask("workspace/executeCommand", params)

    def edited(self) -> str:
        edit = self.wait(lambda m: m.get("method") == "workspace/applyEdit")
        (change,) = edit["params"]["edit"]["documentChanges"]
        return "".join(e["newText"] for e in change["edits"])

    def began(self) -> str:
        def begins(message: Message) -> bool:
            told = message.get("params") or {}
            return message.get("method") == "$/progress" and told["value"]["kind"] == "begin"

        token: str = self.wait(begins)["params"]["token"]
        return token


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with Client(tmp_path_factory.mktemp("home"), provider="mock") as started:
        yield started


def test_a_model_is_offered_beside_the_embedded_author(client: Client) -> None:
    actions = client.actions()
    assert next(iter(actions)) == "Generate docstring of `fetch` (Google)"
    assert actions["Generate docstring of `fetch` (Google)"]["data"]["provider"] == "static"
    offered = actions[WITH_MOCK]
    assert (offered["command"]["command"], "edit" in offered) == (GENERATE, False)
    assert "Generate missing docstrings in this file with mock" in actions


def test_no_model_is_offered_where_none_is_set_up(tmp_path: Path) -> None:
    with Client(tmp_path) as client:
        assert not [title for title in client.actions() if " with " in title]


def test_the_model_that_was_chosen_writes(client: Client) -> None:
    command = client.actions()[WITH_MOCK]["command"]
    identity = client.ask(
        "workspace/executeCommand", {k: command[k] for k in ("command", "arguments")}
    )
    assert "Do what the name says." in client.edited()
    assert client.answer_to(identity)["result"]["authors"] == {"mock": 1}


def test_the_embedded_author_is_there_for_who_names_it(client: Client) -> None:
    identity = client.run(provider="static")
    assert "Fetch the URL." in client.edited()
    assert client.answer_to(identity)["result"]["authors"] == {"static": 1}


def test_nobody_is_asked_who_was_not_set_up(client: Client) -> None:
    error = client.answer_to(client.run(provider="compatible"))["error"]
    assert error["message"].startswith("compatible is not set up")


def test_what_fails_is_offered_by_the_embedded_author_who_says_why(tmp_path: Path) -> None:
    with Client(tmp_path, provider="mock", model="401") as client:
        identity = client.run()
        assert "Fetch the URL." in client.edited()
        assert client.answer_to(identity)["result"]["authors"] == {"static": 1}
        shown = client.notification("window/showMessage")["params"]["message"]
        assert shown == "Written by the embedded author: mock: scripted (HTTP 401)"


def test_a_key_that_the_editor_keeps_is_used_and_goes_nowhere_else(tmp_path: Path) -> None:
    with served(AnthropicServer(key=KEY)) as server:
        tables = {"anthropic": {"baseUrl": server.url}}
        keys = {"anthropic": KEY, "openai": 5}
        with Client(tmp_path, keys=keys, provider="anthropic", providers=tables) as client:
            identity = client.run()
            assert "Return the sum." in client.edited()
            assert client.answer_to(identity)["result"]["authors"] == {"anthropic": 1}
            client.end()
            assert KEY not in client.stderr
        with Client(tmp_path, provider="anthropic", providers=tables) as client:
            client.run()
            shown = client.notification("window/showMessage")["params"]["message"]
            assert "no key; set ANTHROPIC_API_KEY" in shown


def test_while_it_writes_it_is_told_who_is_ahead_and_how_far(tmp_path: Path) -> None:
    with Client(tmp_path, provider="mock", model="delay 0.6 ok") as client:
        identity = client.run()

        def tells(message: Message) -> bool:
            told = (message.get("params") or {}).get("value") or {}
            return told.get("kind") == "report" and "mock" in told.get("message", "")

        said = client.wait(tells)["params"]["value"]["message"]
        assert re.fullmatch(r"mock: [\d,]+ characters", said)
        client.edited()
        client.answer_to(identity)


class Silent:
    """A server that takes requests and answers none; knows when its client is gone."""

    def __init__(self) -> None:
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.asked, self.left = threading.Event(), threading.Event()
        threading.Thread(target=self._serve, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.listening.getsockname()[1]}/v1"

    def _serve(self) -> None:
        with suppress(OSError):  # when the test is over
            while True:
                connection, _ = self.listening.accept()
                threading.Thread(target=self._hear, args=(connection,), daemon=True).start()

    def _hear(self, connection: socket.socket) -> None:
        posted = False
        with connection, suppress(OSError):
            connection.settimeout(90)
            while piece := connection.recv(65_536):
                posted = posted or piece.startswith(b"POST")
                if posted:
                    self.asked.set()
        if posted:
            self.left.set()


STOPS = {
    "where its progress is shown": lambda client, identity, token: client.notify(
        "window/workDoneProgress/cancel", {"token": token}
    ),
    "by the request": lambda client, identity, token: client.notify(
        "$/cancelRequest", {"id": identity}
    ),
}


@pytest.mark.parametrize("way", STOPS)
def test_what_is_stopped_closes_its_socket(tmp_path: Path, way: str) -> None:
    silent = Silent()
    tables = {"compatible": {"baseUrl": silent.url, "model": "m"}}
    with silent.listening, Client(tmp_path, provider="compatible", providers=tables) as client:
        identity = client.run()
        token = client.began()
        assert silent.asked.wait(60)
        assert not silent.left.is_set()
        STOPS[way](client, identity, token)
        assert silent.left.wait(60)
        answer = client.answer_to(identity)
        stopped = answer.get("result", {}).get("cancelled")
        assert stopped or answer["error"]["code"] == -32800
        assert client.actions()


def test_a_server_that_is_left_alone_closes_what_is_open(tmp_path: Path) -> None:
    silent = Silent()
    tables = {"compatible": {"baseUrl": silent.url, "model": "m"}}
    with silent.listening, Client(tmp_path, provider="compatible", providers=tables) as client:
        client.run()
        assert silent.asked.wait(60)
        client.request("shutdown")
        client.notify("exit")
        assert client.process.wait(20) == 0
        assert silent.left.wait(60)


def test_models_are_compared_in_a_page(client: Client) -> None:
    result = client.answer_to(client.run("docstringLsp.compare"))["result"]
    assert result["markdown"].startswith("# fetch\n\n| model | seconds | tokens | US dollars |\n")
    assert "## mock\n\n```text\nDo what the name says.\n" in result["markdown"]
    assert (set(result["texts"]), result["errors"]) == ({"mock"}, {})


def test_the_page_is_written_and_opened_where_that_is_asked(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "a.py").write_text(SOURCE)
    with Client(tmp_path, folder=folder, provider="mock") as client:
        uri = (folder / "a.py").as_uri()
        result = client.answer_to(
            client.run("docstringLsp.compare", uri=uri, output="docs/compare.md")
        )["result"]
        opened = client.wait(lambda m: m.get("method") == "window/showDocument")
    page = folder / "docs" / "compare.md"
    assert opened["params"]["uri"] == result["uri"] == page.as_uri()
    assert page.read_text() == result["markdown"]
    assert result["markdown"].startswith("# fetch\n")


def test_only_who_was_set_up_is_compared(client: Client) -> None:
    error = client.answer_to(client.run("docstringLsp.compare", models=["openai"]))["error"]
    assert error["message"].startswith("openai is not set up")


def test_what_models_took_is_told(client: Client) -> None:
    client.answer_to(client.run("docstringLsp.compare", models=["mock:500,ok"]))
    answer = client.request("workspace/executeCommand", {"command": "docstringLsp.stats"})
    assert "mock 500,ok" in answer["result"]["groups"]["model"]
    assert "| model `mock 500,ok` |" in answer["result"]["markdown"]
