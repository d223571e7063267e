"""What a strict reader objected to in the docstrings written for eight projects, a row a cause."""

from __future__ import annotations

from textwrap import indent

import pytest

from tests.providers.adapters.static.reading import draft


@pytest.mark.parametrize(
    ("source", "summary"),
    [
        ("def instance_of(type): return _Validator(type)", "Return the result of `instance_of`."),
        ("def int_validator(v): return int(v)", "Return the result of `int_validator`."),
        ("def setter(name): return _set", "Return the setter."),
        ("def request(method, url): return send(method, url)", "Request the URL."),
        ("def seek(offset): return f.seek(offset)", "Seek to the offset."),
        ("def add_nodes_from(nodes): ...", "Add nodes."),
        ("def get_matches(tokens): return found(tokens)", "Return the matches."),
        ("def fmt_name(name): return name.title()", "Format the name."),
        ("def indent(renderable): return Padding(renderable)", "Indent the renderable."),
        ("def forbidden():\n    raise NotImplementedError('No.')", "Raise `NotImplementedError`."),
        ("def determine_whether_to_run(): return 1", "Determine whether to run."),
        ("def is_planar(G) -> bool: return ok(G)", "Return whether `G` is planar."),
        ("def is_pair(x) -> cython.bint: return 1", "Return the result of `is_pair`."),
        ("class Loader:\n    def load(self, name): return 1", "Load by name."),
        ("class AfterValidator:\n    def run(self): ...", "Run the instance."),
        ("class SettableProperty:\n    def close(self): ...", "Close the settable property."),
        ("class Proxy:\n    def recv(self, size): return b''", "Receive from the proxy."),
    ],
)
def test_a_summary(source: str, summary: str) -> None:
    assert draft(source).summary == summary


@pytest.mark.parametrize(
    ("source", "summary"),
    [
        ("class AfterValidator: ...", "The class `AfterValidator`."),
        ("class BasicAuthAuthenticationPolicy: ...", "A basic auth authentication policy."),
        ("class NoneIsAllowedError(Exception): ...", "Raised when None is allowed."),
        ("class Empty(Exception): ...", "Raised when something is empty."),
        ("class ProxyFailure(Exception): ...", "Raised for a proxy failure."),
        (
            "class NoValidConnectionsError(socket.error): ...",
            "Raised when there are no valid connections.",
        ),
    ],
)
def test_a_class(source: str, summary: str) -> None:
    assert draft(source).summary == summary


@pytest.mark.parametrize(
    ("source", "name", "said"),
    [
        ("class A:\n    def __call__(self, request): ...", "request", "The request."),
        ("class AError(Exception):\n    def __init__(self, errors): self.errors = errors",
         "errors", "The errors."),
        ("def request(method, url): ...", "url", "The URL to request."),
        ("def post(url, json): send(url, json)", "json", "The JSON, passed to `send`."),
        ("class S:\n    def setblocking(self, blocking): self.s.x(blocking)", "blocking",
         "Whether it is blocking."),
        ("class S:\n    def set_piped(self, piped=True): self.p = piped", "piped",
         "Whether it is piped."),
        ("def change(path, mode):\n    attr = A()\n    attr.mode = mode", "mode", "The mode."),
        ("def change(attr, mode):\n    attr.mode = mode", "mode", "The mode, kept as `attr.mode`."),
        ("class Timeout:\n    def __init__(self, timeout): self.timeout = timeout", "timeout",
         "The time to wait at most."),
        ("class MaxLength:\n    def __init__(self, length): self.length = length", "length",
         "The length."),
        ("def f(adapter: HTTPAdapter): ...", "adapter", "The adapter, an `HTTPAdapter`."),
        ("def f(*other: Any): ...", "other", "The others as positional arguments."),
        ("def f(auto_decompress=True): ...", "auto_decompress",
         "Whether to decompress automatically."),
        ("def f(pair):\n    left, right = pair\n    return left", "pair", "The pair."),
        ("def f(bit_no): ...", "bit_no", "The bit number."),
        ("def f(nodes_for_adding): ...", "nodes_for_adding", "The nodes for adding."),
        ("def f(**attr): ...", "attr", "The attributes as keyword arguments."),
        ("def f(to_schemas): ...", "to_schemas", "The value of `to_schemas`."),
        ("def f(names_to_schemas): ...", "names_to_schemas", "The names to schemas."),
    ],
)  # fmt: skip
def test_a_parameter(source: str, name: str, said: str) -> None:
    assert draft(source).parameters[name] == said


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("async def aiter_lines(self):\n    yield 1", "The next line."),
        ("def deque_validator(v) -> Deque: return deque(v)", "A `Deque`."),
        ("def instance_of(type): return _Validator(type)", "What `_Validator` returns."),
        ("def omega(graph): return float(graph.ratio)", "A float."),
        ("def handler(request): return request", "The request."),
    ],
)
def test_a_result(source: str, said: str) -> None:
    found = draft(source)
    assert (found.returns or found.yields) == said


@pytest.mark.parametrize(
    ("parameters", "body", "said"),
    [
        (
            "u, d",
            "if u not in d:\n    if u is None: raise E",
            {"E": "If `u` is not in `d` and is None."},
        ),
        (
            "x",
            "try: a(x)\nexcept KeyError: raise E\ntry: b(x)\nexcept OSError: raise E",
            {"E": "If a `KeyError` or an `OSError` occurs."},
        ),
        (
            "x",
            f"try: a(x)\nexcept TypeError: raise TypeError({'expected a number ' * 5!r})",
            {"TypeError": "If a `TypeError` occurs."},
        ),
        (
            "graph",
            "if g := a(graph):\n    raise E('Directed Graph not supported')",
            {"E": 'With the message "Directed Graph not supported".'},
        ),
        (
            "graph",
            "if g := a(graph):\n    raise E('No loops allowed')",
            {"E": 'With the message "No loops allowed".'},
        ),
        (
            "header",
            "if h := a(header):\n    raise E('Invalid leading whitespace')",
            {"E": "If there is invalid leading whitespace."},
        ),
        (
            "x, y",
            "if a(y):\n    raise E('no luck')\nif x is None: raise E",
            {"E": 'If `x` is None or with the message "no luck".'},
        ),
    ],
)
def test_what_is_raised(parameters: str, body: str, said: dict[str, str]) -> None:
    assert draft(f"def f({parameters}):\n{indent(body, '    ')}").raises == said


def test_what_is_forbidden_is_not_for_others_to_write() -> None:
    source = """
        class Planar:
            def add_edge(self):
                raise NotImplementedError("Use add_half_edge in its place.")
        """
    assert dict(draft(source).raises) == {"NotImplementedError": "Always."}
