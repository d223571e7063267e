"""Raises nested: the functions `retrying`, `make_lookup`, and `close_all`."""


def retrying(operation, attempts=3):
    """Return the result of `retrying`.

    Takes `operation` (the operation, which is called) and `attempts` (the attempts;
    default 3). Returns the call. Raises `ValueError` if `attempts` is less than 1.
    """
    if attempts < 1:
        raise ValueError("attempts must be positive")

    def call(*args):
        """Call.

        Takes `*args` (positional arguments passed to `operation`). Returns what
        `operation` returns. Raises `TimeoutError` with the message "gave up".
        """
        for _ in range(attempts):
            try:
                return operation(*args)
            except ConnectionError:
                continue
        raise TimeoutError("gave up")

    return call


def make_lookup(table):
    """Make a lookup.

    Takes `table` (the table, passed to `Lookup`).
    """

    class Lookup(dict):
        """A lookup based on `dict`."""

        def __missing__(self, key):
            """Return the value for a key that is missing.

            Takes `key` (the key that is missing). Raises `KeyError` always.
            """
            raise KeyError(f"no entry {key!r}")

    fail = lambda key: Lookup()[key]
    return Lookup(table), fail


def close_all(handles):
    """Close all.

    Takes `handles` (the handles to iterate over). Raises `TypeError` if `handle` is
    None for a `handle` in `handles`.
    """

    def fail():
        """Fail.

        Raises `RuntimeError` always.
        """
        raise RuntimeError("never called")

    for handle in handles:
        if handle is None:
            raise TypeError("a handle is missing")
        handle.close()
