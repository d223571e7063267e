"""Nested: the class `Outer` and the function `timed`."""

import functools


def timed(label=None):
    """Return the timed."""

    def decorate(function):
        """Decorate the function."""

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            """Return the wrapper."""
            start = clock()
            try:
                return function(*args, **kwargs)
            finally:
                print(label or function.__name__, clock() - start)

        return wrapper

    return decorate


class Outer:
    """An outer that offers `gather`."""

    class Middle:
        """A middle that offers `method`."""

        def method(self):
            """Return the method."""

            def inner(self, value):
                """Return the inner."""
                return self, value

            return inner

    async def gather(self, urls):
        """Gather the URLs."""

        async def one(url):
            """Return the one.

            Raises `ValueError` if `url` is false.
            """
            if not url:
                raise ValueError("empty address")
            return await self.client.get(url)

        return [await one(url) for url in urls]
