"""``docstring-lsp check``: what is wrong with the docstrings of files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docstring_lsp.cli import options

if TYPE_CHECKING:
    from docstring_lsp.checks.report import Located
    from docstring_lsp.cli.documents import Asked, Documents
    from docstring_lsp.cli.inspection import Task

EPILOG = """Examples: docstring-lsp check src

docstring-lsp check --select DL2 --format json - --stdin-filename shop.py < shop.py"""


class _FormatOption(click.Option):
    """An option whose help lists the forms of results there are."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        from docstring_lsp.cli.reports import reports

        self.help = f"The form of the results: {', '.join(reports())}."
        return super().get_help_record(ctx)


@click.command(epilog=EPILOG)
@options.paths
@options.selected
@options.included
@click.option("--format", "form", cls=_FormatOption, metavar="FORM", default="text")
@click.option("--fix", is_flag=True, help="Mend what can be mended without thought.")
@click.option("--jobs", metavar="N", type=click.IntRange(min=1), help="How many processes.")
def check(
    paths: tuple[Path, ...],
    stdin_filename: Path | None,
    form: str,
    fix: bool,
    jobs: int | None,
    **settings: Any,
) -> int:
    """Report what is wrong with docstrings: missing, no longer true, unfinished.

    Exits with 0 when nothing is, or nothing is left after --fix; 1 when something is; 2 when a
    file could not be read or written.
    """
    from docstring_lsp.cli import terminal
    from docstring_lsp.cli.documents import Documents
    from docstring_lsp.cli.projects import Projects
    from docstring_lsp.cli.reports import report

    shown = report(form)
    projects = Projects(options.as_settings(settings), vote=fix)
    documents = Documents(paths, projects, stdin_filename)
    asked = list(documents)
    tasks = list(_tasks(documents, asked, fix=fix))
    found, read = _inspected(tasks, jobs, documents)
    found = _known_nowhere(found, asked)
    text = shown.render(found, read)
    if text:
        # With --fix the document itself goes to standard output.
        (terminal.note if fix and documents.from_stdin else terminal.out)(text)
    return 2 if documents.failed else 1 if found else 0


def _tasks(documents: Documents, asked: list[Asked], *, fix: bool) -> Iterator[Task]:
    from docstring_lsp.cli.inspection import Task

    for document in asked:
        project = document.project
        source = documents.read(document) if document.stdin else None
        if document.stdin and source is None:
            continue
        yield Task(
            path=document.path,
            relative=project.relative(document.path),
            source=source,
            style=project.conventions.style.name,
            style_is_told=project.conventions.style_is_told,
            layout=project.conventions.layout,
            policy=project.conventions.policy,
            selection=project.selection,
            fix=fix,
            provider=project.resolved.settings.provider,
        )


def _inspected(
    tasks: list[Task], jobs: int | None, documents: Documents
) -> tuple[list[Located], int]:
    """Return what was found, and how many files could be read."""
    from docstring_lsp.cli import pool, terminal
    from docstring_lsp.cli.inspection import inspect

    found: list[Located] = []
    read = fixed = 0
    for inspected in pool.apply(inspect, tasks, jobs):
        found += inspected.found
        fixed += inspected.fixed
        for line in inspected.refused:
            terminal.warning(line)
        if inspected.result is not None:
            terminal.out_bytes(inspected.result)
        if inspected.error:
            documents.fail(inspected.error)
        else:
            read += 1
    if fixed:
        terminal.note(f"{terminal.count(fixed, 'finding')} mended.")
    return found, read


def _known_nowhere(found: list[Located], asked: list[Asked]) -> list[Located]:
    """Return the findings without those that another file of the project takes back."""
    if not any(each.unless for each in found):
        return found
    from docstring_lsp.actions.vocabulary import Vocabulary

    projects = {str(document.path): document.project for document in asked}
    known = {
        project.root: Vocabulary(
            project.root,
            project.resolved.settings,
            [document.path for document in asked if document.project is project],
        )
        for project in projects.values()
    }
    return [
        each
        for each in found
        if not each.unless or each.unless not in known[projects[each.path].root]
    ]


COMMAND = check
