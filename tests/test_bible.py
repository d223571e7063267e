"""The bible: what it says, what is no bible, what contradicts itself, and how it grows."""

from __future__ import annotations

from pathlib import Path

import pytest

from docstring_lsp.bible import PLACE, Bible, Entry, add, near, parse, read, written
from docstring_lsp.errors import FileError, SettingError, UnknownNameError

TEXT = """\
# Ours.
[terms]
jar = "A glass with a lid."
[terms.shelf]
meaning = "Where jars stand."
forbidden = ["rack", "board"]
[characters."Old Ada"]
voice = "dry"
"""


def test_what_it_says() -> None:
    bible = parse(TEXT, "bible.toml")
    assert [e.id for e in bible.entries] == ["term/jar", "term/shelf", "character/Old Ada"]
    assert bible.glossary == {"jar": "A glass with a lid.", "shelf": "Where jars stand."}
    assert bible.forbidden == {"rack": "shelf", "board": "shelf"}
    assert bible.get("character/Old Ada").fields == {"voice": "dry"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[terms", "is not TOML"),
        ("[trems]\na = 'b'", "Did you mean 'terms'"),
        ("terms = 1", "write .terms.NAME"),
        ("[terms]\na = 1", "terms.a is 1"),
        ("[personas.a]\nb = [1]", "personas.a.b is"),
        ("[terms.a]\nforbiden = ['b']", "terms.a: .*Did you mean 'forbidden'"),
    ],
)
def test_what_is_no_bible_is_told(text: str, why: str) -> None:
    with pytest.raises(SettingError, match="bible.toml: .*" + why):
        parse(text, "bible.toml")


def test_what_contradicts_itself_is_told() -> None:
    text = "[terms.Jar]\nforbidden = 'pot'\n[terms.jar]\n[terms.pan]\nforbidden = ['pot', 'Jar']\n"
    assert parse(text, "x").conflicts() == (
        "term 'jar' is also written 'Jar'",
        "'pot' is forbidden by 'Jar' and by 'pan'",
        "'Jar' is a term, and forbidden by 'pan'",
    )
    assert parse(TEXT, "x").conflicts() == ()


def test_unknown_entries_and_kinds() -> None:
    with pytest.raises(UnknownNameError, match="Did you mean 'term/jar'"):
        parse(TEXT, "x").get("term/jra")
    with pytest.raises(UnknownNameError, match="kind of entry"):
        Bible().of("terms")


def test_it_grows_at_its_end_and_people_keep_what_they_wrote(tmp_path: Path) -> None:
    assert read(tmp_path) == Bible()
    path = tmp_path / PLACE
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    new = Entry("term", 'a "b"', {"meaning": "Ünly\nhere", "forbidden": ("x",)})
    assert add(tmp_path, [new, Entry("term", "jar", {"meaning": "other"})]) == (new,)
    assert path.read_text(encoding="utf-8").startswith(TEXT)
    assert read(tmp_path).get('term/a "b"') == new
    assert add(tmp_path, [new]) == ()
    assert parse(written(new), "x").entries == (new,)


def test_the_nearest_one_holds(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    part = tmp_path / "parts" / "one"
    for folder, name in ((tmp_path, "far"), (part, "near")):
        (folder / PLACE).parent.mkdir(parents=True)
        (folder / PLACE).write_text(f"[terms.{name}]\n", encoding="utf-8")
    names = [
        [entry.name for entry in near(place).entries]
        for place in (part / "x.py", tmp_path / "parts", tmp_path)
    ]
    assert names == [["near"], ["far"], ["far"]]


def test_nothing_is_written_outside_of_the_project(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    inside.mkdir()
    outside.mkdir()
    (inside / ".docstring-lsp").symlink_to(outside)
    with pytest.raises(FileError, match="is outside of"):
        add(inside, [Entry("term", "cart", {"meaning": "A cart."})])
    assert list(outside.iterdir()) == []
