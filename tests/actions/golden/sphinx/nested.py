"""Nested: the class ``Outer`` and the function ``timed``."""

import functools


def timed(label=None):
    """Return the result of ``timed``.

    :param label: The label, or None. Defaults to ``None``.
    :returns: The result.
    """

    def decorate(function):
        """Decorate the function.

        :param function: The function to decorate.
        :returns: The wrapper.
        """

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            """Call ``function``.

            :param *args: Positional arguments passed to ``function``.
            :param **kwargs: Keyword arguments passed to ``function``.
            :returns: What ``function`` returns.
            """
            start = clock()
            try:
                return function(*args, **kwargs)
            finally:
                print(label or function.__name__, clock() - start)

        return wrapper

    return decorate


class Outer:
    """An outer that offers ``gather``."""

    class Middle:
        """A middle that offers ``method``."""

        def method(self):
            """Return the method.

            :returns: The method.
            """

            def inner(self, value):
                """Return the result of ``inner``.

                :param self: The instance.
                :param value: The value.
                :returns: The instance and the value.
                :rtype: tuple
                """
                return self, value

            return inner

    async def gather(self, urls):
        """Gather the URLs.

        :param urls: The URLs to gather.
        :returns: The result of gathering the URLs.
        :rtype: list
        """

        async def one(url):
            """Return one.

            :param url: The URL, passed to ``self.client.get``.
            :returns: One.
            :raises ValueError: If ``url`` is false.
            """
            if not url:
                raise ValueError("empty address")
            return await self.client.get(url)

        return [await one(url) for url in urls]
