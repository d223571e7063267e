"""Nested: the class `Outer` and the function `timed`."""

import functools


def timed(label=None):
    """Return the result of `timed`.

    Args:
        label: The label, or None. Defaults to None.

    Returns:
        The result.
    """

    def decorate(function):
        """Decorate the function.

        Args:
            function: The function to decorate.

        Returns:
            The wrapper.
        """

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            """Call `function`.

            Args:
                *args: Positional arguments passed to `function`.
                **kwargs: Keyword arguments passed to `function`.

            Returns:
                What `function` returns.
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
            """Return the method.

            Returns:
                The method.
            """

            def inner(self, value):
                """Return the result of `inner`.

                Args:
                    self: The instance.
                    value: The value.

                Returns:
                    tuple: The instance and the value.
                """
                return self, value

            return inner

    async def gather(self, urls):
        """Gather the URLs.

        Args:
            urls: The URLs to gather.

        Returns:
            list: The result of gathering the URLs.
        """

        async def one(url):
            """Return one.

            Args:
                url: The URL, passed to `self.client.get`.

            Returns:
                One.

            Raises:
                ValueError: If `url` is false.
            """
            if not url:
                raise ValueError("empty address")
            return await self.client.get(url)

        return [await one(url) for url in urls]
