"""What is found by looking into the project's other modules, and what they cannot tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

import pytest

from docstring_lsp.checks.run import check
from docstring_lsp.checks.selection import Selection
from docstring_lsp.source.visibility import Policy

DOCUMENTED = '''
def f(a):
    """Do it.

    Args:
        a: A.

    Raises:
        {told}: If so.
    """
    {code}
'''

BASE = '''
class Base:
    """A base."""

    def run(self, a):
        """Run it.

        Args:
            a (int): A.
        """
'''

OVERRIDE = '''
class Own({base}):
    """An own one."""

    def run(self, a):
        """Run it.

        Args:
            a (str): A.
        """
'''


RESULT = '''
class Own({base}):
    """An own one."""

    def run(self):
        """Run it.

        Returns:
            {type}: What came of it.
        """
        return self.it
'''


@dataclass(frozen=True)
class Others:
    """Modules beside one, by their names."""

    texts: Mapping[str, str]
    own: str

    def name(self) -> str:
        return self.own

    def text(self, module: str) -> str | None:
        return self.texts.get(module)


def found(text: str, others: dict[str, str], name: str = "shop.pay") -> list[str]:
    """Return each finding of a module as ``code pointed-at``."""
    around = Others(others, name)
    findings = check(
        text,
        Policy(),
        path=PurePath("shop/pay.py"),
        selection=Selection(select=("DL2",)),
        neighbourhood=around,
    )
    return [f"{f.code} {f.span.of(text)}" for f in findings]


def raising(told: str, code: str, imports: str = "") -> str:
    return imports + "\n" + DOCUMENTED.format(told=told, code=code)


SILENT = "def g():\n    print(1)\n"
TELLING = 'def g():\n    """Do.\n\n    Raises:\n        OddError: If odd.\n    """\n    h()\n'
ERRORS = "class ShopError(ValueError):\n    pass\n\n\nclass PayError(ShopError):\n    pass\n"

CASES: dict[str, tuple[str, dict[str, str], list[str]]] = {
    "a callee elsewhere does not raise it": (
        raising("OddError", "g()", "from shop.tools import g"),
        {"shop.tools": SILENT},
        ["DL221 OddError"],
    ),
    "a callee elsewhere, by its module": (
        raising("OddError", "tools.g()", "from . import tools"),
        {"shop": "", "shop.__init__": "", "shop.tools": SILENT},
        ["DL221 OddError"],
    ),
    "a callee elsewhere under another name": (
        raising("OddError", "do()", "from .tools import g as do"),
        {"shop.tools": SILENT},
        ["DL221 OddError"],
    ),
    "a callee that is handed through": (
        raising("OddError", "g()", "from shop import g"),
        {"shop": "from .tools import g", "shop.__init__": "", "shop.tools": SILENT},
        ["DL221 OddError"],
    ),
    "a callee elsewhere documents it": (
        raising("OddError", "g()", "from shop.tools import g"),
        {"shop.tools": TELLING},
        [],
    ),
    "a callee elsewhere calls further": (
        raising("OddError", "g()", "from shop.tools import g"),
        {"shop.tools": "def g():\n    h()\n"},
        [],
    ),
    "a callee that the project has not": (
        raising("OddError", "g()", "from tools import g"),
        {},
        [],
    ),
    "modules that import each other": (
        raising("OddError", "g()", "from shop.tools import g"),
        {"shop.tools": "from shop.others import g", "shop.others": "from shop.tools import g"},
        [],
    ),
    "what it stands on is documented": (
        raising("ValueError", "raise PayError", "from shop.errors import PayError"),
        {"shop.errors": ERRORS},
        [],
    ),
    "it stands on another": (
        raising("KeyError", "raise PayError", "from shop.errors import PayError"),
        {"shop.errors": ERRORS},
        ["DL220 f", "DL221 KeyError"],
    ),
    "a base elsewhere": (
        "from shop.base import Base\n" + OVERRIDE.format(base="Base"),
        {"shop.base": BASE},
        ["DL240 str"],
    ),
    "a base elsewhere, by its module": (
        "import shop.base\n" + OVERRIDE.format(base="shop.base.Base"),
        {"shop.base": BASE, "shop": ""},
        ["DL240 str"],
    ),
    "a base of a base": (
        "from shop.middle import Middle\n" + OVERRIDE.format(base="Middle"),
        {
            "shop.middle": "from .base import Base\n\n\nclass Middle(Base):\n    pass\n",
            "shop.base": BASE,
        },
        ["DL240 str"],
    ),
    "a base whose result is another": (
        "from shop.base import Base\n" + RESULT.format(base="Base", type="list"),
        {"shop.base": RESULT.format(base="", type="str").replace("Own()", "Base")},
        ["DL240 list"],
    ),
    "a base whose result says less": (
        "from shop.base import Base\n" + RESULT.format(base="Base", type="list[int]"),
        {"shop.base": RESULT.format(base="", type="list").replace("Own()", "Base")},
        [],
    ),
    "a base that says the same": (
        "from shop.base import Base\n" + OVERRIDE.format(base="Base"),
        {"shop.base": BASE.replace("(int)", "(str)")},
        [],
    ),
    "a base that the project has not": (
        "from elsewhere import Base\n" + OVERRIDE.format(base="Base"),
        {},
        [],
    ),
}


@pytest.mark.parametrize(("text", "others", "expected"), CASES.values(), ids=CASES)
def test_what_is_found(text: str, others: dict[str, str], expected: list[str]) -> None:
    assert found(text, others) == expected
