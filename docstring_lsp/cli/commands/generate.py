"""``docstring-lsp generate``: writes docstrings, or shows what would be written."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docstring_lsp.cli import options

if TYPE_CHECKING:
    from docstring_lsp.actions.proposal import Only
    from docstring_lsp.cli.documents import Documents
    from docstring_lsp.cli.rewrite import Mode, Report, Task

EPILOG = """Examples: docstring-lsp generate src

docstring-lsp generate shop.py --symbol Cart.add --write"""


class _StyleOption(click.Option):
    """An option whose help lists the styles there are, looked up when the help is shown."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        from docstring_lsp.actions.conventions import AUTO, styles

        self.help = f"{AUTO} (default: the project's own), {', '.join(styles())}."
        return super().get_help_record(ctx)


@click.command(epilog=EPILOG)
@options.paths
@click.option("--diff", "mode", flag_value="diff", default="diff", help="Show a diff (default).")
@click.option("--write", "mode", flag_value="write", help="Write the files.")
@click.option("--check", "mode", flag_value="check", help="Only tell what would be changed.")
@click.option("--style", cls=_StyleOption, metavar="NAME")
@click.option(
    "--symbol",
    "symbols",
    metavar="QUALNAME",
    multiple=True,
    help="Only this definition, such as Cart.add; may be repeated.",
)
@click.option(
    "--only",
    type=click.Choice(["missing", "stale", "all"]),
    help="Which docstrings: the missing ones (default); the stale ones, whose parameters are"
    " told otherwise than in the code and are mended in place; or both.",
)
@click.option("--replace", is_flag=True, help="Also write anew the docstrings that stand.")
@options.included
@options.models
@click.option("--jobs", metavar="N", type=click.IntRange(min=1), help="How many processes.")
@options.output_format
def generate(
    paths: tuple[Path, ...],
    stdin_filename: Path | None,
    mode: Mode,
    symbols: tuple[str, ...],
    only: Only | None,
    replace: bool,
    jobs: int | None,
    output_format: str,
    **settings: Any,
) -> int:
    """Write docstrings from what the code says.

    Exits with 0 when there is nothing to change or all was written, 1 when a change was shown
    and not written or a definition was refused, 2 when something could not be read or written.
    """
    from docstring_lsp.cli.documents import Documents
    from docstring_lsp.cli.projects import Projects

    if replace and only is not None:
        raise click.UsageError(f"--replace and --only {only} contradict each other")
    projects = Projects(options.as_settings(settings), vote=True)
    documents = Documents(paths, projects, stdin_filename)
    tasks = _tasks(documents, symbols, mode, replace, only or "missing")
    reports = _run(tasks, jobs, documents, mode, output_format)
    refused = any(done.status == "refused" for report in reports for done in report.done)
    shown = mode != "write" and any(report.changed for report in reports)
    return 2 if documents.failed else 1 if shown or refused else 0


def _tasks(
    documents: Documents, symbols: tuple[str, ...], mode: Mode, replace: bool, only: Only
) -> list[Task]:
    """Return what is to be done, once all that was asked for is known to exist."""
    from docstring_lsp.cli.rewrite import Task
    from docstring_lsp.cli.symbols import Symbols
    from docstring_lsp.engine.connect import provider
    from docstring_lsp.engine.select import AUTO
    from docstring_lsp.settings.model import personal

    wanted = Symbols(symbols)
    tasks = []
    for document in documents:
        resolved, conventions = document.project.resolved, document.project.conventions
        settings = personal(resolved.settings)
        if settings.provider != AUTO:
            provider(settings.provider)
        source, anchors = None, None
        if document.stdin or symbols:
            source = documents.read(document)
            if source is None:
                continue
        if symbols and source is not None:
            anchors = wanted.anchors(source.text, conventions.policy, document.path)
            if not anchors:
                continue
        tasks.append(
            Task(
                path=document.path,
                relative=document.project.relative(document.path),
                source=source if document.stdin else None,
                style=conventions.style.name,
                layout=conventions.layout,
                policy=conventions.policy,
                settings=settings,
                mode=mode,
                anchors=anchors,
                replace=replace,
                only=only,
            )
        )
    wanted.require_all()
    return tasks


def _run(
    tasks: list[Task], jobs: int | None, documents: Documents, mode: Mode, output_format: str
) -> list[Report]:
    from docstring_lsp.cli import pool, terminal
    from docstring_lsp.cli.rewrite import rewrite

    reports = []
    notices: Counter[str] = Counter()
    if any(task.asks_a_model for task in tasks):
        from docstring_lsp.cli.asking import apply

        results = apply(tasks)
    else:
        results = pool.apply(rewrite, tasks, jobs)
    for report in terminal.progress(results, len(tasks), "Writing docstrings"):
        reports.append(report)
        if report.error:
            documents.fail(report.error)
        _tell_refusals(report)
        notices.update(done.notice for done in report.done if done.notice)
        if output_format == "text":
            _print(report, mode)
    for notice, times in notices.items():
        more = f" ({terminal.count(times, 'docstring')})" if times > 1 else ""
        terminal.warning(f"{notice}{more}")
    if output_format == "json":
        import json

        told = [_as_json(report, mode) for report in reports]
        terminal.out(json.dumps(told, indent=2))
    else:
        terminal.note(_summary(reports, mode))
    return reports


def _print(report: Report, mode: Mode) -> None:
    from docstring_lsp.cli import terminal

    if report.result is not None:
        terminal.out_bytes(report.result)
    elif report.diff:
        terminal.out_diff(report.diff)
    elif report.changed:
        terminal.out(f"{'wrote' if mode == 'write' else 'would change'} {report.path}")


def _tell_refusals(report: Report) -> None:
    """Tell what was refused: a line a reason, since a broken file breaks all it holds."""
    from docstring_lsp.cli import terminal

    by_reason: dict[str, list[str]] = {}
    for done in report.done:
        if done.status == "refused":
            by_reason.setdefault(done.reason, []).append(f"{done.line}: `{done.symbol}`")
    for reason, places in by_reason.items():
        more = f" and {len(places) - 1} more" if len(places) > 1 else ""
        terminal.warning(f"{report.path}:{places[0]}{more} refused: {reason}")


def _summary(reports: list[Report], mode: Mode) -> str:
    from docstring_lsp.cli.terminal import count

    counts = Counter(done.status for report in reports for done in report.done)
    changed = sum(report.changed for report in reports)
    written = count(counts["written"], "docstring")
    verb = "written" if mode == "write" else "to write"
    parts = [f"{written} {verb} in {count(changed, 'file')}" if changed else "Nothing to write"]
    parts += [f"{counts['refused']} refused"] if counts["refused"] else []
    read = sum(not report.error for report in reports)
    return f"{'; '.join(parts)} ({count(read, 'file')} read).{_spent(reports)}"


def _spent(reports: list[Report]) -> str:
    """Return what models took for it; nothing where none was asked."""
    done = [each for report in reports for each in report.done]
    tokens = sum(each.tokens for each in done)
    if not tokens:
        return ""
    priced = [each.cost for each in done if each.cost is not None]
    unpriced = " and what has no known price" if len(priced) < len(done) else ""
    return f" {tokens:,} tokens, ${sum(priced):.4f}{unpriced}."


def _as_json(report: Report, mode: Mode) -> dict[str, object]:
    from dataclasses import asdict

    told: dict[str, object] = {
        "path": str(report.path),
        "changed": report.changed,
        "written": report.changed and mode == "write",
        "error": report.error or None,
        "definitions": [asdict(done) for done in report.done],
    }
    if report.diff:
        told["diff"] = report.diff
    if report.result is not None:
        told["text"] = report.result.decode("utf-8", "backslashreplace")
    return told


COMMAND = generate
