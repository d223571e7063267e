"""``docstring-lsp generate``: writes docstrings, or shows what would be written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docstring_lsp.cli import options

if TYPE_CHECKING:
    from docstring_lsp.actions.proposal import Only
    from docstring_lsp.cli.documents import Documents
    from docstring_lsp.cli.ordering import Run
    from docstring_lsp.cli.rewrite import Mode
    from docstring_lsp.engine.orders import Order

EPILOG = options.examples(
    "generate src",
    "generate shop.py --symbol Cart.add --write",
    "generate src --batch --write --provider anthropic",
)


@click.command(epilog=EPILOG)
@options.paths
@click.option("--diff", "mode", flag_value="diff", default="diff", help="Show a diff (default).")
@click.option("--write", "mode", flag_value="write", help="Write the files.")
@click.option("--check", "mode", flag_value="check", help="Only tell what would be changed.")
@options.style
@click.option(
    "--symbol",
    "symbols",
    metavar="QUALNAME",
    multiple=True,
    help="Only this definition, such as Cart.add; may be repeated.",
)
@click.option(
    "--only",
    type=click.Choice(["missing", "stale", "all", "gone"]),
    help="Which docstrings: the missing ones (default); the stale ones, which say something"
    " otherwise than the code and are mended in place; or both. With gone, entries of what the"
    " code no longer has go, whatever they say.",
)
@click.option("--replace", is_flag=True, help="Also write anew the docstrings that stand.")
@options.included
@options.models
@click.option(
    "--batch",
    "in_batch",
    is_flag=True,
    help="Ask through the provider's batch API: at half the price, within a day. What comes back"
    " is taken up with docstring-lsp batch.",
)
@click.option("--jobs", metavar="N", type=click.IntRange(min=1), help="How many processes.")
@options.output_format
def generate(
    paths: tuple[Path, ...],
    stdin_filename: Path | None,
    mode: Mode,
    symbols: tuple[str, ...],
    only: Only | None,
    replace: bool,
    in_batch: bool,
    jobs: int | None,
    output_format: str,
    **settings: Any,
) -> int:
    """Write docstrings from what the code says.

    Exits with 0 when there is nothing to change or all was written, 1 when a change was shown
    and not written or a definition was refused, 2 when something could not be read or written.
    """
    from docstring_lsp.cli import rewriting
    from docstring_lsp.cli.documents import Documents
    from docstring_lsp.cli.projects import Projects

    if replace and only is not None:
        raise click.UsageError(f"--replace and --only {only} contradict each other")
    if in_batch:
        from docstring_lsp.cli.ordering import Run

        if options.STDIN in paths:
            raise click.UsageError("--batch takes files and folders: its answers come later")
        run = Run(
            paths=tuple(str(path.absolute()) for path in paths or (Path(),)),
            symbols=symbols,
            only=only or "missing",
            replace=replace,
            mode=mode,
            settings={k: v for k, v in options.as_settings(settings).items() if v is not None},
        )
        return _give(run, output_format)
    projects = Projects(options.as_settings(settings), vote=True)
    documents = Documents(paths, projects, stdin_filename)
    found = rewriting.tasks(documents, symbols, mode, only=only or "missing", replace=replace)
    return rewriting.run(found, jobs, documents, mode, output_format)


def _give(run: Run, output_format: str) -> int:
    """Hand a batch in and tell how it is taken up."""
    import asyncio
    import json

    from docstring_lsp.cli import ordering, terminal

    documents = run.documents()
    order = asyncio.run(_given(run, documents))
    if output_format == "json":
        terminal.out(json.dumps(ordering.told(order) if order else None, indent=2))
    elif order is None:
        terminal.note("Nothing to write.")
    else:
        docstrings = terminal.count(len(order.wanted), "docstring")
        files = terminal.count(len(ordering.files_of(order)), "file")
        who = f"{order.provider} ({order.model})"
        terminal.out(f"{order.name}: {who} is asked for {docstrings} in {files}.")
        terminal.note(f"When it has answered: docstring-lsp batch resume {order.name}")
    return 2 if documents.failed else 0


async def _given(run: Run, documents: Documents) -> Order | None:
    from docstring_lsp import files
    from docstring_lsp.cli import ordering
    from docstring_lsp.engine.batch import Batches

    project = files.project_root(Path(run.paths[0]))
    tasks = run.tasks(documents)
    async with Batches(run.personal(tasks), project=project) as batches:
        return await ordering.give(run, tasks, documents, batches)


COMMAND = generate
