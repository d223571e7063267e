"""One document's part of ``check``: a task in, what was found out, in this process or another.

Both are plain values that can be pickled. Whatever goes wrong with one document is told in its
report and never stops the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePath

from docstring_lsp import files
from docstring_lsp.checks import run
from docstring_lsp.checks.report import Located, located
from docstring_lsp.checks.selection import Selection
from docstring_lsp.docstring.recognition import style
from docstring_lsp.errors import DocstringLspError
from docstring_lsp.source.text import SourceText
from docstring_lsp.source.visibility import Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is to be looked at.

    Attributes:
        path: The document's path.
        relative: Its path below its project's root.
        source: Its text, where it was read already.
        style: The name of the project's style.
        style_is_told: Whether the project says so.
        policy: Of what a docstring is asked.
        selection: Which rules are asked.
    """

    path: Path
    relative: PurePath
    source: SourceText | None
    style: str
    style_is_told: bool
    policy: Policy
    selection: Selection


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected:
    """What was found in one document.

    Attributes:
        found: The findings.
        error: Why it could not be looked at, or an empty text.
    """

    found: tuple[Located, ...] = ()
    error: str = ""


def inspect(task: Task) -> Inspected:
    """Do a task; never raises but for an interruption."""
    try:
        source = files.read(task.path) if task.source is None else task.source
        findings = run.check(
            source.text,
            task.policy,
            path=task.relative,
            style=style(task.style),
            style_is_told=task.style_is_told,
            selection=task.selection,
        )
        return Inspected(found=tuple(located(str(task.path), source.text, findings)))
    except DocstringLspError as error:
        return Inspected(error=str(error))
    except Exception as error:  # noqa: BLE001  (a mistake of ours must not stop the others)
        what = f"{type(error).__name__}: {error}"
        return Inspected(error=f"{task.path}: internal error: {what}")
