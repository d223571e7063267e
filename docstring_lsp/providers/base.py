"""What stands between the engine and every provider: a typed request and a typed reply."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Protocol

from docstring_lsp.docstring.draft import Draft
from docstring_lsp.source.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What a provider can do; more is added as providers arrive.

    Attributes:
        offline: Whether it works without a network.
        deterministic: Whether the same request always gets the same reply.
    """

    offline: bool = False
    deterministic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One definition to be described.

    Attributes:
        facts: What its code says.
        style: The name of the style the docstring will have.
        source: The definition's own text, for authors that read it.
    """

    facts: Facts
    style: str
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A provider's answer.

    Attributes:
        draft: The prose.
        provider: The name of the provider that wrote it.
        model: The model it used, or None.
    """

    draft: Draft
    provider: str
    model: str | None = None


class Provider(Protocol):
    """Who can write a draft. A module of ``adapters/`` offers one as its ``PROVIDER``."""

    name: ClassVar[str]
    capabilities: ClassVar[Capabilities]

    async def generate(self, request: Request) -> Reply:
        """Return a draft for the request's definition."""
        ...

    async def available(self) -> bool:
        """Return whether the provider can be asked now."""
        ...
