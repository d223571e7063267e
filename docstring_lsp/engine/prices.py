"""What tokens cost: a model and its tokens in, US dollars out, by a table that has a date.

The table is genai-prices' own snapshot, which asks no server; without the package no price is
known. A server on this machine costs nothing.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, timezone
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from docstring_lsp.providers.address import is_loopback
from docstring_lsp.providers.base import Usage


def price(usage: Usage, *, model: str | None, base_url: str) -> float | None:
    """Return the price of a call, its searches' fee included where that is known; None if none is.

    Args:
        usage: Its tokens.
        model: The model that was asked.
        base_url: Where it was asked.
    """
    if is_loopback(urlsplit(base_url).hostname or ""):
        return 0.0
    if not model or not (table := _table()):
        return None
    found = _found(table, usage, model, base_url)
    return None if found is None else float(found.total_price)


def lacks_fee(usage: Usage, *, model: str | None, base_url: str) -> bool:
    """Return whether a call searched the web for a fee that the table does not know.

    Args:
        usage: What it took.
        model: The model that was asked.
        base_url: Where it was asked.
    """
    if not usage.searches or is_loopback(urlsplit(base_url).hostname or ""):
        return False
    table = _table()
    found = _found(table, usage, model, base_url) if model and table else None
    return found is None or getattr(found.model_price, _FEE, None) is None


_FEE = "web_searches_kcount"


def _found(table: Any, usage: Usage, model: str, base_url: str) -> Any:
    """Return what the table says of a call; None if nothing."""
    searched = {"web_searches": usage.searches} if usage.searches else {}
    counted = table.Usage(
        input_tokens=usage.input,
        output_tokens=usage.output,
        cache_read_tokens=usage.cached,
        **searched,
    )
    for where in ({"provider_api_url": base_url}, {}):
        with suppress(LookupError, ValueError):
            return table.calc_price(counted, model_ref=model, **where)
    return None


def source() -> str:
    """Return where prices come from and of when they are; empty where none are known."""
    if not _table():
        return ""
    from importlib.metadata import version

    newest = _newest()
    dated = f", changes up to {newest:%Y-%m-%d}" if newest is not None else ""
    return f"genai-prices {version('genai-prices')}{dated}"


@lru_cache(maxsize=1)
def _newest() -> date | None:
    """Return the day of the last change of a price that the table knows, those to come left out."""
    from genai_prices.data import providers

    today = datetime.now(timezone.utc).date()
    days = (
        getattr(getattr(each, "constraint", None), "start_date", None)
        for provider in providers
        for model in provider.models
        for each in (model.prices if isinstance(model.prices, list) else ())
    )
    return max((day for day in days if isinstance(day, date) and day <= today), default=None)


@lru_cache(maxsize=1)
def _table() -> Any:
    try:
        import genai_prices
    except ImportError:
        return None
    return genai_prices
