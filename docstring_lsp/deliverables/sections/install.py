"""How the project is installed: by its name, with its extras and the Python it asks for."""

from __future__ import annotations

from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import block, code, joined


def install(evidence: Evidence) -> str:
    """Return the command for what the metadata names; empty for what is no package."""
    about = evidence.metadata
    if not about.name:
        return ""
    asks = f"It asks for Python {code(about.requires_python)}." if about.requires_python else ""
    return joined(block(f"python -m pip install {about.name}", "console"), asks)


SECTION = install
