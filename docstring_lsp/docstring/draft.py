"""The draft: the prose of a docstring, keyed by the facts. No names, types or order of its own.

An author (a model or the embedded one) fills it; `docstring_lsp.docstring.merge` joins it with
the facts. It stands below the providers because merging must know it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Prose for one definition.

    Attributes:
        summary: One sentence, ending in a full stop.
        description: Further paragraphs, or an empty string.
        parameters: A description a parameter, by the parameter's name without stars.
        attributes: A description an attribute, by name.
        returns: What is returned.
        yields: What is yielded.
        receives: What is sent.
        raises: A description an exception, by its type as written.
        warns: A description a warning, by its category as written.
        examples: Doctests, or an empty string.
    """

    summary: str
    description: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)
    attributes: Mapping[str, str] = field(default_factory=dict)
    returns: str = ""
    yields: str = ""
    receives: str = ""
    raises: Mapping[str, str] = field(default_factory=dict)
    warns: Mapping[str, str] = field(default_factory=dict)
    examples: str = ""
