"""How many definitions have a docstring, by package, and the badge that says so.

Takes counts; gives texts. What is counted are the definitions of which a docstring is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from docstring_lsp.source.definition import MODULE, Definition
from docstring_lsp.source.visibility import Policy, exemption

_COLORS = ((95, "#3a8f3a"), (85, "#6f9c2f"), (70, "#a88f12"), (50, "#c2701f"), (0, "#b8433a"))


@dataclass(frozen=True, slots=True)
class Coverage:
    """A count of definitions.

    Attributes:
        asked: Those of which a docstring is asked.
        documented: Those of them that have one.
    """

    asked: int = 0
    documented: int = 0

    @property
    def percent(self) -> float:
        """The documented in a hundred; of nothing, all."""
        return 100.0 * self.documented / self.asked if self.asked else 100.0

    def __add__(self, other: Coverage) -> Coverage:
        """Return both counts in one."""
        return Coverage(self.asked + other.asked, self.documented + other.documented)


NOTHING = Coverage()


def covered(
    text: str, definitions: Iterable[Definition], policy: Policy, *, is_test: bool
) -> Coverage:
    """Return the count of one file.

    Args:
        text: The file's text.
        definitions: Its definitions.
        policy: Of what a docstring is asked.
        is_test: Whether it is a test file.
    """
    asked = [
        definition
        for definition in definitions
        if exemption(definition, policy, test_file=is_test, text=text) is None
        and not (definition.name == MODULE and not text.strip())
    ]
    return Coverage(len(asked), sum(d.docstring is not None for d in asked))


def by_package(files: Iterable[tuple[PurePath, Coverage]]) -> dict[str, Coverage]:
    """Return the counts of files, added up by the folder they stand in."""
    packages: dict[str, Coverage] = {}
    for path, count in files:
        name = path.parent.as_posix()
        packages[name] = packages.get(name, NOTHING) + count
    return dict(sorted(packages.items()))


def total(packages: Mapping[str, Coverage]) -> Coverage:
    """Return all counts in one."""
    return sum(packages.values(), NOTHING)


def table(packages: Mapping[str, Coverage]) -> str:
    """Return the counts as a table, the sum in its last line."""
    rows = [(name, count) for name, count in packages.items() if count.asked]
    rows.append(("total", total(packages)))
    wide = max(len("package"), *(len(name) for name, _ in rows))
    lines = [f"{'package':<{wide}}  documented      of       %"]
    lines += [
        f"{name:<{wide}}  {count.documented:>10}  {count.asked:>6}  {shown(count):>6}"
        for name, count in rows
    ]
    return "\n".join(lines)


def badge(count: Coverage) -> str:
    """Return a picture (SVG) that says how many in a hundred are documented."""
    said = shown(count)
    color = next(color for least, color in _COLORS if count.percent >= least)
    left, right = 72, 12 + 7 * len(said)
    width = left + right
    label = "docstrings"
    return f"""<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="20" role="img" \
aria-label="{label}: {said}">
  <title>{label}: {said}</title>
  <clipPath id="r"><rect width="{width}" height="20" rx="3"/></clipPath>
  <g clip-path="url(#r)">
    <rect width="{left}" height="20" fill="#444"/>
    <rect x="{left}" width="{right}" height="20" fill="{color}"/>
  </g>
  <g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
    <text x="{left / 2:g}" y="14">{label}</text>
    <text x="{left + right / 2:g}" y="14">{said}</text>
  </g>
</svg>
"""


def shown(count: Coverage) -> str:
    """Return the percentage, never rounded up to what is not reached."""
    return "100%" if count.percent == 100 else f"{int(count.percent * 10) / 10:.1f}%"
