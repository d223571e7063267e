"""Which words a text's code uses, so that a name that is in none of them is known to be nobody's.

Takes a text and its definitions; gives words. What docstrings and comments say does not count,
or every name would vouch for itself; what other strings say does: keys and columns are names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from docstring_lsp.source.definition import Definition
from docstring_lsp.source.literal import STRING_OR_COMMENT

_WORD = re.compile(r"[^\W\d]\w*")
_IMPORT = re.compile(
    r"^[ \t]*(?:from[ \t]+(?P<origin>[\w.]+)[ \t]+import[ \t]*(?P<names>\([^)]*\)|[^\n(#]+)"
    r"|import[ \t]+(?P<modules>[^\n#]+))",
    re.MULTILINE,
)


def words(text: str, definitions: Iterable[Definition]) -> frozenset[str]:
    """Return the words of a text's code."""
    pieces, place = [], 0
    for span in sorted(d.docstring for d in definitions if d.docstring is not None):
        pieces.append(text[place : span.start])
        place = span.end
    code = "".join([*pieces, text[place:]])
    if "#" in code:
        code = STRING_OR_COMMENT.sub(lambda found: found["string"] or "", code)
    return frozenset(_WORD.findall(code))


def imported(text: str) -> frozenset[str]:
    """Return the names that a text imports, each as it is bound, and the modules' own."""
    found: set[str] = set()
    for match in _IMPORT.finditer(text):
        listed = match["modules"] or match["names"]
        found.update(_WORD.findall((match["origin"] or "").split(".")[0]))
        for part in listed.strip("()").split(","):
            names = _WORD.findall(part.split("#")[0])
            found.update(names[:1] + names[-1:])
    return frozenset(found)
