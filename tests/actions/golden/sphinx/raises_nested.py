"""Raises nested: the functions ``retrying``, ``make_lookup``, and ``close_all``."""


def retrying(operation, attempts=3):
    """Return the result of ``retrying``.

    :param operation: The operation, which is called.
    :param attempts: The attempts. Defaults to ``3``.
    :type attempts: int
    :returns: The call.
    :raises ValueError: If ``attempts`` is less than 1.
    """
    if attempts < 1:
        raise ValueError("attempts must be positive")

    def call(*args):
        """Call.

        :param *args: Positional arguments passed to ``operation``.
        :returns: What ``operation`` returns.
        :raises TimeoutError: With the message "gave up".
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

    :param table: The table, passed to ``Lookup``.
    :returns: The lookup.
    :rtype: tuple
    """

    class Lookup(dict):
        """A lookup based on ``dict``."""

        def __missing__(self, key):
            """Return the value for a key that is missing.

            :param key: The key that is missing.
            :raises KeyError: Always.
            """
            raise KeyError(f"no entry {key!r}")

    fail = lambda key: Lookup()[key]
    return Lookup(table), fail


def close_all(handles):
    """Close all.

    :param handles: The handles to iterate over.
    :raises TypeError: If ``handle`` is None for a ``handle`` in ``handles``.
    """

    def fail():
        """Fail.

        :raises RuntimeError: Always.
        """
        raise RuntimeError("never called")

    for handle in handles:
        if handle is None:
            raise TypeError("a handle is missing")
        handle.close()
