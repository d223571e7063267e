"""Where a docstring's parameters differ from the code's, and where they only look as if."""

from __future__ import annotations

import pytest

from docstring_lsp.actions.conventions import style
from docstring_lsp.docstring.drift import parameter_drift
from docstring_lsp.docstring.types import same_type
from docstring_lsp.source.extract import extract
from docstring_lsp.source.facts import FunctionFacts
from docstring_lsp.source.scan import scan

GOOGLE = {
    "nothing is told of any": ("a, b", "", []),
    "all is told": ("a, b=1", "a: One.\n    b: Two.", []),
    "one is not told": ("a, b", "a: One.", ["undocumented b: b"]),
    "stars are not told": ("a, *b, **c", "a: One.", ["undocumented b: *b"]),
    "one is gone": ("a", "a: One.\n    b: Two.", ["gone b: b"]),
    "keywords are told by name": ("a, **kwargs", "a: One.\n    timeout: Two.", []),
    "one has another name": ("a, new", "a: One.\n    old: Two.", ["renamed new: old -> new"]),
    "one has another name and place": (
        "new, a",
        "a: One.\n    old: Two.",
        ["gone old: old", "undocumented new: new"],
    ),
    "entries of two sections": ("a, b", "b: 1.\n\nKeyword Args:\n    a: 2.", []),
    "stars are told by their own names": ("*a, **b", "first: One.", []),
    "one has no default any more": (
        "a, b, *c",
        "a (int, optional): One.\n    b (optional): Two.\n    c (int, optional): Three.",
        ["default a: , optional", "default b:  (optional)"],
    ),
    "what may be left out is optional": ("a: int = 1", "a (Optional[int]): One.", []),
    "what stars gather": ("*a: int", "*a (Sequence[str]): One.", []),
    "names spelled out, among others": (
        "function, size, *, axes=1, **kwargs",
        "func: One.\n    size: Two.\n    axis: Three.",
        ["renamed function: func -> function", "undocumented axes: axes"],
    ),
    "a name that is another one's beginning": (
        "data_format, new",
        "data: One.",
        ["gone data: data", "undocumented data_format: data_format", "undocumented new: new"],
    ),
    "a plural, of another type": (
        "names: list[int], new",
        "name (str): One.",
        ["gone name: name", "undocumented names: names", "undocumented new: new"],
    ),
    "an entry without its colon": ("a, b", "a: One.\n    b The second.", []),
    "a line that only speaks of one": (
        "a, b",
        "a: One.\n        b is none.",
        ["undocumented b: b"],
    ),
    "a private one is not told": ("a, _b=1", "a: One.", []),
    "a private one has another name": (
        "a, _new",
        "a: One.\n    _old: Two.",
        ["renamed _new: _old -> _new"],
    ),
    "one has another name and default": (
        "a, copy=True",
        "a: One.\n    inplace (bool, default=False): Two.",
        ["gone inplace: inplace", "undocumented copy: copy"],
    ),
    "another order": ("a, b, c", "a: 1.\n    c: 3.\n    b: 2.", ["order b: a, c, b -> a, b, c"]),
    "entries for several": ("a, b, c", "a, c: Two.\n    b: One.", []),
    "stars may be left out": ("*a, **b", "a: One.\n    b: Two.", []),
    "stars may be escaped": ("*a, **b", "\\*a: One.\n    \\**b: Two.", []),
    "the wrong stars": ("*a", "**a: One.", ["star a: **a -> *a"]),
    "another type": ("a: int", "a (str): One.", ["type a: str -> int"]),
    "no annotation": ("a", "a (str): One.", []),
    "another default": ("a=1", "a (int, default=2): One.", ["default a: 2 -> 1"]),
    "the same default": ("a=1e-5", "a (float, default=0.00001): One.", []),
    "a default that stands for another": ("a=None", "a (int, default=2): One.", []),
    "a default in words": ("a=1", "a (int, default=the first): One.", []),
}


@pytest.mark.parametrize("case", GOOGLE.values(), ids=GOOGLE.keys())
def test_what_differs(case: tuple[str, str, list[str]]) -> None:
    signature, entries, expected = case
    text = f"def f({signature}): pass\n"
    facts = extract(text, scan(text)[1])
    assert isinstance(facts, FunctionFacts)
    section = f"\n\nArgs:\n    {entries}\n" if entries else "\n"
    tree = style("google").parse("Do." + section)
    found = parameter_drift(tree, facts.parameters)
    told = [
        f"{d.kind} {d.name}: {' -> '.join(filter(None, (d.written, d.expected)))}" for d in found
    ]
    assert told == expected
    for drift in found:
        if drift.span is not None and drift.kind not in ("order", "default"):
            assert drift.span.of(tree.text) == drift.written


SAME = [
    ("int", "int"),
    ("Optional[int]", "int | None"),
    ("int or None", "int | None"),
    ("int", "int | None"),
    ("Union[int, str]", "str | int"),
    ("List[str]", "list[str]"),
    ("list", "list[str]"),
    ("np.ndarray", "numpy.ndarray"),
    (":class:`Path`", "pathlib.Path"),
    ("`Path`", "Path"),
    ("dict[str, int]", "dict[str,int]"),
    ("Literal['a']", 'Literal["a"]'),
    ("string", "str"),
    ("Foo", '"Foo"'),
    ("callable", "Callable[[int], str]"),
    ("Sequence", "PythonVersion | None"),
    ("Literal[1, 2]", "Version"),
    ("Number", "float"),
    ("array-like of shape (n,)", "Array"),
    ("list of int", "list[int]"),
    ("{'a', 'b'}", "Literal['a', 'b']"),
]
OTHER = [
    ("int", "str"),
    ("int | str", "int"),
    ("list[int]", "list[str]"),
    ("Optional[int]", "int"),
    ("Path", "str"),
    ("str", "int | None"),
    ("Sequence", "int | None"),
    ("Mapping", "dict[str, int]"),
]


@pytest.mark.parametrize(("written", "annotation"), SAME)
def test_types_that_agree(written: str, annotation: str) -> None:
    assert same_type(written, annotation)


@pytest.mark.parametrize(("written", "annotation"), OTHER)
def test_types_that_do_not(written: str, annotation: str) -> None:
    assert not same_type(written, annotation)
