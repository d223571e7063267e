"""``docstring-lsp serve``: where the server listens; what it answers is tested beside it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from docstring_lsp.cli.commands.serve import _address
from docstring_lsp.server import app
from tests.cli.conftest import Cli


def send(stream: IO[bytes], **message: object) -> None:
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    stream.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
    stream.flush()


def receive(stream: IO[bytes]) -> dict[str, object]:
    length = 0
    while (line := stream.readline().strip()) != b"":
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    answer: dict[str, object] = json.loads(stream.read(length))
    return answer


def test_it_answers_on_standard_input_and_output_and_ends(project: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "docstring_lsp", "serve"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        client: dict[str, object] = {"processId": None, "rootUri": None, "capabilities": {}}
        send(process.stdin, id=1, method="initialize", params=client)
        answer = receive(process.stdout)
        assert (answer["id"], "error" in answer) == (1, False)
        send(process.stdin, id=2, method="shutdown")
        while receive(process.stdout).get("id") != 2:
            pass
        send(process.stdin, method="exit")
        assert process.wait(20) == 0


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("127.0.0.1:2087", ("127.0.0.1", 2087)),
        (":2087", ("127.0.0.1", 2087)),
        ("[::1]:0", ("::1", 0)),
        ("localhost:65535", ("localhost", 65535)),
    ],
)
def test_an_address(text: str, address: tuple[str, int]) -> None:
    assert _address(text) == address


def test_the_status_is_the_servers(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    listened: list[tuple[str, int]] = []

    def serve_tcp(host: str, port: int) -> int:
        listened.append((host, port))
        return 1

    monkeypatch.setattr(app, "serve_tcp", serve_tcp)
    assert cli("serve", "--tcp", "127.0.0.1:2087").status == 1
    assert listened == [("127.0.0.1", 2087)]
