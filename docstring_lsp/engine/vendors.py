"""The vendors that take batches: settings in, whom a batch goes to and how it is reached out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from docstring_lsp.engine.connect import EMBEDDED, Directory, Keys, provider
from docstring_lsp.engine.keys import find
from docstring_lsp.engine.orders import Order
from docstring_lsp.engine.select import AUTO
from docstring_lsp.errors import UsageError
from docstring_lsp.providers.batch import Batching
from docstring_lsp.providers.http import Http
from docstring_lsp.settings.model import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Whom a batch goes to.

    Attributes:
        provider: Its name.
        model: The model that is asked.
        base_url: Where.
    """

    provider: str
    model: str
    base_url: str


class Vendors:
    """Those who take batches.

    Args:
        settings: What the user has set.
        http: By what they are reached.
        keys: Gives the keys that are not in the environment; the system's keyring if None.
    """

    def __init__(self, settings: Settings, http: Http, keys: Keys | None) -> None:
        self._settings = settings
        self._http = http
        self._directory = Directory(settings, keys=keys or find)

    def chosen(self) -> Chosen:
        """Return who takes a batch: the one that is set, else the best that is set up.

        Raises:
            UsageError: If nobody does.
        """
        able = {c.name: c for c in self._directory.candidates() if c.capabilities.batch}
        wanted = self._settings.provider
        if wanted in (AUTO, EMBEDDED):
            free = [each for each in able.values() if each.chosen and not each.missing]
            if wanted == EMBEDDED or not free:
                told = f"name one of {', '.join(able)} with --provider, and set its key"
                raise UsageError(f"a batch needs a model whose vendor takes batches: {told}")
            wanted = max(free, key=lambda each: each.capabilities.max_tokens).name
        if wanted not in able:
            raise UsageError(
                f"{wanted} takes no batches ({', '.join(able)} do); "
                "leave --batch out, and say with --concurrency how many are asked at once"
            )
        self._require(wanted)
        known = self._directory
        return Chosen(provider=wanted, model=known.model(wanted), base_url=known.base_url(wanted))

    def of(self, order: Order) -> Batching:
        """Return who an order was given to.

        Raises:
            UsageError: If it cannot be asked, or is not where it was.
        """
        self._require(order.provider)
        if self._directory.base_url(order.provider) != order.base_url:
            raise UsageError(f"{order.name} was given to {order.base_url}, which is not set now")
        connection = self._directory.connection(order.provider, self._http, order.model)
        return cast("Batching", provider(order.provider)(connection))

    def _require(self, name: str) -> None:
        if missing := self._directory.missing(name):
            raise UsageError(f"{name}: {missing}")
