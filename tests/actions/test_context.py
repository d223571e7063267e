"""What is told around a definition: a file, others by their modules' names, blocks out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from docstring_lsp.actions.context import MOST_CALLEES, context
from docstring_lsp.providers.base import Block
from docstring_lsp.source.extract import extract
from docstring_lsp.source.scan import scan

SHOP = '''\
"""A shop that sells by weight."""

from __future__ import annotations

import units as u
from prices import lookup, quote as price_of
from .parts import Shelf


class Cart(Shelf):
    """What a customer takes along.

    It is never empty.
    """

    def add(self, item):
        """Put an item in."""
        self.weigh(item)
        return price_of(item) + u.grams(item) + lookup(item)

    def weigh(self, item):
        return item.weight

    def total(self):
        """Return what all of it costs.

        Taxes are part of it.
        """
        return sum(map(self.add, []))


def main():
    cart = Cart()
    cart.add("tea")  # cart.add() again
'''
OTHERS = {
    "prices": 'def quote(item):\n    """Return an item\'s price."""\n\ndef lookup(item): ...\n',
    "units": 'def grams(item):\n    """Return how heavy it is."""\n',
    "shops.parts": "class Shelf:\n    'A board.'\n    def add(self, item):\n        'Lay on.'\n",
}


def told(name: str, text: str = SHOP, **options: object) -> list[tuple[str, str, str]]:
    definition = next(d for d in scan(text) if d.qualname == name)
    facts = extract(text, definition)
    blocks = context(text, definition, facts, module="shops.shop", lookup=OTHERS.get, **options)  # type: ignore[arg-type]
    return [(block.kind, block.name, block.text) for block in blocks]


def test_what_is_told_of_a_method() -> None:
    glossary = {"item": "Something for sale.", "Refund": "Money back."}
    assert told("Cart.add", glossary=glossary) == [
        ("class", "Shelf.add", "def add(self, item):\nLay on."),
        (
            "class",
            "Cart",
            "class Cart(Shelf):\nWhat a customer takes along.\n\nIt is never empty.\n"
            "Methods: add, weigh, total",
        ),
        ("class", "Shelf", "class Shelf:\nA board."),
        ("callee", "self.weigh", "def weigh(self, item):"),
        ("callee", "price_of", "def quote(item):\nReturn an item's price."),
        ("callee", "u.grams", "def grams(item):\nReturn how heavy it is."),
        ("callee", "lookup", "def lookup(item):"),
        ("module", "shops.shop", "A shop that sells by weight.\nDefines: Cart, main"),
        ("glossary", "item", "Something for sale."),
        ("sibling", "Cart.total", "Return what all of it costs.\n\nTaxes are part of it."),
        ("caller", "main", 'cart.add("tea")  # cart.add() again'),
    ]


def test_what_is_told_of_a_class_and_of_a_module() -> None:
    assert [(kind, name) for kind, name, _ in told("Cart")] == [
        ("class", "Shelf"),
        ("module", "shops.shop"),
        ("caller", "main"),
    ]
    assert told("<module>") == []


USERS = {
    "shops.front": (
        "from .shop import Cart, main as run\n\ndef open():\n    run()\n    Cart().add(1)\n"
    ),
    "shops.back": "import shops.shop\n\nshops.shop.main()\n# shops.shop.main()\n",
    "shops.__init__": (
        "from shops import shop\n\ndef all():\n    'See shop.main().'\n    shop.main()\n"
    ),
    "shops.others": "from .gone import main, Cart\n\nmain()\nCart().add(2)\n",
}
CALLED = {
    "main": [
        ("shops.front.open", "run()"),
        ("shops.back", "shops.shop.main()"),
        ("shops.all", "shop.main()"),
    ],
    "Cart": [("main", "cart = Cart()"), ("shops.front.open", "Cart().add(1)")],
    "Cart.add": [
        ("main", 'cart.add("tea")  # cart.add() again'),
        ("shops.front.open", "Cart().add(1)"),
    ],
}


@pytest.mark.parametrize("name", CALLED)
def test_who_calls_from_another_module_is_told_where_it_imports_it(name: str) -> None:
    def having(word: str) -> Iterator[tuple[str, str]]:
        return ((module, text) for module, text in USERS.items() if word in text)

    blocks = told(name, mentions=having)
    assert [(who, text) for kind, who, text in blocks if kind == "caller"] == CALLED[name]


def test_a_module_that_the_workspace_has_not_is_passed_over() -> None:
    assert told("main", "import gone\n\ndef main():\n    gone.away()\n") == [
        ("module", "shops.shop", "Defines: main")
    ]


IMPORTS = [
    ("import prices", "prices.quote"),
    ("import prices as p", "p.quote"),
    ("import sys, prices as p", "p.quote"),
    ("from prices import quote", "quote"),
    ("from prices import (\n    lookup,  # one\n    quote as q,\n)", "q"),
    ("from prices import lookup, \\\n    quote", "quote"),
    ("if True:\n    from prices import quote; x = 1", "quote"),
    ("from .prices import quote", None),
    ("from prices import *", None),
]


@pytest.mark.parametrize(("line", "name"), IMPORTS)
def test_every_form_of_import_is_followed(line: str, name: str | None) -> None:
    blocks = told("main", f"{line}\n\ndef main():\n    {name or 'quote'}(1)\n")
    callees = [block for block in blocks if block[0] == "callee"]
    told_of = ("callee", name, "def quote(item):\nReturn an item's price.")
    assert callees == ([told_of] if name else [])


def test_only_so_much_is_told() -> None:
    functions = "".join(f'def f{i}():\n    """Do {i}."""\n\n\n' for i in range(30))
    calls = "".join(f"    f{i}()\n" for i in range(30))
    blocks = told("main", f"{functions}def main():\n{calls}")
    assert sum(kind == "callee" for kind, *_ in blocks) == MOST_CALLEES
    assert sum(kind == "sibling" for kind, *_ in blocks) == 3
    callers = "".join(f"def g{i}():\n    main()\n\n\n" for i in range(30))
    blocks = told("main", f'{callers}def main():\n    """{"Long. " * 900}"""\n')
    assert sum(kind == "caller" for kind, *_ in blocks) == 3
    assert all(len(text) < 1_300 for *_, text in blocks)


def test_siblings_are_the_same_for_all_of_a_class_but_themselves() -> None:
    body = "".join(f'    def m{i}(self):\n        """Do {i}."""\n\n' for i in range(9))
    text = f"class A:\n{body}"
    chosen = {
        tuple(name for kind, name, _ in told(f"A.m{i}", text) if kind == "sibling")
        for i in range(4, 9)
    }
    assert chosen == {("A.m0", "A.m1", "A.m2")}


def test_a_broken_text_is_no_obstacle() -> None:
    assert told("f", "def f():\n    g()\n\ndef broken(:\n\ndef g():\n    '''Go.'''\n")


def test_blocks_name_no_path() -> None:
    blocks = context(SHOP, scan(SHOP)[2], extract(SHOP, scan(SHOP)[2]))
    assert all(isinstance(block, Block) and "/" not in block.name for block in blocks)
