"""``docstring-lsp check``: what is wrong with the docstrings of files."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docstring_lsp.cli import choices, options

if TYPE_CHECKING:
    from docstring_lsp.checks.report import Located
    from docstring_lsp.cli.gathering import Gathered
    from docstring_lsp.cli.replay import Recording

EPILOG = options.examples(
    "check src",
    "check --select DL2 --format json - --stdin-filename shop.py < shop.py",
    "check --changed-since origin/main... --format github",
)


_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(epilog=EPILOG)
@options.paths
@options.selected
@options.included
@click.option("--fix", is_flag=True, help="Mend what can be mended without thought.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing.")
@click.option(
    "--changed-since", "since", metavar="REV", help="Only definitions that a diff to REV touches."
)
@click.option(
    "--baseline", metavar="FILE", type=_FILE, help="Leave out the findings that stand in FILE."
)
@click.option("--update-baseline", is_flag=True, help="Write the findings to --baseline FILE.")
@click.option("--coverage", is_flag=True, help="Show how many definitions are documented.")
@click.option(
    "--fail-under",
    metavar="PERCENT",
    type=click.FloatRange(0, 100),
    help="Fail where fewer definitions are documented.",
)
@click.option("--badge", metavar="FILE", type=_FILE, help="Draw that percentage into FILE (SVG).")
@click.option(
    "--format",
    "form",
    cls=choices.NameOption,
    names=choices.reports,
    metavar="FORM",
    default="text",
    help="The form of the results: {names}.",
)
@click.option("--no-cache", is_flag=True, help="Look at every file, also where nothing changed.")
@click.option("--jobs", metavar="N", type=click.IntRange(min=1), help="How many processes.")
@click.pass_obj
def check(
    recording: Recording | None,
    /,
    paths: tuple[Path, ...],
    stdin_filename: Path | None,
    form: str,
    fix: bool,
    diff: bool,
    since: str | None,
    baseline: Path | None,
    update_baseline: bool,
    coverage: bool,
    badge: Path | None,
    no_cache: bool,
    jobs: int | None,
    **settings: Any,
) -> int:
    """Report docstrings that are missing, untrue or unfinished.

    Exits with 0 when nothing is, or nothing is left after --fix; 1 when something is, or --diff
    shows something; 2 when a file could not be read or written.
    """
    from docstring_lsp.cli import terminal
    from docstring_lsp.cli.documents import Documents
    from docstring_lsp.cli.gathering import Wanted, gather
    from docstring_lsp.cli.projects import Projects
    from docstring_lsp.cli.reports import report

    if update_baseline and baseline is None:
        raise click.UsageError("--update-baseline needs --baseline FILE")
    shown = report(form)
    fix = fix or diff
    projects = Projects(options.as_settings(settings), vote=fix)
    documents = Documents(paths, projects, stdin_filename)
    least = projects.settings(paths[0] if paths else Path()).settings.fail_under
    counted = coverage or badge is not None or least > 0
    wanted = Wanted(
        fix=fix, writes=not diff, jobs=jobs, since=since, counted=counted, remembered=not no_cache
    )
    gathered = gather(documents, wanted)
    found = gathered.found
    if baseline is not None:
        found = _beyond(baseline, found, update=update_baseline)
    text = shown.render(found, gathered.read)
    if text:
        # With --diff that, with --fix a document from standard input goes to standard output.
        (terminal.note if diff or (fix and documents.from_stdin) else terminal.out)(text)
    reached = _covered(gathered, least, badge, told=coverage) if counted else True
    plain = not (counted or wanted.is_particular or baseline or documents.failed)
    if recording is not None and plain and gathered.read and not _others_take_part():
        recording.keep(terminal.shown(text), int(bool(found)))
    return 2 if documents.failed else 1 if found or gathered.differs or not reached else 0


def _others_take_part() -> bool:
    """Return whether other packages' code decides, of which nobody knows when it changed."""
    from docstring_lsp import registry
    from docstring_lsp.checks.run import RULES_GROUP
    from docstring_lsp.docstring.recognition import STYLES_GROUP

    return registry.offered(RULES_GROUP) or registry.offered(STYLES_GROUP)


def _beyond(path: Path, found: list[Located], *, update: bool) -> list[Located]:
    """Return what a baseline does not have; none once it is written anew."""
    from docstring_lsp import files
    from docstring_lsp.checks import baseline
    from docstring_lsp.cli import terminal

    folder = path.absolute().parent
    named = [(_relative(each.path, folder), each) for each in found]
    if update:
        files.put(path, baseline.written(named))
        terminal.note(f"{terminal.count(len(found), 'finding')} written to {path}.")
        return []
    return baseline.beyond(files.read(path).text, named, str(path))


def _relative(path: str, folder: Path) -> str:
    return Path(os.path.relpath(Path(path).absolute(), folder)).as_posix()


def _covered(gathered: Gathered, least: float, badge: Path | None, *, told: bool) -> bool:
    """Show how many definitions are documented, and return whether they are enough."""
    from docstring_lsp import files
    from docstring_lsp.checks import coverage
    from docstring_lsp.cli import terminal

    counts = ((path, coverage.Coverage(*count)) for path, *count in gathered.coverage)
    packages = coverage.by_package(counts)
    whole = coverage.total(packages)
    if told:
        terminal.note(coverage.table(packages))
    if badge is not None:
        files.put(badge, coverage.badge(whole))
    if whole.percent < least:
        terminal.error(
            f"{whole.documented} of {whole.asked} definitions are documented"
            f" ({coverage.shown(whole)}), {least:g}% are asked"
        )
        return False
    return True


COMMAND = check
