"""One provider's attempt: a request in, prose that has passed the gate out.

The prompt is built, asked, read and held against the code. What is wrong is told to the model
once; what is still missing then is left empty, to be filled in by the embedded author. An answer
of which nothing is left is an error, so that another provider may win.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from docstring_lsp import log
from docstring_lsp.docstring.draft import Draft
from docstring_lsp.engine import gate, prompt, schema
from docstring_lsp.engine.account import Account, Desk, Line
from docstring_lsp.engine.breaker import Breaker
from docstring_lsp.engine.prompt import Built
from docstring_lsp.engine.retry import Patience, retried
from docstring_lsp.engine.secrets import redacted
from docstring_lsp.engine.throttle import Throttle
from docstring_lsp.errors import ContentError, ProviderError
from docstring_lsp.providers.base import Capabilities, Prompt, Reply, Request

logger = log.get("engine")

LONGEST_PROMPT = 12_000
"""Tokens. More context than that has made drafts slower and dearer, and no better."""

_LEAST_ROOM = 512
_TIME_TO_ASK_AGAIN = 0.25
"""The share of an attempt's time that must be left to ask a second time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What came of an attempt.

    Attributes:
        draft: The prose that stands; a slot that is empty is the embedded author's.
        model: The model that wrote it.
        mended: What was dropped or put right, one line each.
        dropped: What of the context did not fit the prompt.
        reply: The answer it was read from.
    """

    draft: Draft
    model: str | None
    mended: tuple[str, ...]
    dropped: tuple[str, ...]
    reply: Reply


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What attempts share.

    Attributes:
        patience: How often and how long each is tried.
        breaker: Gives a provider's circuit breaker.
        throttle: Gives the pace at which a provider may be asked.
        templates: The folder of the user's own prompt templates.
        texts: Further prompt templates, by their paths.
        tune: Changes a prompt before it is sent.
    """

    patience: Patience
    breaker: Callable[[str], Breaker]
    throttle: Callable[[str], Throttle]
    templates: Path | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    tune: Callable[[Prompt], Prompt] = lambda prompt: prompt


async def attempt(request: Request, desk: Desk, means: Means, account: Account) -> Written:
    """Return what a provider writes for a definition, as far as it agrees with the code.

    Args:
        request: The definition.
        desk: Whom to ask.
        means: What attempts share.
        account: Takes every call down.

    Raises:
        ProviderError: If it does not answer, or nothing of its answer stands.
    """
    if not desk.capabilities.max_tokens:
        return await _unprompted(request, desk)
    trial = _Trial(desk, request, means, account)
    first = await trial.once()
    if not first.wrong and first.limit is None:
        return trial.written(first)
    if not trial.has_time:
        return trial.written(first)
    try:
        second = await trial.once(first)
    except ProviderError:
        return trial.written(first)
    return trial.written(second.over(first))


async def _unprompted(request: Request, desk: Desk) -> Written:
    """Return what an author writes that needs no prompt, and sees all of the code."""
    reply = await desk.provider.generate(request)
    if reply.draft is None:
        raise ContentError("it gave no draft", provider=desk.name, reason="malformed")
    return Written(draft=reply.draft, model=reply.model, mended=(), dropped=(), reply=reply)


async def answer(request: Request, desk: Desk, means: Means, account: Account) -> Reply:
    """Return what a provider answers to a free prompt.

    Args:
        request: The prompt.
        desk: Whom to ask.
        means: What attempts share.
        account: Takes every call down.

    Raises:
        ProviderError: If it does not answer, or not in the form asked for.
    """
    assert request.prompt is not None
    sent = replace(request, prompt=sendable(request.prompt))
    reply, _ = await retried(
        lambda: _asked_in_turn(desk, sent, means, account),
        means.patience,
        breaker=means.breaker(desk.name),
        provider=desk.name,
    )
    return reply


async def _asked_in_turn(
    desk: Desk, request: Request, means: Means, account: Account
) -> tuple[Reply, Line]:
    throttle = means.throttle(desk.whose)
    await throttle.turn(means.patience.deadline)
    try:
        answered = await account.ask(desk, request)
    except ProviderError as error:
        throttle.failed(error)
        raise
    throttle.answered()
    return answered


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heard:
    """One answer as far as it stands.

    Attributes:
        reply: The answer; None where it could not be read.
        draft: What of it agrees with the code.
        mended: What was dropped where enough was left.
        wrong: What is wrong, as a model can be told.
        limit: The tokens to give it next time, where it was cut short.
        error: Why it could not be read.
    """

    reply: Reply | None = None
    draft: Draft = Draft(summary="")  # noqa: RUF009  (frozen)
    mended: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    limit: int | None = None
    error: ContentError | None = None

    def over(self, earlier: _Heard) -> _Heard:
        """Return this answer, with what only an earlier one said well taken from that."""
        if earlier.reply is None:
            return self
        draft = gate.complete(self.draft, earlier.draft)
        return replace(self, draft=draft, reply=self.reply or earlier.reply)


class _Trial:
    """One provider, one request, until the time is over."""

    def __init__(self, desk: Desk, request: Request, means: Means, account: Account) -> None:
        self._desk, self._means, self._account = desk, means, account
        self._request = request
        self._until: float | None = None
        self._dropped: tuple[str, ...] = ()

    @property
    def _left(self) -> float:
        # The time begins when the first prompt is built: what that imports is no one's delay.
        now = asyncio.get_running_loop().time()
        if self._until is None:
            self._until = now + self._means.patience.deadline
        return self._until - now

    @property
    def has_time(self) -> bool:
        """Whether it is worth asking again."""
        return self._left > _TIME_TO_ASK_AGAIN * self._means.patience.deadline

    async def once(self, earlier: _Heard | None = None) -> _Heard:
        """Return an answer; the second time what was wrong with the earlier one is told."""
        built = self._built(earlier)
        limit = built.prompt.max_tokens
        try:
            reply, line = await self._asked(built.prompt)
        except ContentError as error:
            return self._unread(error, limit)
        return self._judged(reply, line)

    def written(self, heard: _Heard) -> Written:
        """Return what stands.

        Raises:
            ContentError: If nothing does.
        """
        if heard.reply is None or not says(heard.draft):
            raise heard.error or ContentError(
                f"nothing of its answer agrees with the code: {heard.wrong[0]}",
                provider=self._desk.name,
                reason="untrue",
                violations=heard.wrong,
            )
        return Written(
            draft=heard.draft,
            model=heard.reply.model,
            mended=(*heard.mended, *heard.wrong),
            dropped=self._dropped,
            reply=heard.reply,
        )

    def _built(self, earlier: _Heard | None) -> Built:
        built = prompt.build(
            self._request,
            budget=room(self._desk.capabilities),
            folder=self._means.templates,
            texts=self._means.texts,
            violations=earlier.wrong if earlier else (),
        )
        self._dropped = built.dropped
        most = self._desk.capabilities.max_output or None
        limit = (earlier.limit if earlier else None) or built.prompt.max_tokens
        limit = limit if most is None else min(limit, most)
        return replace(built, prompt=replace(built.prompt, max_tokens=limit))

    async def _asked(self, asked: Prompt) -> tuple[Reply, Line]:
        desk, means = self._desk, self._means
        request = replace(self._request, prompt=sendable(means.tune(asked)))
        return await retried(
            lambda: _asked_in_turn(desk, request, means, self._account),
            replace(means.patience, deadline=max(0.0, self._left)),
            breaker=means.breaker(desk.name),
            provider=desk.name,
        )

    def _unread(self, error: ContentError, limit: int) -> _Heard:
        if error.reason == "truncated":
            return _Heard(error=error, limit=limit * 2)
        if error.reason == "malformed":
            return _Heard(error=error, wrong=error.violations or (str(error),))
        raise error

    def _judged(self, reply: Reply, line: Line) -> _Heard:
        facts = self._request.facts
        assert facts is not None
        try:
            draft = schema.draft(facts, reply.data, self._desk.name)
        except ContentError as error:
            line.end("refused", str(error))
            return self._unread(error, 0)
        verdict = gate.check(draft, self._request)
        if verdict.violations:
            line.end("refused", verdict.violations[0])
        return _Heard(
            reply=reply, draft=verdict.draft, mended=verdict.mended, wrong=verdict.violations
        )


def sendable(prompt: Prompt) -> Prompt:
    """Return a prompt as it may leave: without the secrets that stand in it."""
    (system, *user), kinds = redacted([prompt.system, *prompt.user])
    if not kinds:
        return prompt
    logger.info("%d secrets are kept out of a prompt: %s", len(kinds), ", ".join(sorted(kinds)))
    return replace(prompt, system=system, user=tuple(user))


def room(capabilities: Capabilities) -> int:
    """Return the tokens a prompt may have, a share of what the model takes left for its answer."""
    if not capabilities.max_tokens:
        return LONGEST_PROMPT
    answer = min(capabilities.max_output or capabilities.max_tokens, capabilities.max_tokens) // 4
    return max(_LEAST_ROOM, min(LONGEST_PROMPT, capabilities.max_tokens - answer))


def says(draft: Draft) -> bool:
    """Return whether anything is left of a draft."""
    groups = (draft.parameters, draft.attributes, draft.raises, draft.warns)
    texts = (draft.summary, draft.description, draft.returns, draft.yields, draft.receives)
    return any(texts) or any(text for group in groups for text in group.values())
