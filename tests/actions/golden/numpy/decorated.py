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

        Parameters
        ----------
        value : int
            The value to balance.

        Raises
        ------
        ValueError
            If `value` is negative.
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

        Raises
        ------
        NotImplementedError
            Always; subclasses must override it.
        """
        raise NotImplementedError

    @classmethod
    def open(cls, owner: str) -> "Account":
        """Open the owner.

        Parameters
        ----------
        owner : str
            The owner, passed to the constructor.

        Returns
        -------
        Account
            The new instance.
        """
        return cls(owner)

    @staticmethod
    def is_valid(number: str) -> bool:
        """Return whether the number is valid.

        Parameters
        ----------
        number : str
            The number, a string.

        Returns
        -------
        bool
            Whether the number is valid.
        """
        return number.isdigit()

    @override
    def __repr__(self):
        """Return the representation for developers.

        Returns
        -------
        str
            The representation for developers.
        """
        return f"Account({self._balance})"

    @deprecated("use `open` instead")
    def create(self, owner):
        """Create an owner.

        Parameters
        ----------
        owner : Any
            The owner, passed to `self.open`.

        Returns
        -------
        Any
            The result of creating the owner.

        Warns
        -----
        DeprecationWarning
            On each call.
        """
        return self.open(owner)


@overload
def convert(value: int) -> str: ...
@overload
def convert(value: str) -> int: ...
def convert(value):
    """Convert the value.

    Parameters
    ----------
    value : Any
        The value to convert.

    Returns
    -------
    Any
        The converted value.
    """
    return int(value) if isinstance(value, str) else str(value)


@contextmanager
def working_in(folder: str) -> Iterator[str]:
    """Provide the working in for the duration of a `with` block.

    Parameters
    ----------
    folder : str
        The folder, passed to `os.chdir`.

    Yields
    ------
    str
        The working in.
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

    Parameters
    ----------
    url : str
        The URL, passed to `connect`.

    Yields
    ------
    Connection
        A `Connection`.
    """
    connection = await connect(url)
    yield connection
    await connection.close()


@pytest.fixture(scope="module", name="store")
def make_store(tmp_path):
    """Make a store.

    Parameters
    ----------
    tmp_path : Any
        The temporary path, passed to `Store`.

    Yields
    ------
    Any
        The value for the block.
    """
    store = Store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def answer():
    """Provide the answer.

    Returns
    -------
    int
        Always `42`.
    """
    return 42


@singledispatch
def describe(value):
    """Describe the value.

    Parameters
    ----------
    value : Any
        The value to describe.

    Raises
    ------
    TypeError
        Always.
    """
    raise TypeError(f"cannot describe {type(value)}")


@describe.register
def _(value: int) -> str:
    """Run `_`.

    Parameters
    ----------
    value : int
        The value, an integer.

    Returns
    -------
    str
        Always `"a number"`.
    """
    return "a number"


@functools.lru_cache(maxsize=None)
@app.route("/sum/<int:a>", methods=["GET", "POST"])
def total(a: int, b: int = 0) -> int:
    """Return the total.

    Parameters
    ----------
    a : int
        An integer.
    b : int, default=0
        An integer.

    Returns
    -------
    int
        The total.
    """
    return a + b
