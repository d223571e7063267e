"""Templates: what is one, what is none and why, and in which order they are made."""

from __future__ import annotations

from pathlib import Path

import pytest

from docstring_lsp.deliverables.model import Section, Template
from docstring_lsp.deliverables.plan import rounds
from docstring_lsp.deliverables.templates import FOLDER, parse, templates
from docstring_lsp.deliverables.validate import validate
from docstring_lsp.errors import SettingError, UnknownNameError, UsageError

GOOD = """\
+++
name = "risks"
needs = ["personas"]
[[sections]]
title = "A"
ask = "What?"
+++
Be brief.
"""


def test_a_template() -> None:
    told = parse(GOOD, "risks.md")
    assert (told.name, told.title, told.needs) == ("risks", "Risks", ("personas",))
    assert told.sections == (Section(title="A", ask="What?"),)
    assert told.instructions == "Be brief."


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("no head", "has no head"),
        ("+++\nname = \n+++\n", "not TOML"),
        (GOOD.replace("risks", "Risks!"), "name is 'Risks!'"),
        (GOOD.replace("needs", "neds"), "Did you mean 'needs'"),
        (GOOD.replace('["personas"]', '"personas"'), "needs is 'personas'"),
        ('+++\nname = "a"\n+++\n', "no sections"),
        (GOOD.replace('title = "A"\n', ""), "has no title"),
        (GOOD.replace("ask", "evidence"), "unknown evidence 'What?'"),
    ],
)
def test_what_is_no_template_is_told(text: str, why: str) -> None:
    with pytest.raises(SettingError, match="risks.md: .*" + why.replace("?", r"\?")):
        parse(text, "risks.md")


def test_ours_are_valid() -> None:
    assert len(templates()) == 13
    assert [v.errors for v in validate() if not v.is_valid] == []


def test_a_project_has_types_of_its_own(project: Path) -> None:
    folder = project / FOLDER
    folder.mkdir(parents=True)
    (folder / "risks.md").write_text(GOOD, encoding="utf-8")
    (folder / "readme.md").write_text(GOOD.replace("risks", "readme"), encoding="utf-8")
    known = templates(project)
    assert known["risks"].origin == str(folder / "risks.md")
    assert known["readme"].instructions == "Be brief."
    (folder / "bad.md").write_text("x", encoding="utf-8")
    (folder / "lost.md").write_text(
        GOOD.replace("risks", "lost").replace("personas", "nobody"), encoding="utf-8"
    )
    wrong = {v.name: v.errors[0] for v in validate(project) if not v.is_valid}
    assert wrong.keys() == {"bad", "lost"}
    assert "unknown deliverable 'nobody'" in wrong["lost"]


def test_one_that_cannot_be_read_is_in_the_way_only_where_it_is_wanted(
    project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = project / FOLDER
    folder.mkdir(parents=True)
    (folder / "bad.md").write_text("x", encoding="utf-8")
    (folder / "picture.md").write_bytes(b"\xff\xfe")
    assert "readme" in templates(project, ["readme"])
    assert "bad.md: has no head" in caplog.text
    notes: list[str] = []
    templates(project, (), note=notes.append)
    assert [note.rpartition("/")[2] for note in notes] == [
        "bad.md: has no head between two lines of +++",
        "picture.md: cannot be read: it is no text in UTF-8",
    ]
    wrong = {each.name for each in validate(project) if not each.is_valid}
    assert wrong == {"bad", "picture"}
    for wanted in (["bad"], None):
        with pytest.raises(SettingError, match="has no head"):
            templates(project, wanted)


def known(**needs: list[str]) -> dict[str, Template]:
    return {n: Template(name=n, title=n, needs=tuple(w)) for n, w in needs.items()}


@pytest.mark.parametrize(
    ("needs", "wanted", "order"),
    [
        ({"a": [], "b": []}, ["b", "a"], [["b", "a"]]),
        ({"a": ["b"], "b": []}, ["a", "b"], [["b"], ["a"]]),
        ({"a": ["b"], "b": ["c"], "c": []}, ["a", "c", "a"], [["c"], ["a"]]),
        ({"a": ["b"], "b": []}, ["a"], [["a"]]),
    ],
)
def test_what_is_needed_is_made_first(
    needs: dict[str, list[str]], wanted: list[str], order: list[list[str]]
) -> None:
    assert [[t.name for t in each] for each in rounds(wanted, known(**needs))] == order


def test_a_circle_is_an_error() -> None:
    with pytest.raises(UsageError, match="circle: b → c → b"):
        rounds(["a"], known(a=["b"], b=["c"], c=["b"]))


def test_an_unknown_type_is_an_error() -> None:
    with pytest.raises(UnknownNameError, match="Did you mean 'personas'"):
        rounds(["persona"], templates())
