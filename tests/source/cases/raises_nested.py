"""Exceptions of what stands inside a function belong to that, not to the function."""


def retrying(operation, attempts=3):
    if attempts < 1:
        raise ValueError("attempts must be positive")

    def call(*args):
        for _ in range(attempts):
            try:
                return operation(*args)
            except ConnectionError:
                continue
        raise TimeoutError("gave up")

    return call


def make_lookup(table):
    class Lookup(dict):
        def __missing__(self, key):
            raise KeyError(f"no entry {key!r}")

    fail = lambda key: Lookup()[key]
    return Lookup(table), fail


def close_all(handles):
    def fail():
        raise RuntimeError("never called")

    for handle in handles:
        if handle is None:
            raise TypeError("a handle is missing")
        handle.close()
