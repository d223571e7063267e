"""``docstring-lsp deliver``: documents about a project, from what it says of itself."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docstring_lsp.cli import choices, options

if TYPE_CHECKING:
    from docstring_lsp.deliverables.deliver import Delivery, Order
    from docstring_lsp.settings.model import Settings

EPILOG = options.examples(
    "deliver architecture",
    "deliver problem-statement personas use-cases --merge -o docs/product.html",
)

_FORMATS = {".md": "markdown", ".html": "html", ".htm": "html", ".docx": "docx", ".pdf": "pdf"}


@click.command(epilog=EPILOG)
@click.argument(
    "types",
    nargs=-1,
    metavar="[TYPE]...",
    shell_complete=choices.completing(choices.deliverables),
)
@click.option("--merge", is_flag=True, help="Put them into one document, with its contents.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where to write, in the project: a file whose ending says the format (.md, .html, .docx,"
    " .pdf), or a folder for several documents.",
)
@click.option("--force", is_flag=True, help="Write a file anew that says something else.")
@click.option("--about", metavar="TEXT", default="", help="What a model is told beside.")
@click.option(
    "--mode",
    type=click.Choice(["sequential", "batch", "streaming"]),
    default="sequential",
    show_default=True,
    help="One after the other, all at once, or shown as they grow.",
)
@click.option(
    "--batch",
    "later",
    is_flag=True,
    help="Ask through the provider's batch API: at half the price, within a day. Interrupted, the"
    " same command takes it up.",
)
@click.option(
    "--project",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="The project's folder; the one around the current folder if not given.",
)
@click.option(
    "--compare",
    metavar="NAMES",
    default="",
    help="Have one TYPE written by several models: PROVIDER or PROVIDER:MODEL, with commas.",
)
@click.option("--list", "listed", is_flag=True, help="List the types there are.")
@click.option("--validate", is_flag=True, help="Look through all templates.")
@options.models
def deliver(
    types: tuple[str, ...],
    merge: bool,
    output: Path | None,
    force: bool,
    about: str,
    mode: str,
    later: bool,
    project: Path | None,
    compare: str,
    listed: bool,
    validate: bool,
    **settings: Any,
) -> int:
    """Write documents about a project, such as its architecture.

    TYPE is one of those that --list shows. Without a model they are made of what the project
    itself says, each sentence with its place. Exits with 0 when all was written or shown, 1 when
    one is missing or a file that says something else was left alone, 2 when something could not
    be done as asked.
    """
    from docstring_lsp.deliverables.workspace import workspace

    root = project.absolute() if project is not None else workspace(Path.cwd())
    if validate:
        return _validate(root)
    if listed:
        return _list(root)
    if not types:
        raise click.UsageError("name a TYPE; --list shows those there are.")
    from docstring_lsp.settings.load import load

    resolved = load(root, command_line=options.as_settings(settings))
    if compare:
        return _compare(root, resolved.settings, types, compare.split(","), about)
    if later:
        mode = "batch"
    order = _order(types, about=about, mode=mode, merged=merge, later=later)
    delivery = _deliver(root, resolved.settings, order)
    for outcome in delivery.failed:
        _error(f"{outcome.template.name}: {outcome.error}")
    left = _show(delivery, mode) if output is None else _write(delivery, output, root, force)
    _tell_use(delivery)
    return 1 if left or delivery.failed else 0


def _order(types: tuple[str, ...], *, about: str, mode: str, merged: bool, later: bool) -> Order:
    from docstring_lsp.deliverables.deliver import Order
    from docstring_lsp.deliverables.model import CompletionMode
    from docstring_lsp.deliverables.prompting import Wish

    # A batch may take a day: what is no good is asked for again once, and not twice.
    wish = Wish(said=about, tries=2) if later else Wish(said=about)
    return Order(names=types, mode=CompletionMode(mode), merged=merged, wish=wish, later=later)


def _deliver(root: Path, settings: Settings, order: Order) -> Delivery:
    import asyncio

    from docstring_lsp.cli import terminal
    from docstring_lsp.deliverables.model import CompletionMode
    from docstring_lsp.deliverables.workspace import delivered

    shown = order.mode is CompletionMode.STREAMING
    return asyncio.run(
        delivered(
            root,
            settings,
            order,
            grown=_Shown() if shown else None,
            note=terminal.warning,
        )
    )


class _Shown:
    """Shows a document as it grows; a part that is written anew is shown anew."""

    def __init__(self) -> None:
        self._text = ""

    def __call__(self, text: str) -> None:
        from docstring_lsp.cli import terminal
        from docstring_lsp.deliverables.growth import alike

        # What follows a line break is only known when it comes.
        text = text.rstrip("\n")
        same = alike(self._text, text)
        if same < len(self._text):
            # Another author has won the part: it is shown again from its heading on.
            terminal.out_bytes(b"\n\n")
            same = text.rfind("\n## ", 0, same) + 1
        self._text = text
        terminal.out_bytes(text[same:].encode())


def _compare(
    root: Path, settings: Settings, types: tuple[str, ...], names: list[str], about: str
) -> int:
    import asyncio

    from docstring_lsp.cli import terminal
    from docstring_lsp.deliverables.workspace import compared

    if len(types) != 1:
        raise click.UsageError("--compare takes one TYPE")
    page, failed = asyncio.run(compared(root, settings, types[0], names, about))
    terminal.out(page.rstrip("\n"))
    return 1 if failed else 0


def _tell_use(delivery: Delivery) -> None:
    """Tell what models have taken, where one was asked."""
    from docstring_lsp.cli import terminal
    from docstring_lsp.deliverables.markup import count

    made = [each for each in delivery.outcomes if each.written is not None]
    tokens = sum(each.usage.input + each.usage.output for each in made)
    if tokens:
        of_all = count(len(delivery.outcomes), "document")
        seconds = sum(each.seconds for each in delivery.outcomes)
        known = delivery.cost
        cost = "no known price" if known is None else f"${known:.4f}"
        terminal.note(f"{len(made)} of {of_all}, {seconds:.1f} s, {tokens:,} tokens, {cost}")


def _show(delivery: Delivery, mode: str) -> bool:
    from docstring_lsp.cli import terminal

    if mode == "streaming":
        terminal.out("")
    else:
        for document in delivery.documents.values():
            terminal.out(document.rstrip("\n"))
    return False


def _write(delivery: Delivery, output: Path, root: Path, force: bool) -> bool:
    """Write the documents; return whether one was left alone."""
    from docstring_lsp.cli import terminal
    from docstring_lsp.deliverables.placing import place, place_bytes
    from docstring_lsp.deliverables.workspace import export

    left = False
    for path, document in _places(delivery, output).items():
        kind = _FORMATS[path.suffix.lower()]
        if kind == "markdown":
            placed = place(path, document, project=root, force=force)
        else:
            data = export(kind, document, terminal.warning)
            placed = place_bytes(path, data, project=root, force=force)
        if placed.status == "differs":
            left = True
            terminal.out_diff(placed.diff)
            terminal.warning(f"{path}: not written: it says something else; give --force")
        else:
            terminal.note(f"{placed.status} {path}")
    return left


def _places(delivery: Delivery, output: Path) -> dict[Path, str]:
    suffix = output.suffix.lower()
    if suffix and suffix not in _FORMATS and not output.is_dir():
        known = ", ".join(_FORMATS)
        raise click.UsageError(f"{output}: no format ends in {suffix}; give one of {known}")
    if suffix in _FORMATS and not output.is_dir():
        if len(delivery.documents) > 1:
            raise click.UsageError(f"{output}: is one file; give --merge, or a folder")
        return dict.fromkeys([output], "".join(delivery.documents.values()))
    return {output / f"{name}.md": document for name, document in delivery.documents.items()}


def _list(root: Path) -> int:
    from docstring_lsp.cli import terminal
    from docstring_lsp.deliverables.templates import templates

    known = templates(root, (), note=terminal.warning)
    width = max(map(len, known))
    for name, template in known.items():
        terminal.out(f"{name:<{width}}  {template.summary or template.title}")
    return 0


def _validate(root: Path) -> int:
    from docstring_lsp.cli import terminal
    from docstring_lsp.deliverables.validate import validate

    found = validate(root)
    for each in found:
        terminal.out(f"{each.name}: {'valid' if each.is_valid else 'not valid'} ({each.origin})")
        for error in each.errors:
            _error(error)
    return 0 if all(each.is_valid for each in found) else 1


def _error(text: str) -> None:
    from docstring_lsp.cli import terminal

    sys.stdout.flush()
    terminal.error(text)


COMMAND = deliver
