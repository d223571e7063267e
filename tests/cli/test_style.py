"""``docstring-lsp style``: the style, and why."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

import pytest

from docstring_lsp.settings import sources
from docstring_lsp.settings.model import Settings, kebab
from tests.cli.conftest import Cli


def test_what_is_set_is_told_with_its_place(cli: Cli, project: Path) -> None:
    path = project / "docstring-lsp.toml"
    path.write_text('style = "google"\ntypes = false\nline-length = 72\n')
    lines = cli("style").out.splitlines()
    assert [line.split()[:2] for line in lines] == [
        ["style", "google"],
        ["types", "no"],
        ["init", "class"],
        ["line-length", "72"],
    ]
    assert [line.endswith(f"  set in {path}") for line in lines] == [True, True, False, True]


def test_for_tools(cli: Cli, project: Path) -> None:
    path = project / "docstring-lsp.toml"
    path.write_text("types = true\n")
    told = json.loads(cli("style", "--format", "json").out)
    assert told["types"] == {"value": True, "reason": f"set in {path}"}
    assert all(row["reason"] for row in told.values())


def test_verbose_tells_every_setting(cli: Cli, project: Path) -> None:
    told = json.loads(cli("style", "--verbose", "--format", "json").out)
    assert set(told) == {kebab(f.name) for f in fields(Settings)} | {"your config.toml"}
    assert told["provider"] == {"value": "static", "reason": "default"}
    shown = cli("style", "--verbose").out
    assert "\nextend-exclude " in shown


def test_verbose_tells_where_the_users_own_settings_stand(
    cli: Cli, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = project / "home" / "config.toml"
    monkeypatch.setattr(sources, "user_file", lambda: path)
    own = ["your", "config.toml"]
    assert cli("style", "--verbose").out.splitlines()[-1].split() == [
        *own,
        "none",
        "yet",
        str(path),
    ]
    path.parent.mkdir()
    path.write_text("offline = true\n")
    shown = cli("style", "--verbose").out.splitlines()
    assert shown[-1].split() == [*own, "read", str(path)]
    assert next(line for line in shown if line.startswith("offline")).endswith(str(path))


def test_the_place_decides(cli: Cli, project: Path) -> None:
    (project / "inner").mkdir()
    (project / "inner" / "docstring-lsp.toml").write_text("line-length = 60\n")
    (project / "inner" / "x.py").touch()
    for place in ("inner", "inner/x.py"):
        assert json.loads(cli("style", place, "--format", "json").out)["line-length"]["value"] == 60
    assert json.loads(cli("style", "--format", "json").out)["line-length"]["value"] == 88
