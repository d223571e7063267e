"""Which findings a comment takes back, and which comments do so in vain."""

from __future__ import annotations

import pytest

from docstring_lsp.checks import suppression
from docstring_lsp.checks.run import check
from docstring_lsp.checks.selection import Selection
from docstring_lsp.source.edit import apply
from docstring_lsp.source.visibility import Policy

ASKED = Selection(ignore=("DL4",))


def found(text: str, selection: Selection | None = None) -> list[str]:
    """Return each finding as ``code pointed-at``."""
    findings = check(text, Policy(), selection=selection or ASKED)
    return [f"{f.code} {f.span.of(text)}" for f in findings]


TAKEN_BACK = {
    "by its code": "def f(): ...  # noqa: DL103\n",
    "by all": "def f(): ...  # noqa\n",
    "in capitals": "def f(): ...  # NOQA:dl103\n",
    "among others": "def f(): ...  # noqa: E501, DL103\n",
    "behind a reason": "def f(): ...  # for a reason  # noqa: DL103\n",
    "by a comment of ours": "def f(): ...  # docstring-lsp: ignore[DL103]\n",
    "by one of ours for all": "def f(): ...  # docstring-lsp: ignore\n",
    "with a reason behind": "def f(): ...  # docstring-lsp: ignore[DL103] (for a reason)\n",
    "on a line of the header": "def f(\n    a,  # noqa: DL103\n): ...\n",
    "on a decorator": "@g  # noqa: DL103\ndef f(): ...\n",
}

STANDING = {
    "another code": ("def f(): ...  # noqa: DL104\n", ["DL103 f", "DL900 DL104"]),
    "another tool's code": ("def f(): ...  # noqa: D103\n", ["DL103 f"]),
    "another line": (
        "def f():\n    pass\nx = 1  # noqa: DL103\n",
        ["DL103 f", "DL900 DL103"],
    ),
    "a string": ('def f(a="# noqa: DL103"): ...\n', ["DL103 f"]),
    "the inner definition": (
        'class A:\n    """A."""\n\n    def f(self): ...  # noqa: DL102\n',
        ["DL104 f", "DL900 DL102"],
    ),
}

VAIN = {
    "one code": (
        'def f():  # noqa: DL103\n    """F."""\n',
        ["DL900 DL103"],
        'def f():\n    """F."""\n',
    ),
    "one of two": (
        "def f(): ...  # noqa: DL102, DL103\n",
        ["DL900 DL102"],
        "def f(): ...  # noqa: DL103\n",
    ),
    "ours for all": (
        'def f():  # docstring-lsp: ignore\n    """F."""\n',
        ["DL900 # docstring-lsp: ignore"],
        'def f():\n    """F."""\n',
    ),
    "a rule that there is not, of ours": (
        "def f(): ...  # docstring-lsp: ignore[DL103, DL999]\n",
        ["DL900 DL999"],
        "def f(): ...  # docstring-lsp: ignore[DL103]\n",
    ),
    "with another comment behind": (
        'def f():  # noqa: DL103  # type: ignore\n    """F."""\n',
        ["DL900 DL103"],
        'def f():  # type: ignore\n    """F."""\n',
    ),
    "with a reason behind": (
        'def f():  # docstring-lsp: ignore[DL103] (why)\n    """F."""\n',
        ["DL900 DL103"],
        'def f():  # (why)\n    """F."""\n',
    ),
}


@pytest.mark.parametrize("text", TAKEN_BACK.values(), ids=TAKEN_BACK.keys())
def test_what_is_taken_back(text: str) -> None:
    assert found('"""M."""\n' + text) == []


@pytest.mark.parametrize(("text", "expected"), STANDING.values(), ids=STANDING.keys())
def test_what_stands(text: str, expected: list[str]) -> None:
    assert found('"""M."""\n' + text) == expected


@pytest.mark.parametrize(("text", "expected", "mended"), VAIN.values(), ids=VAIN.keys())
def test_what_is_taken_back_in_vain(text: str, expected: list[str], mended: str) -> None:
    text = '"""M."""\n' + text
    (finding,) = check(text, Policy(), selection=ASKED)
    assert [f"{finding.code} {finding.span.of(text)}"] == expected
    assert apply(text, [suppression.removal(text, finding.span)]) == '"""M."""\n' + mended


def test_a_docstring_is_spoken_for_behind_its_end() -> None:
    text = '"""M."""\ndef f(a):\n    """F.\n\n    Args:\n        b: B.\n    """  # noqa: DL202\n'
    assert found(text) == []


def test_a_module_is_spoken_for_on_its_first_line() -> None:
    assert found("x = 1  # noqa: DL100\n") == []


def test_a_rule_that_is_not_asked_makes_no_comment_vain() -> None:
    text = '"""M."""\ndef f():  # noqa: DL103\n    """F."""\n'
    assert found(text, Selection(select=("DL2", "DL9"))) == []
    assert found(text, Selection(ignore=("DL4", "DL900"))) == []
