"""What the imports of a module bind: its text in, names out, each with what it stands for.

Reads lines, not a tree, so that a broken text is no obstacle; looks into no other file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_IMPORT = re.compile(
    r"(?m)^[ \t]*(?:from[ \t]+([.\w]+)[ \t]+import[ \t]+(\([^)]*\)|(?:\\\r?\n|[^\n;])+)|"
    r"import[ \t]+((?:\\\r?\n|[^\n;])+))"
)


def bound(text: str, module: str | None) -> Mapping[str, str]:
    """Return what each imported name stands for, dotted and absolute.

    Args:
        text: The module's text.
        module: Its dotted name, ``package.__init__`` for a package; None where it is not known.
    """
    names: dict[str, str] = {}
    for found in _IMPORT.finditer(text):
        origin = _absolute(found[1], module) if found[1] else ""
        for item in re.sub(r"#[^\n]*|[()\\]", " ", found[2] or found[3]).split(","):
            name, _, alias = (
                piece.strip() for piece in re.sub(r"\s+", " ", item).partition(" as ")
            )
            if not re.fullmatch(r"[\w.]+", name):
                continue
            if found[1]:
                names[alias or name] = f"{origin}.{name}"
            else:
                names[alias or name.partition(".")[0]] = name if alias else name.partition(".")[0]
    return names


def _absolute(origin: str, module: str | None) -> str:
    dots = len(origin) - len(origin.lstrip("."))
    if not dots:
        return origin
    above = (module or "").split(".")[:-dots]
    return ".".join([*above, *filter(None, [origin.lstrip(".")])])
