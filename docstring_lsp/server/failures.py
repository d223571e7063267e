"""Takes an exception and gives the error that the editor is answered; knows no method."""

from __future__ import annotations

import cattrs
from lsprotocol.types import ErrorCodes, LSPErrorCodes, ResponseError
from pygls.exceptions import JsonRpcException

from docstring_lsp.errors import DocstringLspError, StaleDocumentError, UsageError

_MOST_FLAWS = 5


class RequestError(Exception):
    """A request that is answered with an error of the protocol.

    Args:
        code: The error's code.
        message: What is wrong, in one line.
    """

    def __init__(self, code: ErrorCodes | LSPErrorCodes, message: str) -> None:
        super().__init__(message)
        self.error = ResponseError(code=code.value, message=message)


def response_error(error: BaseException) -> ResponseError | None:
    """Return the answer that an exception amounts to, or None for a mistake of ours."""
    if isinstance(error, RequestError):
        return error.error
    if isinstance(error, JsonRpcException):
        return error.to_response_error()
    codes: tuple[tuple[type[DocstringLspError], ErrorCodes | LSPErrorCodes], ...] = (
        (StaleDocumentError, LSPErrorCodes.ContentModified),
        (UsageError, ErrorCodes.InvalidParams),
        (DocstringLspError, LSPErrorCodes.RequestFailed),
    )
    for kind, code in codes:
        if isinstance(error, kind):
            return ResponseError(code=code.value, message=str(error))
    return None


def malformed(method: str, error: Exception) -> RequestError:
    """Return the answer to parameters that do not have the method's shape.

    The message tells where and what was expected, never the values.
    """
    flaws = cattrs.transform_error(error)
    told = "; ".join(flaws[:_MOST_FLAWS])
    return RequestError(ErrorCodes.InvalidParams, f"malformed parameters of {method}: {told}")
