"""``docstring-lsp check``: what is wrong with the docstrings of files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docstring_lsp.cli import options

if TYPE_CHECKING:
    from docstring_lsp.checks.finding import Finding

EPILOG = """Examples: docstring-lsp check src

docstring-lsp check --format json - --stdin-filename shop.py < shop.py"""


@click.command(epilog=EPILOG)
@options.paths
@options.included
@options.output_format
def check(
    paths: tuple[Path, ...], stdin_filename: Path | None, output_format: str, **settings: Any
) -> int:
    """Report missing docstrings.

    Exits with 0 when there are none, 1 when there are, 2 when a file could not be read.
    """
    from docstring_lsp.checks import run
    from docstring_lsp.cli.documents import Documents
    from docstring_lsp.cli.projects import Projects

    projects = Projects(options.as_settings(settings), vote=False)
    documents = Documents(paths, projects, stdin_filename)
    rows: list[dict[str, object]] = []
    number = 0
    for document, source in documents.texts():
        number += 1
        relative = document.project.relative(document.path)
        policy = document.project.conventions.policy
        findings = run.check(source.text, policy, path=relative)
        rows += _rows(document.path, source.text, findings)
    _print(rows, number, output_format)
    return 2 if documents.failed else 1 if rows else 0


def _rows(path: Path, text: str, findings: tuple[Finding, ...]) -> list[dict[str, object]]:
    """Return the findings as tools take them: lines and columns from 1, in code points."""
    if not findings:
        return []
    from docstring_lsp.source.text import LineIndex, PositionEncoding

    index = LineIndex(text)
    rows: list[dict[str, object]] = []
    for finding in findings:
        line, column = index.position(finding.span.start, PositionEncoding.UTF32)
        end_line, end_column = index.position(finding.span.end, PositionEncoding.UTF32)
        rows.append(
            {
                "path": str(path),
                "code": finding.code,
                "message": finding.message,
                "line": line + 1,
                "column": column + 1,
                "end_line": end_line + 1,
                "end_column": end_column + 1,
                "symbol": finding.symbol,
                "fixable": finding.fixable,
            }
        )
    return rows


def _print(rows: list[dict[str, object]], number: int, output_format: str) -> None:
    from docstring_lsp.cli import terminal

    if output_format == "json":
        import json

        terminal.out(json.dumps(rows, indent=2))
        return
    for row in rows:
        terminal.out("{path}:{line}:{column}: {code} {message}".format_map(row))
    files = terminal.count(number, "file")
    if rows:
        findings = terminal.count(len(rows), "finding")
        concerned = terminal.count(len({row["path"] for row in rows}), "file")
        terminal.out(f"{findings} in {concerned} ({files} read).")
    elif number:
        terminal.out(f"No findings ({files} read).")


COMMAND = check
