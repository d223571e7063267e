"""The baseline: findings that were there when a project began to check, and are left alone.

Takes and gives texts; opens no file. A finding is known again by its file, code, definition and
message, never by its line, so that the code above may change; two alike count as two.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from docstring_lsp.checks.report import Located
from docstring_lsp.errors import UsageError

_VERSION = 1
_Key = tuple[str, str, str, str]


def written(found: Iterable[tuple[str, Located]]) -> str:
    """Return the baseline that holds findings, in an order that makes small diffs.

    Args:
        found: Findings, each with its file's path below the baseline's folder.
    """
    counts = Counter(_key(path, each) for path, each in found)
    rows = [
        {"path": path, "code": code, "symbol": symbol, "message": message, "count": count}
        for (path, code, symbol, message), count in sorted(counts.items())
    ]
    return json.dumps({"version": _VERSION, "findings": rows}, indent=1, ensure_ascii=False) + "\n"


def beyond(text: str, found: Sequence[tuple[str, Located]], origin: str) -> list[Located]:
    """Return the findings that a baseline does not have.

    Args:
        text: The baseline.
        found: Findings, each with its file's path below the baseline's folder.
        origin: Where the baseline was read, for the error's sake.

    Raises:
        UsageError: If the text is no baseline.
    """
    known = _read(text, origin)
    left = []
    for path, each in found:
        key = _key(path, each)
        if known[key] > 0:
            known[key] -= 1
        else:
            left.append(each)
    return left


def _key(path: str, each: Located) -> _Key:
    return path, each.code, each.symbol, each.message


def _read(text: str, origin: str) -> Counter[_Key]:
    try:
        data = json.loads(text)
        if data["version"] != _VERSION:
            raise UsageError(f"{origin}: a baseline of another version; make it anew")
        return Counter(
            {
                (row["path"], row["code"], row["symbol"], row["message"]): int(row["count"])
                for row in data["findings"]
            }
        )
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{origin}: no baseline: {error}; make it anew") from None
