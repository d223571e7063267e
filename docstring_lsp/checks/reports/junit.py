"""JUnit's XML: a suite a file, a failed case a finding, for the servers that collect tests."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import ClassVar
from xml.sax.saxutils import quoteattr

from docstring_lsp.checks.report import Located


class Junit:
    """The report for servers that show test results."""

    title: ClassVar[str] = "JUnit's XML, for servers that show test results"

    def render(self, found: Sequence[Located], read: int) -> str:
        """Return the suites; one that passed where nothing was found."""
        lines = ['<?xml version="1.0" encoding="utf-8"?>']
        count = len(found)
        lines.append(
            f'<testsuites name="docstring-lsp" tests="{max(count, 1)}" failures="{count}">'
        )
        for path, group in groupby(found, key=lambda each: each.path):
            cases = list(group)
            head = f'name={_quoted(path)} tests="{len(cases)}" failures="{len(cases)}"'
            lines.append(f"  <testsuite {head}>")
            lines += [line for each in cases for line in _case(each)]
            lines.append("  </testsuite>")
        if not found:
            name = _quoted(f"{read} files")
            lines += [
                '  <testsuite name="docstring-lsp" tests="1" failures="0">',
                f'    <testcase classname="docstring-lsp" name={name}/>',
                "  </testsuite>",
            ]
        return "\n".join([*lines, "</testsuites>"])


def _case(each: Located) -> list[str]:
    place = f"file={_quoted(each.path)} line={_quoted(str(each.line))}"
    name = _quoted(f"{each.code} {each.symbol}:{each.line}:{each.column}")
    return [
        f"    <testcase classname={_quoted(each.path)} name={name} {place}>",
        f"      <failure type={_quoted(each.code)} message={_quoted(each.message)}/>",
        "    </testcase>",
    ]


def _quoted(text: str) -> str:
    # XML 1.0 has no way to write these, not even as a reference.
    return quoteattr("".join(c if c.isprintable() or c == " " else "�" for c in text))


REPORT = Junit()
