"""The typeface that a page is printed in: those of the machine's fonts that have the characters."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unicodedata import category

from docstring_lsp.deliverables.tokens import needed

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


_FONT_FILES = (".ttf", ".otf", ".ttc")
_MOST_FONTS = 600
"""How many of a machine's fonts are looked into for characters that are rare."""
_MOST_BESIDE = 4
_UNSEEN = frozenset({"Cc", "Cf", "Mn", "Zs", "Zl", "Zp"})
"""Categories of characters that a reader does not miss: blanks, joiners, variants."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """The fonts of a document.

    Attributes:
        text: The font for text.
        mono: The font for code.
        known: What they can show; None for western letters alone.
        lacking: The characters of the document that no font has, each once.
    """

    text: str
    mono: str
    known: Collection[int] | None
    lacking: str

    def shown(self, text: str) -> str:
        """Return a text as it can be shown: ``?`` stands for what no font has."""
        if self.known is None:
            return text.encode("latin-1", "replace").decode("latin-1")
        known = self.known
        kept = (c for c in text if c.isspace() or ord(c) in known or category(c) not in _UNSEEN)
        return "".join(c if c.isspace() or ord(c) in known else "?" for c in kept)


def typeface(sheet: Any, document: str) -> Typeface:
    """Add fonts to a sheet: one for text, one for code, and more for what these do not have.

    Args:
        sheet: What is printed.
        document: What is to be shown.

    Returns:
        The fonts that were added, and what none of them has.
    """
    wanted = {ord(c) for c in document if category(c) not in _UNSEEN}
    fonts = _fonts()
    for text, bold, slanted, mono in _FONTS:
        if text in fonts and bold in fonts and mono in fonts:
            sheet.add_font("text", "", str(fonts[text]))
            sheet.add_font("text", "B", str(fonts[bold]))
            sheet.add_font("text", "I", str(fonts.get(slanted, fonts[text])))
            sheet.add_font("text", "BI", str(fonts[bold]))
            sheet.add_font("mono", "", str(fonts[mono]))
            heavy = f"{mono.removesuffix('.ttf').removesuffix('-Regular')}-Bold.ttf"
            sheet.add_font("mono", "B", str(fonts.get(heavy, fonts[mono])))
            known = {*sheet.fonts["text"].cmap, *sheet.fonts["mono"].cmap}
            beside = ["text", "mono", *_added(sheet, fonts, wanted - known, known)]
            sheet.set_fallback_fonts(beside, exact_match=False)
            return Typeface("text", "mono", known, _told(wanted - known))
    return Typeface("helvetica", "courier", None, _told({c for c in wanted if c > 255}))


def _fonts() -> dict[str, Path]:
    """Return the machine's fonts by their files' names."""
    folders = (*map(Path, _FOLDERS), Path.home() / ".fonts", Path.home() / ".local/share/fonts")
    found: dict[str, Path] = {}
    for folder in folders:
        if folder.is_dir():
            files = (p for p in sorted(folder.rglob("*")) if p.suffix.lower() in _FONT_FILES)
            found.update({path.name: path for path in files})
    return found


def _added(
    sheet: Any, fonts: Mapping[str, Path], missing: Collection[int], known: set[int]
) -> Iterator[str]:
    """Yield fonts that have what is missing, those with most of it first; add to what is known."""
    left = set(missing)
    looked_into = list(fonts.values())[:_MOST_FONTS] if left else []
    held = {path: _letters(path) & left for path in looked_into}
    for number in range(_MOST_BESIDE):
        best = max(held, key=lambda path: len(held[path] & left), default=None)
        if best is None or not held[best] & left:
            return
        name, letters = f"beside{number}", held.pop(best)
        try:
            sheet.add_font(name, "", str(best))
        except Exception:  # noqa: BLE001, S112  (a strange font is no reason to fail)
            continue
        left -= letters
        known |= letters
        yield name


def _letters(path: Path) -> set[int]:
    """Return what a font with outlines has; nothing where it cannot be read."""
    try:
        opened = needed("fontTools.ttLib").TTFont
        with path.open("rb") as file, opened(file, fontNumber=0, lazy=True) as font:
            return {*font.getBestCmap()} if "glyf" in font or "CFF " in font else set()
    except Exception:  # noqa: BLE001  (fonts of a machine may be broken in any way)
        return set()


def _told(missing: Collection[int]) -> str:
    return "".join(map(chr, sorted(missing)))
