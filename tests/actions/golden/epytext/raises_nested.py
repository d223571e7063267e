"""Raises nested: the functions C{retrying}, C{make_lookup}, and C{close_all}."""


def retrying(operation, attempts=3):
    """Return the result of C{retrying}.

    @param operation: The operation, which is called.
    @param attempts: The attempts. Defaults to C{3}.
    @type attempts: int
    @return: The call.
    @raise ValueError: If C{attempts} is less than 1.
    """
    if attempts < 1:
        raise ValueError("attempts must be positive")

    def call(*args):
        """Call.

        @param *args: Positional arguments passed to C{operation}.
        @return: What C{operation} returns.
        @raise TimeoutError: With the message "gave up".
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

    @param table: The table, passed to C{Lookup}.
    @return: The lookup.
    @rtype: tuple
    """

    class Lookup(dict):
        """A lookup based on C{dict}."""

        def __missing__(self, key):
            """Return the value for a key that is missing.

            @param key: The key that is missing.
            @raise KeyError: Always.
            """
            raise KeyError(f"no entry {key!r}")

    fail = lambda key: Lookup()[key]
    return Lookup(table), fail


def close_all(handles):
    """Close all.

    @param handles: The handles to iterate over.
    @raise TypeError: If C{handle} is None for a C{handle} in C{handles}.
    """

    def fail():
        """Fail.

        @raise RuntimeError: Always.
        """
        raise RuntimeError("never called")

    for handle in handles:
        if handle is None:
            raise TypeError("a handle is missing")
        handle.close()
