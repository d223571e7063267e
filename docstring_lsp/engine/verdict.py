"""Answers of a batch held against the code: what came back in, what of it stands out.

As in an attempt, what is wrong is told to the model once; what is missing after that is the
embedded author's. Pure; knows no vendor.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from docstring_lsp.docstring.draft import Draft
from docstring_lsp.engine import gate, schema
from docstring_lsp.engine.attempt import says
from docstring_lsp.engine.orders import Given
from docstring_lsp.errors import ContentError
from docstring_lsp.providers.base import Request

_NOTHING = Draft(summary="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What stands of an answer.

    Attributes:
        draft: The prose; a slot that is empty is the embedded author's.
        mended: What was dropped where enough was left.
        wrong: What is wrong, as a model can be told.
        again: Whether it is worth asking again.
        error: Why nothing stands; empty if something does.
    """

    draft: Draft = _NOTHING
    mended: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    again: bool = False
    error: str = ""

    def over(self, earlier: Verdict) -> Verdict:
        """Return this one, with what only an earlier answer said well taken from that."""
        if self.error:
            return self if earlier.error else earlier
        return replace(self, draft=gate.complete(self.draft, earlier.draft))


def verdict(given: Given, request: Request, provider: str) -> Verdict:
    """Return what of an answer agrees with the code.

    Args:
        given: What came back.
        request: The definition it is about.
        provider: Who wrote it.
    """
    if given.error:
        told = given.error.removeprefix(f"{provider}: ")
        return Verdict(error=told, wrong=given.wrong, again=bool(given.reason))
    assert request.facts is not None
    try:
        draft = schema.draft(request.facts, json.loads(given.data), provider)
    except ContentError as error:
        return Verdict(error=error.said, wrong=error.violations or (error.said,), again=True)
    held = gate.check(draft, request)
    nothing = ""
    if not says(held.draft):
        nothing = f"nothing of its answer agrees with the code: {held.violations[0]}"
    return Verdict(
        draft=held.draft,
        mended=held.mended,
        wrong=held.violations,
        again=bool(held.violations),
        error=nothing,
    )
