"""The engine for Python: as it is described, with facts alone and with a model."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

import docstring_lsp
from docstring_lsp import (
    CompletionMode,
    DeliverableType,
    OrchestrationConfig,
    OrchestrationEngine,
    PromptGenerator,
    quick_generate,
)
from docstring_lsp.deliverables.model import Template
from docstring_lsp.deliverables.modes import Make, Outcome, made
from docstring_lsp.deliverables.templates import FOLDER, templates
from docstring_lsp.errors import UnknownNameError, UsageError

THREE = [DeliverableType.PROBLEM_STATEMENT, DeliverableType.PERSONAS, DeliverableType.USE_CASES]


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of this machine's user is read."""
    for name in ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))


def test_basic_use(project: Path) -> None:
    config = OrchestrationConfig(
        completion_mode=CompletionMode.SEQUENTIAL, max_tokens=2048, temperature=0.7
    )
    with OrchestrationEngine(config, project=project) as engine:
        assert engine.initialize()
        result = engine.orchestrate(user_input="For cooks.", deliverable_types=THREE)
    assert (result.success_count, result.error_count) == (3, 0)
    assert [r.deliverable_type for r in result.deliverable_results] == THREE
    assert result.merged_document is not None
    assert "## Contents" in result.merged_document
    assert result.total_tokens_used == 0
    assert result.total_execution_time > 0
    assert result.config_used is config


@pytest.mark.parametrize("kinds", ["readme", DeliverableType.README, templates()["readme"]])
def test_one_needs_no_list(kinds: Any, project: Path) -> None:
    result = quick_generate("", kinds, project=project)
    assert [r.deliverable_type for r in result.deliverable_results] == [DeliverableType.README]


def test_where_a_loop_runs_as_in_a_notebook(project: Path) -> None:
    async def cell() -> int:
        engine = OrchestrationEngine(project=project)
        assert engine.get_available_models() == []
        return engine.orchestrate("", THREE).success_count

    assert asyncio.run(cell()) == 3


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"max_tokens": 0}, "max_tokens is 0; give 1 or more"),
        ({"request_timeout": -1}, "request_timeout is -1"),
        ({"log_level": "LOUD"}, "give one of DEBUG, INFO"),
        ({"completion_mode": "all"}, "give one of sequential, batch, streaming"),
    ],
)
def test_what_makes_no_sense_is_refused(options: dict[str, Any], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        OrchestrationConfig(**options)
    assert OrchestrationConfig(completion_mode="batch").completion_mode is CompletionMode.BATCH  # type: ignore[arg-type]


def test_a_prompt_alone(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    prompt = PromptGenerator().generate_prompt(DeliverableType.README, "For cooks.", {"day": 3})
    told = "\n".join(prompt.user)
    assert all(each in told for each in ("The document is: README", "For cooks.", "larder"))
    with pytest.raises(UnknownNameError, match="Did you mean 'readme'"):
        PromptGenerator().generate_prompt("reame")


def test_quick(project: Path) -> None:
    result = quick_generate(
        user_input="Create a tool",
        deliverable_types=[DeliverableType.TOOL_OUTLINE],
        max_tokens=1500,
        temperature=0.6,
        provider="mock",
        project=project,
    )
    assert result.success_count == 1
    told = result.deliverable_results[0]
    assert told.success
    assert "It holds." in told.content
    assert told.token_usage is not None
    assert result.total_tokens_used == told.token_usage["total_tokens"] > 0
    assert told.prompt_used is not None
    assert "Create a tool" in told.prompt_used


@pytest.mark.parametrize("mode", CompletionMode)
def test_modes(mode: CompletionMode, project: Path) -> None:
    config = OrchestrationConfig(completion_mode=mode, provider="mock")
    grown: list[str] = []
    result = OrchestrationEngine(config, project=project).orchestrate("", THREE, grown=grown.append)
    assert result.success_count == 3
    assert bool(grown) == (mode is CompletionMode.STREAMING)


def test_failures_are_in_the_results(project: Path) -> None:
    config = OrchestrationConfig(
        provider="mock", model_name="401", enable_logging=True, log_level="DEBUG"
    )
    with OrchestrationEngine(config, project=project) as engine:
        assert engine.initialize()
        result = engine.orchestrate("", THREE)
    assert (result.success_count, result.error_count) == (0, 3)
    assert result.merged_document is None
    assert all("401" in str(r.error_message) for r in result.deliverable_results)


def test_where_lm_studio_is(project: Path) -> None:
    config = OrchestrationConfig(
        provider="lm-studio", lm_studio_base_url="http://127.0.0.1:9/v1", lm_studio_api_key="k"
    )
    settings = OrchestrationEngine(config, project=project)._settings()
    told = settings.providers["lm-studio"]
    assert (told.base_url, dict(told.headers)) == (
        "http://127.0.0.1:9/v1",
        {"Authorization": "Bearer k"},
    )
    assert "Bearer" not in repr(config)


def test_nothing_merged_when_not_wanted(project: Path) -> None:
    config = OrchestrationConfig(merge_into_single_document=False)
    result = OrchestrationEngine(config, project=project).orchestrate("", THREE)
    assert result.merged_document is None
    assert result.success_count == 3


def test_no_contents_when_not_wanted(project: Path) -> None:
    config = OrchestrationConfig(include_table_of_contents=False)
    result = OrchestrationEngine(config, project=project).orchestrate("", THREE)
    assert "## Contents" not in str(result.merged_document)


def test_templates_are_looked_through(project: Path) -> None:
    folder = project / FOLDER
    folder.mkdir(parents=True)
    (folder / "bad.md").write_text("x", encoding="utf-8")
    engine = OrchestrationEngine(project=project)
    validation = engine.validate_deliverable_templates()
    assert validation["personas"]["is_valid"]
    assert not validation["bad"]["is_valid"]
    assert not engine.initialize()


def test_models_that_can_be_asked(project: Path) -> None:
    assert OrchestrationEngine(project=project).get_available_models() == []
    config = OrchestrationConfig(provider="mock")
    assert OrchestrationEngine(config, project=project).get_available_models() == ["mock:ok"]


def test_a_prompt_generator_of_ones_own(project: Path) -> None:
    class Custom(PromptGenerator):
        def instructions(self, template: Template) -> str:
            return "Write it in verse."

    engine = OrchestrationEngine(OrchestrationConfig(provider="mock"), project=project)
    engine.prompt_generator = Custom()
    result = engine.orchestrate("", ["readme"], context={"tone": "dry"})
    prompt = str(result.deliverable_results[0].prompt_used)
    assert "Write it in verse." in prompt
    assert "This is tone:" in prompt


def test_a_mode_of_ones_own(project: Path) -> None:
    class Backwards(OrchestrationEngine):
        async def process(
            self, plan: Sequence[Sequence[Template]], make: Make
        ) -> Sequence[Outcome]:
            kinds = [kind for now in plan for kind in now]
            return [await made(kind, make) for kind in reversed(kinds)]

    result = Backwards(project=project).orchestrate("", ["readme", "glossary"])
    told = [each.deliverable_type.value for each in result.deliverable_results]
    assert told == ["glossary", "readme"]
    assert result.success_count == 2


def test_a_type_of_ones_own(project: Path) -> None:
    folder = project / FOLDER
    folder.mkdir(parents=True)
    (folder / "risks.md").write_text(
        '+++\nname = "risks"\n[[sections]]\ntitle = "A"\nask = "B"\n+++\n', encoding="utf-8"
    )
    result = OrchestrationEngine(project=project).orchestrate("", ["risks"])
    kind = result.deliverable_results[0].deliverable_type
    assert isinstance(kind, Template)
    assert kind.value == "risks"
    with pytest.raises(UnknownNameError):
        OrchestrationEngine(project=project).orchestrate("", ["rissk"])


def test_every_type_has_a_name() -> None:
    assert [kind.value for kind in DeliverableType] == list(templates())
    assert docstring_lsp.DeliverableType is DeliverableType
