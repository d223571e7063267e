"""What there is to show: which examples are typed, and what modules hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from docstring_lsp.deliverables.gather import gather
from docstring_lsp.deliverables.showing import Example, examples, holds
from tests.deliverables.conftest import write


@pytest.mark.parametrize(
    ("language", "text", "typed"),
    [
        ("console", "$ box open\nIt is open.\n$ box shut", ("box open", "box shut")),
        ("console", "It is open.", ()),
        ("bash", "# first\nbox open\n\nbox shut", ("box open", "box shut")),
        ("sh", "$ box open\nIt is open.", ("box open",)),
        ("python", "box.open()", ()),
        ("", "box open", ()),
    ],
)
def test_what_is_typed(language: str, text: str, typed: tuple[str, ...]) -> None:
    assert Example("", text, language, "README.md:1").commands == typed


README = """\
# Box

## Use

It has a lid. Open it:

    box open

Shut it.

```sh
box shut
```
"""


def test_an_example_has_the_words_that_introduce_it(tmp_path: Path) -> None:
    evidence = gather(write(tmp_path, {"README.rst": "Box\n===\n\nOpen it::\n\n    box open\n"}))
    assert [e.title for e in examples(evidence)] == ["Box"]
    evidence = gather(write(tmp_path, {"README.md": README, "README.rst": ""}))
    assert [(e.title, e.source) for e in examples(evidence)] == [("Use", "README.md:12")]


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ("", "`box` defines no public function or class."),
        ("a", "`box` holds `a`."),
        ("abc", "`box` holds `a`, `b` and `c`."),
        ("abcde", "`box` holds `a`, `b`, `c` and 2 more."),
    ],
)
def test_what_a_module_holds(names: str, said: str, tmp_path: Path) -> None:
    text = "".join(f"def {name}(x):\n    return x\n\n\n" for name in names)
    evidence = gather(write(tmp_path, {"box.py": text + "def _own():\n    pass\n"}))
    assert holds(evidence.by_name["box"]) == said
