"""The models that the user has set up: a definition in, what the fastest good one writes out.

Chooses who is asked and joins what is asked already; the race is a contest's. Knows no vendor
and nothing of how prose becomes a docstring.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from docstring_lsp import log
from docstring_lsp.docstring.recognition import style
from docstring_lsp.engine.account import Desk, Hear, summed
from docstring_lsp.engine.answer import Answer, Notices, Told
from docstring_lsp.engine.attempt import Written, answer, attempt
from docstring_lsp.engine.connect import Directory, Keys, provider
from docstring_lsp.engine.contest import Contests, Held
from docstring_lsp.engine.desks import Desks, able
from docstring_lsp.engine.flight import Flights
from docstring_lsp.engine.keys import find
from docstring_lsp.engine.ledger import Ledger
from docstring_lsp.engine.memo import Memo, question
from docstring_lsp.engine.meter import Meter
from docstring_lsp.engine.select import AUTO, Demand, Selection, asks_of, select
from docstring_lsp.engine.store import store as store_of
from docstring_lsp.engine.synthesize import Comparison, Synthesis, compare, synthesize
from docstring_lsp.errors import (
    PermanentError,
    UsageError,
)
from docstring_lsp.providers.base import Reply, Request
from docstring_lsp.settings.model import Settings
from docstring_lsp.settings.sources import user_file
from docstring_lsp.shared_cache import Store

logger = log.get("engine")

PROMPTS = "prompts"
"""The folder of the user's own prompt templates, beside the user's settings."""


class Models:
    """Those that can be asked, for as long as one event loop runs. To be closed.

    Args:
        settings: What the user has set.
        project: The project's folder.
        environment: The environment's variables; the process's own if None.
        keys: Gives the keys that are not in the environment; the system's keyring if None.
        ledger: Where what is spent is kept; the user's own if None.
        cache: Where answers are kept; the user's own if None.

    Raises:
        UnknownNameError: If a provider is named that there is not.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        project: Path | None = None,
        environment: Mapping[str, str] | None = None,
        keys: Keys | None = None,
        ledger: Ledger | None = None,
        cache: Store | None = None,
    ) -> None:
        for name in (settings.provider, settings.fallback, *settings.providers):
            if name not in (AUTO, ""):
                provider(name)
        self._settings = settings
        self.directory = Directory(settings, environment=environment, keys=keys or find)
        self.meter = Meter(
            ledger or Ledger(),
            max_cost=settings.max_cost,
            daily_budget=settings.daily_budget,
            project=project,
        )
        self._flights: Flights[Answer] = Flights()
        self._notices = Notices(settings)
        templates = user_file().parent / PROMPTS
        self._memo: Memo | None = None
        store: Store | None = None
        if settings.cache and settings.cache_ttl:
            store = cache or store_of(settings, environment)
            self._memo = Memo(store, ttl=settings.cache_ttl, templates=templates)
        self.desks = Desks(
            self.directory, timeout=settings.timeout, offline=settings.offline, store=store
        )
        self.contests = Contests(settings, self.meter, templates)

    async def aclose(self) -> None:
        """Close every connection."""
        if self._memo is not None:
            self._memo.close()
        await self.desks.aclose()

    async def answer(self, request: Request, hear: Hear | None = None) -> Answer:
        """Return what is written for a definition, or why nothing is.

        The same question that is on its way already is not asked again; whoever joins it hears
        no pieces of the answer, only the whole.
        """
        try:
            selection = self.select(request.style)
        except UsageError as error:
            return Answer(error=error)
        desks = [await self.desks.seated(n) for n in self._asked(selection, demand(request.style))]
        key = question(request, desks)
        found = await self._flights.join(key, partial(self._written, request, desks, hear))
        return replace(found, notice=self._notices.of(selection, found))

    async def reply(
        self, request: Request, hear: Hear | None = None, *, only: str | None = None
    ) -> Told:
        """Return what is answered to a free prompt.

        Args:
            request: The prompt.
            hear: Is told pieces of an answer as they come, and whose they are.
            only: The provider that is asked and no other; the best, and its fallback, if None.

        Raises:
            UsageError: If nobody can be asked.
            AttemptsFailedError: If nobody answers.
            PermanentError: If no more may be spent.
        """
        if request.prompt is None:
            raise UsageError("there is no prompt to answer")
        asks = asks_of(request.prompt)
        if only is None:
            names = self._asked(self._selection(asks), asks)
        else:
            self.desks.require(only)
            names = [only]
        desks = able([await self.desks.seated(name) for name in names], asks)
        # What the web says now is not what it said before.
        memo = None if request.prompt.web else self._memo
        for desk in desks:
            kept = memo.reply(memo.key(request, desk)) if memo else None
            if kept is not None:
                self.meter.saved(kept.provider, kept.model, kept.usage, desk.base_url)
                return Told(reply=kept, attempts=(), from_cache=True)
        self._require_funds(names[0])
        held = await self.contests.hold(desks, partial(answer, request), hear)
        if held.value is None:
            raise held.error or PermanentError("no answer", provider=names[0])
        if memo is not None:
            self._keep(request, held)
        return Told(reply=held.value, attempts=held.attempts)

    async def compared(
        self, request: Request, names: Sequence[str], *, ultra: str | None = None
    ) -> tuple[Comparison, Synthesis | None]:
        """Return what each of the named answers, and one answer made of all if one is asked for.

        Args:
            request: A definition or a free prompt.
            names: Whom to ask, as `desk` takes them.
            ultra: Who makes one answer of all; None for nobody.

        Raises:
            UsageError: If one of them cannot be asked.
            PermanentError: If no more may be spent.
        """
        for name in (*names, *filter(None, [ultra])):
            self.desks.require(name)
        self._require_funds(", ".join(names))
        desks = [await self.desks.seated(name) for name in dict.fromkeys(names)]
        heard = await compare(request, desks, self.contests)
        if ultra is None or not heard.voices:
            return heard, None
        return heard, await synthesize(
            request, heard, await self.desks.seated(ultra), self.contests
        )

    def desk(self, name: str) -> Desk:
        """Return a provider that can be asked, as `Desks.desk` does."""
        return self.desks.desk(name)

    def _require_funds(self, name: str) -> None:
        if refusal := self.meter.refusal():
            raise PermanentError(refusal, provider=name)

    def can(self, *needs: str) -> bool:
        """Return whether somebody can be asked who can do what a prompt needs, of `NEEDS`."""
        try:
            self._selection(Demand(style="the prompt", needs=frozenset(needs)))
        except UsageError:
            return False
        return True

    def select(self, style_name: str) -> Selection:
        """Return who is asked for a style, and why.

        Raises:
            UsageError: If nobody can be asked.
        """
        return self._selection(demand(style_name))

    def _selection(self, demanded: Demand) -> Selection:
        return select(
            self.directory.candidates(),
            demanded,
            preferred=self._settings.provider,
            fallback=self._settings.fallback if self._settings.parallel_attempts > 1 else "",
        )

    def _asked(self, selection: Selection, demanded: Demand) -> list[str]:
        """Return who is asked, one after the other: as many as may be for one answer."""
        names = [selection.primary, *filter(None, [selection.fallback])]
        candidates = self.directory.candidates()
        while selection.fallback and len(names) < self._settings.parallel_attempts:
            left = [c for c in candidates if c.name not in names and c.chosen]
            try:
                names.append(select(left, demanded).primary)
            except UsageError:
                break
        return names

    async def _written(self, request: Request, desks: Sequence[Desk], hear: Hear | None) -> Answer:
        """Return what was written before, in this process or another, or what is written now."""
        if self._memo is None:
            return await self._asked_now(request, desks, hear)
        found = self._remembered(request, desks)
        if found is not None:
            return found
        first = self._memo.key(request, desks[0])
        async with self._memo.claimed(first, self._settings.timeout):
            found = self._remembered(request, desks)
            return found or await self._asked_now(request, desks, hear)

    def _remembered(self, request: Request, desks: Sequence[Desk]) -> Answer | None:
        for desk in desks:
            assert self._memo is not None
            found = self._memo.written(self._memo.key(request, desk), request)
            if found is not None:
                written, kept = found
                self.meter.saved(desk.whose, kept.model, kept.usage, desk.base_url)
                return Answer(written=written, provider=desk.whose, from_cache=True)
        return None

    def _keep(self, request: Request, held: Held[Written] | Held[Reply]) -> None:
        if self._memo is not None and held.value is not None:
            usage = summed(each.usage for each in held.attempts)
            desk = self.desks.desk(held.provider)
            self._memo.keep(self._memo.key(request, desk), desk.whose, held.value, usage)

    async def _asked_now(
        self, request: Request, desks: Sequence[Desk], hear: Hear | None
    ) -> Answer:
        held = await self.contests.hold(desks, partial(attempt, request), hear)
        if held.error is not None:
            logger.info("%s", held.error)
        self._keep(request, held)
        return Answer(
            written=held.value,
            provider=held.provider,
            attempts=held.attempts,
            error=held.error,
        )


def demand(style_name: str) -> Demand:
    """Return what a style asks of who writes it.

    Raises:
        UnknownNameError: If there is no such style.
    """
    meant = style(style_name)
    return Demand(style=meant.name, requires_json=meant.requires_json, min_tokens=meant.min_tokens)
