"""A server that speaks as much of Redis as a cache needs, in a thread of its own."""

from __future__ import annotations

import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager


class RedisServer(socketserver.ThreadingTCPServer):
    """Keeps values in memory.

    Attributes:
        values: What it keeps, each with the time at which it ends.
    """

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.values: dict[bytes, tuple[bytes, float]] = {}

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.server_address[1]}/0"

    def answer(self, words: list[bytes]) -> bytes:
        command, *rest = words
        match command.upper():
            case b"GET":
                value, until = self.values.get(rest[0], (b"", 0.0))
                if time.monotonic() >= until:
                    return b"$-1\r\n"
                return b"$%d\r\n%s\r\n" % (len(value), value)
            case b"SET":
                key, value, *options = rest
                named = [option.upper() for option in options]
                if b"NX" in named and time.monotonic() < self.values.get(key, (b"", 0.0))[1]:
                    return b"$-1\r\n"
                ttl = int(options[named.index(b"PX") + 1]) / 1000 if b"PX" in named else 1e9
                self.values[key] = (value, time.monotonic() + ttl)
                return b"+OK\r\n"
            case b"DEL":
                return b":%d\r\n" % sum(self.values.pop(key, None) is not None for key in rest)
            case b"HELLO":
                return b"-ERR unknown command\r\n"
            case _:
                return b"+OK\r\n"


class _Handler(socketserver.StreamRequestHandler):
    server: RedisServer

    def handle(self) -> None:
        while line := self.rfile.readline():
            words = []
            for _ in range(int(line[1:])):
                length = int(self.rfile.readline()[1:])
                words.append(self.rfile.read(length))
                self.rfile.read(2)
            self.wfile.write(self.server.answer(words))


@contextmanager
def redis_server() -> Iterator[RedisServer]:
    with RedisServer() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
