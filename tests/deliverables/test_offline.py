"""Documents from the project alone: what is in them is in the project, and all of it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from docstring_lsp.bible import parse
from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.gather import gather
from docstring_lsp.deliverables.offline import offline
from docstring_lsp.deliverables.templates import sections, templates
from docstring_lsp.deliverables.truth import doubts
from tests.deliverables.conftest import write

TYPES = templates()

SAYS = {
    "problem-statement": [
        "> Keeps count of what is in the larder.\n>\n> — `pyproject.toml`",
        "> Larder lets you know what is in the house without having to look for it.",
        "`README.md:5`",
        "Operating systems: OS Independent (`pyproject.toml`)",
        "<!-- keep: the-problem -->",
    ],
    "personas": ["End Users/Desktop", "### Who runs it", "`larder.shelves`", "keep: in-code"],
    "use-cases": [
        "### 2. Run `put`",
        "Put a jar on a shelf.",
        "> Counts what there is, see the guide.",
    ],
    "tool-outline": [
        "| `larder` | `larder.cli:main` |",
        "| `click>=8.1` | always | `larder.cli` |",
    ],
    "readme": ["python -m pip install larder", "[Home](https://larder.example)", "MIT"],
    "architecture": ["n1 --> n2", "| `larder.cli` | `larder.shelf` |  |", "`cold`"],
    "api-reference": [
        "#### `larder.shelf.Shelf.put`",
        "```python\ndef put(self, jar: str, *, count: int = 1) -> int\n```",
        "Put jars on the shelf \\| and return the room left.",
        "- Raises `Full`",
        "- Attribute `size`: `int`, `SIZE` by default",
    ],
    "cli-reference": [
        "### `put`",
        "| `--count`, `-c` | How many jars. Default: `1`. |",
        "| `--kind` | One of `glass`, `tin`. Required. |",
        "| `--quiet` | Say nothing. |",
    ],
    "glossary": ["| `Full` | There is no room left. | `larder/shelf.py:8` |"],
    "test-plan": ["| `tests/test_shelf.py` | 1 | `larder.shelf` |", "`weigh`", "| `Full` |"],
    "changelog": ["<!-- keep: changes -->"],
    "onboarding": ["`larder/` | package | 3 modules", "$ python -m pip install ."],
    "walkthrough-script": ["### Scene 2: `larder`", "$ larder --help", "**Narrator:** Put a jar"],
}


@pytest.mark.parametrize("name", TYPES)
def test_every_type_says_what_the_project_says(name: str, evidence: Evidence) -> None:
    body = offline(TYPES[name], evidence).body
    title = "larder" if TYPES[name].front else f"{TYPES[name].title}: larder"
    assert body.startswith(f"# {title}\n")
    for said in SAYS[name]:
        assert said in body, f"{said!r} is not in\n{body}"
    assert doubts(body, evidence) == ()


@pytest.mark.parametrize("name", TYPES)
def test_an_empty_project_gives_a_document_that_claims_nothing(name: str) -> None:
    body = offline(TYPES[name], Evidence(folder="void")).body
    told = re.sub(r"<!-- keep.*?<!-- /keep -->", "", body, flags=re.DOTALL)
    lines = [line for line in told.splitlines() if line.strip(" #")]
    about = [TYPES[name].summary, "_The project says nothing of: ", "**Narrator:** This is void."]
    assert all(line.startswith(("#", *about)) for line in lines)


README = """\
# Box

A box.

## Use

Open it. Put it on the shelf:

```console
$ box shelve
```

```console
$ box again
```

## Features

- Opens
- See all features →
"""
REQUIRED = """\
[project]
name = "my-box"
dependencies = ["click>=8"]
optional-dependencies = { test = ["pytest", "tox"], all = ["my-box[test]"], web = ["flask"] }
"""


def test_what_a_readme_introduces_and_what_a_project_needs(tmp_path: Path) -> None:
    text = '"""\nThe box\n=======\n\nOpens and shuts.\n"""\nimport click, flask\n'
    evidence = gather(
        write(tmp_path, {"README.md": README, "pyproject.toml": REQUIRED, "box.py": text})
    )
    cases = offline(TYPES["use-cases"], evidence).body
    assert "### 1. Put it on the shelf\n" in cases
    assert "### 2. Use\n" in cases
    assert "> Opens\n" in cases
    assert "See all features" not in cases
    outline = offline(TYPES["tool-outline"], evidence).body
    assert "| `box` | Opens and shuts. | `box.py` |" in outline
    assert outline.partition("| Package |")[2].splitlines()[2:5] == [
        "| `click>=8` | always | `box` |",
        "| `flask` | web | `box` |",
        "| `pytest`, `tox` | test |  |",
    ]
    assert "my-box[test]" not in outline


LAID_OUT = '''"""Jars."""


class Jar:
    @classmethod
    def of(
        cls,
        *,
        size: int = 1,  # in litres
    ) -> "Jar":
        """Return a jar.

        Args:
            size: How much goes
                in.

        Returns:
            The jar.

        Raises:
            ValueError: If there is none.
        """
        if size < 0:
            raise ValueError(size)
        raise KeyError(size)

    @property
    def lid(self): ...
'''
OF = """\
```python
@classmethod
def of(
    cls,
    *,
    size: int = 1,  # in litres
) -> "Jar"
```

Return a jar.

| Parameter | What it is |
| --- | --- |
| `size` | How much goes in. |

| Raises | What it is |
| --- | --- |
| `ValueError` | If there is none. |

- Returns: The jar.

- Raises `KeyError`
"""


def test_a_reference_tells_what_the_docstring_and_the_decorators_say(tmp_path: Path) -> None:
    body = offline(TYPES["api-reference"], gather(write(tmp_path, {"jar.py": LAID_OUT}))).body
    assert OF in body
    assert "@property\ndef lid(self)\n" in body


def test_private_definitions_are_not_told(evidence: Evidence) -> None:
    assert "_sort" not in offline(TYPES["api-reference"], evidence).body


def test_every_section_is_used_by_a_type() -> None:
    used = {section.evidence for template in TYPES.values() for section in template.sections}
    assert set(sections()) == used - {""}


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("`larder.shelf.Shelf` and `larder.shelf.Shelf.put()`", ()),
        ("`larder.shelf.SIZE` is bound there", ()),
        ("`larder.shelf.Box`", ("larder.shelf.Box",)),
        ("`larder.attic`", ("larder.attic",)),
        ("`--count` and `--colour`", ("--colour",)),
        ("`larder/shelf.py:3` and `larder/attic.py`", ("larder/attic.py",)),
        ("`os.path.join`, `x = 1`, `None`", ()),
        ("> says `larder.attic`", ()),
        ("```\nlarder.attic\n```", ()),
        ("It needs Python 3.10, version 1.2.", ()),
        ("It runs on Python 3.7 since v9.9.", ("Python 3.7", "v9.9")),
        (
            "```python\nfrom larder.shelf import Shelf, Box\nimport larder.cli\n```",
            ("larder.shelf.Box",),
        ),
        ("```python\nimport larder.attic\nimport os.path\n```", ("larder.attic",)),
        ("```console\n$ larder put jam --count=3 --colour red\n$ ls --all\n```", ("--colour",)),
        ("```console\n$ python -m larder.attic\n```", ("larder.attic",)),
    ],
)
def test_names_that_do_not_exist_are_found(
    said: str, wrong: tuple[str, ...], evidence: Evidence
) -> None:
    assert doubts(said, evidence) == wrong


BIBLE = """\
[terms.jar]
meaning = "What food is kept in."
[personas.Ada]
meaning = "A cook."
goals = ["know what there is"]
[components.shelf]
meaning = "Where jars stand."
"""
ADA = """\
### Ada

- A cook.
- Goals: know what there is

From `.docstring-lsp/bible.toml`.
"""


def test_people_and_parts_of_the_bible_are_told(evidence: Evidence) -> None:
    worded = replace(evidence, bible=parse(BIBLE, "bible.toml"))
    assert ADA in offline(TYPES["personas"], worded).body
    assert "| shelf | Where jars stand. |" in offline(TYPES["architecture"], worded).body
    assert "| jar | What food is kept in. |" in offline(TYPES["glossary"], worded).body
