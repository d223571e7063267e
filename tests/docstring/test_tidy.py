"""What a formatter would change in a docstring, and what it makes of it."""

from __future__ import annotations

import pytest

from docstring_lsp.docstring.recognition import style, styles
from docstring_lsp.docstring.tidy import flaws, tidied

TIDY = {
    "google": "Pay.\n\nArgs:\n    a: One.\n\nReturns:\n    It.\n\nRaises:\n    E: Never.",
    "numpy": "Pay.\n\nParameters\n----------\na : int\n    One.\n\nReturns\n-------\nint\n    It.",
    "sphinx": "Pay.\n\n:param a: One.\n:return: It.\n:raises E: Never.",
    "epytext": "Pay.\n\n@param a: One.\n@return: It.",
}

CASES = {
    "order": (
        "google",
        "Pay.\n\nRaises:\n    E: Never.\n\nReturns:\n    It.\n\nArgs:\n    a: One.",
        TIDY["google"],
        ["order"],
    ),
    "no order where something stands between": (
        "google",
        "Pay.\n\nReturns:\n    It.\n\nMore.\n\nArgs:\n    a: One.",
        None,
        [],
    ),
    "title": (
        "google",
        TIDY["google"].replace("Returns", "Return").replace("Raises", "Raise"),
        TIDY["google"],
        ["title", "title"],
    ),
    "underline": (
        "numpy",
        TIDY["numpy"].replace("----------", "---").replace("Returns", "returns"),
        TIDY["numpy"],
        ["title", "title"],
    ),
    "an underline as SymPy has it": (
        "numpy",
        "Pay.\n\nParameters\n====\n\na : int\n    One.\n",
        "Pay.\n\nParameters\n==========\n\na : int\n    One.\n",
        ["title"],
    ),
    "empty lines below all titles": (
        "google",
        "Pay.\n\nArgs:\n\n    a: One.\n\nReturns:\n\n    It.\n",
        None,
        [],
    ),
    "an underline of another mark": (
        "numpy",
        TIDY["numpy"].replace("-------\nint", "_______\nint"),
        TIDY["numpy"],
        ["title"],
    ),
    "no empty line below the summary": (
        "google",
        TIDY["google"].replace("Pay.\n", "Pay."),
        TIDY["google"],
        ["blank"],
    ),
    "empty lines above and below a title": (
        "google",
        TIDY["google"].replace("Args:\n", "Args:\n\n").replace("One.\n", "One.\n\n\n"),
        TIDY["google"],
        ["blank", "blank"],
    ),
    "an example with empty lines": ("google", "Pay.\n\nExample:\n\n    >>> pay()\n", None, []),
}


@pytest.mark.parametrize("name", TIDY)
def test_what_is_tidy_stays(name: str) -> None:
    assert flaws(style(name).parse(TIDY[name])) == ()


@pytest.mark.parametrize(("name", "text", "wanted", "kinds"), CASES.values(), ids=CASES.keys())
def test_flaws_are_told_and_mended(
    name: str, text: str, wanted: str | None, kinds: list[str]
) -> None:
    chosen = style(name)
    assert [flaw.kind for flaw in flaws(chosen.parse(text))] == kinds
    assert tidied(text, chosen) == (text if wanted is None else wanted)


@pytest.mark.parametrize("name", styles())
@pytest.mark.parametrize("text", [*(case[1] for case in CASES.values()), "", "\n\n", "Args:"])
def test_what_was_tidied_is_tidy_and_has_every_word(name: str, text: str) -> None:
    chosen = style(name)
    once = tidied(text, chosen)
    assert tidied(once, chosen) == once
    assert (
        sorted(once.lower().replace("-", "").split())
        == sorted(_renamed(text).lower().replace("-", "").split())
        or chosen.name != "google"
    )


def _renamed(text: str) -> str:
    for title in ("Return", "Raise"):
        text = text.replace(f"{title}:", f"{title}s:")
    return text
