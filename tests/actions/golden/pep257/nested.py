"""Nested: the class `Outer` and the function `timed`."""

import functools


def timed(label=None):
    """Return the result of `timed`.

    Takes `label` (the label, or None; default None).
    """

    def decorate(function):
        """Decorate the function.

        Takes `function` (the function to decorate). Returns the wrapper.
        """

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            """Call `function`.

            Takes `*args` (positional arguments passed to `function`) and `**kwargs`
            (keyword arguments passed to `function`). Returns what `function` returns.
            """
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
                """Return the result of `inner`.

                Takes `self` (the instance) and `value` (the value). Returns the
                instance and the value.
                """
                return self, value

            return inner

    async def gather(self, urls):
        """Gather the URLs.

        Takes `urls` (the URLs to gather). Returns the result of gathering the URLs.
        """

        async def one(url):
            """Return one.

            Takes `url` (the URL, passed to `self.client.get`). Raises `ValueError` if
            `url` is false.
            """
            if not url:
                raise ValueError("empty address")
            return await self.client.get(url)

        return [await one(url) for url in urls]
