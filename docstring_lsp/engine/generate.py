"""From a request to a result: the one function that actions are handed.

Asks the models where the user has set one up, and the embedded author for what they leave empty
or do not answer: there is always prose, and a line that says why it is not a model's.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from docstring_lsp.docstring.draft import Draft
from docstring_lsp.engine.connect import EMBEDDED, provider
from docstring_lsp.engine.result import Attempt, GenerationResult
from docstring_lsp.errors import ContentError, UsageError
from docstring_lsp.providers.base import Reply, Request, Usage
from docstring_lsp.settings.model import Settings

if TYPE_CHECKING:
    from docstring_lsp.engine.account import Hear
    from docstring_lsp.engine.models import Models


class Engine:
    """Writes the prose of definitions. To be closed where a model may have been asked.

    Args:
        settings: Say who is asked; a provider's name stands for the defaults with that one.
        project: The project's folder, for the account of what is spent on it.
        models: Whom to ask in place of those that the settings name.
    """

    def __init__(
        self,
        settings: Settings | str = EMBEDDED,
        *,
        project: Path | None = None,
        models: Models | None = None,
    ) -> None:
        given = Settings(provider=settings) if isinstance(settings, str) else settings
        self._embedded = provider(EMBEDDED)()
        self.models = models
        if models is None and given.provider != EMBEDDED:
            from docstring_lsp.engine.models import Models

            self.models = Models(given, project=project)

    async def __aenter__(self) -> Engine:
        """Return itself."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close every connection."""
        await self.aclose()

    async def aclose(self) -> None:
        """Close every connection."""
        if self.models is not None:
            await self.models.aclose()

    async def __call__(self, request: Request, hear: Hear | None = None) -> GenerationResult:
        """Return the prose of a definition.

        Args:
            request: The definition.
            hear: Is told pieces of an answer as they come, and whose they are; what is
                returned is the whole, held against the code.

        Raises:
            SettingError: If what is set cannot be used.
        """
        start = time.perf_counter()
        own = await self._by_hand(request)
        if self.models is None:
            seconds = time.perf_counter() - start
            attempt = Attempt(provider=EMBEDDED, outcome="won", seconds=seconds)
            return _result(request, own, EMBEDDED, start, attempts=(attempt,))
        answer = await self.models.answer(request, hear)
        if answer.written is None:
            told = f"written by the embedded author: {answer.error}"
            attempts = answer.attempts
            return _result(request, own, EMBEDDED, start, attempts=attempts, notice=told)
        from docstring_lsp.engine.gate import complete

        return replace(
            _result(
                request,
                complete(answer.written.draft, own),
                answer.provider,
                start,
                attempts=answer.attempts,
                notice=answer.notice,
            ),
            model=answer.written.model,
            from_cache=answer.from_cache,
            mended=answer.written.mended,
            dropped=answer.written.dropped,
        )

    async def ask(self, request: Request, hear: Hear | None = None) -> Reply:
        """Return a model's answer to a free prompt.

        Args:
            request: The prompt; its ``model`` and ``style`` may be left out.
            hear: Is told pieces of an answer as they come, and whose they are.

        Raises:
            UsageError: If no model is set up, or none that can be asked.
            ProviderError: If none answers, or no more may be spent.
        """
        if self.models is None:
            raise UsageError(
                "no model is set up; set `provider` in the user's own settings, "
                "or name one with --provider"
            )
        return (await self.models.reply(request, hear)).reply

    async def _by_hand(self, request: Request) -> Draft:
        reply = await self._embedded.generate(request)
        if reply.draft is None:
            raise ContentError("no draft", provider=reply.provider, reason="malformed")
        return reply.draft


def _result(
    request: Request,
    draft: Draft,
    author: str,
    start: float,
    *,
    attempts: Sequence[Attempt],
    notice: str = "",
) -> GenerationResult:
    costs = [attempt.cost for attempt in attempts]
    return GenerationResult(
        content=draft,
        provider=author,
        style=request.style,
        tokens_used=sum(map(_tokens, (attempt.usage for attempt in attempts))),
        cost=None if None in costs else sum(cost for cost in costs if cost is not None),
        generation_time=time.perf_counter() - start,
        attempts=tuple(attempts),
        notice=notice,
    )


def _tokens(usage: Usage) -> int:
    return usage.input + usage.output
