"""Classes: `Readable`, `Shape`, and 5 more."""

from abc import ABCMeta, abstractmethod
from typing import ClassVar, Final, Generic, Protocol, TypeVar, runtime_checkable
from unittest import TestCase

T_co = TypeVar("T_co", covariant=True)


@runtime_checkable
class Readable(Protocol[T_co]):
    """The protocol of objects that have `read` and `closed`.

    Has `name` (the name, a string).
    """

    name: str

    def read(self, size: int = -1, /) -> T_co:
        """Read the instance.

        Takes `size` (the size, an integer; default -1). Returns a `T_co`.
        """
        ...

    @property
    def closed(self) -> bool:
        """Whether the instance is closed."""
        ...


class Shape(metaclass=ABCMeta):
    """The abstract base class of shapes.

    Has `sides` (the sides, an integer).
    """

    sides: ClassVar[int] = 0

    @abstractmethod
    def area(self) -> float:
        """Return the area."""


class ShapeError(ValueError):
    """Raised for a shape error.

    Takes `shape` (a `Shape`), `*args` (additional positional arguments) and `code` (the
    code, an integer; default 1).
    """

    def __init__(self, shape: Shape, *args: object, code: int = 1) -> None:
        super().__init__(shape, *args)
        self.shape = shape
        self.code = code


class NotDrawable(ShapeError):
    """Raised when something is not drawable."""

    pass


class Server(Base["Handler"], Generic[T_co], mixins.Logged):
    """A server based on `Base["Handler"]` and `mixins.Logged`.

    Takes `host` (the host of the server), `port` (the port of the server; default PORT)
    and `timeout` (the time to wait at most; default 1.0). Has `backlog` (the backlog, 5
    by default), `timeout` (in seconds), `PORT` (the port, 80 by default), `handlers`
    (the handlers, a list of `Handler` instances), `newline` (the newline of the server)
    and `size` (the size of the server). Raises `ValueError` if `host` is false.
    """

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
        """Start the server."""
        self._socket = connect(self.host)
        self.started_at: float = now()  # in seconds since the epoch
        self.log = Log(
            self.host,
        )

    @property
    def address(self):
        """The address of the server."""
        return self.host, self.port

    stop_now = start
    size = property(lambda self: 0)

    class Handler:
        """A handler."""

        def __call__(self):
            """Call the instance."""
            self.hidden = 1


class Cursor:
    """A cursor made from `connection`.

    Takes `connection` (the connection whose `closed` is used) and `name` (the name of
    the cursor, or None; default None). Raises `RuntimeError` if `connection.closed` is
    true.
    """

    def __new__(cls, connection, name=None):
        """Create a new instance.

        Takes `connection` (the connection whose `closed` is used) and `name` (the name
        of the cursor, or None; default None). Returns the instance itself. Raises
        `RuntimeError` if `connection.closed` is true.
        """
        if connection.closed:
            raise RuntimeError("connection is closed")
        self = super().__new__(cls)
        self.name = name
        return self


class TestServer(TestCase):
    """Tests of the server."""

    def setUp(self):
        """Set up each test."""
        self.server = Server("localhost")

    def test_starts(self):
        """Test starts."""
        with self.assertRaises(ValueError):
            raise ValueError("expected")
