"""Field lists: what a style tells with its words, whatever these are."""

from __future__ import annotations

import pytest

from docstring_lsp.docstring.fields import FieldWords, render_fields
from docstring_lsp.docstring.model import Docstring, Entry, Section, SectionKind
from docstring_lsp.docstring.prose import Prose
from docstring_lsp.docstring.style import RenderOptions

P, A, R = SectionKind.PARAMETERS, SectionKind.ATTRIBUTES, SectionKind.RETURNS
WORDS = FieldWords(
    mark="%",
    prose=Prose(markup=str.upper, code=lambda code: f"<{code}>"),
    named={P: "arg"},
    named_types={P: "is", A: "is"},
    results={R: "gives", SectionKind.RECEIVES: "also"},
    result_types={R: "kind"},
    leads={SectionKind.RECEIVES: "Sent: "},
    typed=lambda kind: f"[{kind}]",
    hang="  ",
)


def fields(kind: SectionKind, *entries: Entry, **options: object) -> list[str]:
    layout = RenderOptions(**{"width": 40} | options)  # type: ignore[arg-type]
    docstring = Docstring("Do it.", sections=(Section(kind, entries),))
    return render_fields(docstring, layout, WORDS).split("\n")[2:]


CASES = {
    "a name, its prose and its type": (
        P, Entry("a", "int", description="the a."), ["%arg a: THE A.", "%is a: [int]"],
    ),
    "a default behind the prose, as code": (
        P, Entry("a", default="x", description="the a."), ["%arg a: THE A. Defaults to <x>."],
    ),
    "a default alone": (P, Entry("a", default="x"), ["%arg a: Defaults to <x>."]),
    "a name alone": (P, Entry("a"), ["%arg a:"]),
    "what hangs": (
        P,
        Entry("a", description="one two three four five six seven eight"),
        ["%arg a: ONE TWO THREE FOUR FIVE SIX", "  SEVEN EIGHT"],
    ),
    "a result": (R, Entry(type="int", description="one."), ["%gives: ONE.", "%kind: [int]"]),
    "a result of which only the type is known": (R, Entry(type="int"), ["%kind: [int]"]),
    "a field for several kinds of section": (
        SectionKind.RECEIVES, Entry(description="one."), ["%also: Sent: ONE."],
    ),
    "an attribute, by what has it": (A, Entry("a", holder="class"), ["%cvar a:"]),
    "a kind the style has no word for": (SectionKind.WARNS, Entry("W", description="x"), []),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "entry", "expected"), CASES.values(), ids=CASES)
def test_a_field_tells(kind: SectionKind, entry: Entry, expected: list[str]) -> None:
    assert fields(kind, entry) == expected


@pytest.mark.parametrize(
    ("option", "value", "expected"),
    [
        ("types", False, ["%arg *a: X Defaults to <1>."]),
        ("defaults", False, ["%arg *a: X", "%is *a: [int]"]),
        ("escape_stars", True, ["%arg \\*a: X Defaults to <1>.", "%is \\*a: [int]"]),
    ],
)
def test_an_option_changes_a_field(option: str, value: bool, expected: list[str]) -> None:
    entry = Entry("*a", "int", "1", description="x")
    lines = fields(P, entry, **{option: value})
    assert [line.replace("X. ", "X ") for line in lines] == expected


def test_fields_follow_the_order_of_the_sections_and_texts_stand_above() -> None:
    docstring = Docstring(
        "Do it.",
        "more.",
        (
            Section(P, (Entry("a", description="one."),)),
            Section(R, (Entry(description="two."),)),
            Section(SectionKind.NOTES, text="three."),
        ),
    )
    assert render_fields(docstring, RenderOptions(), WORDS).split("\n") == [
        "DO IT.", "", "MORE.", "", "THREE.", "", "%arg a: ONE.", "%gives: TWO.",
    ]  # fmt: skip
