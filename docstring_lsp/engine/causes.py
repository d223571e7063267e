"""Several errors in, one out: a line to read, with all of their causes inside."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from docstring_lsp.errors import AttemptsFailedError

if sys.version_info >= (3, 11):
    from builtins import ExceptionGroup
else:
    from exceptiongroup import ExceptionGroup


def attempts_failed(names: Sequence[str], errors: Sequence[Exception]) -> AttemptsFailedError:
    """Return the error that failed attempts are; its cause is the group of theirs.

    Args:
        names: Who was asked.
        errors: Why each failed, at least one.
    """
    provider = ", ".join(dict.fromkeys(names))
    told = "; ".join(dict.fromkeys(str(error) or type(error).__name__ for error in errors))
    failed = AttemptsFailedError(told, provider=provider)
    failed.__cause__ = ExceptionGroup("every attempt failed", list(errors))
    return failed
