"""Which settings hold at a place, and where each is said to come from."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from docstring_lsp.errors import SettingError
from docstring_lsp.folders import upwards
from docstring_lsp.settings.load import load, project_file
from docstring_lsp.settings.model import (
    DEFAULT_EXCLUDE,
    Endpoint,
    Settings,
    camel,
    kebab,
    user_scope,
)
from docstring_lsp.settings.sources import user_file


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of its own, with no settings in it and none in the environment."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setattr(
        "docstring_lsp.places.config", lambda: str(folder / ".config" / "docstring-lsp")
    )
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The root of a version-controlled tree."""
    folder = tmp_path / "project"
    (folder / ".git").mkdir(parents=True)
    return folder


def pyproject(folder: Path, body: str) -> Path:
    path = folder / "pyproject.toml"
    path.write_text(f"[tool.docstring-lsp]\n{body}\n")
    return path


def personal(body: str) -> Path:
    path = user_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(body + "\n")
    return path


def test_nothing_set_gives_the_defaults(project: Path) -> None:
    resolved = load(project)
    assert resolved.settings == Settings()
    assert {resolved.origin(f.name) for f in fields(Settings)} == {"default"}
    assert resolved.settings.exclude == DEFAULT_EXCLUDE


def test_the_later_place_wins(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each place sets one thing less than the one before it, so each wins once."""
    names = ("style", "init", "types", "line-length", "include-tests", "include-private")
    before = ('"a"', '"class"', "true", "80", "true", "true")
    personal("\n".join(f"{n} = {v}" for n, v in zip(names, before, strict=True)))
    monkeypatch.setenv("DOCSTRING_LSP_STYLE", "b")
    monkeypatch.setenv("DOCSTRING_LSP_INIT", "init")
    monkeypatch.setenv("DOCSTRING_LSP_TYPES", "false")
    monkeypatch.setenv("DOCSTRING_LSP_LINE_LENGTH", "81")
    monkeypatch.setenv("DOCSTRING_LSP_INCLUDE_TESTS", "0")
    path = pyproject(project, 'style = "c"\ninit = "class"\ntypes = true\nline-length = 82')
    resolved = load(
        project,
        editor_user={"style": "d", "init": "init", "types": False},
        editor={"style": "e", "init": "class"},
        command_line={"style": "f", "init": None},
    )
    told = {
        name: (getattr(resolved.settings, name), resolved.origin(name))
        for name in ("style", "init", "types", "line_length", "include_tests", "include_private")
    }
    assert told == {
        "style": ("f", "command line"),
        "init": ("class", "editor settings"),
        "types": (False, "editor user settings"),
        "line_length": (82, str(path)),
        "include_tests": (False, "environment variable DOCSTRING_LSP_INCLUDE_TESTS"),
        "include_private": (True, str(user_file())),
    }


def test_what_is_left_out_besides_adds_up(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    personal('extend-exclude = ["one"]')
    monkeypatch.setenv("DOCSTRING_LSP_EXTEND_EXCLUDE", "two, three")
    pyproject(project, 'extend-exclude = ["four"]')
    resolved = load(project, command_line={"extend_exclude": ("five",)})
    assert resolved.settings.extend_exclude == ("one", "two", "three", "four", "five")


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ('stile = "google"', "unknown setting 'stile'. Did you mean 'style'?"),
        ("line_length = 80", "Did you mean 'line-length'?"),
        ("zzz = 1", "unknown setting 'zzz'. Known: style, "),
        ('line-length = "wide"', "'line-length' has the value 'wide': input should be a valid int"),
        ("line-length = 3", "'line-length' has the value 3: input should be greater than or"),
        ("line-length = 999", "'line-length' has the value 999: input should be less than or"),
        ("line-length = true", "'line-length' has the value True: input should be"),
        ("exclude = [1]", "'exclude' has the value [1]: input should be a valid string"),
        ('init = "both"', "'init' has the value 'both': input should be 'class' or 'init'"),
        ("style = 3", "'style' has the value 3: input should be a valid string"),
        ('exclude = "build"', "'exclude' has the value 'build': input should be a valid tuple"),
        ("style = ", "not valid TOML: "),
    ],
)
def test_a_wrong_file_is_one_line_with_its_path(project: Path, body: str, says: str) -> None:
    path = pyproject(project, body)
    with pytest.raises(SettingError) as caught:
        load(project)
    assert str(caught.value).startswith(f"{path}: ")
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_what_can_be_converted_is(project: Path) -> None:
    pyproject(project, 'types = "no"\nline-length = "72"\nexclude = ["a", "b"]')
    assert load(project).settings == Settings(types=False, line_length=72, exclude=("a", "b"))


def test_a_table_that_is_none(project: Path) -> None:
    (project / "pyproject.toml").write_text('[tool]\ndocstring-lsp = "google"\n')
    with pytest.raises(SettingError, match="is not a table"):
        load(project)


def test_a_wrong_variable_is_named(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCSTRING_LSP_LINE_LENGTH", "wide")
    with pytest.raises(SettingError, match=r"^environment variable DOCSTRING_LSP_LINE_LENGTH: "):
        load(project)


def test_a_misspelt_variable_is_named_and_a_foreign_one_is_not(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOCSTRING_LSP_HARNESS", "1")
    assert load(project).settings == Settings()
    monkeypatch.setenv("DOCSTRING_LSP_STYL", "google")
    with pytest.raises(SettingError, match=r"Did you mean .DOCSTRING_LSP_STYLE"):
        load(project)


def test_a_wrong_option_is_named(project: Path) -> None:
    with pytest.raises(SettingError, match=r"^command line: 'line-length'"):
        load(project, command_line={"line_length": 1})


# The user's scope: whom the tool talks to is never a project's to say.


@pytest.mark.parametrize("name", sorted(user_scope()))
@pytest.mark.parametrize("file", ["pyproject.toml", "docstring-lsp.toml"])
def test_a_project_cannot_set_what_is_the_users(project: Path, name: str, file: str) -> None:
    header = "[tool.docstring-lsp]\n" if file == "pyproject.toml" else ""
    (project / file).write_text(f'{header}{kebab(name)} = "elsewhere"\n')
    with pytest.raises(SettingError) as caught:
        load(project)
    assert str(caught.value) == (
        f"{project / file}: '{kebab(name)}' cannot be set by a project; set it in {user_file()}, "
        f"as DOCSTRING_LSP_{name.upper()} or on the command line"
    )


@pytest.mark.parametrize("name", sorted(user_scope()))
def test_an_editors_workspace_cannot_either(project: Path, name: str) -> None:
    resolved = load(project, editor={camel(name): "elsewhere"})
    assert getattr(resolved.settings, name) == getattr(Settings(), name)
    assert [f"'{kebab(name)}' cannot be set by a project" in w for w in resolved.warnings] == [True]


VALUES: dict[str, tuple[Any, Any]] = {
    "timeout": (5.0, 6.0),
    "max_retries": (1, 2),
    "parallel_attempts": (1, 3),
    "concurrency": (1, 8),
    "race_delay": (0.5, "off"),
    "cache": (False, True),
    "cache_ttl": (60, 70),
    "max_cost": (0.5, 1.5),
    "daily_budget": (0.5, 1.5),
}


@pytest.mark.parametrize("name", sorted(user_scope() - {"providers"}))
def test_the_user_can(project: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = VALUES.get(name, ("one", "other"))

    def said() -> tuple[object, str]:
        resolved = load(project)
        return getattr(resolved.settings, name), resolved.origin(name)

    personal(f"{kebab(name)} = {json.dumps(one)}")
    assert said() == (one, str(user_file()))
    variable = f"DOCSTRING_LSP_{name.upper()}"
    monkeypatch.setenv(variable, str(other))
    assert said() == (other, f"environment variable {variable}")
    resolved = load(project, editor_user={camel(name): one})
    assert getattr(resolved.settings, name) == one
    # An editor's workspace settings repeat the user's: that is no attempt at anything.
    resolved = load(project, editor_user={camel(name): one}, editor={camel(name): one})
    assert (getattr(resolved.settings, name), resolved.warnings) == (one, ())
    resolved = load(project, editor_user={camel(name): one}, command_line={name: other})
    assert getattr(resolved.settings, name) == other


def test_the_user_sets_up_single_providers(project: Path) -> None:
    personal(
        '[providers.openai]\nmodel = "m"\nbase-url = "https://gate.example"\n'
        '[providers.openai.headers]\nx-team = "docs"\n'
    )
    found = load(project).settings.providers
    assert found == {
        "openai": Endpoint(model="m", base_url="https://gate.example", headers={"x-team": "docs"})
    }
    assert "docs" not in repr(found)
    editors = {"providers": {"openai": {"baseUrl": "https://other.example"}}}
    endpoint = load(project, editor_user=editors).settings.providers["openai"]
    assert endpoint.base_url == "https://other.example"


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("providers = 1", "'providers' is not a table; write [providers.NAME]"),
        ("[providers]\nopenai = 'x'", "'providers.openai' is not a table"),
        ("[providers.a]\nbase-ur = 'x'", "unknown key 'base-ur' in providers.a. Did you mean"),
        ("[providers.a]\nmodel = 1", "'providers.a.model' is not a text"),
        ("[providers.a]\nheaders = 's3cr3t'", "'providers.a.headers' is not a table of texts"),
        ("[providers.a.headers]\nk = 1234567", "'providers.a.headers' is not a table of texts"),
    ],
)
def test_a_wrong_table_of_a_provider_is_told_without_its_values(
    project: Path, table: str, told: str
) -> None:
    personal(table)
    with pytest.raises(SettingError) as caught:
        load(project)
    assert told in str(caught.value)
    assert "s3cr3t" not in str(caught.value)
    assert "1234567" not in str(caught.value)


@pytest.mark.parametrize("file", ["pyproject.toml", "docstring-lsp.toml"])
def test_a_project_may_turn_offline_on_and_never_off(project: Path, file: str) -> None:
    header = "[tool.docstring-lsp]\n" if file == "pyproject.toml" else ""
    (project / file).write_text(f"{header}offline = true\n")
    assert load(project).settings.offline is True
    (project / file).write_text(f"{header}offline = false\n")
    with pytest.raises(SettingError, match="'offline' cannot be set by a project"):
        load(project)


def test_an_editors_workspace_may_turn_offline_on_and_never_off(project: Path) -> None:
    assert load(project, editor={"offline": True}).settings.offline is True
    personal("offline = true")
    resolved = load(project, editor={"offline": False})
    assert resolved.settings.offline is True
    assert "'offline' cannot be set by a project" in resolved.warnings[0]


@pytest.mark.parametrize(
    "wrong", ["timeout = 0", "timeout = -1.5", "max-retries = 21", "parallel-attempts = 0",
              "race-delay = 'of'", "max-cost = -1", "cache-ttl = -1"]
)  # fmt: skip
def test_a_number_that_makes_no_sense_is_refused(project: Path, wrong: str) -> None:
    personal(wrong)
    with pytest.raises(SettingError, match=f"'{wrong.split()[0]}' has the value"):
        load(project)


def test_the_provider_is_the_users() -> None:
    assert "provider" in user_scope()


# What editors send.


def test_an_editor_may_spell_as_it_likes_and_send_nulls(project: Path) -> None:
    resolved = load(project, editor={"lineLength": 90, "include-tests": True, "types": None})
    assert resolved.settings == Settings(line_length=90, include_tests=True)


def test_what_an_editor_sends_besides_is_passed_over_with_a_warning(project: Path) -> None:
    resolved = load(project, editor={"stile": "google"})
    assert resolved.settings == Settings()
    (warning,) = resolved.warnings
    assert warning.startswith("editor settings: unknown setting 'stile'. Did you mean 'style'?")


# Where a project's file is looked for.


def test_the_nearest_file_decides_alone(project: Path) -> None:
    pyproject(project, 'style = "far"\ninclude-tests = true')
    inner = project / "packages" / "one"
    inner.mkdir(parents=True)
    near = pyproject(inner, 'style = "near"')
    resolved = load(inner / "src" / "x.py")
    assert (resolved.settings, resolved.root) == (Settings(style="near"), inner)
    assert resolved.origin("style") == str(near)


def test_a_pyproject_without_the_table_is_passed_over(project: Path) -> None:
    path = pyproject(project, 'style = "far"')
    inner = project / "one"
    inner.mkdir()
    (inner / "pyproject.toml").write_text('[project]\nname = "docstring-lsp-fan"\n')
    assert project_file(inner) == path


def test_a_pyproject_that_does_not_name_us_is_not_parsed(project: Path) -> None:
    (project / "pyproject.toml").write_text("this is not TOML")
    assert project_file(project) is None


def test_the_tools_own_file_wins_over_pyproject(project: Path) -> None:
    pyproject(project, 'style = "pyproject"')
    (project / "docstring-lsp.toml").write_text('style = "own"\n')
    assert load(project).settings.style == "own"


def test_nothing_is_read_above_the_version_controlled_tree(project: Path) -> None:
    pyproject(project.parent, 'style = "outside"')
    assert load(project / "src").settings == Settings()


def test_nothing_is_read_above_home(home: Path) -> None:
    pyproject(home.parent, 'style = "outside"')
    loose = home / "scripts"
    loose.mkdir()
    assert load(loose / "x.py").settings == Settings()
    assert list(upwards(loose)) == [loose, home]


def test_a_relative_place_is_looked_for_from_here(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pyproject(project, 'style = "here"')
    (project / "src").mkdir()
    monkeypatch.chdir(project / "src")
    assert load(Path("x.py")).settings.style == "here"
    assert load(Path()).settings.style == "here"


def test_the_users_file_stands_in_the_systems_place_for_it() -> None:
    code = "from docstring_lsp.settings.sources import user_file; print(user_file())"
    env = {"PATH": "", "HOME": "/home/somebody", "XDG_CONFIG_HOME": "/elsewhere"}
    run = subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True
    )
    if sys.platform == "linux":
        assert run.stdout.strip() == "/elsewhere/docstring-lsp/config.toml"
    assert run.stdout.strip().endswith("config.toml")


@pytest.mark.parametrize(
    "body",
    [
        "",
        'style = "google"\ntypes = true\nline-length = 100\ninit = "init"\nexclude = ["build"]',
    ],
)
def test_what_needs_no_conversion_is_taken_without_pydantic(project: Path, body: str) -> None:
    """The start of every command waits for what is imported here."""
    pyproject(project, body)
    code = (
        "import sys; from pathlib import Path; from docstring_lsp.settings.load import load\n"
        "load(Path(sys.argv[1]))\n"
        "print([m for m in sys.modules if m.startswith('pydantic')])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(project)], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"


def test_every_setting_is_told_of_in_the_class() -> None:
    text = Settings.__doc__ or ""
    assert [f.name for f in fields(Settings) if f"{f.name}: " not in text] == []
