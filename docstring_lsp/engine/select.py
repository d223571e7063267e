"""Selection: which provider is asked for a style, which one follows, and why. Pure.

Takes what each provider can do and whether it can be reached; asks nobody.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from docstring_lsp.errors import UnknownNameError, UsageError
from docstring_lsp.providers.base import Capabilities, Prompt

AUTO = "auto"
"""In a provider's place: the best of those that can be asked."""


NEEDS: Mapping[str, str] = {
    "images": "it sees no pictures",
    "documents": "it reads no PDFs",
    "web": "it does not search the web",
}
"""What a prompt may need of who answers it, with what is said of one that cannot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """What a style demands of who writes it.

    Attributes:
        style: Its name.
        requires_json: Whether the answer must be held to JSON by the provider.
        min_tokens: The tokens a prompt and an answer take at least.
        needs: What else must be possible, of `NEEDS`.
    """

    style: str
    requires_json: bool = False
    min_tokens: int = 0
    needs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A provider that might be asked.

    Attributes:
        name: Its name.
        capabilities: What it can do.
        missing: Why it cannot be asked at all, such as ``no key; set ANTHROPIC_API_KEY``.
        chosen: Whether the user has set it up, so that it may be asked without being named.
    """

    name: str
    capabilities: Capabilities = field(default_factory=Capabilities)
    missing: str = ""
    chosen: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Who is asked.

    Attributes:
        primary: Who is asked first.
        fallback: Who joins or follows; empty for nobody.
        reason: Why, in one line.
        passed_over: Why each of the others is not asked, by name.
    """

    primary: str
    fallback: str = ""
    reason: str = ""
    passed_over: Mapping[str, str] = field(default_factory=dict)


def unfit(capabilities: Capabilities, demand: Demand) -> str:
    """Return why a provider cannot write a style; an empty string if it can."""
    if demand.requires_json and capabilities.json == "none":
        return f"{demand.style} needs JSON, which it does not hold to"
    if 0 < capabilities.max_tokens < demand.min_tokens:
        told = f"{capabilities.max_tokens:,} tokens"
        return f"{demand.style} needs {demand.min_tokens:,} tokens, it takes {told}"
    return unable(capabilities, demand)


def unable(capabilities: Capabilities, demand: Demand) -> str:
    """Return what a provider cannot do that is needed; what is not known of it may be tried."""
    lacks = (why for need, why in NEEDS.items() if need in demand.needs)
    able = (getattr(capabilities, need) for need in NEEDS if need in demand.needs)
    return next((why for why, can in zip(lacks, able, strict=True) if can is False), "")


def asks_of(prompt: Prompt) -> Demand:
    """Return what a prompt asks of who answers it."""
    needs = {"images" if each.is_image else "documents" for each in prompt.attachments}
    told = "an answer from the web" if prompt.web else "an answer on files" if needs else ""
    return Demand(
        style=told or "the prompt",
        min_tokens=prompt.max_tokens,
        needs=frozenset(needs | ({"web"} if prompt.web else set())),
    )


def matrix(
    candidates: Sequence[Candidate], demands: Sequence[Demand]
) -> Mapping[str, Mapping[str, str]]:
    """Return for each provider and style whether they go together.

    Returns:
        By provider, by style: ``preferred``, ``yes``, or why not.
    """
    return {
        each.name: {demand.style: _fits(each.capabilities, demand) for demand in demands}
        for each in candidates
    }


def _fits(capabilities: Capabilities, demand: Demand) -> str:
    why_not = unfit(capabilities, demand)
    if why_not:
        return why_not
    return "preferred" if demand.style in capabilities.preferred_styles else "yes"


def select(
    candidates: Sequence[Candidate],
    demand: Demand,
    *,
    preferred: str = AUTO,
    fallback: str = "",
) -> Selection:
    """Return who is asked for a style.

    The preferred one if it can; else the best of those that are set up: one that prefers the
    style before one that does not, then the one that takes more tokens, then by name.

    Args:
        candidates: Who might be asked.
        demand: What the style demands.
        preferred: Who is asked if possible; `AUTO` for the best.
        fallback: Who follows; `AUTO` for the best of the others, empty for nobody.

    Raises:
        UnknownNameError: If one that is named is not among them.
        UsageError: If nobody can be asked; says what each one lacks.
    """
    known = {each.name: each for each in candidates}
    for name in (preferred, fallback):
        if name not in (AUTO, "") and name not in known:
            raise UnknownNameError("provider", name, known)
    lacking = {each.name: each.missing or unfit(each.capabilities, demand) for each in candidates}
    able = [each for each in candidates if not lacking[each.name]]
    free = [each for each in able if each.chosen]
    if preferred in known and not lacking[preferred]:
        primary, reason = known[preferred], "as set"
    else:
        if not free:
            missing = known[preferred].missing if preferred in known else ""
            raise UsageError(_nobody(demand, lacking, preferred, missing))
        primary = min(free, key=lambda each: _rank(each, demand))
        reason = _why(primary, demand, len(free))
    others = [each for each in free if each.name != primary.name]
    second = ""
    if fallback == AUTO and others:
        second = min(others, key=lambda each: _rank(each, demand)).name
    elif fallback in known and fallback != primary.name and not lacking[fallback]:
        second = fallback
    told = {name: why for name, why in lacking.items() if why}
    return Selection(primary=primary.name, fallback=second, reason=reason, passed_over=told)


def _rank(candidate: Candidate, demand: Demand) -> tuple[bool, int, str]:
    able = candidate.capabilities
    return demand.style not in able.preferred_styles, -able.max_tokens, candidate.name


def _why(candidate: Candidate, demand: Demand, among: int) -> str:
    if among == 1:
        return "the only one that can be asked"
    if demand.style in candidate.capabilities.preferred_styles:
        return f"prefers {demand.style}"
    return f"takes the most tokens ({candidate.capabilities.max_tokens:,})"


def _nobody(demand: Demand, lacking: Mapping[str, str], preferred: str, missing: str) -> str:
    if preferred in lacking:
        if missing:
            return f"{preferred}: {missing}"
        return f"{preferred} cannot write {demand.style}: {lacking[preferred]}"
    told = "; ".join(f"{name}: {why}" for name, why in lacking.items() if why)
    return f"no provider can be asked for {demand.style}" + (f": {told}" if told else "")
