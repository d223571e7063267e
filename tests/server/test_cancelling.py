"""Long work is shown, and stopped where the user or the editor says so; what stops is answered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.server.raw import Message, RawClient

CANCELLED = -32800
GENERATE_WORKSPACE = "docstringLsp.generateWorkspace"
CONVERT_WORKSPACE = "docstringLsp.convertWorkspace"
ABLE = {
    "window": {"workDoneProgress": True},
    "workspace": {"applyEdit": True, "workspaceEdit": {"documentChanges": True}},
}
DEFINITION = "def count_{0}(boxes: list[str]) -> int:\n    return len(boxes) + {0}\n\n\n"
FILE = "".join(DEFINITION.format(number) for number in range(40))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """More to write than is written before the tests say stop."""
    root = tmp_path_factory.mktemp("large")
    for number in range(60):
        (root / f"part_{number}.py").write_text(FILE, encoding="utf-8")
    return root


def start(folder: Path) -> RawClient:
    client = RawClient(answers={"window/workDoneProgress/create": lambda _: None})
    client.begin(ABLE, workspaceFolders=[{"uri": folder.as_uri(), "name": "large"}])
    return client


@pytest.fixture
def client(folder: Path) -> Iterator[RawClient]:
    """A server that may be ended."""
    with start(folder) as started:
        yield started


@pytest.fixture(scope="module")
def lasting(folder: Path) -> Iterator[RawClient]:
    """One server for all that leaves it at work."""
    with start(folder) as started:
        yield started


@pytest.fixture
def running(lasting: RawClient) -> RawClient:
    lasting.received.clear()
    return lasting


def ask(client: RawClient, command: str = GENERATE_WORKSPACE, **params: Any) -> int:
    return client.ask("workspace/executeCommand", {"command": command, **params})


def progress(client: RawClient, kind: str) -> Any:
    """Wait for a report of that kind and return its token."""

    def wanted(message: Message) -> bool:
        return message.get("method") == "$/progress" and message["params"]["value"]["kind"] == kind

    return client.wait(wanted)["params"]["token"]


def came(client: RawClient, method: str) -> list[Message]:
    return [m for m in client.drain(0.1) if m.get("method") == method]


def is_alive(client: RawClient) -> bool:
    answer = client.answer_to(ask(client, "docstringLsp.selectStyle"))
    return bool(answer["result"]["style"])


@pytest.mark.parametrize("command", [GENERATE_WORKSPACE, CONVERT_WORKSPACE])
def test_the_user_stops_it_where_its_progress_is_shown(
    running: RawClient, folder: Path, command: str
) -> None:
    identity = ask(running, command, arguments=[{"style": "numpy"}])
    token = progress(running, "begin")
    progress(running, "report")
    running.notify("window/workDoneProgress/cancel", {"token": token})
    assert running.answer_to(identity)["result"] == {"applied": False, "cancelled": True}
    assert progress(running, "end") == token
    assert not came(running, "workspace/applyEdit")
    assert (folder / "part_0.py").read_text(encoding="utf-8") == FILE
    assert is_alive(running)


def test_the_editor_names_the_token_and_cancels_it(running: RawClient) -> None:
    identity = ask(running, workDoneToken="mine")
    assert progress(running, "begin") == "mine"
    running.notify("window/workDoneProgress/cancel", {"token": "another"})
    running.notify("window/workDoneProgress/cancel", {"token": "mine"})
    assert running.answer_to(identity)["result"]["cancelled"] is True
    assert not came(running, "window/workDoneProgress/create")


def test_a_cancelled_command_stops_and_is_answered(running: RawClient) -> None:
    identity = ask(running)
    token = progress(running, "begin")
    running.notify("$/cancelRequest", {"id": identity})
    assert running.answer_to(identity)["error"]["code"] == CANCELLED
    assert progress(running, "end") == token
    assert not came(running, "workspace/applyEdit")
    assert is_alive(running)


def test_a_reply_that_comes_after_the_cancellation_is_dropped(client: RawClient) -> None:
    client.open("untitled:a", FILE)
    argument = {"uri": "untitled:a", "symbol": "count_1"}
    identity = ask(client, "docstringLsp.generate", arguments=[argument])
    edit = client.wait(lambda m: m.get("method") == "workspace/applyEdit")
    client.notify("$/cancelRequest", {"id": identity})
    assert client.answer_to(identity)["error"]["code"] == CANCELLED
    client.send({"jsonrpc": "2.0", "id": edit["id"], "result": {"applied": True}})
    assert is_alive(client)
    assert not came(client, "window/showMessage")
    assert client.end() == 0
    assert client.stderr == ""


def test_cancelling_what_is_done_or_was_never_asked_is_nothing(running: RawClient) -> None:
    for identity in (1, 999, "x", None, {}):
        running.notify("$/cancelRequest", {"id": identity})
    running.notify("$/cancelRequest", [])
    assert is_alive(running)


def test_a_shutdown_stops_what_is_under_way(client: RawClient) -> None:
    running = [ask(client) for _ in range(3)]
    progress(client, "begin")
    assert client.request("shutdown")["result"] is None
    assert [client.answer_to(each)["error"]["code"] for each in running] == [CANCELLED] * 3
    client.notify("exit")
    assert client.process.wait(10) == 0
    assert client.stderr == ""


def test_an_editor_without_progress_is_served_without(folder: Path) -> None:
    able = {"workspace": {"applyEdit": True}}
    with RawClient(answers={"workspace/applyEdit": lambda _: {"applied": True}}) as client:
        client.begin(able, workspaceFolders=[{"uri": folder.as_uri(), "name": "large"}])
        (folder / "docstring-lsp.toml").write_text('exclude = ["part_*"]\n', encoding="utf-8")
        (folder / "other.py").write_text(DEFINITION.format(1), encoding="utf-8")
        answer = client.answer_to(ask(client))["result"]
        assert (answer["applied"], answer["changed"]) == (True, 1)
        methods = {m.get("method") for m in client.drain(0.1)}
        assert not methods & {"$/progress", "window/workDoneProgress/create"}
