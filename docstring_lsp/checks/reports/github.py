"""GitHub's workflow commands: each finding is an annotation in the pull request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from docstring_lsp.checks.report import Located


class Github:
    """The report that GitHub shows beside the changed lines."""

    title: ClassVar[str] = "annotations of a pull request"

    def render(self, found: Sequence[Located], read: int) -> str:  # noqa: ARG002
        """Return a workflow command a finding."""
        return "\n".join(map(_command, found))


def _command(each: Located) -> str:
    given = ",".join(f"{name}={_value(value)}" for name, value in _given(each))
    return f"::warning {given}::{_text(f'{each.code} {each.message}')}"


def _given(each: Located) -> Iterator[tuple[str, str]]:
    yield "title", f"docstring-lsp ({each.code})"
    yield "file", each.path.replace("\\", "/")
    yield "line", str(each.line)
    yield "endLine", str(each.end_line)
    # Columns are only taken where the finding stands on one line.
    if each.line == each.end_line:
        yield "col", str(each.column)
        yield "endColumn", str(each.end_column)


def _text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _text(text).replace(":", "%3A").replace(",", "%2C")


REPORT = Github()
