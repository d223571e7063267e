"""Nested: the class C{Outer} and the function C{timed}."""

import functools


def timed(label=None):
    """Return the result of C{timed}.

    @param label: The label, or None. Defaults to C{None}.
    @return: The result.
    """

    def decorate(function):
        """Decorate the function.

        @param function: The function to decorate.
        @return: The wrapper.
        """

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            """Call C{function}.

            @param *args: Positional arguments passed to C{function}.
            @param **kwargs: Keyword arguments passed to C{function}.
            @return: What C{function} returns.
            """
            start = clock()
            try:
                return function(*args, **kwargs)
            finally:
                print(label or function.__name__, clock() - start)

        return wrapper

    return decorate


class Outer:
    """An outer that offers C{gather}."""

    class Middle:
        """A middle that offers C{method}."""

        def method(self):
            """Return the method.

            @return: The method.
            """

            def inner(self, value):
                """Return the result of C{inner}.

                @param self: The instance.
                @param value: The value.
                @return: The instance and the value.
                @rtype: tuple
                """
                return self, value

            return inner

    async def gather(self, urls):
        """Gather the URLs.

        @param urls: The URLs to gather.
        @return: The result of gathering the URLs.
        @rtype: list
        """

        async def one(url):
            """Return one.

            @param url: The URL, passed to C{self.client.get}.
            @return: One.
            @raise ValueError: If C{url} is false.
            """
            if not url:
                raise ValueError("empty address")
            return await self.client.get(url)

        return [await one(url) for url in urls]
