"""Leads a script from a line to its end: bible, plan, drafts at once, critique, rewrite, format.

Interrupted work goes on where it was: what is done is kept in a `Draft` that is handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from docstring_lsp import bible as bibles
from docstring_lsp.bible import Bible, Entry
from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.growth import Grown
from docstring_lsp.deliverables.modes import together
from docstring_lsp.deliverables.online import Ask
from docstring_lsp.errors import DocstringLspError
from docstring_lsp.workflow import steps
from docstring_lsp.workflow.bootstrap import from_line, from_project
from docstring_lsp.workflow.model import GenerationConfig, GenerationScope, Outline, Scene, Script
from docstring_lsp.workflow.optimizer import LLMOptimizer

Told = Callable[[int, int, str], None]
"""Is told how many of how many scenes are done, and the last one's title."""


@dataclass(slots=True)
class Draft:
    """What of a script is done; given to another run, that one goes on from there.

    Attributes:
        scenes: The scenes, by their number.
    """

    scenes: dict[int, Scene] = field(default_factory=dict)


class BibleStorage:
    """A bible in memory, or in the file of a project.

    Args:
        project: The project's folder; in memory alone if None.
    """

    def __init__(self, project: Path | None = None) -> None:
        self._project = project
        self.bible = bibles.read(project) if project is not None else Bible()

    def create_entry(self, kind: str, fields: Mapping[str, str | Sequence[str]]) -> str:
        """Add an entry and return what it is found by.

        Args:
            kind: ``character``, ``term`` or another of `docstring_lsp.bible.KINDS`.
            fields: What is told of it; ``name`` says what it is called.

        Raises:
            UnknownNameError: If there is no such kind.
        """
        self.bible.of(kind)
        told = {k: v if isinstance(v, str) else tuple(v) for k, v in fields.items()}
        name = told.pop("name", f"{kind} {len(self.bible.of(kind)) + 1}")
        entry = Entry(kind, name if isinstance(name, str) else name[0], told)
        self.bible = self.bible.with_entry(entry)
        if self._project is not None:
            bibles.add(self._project, [entry])
        return entry.id

    def get(self, identity: str) -> Entry:
        """Return an entry.

        Raises:
            UnknownNameError: If there is none.
        """
        return self.bible.get(identity)


class WorkflowController:
    """Leads scripts, as a whole or step by step.

    Args:
        evidence: What the project says of itself.
        llm_wrapper: Answers prompts; facts alone if None.
        bible_storage: The bible that is there.
        llm_optimizer: Stands before it; made of that where a configuration wants one.
    """

    def __init__(
        self,
        evidence: Evidence | None = None,
        llm_wrapper: Ask | None = None,
        *,
        bible_storage: BibleStorage | None = None,
        llm_optimizer: LLMOptimizer | None = None,
    ) -> None:
        self.evidence = evidence or Evidence(folder="project")
        self.bible_storage = bible_storage or BibleStorage()
        self.llm_optimizer = llm_optimizer
        self.llm_wrapper = llm_wrapper

    async def generate_script(
        self,
        log_line: str = "",
        config: GenerationConfig | None = None,
        *,
        existing_bibles: Mapping[str, Sequence[str]] | None = None,
        told: Told | None = None,
        draft: Draft | None = None,
        grown: Grown | None = None,
    ) -> Script:
        """Return a script.

        Args:
            log_line: What it is about; the project's own line if empty.
            config: How it is written.
            existing_bibles: The entries to write from, by kind, in place of all there are.
            told: Is told how far it is.
            draft: What was done before, and takes in what is done now.
            grown: Is told the script as it stands, each time that a scene is done.

        Raises:
            UnknownNameError: If an entry is named that there is not.
        """
        config = config or GenerationConfig()
        draft = draft if draft is not None else Draft()
        bible = self._bible(log_line, config, existing_bibles)
        outlines = steps.plan(log_line, self.evidence, _count(config))
        asks = self._asking(config)
        failed: dict[int, str] = {}
        title = log_line or f"A tour of {self.evidence.name}"

        def done() -> tuple[Scene, ...]:
            return tuple(draft.scenes[o.number] for o in outlines if o.number in draft.scenes)

        async def one(outline: Outline) -> None:
            if outline.number not in draft.scenes:
                try:
                    made = await self._written(outline, bible, config, asks)
                except DocstringLspError as error:
                    failed[outline.number] = str(error)
                    return
                draft.scenes[outline.number] = made
            if told is not None:
                told(len(draft.scenes), len(outlines), outline.title)
            if grown is not None:
                grown(steps.formatted(title, done(), bible))

        if config.parallel_generation:
            await together([one(outline) for outline in outlines])
        else:
            for outline in outlines:
                await one(outline)
        scenes = done()
        return Script(
            log_line=log_line,
            bible=bible,
            scenes=scenes,
            text=steps.formatted(title, scenes, bible),
            failed=tuple((o, failed[o.number]) for o in outlines if o.number in failed),
            stats=self.llm_optimizer.get_stats() if self.llm_optimizer is not None else {},
        )

    def bootstrap_bibles(self, log_line: str = "", character_count: int = 2) -> Bible:
        """Return a bible from the project, with as many who speak; the bible that is there counts.

        Args:
            log_line: What they speak of; the project if empty.
            character_count: How many speak.
        """
        entries = from_line(log_line or self.evidence.name, character_count)
        found = Bible()
        for entry in (*from_project(self.evidence), *entries):
            if entry.kind != "character" or entry in entries:
                found = found.with_entry(entry)
        for entry in self.bible_storage.bible.entries:
            found = found.with_entry(entry)
        return found

    def generate_scene_outline(
        self, log_line: str = "", bibles: Bible | None = None, scene_number: int = 0
    ) -> Outline:
        """Return what one scene is to show.

        Args:
            log_line: What the script is about.
            bibles: What it is written from.
            scene_number: Its place, from 0.
        """
        found = steps.plan(log_line, self.evidence, scene_number + 1)[scene_number]
        names = [entry.name for entry in (bibles or Bible()).of("character")]
        if not names:
            return found
        said = f"{found.description} Spoken by {', '.join(names)}."
        return Outline(
            number=found.number,
            title=found.title,
            description=said,
            screen=found.screen,
            command=found.command,
        )

    async def generate_scene(self, outline: Outline, bibles: Bible | None = None) -> Scene:
        """Return a scene from its outline.

        Raises:
            ProviderError: If the model does not answer.
        """
        return await steps.draft(outline, bibles or Bible(), self._asked)

    async def rewrite_scene(
        self, scene: Scene, bibles: Bible | None = None, critique: str = ""
    ) -> Scene:
        """Return a scene written again for what was said against it.

        Raises:
            ProviderError: If the model does not answer.
        """
        return await steps.rewrite(scene, bibles or Bible(), critique, self._asked)

    def format_script(self, scenes: Sequence[Scene], bibles: Bible | None = None) -> str:
        """Return scenes as one document."""
        return steps.formatted(f"A tour of {self.evidence.name}", scenes, bibles or Bible())

    @property
    def _asked(self) -> Ask | None:
        return self.llm_optimizer or self.llm_wrapper

    def _asking(self, config: GenerationConfig) -> Ask | None:
        if (
            config.optimize_llm_calls
            and self.llm_optimizer is None
            and self.llm_wrapper is not None
        ):
            self.llm_optimizer = LLMOptimizer(self.llm_wrapper)
        return self._asked if config.optimize_llm_calls else self.llm_wrapper

    def _bible(
        self,
        log_line: str,
        config: GenerationConfig,
        existing: Mapping[str, Sequence[str]] | None,
    ) -> Bible:
        if existing is not None:
            named = [self.bible_storage.get(each) for ids in existing.values() for each in ids]
            return Bible(tuple(named), self.bible_storage.bible.origin)
        if config.use_existing_bibles and self.bible_storage.bible.entries:
            return self.bible_storage.bible
        return self.bootstrap_bibles(log_line, config.character_count)

    async def _written(
        self, outline: Outline, bible: Bible, config: GenerationConfig, ask: Ask | None
    ) -> Scene:
        scene = await steps.draft(outline, bible, ask)
        for _ in range(config.rewrites):
            said = await steps.critique(scene, bible, self.evidence, ask)
            if not said:
                break
            again = await steps.rewrite(scene, bible, said, ask)
            if again.text == scene.text:
                break
            scene = again
        return scene


def _count(config: GenerationConfig) -> int | None:
    if config.scope is GenerationScope.SINGLE_SCENE:
        return 1
    return config.scene_count or None if config.scope is GenerationScope.MULTI_SCENE else None
