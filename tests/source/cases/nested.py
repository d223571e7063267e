"""Functions and classes inside of functions."""

import functools


def timed(label=None):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            start = clock()
            try:
                return function(*args, **kwargs)
            finally:
                print(label or function.__name__, clock() - start)

        return wrapper

    return decorate


class Outer:
    class Middle:
        def method(self):
            def inner(self, value):
                return self, value

            return inner

    async def gather(self, urls):
        async def one(url):
            if not url:
                raise ValueError("empty address")
            return await self.client.get(url)

        return [await one(url) for url in urls]
