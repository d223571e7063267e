"""What no test names: the public functions and classes whose names occur in no test module."""

from __future__ import annotations

import re

from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import code, count, joined, table


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
    if not any(module.public for module in evidence.own):
        return ""
    if not evidence.tests:
        return f"There are no tests, and {count(total, 'public definition')} to be tested."
    verb = "is" if total == 1 else "are"
    said = (
        f"{count(total, 'public definition')} {verb} named in no test; to be reached some other "
        "way is not ruled out."
        if rows
        else "Every public definition is named in some test."
    )
    return joined(said, table(("Module", "Named in no test"), rows))


SECTION = untested
