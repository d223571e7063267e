"""Scripts: scopes, bibles, critique and rewrites, interruption, and steps one by one."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from typing import Any

import pytest

from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.gather import gather
from docstring_lsp.deliverables.truth import doubts
from docstring_lsp.errors import PermanentError, UnknownNameError, UsageError
from docstring_lsp.providers.adapters.mock import MockProvider
from docstring_lsp.providers.base import Reply, Request
from docstring_lsp.settings.model import Settings
from docstring_lsp.workflow.controller import BibleStorage, Draft, WorkflowController
from docstring_lsp.workflow.model import GenerationConfig, GenerationScope
from docstring_lsp.workflow.optimizer import LLMOptimizer, OptimizerConfig
from docstring_lsp.workflow.steps import plan
from docstring_lsp.workflow.wrapper import LLMWrapper

pytestmark = pytest.mark.asyncio

FULL = GenerationConfig(scope=GenerationScope.FULL_SCRIPT)


class Model:
    """Drafts, criticises so many times, and writes again."""

    def __init__(self, critiques: int = 0, delay: float = 0.0) -> None:
        self.critiques, self.delay = critiques, delay
        self.asked: list[str] = []

    async def __call__(self, request: Request, hear: object = None) -> Reply:
        assert request.prompt is not None
        task = request.prompt.user[-1]
        self.asked.append(task)
        await asyncio.sleep(self.delay)
        if task.startswith("Say in one line"):
            self.critiques -= 1
            return Reply(provider="x", text="Too long." if self.critiques >= 0 else "fine")
        again = "again " if task.startswith("Write this scene again") else ""
        return Reply(provider="x", text=f"**Narrator:** written {again}{len(self.asked)}")


async def test_the_entry_points_alone_give_a_script(evidence: Evidence) -> None:
    done = await WorkflowController(evidence).generate_script(config=FULL)
    titles = [scene.outline.title for scene in done.scenes]
    assert titles == [
        "What it is",
        "Run larder",
        "Command put",
        "Run it from a clone",
        "Inside larder.shelf",
    ]
    assert "$ larder --help" in done.text
    assert "$ python -m pip install ." in done.text
    assert "**Narrator:** Keeps count of what is in the larder." in done.text
    assert done.text.startswith("# A tour of larder\n\n## Speakers\n\n- **Narrator**")
    assert doubts(done.text, evidence) == ()


async def test_names_are_told_as_they_are(evidence: Evidence) -> None:
    from dataclasses import replace

    from docstring_lsp.deliverables.evidence.model import EntryPoint

    point = EntryPoint("larder", "larder.__main__:main", "console_scripts", "pyproject.toml")
    about = replace(evidence.metadata, entry_points=(point,))
    told = replace(evidence, metadata=about)
    done = await WorkflowController(told).generate_script(config=FULL)
    assert "`larder` begins in `larder.__main__:main`." in done.text


@pytest.mark.parametrize(
    ("config", "count"),
    [
        (GenerationConfig(scope=GenerationScope.SINGLE_SCENE), 1),
        (GenerationConfig(scope=GenerationScope.MULTI_SCENE, scene_count=3), 3),
        (GenerationConfig(scope=GenerationScope.MULTI_SCENE, scene_count=6), 6),
        (FULL, 5),
    ],
)
async def test_scopes(config: GenerationConfig, count: int, evidence: Evidence) -> None:
    done = await WorkflowController(evidence).generate_script("A line.", config)
    assert len(done["scenes"]) == count
    assert done["scenes"][0]["outline"]["description"] == "A line."
    assert "A line" in done["scenes"][0]["integrated_scene"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"scene_count": -1}, "scene_count is -1; give 0 or more"),
        ({"rewrite_iterations": -1}, "rewrite_iterations is -1; give 0 or more"),
        ({"scope": "all"}, "scope is 'all'; give one of single_scene"),
    ],
)
async def test_what_makes_no_sense_is_refused(options: dict[str, Any], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        GenerationConfig(**options)


@pytest.mark.parametrize(
    ("critiques", "iterations", "auto", "rewrites"),
    [(0, 2, True, 0), (1, 2, True, 1), (9, 2, True, 2), (9, 2, False, 0)],
)
async def test_what_is_criticised_is_written_again(
    critiques: int, iterations: int, auto: bool, rewrites: int, evidence: Evidence
) -> None:
    config = GenerationConfig(
        scope=GenerationScope.SINGLE_SCENE,
        auto_rewrite=auto,
        rewrite_iterations=iterations,
        optimize_llm_calls=False,
    )
    done = await WorkflowController(evidence, Model(critiques)).generate_script("L", config)
    assert done.scenes[0].rewrites == rewrites


async def test_forbidden_words_are_replaced_without_a_model(evidence: Evidence) -> None:
    storage = BibleStorage()
    storage.create_entry("term", {"name": "shelf", "forbidden": ["rack"]})
    controller = WorkflowController(evidence, bible_storage=storage)
    config = GenerationConfig(scope=GenerationScope.SINGLE_SCENE)
    done = await controller.generate_script("About a rack.", config)
    assert "About a shelf." in done.scenes[0].text
    assert done.scenes[0].rewrites == 1


async def test_scenes_are_drafted_at_once(evidence: Evidence) -> None:
    config = GenerationConfig(scene_count=4, auto_rewrite=False)

    async def seconds(parallel: bool) -> float:
        from dataclasses import replace

        start = time.perf_counter()
        told = replace(config, parallel_generation=parallel)
        await WorkflowController(evidence, Model(delay=0.1)).generate_script("L", told)
        return time.perf_counter() - start

    assert await seconds(True) < 0.3 < 0.4 <= await seconds(False)


async def test_a_script_grows_scene_by_scene(evidence: Evidence) -> None:
    grown: list[str] = []
    done = await WorkflowController(evidence).generate_script("L", FULL, grown=grown.append)
    assert [text.count("## Scene") for text in grown] == [1, 2, 3, 4, 5]
    assert grown[-1] == done.text


async def test_the_bible_that_is_there_is_used(evidence: Evidence, project: Path) -> None:
    storage = BibleStorage(project)
    ada = storage.create_entry("character", {"name": "Ada", "traits": ["dry", "exact"]})
    storage.create_entry("character", {"name": "Bob"})
    controller = WorkflowController(evidence, bible_storage=BibleStorage(project))
    use = GenerationConfig(use_existing_bibles=True, scene_count=2)
    done = await controller.generate_script("L", use)
    assert [e.name for e in done.bible.entries] == ["Ada", "Bob"]
    assert "**Bob:**" in done.scenes[1].text
    done = await controller.generate_script("L", use, existing_bibles={"character": [ada]})
    assert [e.name for e in done.bible.entries] == ["Ada"]
    with pytest.raises(UnknownNameError):
        await controller.generate_script("L", use, existing_bibles={"character": ["character/x"]})


async def test_a_bible_is_begun_from_the_project(evidence: Evidence) -> None:
    bible = WorkflowController(evidence).bootstrap_bibles("A heist.", character_count=3)
    assert len(bible.of("character")) == 3
    assert bible.get("term/Full").meaning == "There is no room left."
    assert bible.get("component/larder.shelf").meaning == "Shelves and what stands on them."
    assert [e.name for e in bible.of("persona")] == ["End Users/Desktop"]


async def test_step_by_step(evidence: Evidence) -> None:
    controller = WorkflowController(evidence, Model())
    bible = controller.bootstrap_bibles(log_line="A heist.", character_count=4)
    scenes = []
    for number in range(3):
        outline = controller.generate_scene_outline("A heist.", bible, scene_number=number)
        scenes.append(await controller.generate_scene(outline=outline, bibles=bible))
    scenes[1] = await controller.rewrite_scene(scenes[1], bible, critique="More tense.")
    script = controller.format_script(scenes, bible)
    assert script.count("## Scene") == 3
    assert "written again" in script


async def test_one_scene_that_fails_is_told_and_loses_no_other(evidence: Evidence) -> None:
    provider = MockProvider(script="ok,401,ok")

    async def ask(request: Request, hear: object = None) -> Reply:
        return await provider.generate(request)

    config = GenerationConfig(scene_count=3, auto_rewrite=False, parallel_generation=False)
    done = await WorkflowController(evidence, ask).generate_script("L", config)
    assert len(done.scenes) == 2
    assert [(o.number, "401" in why) for o, why in done.failed] == [(2, True)]


async def test_interrupted_work_goes_on_where_it_was(evidence: Evidence) -> None:
    draft = Draft()
    config = GenerationConfig(scene_count=3, auto_rewrite=False, parallel_generation=False)
    model = Model(delay=0.05)
    work = asyncio.ensure_future(
        WorkflowController(evidence, model).generate_script("L", config, draft=draft)
    )
    await asyncio.sleep(0.08)
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    assert len(draft.scenes) == 1
    resumed = Model()
    told: list[tuple[int, int, str]] = []
    done = await WorkflowController(evidence, resumed).generate_script(
        "L", config, draft=draft, told=lambda *each: told.append(each)
    )
    assert len(resumed.asked) == 2
    assert len(done.scenes) == 3
    assert [each[0] for each in told] == [1, 2, 3]


async def test_the_optimizer_stands_before_the_model(evidence: Evidence) -> None:
    model = Model()
    optimizer = LLMOptimizer(model, OptimizerConfig())
    controller = WorkflowController(evidence, model, llm_optimizer=optimizer)
    config = GenerationConfig(scene_count=2)
    await controller.generate_script("L", config)
    asked = len(model.asked)
    done = await controller.generate_script("L", config)
    assert len(model.asked) == asked
    assert done.stats["cache_hits"] == done.stats["total_calls"] / 2, "the whole second run"


async def test_another_provider_is_asked_from_now_on() -> None:
    wrapper = LLMWrapper(Settings(provider="mock", model="401"))
    optimizer = LLMOptimizer(wrapper)
    with pytest.raises(Exception, match="401"):
        await optimizer.call_llm("a")
    with pytest.raises(UnknownNameError):
        await wrapper.switch_provider("mok")
    await wrapper.switch_provider("mock", "ok")
    assert await optimizer.call_llm("a") == "It describes what the code does."
    await wrapper.aclose()


async def test_what_one_provider_answered_is_not_taken_for_anothers() -> None:
    wrapper = LLMWrapper(Settings(provider="mock", model="ok", cache=False))
    optimizer = LLMOptimizer(wrapper)
    await optimizer.call_llm("a")
    await wrapper.switch_provider("mock", "ok,ok")
    await optimizer.call_llm("a")
    assert optimizer.get_stats()["cache_hits"] == 0
    await wrapper.aclose()


async def test_no_more_may_be_spent(evidence: Evidence) -> None:
    async def ask(request: Request, hear: object = None) -> Reply:
        raise PermanentError("the run has cost all of --max-cost", provider="x")

    done = await WorkflowController(evidence, ask).generate_script("L", FULL)
    assert done.scenes == ()
    assert len(done.failed) == 5


async def test_modules_are_shown_where_there_is_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "shop.py").write_text('"""A shop."""\n\n\ndef sell(jar):\n    """Sell it."""\n')
    shown = plan("", gather(tmp_path, Settings()), None)
    assert [each.title for each in shown] == ["What it is", "Inside shop"]
    assert shown[1].description == "A shop. `shop` holds `sell`."
