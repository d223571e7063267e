"""Portions of a batch: requests in, what is handed in at once out, and what it may cost."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from docstring_lsp.engine import prices
from docstring_lsp.engine.budget import tokens
from docstring_lsp.providers.base import Request, Usage
from docstring_lsp.providers.batch import SHARE

MOST_REQUESTS = 1_000
MOST_BYTES = 12 * 1024 * 1024
"""What is handed in at once: well within what every vendor takes, and soon uploaded again."""

_USUAL_ANSWER = 250
"""Tokens of a docstring's prose, for an estimate of what a batch will cost."""


def portions(asked: Mapping[str, Request]) -> Iterator[Mapping[str, Request]]:
    """Give what is handed in at once."""
    portion: dict[str, Request] = {}
    size = 0
    for key, request in sorted(asked.items()):
        # Four bytes a token is more than any text has.
        length = 4 * _length(request)
        if portion and (len(portion) == MOST_REQUESTS or size + length > MOST_BYTES):
            yield portion
            portion, size = {}, 0
        portion[key] = request
        size += length
    if portion:
        yield portion


def estimate(requests: Iterable[Request], model: str, base_url: str) -> float | None:
    """Return what requests may cost as a batch; None where no price is known.

    Args:
        requests: The requests as they go out.
        model: Who is asked.
        base_url: Where.
    """
    asked = list(requests)
    taken = sum(map(_length, asked))
    usage = Usage(input=taken, output=_USUAL_ANSWER * len(asked))
    cost = prices.price(usage, model=model, base_url=base_url)
    return None if cost is None else cost * SHARE


def _length(request: Request) -> int:
    """Return how many tokens a request has, about."""
    assert request.prompt is not None
    asked = request.prompt
    return sum(map(tokens, (asked.system, json.dumps(asked.schema), *asked.user)))
