"""What was answered before: a question in, the answer that was kept out; never asked twice.

A key is a hash of all that decides an answer, and of nothing else: no key of a user's, no path.
What is read back is checked for its form, and a draft is held against the code again, so that
who writes into the cache can no more invent than a model can. Knows no vendor.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from docstring_lsp import __version__
from docstring_lsp.docstring.draft import Draft
from docstring_lsp.engine import gate
from docstring_lsp.engine.account import Desk
from docstring_lsp.engine.attempt import Written
from docstring_lsp.engine.prompt import Templates
from docstring_lsp.engine.schema import schema
from docstring_lsp.providers.base import Reply, Request, Stop, Usage
from docstring_lsp.shared_cache import Store
from docstring_lsp.source.facts import to_json

_CLAIM = "claimed"
_STEP = 0.05
"""Seconds between two looks at what another process may have answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An answer as it is kept.

    Attributes:
        provider: Who gave it.
        model: Which model.
        text: What it said, to a free prompt.
        data: That as JSON, as text.
        stop: Why it ended.
        draft: The prose that stood, of a definition.
        mended: What of it did not.
        usage: What it took.
    """

    provider: str
    model: str | None = None
    text: str = ""
    data: str = ""
    stop: Stop = "end"
    draft: Draft | None = None
    mended: tuple[str, ...] = ()
    usage: Usage = field(default_factory=Usage)


class Memo:
    """The answers that are kept.

    Args:
        cache: Where.
        ttl: For how many seconds.
        templates: The folder of the user's own prompt templates.
    """

    def __init__(self, cache: Store, *, ttl: float, templates: Path | None = None) -> None:
        self._cache = cache
        self._ttl = ttl
        self._templates = templates

    def key(self, request: Request, desk: Desk) -> str:
        """Return what the answer of one provider to a request is kept under."""
        told: list[Any] = [__version__, desk.whose, desk.base_url, request.model or desk.model]
        if request.facts is not None:
            around = [asdict(block) for block in request.context]
            told += [to_json(request.facts), schema(request.facts), request.style, around]
            told += [request.source, Templates(self._templates).version]
        else:
            told += [asdict(request.prompt) if request.prompt is not None else None]
        text = json.dumps(told, sort_keys=True, default=str)
        return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

    def written(self, key: str, request: Request) -> tuple[Written, Kept] | None:
        """Return the prose that was kept, as far as it agrees with the code; or None."""
        kept = self._kept(key)
        if kept is None or kept.draft is None:
            return None
        draft = gate.check(kept.draft, request).draft
        reply = _reply(kept)
        found = Written(draft=draft, model=kept.model, mended=kept.mended, dropped=(), reply=reply)
        return (found, kept) if draft.summary else None

    def reply(self, key: str) -> Reply | None:
        """Return the answer to a free prompt that was kept, or None."""
        kept = self._kept(key)
        return _reply(kept) if kept is not None and kept.draft is None else None

    def keep(self, key: str, provider: str, what: Written | Reply, usage: Usage) -> None:
        """Keep an answer.

        Args:
            key: What it is kept under.
            provider: Who gave it.
            what: The answer.
            usage: What it took, all calls for it together.
        """
        if isinstance(what, Written):
            kept = Kept(
                provider=provider,
                model=what.model,
                draft=_plain(what.draft),
                mended=what.mended,
                usage=usage,
            )
        else:
            data = "" if what.data is None else json.dumps(what.data)
            kept = Kept(
                provider=provider,
                model=what.model,
                text=what.text,
                data=data,
                stop=what.stop,
                usage=usage,
            )
        self._cache.set(key, json.dumps(asdict(kept)), ttl=self._ttl)

    @asynccontextmanager
    async def claimed(self, key: str, seconds: float) -> AsyncIterator[None]:
        """Hold a question while it is asked, so that no other process asks the same.

        Where another one holds it, wait until that has an answer or has given up.

        Args:
            key: The question.
            seconds: How long it may take.

        Yields:
            Nothing; while it lasts, others wait.
        """
        claim = f"{key}:{_CLAIM}"
        until = asyncio.get_running_loop().time() + seconds
        mine = self._cache.add(claim, _CLAIM, ttl=seconds)
        while not mine and asyncio.get_running_loop().time() < until:
            if self._cache.get(key) is not None:
                break
            await asyncio.sleep(_STEP)
            mine = self._cache.add(claim, _CLAIM, ttl=seconds)
        try:
            yield
        finally:
            if mine:
                self._cache.delete(claim)

    def close(self) -> None:
        """Close the cache."""
        self._cache.close()

    def _kept(self, key: str) -> Kept | None:
        text = self._cache.get(key)
        if text is None:
            return None
        try:
            kept: Kept = _reader().validate_json(text, strict=True)
        except ValueError:
            self._cache.delete(key)
            return None
        return kept


def question(request: Request, desks: Sequence[Desk]) -> str:
    """Return what a request to some providers is told from others by, while it is asked."""
    facts = to_json(request.facts) if request.facts is not None else None
    around = [asdict(block) for block in request.context]
    asked = [[desk.name, desk.base_url, request.model or desk.model] for desk in desks]
    told = json.dumps([facts, request.style, request.source, around, asked], sort_keys=True)
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _reader() -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(Kept)


def _plain(draft: Draft) -> Draft:
    groups = ("parameters", "attributes", "raises", "warns")
    told: dict[str, Any] = {name: dict(getattr(draft, name)) for name in groups}
    return replace(draft, **told)


def _reply(kept: Kept) -> Reply:
    try:
        data = json.loads(kept.data) if kept.data else None
    except ValueError:
        data = None
    return Reply(
        provider=kept.provider,
        model=kept.model,
        text=kept.text,
        data=data if isinstance(data, dict) else None,
        stop=kept.stop,
        usage=kept.usage,
    )
