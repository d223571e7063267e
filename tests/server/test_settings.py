"""What is set where: by the editor, in the project, for one folder of several; and what changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.server.raw import RawClient

SOURCE = '"""M."""\n\n\ndef f(a: int) -> int:\n    return a\n'
ASKS = {"workspace": {"configuration": True}}


class Configured(RawClient):
    """An editor that answers what it has set, for each folder or for all."""

    def __init__(self, *folders: Path, **begin: Any) -> None:
        self.settings: dict[str | None, Any] = {}
        super().__init__(answers={"workspace/configuration": self._configuration})
        self.folders = folders
        self._begin = begin

    def __enter__(self) -> Configured:
        named = [{"uri": f.as_uri(), "name": f.name} for f in self.folders]
        self.begin(**{"workspaceFolders": named, **self._begin})
        return self

    def _configuration(self, params: Any) -> list[Any]:
        assert {item["section"] for item in params["items"]} == {"docstringLsp"}
        scopes = [item.get("scopeUri") for item in params["items"]]
        return [self.settings.get(scope, self.settings.get(None)) for scope in scopes]

    def told(self, path: Path | str | None = None) -> Any:
        """What the server says of itself, for a file."""
        uri = path.as_uri() if isinstance(path, Path) else path
        argument = {} if uri is None else {"uri": uri}
        call = {"command": "docstringLsp.debugInformation", "arguments": [argument]}
        return self.request("workspace/executeCommand", call)["result"]

    def style(self, path: Path | str | None = None) -> str:
        found: str = self.told(path)["style"]
        return found

    def shown(self) -> list[str]:
        received = self.drain(0.1)
        return [m["params"]["message"] for m in received if m["method"] == "window/showMessage"]


def project(folder: Path, settings: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "pyproject.toml").write_text(f"[tool.docstring-lsp]\n{settings}\n", encoding="utf-8")
    return folder


def test_a_start_that_sets_nothing_leaves_the_projects_own(tmp_path: Path) -> None:
    folder = project(tmp_path, 'style = "numpy"')
    with Configured(folder, initializationOptions="nonsense") as client:
        assert client.style(folder / "a.py") == "numpy"


def test_the_start_sets(tmp_path: Path) -> None:
    folder = project(tmp_path, 'style = "numpy"\ninclude-private = true')
    options = {"style": "sphinx", "lineLength": 72}
    with Configured(folder, initializationOptions=options) as client:
        told = client.told(folder / "a.py")
        assert told["style"] == "sphinx"
        assert told["styleReason"] == "set in editor settings"
        assert told["settings"]["line-length"] == {"value": 72, "from": "editor settings"}
        origin = told["settings"]["include-private"]["from"]
        assert origin == str(folder / "pyproject.toml")


def test_the_editor_is_asked_and_asked_again_when_it_changes(tmp_path: Path) -> None:
    with Configured(project(tmp_path, ""), capabilities=ASKS) as client:
        client.settings[None] = {"style": "epytext"}
        client.notify("workspace/didChangeConfiguration", {"settings": None})
        assert client.style() == "epytext"
        client.settings[None] = {"style": "numpy"}
        client.notify("workspace/didChangeConfiguration", {"settings": {"style": "ignored"}})
        assert client.style() == "numpy"


SENT = [
    {"docstringLsp": {"style": "numpy"}},
    {"style": "numpy"},
    {"settings": {"docstringLsp": {"style": "numpy"}}},
]


def test_an_editor_that_cannot_be_asked_sends_them(tmp_path: Path) -> None:
    options = {"style": "sphinx"}
    with Configured(project(tmp_path, ""), initializationOptions=options) as client:
        for sent in SENT:
            assert client.style() == "sphinx"
            client.notify("workspace/didChangeConfiguration", {"settings": sent})
            assert client.style() == "numpy"
            client.notify("workspace/didChangeConfiguration", {"settings": options})


def test_a_wrong_setting_is_told_once_and_the_previous_stay(tmp_path: Path) -> None:
    folder = project(tmp_path, "")
    with Configured(folder, initializationOptions={"style": "sphinx"}) as client:
        assert client.style(folder / "a.py") == "sphinx"
        for _ in range(3):
            sent = {"docstringLsp": {"style": "sphynx"}}
            client.notify("workspace/didChangeConfiguration", {"settings": sent})
            assert client.style(folder / "a.py") == "sphinx"
        (told,) = client.shown()
        assert "Did you mean 'sphinx'" in told
        assert "editor settings" in told


def test_a_workspace_does_not_choose_who_writes(tmp_path: Path) -> None:
    folder = project(tmp_path, 'style = "google"')
    own = {"userSettings": {"provider": "static"}, "provider": "elsewhere"}
    with Configured(folder, initializationOptions=own) as client:
        told = client.told(folder / "a.py")["settings"]["provider"]
        assert told == {"value": "static", "from": "editor user settings"}
        logged = [m["params"]["message"] for m in client.drain(0.1) if "logM" in m["method"]]
        assert any("'provider' cannot be set by a project" in line for line in logged)


def test_a_projects_settings_are_read_anew_when_their_file_changes(tmp_path: Path) -> None:
    folder = project(tmp_path, 'style = "numpy"')
    file, other = folder / "pyproject.toml", folder / "a.py"
    with Configured(folder) as client:
        assert client.style(other) == "numpy"
        project(tmp_path, 'style = "google"')
        client.notify("textDocument/didSave", {"textDocument": {"uri": other.as_uri()}})
        assert client.style(other) == "numpy"
        client.notify("textDocument/didSave", {"textDocument": {"uri": file.as_uri()}})
        assert client.style(other) == "google"
        project(tmp_path, 'style = "sphinx"')
        change = {"uri": file.as_uri(), "type": 2}
        client.notify("workspace/didChangeWatchedFiles", {"changes": [change]})
        assert client.style(other) == "sphinx"


def test_a_project_without_settings_is_told_by_its_docstrings(tmp_path: Path) -> None:
    alone = tmp_path / "alone"
    alone.mkdir()
    one = '"""M."""\n\n\ndef f(a):\n    """Do it.\n\n    Parameters\n    ----------\n    a : int\n'
    for number in range(3):
        text = one + '        A.\n    """\n'
        (tmp_path / f"m{number}.py").write_text(text, encoding="utf-8")
    with Configured() as client:
        assert client.style(tmp_path / "a.py") == "numpy"
        # Nobody says that these folders belong together.
        assert client.style(alone / "a.py") == "google"
        (tmp_path / ".git").mkdir()
        watched = {"uri": (tmp_path / "pyproject.toml").as_uri(), "type": 2}
        client.notify("workspace/didChangeWatchedFiles", {"changes": [watched]})
        assert client.style(alone / "a.py") == "numpy"


def test_each_folder_has_its_own_style(tmp_path: Path) -> None:
    one = project(tmp_path / "one", 'style = "numpy"')
    two = project(tmp_path / "two", 'style = "sphinx"')
    with Configured(one, two) as client:
        for folder, style in ((one, "NumPy"), (two, "Sphinx")):
            uri = (folder / "a.py").as_uri()
            client.open(uri, SOURCE)
            assert f"`f` ({style})" in titles(client, uri)[0]


def test_each_folder_has_what_the_editor_set_for_it(tmp_path: Path) -> None:
    one, two, three = (project(tmp_path / name, 'style = "pep257"') for name in "abc")
    with Configured(one, two, capabilities=ASKS) as client:
        client.settings[one.as_uri()] = {"style": "numpy"}
        client.settings[two.as_uri()] = {"style": "sphinx"}
        client.settings[three.as_uri()] = {"style": "epytext"}
        client.notify("workspace/didChangeConfiguration", {"settings": None})
        styles = [client.style(folder / "deep" / "a.py") for folder in (one, two, three)]
        assert styles == ["numpy", "sphinx", "pep257"]
        event = {
            "added": [{"uri": three.as_uri(), "name": "three"}],
            "removed": [{"uri": one.as_uri(), "name": "one"}],
        }
        client.notify("workspace/didChangeWorkspaceFolders", {"event": event})
        styles = [client.style(folder / "deep" / "a.py") for folder in (one, two, three)]
        assert styles == ["pep257", "sphinx", "epytext"]


def test_a_cell_belongs_to_its_notebooks_project_and_what_has_no_file_to_the_first_folder(
    tmp_path: Path,
) -> None:
    one = project(tmp_path / "one", 'style = "numpy"')
    two = project(tmp_path / "two", 'style = "sphinx"')
    with Configured(one, two) as client:
        for uri, style in (
            (f"vscode-notebook-cell:{two}/deep/a.ipynb#W0sZmlsZQ%3D%3D", "Sphinx"),
            (f"vscode-notebook-cell://{two}/deep/a%20b.ipynb#W0", "Sphinx"),
            ("untitled:Untitled-1", "NumPy"),
        ):
            client.open(uri, SOURCE)
            assert f"`f` ({style})" in titles(client, uri)[0]


def titles(client: RawClient, uri: str) -> list[str]:
    """The titles of the actions at the function."""
    place = {"line": 3, "character": 5}
    params = {
        "textDocument": {"uri": uri},
        "range": {"start": place, "end": place},
        "context": {"diagnostics": []},
    }
    return [
        action["title"] for action in client.request("textDocument/codeAction", params)["result"]
    ]
