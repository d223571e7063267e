"""Classes: `Readable`, `Shape`, and 5 more."""

from abc import ABCMeta, abstractmethod
from typing import ClassVar, Final, Generic, Protocol, TypeVar, runtime_checkable
from unittest import TestCase

T_co = TypeVar("T_co", covariant=True)


@runtime_checkable
class Readable(Protocol[T_co]):
    """The protocol of objects that have `read` and `closed`.

    Attributes:
        name (str): The name, a string.
    """

    name: str

    def read(self, size: int = -1, /) -> T_co:
        """Read the instance.

        Args:
            size (int, optional): The size, an integer. Defaults to -1.

        Returns:
            T_co: A `T_co`.
        """
        ...

    @property
    def closed(self) -> bool:
        """Whether the instance is closed."""
        ...


class Shape(metaclass=ABCMeta):
    """The abstract base class of shapes.

    Attributes:
        sides (int): The sides, an integer.
    """

    sides: ClassVar[int] = 0

    @abstractmethod
    def area(self) -> float:
        """Return the area.

        Returns:
            float: The area.
        """


class ShapeError(ValueError):
    """Raised for a shape error.

    Args:
        shape (Shape): A `Shape`.
        *args (object): Additional positional arguments.
        code (int, optional): The code, an integer. Defaults to 1.
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

    Args:
        host: The host of the server.
        port: The port of the server. Defaults to PORT.
        timeout (float, optional): The time to wait at most. Defaults to 1.0.

    Attributes:
        backlog (int): The backlog, 5 by default.
        timeout (float): In seconds.
        PORT (Final): The port, 80 by default.
        handlers (list[Handler]): The handlers, a list of `Handler` instances.
        newline (str): The newline of the server.
        size: The size of the server.

    Raises:
        ValueError: If `host` is false.
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

    Args:
        connection: The connection whose `closed` is used.
        name: The name of the cursor, or None. Defaults to None.

    Raises:
        RuntimeError: If `connection.closed` is true.
    """

    def __new__(cls, connection, name=None):
        """Create a new instance.

        Args:
            connection: The connection whose `closed` is used.
            name: The name of the cursor, or None. Defaults to None.

        Returns:
            The instance itself.

        Raises:
            RuntimeError: If `connection.closed` is true.
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
