"""What a report is: findings with their places in, a text out. A file of ``reports/`` is one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Protocol

if TYPE_CHECKING:
    from docstring_lsp.checks.finding import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A finding as people and tools take it: lines and columns from 1, in code points.

    Attributes:
        path: The file's path, as the user named it.
        code: The rule's code.
        message: What is wrong.
        line: The line it starts on.
        column: The column it starts at.
        end_line: The line it ends on.
        end_column: The column behind its end.
        symbol: The qualified name of the definition.
        fixable: Whether ``--fix`` mends it.
        excerpt: The line it starts on, as it is.
        unless: A word that takes it back where the project has it.
    """

    path: str
    code: str
    message: str
    line: int
    column: int
    end_line: int
    end_column: int
    symbol: str
    fixable: bool
    excerpt: str
    unless: str = ""


class Report(Protocol):
    """A form of results. A module of ``reports/`` offers one as its ``REPORT``."""

    title: ClassVar[str]
    """What it is for, in a few words."""

    def render(self, found: Sequence[Located], read: int) -> str:
        """Return the report's text, without a newline at its end.

        Args:
            found: The findings, file by file.
            read: How many files were read.
        """
        ...


def located(path: str, text: str, findings: Iterable[Finding]) -> Iterator[Located]:
    """Yield findings with their places.

    Args:
        path: The file's path, as the user named it.
        text: The file's text.
        findings: What was found in it.
    """
    from docstring_lsp.source.text import LineIndex, PositionEncoding

    index: LineIndex | None = None
    for finding in findings:
        index = index or LineIndex(text)
        line, column = index.position(finding.span.start, PositionEncoding.UTF32)
        end_line, end_column = index.position(finding.span.end, PositionEncoding.UTF32)
        start = index.line_start(line)
        stop = index.line_start(line + 1) if line + 1 < index.line_count else len(text)
        yield Located(
            path=path,
            code=finding.code,
            message=finding.message,
            line=line + 1,
            column=column + 1,
            end_line=end_line + 1,
            end_column=end_column + 1,
            symbol=finding.symbol,
            fixable=finding.fixable,
            excerpt=text[start:stop].rstrip("\r\n"),
            unless=finding.unless,
        )


def headline(each: Located) -> str:
    """Return a finding in one line, as editors and grep read it."""
    return f"{each.path}:{each.line}:{each.column}: {each.code} {each.message}"


def summary(found: Sequence[Located], read: int) -> Iterator[str]:
    """Yield the line that says how many findings there are; none where nothing was read."""
    files = _count(read, "file")
    if found:
        concerned = _count(len({each.path for each in found}), "file")
        fixable = sum(each.fixable for each in found)
        yield f"{_count(len(found), 'finding')} in {concerned} ({files} read)."
        if fixable:
            yield f"{fixable} can be mended with --fix."
    elif read:
        yield f"No findings ({files} read)."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
