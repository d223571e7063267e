"""Who imports whom: which packages are drawn, and what a circle is said to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from docstring_lsp.deliverables.evidence.graph import groups
from docstring_lsp.deliverables.gather import gather
from docstring_lsp.deliverables.sections.diagram import diagram
from docstring_lsp.deliverables.sections.packages import packages
from tests.deliverables.conftest import write

MANY = {f"house/{room}/{n}.py": "" for room in ("attic", "cellar", "hall") for n in "abcdefghi"}
ROOMS = {f"house/{room}/__init__.py": "" for room in ("attic", "cellar", "hall")}


@pytest.mark.parametrize(
    ("most", "drawn"),
    [
        (100, 31),
        (10, 4),
        # One node is no picture: more than were to be are drawn then.
        (3, 4),
    ],
)
def test_packages_stand_for_their_modules(most: int, drawn: int, tmp_path: Path) -> None:
    evidence = gather(write(tmp_path, {"house/__init__.py": "", **ROOMS, **MANY}))
    assert len(set(groups(evidence, most).values())) == drawn


def test_a_picture_of_too_many_shows_those_that_are_bound_most(tmp_path: Path) -> None:
    parts = {f"part{n}.py": "import hub\n" if n < 60 else "" for n in range(70)}
    told = diagram(gather(write(tmp_path, {"hub.py": "", **parts})))
    assert told.count('["') == 60
    assert '["hub"]' in told
    assert '["part65"]' not in told
    assert told.endswith("11 of the least bound parts are left out.")


LATER = "def up():\n    from box import lid\n"
TYPES = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from box import lid\n"


@pytest.mark.parametrize(
    ("floor", "said"),
    [
        ("from box import lid\n", "`box.floor` and `box.lid` import each other."),
        *[
            (
                text,
                "`box.floor` and `box.lid` import each other, `box.floor` inside functions or "
                "for types alone.",
            )
            for text in (LATER, TYPES)
        ],
        (f"{LATER}{TYPES}from .lid import shut\n", "`box.floor` and `box.lid` import each other."),
        ("", ""),
    ],
)
def test_what_imports_each_other_is_told(floor: str, said: str, tmp_path: Path) -> None:
    lid = "import box.floor\n\ndef shut():\n    pass\n"
    files = {"box/__init__.py": "", "box/floor.py": floor, "box/lid.py": lid}
    told = packages(gather(write(tmp_path, files)))
    assert told.partition("\n\n")[2].removeprefix("- ") == said
