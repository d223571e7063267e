"""What people wrote into a document stays when it is made anew: both texts in, the joined one out.

A kept region stands between ``<!-- keep: NAME -->`` and ``<!-- /keep -->``.
"""

from __future__ import annotations

import re

_REGION = re.compile(
    r"<!--[ \t]*keep:[ \t]*(?P<name>[^\n]*?)[ \t]*-->\n?(?P<body>.*?)<!--[ \t]*/keep[ \t]*-->",
    re.DOTALL,
)
_UNTOUCHED = "_Not told by the project; to be added: "


def kept(before: str, after: str) -> str:
    """Return the new document with the regions of the old one that people filled.

    A region that the new document has no place for is put at its end, so that nothing is lost.

    Args:
        before: The document as it stands.
        after: The document as it is made anew.
    """
    written = {
        match["name"]: match[0]
        for match in _REGION.finditer(before)
        if match["body"].strip() and not match["body"].strip().startswith(_UNTOUCHED)
    }
    placed: set[str] = set()

    def instead(match: re.Match[str]) -> str:
        placed.add(match["name"])
        return written.get(match["name"], match[0])

    joined = _REGION.sub(instead, after)
    homeless = [text for name, text in written.items() if name not in placed]
    if not homeless:
        return joined
    return joined.rstrip("\n") + "\n\n## Kept\n\n" + "\n\n".join(homeless) + "\n"
