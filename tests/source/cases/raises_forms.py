import json
import socket

from warehouse import errors


class StockError(Exception):
    @classmethod
    def for_item(cls, item):
        return cls(f"no {item} left")


def take(stock, item, count):
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
    message = "nothing is left of %s"
    error = StockError(message % item)
    if not stock.get(item):
        raise error
    kind = KeyError if item is None else TypeError
    raise kind("cannot reserve")


class Cart:
    def _error(self, text):
        return StockError(text)

    def check(self, total):
        if total > self.limit:
            raise self._error("too much")
        if total < 0:
            raise self.backend.Rejected("negative total")

    def reraise(self, job):
        try:
            job()
        except:
            self.close()
            raise

    def convert(self, text):
        try:
            return int(text)
        except (TypeError, ValueError) as error:
            raise type(error)(f"not a number: {text}")

    def timeout(self):
        raise socket.timeout("no answer") if self.limit else errors.Closed()
