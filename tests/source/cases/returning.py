"""What functions return, and when they do not."""

import sys
from collections.abc import Coroutine
from typing import Any, Never, NoReturn, Self


def log(text):
    print(text)


def log_unless(text, quiet):
    if quiet:
        return
    print(text)
    return None


def log_annotated(text) -> None:
    return print(text)


def find(items, wanted):
    for item in items:
        if item == wanted:
            return item


def sign(number):
    if number < 0:
        return -1
    elif number > 0:
        return 1
    return 0


def is_even(number):
    return number % 2 == 0


def label(size):
    return "large" if size > 10 else None


def fail(text: str) -> NoReturn:
    sys.exit(text)


def stop(code) -> Never:
    raise SystemExit(code)


def crash(reason):
    if reason:
        raise RuntimeError(reason)
    else:
        raise RuntimeError("no reason given")


def forever(queue):
    while True:
        queue.get()()


class Builder:
    def add(self, part) -> Self:
        self.parts.append(part)
        return self

    def clear(self):
        self.parts.clear()
        return self

    def __enter__(self):
        return self

    async def fetch(self, url: str) -> bytes:
        return await self.client.get(url)

    def fetch_later(self, url: str) -> Coroutine[Any, Any, bytes]:
        return self.fetch(url)


async def wait(seconds: float = 1.0) -> None:
    await sleep(seconds)


def long(values):
    return [value for value in values if value.is_active and value.is_visible and value.is_ready and value.owner is not None]
