"""What pygls gets wrong, and the server does not: each as a client sees it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests.server.raw import SERVER, RawClient

PARSE_ERROR = -32700
INVALID_REQUEST = -32600
METHOD_NOT_FOUND = -32601
INVALID_PARAMS = -32602
NOT_INITIALIZED = -32002

NOWHERE = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}


@pytest.fixture
def client() -> Iterator[RawClient]:
    with RawClient() as started:
        yield started


@pytest.fixture(scope="module")
def running() -> Iterator[RawClient]:
    """One server for all that leaves it as it was."""
    with RawClient() as started:
        started.begin()
        yield started


def code(answer: dict[str, Any]) -> int:
    return answer["error"]["code"]


MALFORMED = [
    ("textDocument/codeAction", {}),
    ("textDocument/codeAction", {"textDocument": None, "range": NOWHERE, "context": {}}),
    ("textDocument/codeAction", {"textDocument": {"uri": 1}, "range": 2, "context": 3}),
    ("textDocument/codeAction", []),
    ("textDocument/codeAction", None),
    ("codeAction/resolve", {"kind": "quickfix"}),
    ("workspace/executeCommand", {}),
    ("workspace/executeCommand", {"command": "docstringLsp.generate", "arguments": 3}),
    ("textDocument/diagnostic", {"textDocument": "x"}),
]


@pytest.mark.parametrize(("method", "params"), MALFORMED)
def test_malformed_params_are_answered_with_an_error_and_no_popup(
    running: RawClient, method: str, params: object
) -> None:
    answer = running.request(method, params)
    assert code(answer) == INVALID_PARAMS
    assert method in answer["error"]["message"] or "docstringLsp" in answer["error"]["message"]
    assert not [m for m in running.drain(0.05) if m["method"] == "window/showMessage"]


def test_a_malformed_notification_is_logged_and_the_server_lives(running: RawClient) -> None:
    running.notify("textDocument/didOpen", {"textDocument": {"uri": 3}})
    running.wait(lambda m: "didOpen" in str(m.get("params")) and "logMessage" in m["method"])
    assert code(running.request("no/such/method")) == METHOD_NOT_FOUND


def test_an_unknown_notification_is_passed_over(running: RawClient) -> None:
    running.notify("$/no/such", {"a": 1})
    running.notify("notebookDocument/didOpen", {"anything": 1})
    assert code(running.request("no/such/method")) == METHOD_NOT_FOUND


@pytest.mark.parametrize(
    ("body", "expected"),
    [(b"{not json", PARSE_ERROR), (b"\xff\xfe", PARSE_ERROR), (b"[]", INVALID_REQUEST)],
)
def test_what_is_no_message_is_answered_without_an_id(
    running: RawClient, body: bytes, expected: int
) -> None:
    running.send_body(body)
    answer = running.answer_to(None)
    assert code(answer) == expected
    assert answer["id"] is None


def test_source_text_is_never_logged(running: RawClient) -> None:
    secret = "def very_secret_name(): pass"
    running.notify("textDocument/didOpen", {"textDocument": {"uri": 3, "text": secret}})
    running.request("textDocument/codeAction", {"textDocument": {"uri": secret}, "range": secret})
    told = running.stderr + json.dumps(running.drain(0.2))
    assert "very_secret_name" not in told


def test_requests_before_initialize_are_refused(client: RawClient) -> None:
    assert code(client.request("textDocument/codeAction", {})) == NOT_INITIALIZED
    assert code(client.request("shutdown")) == NOT_INITIALIZED
    assert client.begin()["serverInfo"]["name"] == "docstring-lsp"


def test_notifications_before_initialize_are_dropped(client: RawClient) -> None:
    client.open("file:///tmp/a.py", "def f(): pass\n")
    client.begin()
    assert not [m for m in client.drain(0.5) if m["method"] == "textDocument/publishDiagnostics"]


def test_initialize_comes_only_once(running: RawClient) -> None:
    answer = running.request("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
    assert code(answer) == INVALID_REQUEST


def test_requests_after_shutdown_are_refused_and_exit_is_0(client: RawClient) -> None:
    client.begin()
    assert client.request("shutdown")["result"] is None
    for method in ("textDocument/codeAction", "shutdown", "initialize", "no/such/method"):
        assert code(client.request(method, {})) == INVALID_REQUEST
    client.notify("exit")
    assert client.process.wait(10) == 0
    assert client.stderr == ""


def test_exit_without_shutdown_is_1(client: RawClient) -> None:
    client.begin()
    client.notify("exit")
    assert client.process.wait(10) == 1


def test_exit_before_initialize_is_1(client: RawClient) -> None:
    client.notify("exit")
    assert client.process.wait(10) == 1


@pytest.mark.parametrize(("shut_down", "status"), [(False, 1), (True, 0)])
def test_the_end_of_input_ends_the_server(client: RawClient, shut_down: bool, status: int) -> None:
    client.begin()
    if shut_down:
        client.request("shutdown")
    client.process.stdin.close()  # type: ignore[union-attr]
    assert client.process.wait(10) == status


HEADERS = [
    "content-length: {}\r\n\r\n",
    "CONTENT-LENGTH:{}\r\n\r\n",
    "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: {}\r\n\r\n",
    "X-Other: 1\r\nContent-Length: {}  \r\n\r\n",
    "Content-Length: nonsense\r\n\r\nContent-Length: {}\r\n\r\n",
]


@pytest.mark.parametrize("header", HEADERS)
def test_headers_are_read_in_any_case_and_order(running: RawClient, header: str) -> None:
    body = b'{"jsonrpc":"2.0","id":"x","method":"no/such"}'
    running.send_bytes(header.format(len(body)).encode() + body)
    assert running.wait(lambda m: m.get("id") == "x")["error"]["code"] == METHOD_NOT_FOUND


def test_a_message_may_come_in_pieces(running: RawClient) -> None:
    body = b'{"jsonrpc":"2.0","id":"y","method":"no/such"}'
    for byte in f"Content-Length: {len(body)}\r\n\r\n".encode() + body:
        running.send_bytes(bytes([byte]))
    assert running.wait(lambda m: m.get("id") == "y")


def test_a_header_line_without_end_does_not_end_the_server(client: RawClient) -> None:
    client.send_bytes(b"x" * 200_000 + b"\r\n")
    assert client.begin()["capabilities"]


def test_what_the_program_prints_does_not_reach_the_protocol() -> None:
    command = list(SERVER)
    command[-1] = (
        "import sys; from docstring_lsp.server import app, transport\n"
        "take = transport.take_stdout\n"
        "def taken():\n"
        "    pipe = take(); print('stray'); import os; os.system('echo stray'); return pipe\n"
        "transport.take_stdout = taken\n"
        "sys.exit(app.serve_stdio())"
    )
    with RawClient(tuple(command)) as client:
        client.begin()
        assert client.end() == 0
        assert client.stderr.count("stray") == 2


def test_a_busy_pool_of_workers_does_not_stop_the_server_from_reading() -> None:
    command = list(SERVER)
    command[-1] = (
        "import asyncio, sys, time; from docstring_lsp.server import app\n"
        "serve = app.Server.serve\n"
        "async def busy(self, *given, **named):\n"
        "    loop = asyncio.get_running_loop()\n"
        "    [loop.run_in_executor(None, time.sleep, 60) for _ in range(200)]\n"
        "    return await serve(self, *given, **named)\n"
        "app.Server.serve = busy\n"
        "sys.exit(app.serve_stdio())"
    )
    with RawClient(tuple(command)) as client:
        client.begin()
        assert code(client.request("no/such/method")) == METHOD_NOT_FOUND


def test_the_server_ends_when_the_editor_dies(client: RawClient) -> None:
    editor = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    client.begin(processId=editor.pid)
    editor.kill()
    editor.wait()
    began = time.monotonic()
    assert client.process.wait(10) == 1
    assert time.monotonic() - began < 6


def test_an_editor_that_cannot_be_seen_is_not_taken_for_dead(client: RawClient) -> None:
    client.begin(processId=2**22 + 12345)
    time.sleep(0.3)
    assert client.end() == 0


def test_a_reply_to_nothing_is_dropped(running: RawClient) -> None:
    running.send({"jsonrpc": "2.0", "id": "never asked", "result": {"x": 1}})
    running.send({"jsonrpc": "2.0", "id": None, "error": {"code": 1, "message": "?"}})
    running.send({"jsonrpc": "2.0"})
    assert code(running.request("no/such")) == METHOD_NOT_FOUND


def test_the_command_line_starts_it() -> None:
    with RawClient((sys.executable, "-m", "docstring_lsp", "serve")) as client:
        assert client.begin()["serverInfo"]["name"] == "docstring-lsp"
        assert client.end() == 0


def test_a_start_imports_nothing_that_only_models_need() -> None:
    engines = ("httpx", "jinja2", "diskcache", "tenacity", "keyring", "genai_prices", "libcst")
    code = (
        "import asyncio, sys\n"
        "from docstring_lsp.server import app\n"
        "from docstring_lsp.server.lifecycle import initialize\n"
        "from lsprotocol import types\n"
        "async def begin():\n"
        "    server = app.Server()\n"
        "    params = types.InitializeParams(capabilities=types.ClientCapabilities())\n"
        "    await initialize(server.session, params)\n"
        "asyncio.run(begin())\n"
        f"print([name for name in {engines!r} if name in sys.modules])\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
