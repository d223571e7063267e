"""Parameters, returns, yields and attributes are told from name, type, default, value and use."""

from __future__ import annotations

import pytest

from tests.providers.adapters.static.reading import draft


@pytest.mark.parametrize(
    ("source", "name", "expected"),
    [
        ("def remove_user(user): ...", "user", "The user to remove."),
        ("def remove_users(users): ...", "users", "The users to remove."),
        ("def parse(text): ...", "text", "The text to parse."),
        ("def set(key, value): ...", "value", "The value to set."),
        ("def f(lines):\n    for x in lines: g(x)", "lines", "The lines to iterate over."),
        ("def f(callback): callback()", "callback", "The callback to call."),
        ("def f(node): return node.children", "node", "The node whose `children` is used."),
        ("def f(row): return row['a']", "row", "The row whose item `'a'` is used."),
        ("def f(mode): open('x', mode=mode)", "mode", "The mode, passed to `open`."),
        ("def f(user): greet(user)", "user", "The user, passed to `greet`."),
        ("def f(user): greet(who=user)", "user", "The user, passed to `greet` as `who`."),
        ("def f(n): return int(n)", "n", "The value to convert to an integer."),
        ("def f(count: int): ...", "count", "The count, an integer."),
        ("def f(node: Node): ...", "node", "A `Node`."),
        ("def f(names: list[str]): ...", "names", "The names, a list of strings."),
        ("def f(name: str | None): ...", "name", "The name, a string, or None."),
        ("def f(name=None): ...", "name", "The name, or None."),
        ("def f(count=3): ...", "count", "The count."),
        ("def f(dry_run=False): ...", "dry_run", "Whether to do a dry run."),
        ("def f(ignore_case: bool): ...", "ignore_case", "Whether to ignore the case."),
        ("def f(include_hidden=True): ...", "include_hidden", "Whether to include what is hidden."),
        ("def f(names_only=True): ...", "names_only", "Whether only the names are wanted."),
        ("def f(strict=True): ...", "strict", "Whether to be strict."),
        ("def f(header=True): ...", "header", "Whether `header` is set."),
        ("def f(ncols): ...", "ncols", "The number of columns."),
        ("def f(num_rows): ...", "num_rows", "The number of rows."),
        ("def f(timeout): ...", "timeout", "The time to wait at most."),
        ("def f(timeout: Timeout): ...", "timeout", "A `Timeout`."),
        ("def f(encoding='utf-8'): ...", "encoding", "The name of the text encoding."),
        ("def f(*args): ...", "args", "Additional positional arguments."),
        ("def f(**kwargs): ...", "kwargs", "Additional keyword arguments."),
        ("def f(*args): g(*args)", "args", "Positional arguments passed to `g`."),
        ("def f(*paths): ...", "paths", "The paths as positional arguments."),
        ("def f(\n    a,  # How far to go\n): ...", "a", "How far to go."),
        ("def f(x): ...", "x", "The value `x`."),
        (
            "class Point:\n    def __init__(self, x):\n        self.x = x",
            "x",
            "The `x` of the point.",
        ),
        (
            "class User:\n    def __init__(self, name): self.name = name",
            "name",
            "The name of the user.",
        ),
        (
            "class A:\n    def __exit__(self, t, v, tb): ...",
            "t",
            "The type of the exception that ended the block, or None.",
        ),
    ],
)
def test_a_parameter(source: str, name: str, expected: str) -> None:
    assert draft(source).parameters[name] == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("def f(): ...", ""),
        ("def f() -> None: ...", ""),
        ("def f() -> int: ...", "An integer."),
        ("def is_ready(job): return True", "Whether the job is ready."),
        ("def f(a, b) -> bool: return a == b", "Whether `a` equals `b`."),
        ("def get_name(x): return x.n", "The name."),
        ("def parse_header(text): return g(text)", "The parsed header."),
        ("def load(path): return g(path)", "The loaded path."),
        ("def make_user(): return User()", "A new `User`."),
        ("def mode(x):\n    if x: return 'r'\n    return 'w'", "`'r'` or `'w'`."),
        ("def version(): return 3", "Always `3`."),
        ("def find_user(n):\n    if n: return db[n]\n    return None", "The user, or None."),
        ("def send(x) -> dict[str, int]: ...", "A dictionary of strings to integers."),
        ("def url_open(url): return go(url)", "The result of opening the URL."),
        ("def main(): return 1 + x", "The result."),
        ("def run(job): return job.go()", "The result of running the job."),
        ("class A:\n    def f(self): return self", "The instance itself."),
        ("class A:\n    @classmethod\n    def f(cls) -> Self: ...", "The new instance."),
        ("class A:\n    def __len__(self): return 1", "The number of items."),
        ("class A:\n    def __enter__(self): return self", "The instance itself."),
    ],
)
def test_what_is_returned(source: str, expected: str) -> None:
    assert draft(source).returns == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("def iter_users():\n    yield 1", "The next user."),
        ("def walk() -> Iterator[Path]:\n    yield p", "A path."),
        ("@contextmanager\ndef locked():\n    yield", "Nothing; the `with` block runs meanwhile."),
        ("@contextmanager\ndef connection():\n    yield c", "The connection."),
        ("class A:\n    def f(self):\n        yield self", "The instance itself."),
    ],
)
def test_what_is_yielded(source: str, expected: str) -> None:
    assert draft(source).yields == expected


def test_what_is_received() -> None:
    assert draft("def f():\n    message = yield 1\n    g(message)").receives == "The message."
    assert draft("def f():\n    sent = yield 1\n    g(sent)").receives == "The value that is sent."


@pytest.mark.parametrize(
    ("body", "name", "expected"),
    [
        ("size = 3", "size", "The size, 3 by default."),
        ("size = 3  #: How many fit", "size", "How many fit."),
        (
            "def __init__(self):\n        self.items = []",
            "items",
            "The items, a list, empty at first.",
        ),
        ("def __init__(self):\n        self.cache = None", "cache", "The cache, None at first."),
        ("def __init__(self):\n        self.lock = Lock()", "lock", "A `Lock`."),
        ("def __init__(self, name):\n        self.name = name", "name", "The name of the store."),
        (
            "def __init__(self):\n        self.closed = False",
            "closed",
            "Whether the store is closed.",
        ),
        ("count: int", "count", "The count, an integer."),
    ],
)
def test_an_attribute(body: str, name: str, expected: str) -> None:
    assert draft(f"class Store:\n    {body}\n", "Store").attributes[name] == expected


def test_a_member_says_its_value() -> None:
    source = "class Color(Enum):\n    RED = 1\n    BLUE = auto()\n    CRIMSON = RED\n"
    told = draft(source).attributes
    assert dict(told) == {
        "RED": "The member with the value `1`.",
        "BLUE": "The member `BLUE`, with a value of its own.",
        "CRIMSON": "Another name for `RED`.",
    }
