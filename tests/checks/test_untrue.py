"""What docstrings quote: names, defaults, constants, examples; which of it is found untrue."""

from __future__ import annotations

import pytest

from docstring_lsp.checks.run import check
from docstring_lsp.checks.selection import Selection
from docstring_lsp.source.visibility import Policy

UNTRUE = Selection(select=("DL3",))


def found(text: str) -> list[str]:
    """Return each finding as ``code pointed-at``."""
    return [f"{f.code} {f.span.of(text)}" for f in check(text, Policy(), selection=UNTRUE)]


def said(prose: str, signature: str = "a=5") -> str:
    return f'def f({signature}):\n    """F.\n\n    Args:\n        a: {prose}\n    """\n'


NAMES_NOOP = {
    "a name of the file": '"""See `max_retries`."""\nmax_retries = 3\n',
    "a key that is a string": '"""See `user_id`."""\nx = row["user_id"]\n',
    "an import": '"""See `np.no_such`."""\nimport numpy as np\n',
    "a name from an import in brackets": '"""See `get_it`."""\nfrom a import (\n    get_it,\n)\n',
    "a module of the standard library": '"""See `asyncio.no_such`."""\n',
    "a plain word": '"""See `ndarray`, `left`."""\n',
    "a file": '"""See `my/setup.py` and `setup.cfg` and `a.json`."""\n',
    "an example between two backticks": '"""Such as ``is_valid``."""\n',
    "a made-up name": '"""Such as `foo_set`."""\n',
    "a former name": '"""X.\n\n.. deprecated:: 1.2\n   Use this, not `old_name`.\n"""\n',
    "an inherited member": 'class A(B):\n    """See `A.gone`."""\n',
    "a member of a base in the file": (
        'class B:\n    """B."""\n    def m(self): ...\n\nclass A(B):\n    """See `A.m`."""\n'
    ),
    "a path into another package": '"""See :class:`sklearn.neighbors.KDTree`."""\n',
    "a member of what stands in for an import": (
        '"""See `pytest.ExitCode`."""\ntry:\n    import pytest\nexcept ImportError:\n'
        "    class pytest:\n        main = None\n"
    ),
    "a made-up class": '"""Told as `ClassName.test_name` or `MyClass`."""\n',
    "a letter with an index": '"""Weighted by `w_ij`, of `K_2`."""\n',
    "a name that a tuple in it gives": '"""Return `(H, is_same)`; `is_same` says it."""\n',
    "a name that a signature in it gives": '"""`on_pay` is asked as f(x, on_pay)."""\n',
    "a name that an entry in it gives": '"""X.\n\nArgs:\n    on_pay: It.\n\nSee `on_pay`."""\n',
    "a name that an example in it makes": '"""X `on_pay`.\n\n>>> on_pay = 3\n"""\n',
    "an abbreviated module": '"""See :class:`_orm.Cart`."""\nclass Cart: ...\n',
    "what every class has": 'class A:\n    """See `A.__name__` and `A.mro`."""\n',
}

NAMES = {
    "a name of code": ('"""See `max_retries`."""\n', ["DL300 max_retries"]),
    "camel case": ('"""See `UserCart`."""\n', ["DL300 UserCart"]),
    "a call": ('"""See `pay()`."""\n', ["DL300 pay"]),
    "a role": ('"""See :func:`~shop.pay`."""\n', ["DL300 shop.pay"]),
    "a role with a title": ('"""See :class:`the cart <shop.Cart>`."""\n', ["DL300 shop.Cart"]),
    "an abbreviated module that has none": (
        '"""See :class:`_orm.Cart`."""\n',
        ["DL300 _orm.Cart"],
    ),
    "a name that an example only uses": (
        '"""X `on_pay`.\n\n>>> on_pay.do(3)\n"""\n',
        ["DL300 on_pay"],
    ),
    "a member": (
        'class A:\n    """See `A.gone` and ``self.lost``."""\n',
        ["DL300 A.gone", "DL300 self.lost"],
    ),
    "only docstrings and comments say it": (
        '"""See `get_it`."""\n# get_it\ndef f():\n    """Not `get_it`."""\n',
        ["DL300 get_it", "DL300 get_it"],
    ),
}

VALUES_NOOP = {
    "the same": said("Defaults to 5."),
    "the same, spelled otherwise": said("By default ``'x'``.", 'a="x"'),
    "a default that is computed": said("Defaults to 5.", "a=None"),
    "a condition": said("Defaults to 4 if it rains."),
    "a number that goes on": said("Defaults to 4%."),
    "no literal": said("Defaults to the number of cores."),
    "a constant": "LIMIT = 5\n\n\n" + said("Defaults to 5.", "a=LIMIT"),
    "another one's default": said("Not the default 4, but more."),
    "a default that is no longer": said("It no longer defaults to 4."),
    "a default of one case": said('If it is true, "x", otherwise\n            defaults to "y".'),
    "a default of another version": said(
        "It.\n\n            .. versionchanged:: 1.6\n                The default is 4."
    ),
    "a default that only tells that none is given": said("Defaults to 4.", 'a="deprecated"'),
    "what is added, but is not the default": said("Use 'x', but the default is 'y'.", "a='z'"),
    "another one's default, in brackets": said("Given in `b` (which defaults to 4)."),
    "a number of a unit, told otherwise by the code": said("Defaults to 256 MiB.", 'a="auto"'),
    "a number of a unit, where the code may count another": said(
        "Defaults to 7 octaves (84 bins).", "a=84"
    ),
    "two spellings of one": said("Defaults to 'w' (or 'wt').", 'a="wt"'),
    "a constant assigned twice": '"""`LIMIT` (3)."""\nLIMIT = 3\nLIMIT = 5\n',
}

VALUES = {
    "another": (said("Defaults to 4."), ["DL301 4"]),
    "its own default, in brackets": (said("How `a` (which defaults to 4)."), ["DL301 4"]),
    "a number that counts nothing": (said("Defaults to 4 which is two."), ["DL301 4"]),
    "in brackets": (said("How much (default: `4`)."), ["DL301 4"]),
    "none at all": (said("Defaults to 4.", "a"), ["DL301 4"]),
    "true": (said("Default is True.", "a=False"), ["DL301 True"]),
    "a constant for the default": (
        "LIMIT = 5\n\n\n" + said("Defaults to 4.", "a=LIMIT"),
        ["DL301 4"],
    ),
    "a constant": ('"""`LIMIT` (3)."""\nLIMIT = 5  # a day\n', ["DL302 3"]),
    "a constant, assigned": ('"""``LIMIT = 3``."""\nLIMIT: int = 5\n', ["DL302 3"]),
}

EXAMPLES_NOOP = {
    "several lines": '"""X.\n\n>>> for a in b:\n...     c(a)\n>>> d\n1\n"""\n',
    "skipped": '"""X.\n\n>>> 1 +  # doctest: +SKIP\n"""\n',
    "one that shows the error": '"""X.\n\n>>> 1 +\nSyntaxError: no\n"""\n',
    "another shell's": '"""X.\n\n>>> %timeit f()\n"""\n',
    "an empty prompt": '"""X.\n\n>>>\n>>> 1\n"""\n',
}

EXAMPLES = {
    "unclosed": ('"""X.\n\n>>> f(1\n"""\n', ["DL303  f(1"]),
    "in a later line": (
        '"""X.\n\n    >>> for a in b:\n    ...   c d\n"""\n',
        ["DL303  for a in b:\n    ...   c d"],
    ),
}

NOOP = {**NAMES_NOOP, **VALUES_NOOP, **EXAMPLES_NOOP}
FINDINGS = {**NAMES, **VALUES, **EXAMPLES}


@pytest.mark.parametrize("text", NOOP.values(), ids=NOOP.keys())
def test_nothing_is_untrue(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "expected"), FINDINGS.values(), ids=FINDINGS.keys())
def test_what_is_untrue(text: str, expected: list[str]) -> None:
    assert found(text) == expected


NEAR = {
    "a word of the file": ('"""See `UserCrat`."""\nclass UserCart: ...\n', "UserCart"),
    "one that became private": (
        '"""See :class:`.JoinCart`."""\nclass _JoinCart: ...\n',
        "_JoinCart",
    ),
    "a member": ('class A:\n    """See `A.totals`."""\n    def total(self): ...\n', "A.total"),
    "an own member": ('class A:\n    """See ``self.totl``."""\n    total = 1\n', "self.total"),
    "nothing alike": ('"""See `pay_now`."""\npay_then = 1\n', ""),
}


@pytest.mark.parametrize(("text", "expected"), NEAR.values(), ids=NEAR.keys())
def test_what_may_be_meant(text: str, expected: str) -> None:
    (finding,) = check(text, Policy(), selection=UNTRUE)
    assert finding.instead == expected
    assert finding.message.endswith(f"did you mean `{expected}`?" if expected else "`pay_now`")


def test_another_file_may_know_a_name() -> None:
    (finding,) = check('"""See `shop.pay()`."""\n', Policy(), selection=UNTRUE)
    assert finding.unless == "shop"
