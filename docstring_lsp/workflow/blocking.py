"""The workflow for programs that do not await: the same classes, each call until it is done.

Holds one event loop for all that stands on one wrapper, since connections belong to theirs. Adds
nothing else: what is asked, spared and kept is the awaited classes' own.
"""

from __future__ import annotations

import asyncio
import weakref
from collections import UserString
from collections.abc import Coroutine, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from docstring_lsp.bible import Bible
from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.gather import gather
from docstring_lsp.deliverables.workspace import workspace
from docstring_lsp.errors import (
    BibleFailedError,
    ServiceUnavailableError,
    SettingError,
    UnknownNameError,
    UsageError,
)
from docstring_lsp.settings.load import load
from docstring_lsp.settings.model import Settings
from docstring_lsp.workflow import controller, optimizer, wrapper
from docstring_lsp.workflow.controller import BibleStorage
from docstring_lsp.workflow.docstrings import Revised, revised_files
from docstring_lsp.workflow.kept import Kept
from docstring_lsp.workflow.model import GenerationConfig, Outline, Scene, Script
from docstring_lsp.workflow.optimizer import OptimizerConfig

T = TypeVar("T")


class Turns:
    """An event loop that turns while somebody waits for something."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Return what work comes to.

        Raises:
            UsageError: If an event loop runs already.
        """
        try:
            loop = self.loop
        except UsageError:
            work.close()
            raise
        return loop.run_until_complete(work)

    @property
    def loop(self) -> asyncio.AbstractEventLoop:
        """The loop, made when it is first asked for."""
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            pass
        else:
            raise UsageError(
                "an event loop is running: await the classes of docstring_lsp.workflow.controller"
            )
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
            weakref.finalize(self, self._loop.close)
        return self._loop


class LLMWrapper:
    """Asks the models that are set up.

    Args:
        settings: Say who is asked; those of the project if None.
        project: The project's folder; the one around the current folder if None.
    """

    def __init__(self, settings: Settings | None = None, *, project: Path | None = None) -> None:
        self.project = project if project is not None else workspace(Path.cwd())
        self.settings = settings or load(self.project).settings
        self.turns = Turns()
        self.asks = wrapper.LLMWrapper(self.settings, project=self.project)

    def switch_provider(self, name: str, model: str = "") -> None:
        """Let another provider be asked from now on.

        Args:
            name: The provider.
            model: The model it is asked for; its own choice if empty.

        Raises:
            UnknownNameError: If there is none of that name.
        """
        self.turns.run(self.asks.switch_provider(name, model))

    def close(self) -> None:
        """Close every connection."""
        self.turns.run(self.asks.aclose())


class Answer(UserString):
    """An answer that is on its way: who reads it waits for it."""

    def __init__(self, turns: Turns, call: asyncio.Task[str]) -> None:
        self._turns = turns
        self._call = call

    @property
    def data(self) -> str:  # type: ignore[override]
        """What was answered."""
        return self._turns.loop.run_until_complete(self._call)


class LLMOptimizer:
    """Stands before a wrapper and asks no more than is needed.

    Args:
        llm_wrapper: Answers prompts.
        config: What is spared.
    """

    def __init__(self, llm_wrapper: LLMWrapper, config: OptimizerConfig | None = None) -> None:
        self.asks = optimizer.LLMOptimizer(llm_wrapper.asks, config)
        self._turns = llm_wrapper.turns
        self._waiting: list[asyncio.Task[str]] = []

    def call_llm(
        self, prompt: str, *, system: str = "", max_tokens: int = 2048
    ) -> str | UserString:
        """Return what is answered to a text; within a batch, as soon as it is read.

        Args:
            prompt: The text.
            system: What the model is, and which rules hold.
            max_tokens: The most tokens that the answer may have.

        Raises:
            ProviderError: If there is none.
        """
        work = self.asks.call_llm(prompt, system=system, max_tokens=max_tokens)
        if not self.asks.is_batching:
            return self._turns.run(work)
        call = self._turns.loop.create_task(work)
        self._waiting.append(call)
        return Answer(self._turns, call)

    def start_batch(self) -> None:
        """Let the calls from now on wait for the batch's end, or its timeout."""

        async def start() -> None:
            self.asks.start_batch()

        self._turns.run(start())

    def end_batch(self) -> None:
        """Ask what has gathered, all at once; an error is told to who reads the answer."""
        waiting, self._waiting = self._waiting, []

        async def end() -> None:
            await asyncio.sleep(0)
            self.asks.end_batch()
            await asyncio.gather(*waiting, return_exceptions=True)

        self._turns.run(end())

    def get_stats(self) -> dict[str, float]:
        """Return what was counted: calls, hits, tokens and US dollars that were not spent."""
        return self.asks.get_stats()


class WorkflowController:
    """Leads scripts, as a whole or step by step.

    Args:
        llm_wrapper: Answers prompts; made of the project's settings if None.
        bible_storage: The bible that is there; the project's if None.
        llm_optimizer: Stands before it.
        evidence: What the project says of itself; read from its folder if None.

    Attributes:
        llm_wrapper: Who answers prompts.
        llm_optimizer: What stands before it; made of it where a configuration wants one.
    """

    def __init__(
        self,
        llm_wrapper: LLMWrapper | None = None,
        *,
        bible_storage: BibleStorage | None = None,
        llm_optimizer: LLMOptimizer | None = None,
        evidence: Evidence | None = None,
    ) -> None:
        self.llm_wrapper = llm_wrapper or LLMWrapper()
        self.llm_optimizer = llm_optimizer
        self._storage = bible_storage
        self._evidence = evidence

    def generate_script(
        self,
        log_line: str = "",
        config: GenerationConfig | None = None,
        *,
        existing_bibles: Mapping[str, Sequence[str]] | None = None,
    ) -> Script:
        """Return a script; one that was interrupted goes on where it was.

        Args:
            log_line: What it is about; the project's own line if empty.
            config: How it is written.
            existing_bibles: The entries to write from, by kind, in place of all there are.

        Raises:
            BibleFailedError: If the bible that is asked for is not there or cannot be read.
            ServiceUnavailableError: If no model answers.
        """
        config = config or GenerationConfig()
        try:
            leads = self._led(optimized=config.optimize_llm_calls)
        except SettingError as error:
            raise BibleFailedError(str(error)) from error
        bible = leads.bible_storage.bible
        if config.use_existing_bibles and not bible.entries:
            raise BibleFailedError("there is none to use: create entries, or let it be generated")
        settings = self.llm_wrapper.settings
        with Kept(leads.evidence, log_line, config, bible, settings) as kept:
            draft = kept.draft() if leads.llm_wrapper is not None else None
            try:
                script = self.llm_wrapper.turns.run(
                    leads.generate_script(
                        log_line, config, existing_bibles=existing_bibles, draft=draft
                    )
                )
            except UnknownNameError as error:
                raise BibleFailedError(str(error)) from error
            kept.done(script)
        if script.failed and not script.scenes:
            raise ServiceUnavailableError(script.failed[0][1])
        return script

    def generate_docstrings(
        self, wanted: Mapping[Path, Sequence[str]] | None = None, *, rewrites: int = 2
    ) -> dict[Path, Revised]:
        """Return files with docstrings where they are missing; none is written.

        Args:
            wanted: The definitions to document, by file; those of the whole project if None.
            rewrites: How often what the rules find is written again at most.

        Raises:
            SettingError: If what is set cannot be used.
        """
        wrapped = self.llm_wrapper
        resolved = load(wrapped.project)
        author = wrapped.asks.author
        work = revised_files(wrapped.project, resolved, author, wanted=wanted, rewrites=rewrites)
        return wrapped.turns.run(work)

    def bootstrap_bibles(self, log_line: str = "", character_count: int = 2) -> Bible:
        """Return a bible from the project, with as many who speak; the bible that is there counts.

        Args:
            log_line: What they speak of; the project if empty.
            character_count: How many speak.
        """
        return self._led().bootstrap_bibles(log_line, character_count)

    def generate_scene_outline(
        self, log_line: str = "", bibles: Bible | None = None, scene_number: int = 0
    ) -> Outline:
        """Return what one scene is to show.

        Args:
            log_line: What the script is about.
            bibles: What it is written from.
            scene_number: Its place, from 0.
        """
        return self._led().generate_scene_outline(log_line, bibles, scene_number)

    def generate_scene(self, outline: Outline, bibles: Bible | None = None) -> Scene:
        """Return a scene from its outline.

        Raises:
            ProviderError: If the model does not answer.
        """
        return self.llm_wrapper.turns.run(self._led().generate_scene(outline, bibles))

    def rewrite_scene(self, scene: Scene, bibles: Bible | None = None, critique: str = "") -> Scene:
        """Return a scene written again for what was said against it.

        Raises:
            ProviderError: If the model does not answer.
        """
        return self.llm_wrapper.turns.run(self._led().rewrite_scene(scene, bibles, critique))

    def format_script(self, scenes: Sequence[Scene], bibles: Bible | None = None) -> str:
        """Return scenes as one document."""
        return self._led().format_script(scenes, bibles)

    def _led(self, *, optimized: bool = True) -> controller.WorkflowController:
        """Return the controller that is awaited, with whom can be asked now."""
        if self._evidence is None:
            self._evidence = gather(self.llm_wrapper.project, self.llm_wrapper.settings)
        if self._storage is None:
            self._storage = BibleStorage(self.llm_wrapper.project)
        asks = self.llm_wrapper.asks if self.llm_wrapper.asks.is_set_up else None
        if optimized and asks is not None and self.llm_optimizer is None:
            self.llm_optimizer = LLMOptimizer(self.llm_wrapper)
        use = optimized and asks is not None and self.llm_optimizer is not None
        return controller.WorkflowController(
            self._evidence,
            asks,
            bible_storage=self._storage,
            llm_optimizer=self.llm_optimizer.asks if use and self.llm_optimizer else None,
        )
