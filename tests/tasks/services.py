"""Services that say what they were asked, and such as fail in a given way."""

from __future__ import annotations

import asyncio
from typing import Any


class Saying:
    """Says who it is and what it was asked."""

    def __init__(self, name: str) -> None:
        self.name = name

    async def execute(self, task: str, **kwargs: Any) -> Any:
        told = "".join(f" {key}={value}" for key, value in kwargs.items())
        return f"{self.name}: {task}{told}"


class Failing:
    """Fails a number of times, then answers."""

    def __init__(self, *errors: Exception) -> None:
        self.errors = list(errors)
        self.asked = 0

    async def execute(self, task: str) -> str:
        self.asked += 1
        if self.errors:
            raise self.errors.pop(0)
        return f"done: {task}"


class Slow:
    """Answers after a while and counts how many do so at once."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.now = 0
        self.most = 0
        self.cancelled = 0

    async def execute(self, task: str) -> str:
        self.now += 1
        self.most = max(self.most, self.now)
        try:
            await asyncio.sleep(self.seconds)
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        finally:
            self.now -= 1
        return task


def saying(*names: str) -> dict[str, Saying]:
    return {name: Saying(name) for name in names}


FOUR = ("chat", "vision", "reasoning", "responses")
