"""What was handed in: requests in, how they came to their vendor out, each paid for once.

That a part is about to be handed in is kept before it is, under a mark that the vendor keeps,
too. Where the answer to that was lost, the vendor is asked whether it has a batch of this mark.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from secrets import token_hex

from docstring_lsp.engine.orders import Order, Part
from docstring_lsp.errors import PassingError, PermanentError
from docstring_lsp.providers.base import Request
from docstring_lsp.providers.batch import Batching, UnsettledError

SETTLED = timedelta(seconds=60)
"""How long a vendor may take to list what it was given."""

_CLOCKS = timedelta(hours=1)
"""How far this machine's clock may be ahead of a vendor's."""

_NOT_TAKEN = frozenset({425, 429, 503, 529})
"""What is answered by who has not looked at a request; after others it may have arrived."""


def begun(requests: Mapping[str, Request], *, again: bool) -> Part:
    """Return a part that is about to be handed in.

    Args:
        requests: What it asks.
        again: Whether it asks a second time.
    """
    now = datetime.now(timezone.utc).isoformat(timespec="seconds")
    return Part(job="", keys=tuple(requests), mark=token_hex(8), begun=now, again=again)


async def handed_in(vendor: Batching, part: Part, requests: Mapping[str, Request]) -> Part:
    """Return a part as it was handed in.

    Raises:
        ArrivalUnknownError: If it is not known whether it has arrived.
        ProviderError: If it was not taken.
    """
    try:
        job = await vendor.submit(requests, part.mark)
    except PassingError as error:
        if error.status in _NOT_TAKEN:
            raise
        raise ArrivalUnknownError(
            f"it is not known whether the batch arrived ({error}); it is looked for when it is "
            "taken up again, and handed in if it did not",
            provider=error.provider,
        ) from error
    return replace(part, job=job)


class ArrivalUnknownError(PermanentError):
    """Something was handed in, and it is not known whether it has arrived."""


async def settled(vendor: Batching, order: Order, part: Part) -> Order:
    """Return an order once it is known of a part whether it has arrived.

    One that has not is no part any more; one of which that is not known yet stays as it is.

    Raises:
        ProviderError: If the vendor does not tell.
    """
    at = datetime.fromisoformat(part.begun)
    since = (at - _CLOCKS).isoformat(timespec="seconds")
    try:
        job = await vendor.find(part.mark, len(part.keys), since)
    except UnsettledError:
        return order
    if not job and datetime.now(timezone.utc) - at < SETTLED:
        return order
    found = (replace(part, job=job),) if job else ()
    where = order.parts.index(part)
    return replace(order, parts=(*order.parts[:where], *found, *order.parts[where + 1 :]))
