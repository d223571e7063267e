"""``docstring-lsp style``: how a project writes its docstrings, and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from docstring_lsp.cli import options

if TYPE_CHECKING:
    from docstring_lsp.actions.conventions import Conventions
    from docstring_lsp.cli.projects import Project


@click.command(epilog=options.examples("style src --verbose"))
@click.argument("path", default=".", type=click.Path(path_type=Path, exists=True))
@click.option(
    "-v",
    "--verbose",
    is_flag=True,
    help="Tell where every setting comes from, and where your own stand.",
)
@options.output_format
def style(path: Path, verbose: bool, output_format: str) -> int:
    """Tell the docstring style of the project at PATH, and why."""
    from docstring_lsp.cli import terminal
    from docstring_lsp.cli.projects import Projects

    project = Projects({}, vote=True).of(path, path)
    rows = _rows(project.conventions)
    if verbose:
        rows += _settings(project, told={row[0] for row in rows})
        rows.append(_own_file())
    if output_format == "json":
        import json

        told = {name: {"value": value, "reason": reason} for name, value, reason in rows}
        terminal.out(json.dumps(told, indent=2))
        return 0
    shown = [(name, _shown(value), reason) for name, value, reason in rows]
    widths = [max(len(row[column]) for row in shown) for column in (0, 1)]
    for name, value, reason in shown:
        terminal.out(f"{name:<{widths[0]}}  {value:<{widths[1]}}  {reason}")
    for trouble in project.conventions.passed_over:
        terminal.warning(f"passed over: {trouble}")
    return 0


def _rows(conventions: Conventions) -> list[tuple[str, object, str]]:
    values: dict[str, object] = {
        "style": conventions.style_name,
        "types": conventions.layout.types,
        "init": conventions.policy.init,
        "line-length": conventions.layout.width,
    }
    return [
        (name, value, conventions.reason(name.replace("-", "_"))) for name, value in values.items()
    ]


def _settings(project: Project, told: set[str]) -> list[tuple[str, object, str]]:
    from dataclasses import fields

    from docstring_lsp.settings.model import kebab

    resolved = project.resolved
    return [
        (kebab(f.name), getattr(resolved.settings, f.name), resolved.origin(f.name))
        for f in fields(resolved.settings)
        if kebab(f.name) not in told
    ]


def _own_file() -> tuple[str, object, str]:
    """Return where the settings stand that only the user can set."""
    from docstring_lsp.settings.sources import user_file

    path = user_file()
    return "your config.toml", "read" if path.is_file() else "none yet", str(path)


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(map(str, value[:3])) + (", …" if len(value) > 3 else "") or "none"
    return "none" if value in (None, "", {}) else str(value)


COMMAND = style
