"""Raises forms: ``Cart``, ``take``, and 4 more."""

import json
import socket

from warehouse import errors


class StockError(Exception):
    """Raised for a stock error."""

    @classmethod
    def for_item(cls, item):
        """Return the result for the item.

        :param item: The item.
        :returns: The new instance.
        """
        return cls(f"no {item} left")


def take(stock, item, count):
    """Take the stock.

    :param stock: The stock to take.
    :param item: The item.
    :param count: The count.
    :raises ValueError: If ``item`` is false or if ``count`` is negative.
    :raises errors.UnknownItemError: If ``item`` is not in ``stock``.
    :raises StockError: If ``stock[item]`` is less than ``count``.
    """
    if not item:
        raise ValueError
    if count < 0:
        raise ValueError("count must not be negative")
    if item not in stock:
        raise errors.UnknownItemError(item)
    if stock[item] < count:
        raise StockError.for_item(item)
    # raise RuntimeError("not any more")
    stock[item] -= count


def load(path):
    """Load from the path.

    :param path: The path to load.
    :returns: The loaded path.
    :raises errors.FormatError: If a ``UnicodeDecodeError`` or ``json.JSONDecodeError``
        occurs.
    :raises FileNotFoundError: If it is caught here and raised again.
    :raises OSError: If it is caught here and raised again.
    """
    try:
        with open(path) as file:
            return json.load(file)
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise errors.FormatError(f"{path} is not JSON") from error
    except FileNotFoundError:
        raise
    except OSError as error:
        if error.errno == 13:
            raise error
        raise error.with_traceback(None) from None


def connect(host, port, timeout=None):
    """Connect to the host.

    :param host: The host to connect to.
    :param port: The port, passed to ``socket.getaddrinfo``.
    :param timeout: The time to wait at most, or None. Defaults to ``None``.
    :returns: The result of connecting to the host.
    :raises LookupError: With the message "no address for {host}".
    :raises socket.timeout: In some cases.
    """
    failure = None
    for address in socket.getaddrinfo(host, port):
        try:
            return socket.create_connection(address[4], timeout)
        except socket.timeout as error:
            failure = error
    if failure is None:
        failure = LookupError("no address for " + host)
    raise failure


def reserve(stock, item):
    """Reserve the stock.

    :param stock: The stock to reserve.
    :param item: The item, passed to ``stock.get``.
    :raises StockError: With the message "nothing is left of {item}".
    :raises KeyError: If ``item`` is None.
    :raises TypeError: If ``item`` is not None.
    """
    message = "nothing is left of %s"
    error = StockError(message % item)
    if not stock.get(item):
        raise error
    kind = KeyError if item is None else TypeError
    raise kind("cannot reserve")


class Cart:
    """A cart that offers ``check``, ``reraise``, and 2 more methods."""

    def _error(self, text):
        """Return the error.

        :param text: The text, passed to ``StockError``.
        :returns: A new ``StockError``.
        """
        return StockError(text)

    def check(self, total):
        """Check the total.

        :param total: The total to check.
        :raises self.backend.Rejected: If ``total`` is negative.
        """
        if total > self.limit:
            raise self._error("too much")
        if total < 0:
            raise self.backend.Rejected("negative total")

    def reraise(self, job):
        """Reraise the job.

        :param job: The job to reraise.
        """
        try:
            job()
        except:
            self.close()
            raise

    def convert(self, text):
        """Convert the text.

        :param text: The text to convert.
        :returns: The converted text.
        :rtype: int
        :raises TypeError: With the message "not a number: {text}".
        :raises ValueError: With the message "not a number: {text}".
        """
        try:
            return int(text)
        except (TypeError, ValueError) as error:
            raise type(error)(f"not a number: {text}")

    def timeout(self):
        """Run ``timeout``.

        :raises socket.timeout: If ``self.limit`` is true.
        :raises errors.Closed: If ``self.limit`` is false.
        """
        raise socket.timeout("no answer") if self.limit else errors.Closed()
