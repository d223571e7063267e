"""What a project says of itself is read from where it says it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

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


POETRY = """\
[project]
name = "box"
[tool.poetry]
description = "A box."
homepage = "https://box.example"
[tool.poetry.dependencies]
python = "^3.10"
rich = "^13"
paint = { version = "*", optional = true }
[tool.poetry.extras]
colour = ["paint"]
[tool.poetry.group.dev.dependencies]
pytest = ">=8"
[tool.poetry.scripts]
box = { reference = "box.cli:main", type = "console" }
[tool.poetry.plugins."box.lids"]
flat = "box.lids:Flat"
"""


def test_metadata_of_poetry() -> None:
    told = metadata({"pyproject.toml": POETRY})
    assert (told.name, told.summary, told.requires_python) == ("box", "A box.", "^3.10")
    assert [(r.text, r.name, r.group) for r in told.requirements] == [
        ("rich ^13", "rich", ""),
        ("paint", "paint", "colour"),
        ("pytest >=8", "pytest", "dev"),
    ]
    assert [(e.group, e.target) for e in told.entry_points] == [
        ("console_scripts", "box.cli:main"),
        ("box.lids", "box.lids:Flat"),
    ]


SETUP = """\
import os, setuptools
VERSION = "1" + ".2"
NEEDS = ["rich"]
setuptools.setup(
    name="box", version=VERSION, description=os.environ["X"], install_requires=NEEDS + ["six"],
    extras_require={"colour": ["paint"]}, keywords="lid jar", url="https://box.example",
    entry_points={"console_scripts": ["box = box.cli:main [colour]"], **EVERY},
    classifiers=["Environment :: Console", computed()],
)
"""


def test_metadata_of_a_script_as_far_as_it_is_written_out() -> None:
    told = metadata({"setup.cfg": "[metadata]\nlicense = MIT\n", "setup.py": SETUP})
    assert (told.name, told.version, told.summary) == ("box", "1.2", "")
    assert [(r.text, r.group) for r in told.requirements] == [
        ("rich", ""),
        ("six", ""),
        ("paint", "colour"),
    ]
    assert [(e.name, e.target) for e in told.entry_points] == [("box", "box.cli:main")]
    assert told.classifiers == ("Environment :: Console",)
    assert (told.said_in("license"), told.said_in("classifiers")) == ("setup.cfg", "setup.py")
    text = 'setup(entry_points="""[console_scripts]\\nbox = box:main\\n""", name="x")'
    assert metadata({"setup.py": text}).entry_points[0].target == "box:main"


def test_what_is_no_metadata_is_passed_over() -> None:
    assert (
        metadata({"pyproject.toml": "[project", "setup.cfg": "[", "setup.py": "setup("}).name == ""
    )


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


PROGRAMS = """\
[project]
name = "box"
[project.scripts]
box = "box.cli:patched"
boxd = "box.daemon:run"
"""


def test_a_command_has_the_name_of_the_program_that_calls_it(tmp_path: Path) -> None:
    click = "import click\n@click.command()\ndef main(): ...\n\n\ndef patched():\n    main()\n"
    parser = (
        "import argparse\ndef run():\n    p = argparse.ArgumentParser()\n    p.add_argument('x')\n"
    )
    folder = {"box/__init__.py": "", "box/cli.py": click, "box/daemon.py": parser}
    found = gather(write(tmp_path, {"pyproject.toml": PROGRAMS, **folder}))
    assert [c.name for m in found.own for c in m.commands] == ["box", "boxd"]


def test_a_history_that_git_does_not_show_is_told(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True, capture_output=True)
    assert "does not have any commits yet" in gather(tmp_path).unread[0]


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


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        (
            "a.rst",
            "A WSGI_ tool of Zyte_, snake_case too.",
            "A WSGI tool of Zyte, snake_case too.",
        ),
        ("a.rst", ":Version: 5\n:Web: x", ""),
        ("a.md", "Make <abbr title='x'>CLI</abbr>s.", "Make CLIs."),
        ("a.md", "```\n$ box open\n```", "console"),
        ("a.rst", "It::\n\n    >>> box\n", "It pycon"),
        ("a.rst", "It:\n\n  .. code:: sh\n\n     box\n\nMore.", "It: sh More."),
    ],
)
def test_what_a_page_marks(path: str, text: str, said: str) -> None:
    blocks = page(path, text).blocks
    assert " ".join(b.language if b.kind == "code" else b.text for b in blocks) == said
