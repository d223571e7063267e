"""One exchange with a model: what it is asked, by whichever rung, and what it has said so far.

Values that an adapter maps out and fills in; knows no vendor and no network.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from docstring_lsp.providers.base import Prompt, Source, Stop, Usage
from docstring_lsp.providers.ladder import Rung

CHARACTERS_A_TOKEN = 4
TOKENS_A_FILE = 1_500
"""For estimates where a server does not count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a model is asked, and how.

    Attributes:
        prompt: The prompt; its system part says the schema where the rung needs it to.
        model: The model.
        rung: How it is held to the schema; None for plain text.
        stream: Whether the answer is to come as it grows.
    """

    prompt: Prompt
    model: str
    rung: Rung | None = None
    stream: bool = False


@dataclass(slots=True, kw_only=True)
class Spoken:
    """What a model has said so far. An adapter fills it in.

    Attributes:
        text: The answer.
        thought: What it thought aloud before it.
        refusal: Why it declined; empty if it did not.
        stop: Why it ended; None while it has not.
        model: The model that spoke.
        usage: The tokens it took; None if the server did not say.
        ended: Whether the server said that the stream is over.
        sources: The pages that it leans on, as they were told.
    """

    text: str = ""
    thought: str = ""
    refusal: str = ""
    stop: Stop | None = None
    model: str | None = None
    usage: Usage | None = None
    ended: bool = False
    sources: list[Source] = field(default_factory=list)


def estimated(prompt: Prompt, spoken: Spoken) -> Usage:
    """Return the tokens that an exchange may have taken, by its length."""
    asked = len(prompt.system) + sum(map(len, prompt.user))
    files = TOKENS_A_FILE * len(prompt.attachments)
    thinking = len(spoken.thought) // CHARACTERS_A_TOKEN
    return Usage(
        input=asked // CHARACTERS_A_TOKEN + files,
        output=len(spoken.text) // CHARACTERS_A_TOKEN + thinking,
        thinking=thinking,
        estimated=True,
    )


def cited(told: Iterable[Source]) -> tuple[Source, ...]:
    """Return the pages of the web among what was cited, each once."""
    found: dict[str, Source] = {}
    for each in told:
        if each.url.startswith(("https://", "http://")):
            found.setdefault(each.url, each)
    return tuple(found.values())


def asked_by(prompt: Prompt, model: str, rung: Rung | None, *, stream: bool) -> Asked:
    """Return what a model is asked by a rung, its schema told where that is the way.

    Args:
        prompt: The prompt.
        model: The model.
        rung: How it is held to the schema; None for plain text.
        stream: Whether the answer is to come as it grows.
    """
    if rung in ("object", "prompt"):
        # "JSON" has to stand in the prompt: servers refuse the object rung without it.
        form = json.dumps(prompt.schema, ensure_ascii=False, separators=(",", ":"))
        system = (
            f"{prompt.system}\n\nAnswer with one JSON object and nothing else, no fences. "
            f"It must be valid for this JSON Schema:\n{form}"
        )
        prompt = replace(prompt, system=system)
    return Asked(prompt=prompt, model=model, rung=rung, stream=stream)


def adopt(spoken: Spoken, whole: Spoken) -> None:
    """Take in what was said at once."""
    for name in Spoken.__slots__:
        setattr(spoken, name, getattr(whole, name))
