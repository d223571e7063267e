"""Decorated: C{Account}, C{convert}, and 6 more."""

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

        @param value: The value to balance.
        @type value: int
        @raise ValueError: If C{value} is negative.
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

        @raise NotImplementedError: Always; subclasses must override it.
        """
        raise NotImplementedError

    @classmethod
    def open(cls, owner: str) -> "Account":
        """Open the owner.

        @param owner: The owner, passed to the constructor.
        @type owner: str
        @return: The new instance.
        @rtype: Account
        """
        return cls(owner)

    @staticmethod
    def is_valid(number: str) -> bool:
        """Return whether the number is valid.

        @param number: The number, a string.
        @type number: str
        @return: Whether the number is valid.
        @rtype: bool
        """
        return number.isdigit()

    @override
    def __repr__(self):
        """Return the representation for developers.

        @return: The representation for developers.
        @rtype: str
        """
        return f"Account({self._balance})"

    @deprecated("use `open` instead")
    def create(self, owner):
        """Create an owner.

        @param owner: The owner, passed to C{self.open}.
        @return: The result of creating the owner.
        @warn DeprecationWarning: On each call.
        """
        return self.open(owner)


@overload
def convert(value: int) -> str: ...
@overload
def convert(value: str) -> int: ...
def convert(value):
    """Convert the value.

    @param value: The value to convert.
    @return: The converted value.
    """
    return int(value) if isinstance(value, str) else str(value)


@contextmanager
def working_in(folder: str) -> Iterator[str]:
    """Provide the working in for the duration of a C{with} block.

    @param folder: The folder, passed to C{os.chdir}.
    @type folder: str
    @yield: The working in.
    @ytype: str
    """
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield before
    finally:
        os.chdir(before)


@asynccontextmanager
async def connected(url: str) -> AsyncIterator["Connection"]:
    """Run a C{with} block under C{connected}.

    @param url: The URL, passed to C{connect}.
    @type url: str
    @yield: A C{Connection}.
    @ytype: Connection
    """
    connection = await connect(url)
    yield connection
    await connection.close()


@pytest.fixture(scope="module", name="store")
def make_store(tmp_path):
    """Make a store.

    @param tmp_path: The temporary path, passed to C{Store}.
    @yield: The value for the block.
    """
    store = Store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def answer():
    """Provide the answer.

    @return: Always C{42}.
    @rtype: int
    """
    return 42


@singledispatch
def describe(value):
    """Describe the value.

    @param value: The value to describe.
    @raise TypeError: Always.
    """
    raise TypeError(f"cannot describe {type(value)}")


@describe.register
def _(value: int) -> str:
    """Run C{_}.

    @param value: The value, an integer.
    @type value: int
    @return: Always C{"a number"}.
    @rtype: str
    """
    return "a number"


@functools.lru_cache(maxsize=None)
@app.route("/sum/<int:a>", methods=["GET", "POST"])
def total(a: int, b: int = 0) -> int:
    """Return the total.

    @param a: An integer.
    @type a: int
    @param b: An integer. Defaults to C{0}.
    @type b: int
    @return: The total.
    @rtype: int
    """
    return a + b
