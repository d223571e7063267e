"""Scripts of a folder: settings and a line in, the script out; makes the engine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from docstring_lsp.bible import Entry, add
from docstring_lsp.deliverables.gather import gather
from docstring_lsp.deliverables.growth import Grown
from docstring_lsp.deliverables.workspace import MOST_AT_ONCE, asking, at_once
from docstring_lsp.engine.generate import Engine
from docstring_lsp.settings.model import Settings
from docstring_lsp.workflow.controller import BibleStorage, Draft, Told, WorkflowController
from docstring_lsp.workflow.kept import Kept
from docstring_lsp.workflow.model import GenerationConfig, Script


async def scripted(
    root: Path,
    settings: Settings,
    log_line: str,
    config: GenerationConfig,
    *,
    note: Callable[[str], None],
    told: Told | None = None,
    draft: Draft | None = None,
    grown: Grown | None = None,
) -> Script:
    """Return a script about a project.

    Args:
        root: The project's folder.
        settings: Say who writes.
        log_line: What it is about; the project's own line if empty.
        config: How it is written.
        note: Is told what the user would not expect.
        told: Is told how far it is.
        draft: What was done before, and takes in what is done now; kept in the user's cache
            if None, so that interrupted work goes on at the next call.
        grown: Is told the script as it stands, each time that a scene is done.
    """
    evidence = gather(root, settings)
    if config.parallel_generation:
        settings = at_once(settings, config.scene_count or MOST_AT_ONCE)
    async with Engine(settings, project=root) as engine:
        controller = WorkflowController(
            evidence, asking(engine, note), bible_storage=BibleStorage(root)
        )
        if draft is None and controller.llm_wrapper is not None:
            bible = controller.bible_storage.bible
            with Kept(evidence, log_line, config, bible, settings) as kept:
                script = await controller.generate_script(
                    log_line, config, told=told, draft=kept.draft(), grown=grown
                )
                kept.done(script)
            return script
        return await controller.generate_script(
            log_line, config, told=told, draft=draft, grown=grown
        )


def begun(
    root: Path, settings: Settings, log_line: str = "", character_count: int = 2
) -> tuple[Entry, ...]:
    """Add to a project's bible what the project names and explains; return what was added.

    Args:
        root: The project's folder.
        settings: Say which files are left out.
        log_line: What scripts are to be about; the project if empty.
        character_count: How many speak.

    Raises:
        SettingError: If the bible that is there cannot be read.
        FileError: If it cannot be written.
    """
    return add(root, wanted(root, settings, log_line, character_count))


def wanted(
    root: Path, settings: Settings, log_line: str = "", character_count: int = 2
) -> tuple[Entry, ...]:
    """Return the entries that a project's bible would have, those it has included.

    Args:
        root: The project's folder.
        settings: Say which files are left out.
        log_line: What scripts are to be about; the project if empty.
        character_count: How many speak.

    Raises:
        SettingError: If the bible that is there cannot be read.
    """
    controller = WorkflowController(gather(root, settings), bible_storage=BibleStorage(root))
    return controller.bootstrap_bibles(log_line, character_count).entries
