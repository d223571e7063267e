"""Decorated: `Account`, `convert`, and 6 more."""

import functools
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import cached_property, lru_cache, singledispatch
from typing import overload

import pytest
from typing_extensions import deprecated, override


class Account(ABC):
    """The abstract base class of accounts."""

    @property
    def balance(self) -> int:
        """The balance of the account."""
        return self._balance

    @balance.setter
    def balance(self, value: int) -> None:
        """Set the balance.

        Takes `value` (the value to balance). Raises `ValueError` if `value` is
        negative.
        """
        if value < 0:
            raise ValueError("balance must not be negative")
        self._balance = value

    @balance.deleter
    def balance(self) -> None:
        """Delete the balance."""
        del self._balance

    @cached_property
    def history(self) -> list[int]:
        """The history of the account."""
        return list(self._load())

    @abstractmethod
    def close(self) -> None:
        """Close the account.

        Raises `NotImplementedError` always; subclasses must override it.
        """
        raise NotImplementedError

    @classmethod
    def open(cls, owner: str) -> "Account":
        """Open the owner.

        Takes `owner` (the owner, passed to the constructor). Returns the new instance.
        """
        return cls(owner)

    @staticmethod
    def is_valid(number: str) -> bool:
        """Return whether the number is valid.

        Takes `number` (the number, a string).
        """
        return number.isdigit()

    @override
    def __repr__(self):
        """Return the representation for developers."""
        return f"Account({self._balance})"

    @deprecated("use `open` instead")
    def create(self, owner):
        """Create an owner.

        Takes `owner` (the owner, passed to `self.open`). Returns the result of creating
        the owner. Warns with `DeprecationWarning` on each call.
        """
        return self.open(owner)


@overload
def convert(value: int) -> str: ...
@overload
def convert(value: str) -> int: ...
def convert(value):
    """Convert the value.

    Takes `value` (the value to convert). Returns the converted value.
    """
    return int(value) if isinstance(value, str) else str(value)


@contextmanager
def working_in(folder: str) -> Iterator[str]:
    """Provide the working in for the duration of a `with` block.

    Takes `folder` (the folder, passed to `os.chdir`).
    """
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield before
    finally:
        os.chdir(before)


@asynccontextmanager
async def connected(url: str) -> AsyncIterator["Connection"]:
    """Run a `with` block under `connected`.

    Takes `url` (the URL, passed to `connect`). Yields a `Connection`.
    """
    connection = await connect(url)
    yield connection
    await connection.close()


@pytest.fixture(scope="module", name="store")
def make_store(tmp_path):
    """Make a store.

    Takes `tmp_path` (the temporary path, passed to `Store`). Yields the value for the
    block.
    """
    store = Store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def answer():
    """Provide the answer.

    Always returns `42`.
    """
    return 42


@singledispatch
def describe(value):
    """Describe the value.

    Takes `value` (the value to describe). Raises `TypeError` always.
    """
    raise TypeError(f"cannot describe {type(value)}")


@describe.register
def _(value: int) -> str:
    """Run `_`.

    Takes `value` (the value, an integer). Always returns `"a number"`.
    """
    return "a number"


@functools.lru_cache(maxsize=None)
@app.route("/sum/<int:a>", methods=["GET", "POST"])
def total(a: int, b: int = 0) -> int:
    """Return the total.

    Takes `a` (an integer) and `b` (an integer; default 0).
    """
    return a + b
