"""``docstring-lsp convert``: says docstrings in another style, or shows what would be said."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docstring_lsp.cli import choices, options

if TYPE_CHECKING:
    from docstring_lsp.actions.proposal import Types
    from docstring_lsp.cli.rewrite import Mode

EPILOG = options.examples(
    "convert --to google src",
    "convert --to numpy --from sphinx shop.py --write",
)


@click.command(epilog=EPILOG)
@options.paths
@click.option(
    "--to",
    "style",
    cls=choices.NameOption,
    names=choices.styles,
    metavar="STYLE",
    required=True,
    help="The style that is wanted: {names}.",
)
@click.option(
    "--from",
    "source_style",
    cls=choices.NameOption,
    names=choices.styles,
    metavar="STYLE",
    help="The style that docstrings are written in (default: told by each docstring's marks).",
)
@click.option("--diff", "mode", flag_value="diff", default="diff", help="Show a diff (default).")
@click.option("--write", "mode", flag_value="write", help="Write the files.")
@click.option("--check", "mode", flag_value="check", help="Only tell what would be changed.")
@click.option(
    "--types",
    type=click.Choice(["keep", "drop", "add"]),
    default="keep",
    help="The types that docstrings tell: keep them (default), drop those that the signature"
    " has, or add the signature's.",
)
@click.option(
    "--symbol",
    "symbols",
    metavar="QUALNAME",
    multiple=True,
    help="Only this definition, such as Cart.add; may be repeated.",
)
@click.option("--jobs", metavar="N", type=click.IntRange(min=1), help="How many processes.")
@options.output_format
def convert(
    paths: tuple[Path, ...],
    stdin_filename: Path | None,
    source_style: str | None,
    mode: Mode,
    types: Types,
    symbols: tuple[str, ...],
    jobs: int | None,
    output_format: str,
    **settings: Any,
) -> int:
    """Rewrite docstrings in another style: the same, to the word.

    What the style cannot say is refused with the reason, and left as it is. Exits with 0 when
    there is nothing to change or all was written, 1 when a change was shown and not written or
    a docstring was refused, 2 when something could not be read or written.
    """
    from docstring_lsp.cli import rewriting
    from docstring_lsp.cli.documents import Documents
    from docstring_lsp.cli.projects import Projects
    from docstring_lsp.docstring.recognition import style

    for name in filter(None, (settings["style"], source_style)):
        style(name)
    projects = Projects(options.as_settings(settings), vote=True)
    documents = Documents(paths, projects, stdin_filename)
    found = rewriting.tasks(
        documents, symbols, mode, only="convert", source_style=source_style, types=types
    )
    return rewriting.run(found, jobs, documents, mode, output_format)


COMMAND = convert
