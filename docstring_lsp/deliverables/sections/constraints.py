"""What the project is bound to: Python, operating systems, licence, packages it needs."""

from __future__ import annotations

from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import bullets, code, listed, prose


def constraints(evidence: Evidence) -> str:
    """Return what its metadata says, with its place."""
    about = evidence.metadata
    told = []
    if about.requires_python:
        where = code(about.said_in("requires_python"))
        told.append(f"Python {code(about.requires_python)} ({where})")
    if systems := about.classified("Operating System"):
        where = code(about.said_in("classifiers"))
        told.append(f"Operating systems: {prose(', '.join(systems))} ({where})")
    if about.license:
        where = code(about.said_in("license"))
        told.append(f"Licence: {prose(about.license.splitlines()[0])} ({where})")
    needed = [r for r in about.requirements if not r.group]
    if needed:
        told.append(f"Needs {listed([code(r.text) for r in needed])} ({code(needed[0].source)})")
    return bullets(told)


SECTION = constraints
