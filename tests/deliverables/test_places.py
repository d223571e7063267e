"""A file belongs where a project's layout and name put it."""

from __future__ import annotations

import pytest

from docstring_lsp.deliverables.evidence.places import Places

LAYOUTS = [
    # A namespace package has a name of several parts, in src and at the top.
    ("zope.interface", "src/zope/interface/__init__.py", "zope.interface", "package"),
    ("zope.interface", "zope/interface/adapter.py zope/interface/__init__.py", None, "package"),
    ("google-cloud-box", "google/cloud/box/__init__.py", "google.cloud.box", "package"),
    ("box", "libs/box/__init__.py", "box", "package"),
    ("box", "src/box.py", "box", "package"),
    ("box", "box/lid.py", "box.lid", "package"),
    ("", "box/inner/lid.py box/__init__.py", "box.inner.lid", "package"),
    ("", "loose/lid.py", "lid", "package"),
    # What stands beside the package that the project is named after is not shipped.
    ("box", "build.py box/__init__.py", "build", "tool"),
    ("box", "action/main.py src/box/__init__.py", "main", "tool"),
    ("box", "lid/__init__.py box/__init__.py", "lid", "package"),
    ("box", "lid/__init__.py src/box/__init__.py", "lid", "tool"),
    ("box", "documentation/conf.py box.py", "conf", "documentation"),
    ("box", "docs_src/first.py box.py", "first", "documentation"),
    (
        "box",
        "src/box/_vendor/lark/lexer.py src/box/__init__.py",
        "box._vendor.lark.lexer",
        "vendored",
    ),
    # A folder that holds tests more than anything else is one of tests.
    ("box", "t/skip.py t/test_a.py t/test_b.py t/test_c.py box.py", "skip", "test"),
    ("box", "box/test_a.py box/test_b.py box/test_c.py box/lid.py box/__init__.py", None, "test"),
]


@pytest.mark.parametrize(("project", "paths", "name", "role"), LAYOUTS)
def test_layouts(project: str, paths: str, name: str | None, role: str) -> None:
    places = Places(paths.split(), project)
    first = paths.split()[0]
    assert places.role(first) == role
    if name is not None:
        assert places.dotted(first) == name


def test_tests_beside_the_code_do_not_make_it_a_test() -> None:
    paths = ["box/__init__.py", "box/lid.py", *(f"box/test_{x}.py" for x in "abc")]
    assert Places(paths, "box").role("box/lid.py") == "package"


def test_what_the_metadata_names_is_shipped() -> None:
    places = Places(["box/__init__.py", "runner.py"], "box", {"runner"})
    assert places.role("runner.py") == "package"
