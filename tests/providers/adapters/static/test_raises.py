"""A raise becomes a sentence that is true of its guards and its message."""

from __future__ import annotations

from textwrap import indent

import pytest

from tests.providers.adapters.static.reading import draft


@pytest.mark.parametrize(
    ("signature", "body", "expected"),
    [
        (
            "timeout",
            'if timeout <= 0:\n    raise ValueError("timeout must be positive")',
            {"ValueError": "If `timeout` is not positive."},
        ),
        (
            "x, y",
            "if x is None:\n    raise ValueError\nif not isinstance(y, str):\n    raise ValueError",
            {"ValueError": "If `x` is None or if `y` is not a `str`."},
        ),
        (
            "x",
            "try:\n    return int(x)\nexcept TypeError as e:\n    raise ValueError from e",
            {"ValueError": "If a `TypeError` occurs."},
        ),
        (
            "x",
            "try:\n    return int(x)\nexcept TypeError:\n    raise",
            {"TypeError": "If it is caught here and raised again."},
        ),
        ("", "raise RuntimeError", {"RuntimeError": "Always."}),
        (
            "self",
            "raise NotImplementedError",
            {"NotImplementedError": "Always; it is not implemented."},
        ),
        (
            "path",
            "data = load(path)\nif data.odd(3):\n"
            '    raise OSError("cannot read the file: %s" % path)',
            {"OSError": "If it cannot read the file."},
        ),
        (
            "path",
            'found = load(path)\nif not found:\n    raise OSError(f"file not found: {path}")',
            {"OSError": "If file is not found."},
        ),
        (
            "names: list[str]",
            "if not names:\n    raise ValueError",
            {"ValueError": "If `names` is empty."},
        ),
        (
            "names",
            "for name in names:\n    if name is None:\n        raise ValueError",
            {"ValueError": "If `name` is None for a `name` in `names`."},
        ),
        (
            "x",
            "if x == 1:\n    return 1\nraise KeyError(x)",
            {"KeyError": "If `x` is not 1."},
        ),
        (
            "x",
            "match x:\n    case 1:\n        return 1\n    case _:\n        raise KeyError(x)",
            {"KeyError": "If no other case matches `x`."},
        ),
        (
            "a",
            "if a == 1:\n    raise E\nif a == 2:\n    raise E\nif a == 3:\n    raise E\n"
            "if a == 4:\n    raise E",
            {"E": "If `a` is 1, if `a` is 2, if `a` is 3, or in one further case."},
        ),
    ],
)
def test_a_raise_is_told(signature: str, body: str, expected: dict[str, str]) -> None:
    source = f"def f({signature}):\n{indent(body, '    ')}\n"
    assert dict(draft(source).raises) == expected


def test_an_abstract_method_says_who_must_act() -> None:
    source = """
        class Shape:
            def area(self):
                raise NotImplementedError
        """
    assert dict(draft(source).raises) == {
        "NotImplementedError": "Always; subclasses must override it."
    }


def test_a_warning_is_told_like_a_raise() -> None:
    source = """
        def f(n):
            if n > 10:
                warnings.warn("n is large", UserWarning)
        """
    assert dict(draft(source).warns) == {"UserWarning": "If `n` is greater than 10."}
