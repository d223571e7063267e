"""Summaries read as a person would write them, from what the code says."""

from __future__ import annotations

import pytest

from tests.providers.adapters.static.reading import draft


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("def parse_http_header(text): return {}", "Parse the HTTP header."),
        ("def parseHttpHeader(text): return {}", "Parse the HTTP header."),
        ("def is_valid(path): return True", "Return whether the path is valid."),
        ("def is_directory(path) -> bool: ...", "Return whether the path is a directory."),
        ("def has_children(node): return True", "Return whether the node has children."),
        ("def can_read(user): return True", "Return whether the user can read."),
        ("def should_skip_file(path): return True", "Return whether to skip the file."),
        ("def user_exists(name): return True", "Return whether the user exists."),
        ("def supports_color(stream): return True", "Return whether the stream supports a color."),
        ("def get_user_by_id(id): return db[id]", "Return the user by ID."),
        ("def get_all_users(): return []", "Return all users."),
        ("def user_count(users): return len(users)", "Return the user count."),
        ("def dict_to_list(d): return list(d)", "Convert a dictionary to a list."),
        ("def str2bool(text): return text == 'y'", "Convert a string to a boolean."),
        ("def create_session(): return Session()", "Create a session."),
        ("def clean_up_files(): ...", "Clean up the files."),
        ("def load_from_file(path): return 1", "Load from a file."),
        ("def iter_lines(f):\n    for l in f: yield l", "Iterate over the lines."),
        ("def get_lines(f):\n    for l in f: yield l", "Yield the lines."),
        ("def lines(f):\n    for l in f: yield l", "Yield the lines."),
        ("def on_close(event): stop()", "Handle the close."),
        ("def main(): run()", "Run the program."),
        ("def frobnicate(): a(); b()", "Run `frobnicate`."),
        ("def url_open(url): return 1", "Open the URL."),
        ("def header_encode(text): return 1", "Encode the header."),
        ("def maybe_resume_job(): ...", "Resume the job if needed."),
        ("def send(message): post(message)", "Send the message."),
        ("def encode_compressed(data): return 1", "Encode the compressed data."),
        ("def get(name): return d[name]", "Return the value for the name."),
        ("def process_id(): return 1", "Return the process ID."),
        ("def process_data(data): return 1", "Process the data."),
        ("def readable(stream) -> bool: return True", "Return whether the stream is readable."),
        ("def keyword(token) -> bool: return True", "Return whether the token is a keyword."),
        ("def field_is_complex(field): return True", "Return whether the field is complex."),
        ("def is_empty(lines): return True", "Return whether the lines are empty."),
        ("def has_tabs(lines): return True", "Return whether the lines have tabs."),
        ("def views_count(page): return 3", "Return the views count."),
        ("def test_parse_header(): ...", "Test parsing the header."),
        ("def test_raises_on_empty_input(): ...", "Check that it raises on empty input."),
        ("def test_order_is_kept_on_copy(): ...", "Test that order is kept on copy."),
        ("async def fetch_page(url): return 1", "Fetch the page."),
        ("def _private_helper(): return 1", "Return the private helper."),
        (
            "@contextmanager\ndef change_directory(path):\n    yield",
            "Change the directory for the duration of a `with` block.",
        ),
        (
            "@contextmanager\ndef connection():\n    yield 1",
            "Provide the connection for the duration of a `with` block.",
        ),
        ("@pytest.fixture\ndef client():\n    return 1", "Provide the client."),
        ("def __(): ...", "Run `__`."),
    ],
)
def test_of_a_function(source: str, expected: str) -> None:
    assert draft(source).summary == expected


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        ("def close(self): self.f.close()", "Close the file reader."),
        ("def is_open(self): return True", "Return whether the file reader is open."),
        ("def to_json(self): return ''", "Convert the file reader to JSON."),
        ("def as_dict(self): return {}", "Return the file reader as a dictionary."),
        (
            "@classmethod\n    def from_dict(cls, data): return cls()",
            "Create a `FileReader` from a dictionary.",
        ),
        ("def read(self): return self.f.read()", "Read for the file reader."),
        ("def mark_closed(self): self.c = 1", "Mark the file reader as closed."),
        ("def ensure_running(self): ...", "Ensure that the file reader is running."),
        (
            "def add(self, number, parcel):\n        self.d[number] = parcel",
            "Add a parcel.",
        ),
        ("def find(self, number) -> Parcel: ...", "Find the parcel for the number."),
        (
            "@contextmanager\n    def locked(self):\n        yield",
            "Keep the file reader locked for the duration of a `with` block.",
        ),
        ("def __frob__(self): ...", "Implement `__frob__`."),
        ("def add(self, item): self.items.append(item)", "Add an item."),
        ("def set(self, key, value): self.d[key] = value", "Set the value."),
        ("def visit_Name(self, node): return node", "Visit a `Name` node."),
        ("def __init__(self): ...", "Initialize the instance."),
        ("def __eq__(self, other): ...", "Return whether the instance equals another object."),
        ("def __aiter__(self): return self", "Return an asynchronous iterator over the items."),
        ("def __radd__(self, other): ...", "Return the sum of another value and the instance."),
        ("def __class_getitem__(cls, item): ...", "Return the class parametrized with types."),
        ("@property\n    def name(self): return self._name", "The name of the file reader."),
        ("@property\n    def is_ready(self): return True", "Whether the file reader is ready."),
        ("@property\n    def enabled(self) -> bool: ...", "Whether the file reader is enabled."),
        ("@name.setter\n    def name(self, value): ...", "Set the name."),
        ("@name.deleter\n    def name(self): ...", "Delete the name."),
        (
            "@cached_property\n    def size(self): return 1",
            "Return the size of the file reader.",
        ),
        (
            "@functools.cached_property\n    def size(self): return 1",
            "The size of the file reader.",
        ),
    ],
)
def test_of_a_method(method: str, expected: str) -> None:
    assert draft(f"class FileReader:\n    {method}\n").summary == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("class TimeoutExceededError(Exception): ...", "Raised when a timeout is exceeded."),
        ("class InvalidTokenError(Exception): ...", "Raised for an invalid token."),
        ("class KeyNotFoundError(KeyError): ...", "Raised when a key is not found."),
        ("class ConfigError(Exception): ...", "Raised for a configuration error."),
        ("class SlowWarning(UserWarning): ...", "The category of slow warnings."),
        ("class Color(Enum):\n    RED = 1\n    BLUE = 2", "A color: `RED` or `BLUE`."),
        (
            "@dataclass\nclass Point:\n    x: int\n    y: int = 0",
            "A point with `x` and `y`.",
        ),
        (
            "class Movie(TypedDict):\n    title: str\n    year: int",
            "A movie as a dictionary with `title` and `year`.",
        ),
        (
            "class Closeable(Protocol):\n    def close(self): ...",
            "The protocol of objects that have `close`.",
        ),
        (
            "class AbstractReader(ABC):\n    @abstractmethod\n    def read(self): ...",
            "The abstract base class of readers.",
        ),
        ("class HTTPServer(TCPServer): ...", "An HTTP server based on `TCPServer`."),
        ("class TestFileReader:\n    def test_x(self): ...", "Tests of the file reader."),
        ("class LogMixin:\n    def log(self): ...", "A mixin that adds `log`."),
        ("class Node: ...", "A node."),
    ],
)
def test_of_a_class(source: str, expected: str) -> None:
    name = source.split("class ")[1].split("(")[0].split(":")[0]
    assert draft(source, name).summary == expected


@pytest.mark.parametrize(
    ("module", "source", "expected"),
    [
        ("pkg.parser", "class A: ...\ndef f(): ...", "Parser: the class `A` and the function `f`."),
        ("pkg.test_parser", "def test_a(): ...", "Tests of the parser."),
        ("pkg.cp1250", "def f(): ...", "The function `f`."),
        (
            "pkg.parcels",
            "class FullError(Exception): ...\nclass Parcel: ...\nclass Depot: ...\n"
            "class Van: ...\nclass Bike: ...",
            "Parcels: `Parcel`, `Depot`, and 3 more.",
        ),
        ("pkg.empty", "", "The module `empty`."),
        (
            "pkg.conftest",
            "def client(): ...",
            "Fixtures and hooks for the tests beside and below.",
        ),
        ("pkg.__main__", "main()", "Run the package as a program."),
    ],
)
def test_of_a_module(module: str, source: str, expected: str) -> None:
    assert draft(source, "<module>", module).summary == expected
