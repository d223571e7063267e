"""Documents without a file, that grow in the editor while a model writes them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.deliverables.conftest import FILES, write
from tests.server.raw import Message, RawClient

ABLE = {
    "window": {"workDoneProgress": True, "showDocument": {"support": True}},
    "workspace": {"applyEdit": True},
}


class Showing(RawClient):
    """An editor that shows what it is told to, and keeps each state of it.

    Args:
        home: The user's folder.
        folder: The workspace's folder.
        model: What the model does.
    """

    def __init__(self, home: Path, folder: Path, model: str) -> None:
        environment = {f"XDG_{kind}_HOME": str(home) for kind in ("STATE", "CONFIG", "CACHE")}
        super().__init__(
            answers={
                "window/workDoneProgress/create": lambda _: None,
                "window/showDocument": self._open,
                "workspace/applyEdit": self._edit,
            },
            env={"HOME": str(home), **environment},
        )
        self.texts: dict[str, str] = {}
        self.states: list[str] = []
        self.refuses = False
        self._folder, self._model = folder, model

    def __enter__(self) -> Showing:
        user = {"provider": "mock", "model": self._model}
        self.begin(
            ABLE,
            initializationOptions={"userSettings": user},
            workspaceFolders=[{"uri": self._folder.as_uri(), "name": "larder"}],
        )
        return self

    def _open(self, params: Any) -> Any:
        assert params["uri"] not in self.texts, "one that is there is not written over"
        self.texts[params["uri"]] = ""
        return {"success": True}

    def _edit(self, params: Any) -> Any:
        if self.refuses:
            return {"applied": False, "failureReason": "it was closed"}
        ((uri, edits),) = params["edit"]["changes"].items()
        for edit in edits:
            text = self.texts[uri]
            start, end = (_offset(text, edit["range"][side]) for side in ("start", "end"))
            self.texts[uri] = text[:start] + edit["newText"] + text[end:]
        self.states.append(self.texts[uri])
        return {"applied": True}

    def run(self, command: str, **argument: Any) -> Any:
        params = {"command": f"docstringLsp.{command}", "arguments": [argument]}
        answer: Message = self.request("workspace/executeCommand", params)
        return answer["result"]


def _offset(text: str, place: dict[str, int]) -> int:
    lines = text.split("\n")
    return sum(len(line) + 1 for line in lines[: place["line"]]) + place["character"]


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Showing]:
    folder = write(tmp_path_factory.mktemp("untitled") / "larder", FILES)
    home = tmp_path_factory.mktemp("home")
    with Showing(home, folder, "delay 0.15 ok") as started:
        yield started


def test_a_document_grows_and_is_whole_at_the_end(editor: Showing) -> None:
    told = editor.run("deliver", types=["readme"], show=True)
    assert told["uri"] == "untitled:readme.md"
    assert editor.texts[told["uri"]] == told["markdown"]
    assert "by mock" in told["markdown"]
    assert len(editor.states) >= 3, "it was seen to grow"
    assert editor.states[0].startswith("# larder\n")
    said = [m["params"]["value"].get("message", "") for m in editor.received if _reports(m)]
    assert any("Use" in each for each in said), "the part that is written is told"


def _reports(message: Message) -> bool:
    return message.get("method") == "$/progress"


def test_another_one_has_a_name_of_its_own(editor: Showing) -> None:
    told = editor.run("deliver", types=["glossary", "readme"], show=True)
    assert told["uri"] == "untitled:documents.md"
    assert "## Contents" in editor.texts[told["uri"]]
    first, second = (editor.run("deliver", types=["glossary"], show=True)["uri"] for _ in range(2))
    assert first != second
    assert second.startswith("untitled:glossary-")


def test_an_answer_and_a_script_are_shown(editor: Showing) -> None:
    told = editor.run("ask", task="What is a larder?", show=True)
    assert editor.texts["untitled:answer.md"] == told["markdown"]
    told = editor.run("script", line="A tour.", scenes=3, show=True)
    assert editor.texts["untitled:walkthrough-script.md"] == told["markdown"]


def test_nothing_is_opened_unasked(editor: Showing) -> None:
    before = dict(editor.texts)
    assert "uri" not in editor.run("deliver", types=["readme"])
    assert editor.texts == before


def test_one_that_the_user_closed_is_in_the_answer(editor: Showing) -> None:
    editor.refuses = True
    told = editor.run("deliver", types=["readme"], show=True)
    assert "uri" not in told
    assert told["markdown"].startswith("# larder\n")
