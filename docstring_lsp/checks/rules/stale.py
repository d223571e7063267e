"""Stale docstrings: what one says otherwise than the code it stands in.

What is compared stands in `docstring_lsp.checks.staleness`, a file a kind; it is imported when a
file is looked at, since a check that asks for other rules can do without.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from docstring_lsp.checks.finding import Finding
from docstring_lsp.checks.rule import FileContext


class Stale:
    """The family of rules for docstrings that the code has moved on from."""

    codes: ClassVar[Mapping[str, str]] = {
        "DL200": "parameter undocumented",
        "DL201": "documented parameter gone",
        "DL202": "parameter renamed",
        "DL203": "order of parameters",
        "DL204": "type of a parameter",
        "DL205": "default of a parameter",
        "DL206": "stars of a parameter",
        "DL210": "result undocumented",
        "DL211": "documented result absent",
        "DL212": "type of a result",
        "DL213": "what is yielded undocumented",
        "DL214": "what is documented as yielded absent",
        "DL215": "type of what is yielded",
        "DL216": "what is received undocumented",
        "DL217": "what is documented as received absent",
        "DL220": "exception undocumented",
        "DL221": "documented exception never raised",
        "DL230": "attribute undocumented",
        "DL231": "documented attribute gone",
        "DL232": "type of an attribute",
        "DL240": "override that contradicts its base",
    }

    def check(self, context: FileContext) -> Iterator[Finding]:
        """Yield a finding for each thing that a docstring says otherwise than the code."""
        if not context.documented:
            return
        from docstring_lsp.checks.staleness.whole import stale

        yield from stale(context)


RULE = Stale()
