"""Raises forms: C{Cart}, C{take}, and 4 more."""

import json
import socket

from warehouse import errors


class StockError(Exception):
    """Raised for a stock error."""

    @classmethod
    def for_item(cls, item):
        """Return the result for the item.

        @param item: The item.
        @return: The new instance.
        """
        return cls(f"no {item} left")


def take(stock, item, count):
    """Take the stock.

    @param stock: The stock to take.
    @param item: The item.
    @param count: The count.
    @raise ValueError: If C{item} is false or if C{count} is negative.
    @raise errors.UnknownItemError: If C{item} is not in C{stock}.
    @raise StockError: If C{stock[item]} is less than C{count}.
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

    @param path: The path to load.
    @return: The loaded path.
    @raise errors.FormatError: If a C{UnicodeDecodeError} or C{json.JSONDecodeError}
        occurs.
    @raise FileNotFoundError: If it is caught here and raised again.
    @raise OSError: If it is caught here and raised again.
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

    @param host: The host to connect to.
    @param port: The port, passed to C{socket.getaddrinfo}.
    @param timeout: The time to wait at most, or None. Defaults to C{None}.
    @return: The result of connecting to the host.
    @raise LookupError: With the message "no address for {host}".
    @raise socket.timeout: In some cases.
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

    @param stock: The stock to reserve.
    @param item: The item, passed to C{stock.get}.
    @raise StockError: With the message "nothing is left of {item}".
    @raise KeyError: If C{item} is None.
    @raise TypeError: If C{item} is not None.
    """
    message = "nothing is left of %s"
    error = StockError(message % item)
    if not stock.get(item):
        raise error
    kind = KeyError if item is None else TypeError
    raise kind("cannot reserve")


class Cart:
    """A cart that offers C{check}, C{reraise}, and 2 more methods."""

    def _error(self, text):
        """Return the error.

        @param text: The text, passed to C{StockError}.
        @return: A new C{StockError}.
        """
        return StockError(text)

    def check(self, total):
        """Check the total.

        @param total: The total to check.
        @raise self.backend.Rejected: If C{total} is negative.
        """
        if total > self.limit:
            raise self._error("too much")
        if total < 0:
            raise self.backend.Rejected("negative total")

    def reraise(self, job):
        """Reraise the job.

        @param job: The job to reraise.
        """
        try:
            job()
        except:
            self.close()
            raise

    def convert(self, text):
        """Convert the text.

        @param text: The text to convert.
        @return: The converted text.
        @rtype: int
        @raise TypeError: With the message "not a number: {text}".
        @raise ValueError: With the message "not a number: {text}".
        """
        try:
            return int(text)
        except (TypeError, ValueError) as error:
            raise type(error)(f"not a number: {text}")

    def timeout(self):
        """Run C{timeout}.

        @raise socket.timeout: If C{self.limit} is true.
        @raise errors.Closed: If C{self.limit} is false.
        """
        raise socket.timeout("no answer") if self.limit else errors.Closed()
