"""What every provider on a wire does alike: a request in, a reply out, by way of an adapter.

An adapter maps a request out to its vendor's JSON and the vendor's JSON in; here is what comes
between: the model that is meant, the ladder to a schema, gathering a stream, and what counts as
an answer. Knows no vendor.
"""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, AsyncIterator, Iterable, Mapping
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, ClassVar

from docstring_lsp.errors import ContentError, PassingError, PermanentError, ProviderError
from docstring_lsp.providers import json_text
from docstring_lsp.providers.base import (
    Availability,
    Capabilities,
    Delta,
    Model,
    Prompt,
    Reply,
    Request,
)
from docstring_lsp.providers.call import Call, Event, Upload
from docstring_lsp.providers.connection import Access, Connection
from docstring_lsp.providers.exchange import Asked, Spoken, adopt, asked_by, cited, estimated
from docstring_lsp.providers.ladder import LADDER, Rung
from docstring_lsp.providers.problem import FormatRefusedError, Problem

if TYPE_CHECKING:
    from pydantic import SecretStr

_VERSIONED = "/v1"
"""Where a path begins with it, an address that ends with it says it twice."""


class WireProvider:
    """A provider reached over the network. An adapter says what its vendor's JSON is.

    Args:
        connection: How it is reached; without one it can be looked at, not asked.
    """

    name: ClassVar[str]
    capabilities: ClassVar[Capabilities]
    access: ClassVar[Access | None]
    rungs: ClassVar[tuple[Rung, ...]] = ("schema", "object", "prompt")

    def __init__(self, connection: Connection | None = None) -> None:
        self._connection = connection

    # What an adapter says.

    def _call(self, asked: Asked) -> Call:
        """Return the request as the vendor reads it."""
        raise NotImplementedError

    def _whole(self, data: Any) -> Spoken:
        """Return what an answer says that came at once; an error in it is raised."""
        raise NotImplementedError

    def _gather(self, event: Event, spoken: Spoken) -> str:
        """Take an event of a stream in and return the text it added; an error is raised."""
        raise NotImplementedError

    def _explain(self, status: int | None, data: Any) -> Problem | None:
        """Return what an error of the vendor's means; None for what its status says."""
        raise NotImplementedError

    def _authorized(self, key: str) -> Mapping[str, str]:
        """Return the headers that carry the key."""
        return {"authorization": f"Bearer {key}"}

    def _constant(self) -> Mapping[str, str]:
        """Return the headers that every request has."""
        return {}

    def _events(self, call: Call) -> AsyncIterator[Event]:
        return self._reached.http.events(call)

    async def _chosen(self) -> str:
        """Return the model to ask where none is named."""
        raise PermanentError("no model is named; name one with --model", provider=self.name)

    async def models(self) -> tuple[Model, ...]:
        """Return the models it offers."""
        raise NotImplementedError

    # What all have in common.

    async def generate(self, request: Request) -> Reply:
        """Return the answer to a request."""
        prompt, model = await self._meant(request)
        for rung in self._climbed(prompt, model):
            asked = asked_by(prompt, model, rung, stream=False)
            try:
                answer = await self._reached.http.json(self._call(asked))
            except FormatRefusedError:
                if rung is None or rung == self.rungs[-1]:
                    raise
                continue
            return self._reply(asked, self._whole(answer.data))
        raise AssertionError("a ladder has a rung")

    async def stream(self, request: Request) -> AsyncGenerator[Delta, None]:
        """Give the answer as it comes; the last piece carries the whole reply."""
        prompt, model = await self._meant(request)
        for rung in self._climbed(prompt, model):
            asked = asked_by(prompt, model, rung, stream=True)
            spoken = Spoken()
            try:
                async with aclosing(self._streamed(self._call(asked), spoken)) as pieces:
                    async for piece in pieces:
                        yield Delta(text=piece)
            except FormatRefusedError:
                if rung is None or rung == self.rungs[-1] or spoken.text:
                    raise
                continue
            yield Delta(reply=self._reply(asked, spoken))
            return

    async def available(self) -> Availability:
        """Return whether it can be asked now, by the list of its models: no token is spent."""
        try:
            await self.models()
        except ProviderError as error:
            return Availability(available=False, reason=str(error))
        return Availability(available=True)

    async def capable(self, model: str | None = None) -> Capabilities:
        """Return what a model can do: by the server where it tells, else by the table.

        Args:
            model: Which one; the configured one if None.
        """
        from dataclasses import replace

        named = model or self._configured or await self._chosen()
        known = {offered.name: offered for offered in await self.models()}
        told = known.get(named)
        if told is None:
            return self.capabilities
        known_there = bool(told.capabilities or told.context or told.max_output)
        return replace(
            told.capabilities or self.capabilities,
            max_tokens=told.context or self.capabilities.max_tokens,
            max_output=told.max_output or self.capabilities.max_output,
            as_of="server" if known_there else self.capabilities.as_of,
        )

    @property
    def _reached(self) -> Connection:
        if self._connection is None:
            raise PermanentError("not set up: it has no connection", provider=self.name)
        return self._connection

    @property
    def _configured(self) -> str:
        named = self._connection.model if self._connection else ""
        return named or (self.access.model if self.access else "")

    def _to(
        self,
        path: str,
        body: Mapping[str, Any] | None = None,
        *,
        base: str = "",
        method: str = "",
        upload: Upload | None = None,
    ) -> Call:
        """Return a call to a path under the address.

        Args:
            path: The path, from its slash on.
            body: What to send; None asks with ``GET``.
            base: Another address of the same server.
            method: How it is asked, where that is neither ``GET`` nor ``POST``.
            upload: A file to send in place of a body.

        Raises:
            PermanentError: If it needs a key and there is none.
        """
        access, connection = self.access, self._reached
        variable = access.key_variables[0] if access and access.key_variables else ""
        headers: dict[str, str | SecretStr] = dict(self._constant())
        if connection.key is not None:
            for name, value in self._authorized(connection.key.get_secret_value()).items():
                headers[name] = type(connection.key)(value)
        elif access is not None and access.key_required:
            raise PermanentError(f"no key; set {variable}", provider=self.name)
        if connection.extra:
            from pydantic import SecretStr

            headers.update({name: SecretStr(value) for name, value in connection.extra})
        base = base or connection.base_url.rstrip("/")
        if path.startswith(f"{_VERSIONED}/"):
            base = base.removesuffix(_VERSIONED)
        return Call(
            provider=self.name,
            url=base + path,
            method=method or ("GET" if body is None and upload is None else "POST"),
            headers=headers,
            body=body,
            upload=upload,
            explain=self._explain,
            key_variable=variable,
        )

    async def _got(self, path: str, *, base: str = "") -> Any:
        """Return the JSON at a path."""
        return (await self._reached.http.json(self._to(path, base=base))).data

    def _failure(self, data: Any, status: int | None = None) -> ProviderError:
        """Return the error that an answer under a good status is."""
        return self._to("").failure(status, data)

    async def _meant(self, request: Request) -> tuple[Prompt, str]:
        if request.prompt is None:
            raise PermanentError("there is no prompt to answer", provider=self.name)
        return request.prompt, request.model or self._configured or await self._chosen()

    def _climbed(self, prompt: Prompt, model: str) -> Iterable[Rung | None]:
        if prompt.schema is None:
            return (None,)
        return LADDER.rungs((self._reached.base_url, model), self.rungs)

    async def _streamed(self, call: Call, spoken: Spoken) -> AsyncGenerator[str, None]:
        """Give the pieces of text of a stream while what was said is gathered."""
        events = self._events(call)
        async with aclosing(events) as coming:  # type: ignore[type-var]
            async for event in coming:
                if event.name == "body":
                    adopt(spoken, self._whole(self._read(event)))
                    spoken.ended = True
                    piece = spoken.text
                else:
                    piece = self._gather(event, spoken)
                if piece:
                    yield piece
                if spoken.ended:
                    break
        if not spoken.ended:
            raise PassingError("the stream broke off", provider=self.name)

    def _read(self, event: Event) -> Any:
        """Return the JSON of an event."""
        try:
            return json.loads(event.data)
        except (ValueError, RecursionError):
            raise self._malformed("an answer that is no JSON") from None

    def _reply(self, asked: Asked, spoken: Spoken) -> Reply:
        """Return the reply that was spoken.

        Raises:
            ContentError: If it is not what was asked for.
        """
        if spoken.refusal or spoken.stop == "refusal":
            why = f" ({spoken.refusal})" if spoken.refusal else ""
            raise ContentError(f"the model declined{why}", provider=self.name, reason="refused")
        data = None
        if asked.rung is not None:
            data = self._held(asked, asked.rung, spoken)
        elif not spoken.text.strip():
            raise self._cut(asked) if spoken.stop == "length" else self._malformed("no text")
        return Reply(
            provider=self.name,
            model=spoken.model or asked.model,
            text=spoken.text,
            data=data,
            stop=spoken.stop or "end",
            usage=spoken.usage or estimated(asked.prompt, spoken),
            sources=cited(spoken.sources),
        )

    def _held(self, asked: Asked, rung: Rung, spoken: Spoken) -> Mapping[str, Any]:
        """Return the object that was spoken."""
        if spoken.stop == "length":
            raise self._cut(asked)
        # A server that holds the thoughts to the schema leaves the answer itself empty.
        said = spoken.text if spoken.text.strip() else spoken.thought
        found = json_text.read(said)
        place = (self._reached.base_url, asked.model)
        if found is None:
            LADDER.failed(place, rung, self.rungs)
            raise self._malformed("an answer that holds no JSON object")
        LADDER.worked(place)
        if said is not spoken.text:
            spoken.text = said
        return found

    def _cut(self, asked: Asked) -> ContentError:
        limit = asked.prompt.max_tokens
        where = f" at {limit:,} tokens" if limit else ""
        message = f"the answer was cut short{where}"
        return ContentError(message, provider=self.name, reason="truncated")

    def _malformed(self, message: str) -> ContentError:
        return ContentError(
            message,
            provider=self.name,
            reason="malformed",
            violations=("the answer must be one JSON object and nothing else",),
        )
