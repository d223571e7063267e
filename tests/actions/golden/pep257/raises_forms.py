"""Raises forms: `Cart`, `take`, and 4 more."""

import json
import socket

from warehouse import errors


class StockError(Exception):
    """Raised for a stock error."""

    @classmethod
    def for_item(cls, item):
        """Return the result for the item.

        Takes `item` (the item). Returns the new instance.
        """
        return cls(f"no {item} left")


def take(stock, item, count):
    """Take the stock.

    Takes `stock` (the stock to take), `item` (the item) and `count` (the count). Raises
    `ValueError` if `item` is false or if `count` is negative. Raises
    `errors.UnknownItemError` if `item` is not in `stock`. Raises `StockError` if
    `stock[item]` is less than `count`.
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

    Takes `path` (the path to load). Returns the loaded path. Raises
    `errors.FormatError` if a `UnicodeDecodeError` or `json.JSONDecodeError` occurs.
    Raises `FileNotFoundError` if it is caught here and raised again. Raises `OSError`
    if it is caught here and raised again.
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

    Takes `host` (the host to connect to), `port` (the port, passed to
    `socket.getaddrinfo`) and `timeout` (the time to wait at most, or None; default
    None). Returns the result of connecting to the host. Raises `LookupError` with the
    message "no address for {host}". Raises `socket.timeout` in some cases.
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

    Takes `stock` (the stock to reserve) and `item` (the item, passed to `stock.get`).
    Raises `StockError` with the message "nothing is left of {item}". Raises `KeyError`
    if `item` is None. Raises `TypeError` if `item` is not None.
    """
    message = "nothing is left of %s"
    error = StockError(message % item)
    if not stock.get(item):
        raise error
    kind = KeyError if item is None else TypeError
    raise kind("cannot reserve")


class Cart:
    """A cart that offers `check`, `reraise`, and 2 more methods."""

    def _error(self, text):
        """Return the error.

        Takes `text` (the text, passed to `StockError`). Returns a new `StockError`.
        """
        return StockError(text)

    def check(self, total):
        """Check the total.

        Takes `total` (the total to check). Raises `self.backend.Rejected` if `total` is
        negative.
        """
        if total > self.limit:
            raise self._error("too much")
        if total < 0:
            raise self.backend.Rejected("negative total")

    def reraise(self, job):
        """Reraise the job.

        Takes `job` (the job to reraise).
        """
        try:
            job()
        except:
            self.close()
            raise

    def convert(self, text):
        """Convert the text.

        Takes `text` (the text to convert). Returns the converted text. Raises
        `TypeError` with the message "not a number: {text}". Raises `ValueError` with
        the message "not a number: {text}".
        """
        try:
            return int(text)
        except (TypeError, ValueError) as error:
            raise type(error)(f"not a number: {text}")

    def timeout(self):
        """Run `timeout`.

        Raises `socket.timeout` if `self.limit` is true. Raises `errors.Closed` if
        `self.limit` is false.
        """
        raise socket.timeout("no answer") if self.limit else errors.Closed()
