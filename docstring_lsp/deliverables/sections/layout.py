"""What stands where: the folders with code and the files for people and tools."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePosixPath

from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import bullets, code, count, joined, table

_MOST = 40


def layout(evidence: Evidence) -> str:
    """Return the folders with their role and number of modules, and the files at the top."""
    found: Counter[tuple[str, str]] = Counter()
    for module in evidence.modules:
        found[str(PurePosixPath(module.path).parent), module.role] += 1
    rows = [
        (code("." if folder == "." else f"{folder}/"), role, count(number, "module"))
        for (folder, role), number in sorted(found.items())[:_MOST]
    ]
    left = len(found) - len(rows)
    return joined(
        table(("Folder", "What for", "Holds"), rows),
        f"{left} further folders are left out." if left else "",
        bullets(code(name) for name in evidence.files if not name.startswith(".")),
    )


SECTION = layout
