"""What stands where: the folders with code and the files for people and tools."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from pathlib import PurePosixPath

from docstring_lsp.deliverables.evidence.model import Evidence, Module
from docstring_lsp.deliverables.markup import bullets, code, count, joined, table

_MOST = 40


def layout(evidence: Evidence) -> str:
    """Return the folders with their role and number of modules, and the files at the top."""
    roles: dict[str, set[str]] = {}
    for module in evidence.modules:
        for folder in _above(module.path):
            roles.setdefault(folder, set()).add(module.role)
    found: Counter[tuple[str, str]] = Counter()
    for module in evidence.modules:
        found[_folder(module, roles), module.role] += 1
    ordered = sorted(found.items(), key=lambda each: (each[0][1] != "package", each[0]))
    rows = [
        (code("." if folder == "." else f"{folder}/"), role, count(number, "module"))
        for (folder, role), number in ordered[:_MOST]
    ]
    left = len(found) - len(rows)
    return joined(
        table(("Folder", "What for", "Holds"), rows),
        f"{left} further folders are left out." if left else "",
        bullets(code(name) for name in evidence.files if not name.startswith(".")),
    )


def _above(path: str) -> list[str]:
    """Return the folders that a file stands in, the innermost first."""
    return [str(folder) for folder in PurePosixPath(path).parents]


def _folder(module: Module, roles: Mapping[str, Collection[str]]) -> str:
    """Return the folder that stands for a module's: for tests and the like the outermost."""
    folders = _above(module.path)
    if module.role == "package":
        return folders[0]
    alike = [each for each in folders[:-1] if len(roles[each]) == 1]
    return alike[-1] if alike else folders[0]


SECTION = layout
