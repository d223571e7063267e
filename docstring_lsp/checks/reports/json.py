"""JSON: a list with an object a finding."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import ClassVar

from docstring_lsp.checks.report import Located

_OURS = frozenset({"excerpt", "unless"})


class Json:
    """The report for tools that know no other."""

    title: ClassVar[str] = "a list with an object a finding"

    def render(self, found: Sequence[Located], read: int) -> str:  # noqa: ARG002
        """Return the findings as a JSON list."""
        rows = [{k: v for k, v in asdict(each).items() if k not in _OURS} for each in found]
        return json.dumps(rows, indent=2)


REPORT = Json()
