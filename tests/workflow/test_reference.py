"""The examples that the description of the workflow shows, each with what it says comes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from docstring_lsp import GenerationScope, LLMOptimizer, OptimizerConfig, WorkflowController
from docstring_lsp.errors import BibleFailedError, ServiceUnavailableError, UsageError
from docstring_lsp.settings.model import Settings
from docstring_lsp.workflow.blocking import LLMWrapper
from docstring_lsp.workflow.controller import BibleStorage
from docstring_lsp.workflow.model import GenerationConfig

MOCK = Settings(provider="mock", model="ok", cache=False, max_retries=0)
Asks = Callable[[str], LLMWrapper]


@pytest.fixture
def asks(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Asks]:
    """Makes wrappers of the scripted provider, in a project of its own, and closes them."""
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.chdir(project)
    made: list[LLMWrapper] = []

    def wrapper(script: str) -> LLMWrapper:
        made.append(LLMWrapper(replace(MOCK, model=script), project=project))
        return made[-1]

    yield wrapper
    for each in made:
        each.close()


def test_a_controller_alone_writes_as_many_scenes_as_are_asked_for(asks: Asks) -> None:
    controller = WorkflowController()
    result = controller.generate_script(
        log_line="A detective must solve a case that hits too close to home.",
        config=GenerationConfig(scene_count=3),
    )
    assert len(result["scenes"]) == 3
    assert "A detective must solve a case" in result["scenes"][0]["integrated_scene"]
    assert controller.llm_optimizer is None
    controller.llm_wrapper.close()


def test_calls_are_answered_alone_and_in_batches(asks: Asks) -> None:
    optimizer = LLMOptimizer(asks("ok"))
    said = "It describes what the code does."
    assert optimizer.call_llm(prompt="Generate a character description") == said
    optimizer.start_batch()
    result1 = optimizer.call_llm(prompt="Generate dialogue for character 1")
    result2 = optimizer.call_llm(prompt="Generate dialogue for character 2")
    optimizer.end_batch()
    assert [str(result1), str(result2)] == [said, said]
    stats = optimizer.get_stats()
    assert (stats["total_calls"], stats["batches"], stats["batched_calls"]) == (3, 1, 2)


def test_an_answer_of_a_batch_that_is_read_before_its_end_waits_for_its_timeout(asks: Asks) -> None:
    optimizer = LLMOptimizer(asks("ok"), OptimizerConfig(batch_timeout_ms=10))
    optimizer.start_batch()
    assert "describes" in optimizer.call_llm(prompt="a")


def test_every_option_of_a_configuration_is_taken(asks: Asks) -> None:
    config = GenerationConfig(
        scope=GenerationScope.MULTI_SCENE,
        character_count=3,
        scene_count=3,
        use_existing_bibles=False,
        auto_rewrite=True,
        rewrite_iterations=2,
        parallel_generation=True,
        optimize_llm_calls=True,
    )
    result = WorkflowController(asks("ok")).generate_script("L", config)
    assert len(result.bible.of("character")) == 3
    # A draft, a critique and a rewriting for each; the mock then says the same again.
    assert result.stats["total_calls"] == 9


def test_a_single_scene(asks: Asks) -> None:
    config = GenerationConfig(scope=GenerationScope.SINGLE_SCENE, character_count=2)
    result = WorkflowController(asks("ok")).generate_script(
        log_line="Two strangers meet on a train.", config=config
    )
    assert len(result["scenes"]) == 1
    assert result["scenes"][0]["integrated_scene"] == "It describes what the code does."


def test_bibles_that_exist(asks: Asks) -> None:
    bible_storage = BibleStorage()
    controller = WorkflowController(bible_storage=bible_storage)
    character_ids = []
    character_ids.append(
        bible_storage.create_entry(
            "character",
            {
                "name": "Jack",
                "backstory": "Former spy now working as a private investigator",
                "traits": ["resourceful", "cynical", "determined"],
            },
        )
    )
    result = controller.generate_script(
        log_line="A PI is hired to find a missing heirloom.",
        config=GenerationConfig(use_existing_bibles=True),
        existing_bibles={"character": character_ids},
    )
    assert [entry.name for entry in result.bible.entries] == ["Jack"]
    assert all("**Jack:**" in scene["integrated_scene"] for scene in result["scenes"])
    controller.llm_wrapper.close()


def test_several_scenes_with_an_optimizer_and_what_it_spared(asks: Asks) -> None:
    llm_wrapper = asks("ok")
    optimizer = LLMOptimizer(
        llm_wrapper, config=OptimizerConfig(enable_caching=True, enable_batching=True)
    )
    controller = WorkflowController(llm_wrapper=llm_wrapper, llm_optimizer=optimizer)
    config = GenerationConfig(
        scope=GenerationScope.MULTI_SCENE,
        scene_count=3,
        parallel_generation=True,
        optimize_llm_calls=True,
    )
    log_line = "A family vacation turns into a survival adventure when their plane crashes."
    result = controller.generate_script(log_line=log_line, config=config)
    assert [bool(scene["outline"]["description"]) for scene in result["scenes"]] == [True] * 3
    controller.generate_script(log_line=log_line, config=config)
    assert controller.llm_optimizer is not None
    stats = controller.llm_optimizer.get_stats()
    assert stats["cache_hits"] >= stats["total_calls"] / 2
    assert stats["tokens_saved"] > 0
    assert f"${stats['estimated_cost_savings']:.2f}" == "$0.00"


def test_a_pipeline_step_by_step(asks: Asks) -> None:
    controller = WorkflowController(asks("ok"))
    bible_result = controller.bootstrap_bibles(log_line="A heist gone wrong.", character_count=4)
    scenes = []
    for i in range(3):
        scene_outline = controller.generate_scene_outline(
            log_line="A heist gone wrong.", bibles=bible_result, scene_number=i
        )
        scenes.append(controller.generate_scene(outline=scene_outline, bibles=bible_result))
        if i == 1:
            scenes[i] = controller.rewrite_scene(
                scene=scenes[i], bibles=bible_result, critique="Make the dialogue more tense."
            )
    final_script = controller.format_script(scenes, bible_result)
    assert [scene.rewrites for scene in scenes] == [0, 1, 0]
    assert scenes[1].critique == "Make the dialogue more tense."
    assert final_script.count("## Scene") == 3
    assert final_script.count("- **") == 5


def test_a_bible_that_is_not_there_is_told_and_another_made(asks: Asks) -> None:
    controller = WorkflowController(asks("ok"))
    config = GenerationConfig(use_existing_bibles=True)
    with pytest.raises(BibleFailedError, match="Bible generation failed") as caught:
        controller.generate_script(log_line="A suspenseful thriller.", config=config)
    assert "Bible generation failed" in str(caught.value)
    config = GenerationConfig(use_existing_bibles=False)
    assert controller.generate_script(log_line="A suspenseful thriller.", config=config).scenes


def test_entries_that_are_not_there_fail_the_bible(asks: Asks) -> None:
    with pytest.raises(BibleFailedError, match="unknown entry 'character/Jane'"):
        WorkflowController(asks("ok")).generate_script(
            "L", existing_bibles={"character": ["character/Jane"]}
        )


def test_a_service_that_is_not_there_is_told_and_another_asked(asks: Asks) -> None:
    controller = WorkflowController(asks("401"))
    with pytest.raises(ServiceUnavailableError, match=r"LLM service unavailable.*401"):
        controller.generate_script(log_line="A suspenseful thriller.")
    controller.llm_wrapper.switch_provider("mock", "ok")
    result = controller.generate_script(log_line="A suspenseful thriller.")
    assert len(result["scenes"]) == 3


def test_docstrings_of_a_project_without_awaiting(asks: Asks, project: Path) -> None:
    shelf = project / "larder" / "shelf.py"
    before = shelf.read_text()
    controller = WorkflowController(asks("ok"))
    assert controller.generate_docstrings({shelf: ["weigh"]})[shelf].planned == ("weigh",)
    done = controller.generate_docstrings()
    assert '"""Do what the name says.' in done[shelf].text
    assert shelf.read_text() == before


def test_interrupted_work_goes_on_at_the_next_call(asks: Asks) -> None:
    config = GenerationConfig(
        scene_count=3, auto_rewrite=False, parallel_generation=False, optimize_llm_calls=False
    )
    first = WorkflowController(asks("ok,ok,401")).generate_script("L", config)
    assert [outline.number for outline, _ in first.failed] == [3]
    again = WorkflowController(asks("ok,ok,401"))
    assert len(again.generate_script("L", config).scenes) == 3
    # One answer was left to ask for; of another line nothing is kept.
    other = again.generate_script("M", config)
    assert [outline.number for outline, _ in other.failed] == [2, 3]


@pytest.mark.asyncio
async def test_within_an_event_loop_it_is_refused(asks: Asks) -> None:
    with pytest.raises(UsageError, match="await the classes"):
        WorkflowController(asks("ok")).llm_wrapper.turns.loop  # noqa: B018
