"""A JSON-RPC client that says exactly what it is told to, however wrong, over stdio."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from typing import Any

Message = dict[str, Any]

SERVER = (
    sys.executable,
    "-c",
    "import sys; from docstring_lsp.server.app import serve_stdio; sys.exit(serve_stdio())",
)
"""The server alone; that the command line starts it is a test of its own."""

_PATIENCE = 20.0


class RawClient:
    """A server's process and the messages that came from it.

    Args:
        command: What starts the server.
        answers: What is answered to the server's own requests, by method.
    """

    def __init__(
        self,
        command: tuple[str, ...] = SERVER,
        answers: Mapping[str, Callable[[Any], Any]] | None = None,
        env: Mapping[str, str] | None = None,
    ) -> None:
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **(env or {})},
        )
        self.answers = dict(answers or {})
        self.received: list[Message] = []
        self._queue: queue.Queue[Message | None] = queue.Queue()
        self._errors: list[bytes] = []
        self._number = 0
        threading.Thread(target=self._read, daemon=True).start()
        threading.Thread(target=self._read_errors, daemon=True).start()

    def __enter__(self) -> RawClient:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            with contextlib.suppress(OSError):
                pipe.close()  # type: ignore[union-attr]

    @property
    def stderr(self) -> str:
        """What the server has written to standard error so far."""
        return b"".join(self._errors).decode()

    # Sending

    def send_bytes(self, data: bytes) -> None:
        self.process.stdin.write(data)  # type: ignore[union-attr]
        self.process.stdin.flush()  # type: ignore[union-attr]

    def send_body(self, body: bytes, header: str = "Content-Length") -> None:
        self.send_bytes(f"{header}: {len(body)}\r\n\r\n".encode() + body)

    def send(self, message: object) -> None:
        self.send_body(json.dumps(message).encode())

    def notify(self, method: str, params: object = None) -> None:
        message: Message = {"jsonrpc": "2.0", "method": method}
        if params is not None:
            message["params"] = params
        self.send(message)

    def ask(self, method: str, params: object = None) -> int:
        """Send a request and return its id."""
        self._number += 1
        message: Message = {"jsonrpc": "2.0", "id": self._number, "method": method}
        if params is not None:
            message["params"] = params
        self.send(message)
        return self._number

    # Receiving

    def request(self, method: str, params: object = None) -> Message:
        """Send a request and return the whole answer."""
        return self.answer_to(self.ask(method, params))

    def answer_to(self, identity: int | None) -> Message:
        return self.wait(lambda m: "method" not in m and m.get("id") == identity)

    def notification(self, method: str) -> Message:
        return self.wait(lambda m: m.get("method") == method)

    def wait(self, wanted: Callable[[Message], bool], patience: float = _PATIENCE) -> Message:
        """Return the first message, received before or from now on, that is wanted; take it."""
        for message in self.received:
            if wanted(message):
                self.received.remove(message)
                return message
        while True:
            message = self._queue.get(timeout=patience)
            if message is None:
                raise EOFError(f"the server's output ended; its errors: {self.stderr}")
            if wanted(message):
                return message
            self.received.append(message)

    def drain(self, seconds: float) -> list[Message]:
        """Return what has come, and what comes within some time."""
        with contextlib.suppress(queue.Empty):
            self.wait(lambda _: False, patience=seconds)
        return self.received

    def _read(self) -> None:
        stream = self.process.stdout
        while line := stream.readline():  # type: ignore[union-attr]
            length = 0
            while line.strip():
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
                line = stream.readline()  # type: ignore[union-attr]
            if not length:
                continue
            message = json.loads(stream.read(length))  # type: ignore[union-attr]
            if "method" in message and "id" in message and message["method"] in self.answers:
                result = self.answers[message["method"]](message.get("params"))
                self.send({"jsonrpc": "2.0", "id": message["id"], "result": result})
            self._queue.put(message)
        self._queue.put(None)

    def _read_errors(self) -> None:
        while chunk := self.process.stderr.readline():  # type: ignore[union-attr]
            self._errors.append(chunk)

    # A life

    def begin(self, capabilities: object = None, **params: object) -> Message:
        """Initialize and return the result."""
        answer = self.request(
            "initialize",
            {
                "processId": None,
                "rootUri": None,
                "capabilities": capabilities or {},
                **params,
            },
        )
        self.notify("initialized", {})
        return answer["result"]

    def open(self, uri: str, text: str, version: int = 1, language: str = "python") -> None:
        item = {"uri": uri, "languageId": language, "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})

    def end(self) -> int:
        """Shut the server down and return its exit status."""
        self.request("shutdown")
        self.notify("exit")
        return self.process.wait(timeout=_PATIENCE)
