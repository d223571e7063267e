"""A program's own storage of results: what it must offer, and what is read back from it.

What comes back is checked: a value of another form is as good as none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Protocol

from docstring_lsp.engine.metadata import draft_of
from docstring_lsp.engine.result import GenerationResult
from docstring_lsp.engine.style_names import DocstringStyle


class Storage(Protocol):
    """Keeps answers; what it gives back is checked before it is used."""

    async def get(self, key: str) -> Mapping[str, Any] | None:
        """Return what was kept under a key, or None."""
        ...

    async def set(self, key: str, value: Mapping[str, Any], ttl: int) -> None:
        """Keep a value that is plain JSON for so many seconds."""
        ...


async def kept(storage: Storage | None, key: str, style: str) -> GenerationResult | None:
    """Return the result that was kept, or None where there is none that can be used."""
    value = await storage.get(key) if storage is not None else None
    draft = draft_of(value.get("content")) if isinstance(value, Mapping) else None
    if value is None or draft is None:
        return None
    tokens = value.get("tokens_used")
    return GenerationResult(
        content=draft,
        provider=str(value.get("provider", "")),
        style=DocstringStyle(style),
        tokens_used=tokens if isinstance(tokens, int) else 0,
        from_cache=True,
    )


async def keep(storage: Storage | None, key: str, result: GenerationResult, ttl: int) -> None:
    """Keep a result for so many seconds."""
    if storage is not None:
        value = {
            "content": asdict(result.content),
            "provider": result.provider,
            "tokens_used": result.tokens_used,
        }
        await storage.set(key, value, ttl)
