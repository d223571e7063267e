"""What the judges say of right docstrings: a row each, with the reason and a narrow test.

Takes a finding of `benchmarks.judges` and the folder it was made in; gives the row that
explains it, or None. A row holds only where the code shows the reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import evidence as shown
from benchmarks.evidence import Site

if TYPE_CHECKING:
    from benchmarks.judges import JudgeFinding


@dataclass(frozen=True)
class Row:
    """A known false positive.

    Attributes:
        judge: Who says it.
        code: A pattern that its whole code matches.
        why: Why it is none.
        holds: Whether the code shows that reason.
    """

    judge: str
    code: str
    why: str
    holds: Callable[[JudgeFinding, Site], bool] = lambda _finding, _site: True


def known(finding: JudgeFinding, folder: Path) -> Row | None:
    """Return the row that explains a finding, or None."""
    site = shown.place(folder / finding.path, finding.line)
    for row in ROWS:
        meant = row.judge == finding.judge and re.fullmatch(row.code, finding.code)
        if meant and row.holds(finding, site):
            return row
    return None


ROWS: tuple[Row, ...] = (
    Row("ruff", "D100|D104", "an empty file is left empty", lambda _, s: not s.tree.body),
    Row("ruff", "D206", "the file itself is indented with tabs", shown.tabs),
    Row("ruff", "D301", "a raw string cannot hold three quotes", shown.quotes_inside),
    Row("ruff", "D418", "an overload that is asked for", shown.by_decorator("overload")),
    Row("ruff", "D201|D202|D211", "the blank line is the file's own", shown.blank_lines),
    Row("ruff", "D.*", "a constructor's docstring, which stands", shown.stands),
    Row("ruff", "D204", "how many blank lines is the file's own", shown.no_blank_line),
    Row("ruff", "DOC201|DOC402", "a property, told as what it is", shown.is_property),
    Row("ruff", "DOC201", "the type has another name than an iterator's", shown.yields_by_alias),
    Row("ruff", "DOC202", "only raises; the type tells what others return", shown.only_raises),
    Row("ruff", "DOC502", "raised by another statement than raise X", shown.raised_otherwise),
    Row(
        "ruff",
        "DOC501",
        "caught where it is raised, or no exception's name",
        shown.does_not_leave,
    ),
    Row("pydoclint", "DOC10[67]", "judges the signature"),
    Row("pydoclint", "DOC109|DOC110", "the code tells no type", shown.unannotated_parameter),
    Row("pydoclint", "DOC105|DOC605", "wants types as in the code", shown.types_stand_there),
    Row("pydoclint", "DOC10[23]|DOC110", "cuts a type at its colon", shown.colon_in_annotation),
    Row(
        "pydoclint",
        "DOC10[239]|DOC110",
        "takes Receives for parameters",
        shown.section("Receives"),
    ),
    Row("pydoclint", "DOC10[23]", "self is the first of *args", shown.only_variadic),
    Row("pydoclint", "DOC203", "the code tells no type", shown.unannotated_return),
    Row("pydoclint", "DOC20[13]|DOC40[24]", "a property, told as what it is", shown.is_property),
    Row("pydoclint", "DOC201|DOC203", "returns nothing", shown.returns_nothing),
    Row(
        "pydoclint",
        "DOC202",
        "overlooks a return after inner definitions",
        shown.returns_something,
    ),
    Row("pydoclint", "DOC203|DOC40[345]", "mixes up a generator's types", shown.generator),
    Row("pydoclint", "DOC40[34]", "the code tells no type", shown.unannotated_return),
    Row(
        "pydoclint",
        "DOC40[345]",
        "the type has another name than an iterator's",
        shown.yields_by_alias,
    ),
    Row("pydoclint", "DOC502", "takes Warns for Raises", shown.section("Warns")),
    Row("pydoclint", "DOC502|DOC503", "raised by another statement", shown.raised_otherwise),
    Row("pydoclint", "DOC501|DOC503", "caught where it is raised", shown.does_not_leave),
    Row(
        "pydoclint",
        "DOC60[123]",
        "under a condition, or no attribute",
        shown.conditional_or_alias,
    ),
    Row("pydoclint", "DOC60[123]", "names are normalised", shown.normalized),
    Row("pydoclint", "DOC301", "a constructor's docstring, which stands", shown.stands),
    Row("pydoclint", "DOC405", "the code tells no type", shown.unannotated_return),
    Row("pydoclint", "DOC606", "the code describes it as well", shown.documented_inline),
    Row("numpydoc", "RT01", "a property", shown.is_property),
    Row("numpydoc", "RT01", "returns nothing", shown.returns_nothing),
    Row("numpydoc", "GL0[67]", "numpydoc's own section Receives", shown.section("Receives")),
    Row("numpydoc", "GL05", "the file itself is indented with tabs", shown.tabs),
    Row("numpydoc", "PR0[123]", "made by its fields or by __new__", shown.no_constructor),
    Row("numpydoc", "PR01", "filled by the call, though not named self", shown.other_binding),
    Row("docsig", "SIG501", "the code tells no type", shown.unannotated_return),
    Row("pydoclint", "DOC002", "cannot read a byte-order mark", shown.marked),
    Row(
        "pydoctor",
        "Documented parameter",
        "made by its fields or by __new__",
        shown.no_constructor,
    ),
    Row("pydoctor", "(syntax error in|Existing docstring at|relative import level).*", "the code"),
    Row("griffe", "Parameter", "made by its fields or by __new__", shown.no_constructor),
    Row("griffe", "Parameter", "a constructor's docstring, which stands", shown.stands),
    Row("griffe", "Parameter", "cuts a type at its colon", shown.colon_in_annotation),
)
