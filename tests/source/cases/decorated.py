"""Decorators that change what a definition is."""

import functools
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import cached_property, lru_cache, singledispatch
from typing import overload

import pytest
from typing_extensions import deprecated, override


class Account(ABC):
    @property
    def balance(self) -> int:
        return self._balance

    @balance.setter
    def balance(self, value: int) -> None:
        if value < 0:
            raise ValueError("balance must not be negative")
        self._balance = value

    @balance.deleter
    def balance(self) -> None:
        del self._balance

    @cached_property
    def history(self) -> list[int]:
        return list(self._load())

    @abstractmethod
    def close(self) -> None:
        raise NotImplementedError

    @classmethod
    def open(cls, owner: str) -> "Account":
        return cls(owner)

    @staticmethod
    def is_valid(number: str) -> bool:
        return number.isdigit()

    @override
    def __repr__(self):
        return f"Account({self._balance})"

    @deprecated("use `open` instead")
    def create(self, owner):
        return self.open(owner)


@overload
def convert(value: int) -> str: ...
@overload
def convert(value: str) -> int: ...
def convert(value):
    return int(value) if isinstance(value, str) else str(value)


@contextmanager
def working_in(folder: str) -> Iterator[str]:
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield before
    finally:
        os.chdir(before)


@asynccontextmanager
async def connected(url: str) -> AsyncIterator["Connection"]:
    connection = await connect(url)
    yield connection
    await connection.close()


@pytest.fixture(scope="module", name="store")
def make_store(tmp_path):
    store = Store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def answer():
    return 42


@singledispatch
def describe(value):
    raise TypeError(f"cannot describe {type(value)}")


@describe.register
def _(value: int) -> str:
    return "a number"


@functools.lru_cache(maxsize=None)
@app.route("/sum/<int:a>", methods=["GET", "POST"])
def total(a: int, b: int = 0) -> int:
    return a + b
