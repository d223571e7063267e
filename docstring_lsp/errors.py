"""Every error this package raises on purpose.

::

    DocstringLspError
    ├── UsageError               the user asked for something that cannot be done
    │   ├── SettingError         a setting has a wrong name or value, and where it came from
    │   └── UnknownNameError     no such style, provider, setting or symbol; names the nearest
    ├── FileError                a file or folder cannot be read or written
    ├── SourceError              text that cannot be read as Python
    │   ├── DecodeError          bytes that are not text in the declared encoding
    │   └── ParseRefusedError    a definition the parser cannot read
    ├── ProviderError            a provider did not answer, or not with what was asked
    │   ├── PermanentError       a bad key, a bad request, a spent quota: asking again is in vain
    │   ├── PassingError         a timeout, an overload, a dropped connection: may be asked again
    │   ├── ContentError         it answered, but not with what was asked
    │   └── AttemptsFailedError  every attempt failed; holds all of their causes
    ├── WorkflowError            a workflow could not go on; what it has made is kept
    │   ├── BibleFailedError     there is no bible to write from
    │   └── ServiceUnavailableError  no model answers
    ├── AwaitedError             prose that is asked for and not there: the definition is left
    ├── EditRefusedError         an edit that could not be proven to leave the code as it is
    └── StaleDocumentError       the document moved on while the answer was computed

Each message is one line that says what happened, where, and what to do. The faces map
the first group to exit status 2 and keep going after the others.
"""

from __future__ import annotations

from collections.abc import Iterable


class DocstringLspError(Exception):
    """The root of the tree."""


class UsageError(DocstringLspError):
    """The user asked for something that cannot be done as asked."""


class SettingError(UsageError):
    """A setting has a wrong name or value.

    Args:
        message: What is wrong.
        origin: Where the setting was read, such as ``pyproject.toml`` or ``command line``.
    """

    def __init__(self, message: str, origin: str) -> None:
        super().__init__(f"{origin}: {message}")
        self.origin = origin


class UnknownNameError(UsageError):
    """A name that is not among the known ones.

    Args:
        kind: What was named, such as ``style``.
        name: The name that was given.
        known: Every name that would have been accepted.
        where: The place that was searched, where that helps, such as a path.
    """

    def __init__(self, kind: str, name: str, known: Iterable[str], where: str = "") -> None:
        from difflib import get_close_matches

        self.kind, self.name, self.known = kind, name, tuple(known)
        near = get_close_matches(name, self.known, n=1, cutoff=0.5)
        hint = f" Did you mean {near[0]!r}?" if near else ""
        shown = ", ".join(self.known[:20]) + (", …" if len(self.known) > 20 else "")
        place = f" in {where}" if where else ""
        listing = f" Known: {shown}." if shown else " None is known."
        super().__init__(f"unknown {kind} {name!r}{place}.{hint}{listing}")


class FileError(DocstringLspError):
    """A file or folder that cannot be read or written; the message starts with its path."""


class SourceError(DocstringLspError):
    """Text that cannot be read as Python."""


class DecodeError(SourceError):
    """Bytes that are not text in the encoding the file declares."""


class ParseRefusedError(SourceError):
    """A definition that the parser cannot read."""


class ProviderError(DocstringLspError):
    """A provider did not answer, or not with what was asked.

    Args:
        message: What happened, and what to do; never a key, never a body.
        provider: The provider's name.
        status: The HTTP status, if there was an answer.
    """

    def __init__(self, message: str, *, provider: str, status: int | None = None) -> None:
        super().__init__(f"{provider}: {message}")
        self.provider, self.status = provider, status

    @property
    def said(self) -> str:
        """What happened, without whom it happened with."""
        return str(self).removeprefix(f"{self.provider}: ")


class PermanentError(ProviderError):
    """Asking again would get the same: a bad key, a bad request, no such model, no quota."""


class PassingError(ProviderError):
    """Asking again may succeed: a timeout, a 429, a 5xx, a dropped connection.

    Args:
        message: What happened.
        provider: The provider's name.
        status: The HTTP status, if there was an answer.
        retry_after: The seconds the provider asks to wait, if it says so.
    """

    def __init__(
        self,
        message: str,
        *,
        provider: str,
        status: int | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message, provider=provider, status=status)
        self.retry_after = retry_after


class ContentError(ProviderError):
    """It answered, but not with what was asked: cut short, refused, or not the schema.

    Args:
        message: What is wrong with it.
        provider: The provider's name.
        reason: ``truncated`` (the limit is to be raised), ``refused`` (the model declined),
            ``malformed`` (not the JSON asked for) or ``untrue`` (the gate refused it).
        violations: What is wrong in detail, one line each, as a model can be told.
    """

    def __init__(
        self, message: str, *, provider: str, reason: str, violations: tuple[str, ...] = ()
    ) -> None:
        super().__init__(message, provider=provider)
        self.reason, self.violations = reason, violations


class AttemptsFailedError(ProviderError):
    """Every attempt failed. Its ``__cause__`` is an exception group of all of their errors.

    Args:
        message: What happened to each, with its provider's name.
        provider: The names of those that were asked.
    """

    def __init__(self, message: str, *, provider: str) -> None:
        super().__init__(message, provider=provider)
        self.args = (message,)


class WorkflowError(DocstringLspError):
    """A workflow could not go on; what it has made is kept, and the next run goes on from there."""


class BibleFailedError(WorkflowError):
    """There is no bible to write from.

    Args:
        reason: Why.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(f"Bible generation failed: {reason}")


class ServiceUnavailableError(WorkflowError):
    """No model answers.

    Args:
        reason: Why.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(f"LLM service unavailable: {reason}")


class AwaitedError(DocstringLspError):
    """Prose that is asked for and not there: the definition is left as it is."""


class EditRefusedError(DocstringLspError):
    """An edit that could not be proven to leave the code as it is."""


class StaleDocumentError(DocstringLspError):
    """The document changed while the answer was computed."""
