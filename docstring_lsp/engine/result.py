"""What the engine hands back: the prose, who wrote it, at what price, and how it was come by."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from docstring_lsp.docstring.draft import Draft
from docstring_lsp.providers.base import Usage

AttemptOutcome = Literal["won", "lost", "failed", "refused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One call of one provider.

    Attributes:
        provider: Whom.
        model: Which model, or None.
        outcome: ``won``, ``lost`` (another was faster, or it was cancelled), ``failed`` (an
            error) or ``refused`` (by the gate).
        reason: The error or what the gate refused, in one line.
        seconds: How long it took.
        usage: The tokens it took; estimated for one that was cancelled.
        cost: In US dollars; None where no price is known.
    """

    provider: str
    model: str | None = None
    outcome: AttemptOutcome
    reason: str = ""
    seconds: float = 0.0
    usage: Usage = field(default_factory=Usage)
    cost: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerationResult:
    """A draft and where it comes from.

    Attributes:
        content: The prose.
        provider: Who wrote it.
        model: The model that did, or None.
        style: The name of the style it was written for.
        tokens_used: The tokens of all attempts together.
        cost: Their price in US dollars; None where one is not known.
        generation_time: The seconds it took.
        from_cache: Whether it was had before.
        attempts: Every call that was made for it.
        mended: What the gate took out or had done over, one line each.
        dropped: What of the context did not fit the prompt, the least important first.
        notice: Why it is not what the user would expect, such as the embedded author's in
            place of a model's; empty otherwise.
    """

    content: Draft
    provider: str
    model: str | None = None
    style: str
    tokens_used: int = 0
    cost: float | None = None
    generation_time: float = 0.0
    from_cache: bool = False
    attempts: tuple[Attempt, ...] = ()
    mended: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    notice: str = ""
