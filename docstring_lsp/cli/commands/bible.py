"""``docstring-lsp bible``: the project's words, people and conventions, shown or begun."""

from __future__ import annotations

from pathlib import Path

import click

from docstring_lsp.cli import options


@click.command(epilog=options.examples("bible --bootstrap"))
@click.option("--bootstrap", is_flag=True, help="Put in what the project names and explains.")
@click.option("--about", metavar="LINE", default="", help="What scripts are to be about.")
@click.option(
    "--characters", metavar="N", type=click.IntRange(min=0), default=2, help="How many speak."
)
@click.option(
    "--add",
    "told",
    type=(str, str, str),
    metavar="KIND NAME MEANING",
    help="Put in one entry: a term, component, persona, convention, character or setting.",
)
@click.option(
    "--forbid", metavar="WORD", multiple=True, help="A word that a term is not to be called."
)
@click.option("--diff", is_flag=True, help="Only show what would be put in.")
@click.option(
    "--project",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="The project's folder; the one around the current folder if not given.",
)
@options.output_format
def bible(
    bootstrap: bool,
    about: str,
    characters: int,
    told: tuple[str, str, str] | None,
    forbid: tuple[str, ...],
    diff: bool,
    project: Path | None,
    output_format: str,
) -> int:
    """Show or begin the bible of the project: its words and people.

    It stands in .docstring-lsp/bible.toml. Exits with 1 where entries contradict one another.
    """
    from docstring_lsp import bible as bibles
    from docstring_lsp.cli import terminal
    from docstring_lsp.deliverables.workspace import workspace

    root = project.absolute() if project is not None else workspace(Path.cwd())
    if bootstrap:
        return _bootstrap(root, about, characters, diff)
    if forbid and (told is None or told[0] != "term"):
        raise click.UsageError("--forbid needs --add term NAME MEANING")
    if told is not None:
        return _add(root, told, forbid, diff)
    found = bibles.read(root)
    if output_format == "json":
        import json

        entries = [{"kind": e.kind, "name": e.name, **e.fields} for e in found.entries]
        terminal.out(json.dumps(entries, indent=2, ensure_ascii=False))
    else:
        for entry in found.entries:
            terminal.out(f"{entry.id}: {entry.meaning}".rstrip(": "))
        if not found.entries:
            terminal.note(f"{root / bibles.PLACE} has no entries; --bootstrap begins one")
    for conflict in found.conflicts():
        terminal.warning(conflict)
    return 1 if found.conflicts() else 0


def _bootstrap(root: Path, about: str, characters: int, diff: bool) -> int:
    from docstring_lsp import bible as bibles
    from docstring_lsp.cli import terminal
    from docstring_lsp.settings.load import load
    from docstring_lsp.workflow.workspace import wanted

    entries = wanted(root, load(root, command_line={}).settings, about, characters)
    if diff:
        known = {entry.id for entry in bibles.read(root).entries}
        terminal.out("\n\n".join(bibles.written(e) for e in entries if e.id not in known))
        return 0
    added = bibles.add(root, entries)
    terminal.note(f"{len(added)} entries added to {root / bibles.PLACE}")
    return 0


def _add(root: Path, told: tuple[str, str, str], forbid: tuple[str, ...], diff: bool) -> int:
    from docstring_lsp import bible as bibles
    from docstring_lsp.cli import terminal
    from docstring_lsp.errors import UsageError

    kind, name, meaning = told
    entry = bibles.Entry(
        kind, name, {"meaning": meaning, **({"forbidden": forbid} if forbid else {})}
    )
    found = bibles.read(root)
    found.of(kind)
    if entry.id in {each.id for each in found.entries}:
        raise UsageError(f"{root / bibles.PLACE}: has {entry.id} already; edit it there")
    if new := set(found.with_entry(entry).conflicts()) - set(found.conflicts()):
        raise UsageError("; ".join(sorted(new)))
    if diff:
        terminal.out(bibles.written(entry))
        return 0
    bibles.add(root, [entry])
    terminal.note(f"{entry.id} added to {root / bibles.PLACE}")
    return 0


COMMAND = bible
