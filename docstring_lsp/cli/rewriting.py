"""The run of a rewriting over many documents: what is to be done in, what became of it told.

Shared by the subcommands that change docstrings; `docstring_lsp.cli.rewrite` does one document.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docstring_lsp.actions.proposal import Only, Types
    from docstring_lsp.cli.documents import Documents
    from docstring_lsp.cli.rewrite import Mode, Report, Task


def tasks(
    documents: Documents,
    symbols: tuple[str, ...],
    mode: Mode,
    *,
    only: Only,
    replace: bool = False,
    source_style: str | None = None,
    types: Types = "keep",
) -> list[Task]:
    """Return what is to be done, once all that was asked for is known to exist.

    Args:
        documents: The documents.
        symbols: The definitions in them; none for all.
        mode: What becomes of the result.
        only: Which docstrings.
        replace: Whether what stands is written anew.
        source_style: Of a conversion, the style that docstrings are written in.
        types: Of a conversion, what becomes of types.
    """
    from docstring_lsp.cli.rewrite import Task
    from docstring_lsp.cli.symbols import Symbols
    from docstring_lsp.engine.connect import personal_of

    wanted = Symbols(symbols)
    found = []
    for document in documents:
        resolved, conventions = document.project.resolved, document.project.conventions
        settings = personal_of(resolved)
        source, anchors = None, None
        if document.stdin or symbols:
            source = documents.read(document)
            if source is None:
                continue
        if symbols and source is not None:
            anchors = wanted.anchors(source.text, conventions.policy, document.path)
            if not anchors:
                continue
        found.append(
            Task(
                path=document.path,
                relative=document.project.relative(document.path),
                source=source if document.stdin else None,
                style=conventions.style_name,
                layout=conventions.layout,
                policy=conventions.policy,
                bible=conventions.bible,
                settings=settings,
                mode=mode,
                anchors=anchors,
                replace=replace,
                only=only,
                source_style=source_style,
                types=types,
            )
        )
    wanted.require_all()
    return found


def run(
    tasks: list[Task], jobs: int | None, documents: Documents, mode: Mode, output_format: str
) -> int:
    """Do what is to be done, tell what became of it, and return the exit status."""
    from docstring_lsp.cli import pool, terminal
    from docstring_lsp.cli.rewrite import rewrite

    label = "Writing docstrings"
    if any(task.asks_a_model for task in tasks):
        from docstring_lsp.cli.asking import apply
        from docstring_lsp.engine.lead import Lead

        lead = Lead()
        results = apply(tasks, lead.hear if terminal.is_watched() else None)
        shown = terminal.waiting(results, len(tasks), label, lambda: str(lead))
    else:
        shown = terminal.progress(pool.apply(rewrite, tasks, jobs), len(tasks), label)
    return tell(shown, documents, mode, output_format)


def tell(results: Iterable[Report], documents: Documents, mode: Mode, output_format: str) -> int:
    """Tell what became of documents, and return the exit status."""
    from docstring_lsp.cli import terminal

    reports = []
    notices: Counter[str] = Counter()
    for report in results:
        reports.append(report)
        if report.error:
            documents.fail(report.error)
        _tell_passed_over(report)
        notices.update(done.notice for done in report.done if done.notice)
        if output_format == "text":
            _print(report, mode)
    for notice, times in notices.items():
        more = f" ({terminal.count(times, 'docstring')})" if times > 1 else ""
        terminal.warning(f"{notice}{more}")
    if cut := _cut(reports):
        terminal.note(cut)
    if output_format == "json":
        import json

        told = [_as_json(report, mode) for report in reports]
        terminal.out(json.dumps(told, indent=2))
    else:
        terminal.note(_summary(reports, mode))
    done = [each.status for report in reports for each in report.done]
    shown = mode != "write" and any(report.changed for report in reports)
    return 2 if documents.failed else 1 if shown or {"refused", "left"} & {*done} else 0


def _print(report: Report, mode: Mode) -> None:
    from docstring_lsp.cli import terminal

    if report.result is not None:
        terminal.out_bytes(report.result)
    elif report.diff:
        terminal.out_diff(report.diff)
    elif report.changed:
        terminal.out(f"{'wrote' if mode == 'write' else 'would change'} {report.path}")


def _tell_passed_over(report: Report) -> None:
    """Tell what was refused or left: a line a reason, since a broken file breaks all it holds."""
    from docstring_lsp.cli import terminal

    by_reason: dict[tuple[str, str], list[str]] = {}
    for done in report.done:
        if done.status in ("refused", "left"):
            what = (done.status, done.reason)
            by_reason.setdefault(what, []).append(f"{done.line}: `{done.symbol}`")
    for (status, reason), places in by_reason.items():
        more = f" and {len(places) - 1} more" if len(places) > 1 else ""
        told = "refused" if status == "refused" else "left as it is"
        terminal.warning(f"{report.path}:{places[0]}{more} {told}: {reason}")


def _cut(reports: list[Report]) -> str:
    """Return what models were not told for want of room; nothing where they were told all."""
    from docstring_lsp.cli.terminal import count

    cut = [each for report in reports for each in report.done if each.dropped]
    if not cut:
        return ""
    first = cut[0].dropped
    shown = ", ".join(first[-3:]) + (f" and {len(first) - 3} more" if len(first) > 3 else "")
    return (
        f"For want of room in the prompt, {count(len(cut), 'docstring')} did without some context: "
        f"that of `{cut[0].symbol}` without {shown}."
    )


def _summary(reports: list[Report], mode: Mode) -> str:
    from docstring_lsp.cli.terminal import count

    counts = Counter(done.status for report in reports for done in report.done)
    changed = sum(report.changed for report in reports)
    written = count(counts["written"], "docstring")
    verb = "written" if mode == "write" else "to write"
    parts = [f"{written} {verb} in {count(changed, 'file')}" if changed else "Nothing to write"]
    parts += [f"{counts[each]} {each}" for each in ("refused", "left") if counts[each]]
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
