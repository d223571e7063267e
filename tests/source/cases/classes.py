"""Classes of other sorts: protocols, abstract ones, exceptions, plain ones."""

from abc import ABCMeta, abstractmethod
from typing import ClassVar, Final, Generic, Protocol, TypeVar, runtime_checkable
from unittest import TestCase

T_co = TypeVar("T_co", covariant=True)


@runtime_checkable
class Readable(Protocol[T_co]):
    name: str

    def read(self, size: int = -1, /) -> T_co: ...

    @property
    def closed(self) -> bool: ...


class Shape(metaclass=ABCMeta):
    sides: ClassVar[int] = 0

    @abstractmethod
    def area(self) -> float:
        """Return the area."""


class ShapeError(ValueError):
    def __init__(self, shape: Shape, *args: object, code: int = 1) -> None:
        super().__init__(shape, *args)
        self.shape = shape
        self.code = code


class NotDrawable(ShapeError):
    pass


class Server(Base["Handler"], Generic[T_co], mixins.Logged):
    """Something that answers."""

    backlog = 5
    timeout: float
    PORT: Final = 80
    handlers: "list[Handler]" = []
    __slots__ = ("a", "b")

    if sys.platform == "win32":
        newline = "\r\n"
    else:
        newline = "\n"

    def __init__(self, host, port=PORT, *, timeout: float = 1.0):
        if not host:
            raise ValueError("host must not be empty")
        self.host, self.port = host, port
        self.timeout = timeout  # in seconds
        self._socket = None
        self.peers: dict[str, "Peer"] = {}
        """Who is connected, by name."""
        #: How often it was started.
        self.starts = 0
        self.options.verbose = True

    def start(self):
        self._socket = connect(self.host)
        self.started_at: float = now()  # in seconds since the epoch
        self.log = Log(
            self.host,
        )

    @property
    def address(self):
        return self.host, self.port

    stop_now = start
    size = property(lambda self: 0)

    class Handler:
        def __call__(self):
            self.hidden = 1


class Cursor:
    def __new__(cls, connection, name=None):
        if connection.closed:
            raise RuntimeError("connection is closed")
        self = super().__new__(cls)
        self.name = name
        return self


class TestServer(TestCase):
    def setUp(self):
        self.server = Server("localhost")

    def test_starts(self):
        with self.assertRaises(ValueError):
            raise ValueError("expected")
