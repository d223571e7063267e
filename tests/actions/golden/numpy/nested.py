"""Nested: the class `Outer` and the function `timed`."""

import functools


def timed(label=None):
    """Return the result of `timed`.

    Parameters
    ----------
    label : Any, default=None
        The label, or None.

    Returns
    -------
    Any
        The result.
    """

    def decorate(function):
        """Decorate the function.

        Parameters
        ----------
        function : Any
            The function to decorate.

        Returns
        -------
        Any
            The wrapper.
        """

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            """Call `function`.

            Parameters
            ----------
            *args : Any
                Positional arguments passed to `function`.
            **kwargs : Any
                Keyword arguments passed to `function`.

            Returns
            -------
            Any
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

            Returns
            -------
            Any
                The method.
            """

            def inner(self, value):
                """Return the result of `inner`.

                Parameters
                ----------
                self : Any
                    The instance.
                value : Any
                    The value.

                Returns
                -------
                tuple
                    The instance and the value.
                """
                return self, value

            return inner

    async def gather(self, urls):
        """Gather the URLs.

        Parameters
        ----------
        urls : Any
            The URLs to gather.

        Returns
        -------
        list
            The result of gathering the URLs.
        """

        async def one(url):
            """Return one.

            Parameters
            ----------
            url : Any
                The URL, passed to `self.client.get`.

            Returns
            -------
            Any
                One.

            Raises
            ------
            ValueError
                If `url` is false.
            """
            if not url:
                raise ValueError("empty address")
            return await self.client.get(url)

        return [await one(url) for url in urls]
