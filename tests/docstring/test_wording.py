"""Words that a project does not want: found in sentences alone, and replaced."""

from __future__ import annotations

import pytest

from docstring_lsp.docstring.recognition import style
from docstring_lsp.docstring.wording import uses, worded

UNWANTED = {"basket": "cart", "shopping bag": "cart", "log-in": "sign-in"}

CASES = {
    "a word": ("Pay the basket.", "Pay the cart."),
    "its capital": ("Basket of jars.", "Cart of jars."),
    "several": ("A basket, a BASKET.", "A cart, a Cart."),
    "two words, over a line's end": ("A shopping\nbag.", "A cart."),
    "a hyphen of its own": ("After log-in.", "After sign-in."),
    "a word's part": ("Baskets and a basketball.", "Baskets and a basketball."),
    "code": ("The `basket` and ``the basket``.", "The `basket` and ``the basket``."),
    "a dotted name": ("See shop.basket and basket.pay.", "See shop.basket and basket.pay."),
    "a call": ("It is basket() that pays.", "It is basket() that pays."),
    "a path": ("In shop/basket or basket/x.", "In shop/basket or basket/x."),
    "an address": ("https://x.example/basket here.", "https://x.example/basket here."),
    "a quoted value": ("Give 'basket' or \"basket\".", "Give 'basket' or \"basket\"."),
    "after an apostrophe": ("The shop's basket isn't it.", "The shop's cart isn't it."),
    "a doctest": ("Pay.\n\n>>> pay(basket)\n...   # basket\n", None),
    "an entry's name": (
        "Pay.\n\nArgs:\n    basket: The basket.\n",
        "Pay.\n\nArgs:\n    basket: The cart.\n",
    ),
    "an entry's type": ("Pay.\n\nArgs:\n    x (basket): The way.\n", None),
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_replacing(text: str, wanted: str | None) -> None:
    tree = style("google").parse(text) if "Args:" in text else None
    assert worded(text, uses(text, tree, UNWANTED)) == (text if wanted is None else wanted)


def test_nothing_is_unwanted() -> None:
    assert uses("A basket.", None, {}) == ()
