"""``docstring-lsp script``: a narrated tour of the project, planned, drafted and written again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docstring_lsp.cli import options

if TYPE_CHECKING:
    from docstring_lsp.workflow.model import GenerationConfig, Script


@click.command(epilog=options.examples('script "A newcomer sets it up" --scenes 4'))
@click.argument("log_line", default="", metavar="[LINE]")
@click.option(
    "--scenes", metavar="N", type=click.IntRange(min=1), help="How many; all if not given."
)
@click.option(
    "--characters", metavar="N", type=click.IntRange(min=1), default=2, help="How many speak."
)
@click.option(
    "--rewrites",
    metavar="N",
    type=click.IntRange(min=0),
    default=2,
    help="How often a scene is written again at most.",
)
@click.option("--sequential", is_flag=True, help="Draft one scene after the other.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Where to write, in the project.",
)
@click.option("--force", is_flag=True, help="Write a file anew that says something else.")
@click.option(
    "--project",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="The project's folder; the one around the current folder if not given.",
)
@options.models
def script(
    log_line: str,
    scenes: int | None,
    characters: int,
    rewrites: int,
    sequential: bool,
    output: Path | None,
    force: bool,
    project: Path | None,
    **settings: Any,
) -> int:
    """Write the script of a narrated tour of the project.

    It is about LINE, or what the project's entry points show.

    Exits with 1 when a scene is missing or a file that says something else was left alone.
    """
    import asyncio

    from docstring_lsp.cli import terminal
    from docstring_lsp.deliverables.placing import place
    from docstring_lsp.deliverables.workspace import workspace
    from docstring_lsp.workflow.model import GenerationConfig, GenerationScope

    root = project.absolute() if project is not None else workspace(Path.cwd())
    scopes = {None: GenerationScope.FULL_SCRIPT, 1: GenerationScope.SINGLE_SCENE}
    config = GenerationConfig(
        scope=scopes.get(scenes, GenerationScope.MULTI_SCENE),
        scene_count=scenes or 0,
        character_count=characters,
        rewrite_iterations=rewrites,
        parallel_generation=not sequential,
        use_existing_bibles=True,
    )
    done = asyncio.run(_done(root, log_line, config, options.as_settings(settings)))
    for outline, why in done.failed:
        terminal.error(f"scene {outline.number}, {outline.title}: {why}")
    if output is None:
        terminal.out(done.text.rstrip("\n"))
        return 1 if done.failed else 0
    placed = place(output, done.text, project=root, force=force)
    if placed.status == "differs":
        terminal.out_diff(placed.diff)
        terminal.warning(f"{output}: not written: it says something else; give --force")
        return 1
    terminal.note(f"{placed.status} {output}")
    return 1 if done.failed else 0


async def _done(
    root: Path, log_line: str, config: GenerationConfig, command_line: dict[str, object]
) -> Script:
    from docstring_lsp.cli import terminal
    from docstring_lsp.settings.load import load
    from docstring_lsp.workflow.workspace import scripted

    settings = load(root, command_line=command_line).settings
    return await scripted(root, settings, log_line, config, note=terminal.warning)


COMMAND = script
