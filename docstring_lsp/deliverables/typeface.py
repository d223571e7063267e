"""The typeface that a page is printed in: one of the machine's that has the characters."""

from __future__ import annotations

from pathlib import Path
from typing import Any

_FONTS = (
    ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSans-Oblique.ttf", "DejaVuSansMono.ttf"),
    (
        "NotoSans-Regular.ttf",
        "NotoSans-Bold.ttf",
        "NotoSans-Italic.ttf",
        "NotoSansMono-Regular.ttf",
    ),
    (
        "LiberationSans-Regular.ttf",
        "LiberationSans-Bold.ttf",
        "LiberationSans-Italic.ttf",
        "LiberationMono-Regular.ttf",
    ),
    ("arial.ttf", "arialbd.ttf", "ariali.ttf", "cour.ttf"),
    ("Arial.ttf", "Arial Bold.ttf", "Arial Italic.ttf", "Courier New.ttf"),
)
_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/Library/Fonts",
    "/System/Library/Fonts",
    "C:/Windows/Fonts",
)


def typeface(sheet: Any) -> tuple[str, str, bool]:
    """Add a typeface to a sheet.

    Args:
        sheet: What is printed.

    Returns:
        The fonts for text and for code, and whether they have more than western letters.
    """
    found = {}
    for folder in map(Path, _FOLDERS):
        if folder.is_dir():
            found.update({path.name: path for path in sorted(folder.rglob("*.ttf"))})
    for text, bold, slanted, mono in _FONTS:
        if text in found and bold in found and mono in found:
            sheet.add_font("text", "", str(found[text]))
            sheet.add_font("text", "B", str(found[bold]))
            sheet.add_font("text", "I", str(found.get(slanted, found[text])))
            sheet.add_font("text", "BI", str(found[bold]))
            sheet.add_font("mono", "", str(found[mono]))
            return "text", "mono", True
    return "helvetica", "courier", False
