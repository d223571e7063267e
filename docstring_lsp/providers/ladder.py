"""How a model can be held to a schema: from the strictest way to asking for it in words.

What a server takes is found out by asking it and remembered for each address and model, for as
long as the program runs. Knows no vendor: only which rungs it has.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

Rung = Literal["schema", "flat", "object", "prompt"]
"""``schema`` and ``flat`` hold the model to the schema (in two spellings), ``object`` to JSON of
any form, ``prompt`` only asks for it."""

Place = tuple[str, str]
"""The address of a server and the name of a model."""

STRIKES = 2
"""Answers in a row that are no JSON, until a rung counts as one the server passes over."""


class Ladder:
    """What has been found out of each place."""

    def __init__(self) -> None:
        self._lowest: dict[Place, int] = {}
        self._strikes: dict[Place, int] = {}

    def rungs(self, place: Place, offered: tuple[Rung, ...]) -> Iterator[Rung]:
        """Give the rungs to try, the strictest that may work first.

        Going on to the next one says that this one was refused.

        Args:
            place: Which server and model.
            offered: The provider's rungs, the strictest first.
        """
        for index in range(self._lowest.get(place, 0), len(offered)):
            yield offered[index]
            self._lowest[place] = min(index + 1, len(offered) - 1)

    def worked(self, place: Place) -> None:
        """Note that an answer was JSON."""
        self._strikes.pop(place, None)

    def failed(self, place: Place, rung: Rung, offered: tuple[Rung, ...]) -> None:
        """Note that an answer was no JSON, though the server took the rung."""
        strikes = self._strikes.get(place, 0) + 1
        self._strikes[place] = strikes % STRIKES
        if strikes >= STRIKES:
            lower = offered.index(rung) + 1
            self._lowest[place] = min(max(lower, self._lowest.get(place, 0)), len(offered) - 1)

    def forget(self) -> None:
        """Forget everything."""
        self._lowest.clear()
        self._strikes.clear()


LADDER = Ladder()
"""The process's own: an instance of a provider is made for a call and thrown away."""
