"""Which docstrings are found to be unfinished."""

from __future__ import annotations

import pytest

from docstring_lsp.checks.run import check
from docstring_lsp.checks.selection import Selection
from docstring_lsp.source.visibility import Policy

UNFINISHED = Selection(select=("DL4",))


def found(docstring: str, head: str = "def get_name(a):") -> list[str]:
    """Return each finding as ``code pointed-at``."""
    text = f'{head}\n    """{docstring}"""\n'
    findings = check(text, Policy(), selection=UNFINISHED)
    return [f"{f.code} {f.span.of(text)}" for f in findings]


NOOP = {
    "a docstring": "Return what it is called.",
    "the marks of a generator, quoted": "Leave no `_summary_` behind.",
    "a usage line": "Run it: tool [description] file",
    "more than the name": "Get name, or the address.",
    "the name, and more below": "Get name.\n\n    That is, the one in the passport.\n    ",
    "the name above a section": "Get name.\n\n    Args:\n        a: What.\n    ",
    "a sentence made of the name": "Get the name.",
    "a type and no description": "Tell it.\n\n    Args:\n        a (int):\n    ",
    "a type in its own field": "Tell it.\n\n    :param a:\n    :type a: int\n    ",
    "attributes that are listed": (
        "Tell it.\n\n    Attributes\n    ----------\n    a\n    b\n    "
    ),
    "a section of prose": "Tell it.\n\n    Note:\n        Never.\n    ",
}

FINDINGS = {
    "autoDocstring": ("_summary_", ["DL400 _summary_"]),
    "autoDocstring's types": (
        "Tell it.\n\n    Args:\n        a (_type_): _description_\n    ",
        ["DL400 _type_", "DL400 _description_"],
    ),
    "its first years": (
        "[summary]\n\n    :param a: [description]\n    ",
        ["DL400 [summary]", "DL400 [description]"],
    ),
    "neogen": (
        "Tell it.\n\n    Returns:\n        [TODO:return]\n    ",
        ["DL400 [TODO:return]"],
    ),
    "Emacs": (
        "FIXME! briefly describe function\n    ",
        ["DL400 FIXME! briefly describe function"],
    ),
    "Spyder": (
        "Tell it.\n\n    Parameters\n    ----------\n    a : TYPE\n        DESCRIPTION.\n    ",
        ["DL400 TYPE", "DL400     DESCRIPTION."],
    ),
    "a note to oneself": ("TODO: document this", ["DL400 TODO: document this"]),
    "dots": ("...", ["DL400 ..."]),
    "an empty section": ("Tell it.\n\n    Raises:\n    ", ["DL401 Raises"]),
    "a parameter that is listed": (
        "Tell it.\n\n    Parameters\n    ==========\n\n    a\n    ",
        ["DL402 a"],
    ),
    "an empty field": ("Tell it.\n\n    :param a:\n    ", ["DL402 a"]),
    "the name": ("Get name.", ["DL403 Get name."]),
}


@pytest.mark.parametrize("docstring", NOOP.values(), ids=NOOP.keys())
def test_nothing_is_unfinished(docstring: str) -> None:
    assert found(docstring) == []


@pytest.mark.parametrize(("docstring", "expected"), FINDINGS.values(), ids=FINDINGS.keys())
def test_what_is_unfinished(docstring: str, expected: list[str]) -> None:
    assert found(docstring) == expected


def test_a_class_and_its_name() -> None:
    assert found("UserManager", "class UserManager:") == ["DL403 UserManager"]
    assert found("Close.", "def close(self):") == []
    assert found("Init.", "def __init__(self):") == []
