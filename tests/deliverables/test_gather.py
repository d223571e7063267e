"""What a project says of itself is read from where it says it."""

from __future__ import annotations

import subprocess
from pathlib import Path

from docstring_lsp.deliverables.evidence.metadata import metadata
from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.evidence.pages import page
from docstring_lsp.deliverables.gather import gather
from tests.deliverables.conftest import write


def test_the_metadata(evidence: Evidence) -> None:
    about = evidence.metadata
    assert (about.name, about.version, about.requires_python) == ("larder", "1.2", ">=3.10")
    assert [(r.name, r.group) for r in about.requirements] == [
        ("click", ""),
        ("pyserial", "scales"),
    ]
    assert [(e.name, e.group) for e in about.entry_points] == [
        ("larder", "console_scripts"),
        ("cold", "larder.shelves"),
    ]
    assert about.classified("Intended Audience") == ("End Users/Desktop",)


def test_metadata_of_older_projects() -> None:
    told = metadata(
        {
            "setup.cfg": "[metadata]\nname = old\nversion = attr: old.v\n[options]\n"
            "install_requires =\n    six # why not\n[options.entry_points]\n"
            "console_scripts =\n    old = old.main:run\n",
            "PKG-INFO": "Name: older\nVersion: 3\nSummary: It is old.\n"
            'Requires-Dist: rich; extra == "color"\n\n',
        }
    )
    assert (told.name, told.version, told.summary) == ("old", "3", "It is old.")
    assert [r.text for r in told.requirements] == ["six"]
    assert told.entry_points[0].target == "old.main:run"


def test_what_is_no_metadata_is_passed_over() -> None:
    assert metadata({"pyproject.toml": "[project", "setup.cfg": "["}).name == ""


def test_modules_roles_and_imports(evidence: Evidence) -> None:
    assert [(m.name, m.role) for m in evidence.modules if m.role == "package"] == [
        ("larder", "package"),
        ("larder.cli", "package"),
        ("larder.shelf", "package"),
    ]
    assert [m.path for m in evidence.tests] == ["tests/test_shelf.py"]
    assert evidence.by_name["larder.cli"].imports == ("click", "larder.shelf.Shelf", "larder.shelf")
    public = [s.qualname for s in evidence.by_name["larder.shelf"].public]
    assert public == ["Full", "Shelf", "Shelf.put", "weigh"]


def test_commands_with_options_that_decorators_share(evidence: Evidence) -> None:
    main, put = evidence.by_name["larder.cli"].commands
    assert main.name == "larder"
    assert put.name == "put"
    assert [o.names for o in put.options] == [
        ("jar",),
        ("--count", "-c"),
        ("--kind",),
        ("--quiet",),
    ]
    assert put.options[2].choices == ("glass", "tin")
    assert put.options[2].required


def test_a_folder_without_init_inside_a_package_is_part_of_it(tmp_path: Path) -> None:
    write(tmp_path, {"src/box/__init__.py": "", "src/box/inner/lid.py": ""})
    assert [m.name for m in gather(tmp_path).modules] == ["box", "box.inner.lid"]


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "bad.py").write_bytes(b"x = '\xff'\n")
    (tmp_path / "broken.py").write_text("import os\ndef f(:\n", encoding="utf-8")
    found = gather(tmp_path)
    assert [m.name for m in found.modules] == ["broken"]
    assert "bad.py" in found.unread[0]


def test_the_history(project: Path) -> None:
    def git(*arguments: str) -> None:
        command = ["git", "-c", "user.name=A", "-c", "user.email=a@b.example", *arguments]
        subprocess.run(command, cwd=project, check=True, capture_output=True)

    git("init", "-q")
    git("add", "larder")
    git("commit", "-qm", "feat: count jars")
    git("tag", "v1.0")
    git("add", "README.md")
    git("commit", "-qm", "Fix the badge")
    newest, first = gather(project).changes
    assert (newest.subject, newest.tags) == ("Fix the badge", ())
    assert (first.subject, first.tags) == ("feat: count jars", ("v1.0",))


def test_a_page_in_markdown() -> None:
    blocks = page(
        "README.md",
        "# A\n\n[![x](y)](z)\n\nSee [it](docs/x.md) and **more**\nof `code`.\n\n- one\n- two\n"
        "\n```sh\n# no heading\n```\n\nUnder\n-----\n\n<p>html</p>\n",
    ).blocks
    assert [(b.heading, b.kind, b.text, b.line) for b in blocks] == [
        ("A", "prose", "See it and more of `code`.", 5),
        ("A", "item", "one", 8),
        ("A", "item", "two", 9),
        ("A", "code", "# no heading", 12),
    ]


def test_a_page_in_restructured_text() -> None:
    blocks = page(
        "README.rst",
        "Title\n=====\n\n.. image:: x.png\n   :alt: y\n\nSee :class:`~a.B` and `it <http://x>`_::\n"
        "\n    run(it)\n\n.. code-block:: python\n\n   x = 1\n",
    ).blocks
    assert [(b.heading, b.kind, b.text) for b in blocks] == [
        ("Title", "prose", "See `a.B` and it"),
        ("Title", "code", "run(it)"),
        ("Title", "code", "x = 1"),
    ]
