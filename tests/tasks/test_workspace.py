"""The services of this package: which sentence goes where, and what each answers."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from docstring_lsp.engine.generate import Engine
from docstring_lsp.settings.model import Resolved, Settings
from docstring_lsp.tasks.execute import Orchestrator
from docstring_lsp.tasks.room import Room
from docstring_lsp.tasks.workspace import orchestrator
from tests.deliverables.conftest import project

__all__ = ["project"]

pytestmark = pytest.mark.asyncio(loop_scope="function")


Hands = Callable[..., Orchestrator]


@pytest_asyncio.fixture(loop_scope="function")
async def hands() -> AsyncIterator[Hands]:
    """Makes who hands tasks to services, and closes what they asked."""
    async with AsyncExitStack() as opened:

        def made(
            root: Path, provider: str = "static", model: str = "", **here: Any
        ) -> Orchestrator:
            settings = Settings(provider=provider, model=model, style="google")
            engine = Engine(settings)
            opened.push_async_callback(engine.aclose)
            return orchestrator(Room(root, Resolved(settings=settings), engine, **here))

        yield made


GOES_TO = {
    "Write the docstring of Shelf.put": "docstring",
    "Add docstrings to larder/shelf.py": "docstring",
    "Check the docstrings of larder/shelf.py": "check",
    "Which docstrings are stale?": "check",
    "Convert the docstrings to numpy": "convert",
    "Write personas and use cases": "deliverable",
    "Make an architecture document": "deliverable",
    "Explain Shelf.put": "chat",
    "Extract text from invoice.pdf": "vision",
    "Search Google for latest news": "responses",
    "Design a multi-step solution for this problem": "reasoning",
    "Explain how async works": "chat",
    "Hello": "chat",
    # As it is typed in haste, and in another language.
    "chek the docstings plz": "check",
    "Are there any mistakes in my docstrings?": "check",
    "fix all problems in larder/shelf.py": "docstring",
    "konvertiere larder/shelf.py nach numpy": "convert",
    "Erkläre mir die Klasse Shelf": "chat",
    "Beschreibe die Architektur": "deliverable",
    "write a problm statement": "deliverable",
    "write a poem": "chat",
    "change log please": "deliverable",
    "what's the weather tomorrow": "chat",
    "thanks!": "chat",
}


@pytest.mark.parametrize("task", GOES_TO)
async def test_a_sentence_goes_to_its_service(task: str, project: Path, hands: Hands) -> None:
    assert hands(project).route(task).service == GOES_TO[task]


async def test_a_docstring_is_shown_and_only_written_when_said(project: Path, hands: Hands) -> None:
    path = project / "larder" / "shelf.py"
    before = path.read_text(encoding="utf-8")
    result = await hands(project).execute("Write the docstring of weigh")
    assert result.success, result.error
    assert result.result.diff.startswith("--- larder/shelf.py\n")
    assert '+    """' in result.result.diff
    assert path.read_text(encoding="utf-8") == before
    result = await hands(project).execute("Write the docstring of weigh", write=True)
    assert result.result.written == ("larder/shelf.py",)
    assert path.read_text(encoding="utf-8") != before
    result = await hands(project).execute("Write the docstring of weigh", service="docstring")
    assert result.result.text == "Nothing to write."


KEPT = '"""Old."""\n\n\ndef keep(a):\n    """Keep it.\n\n    Args:\n        b: By hand.\n    """\n'


@pytest.mark.parametrize(
    ("task", "gone"),
    [("Update the docstring of keep", False), ("Write the docstring of keep anew", True)],
)
async def test_what_stands_is_mended_and_only_written_anew_when_said(
    task: str, gone: bool, project: Path, hands: Hands
) -> None:
    (project / "larder" / "old.py").write_text(KEPT, encoding="utf-8")
    result = await hands(project).execute(task)
    assert "a: " in result.result.diff
    assert ('-    """Keep it.' in result.result.diff) is gone


async def test_without_a_name_all_that_is_shipped_is_meant(project: Path, hands: Hands) -> None:
    result = await hands(project).execute("add docstrings")
    assert "+++ larder/shelf.py" in result.result.diff
    assert "tests/" not in result.result.diff


@pytest.mark.parametrize(
    ("task", "told"),
    [
        (
            "Write docstrings for larder/shlef.py",
            "no larder/shlef.py; did you mean larder/shelf.py?",
        ),
        ("docstring larder/shelf.py:Shelf.pu", "has no Shelf.pu; did you mean Shelf.put?"),
        ("check larder/shelf.py:Nothing", "larder/shelf.py has no Nothing"),
        ("convert attic.py to numpy", "the project has no attic.py"),
        ("explain attic.py", "the project has no attic.py"),
    ],
)
async def test_what_is_not_there_is_told(task: str, told: str, project: Path, hands: Hands) -> None:
    result = await hands(project).execute(task)
    assert told in str(result.error)


async def test_a_definition_is_named_with_its_file(project: Path, hands: Hands) -> None:
    (project / "larder" / "other.py").write_text("def weigh(): ...\n", encoding="utf-8")
    result = await hands(project).execute("docstring of larder/other.py:weigh")
    assert "+++ larder/other.py" in result.result.diff
    assert "larder/shelf.py" not in result.result.diff


async def test_this_is_where_the_user_is(project: Path, hands: Hands) -> None:
    path = project / "larder" / "shelf.py"
    place = path.read_text(encoding="utf-8").index("return shelf.size")
    result = await hands(project, here=(path, place)).execute("Explain this function")
    assert result.result.text.startswith("# `larder.shelf.weigh`")


async def test_findings_are_told(project: Path, hands: Hands) -> None:
    result = await hands(project).execute("Check larder/shelf.py")
    assert "larder/shelf.py:30: DL102" in result.result.text or "DL1" in result.result.text
    assert result.result.told["findings"] >= 1


async def test_a_style_is_converted_to(project: Path, hands: Hands) -> None:
    path = project / "larder" / "old.py"
    path.write_text(
        '"""Old."""\n\n\ndef keep(a):\n    """Keep it.\n\n    :param a: What.\n    """\n',
        encoding="utf-8",
    )
    result = await hands(project).execute("Convert larder/old.py to google")
    assert "+    Args:" in result.result.diff
    failed = await hands(project).execute("Convert larder/old.py")
    assert failed.error == "say which style: epytext, google, numpy, pep257, sphinx"


async def test_documents_are_written(project: Path, hands: Hands) -> None:
    result = await hands(project).execute("Write personas and use cases")
    assert "## Contents" in result.result.text
    assert "## Use cases: larder" in result.result.text
    failed = await hands(project).execute("Write it", service="deliverable")
    assert "say which document: problem-statement" in str(failed.error)


EXPLAINED = """\
# `larder.shelf.weigh`

In `larder/shelf.py:28`.

```python
def weigh(shelf)
```

Weigh the shelf.

**Parameters**

- `shelf`: The shelf to weigh.

**Returns**

- The result of weighing the shelf.

_It has no docstring; this is what its code says._"""


async def test_a_question_is_answered_from_the_code_or_by_a_model(
    project: Path, hands: Hands
) -> None:
    result = await hands(project).execute("Explain Shelf.put")
    assert "def put(self, jar: str, *, count: int = 1) -> int" in result.result.text
    assert "Put jars on the shelf | and return the room left." in result.result.text
    assert "- Raises `Full`" in result.result.text
    result = await hands(project).execute("Explain larder.shelf.weigh")
    assert result.result.text == EXPLAINED
    result = await hands(project).execute("Explain larder/cli.py")
    assert result.result.text.startswith("# `larder.cli`\n\nIn `larder/cli.py`.\n")
    assert "- `put_command`: Put a jar on a shelf." in result.result.text
    failed = await hands(project).execute("Explain the world")
    assert "no model is set up" in str(failed.error)
    result = await hands(project, "mock").execute("Explain Shelf.put")
    assert result.result.text == "It describes what the code does."


async def test_models_think_together(project: Path, hands: Hands) -> None:
    failed = await hands(project).execute("Think about the problem")
    assert "no model is set up" in str(failed.error)
    both = await hands(project, "mock").execute("Think", models=["mock:ok", "mock:delay 0.01 ok"])
    assert both.success, both.error
    assert len(both.result.told["models"]) == 2
    one = await hands(project, "mock").execute("Think about the problem")
    assert one.result.told["models"] == ["mock"]


async def test_the_text_of_a_pdf_is_read_without_a_network(project: Path, hands: Hands) -> None:
    from docstring_lsp.deliverables.workspace import export

    (project / "invoice.pdf").write_bytes(export("pdf", "# Invoice\n\nTwo jars.\n"))
    result = await hands(project).execute("Extract text from invoice.pdf")
    assert "Two jars." in result.result.text
    result = await hands(project).execute("Extract PDF", files=["invoice.pdf"], pages=[1])
    assert "Invoice" in result.result.text
    result = await hands(project, "mock").execute("Summarize invoice.pdf")
    assert result.result.told["provider"] == "mock"


@pytest.mark.parametrize(
    ("task", "why"),
    [
        ("Describe the picture photo.png", "need a model that sees"),
        ("Describe the picture README.md.png", "is no picture"),
        ("Extract text from ../secret.pdf", "is outside of"),
        ("Extract text from lost.pdf", "lost.pdf: cannot be read: no such file"),
        ("Extract the visual", "name a picture or a PDF"),
        ("Search the web", "the web is searched by providers that can"),
    ],
)
async def test_what_cannot_be_done_is_told(
    task: str, why: str, project: Path, hands: Hands
) -> None:
    (project / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (project / "README.md.png").write_text("# Larder")
    result = await hands(project).execute(task)
    assert not result.success
    assert why in str(result.error)
    assert result.tries <= 1, "it will not be otherwise another time"


async def test_what_a_service_does_not_take_is_told(project: Path, hands: Hands) -> None:
    result = await hands(project).execute("Explain Shelf.put", write=True)
    assert result.error == "chat does not take write"
