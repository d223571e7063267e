"""``docstring-lsp cache``: what is kept between runs, counted, found and forgotten."""

from __future__ import annotations

import click

from docstring_lsp.cli import options


@click.group(epilog=options.examples("cache stats"))
def cache() -> None:
    """Count, find or forget the answers of models that are kept."""


@cache.command()
@options.output_format
def stats(output_format: str) -> int:
    """Tell how many answers are kept and how much room they take."""
    import json

    from docstring_lsp.cache import Cache
    from docstring_lsp.cli import terminal

    kept = Cache()
    told = {**kept.stats(), "folder": str(kept.folder)}
    kept.close()
    if output_format == "json":
        terminal.out(json.dumps(told, indent=2))
    else:
        answers = terminal.count(int(str(told["entries"])), "answer")
        terminal.out(f"{answers} in {int(str(told['bytes'])):,} bytes, in {told['folder']}")
    return 0


@cache.command()
def clear() -> int:
    """Forget every answer, and what checks keep of files."""
    import shutil
    from pathlib import Path

    from docstring_lsp import places
    from docstring_lsp.cache import Cache
    from docstring_lsp.cli import terminal

    for name in ("checks", "facts", "runs"):
        shutil.rmtree(Path(places.cache(), name), ignore_errors=True)

    kept = Cache()
    entries = kept.stats()["entries"]
    kept.clear()
    terminal.note(f"{terminal.count(entries, 'answer')} forgotten.")
    return 0


@cache.command()
def path() -> int:
    """Tell the folder that they are kept in."""
    from docstring_lsp.cache import default_folder
    from docstring_lsp.cli import terminal

    terminal.out(str(default_folder()))
    return 0


COMMAND = cache
