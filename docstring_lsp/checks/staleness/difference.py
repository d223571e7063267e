"""A difference between a docstring and its code: the words of a finding, and what would mend it."""

from __future__ import annotations

from dataclasses import dataclass

from docstring_lsp.docstring.drift import Drift


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that a docstring says otherwise than the code.

    Attributes:
        code: The rule's code.
        message: What is wrong.
        drift: What differs and where, for whoever mends it.
        mendable: Whether the code says what the docstring should.
    """

    code: str
    message: str
    drift: Drift
    mendable: bool = True
