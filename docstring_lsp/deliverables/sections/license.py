"""Under which terms the project may be used: what its metadata and files say."""

from __future__ import annotations

from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import bullets, code, prose


def license_(evidence: Evidence) -> str:
    """Return the licence, and the file that holds its text."""
    about = evidence.metadata
    filed = about.classified("License")
    names = filed or tuple(filter(None, [about.license.split("\n")[0]]))
    where = code(about.said_in("classifiers" if filed else "license"))
    told = [f"{prose(', '.join(names))} ({where})"] if names else []
    held = [f for f in evidence.files if f.upper().startswith(("LICENSE", "LICENCE", "COPYING"))]
    return bullets([*told, *(f"The text is in {code(name)}" for name in held)])


SECTION = license_
