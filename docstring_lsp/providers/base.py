"""What stands between the engine and every provider: a typed request and a typed reply."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal, Protocol

from docstring_lsp.docstring.draft import Draft
from docstring_lsp.providers.connection import Access, Connection
from docstring_lsp.source.facts import Facts

Stop = Literal["end", "length", "refusal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What a provider can do, or one of its models.

    Attributes:
        offline: Whether it works without a network.
        deterministic: Whether the same request always gets the same reply.
        max_tokens: The tokens of prompt and answer together; 0 where none are counted.
        max_output: The tokens an answer may have; 0 where that is not known.
        preferred_styles: The names of the styles it writes best.
        json: How it can be held to a schema, the strictest way.
        streaming: Whether an answer can be had as it grows.
        images: Whether a prompt may hold pictures; None where that depends on the model and
            the server has not told.
        documents: Whether it may hold PDFs as they are.
        web: Whether it can search the web.
        batch: Whether it takes many requests at once for later.
        as_of: The date of the table that says so (``2026-11-21``), or ``server`` if it did.
    """

    offline: bool = False
    deterministic: bool = False
    max_tokens: int = 0
    max_output: int = 0
    preferred_styles: tuple[str, ...] = ()
    json: Literal["schema", "object", "none"] = "none"
    streaming: bool = False
    images: bool | None = False
    documents: bool = False
    web: bool = False
    batch: bool = False
    as_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that goes with a prompt.

    Attributes:
        name: What it is called.
        kind: Its media type, such as ``image/png`` or ``application/pdf``.
        data: What is in it.
    """

    name: str
    kind: str
    data: bytes = field(repr=False)

    @property
    def base64(self) -> str:
        """Its content in the letters that JSON can hold."""
        return b64encode(self.data).decode("ascii")

    @property
    def url(self) -> str:
        """Its content as an address of its own."""
        return f"data:{self.kind};base64,{self.base64}"

    @property
    def is_image(self) -> bool:
        """Whether it is a picture."""
        return self.kind.startswith("image/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """What a model is asked, as every provider can say it.

    Attributes:
        system: What it is and what rules hold.
        user: The blocks of the question, the most stable one first, so that a provider's
            prompt cache can hold them.
        schema: The JSON Schema of the answer; None for plain text.
        schema_name: What the schema is called on the wire.
        max_tokens: The most tokens that the answer may have.
        temperature: For models that take one; None for the model's own.
        top_p: The share of likely words to choose from, for models that take it; None for the
            model's own.
        attachments: Files that go with the question.
        web: Whether the web is to be searched for the answer.
    """

    system: str
    user: tuple[str, ...]
    schema: Mapping[str, Any] | None = None
    schema_name: str = "docstring"
    max_tokens: int = 2048
    temperature: float | None = None
    top_p: float | None = None
    attachments: tuple[Attachment, ...] = ()
    web: bool = False


BlockKind = Literal["class", "module", "callee", "caller", "sibling", "glossary"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Something around a definition that helps to describe it.

    Attributes:
        kind: What it is.
        name: Its dotted name; a path never.
        text: What is told of it: a signature, a docstring, a sentence.
    """

    kind: BlockKind
    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One definition to be described, or one prompt to be answered.

    Attributes:
        facts: What the definition's code says; None for a free prompt.
        style: The name of the style the docstring will have.
        source: The definition's own text, for authors that read it.
        context: What stands around it, the most helpful first.
        prompt: What a model is asked. The engine fills it in; the embedded author needs none.
        model: The model, where the provider's configured one is not meant.
    """

    facts: Facts | None = None
    style: str = "google"
    source: str = ""
    context: tuple[Block, ...] = ()
    prompt: Prompt | None = None
    model: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """The tokens a call took.

    Attributes:
        input: Those of the prompt, cached ones included.
        output: Those of the answer, thinking included.
        cached: Those of the prompt that came out of the provider's cache.
        thinking: Those of the answer that were thought and not said.
        searches: The searches of the web that were made for it, as they are paid for.
        estimated: Whether the provider did not say, as for a call that was cancelled.
    """

    input: int = 0
    output: int = 0
    cached: int = 0
    thinking: int = 0
    searches: int = 0
    estimated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A page of the web that an answer leans on.

    Attributes:
        url: Its address.
        title: What it is called; empty where that was not told.
    """

    url: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A provider's answer.

    Attributes:
        provider: The name of the provider that gave it.
        model: The model it used, or None.
        draft: The prose, from a provider that writes it without a prompt.
        text: The answer as text.
        data: The answer as JSON, if a schema was asked for.
        stop: Why it ended.
        usage: The tokens it took.
        sources: The pages of the web that it leans on, each once.
    """

    provider: str
    model: str | None = None
    draft: Draft | None = None
    text: str = ""
    data: Mapping[str, Any] | None = None
    stop: Stop = "end"
    usage: Usage = field(default_factory=Usage)
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Delta:
    """A piece of an answer as it comes; the last one carries the whole reply.

    Attributes:
        text: What was added.
        reply: The whole answer, in the last piece.
    """

    text: str = ""
    reply: Reply | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A model that a provider offers.

    Attributes:
        name: What it is asked for by.
        context: The tokens of prompt and answer together, where the server tells.
        max_output: The tokens an answer may have, where the server tells.
        loaded: Whether it is in memory; None where that means nothing.
        remote: Whether a server on this machine hands it on to another one.
        capabilities: What it can do, where the server tells.
    """

    name: str
    context: int | None = None
    max_output: int | None = None
    loaded: bool | None = None
    remote: bool = False
    capabilities: Capabilities | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Availability:
    """Whether a provider can be asked now.

    Attributes:
        available: Whether it can.
        reason: Why not, and what to do, in one line.
    """

    available: bool
    reason: str = ""

    def __bool__(self) -> bool:
        """Return whether it can be asked."""
        return self.available


class Provider(Protocol):
    """Who can write. A module of ``adapters/`` offers such a class as its ``PROVIDER``.

    An instance is one connection to one endpoint and cheap to make: it opens nothing before it
    is asked. Its methods raise `PermanentError`, `PassingError` or `ContentError`, and let
    themselves be cancelled: the socket is closed when the task is.
    """

    name: ClassVar[str]
    capabilities: ClassVar[Capabilities]
    access: ClassVar[Access | None]
    """How it is reached; None for one that needs no network."""

    def __init__(self, connection: Connection | None = None) -> None: ...

    async def generate(self, request: Request) -> Reply:
        """Return the answer to a request."""
        ...

    def stream(self, request: Request) -> AsyncIterator[Delta]:
        """Give the answer as it comes; one that cannot be had so comes in a single piece."""
        ...

    async def available(self) -> Availability:
        """Return whether the provider can be asked now; costs no tokens where that can be."""
        ...

    async def models(self) -> tuple[Model, ...]:
        """Return the models it offers."""
        ...
