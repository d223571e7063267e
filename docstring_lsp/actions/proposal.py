"""A proposal: something that can be done to a document, told before it is computed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Scope = Literal["definition", "selection", "class", "file"]
Only = Literal["missing", "stale", "untidy", "all", "convert", "unwanted", "unfinished", "gone"]
Types = Literal["keep", "drop", "add"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a docstring is to be written for. Plain values: it travels through an editor.

    Attributes:
        scope: One definition, those of a selection, a class with its methods, or the file.
        anchor: The definition's `anchor`, of a selection the first's; for a file it is not read.
        last: The `anchor` of the last definition of a selection.
        style: The name of the style, or None for the project's own.
        replace: Whether what stands is written anew.
        only: Which docstrings: those that are missing; those that stand and say something
            otherwise than the code, which are mended in place; or both (``all``). With ``gone``
            entries of what the code no longer has go, whatever they say, and with
            ``untidy`` what stands is laid out, and nothing else changed; with ``convert`` it is
            said in the style that is named, in whatever style it is written; with ``unwanted``
            words that the bible forbids are replaced; with ``unfinished`` what was begun and left
            is filled.
        source: With ``convert``, the name of the style it is written in; None to tell it.
        types: With ``convert``, what becomes of the types that a docstring tells.
        provider: Who writes the prose, or None for whom the settings name.
    """

    scope: Scope
    anchor: int = -1
    last: int = -1
    style: str | None = None
    replace: bool = False
    only: Only = "missing"
    source: str | None = None
    types: Types = "keep"
    provider: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What is offered to the user.

    Attributes:
        title: As a menu shows it.
        kind: ``fix`` mends a finding, ``rewrite`` changes what was asked for, ``fix-all``
            is what an editor may run on save.
        target: What to compute once it is chosen.
        preferred: Whether it is the one to take where only one is taken.
        needs_model: Whether a language model is asked.
    """

    title: str
    kind: Literal["fix", "rewrite", "fix-all"]
    target: Target
    preferred: bool = False
    needs_model: bool = False
