"""The modules beside a file that have a word: of its package, or of its folder alone."""

from __future__ import annotations

from pathlib import Path

from docstring_lsp.mentions import mentions


def test_a_packages_modules_are_looked_into(tmp_path: Path) -> None:
    for name, text in {
        "shop/__init__.py": "add(0)",
        "shop/cart.py": "def add(x): ...",
        "shop/till/__init__.py": "",
        "shop/till/drawer.py": "add(1)",
        "shop/broken.py": "add(2)\n\x00",
        "shop/long.py": "add(3)\n" * 100_000,
        "elsewhere.py": "add(4)",
        "shop/made.py": "add(6)",
        "shop/.venv/of_others.py": "add(7)",
        ".gitignore": "made.py\n",
        ".git/HEAD": "",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    (tmp_path / "shop" / "no_text.py").write_bytes(b"add(5)\xff")
    having = mentions(tmp_path / "shop" / "cart.py")
    found = {name for name, text in having("add(")}
    assert found - {"shop.broken"} == {"shop.__init__", "shop.till.drawer"}
    assert not list(having("subtract("))


def test_a_script_has_its_own_folder(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    for name in ("a.py", "b.py", "below/c.py"):
        (tmp_path / name).write_text("run()\n")
    assert [name for name, _ in mentions(tmp_path / "a.py")("run(")] == ["b"]
