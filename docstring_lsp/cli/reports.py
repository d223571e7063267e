"""Which forms of results there are: a file of ``checks/reports/`` each."""

from __future__ import annotations

from docstring_lsp import registry
from docstring_lsp.checks.report import Report

REPORTS = "docstring_lsp.checks.reports"


def reports() -> tuple[str, ...]:
    """Return the names of the forms."""
    return registry.names(REPORTS)


def report(name: str) -> Report:
    """Return the form of that name.

    Raises:
        UnknownNameError: If there is none; the message lists the known ones.
    """
    found: Report = registry.load(REPORTS, name, "REPORT", kind="format")
    return found
