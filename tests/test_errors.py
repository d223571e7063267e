"""What the errors say."""

from __future__ import annotations

from docstring_lsp.errors import SettingError, UnknownNameError


def test_an_unknown_name_lists_the_known_ones_and_the_nearest() -> None:
    error = UnknownNameError("style", "gogle", ["epytext", "google", "numpy"])
    assert str(error) == (
        "unknown style 'gogle'. Did you mean 'google'? Known: epytext, google, numpy."
    )


def test_an_unknown_name_far_from_all_gets_no_suggestion() -> None:
    error = UnknownNameError("symbol", "zzz", ["parse", "render"], where="shop.py")
    assert str(error) == "unknown symbol 'zzz' in shop.py. Known: parse, render."


def test_many_known_names_are_cut() -> None:
    error = UnknownNameError("symbol", "x", [f"name{i}" for i in range(30)])
    assert str(error).endswith("name19, ….")


def test_a_setting_error_starts_with_its_origin() -> None:
    assert str(SettingError("no such key", "pyproject.toml")) == "pyproject.toml: no such key"
