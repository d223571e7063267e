"""Raises nested: the functions `retrying`, `make_lookup`, and `close_all`."""


def retrying(operation, attempts=3):
    """Return the retrying.

    Raises `ValueError` if `attempts` is less than 1.
    """
    if attempts < 1:
        raise ValueError("attempts must be positive")

    def call(*args):
        """Call.

        Raises `TimeoutError`.
        """
        for _ in range(attempts):
            try:
                return operation(*args)
            except ConnectionError:
                continue
        raise TimeoutError("gave up")

    return call


def make_lookup(table):
    """Make a lookup."""

    class Lookup(dict):
        """A lookup based on `dict`."""

        def __missing__(self, key):
            """Return the value for a key that is missing.

            Raises `KeyError`.
            """
            raise KeyError(f"no entry {key!r}")

    fail = lambda key: Lookup()[key]
    return Lookup(table), fail


def close_all(handles):
    """Close all.

    Raises `TypeError` if `handle` is None for a `handle` in `handles`.
    """

    def fail():
        """Fail.

        Raises `RuntimeError`.
        """
        raise RuntimeError("never called")

    for handle in handles:
        if handle is None:
            raise TypeError("a handle is missing")
        handle.close()
