"""A small project with everything that a deliverable may tell of."""

from __future__ import annotations

from pathlib import Path

import pytest

from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.gather import gather

FILES = {
    "pyproject.toml": """\
[project]
name = "larder"
version = "1.2"
description = "Keeps count of what is in the larder."
requires-python = ">=3.10"
license = "MIT"
classifiers = ["Intended Audience :: End Users/Desktop", "Operating System :: OS Independent"]
dependencies = ["click>=8.1"]
urls = { Home = "https://larder.example" }
[project.optional-dependencies]
scales = ["pyserial>=3"]
[project.scripts]
larder = "larder.cli:main"
[project.entry-points."larder.shelves"]
cold = "larder.shelf:Shelf"
""",
    "README.md": """\
# Larder

[![badge](https://badge.example/x.svg)](https://badge.example)

Larder lets you know what is in the house without having to look for it.

## Install

Run it from a clone:

```console
$ python -m pip install .
```

## Features

- **Counts** what there is, see [the guide](docs/guide.md).
""",
    "LICENSE": "MIT\n",
    "larder/__init__.py": '"""A larder that knows what is in it."""\n',
    "larder/shelf.py": '''\
"""Shelves and what stands on them."""

from dataclasses import dataclass

SIZE = 3


class Full(Exception):
    """There is no room left."""


@dataclass
class Shelf:
    """A shelf with jars. It is never sorted."""

    size: int = SIZE

    def put(self, jar: str, *, count: int = 1) -> int:
        """Put jars on the shelf | and return the room left."""
        if count > self.size:
            raise Full(jar)
        return self.size - count

    def _sort(self) -> None:
        pass


def weigh(shelf):
    return shelf.size
''',
    "larder/cli.py": '''\
"""The larder at the terminal."""

import click

from larder.shelf import Shelf
from . import shelf as shelves


def common(command):
    return click.option("--quiet", is_flag=True, help="Say nothing.")(command)


@click.group()
def main():
    """Keep count of a larder."""


@main.command("put")
@click.argument("jar")
@click.option("--count", "-c", default=1, help="How many jars.")
@click.option("--kind", type=click.Choice(["glass", "tin"]), required=True)
@common
def put_command(jar, count, kind, quiet):
    """Put a jar on a shelf."""
    Shelf().put(jar, count=count)
''',
    "tests/test_shelf.py": '''\
"""Shelves hold what is put on them."""

from larder.shelf import Shelf


def test_put():
    assert Shelf().put("jam") == 2
''',
}


def write(root: Path, files: dict[str, str]) -> Path:
    """Write files below a folder and return it."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The project's folder."""
    return write(tmp_path / "larder-1.2", FILES)


@pytest.fixture
def evidence(project: Path) -> Evidence:
    """What the project says of itself."""
    return gather(project)
