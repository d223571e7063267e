"""What a project does not say of itself: a place in the document that somebody is to fill.

What is written between its marks is kept when the document is made anew.
"""

from __future__ import annotations


def unsaid(name: str, what: str) -> str:
    """Return the place for something that only a person or a model can add.

    Args:
        name: What it is found again by.
        what: What is to be told there.
    """
    return f"<!-- keep: {name} -->\n_Not told by the project; to be added: {what}._\n<!-- /keep -->"
