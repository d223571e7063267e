"""Starts the server on standard input and output, or on a port; returns the exit status."""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
from collections.abc import Coroutine
from typing import Any

# Making the protocol's 554 classes is most of the start, and a collector that looks through
# them again and again a tenth of that.
gc.disable()

from lsprotocol import types  # noqa: E402
from pygls.lsp.server import LanguageServer  # noqa: E402

from docstring_lsp import __version__, log  # noqa: E402
from docstring_lsp.server import author, parent, router, transport  # noqa: E402
from docstring_lsp.server.client_log import ClientLog, quiet_pygls  # noqa: E402
from docstring_lsp.server.editor import Editor  # noqa: E402
from docstring_lsp.server.lifecycle import NAME  # noqa: E402
from docstring_lsp.server.protocol import Protocol  # noqa: E402
from docstring_lsp.server.session import Session  # noqa: E402

gc.freeze()
gc.enable()

logger = logging.getLogger(__name__)


class Server(LanguageServer):
    """One connection with an editor, and what stands behind it."""

    protocol: Protocol

    def __init__(self) -> None:
        super().__init__(NAME, __version__, protocol_cls=Protocol)
        self.editor = Editor(self)
        self.session = Session(self.editor)
        self.protocol.notices = router.notices(self.session)
        self.protocol.answers = {
            **router.answers(self.session),
            types.SHUTDOWN: self._shut_down,
        }

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Keep errors out of the user's sight; they are logged where they happen."""

    def _shut_down(self, _params: object) -> Coroutine[Any, Any, None]:
        self.protocol.shut_down()
        self.editor.stop_background()
        return _nothing()

    async def serve(self, reader: asyncio.StreamReader, writer: Any, *, local: bool) -> int:
        """Serve one connection to its end.

        Args:
            reader: What the editor sends.
            writer: What takes our messages.
            local: Whether the editor runs on this machine, so that its process can be watched.

        Returns:
            The exit status: 0 if the editor shut the server down.
        """
        self.protocol.set_writer(writer)
        forwarded = ClientLog(self.editor, asyncio.get_running_loop())
        logging.getLogger("docstring_lsp").addHandler(forwarded)
        work = [self._read(reader), self.protocol.ended()]
        if local:
            work.append(self._watch())
        tasks = [asyncio.ensure_future(one) for one in work]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            logging.getLogger("docstring_lsp").removeHandler(forwarded)
            for task in tasks:
                task.cancel()
            self.protocol.give_up()
            self.editor.stop_background()
            await author.close()
            writer.close()
        return self.protocol.exit_code

    async def _read(self, reader: asyncio.StreamReader) -> None:
        async for body in transport.bodies(reader):
            self.protocol.receive(body)
            # Messages that are here already would be taken in one go, and what they asked for
            # would only begin after the last.
            await asyncio.sleep(0)

    async def _watch(self) -> None:
        process_id = await self.session.process_id
        await parent.gone(process_id)
        logger.error("the editor's process is gone")


def serve_stdio() -> int:
    """Serve an editor on standard input and output.

    Returns:
        The exit status: 0 if the editor shut the server down, else 1.
    """

    async def serve() -> int:
        writer = transport.PipeWriter(transport.take_stdout())
        return await Server().serve(transport.stdin_reader(), writer, local=True)

    return _run(serve())


def serve_tcp(host: str, port: int) -> int:
    """Serve the first editor that connects to a port.

    Args:
        host: The address to listen at.
        port: The port; 0 for a free one, which standard error then tells.

    Returns:
        The exit status: 0 if the editor shut the server down, else 1.
    """

    async def serve() -> int:
        loop = asyncio.get_running_loop()
        status: asyncio.Future[int] = loop.create_future()
        served = False

        async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            nonlocal served
            if served:
                writer.close()
                return
            served = True
            code = await Server().serve(reader, writer, local=False)
            if not status.done():
                status.set_result(code)

        async with await asyncio.start_server(connected, host, port) as listener:
            shown = ", ".join("{}:{}".format(*s.getsockname()[:2]) for s in listener.sockets)
            print(f"docstring-lsp listens at {shown}", file=sys.stderr, flush=True)  # noqa: T201
            return await status

    return _run(serve())


def _run(serving: Coroutine[Any, Any, int]) -> int:
    log.begin()
    quiet_pygls()
    try:
        return asyncio.run(serving)
    except KeyboardInterrupt:
        return 130


async def _nothing() -> None:
    """Answer null."""
