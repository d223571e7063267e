"""What another package offers by entry points: it is found, used, and told where it breaks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from docstring_lsp import registry
from docstring_lsp.deliverables.templates import templates
from docstring_lsp.engine.generate import Engine
from docstring_lsp.errors import SettingError, UsageError
from docstring_lsp.settings.model import Resolved, Settings
from docstring_lsp.tasks.room import Room
from docstring_lsp.tasks.strategy import strategy
from docstring_lsp.tasks.workspace import orchestrator

PLUGIN = '''\
from docstring_lsp.tasks.strategy import RoutingStrategy


class Weather:
    keywords = ("weather",)

    def __init__(self, room):
        self.room = room

    async def execute(self, task, *, place="here"):
        return f"sunny {place} in {self.room.root.name}"


class Urgent(RoutingStrategy):
    def route(self, task_description, available_services):
        return [("weather", 1.0)] if "urgent" in task_description.lower() else []


RISKS = """+++
name = "risks"
title = "Risks"
[[sections]]
title = "What it needs"
evidence = "requirements"
+++
"""
BROKEN = "no template"
'''
OFFERS = """\
[docstring_lsp.services]
weather = plugin_of_tests:Weather
[docstring_lsp.strategies]
urgent = plugin_of_tests:Urgent
missing = plugin_of_tests:Missing
[docstring_lsp.deliverables]
risks = plugin_of_tests:RISKS
"""


@pytest.fixture
def offers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """What the package says that it offers; to be changed before it is looked at."""
    info = tmp_path / "plugin-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: plugin\nVersion: 1.0\n")
    (tmp_path / "plugin_of_tests.py").write_text(PLUGIN, encoding="utf-8")
    path = info / "entry_points.txt"
    path.write_text(OFFERS.replace("missing = plugin_of_tests:Missing\n", ""))
    monkeypatch.syspath_prepend(tmp_path)
    registry.names.cache_clear()
    registry._entry_points.cache_clear()
    yield path
    registry.names.cache_clear()
    registry._entry_points.cache_clear()


def room(folder: Path) -> Room:
    return Room(folder, Resolved(settings=Settings()), Engine())


@pytest.mark.asyncio
async def test_a_service_and_a_strategy(offers: Path, tmp_path: Path) -> None:
    hands = orchestrator(room(tmp_path))
    result = await hands.execute("How is the weather?", place="there")
    assert (result.service_name, result.result) == ("weather", f"sunny there in {tmp_path.name}")
    assert hands.route("Urgent: go on").service == "weather", "all strategies count together"
    assert orchestrator(room(tmp_path), strategy="urgent").route("weather").service == "chat"


def test_a_deliverable(offers: Path) -> None:
    assert templates()["risks"].title == "Risks"
    offers.write_text(OFFERS.replace("RISKS", "BROKEN"))
    registry._entry_points.cache_clear()
    with pytest.raises(SettingError, match="entry point risks of docstring_lsp"):
        templates()


def test_what_cannot_be_loaded_is_told_with_who_offers_it(offers: Path) -> None:
    offers.write_text(OFFERS)
    registry._entry_points.cache_clear()
    registry.names.cache_clear()
    with pytest.raises(UsageError, match=r"strategy missing \(plugin_of_tests:Missing\) cannot"):
        strategy("missing")
