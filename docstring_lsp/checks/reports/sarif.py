"""SARIF 2.1.0: what code-scanning services read, with each rule's page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import PurePath
from typing import Any, ClassVar
from urllib.parse import quote

from docstring_lsp import __version__
from docstring_lsp.checks import page
from docstring_lsp.checks.report import Located

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


class Sarif:
    """The report for code-scanning services."""

    title: ClassVar[str] = "SARIF 2.1.0, for code-scanning services"

    def render(self, found: Sequence[Located], read: int) -> str:  # noqa: ARG002
        """Return the log of one run."""
        codes = sorted({each.code for each in found})
        run = {
            "tool": {
                "driver": {
                    "name": "docstring-lsp",
                    "version": __version__,
                    "rules": [_rule(code) for code in codes],
                }
            },
            "columnKind": "unicodeCodePoints",
            "results": [_result(each, codes.index(each.code)) for each in found],
        }
        return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(code: str) -> dict[str, Any]:
    if code not in page.codes():
        return {"id": code}
    text = page.text(code)
    return {
        "id": code,
        "shortDescription": {"text": page.title(code)},
        "help": {"text": text, "markdown": text},
    }


def _result(each: Located, index: int) -> dict[str, Any]:
    place = {
        "artifactLocation": {"uri": _uri(each.path)},
        "region": {
            "startLine": each.line,
            "startColumn": each.column,
            "endLine": each.end_line,
            "endColumn": each.end_column,
        },
    }
    told = f"{each.path}\0{each.code}\0{each.symbol}\0{each.message}"
    return {
        "ruleId": each.code,
        "ruleIndex": index,
        "level": "warning",
        "message": {"text": each.message},
        "locations": [
            {
                "physicalLocation": place,
                "logicalLocations": [{"fullyQualifiedName": each.symbol}],
            }
        ],
        # Holds over lines that move, so that a service knows a finding again.
        "partialFingerprints": {
            "symbol/v1": blake2b(told.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        },
    }


def _uri(path: str) -> str:
    found = PurePath(path)
    return found.as_uri() if found.is_absolute() else quote(found.as_posix())


REPORT = Sarif()
