"""The JSON-RPC side of pygls, mended; knows the life of a connection and no LSP feature.

What pygls 2.1 does otherwise, and a client suffers from:

- Commands and notifications run in generators that a cancellation does not reach, so a
  cancelled command works on, or is never answered. Here each request is one task.
- A late reply to a request that was given up raises. Here it is dropped.
- Shutting down changes a dictionary while it is walked. Here a copy is walked.
- Requests before ``initialize`` are served, after ``shutdown`` left without an answer, and
  parameters that cannot be read are answered by a popup. Here each is answered by its error.
- Whole messages, source text included, are logged. Here methods and exception types are.
- The process ends with 0 whatever happened. Here with 0 only after ``shutdown``.
"""

from __future__ import annotations

import asyncio
import json
import logging
import traceback
from collections.abc import Callable, Coroutine, Mapping
from enum import Enum
from functools import partial
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol

from docstring_lsp.server.failures import RequestError, malformed, response_error

MessageId = str | int
Answer = Callable[[Any], Coroutine[Any, Any, Any]]
Notice = Callable[[Any], None]

logger = logging.getLogger(__name__)

_GONE = (BrokenPipeError, ConnectionError)


class Phase(Enum):
    """Where a connection stands in its life."""

    NEW = "new"
    RUNNING = "running"
    SHUT_DOWN = "shut down"


class Protocol(LanguageServerProtocol):
    """One connection with an editor.

    Attributes:
        phase: Where the connection stands in its life.
        answers: What answers a request, by method. Called when the request arrives, so that
            what it reads before its first ``await`` is the state at that moment.
        notices: What takes a notification, by method.
    """

    def __init__(self, server: Any, converter: Any) -> None:
        super().__init__(server, converter)
        self.phase = Phase.NEW
        self.answers: Mapping[str, Answer] = {}
        self.notices: Mapping[str, Notice] = {}
        self._tasks: dict[MessageId, asyncio.Task[Any]] = {}
        self._ended: asyncio.Future[None] | None = None

    def _register_builtin_features(self) -> None:
        """Register none: every method is answered by ours."""

    @property
    def exit_code(self) -> int:
        """The status of a process that ends now: 0 only if the editor shut it down."""
        return 0 if self.phase is Phase.SHUT_DOWN else 1

    async def ended(self) -> None:
        """Wait until the editor says ``exit`` or can no longer be written to."""
        if self._ended is None:
            self._ended = asyncio.get_running_loop().create_future()
        await asyncio.shield(self._ended)

    def end(self) -> None:
        """End the connection."""
        if self._ended is None:
            self._ended = asyncio.get_running_loop().create_future()
        if not self._ended.done():
            self._ended.set_result(None)

    def receive(self, body: bytes) -> None:
        """Take one message in."""
        try:
            message = json.loads(body)
        except (ValueError, RecursionError):
            self._fail(None, RequestError(types.ErrorCodes.ParseError, "the message is not JSON"))
            return
        if not isinstance(message, dict):
            text = "a message is one JSON object"
            self._fail(None, RequestError(types.ErrorCodes.InvalidRequest, text))
        elif "method" not in message:
            self._reply(message)
        elif "id" in message:
            self._request(message["id"], message["method"], message.get("params"))
        else:
            self._notify(message["method"], message.get("params"))

    def _request(self, identity: MessageId, method: str, raw: object) -> None:
        try:
            self._admit(method)
            answer = self.answers.get(method)
            if answer is None:
                text = f"unknown method {method}"
                raise RequestError(types.ErrorCodes.MethodNotFound, text)
            coroutine = answer(self._structure(method, raw))
        except Exception as error:  # noqa: BLE001 - whatever happens is the answer
            self._fail(identity, error, method)
            return
        if method == types.INITIALIZE:
            self.phase = Phase.RUNNING
        task = asyncio.get_running_loop().create_task(coroutine, name=method)
        self._tasks[identity] = task
        task.add_done_callback(partial(self._answered, identity, method))

    def _admit(self, method: str) -> None:
        if self.phase is Phase.SHUT_DOWN:
            raise RequestError(types.ErrorCodes.InvalidRequest, "the server is shut down")
        if self.phase is Phase.NEW and method != types.INITIALIZE:
            raise RequestError(types.ErrorCodes.ServerNotInitialized, "initialize comes first")
        if self.phase is Phase.RUNNING and method == types.INITIALIZE:
            raise RequestError(types.ErrorCodes.InvalidRequest, "initialize comes only once")

    def _answered(self, identity: MessageId, method: str, task: asyncio.Task[Any]) -> None:
        self._tasks.pop(identity, None)
        if task.cancelled():
            text = f"{method} was cancelled"
            self._fail(identity, RequestError(types.LSPErrorCodes.RequestCancelled, text))
        elif (error := task.exception()) is not None:
            self._fail(identity, error, method)
        else:
            self._send_response(identity, task.result())

    def _notify(self, method: str, raw: object) -> None:
        if method == types.EXIT:
            self.end()
        elif self.phase is not Phase.RUNNING:
            logger.debug("%s dropped: the connection is %s", method, self.phase.value)
        elif method == types.CANCEL_REQUEST:
            self._cancel(raw)
        elif (notice := self.notices.get(method)) is None:
            logger.debug("%s dropped: it is not known", method)
        else:
            try:
                notice(self._structure(method, raw))
            except RequestError as error:
                logger.error("%s", error)
            except Exception as error:  # noqa: BLE001 - a notification has no answer
                log_failure(method, error)

    def _cancel(self, raw: object) -> None:
        identity = raw.get("id") if isinstance(raw, dict) else None
        task = self._tasks.get(identity) if isinstance(identity, (str, int)) else None
        if task is not None:
            task.cancel()

    def _reply(self, message: dict[str, Any]) -> None:
        identity = message.get("id")
        if not isinstance(identity, (str, int)):
            logger.warning("a message without method and id dropped")
            return
        future = self._request_futures.pop(identity, None)
        kind = self._result_types.pop(identity, None)
        # Given up by the one who asked: cancelled while it waited, or shut down.
        if future is None or not future.set_running_or_notify_cancel():
            return
        try:
            if "error" in message:
                error = self._converter.structure(message["error"], types.ResponseError)
                future.set_exception(JsonRpcException.from_error(error))
            else:
                future.set_result(self._converter.structure(message, kind).result)
        except Exception as error:  # noqa: BLE001 - the reply cannot be read
            failure = JsonRpcException(f"the reply cannot be read: {type(error).__name__}")
            future.set_exception(failure)

    def shut_down(self) -> None:
        """Give up what is still at work, and refuse what is asked from now on."""
        self.phase = Phase.SHUT_DOWN
        self.give_up()

    def give_up(self) -> None:
        """Cancel what is still at work, which is answered so, and what the editor was asked."""
        for task in list(self._tasks.values()):
            task.cancel()
        for future in list(self._request_futures.values()):
            future.cancel()

    def _structure(self, method: str, raw: object) -> Any:
        expected: Any = types.METHOD_TO_TYPES.get(method, (None, None, None, None))[2]
        if expected is None:
            return raw
        try:
            return self._converter.structure({} if raw is None else raw, expected)
        except Exception as error:
            raise malformed(method, error) from error

    def _fail(self, identity: MessageId | None, error: BaseException, method: str = "") -> None:
        answer = response_error(error)
        if answer is None:
            log_failure(method, error)
            text = f"{method} failed: {type(error).__name__}; the server's log tells more"
            answer = types.ResponseError(code=types.ErrorCodes.InternalError.value, message=text)
        # Not lsprotocol's message: it leaves an id of null out.
        self._send_data({"jsonrpc": self.VERSION, "id": identity, "error": answer})

    def _send_data(self, data: Any) -> None:
        if self.writer is None:
            return
        try:
            body = json.dumps(data, default=self._serialize_message, separators=(",", ":"))
            self.writer.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body.encode("ascii")))
        except _GONE:
            self.writer = None
            self.end()
        except (TypeError, ValueError) as error:
            log_failure("sending", error)


def log_failure(what: str, error: BaseException) -> None:
    """Log a failure with the places it passed, without its message, which may quote source."""
    frames = "".join(traceback.format_tb(error.__traceback__))
    logger.error("%s failed: %s\n%s", what, type(error).__name__, frames)
