"""Several models asked the same: every answer and every error kept, and one answer made of them.

Takes desks, gives a comparison or a synthesis. Each model's prose for a definition has passed
the gate before it is compared, and what is made of several passes it again. Knows no vendor.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import partial

from docstring_lsp.docstring.draft import Draft
from docstring_lsp.engine.account import Account, Desk
from docstring_lsp.engine.attempt import Means, Written, answer, attempt
from docstring_lsp.engine.contest import Contests
from docstring_lsp.engine.fence import fenced
from docstring_lsp.engine.result import Attempt
from docstring_lsp.errors import UsageError
from docstring_lsp.providers.base import Prompt, Request


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What one model answered.

    Attributes:
        name: What it was called when it was asked.
        provider: Whose it is.
        model: Which model answered.
        text: Its answer; of a definition, its prose as JSON.
        draft: Its prose for a definition, as far as it stands.
        mended: What of it was dropped.
        seconds: How long it took.
        attempts: The calls that were made for it.
    """

    name: str
    provider: str
    model: str | None = None
    text: str = ""
    draft: Draft | None = None
    mended: tuple[str, ...] = ()
    seconds: float = 0.0
    attempts: tuple[Attempt, ...] = ()

    @property
    def fullness(self) -> tuple[int, int]:
        """How much it tells: first how many things, then in how many characters."""
        if self.draft is None:
            return 0, len(self.text)
        texts = list(_texts(asdict(self.draft)))
        return len(texts), sum(map(len, texts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What all of them answered.

    Attributes:
        voices: The answers, in the order in which the models were named.
        errors: Why the others did not answer, by what they were called.
    """

    voices: tuple[Voice, ...] = ()
    errors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Synthesis:
    """One answer made of several.

    Attributes:
        voice: The answer.
        merged: Whether it was made of several; False where it is one of them.
        used: What those are called that it was made of.
        error: Why it was not made of several though there were some.
    """

    voice: Voice
    merged: bool
    used: tuple[str, ...]
    error: str = ""


async def compare(request: Request, desks: Sequence[Desk], contests: Contests) -> Comparison:
    """Return what every model answers, asked all at the same time.

    Args:
        request: A definition or a free prompt.
        desks: Whom to ask.
        contests: Where they are asked.
    """
    heard = await asyncio.gather(*(_voice(request, desk, contests) for desk in desks))
    voices = [each for each in heard if isinstance(each, Voice)]
    errors = {d.name: e for d, e in zip(desks, heard, strict=True) if isinstance(e, str)}
    return Comparison(voices=tuple(voices), errors=errors)


async def synthesize(
    request: Request, comparison: Comparison, ultra: Desk, contests: Contests
) -> Synthesis:
    """Return one answer made of several, or the fullest of them where that fails.

    Args:
        request: What they were asked.
        comparison: What they answered.
        ultra: Who makes one answer of them.
        contests: Where it is asked.

    Raises:
        UsageError: If there is no answer at all.
    """
    voices = comparison.voices
    if not voices:
        raise UsageError("there is no answer to make one of")
    used = tuple(voice.name for voice in voices)
    if len(voices) == 1:
        return Synthesis(voice=voices[0], merged=False, used=used)
    made = await _voice(_merging(request, voices), ultra, contests, further=_told(voices))
    if isinstance(made, str):
        fullest = max(voices, key=lambda voice: voice.fullness)
        return Synthesis(voice=fullest, merged=False, used=(fullest.name,), error=made)
    return Synthesis(voice=made, merged=True, used=used)


MERGE = (
    "Several authors answered the same question. Make one answer of theirs that is better than "
    "each: keep what is right and says most, say everything once, and leave out what only one "
    "claims and nothing else bears out."
)


async def _voice(
    request: Request, desk: Desk, contests: Contests, further: Sequence[str] = ()
) -> Voice | str:
    """Return what one model answers, or why it does not."""
    start = time.perf_counter()
    if request.facts is None:
        replied = await contests.hold([desk], partial(answer, request))
        if replied.value is None:
            return str(replied.error)
        reply = replied.value
        voice = Voice(name=desk.name, provider=reply.provider, model=reply.model, text=reply.text)
        return _timed(voice, replied.attempts, start)
    written = await contests.hold([desk], partial(_attempt, request, tuple(further)))
    if written.value is None:
        return str(written.error)
    draft = written.value.draft
    voice = Voice(
        name=desk.name,
        provider=written.value.reply.provider,
        model=written.value.model,
        text=json.dumps(_said(draft), ensure_ascii=False, indent=2),
        draft=draft,
        mended=written.value.mended,
    )
    return _timed(voice, written.attempts, start)


def _timed(voice: Voice, attempts: tuple[Attempt, ...], start: float) -> Voice:
    return replace(voice, seconds=time.perf_counter() - start, attempts=attempts)


async def _attempt(
    request: Request, further: tuple[str, ...], desk: Desk, means: Means, account: Account
) -> Written:
    def tune(prompt: Prompt) -> Prompt:
        *before, last = prompt.user
        return means.tune(replace(prompt, user=(*before, *further, last)))

    return await attempt(request, desk, replace(means, tune=tune), account)


def _merging(request: Request, voices: Sequence[Voice]) -> Request:
    """Return the question that the ultra model is asked: of a free prompt, another prompt."""
    prompt = request.prompt
    if request.facts is not None or prompt is None:
        return request
    user = (*prompt.user, *_told(voices))
    return replace(request, prompt=replace(prompt, user=user))


def _told(voices: Sequence[Voice]) -> tuple[str, ...]:
    """Return the answers as blocks of a prompt: data, between fences."""
    texts = [voice.text for voice in voices]
    blocks = []
    for number, text in enumerate(texts, 1):
        fence = fenced(text, texts)
        blocks.append(f"Answer {number}:\n{fence['open']}\n{fence['text']}\n{fence['close']}")
    return (MERGE, *blocks)


def _said(draft: Draft) -> Mapping[str, object]:
    return {name: value for name, value in asdict(draft).items() if value}


def _texts(values: Mapping[str, object]) -> list[str]:
    found: list[str] = []
    for value in values.values():
        if isinstance(value, Mapping):
            found += _texts(value)
        elif isinstance(value, str) and value:
            found.append(value)
    return found
