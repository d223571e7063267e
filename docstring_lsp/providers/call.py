"""A request as it goes out, and what comes back: values, no vendor's and no library's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from docstring_lsp.errors import PermanentError, ProviderError
from docstring_lsp.providers import problem

if TYPE_CHECKING:
    from pydantic import SecretStr

_SHORTEST_SECRET = 6
_LONGEST_MODEL = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered under a status that says it did.

    Attributes:
        status: The HTTP status.
        headers: Its headers, their names in small letters.
        data: Its body as JSON.
    """

    status: int
    headers: Mapping[str, str]
    data: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event of a stream: of server-sent events, or one line of JSON.

    Attributes:
        name: The event's name; ``message`` where it has none, ``body`` for the whole body of
            an answer that was not streamed.
        data: Its data as sent.
    """

    name: str = "message"
    data: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file that a request carries.

    Attributes:
        name: What it is called there.
        content: Its bytes.
        fields: What else the form says.
    """

    name: str
    content: bytes = field(repr=False)
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A request as it goes out.

    Attributes:
        provider: Whom it goes to, for the errors.
        method: ``POST``, ``GET`` or ``DELETE``.
        url: Where to.
        headers: Its headers; what is secret is a ``SecretStr`` until it is sent.
        body: Its JSON; None for none.
        upload: The file it carries in place of JSON; None for none.
        explain: Reads what the vendor means by an error; None for what its status says.
        key_variable: The environment variable that holds the key, to be named in an error.
    """

    provider: str
    url: str
    method: str = "POST"
    headers: Mapping[str, str | SecretStr] = field(default_factory=dict, repr=False)
    body: Mapping[str, Any] | None = field(default=None, repr=False)
    upload: Upload | None = None
    explain: problem.Explain | None = field(default=None, repr=False)
    key_variable: str = ""

    def failure(
        self,
        status: int | None,
        data: Any,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> ProviderError:
        """Return the error that an answer to it is.

        Args:
            status: The HTTP status; None for an error under one that says there is none.
            data: The body, or the part of it that tells the error, as JSON.
            headers: The answer's headers.
        """
        meant = self.explain(status, data) if self.explain else None
        return problem.error(
            meant or problem.by_status(status),
            provider=self.provider,
            status=status,
            headers=headers,
            sent=self._sent(),
            secrets=self.secrets(),
            key_variable=self.key_variable,
            asked=self.asked(),
        )

    def asked(self) -> str:
        """Return the address and the model that are asked, for an error."""
        parts = urlsplit(self.url)
        where = f"the address {parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"
        model = (self.body or {}).get("model")
        return f"{where} and the model {model[:_LONGEST_MODEL]}" if model else where

    def _sent(self) -> Iterator[str]:
        """Give every text that went out."""
        yield from _texts(self.body)
        if self.upload is not None:
            yield self.upload.content.decode("utf-8", "replace")

    def secrets(self) -> tuple[str, ...]:
        """Return what no error may repeat, each word of a header that is secret."""
        hidden = [_plain(v) for v in self.headers.values() if not isinstance(v, str)]
        return tuple(w for text in hidden for w in text.split() if len(w) >= _SHORTEST_SECRET)


def sendable(call: Call) -> dict[str, str]:
    """Return the headers as they go out; each is held against what a header can be.

    Raises:
        PermanentError: If one cannot be sent. It is not shown, which the error of the library
            below would.
    """
    # Answers are small: packed ones would gain nothing, and are taken only as a gateway's habit.
    headers = {"accept-encoding": "identity"}
    for name, value in call.headers.items():
        plain = _plain(value).strip()
        if not (plain.isascii() and plain.isprintable() and name.isascii() and name.isprintable()):
            hint = f"; check {call.key_variable}" if call.key_variable else ""
            raise PermanentError(
                f"the header {name!a} has characters that cannot be sent{hint}",
                provider=call.provider,
            )
        headers[name.lower()] = plain
    return headers


def _plain(value: str | SecretStr) -> str:
    return value if isinstance(value, str) else value.get_secret_value()


def _texts(value: Any) -> Iterator[str]:
    """Give every text in a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)
