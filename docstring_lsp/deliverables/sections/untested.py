"""What no test names: the public functions and classes whose names occur in no test module."""

from __future__ import annotations

import re

from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import code, joined, table


def untested(evidence: Evidence) -> str:
    """Return, for each module, what is still to be tested as far as names tell."""
    named = {word for m in evidence.tests for word in re.findall(r"\w+", m.text)}
    rows, total = [], 0
    for module in evidence.own:
        if not module.is_public:
            continue
        left = [s.qualname for s in module.public if s.definition.name not in named]
        total += len(left)
        if left:
            rows.append((code(module.name), ", ".join(map(code, left))))
    said = (
        f"{total} public definitions are named in no test; that they are reached some other way "
        "is not ruled out."
        if rows
        else "Every public definition is named in some test."
    )
    return joined(said, table(("Module", "Named in no test"), rows))


SECTION = untested
