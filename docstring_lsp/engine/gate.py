"""The gate: an author's draft in, what of it agrees with the code out.

Pure. Every sentence is held against the definition's facts, source and context; one that says
what they do not show is dropped whole. What would then be missing is told in lines that a model
can be given when it is asked again. Knows no provider and no style.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from docstring_lsp.docstring.draft import Draft
from docstring_lsp.engine.fence import visible
from docstring_lsp.engine.gating import claims, manner, numbers
from docstring_lsp.engine.gating.examples import wrong_examples
from docstring_lsp.engine.gating.known import Known, known
from docstring_lsp.engine.gating.mood import imperative, is_imperative
from docstring_lsp.engine.gating.restated import restates
from docstring_lsp.engine.gating.sentences import Part, keep, parts, sentences
from docstring_lsp.engine.slots import GROUPS, SINGLES, Slot, slots
from docstring_lsp.providers.base import Request
from docstring_lsp.source.facts import Facts, FunctionFacts

LONGEST_SUMMARY = 160
"""Past this a summary is no summary; what the prompt asks for is shorter."""

Objection = Callable[[str, Known], Iterator[str]]

OBJECTIONS: tuple[Objection, ...] = (
    manner.hidden_characters,
    manner.leaked,
    manner.placeholders,
    manner.gibberish,
    manner.sections,
    manner.other_language,
    manner.repeated,
    claims.links,
    claims.unraised,
    claims.unknown_names,
    claims.unknown_parameters,
    claims.unknown_literals,
    numbers.unknown_numbers,
    numbers.unknown_measures,
)
"""What is held against each sentence; the first reason found is the one that is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of a draft.

    Attributes:
        draft: The draft without what was dropped; a slot with nothing left is empty.
        mended: What was dropped or put right where enough was left, one line each.
        violations: What is wrong and leaves a slot empty, one line each, as a model can be told.
    """

    draft: Draft
    mended: tuple[str, ...] = ()
    violations: tuple[str, ...] = ()


def check(draft: Draft, request: Request) -> Verdict:
    """Return a draft as far as it agrees with the code.

    Args:
        draft: What an author wrote.
        request: The definition it wrote about.
    """
    if request.facts is None:
        return Verdict(draft=draft)
    hearing = _Hearing(known(request), request.facts)
    description = hearing.text("description", draft.description, needed=False)
    summary, further = hearing.summary(draft.summary)
    groups: dict[str, dict[str, str]] = {group: {} for group in GROUPS.values()}
    singles: dict[str, str] = dict.fromkeys(SINGLES.values(), "")
    for slot in slots(request.facts):
        if slot.name:
            said = getattr(draft, slot.group).get(slot.name, "")
            groups[slot.group][slot.name] = hearing.slot(slot, said)
        else:
            singles[slot.group] = hearing.slot(slot, getattr(draft, slot.group))
    checked = Draft(
        summary=summary,
        description="\n\n".join(filter(None, [further, description])),
        parameters=groups["parameters"],
        attributes=groups["attributes"],
        returns=singles["returns"],
        yields=singles["yields"],
        receives=singles["receives"],
        raises=groups["raises"],
        warns=groups["warns"],
        examples=hearing.examples(draft.examples),
    )
    return Verdict(
        draft=checked, mended=tuple(hearing.mended), violations=tuple(hearing.violations)
    )


def complete(draft: Draft, fallback: Draft) -> Draft:
    """Return a draft with its empty slots filled from another one.

    Args:
        draft: What is taken where it says something.
        fallback: What is taken elsewhere.
    """
    singles = ("summary", "description", "examples", *SINGLES.values())
    filled = {name: getattr(draft, name) or getattr(fallback, name) for name in singles}
    groups = {g: _filled(getattr(draft, g), getattr(fallback, g)) for g in GROUPS.values()}
    return replace(draft, **filled, **groups)  # type: ignore[arg-type]


def _filled(told: Mapping[str, str], fallback: Mapping[str, str]) -> Mapping[str, str]:
    return {name: told.get(name) or fallback.get(name, "") for name in {**fallback, **told}}


@dataclass(slots=True)
class _Hearing:
    """One draft's sentences held against what is known, and what came of it."""

    known: Known
    facts: Facts
    mended: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)

    def text(self, path: str, text: str, *, needed: bool, name: str = "") -> str:
        """Return a text without the sentences that do not agree with the code."""
        known = self.known.about(name)
        reasons: list[str] = []
        found = parts(text)
        said: set[str] = set()

        def stays(part: Part) -> bool:
            reason = _objection(part, said, known)
            said.add(part.text)
            if reason is not None:
                reasons.append(f"{path}: {_shown(part.text)} is left out: {reason}")
            return reason is None

        kept = keep(found, stays)
        if not reasons:
            return text.strip()
        (self.mended if kept or not needed else self.violations).extend(reasons)
        return kept

    def slot(self, slot: Slot, text: str) -> str:
        """Return a slot's text as far as it stands."""
        text = _without_label(slot, text)
        if not text.strip():
            self.violations.append(f"{slot.path}: it is empty; describe it")
            return ""
        if not slot.name and text.strip(" .`") == "None":  # what a bare yield gives
            return text.strip()
        kept = self.text(slot.path, text, needed=True, name=slot.name)
        if slot.group in ("parameters", "attributes") and kept:
            kept = self._without_default(slot, kept)
        if kept and restates(slot.name, kept):
            self.violations.append(f"{slot.path}: {_shown(kept)} only repeats the name; say more")
            return ""
        return kept

    def summary(self, text: str) -> tuple[str, str]:
        """Return the summary, and what stood in it beyond the first sentence."""
        first, *more = sentences(" ".join(text.split())) or ("",)
        if not first:
            self.violations.append("summary: it is empty; say it in one sentence")
            return "", ""
        further = self.text("description", " ".join(more), needed=False)
        if further:
            self.mended.append(
                "summary: what follows its first sentence is put into the description"
            )
        kept = self.text("summary", first, needed=True)
        if not kept:
            return "", further
        reason = self._summary_objection(kept)
        if reason is not None and isinstance(self.facts, FunctionFacts):
            commanded = imperative(kept)
            if commanded != kept and self._summary_objection(commanded) is None:
                self.mended.append(f"summary: {_shown(kept)} is put into the imperative")
                kept, reason = commanded, None
        if reason is not None:
            self.violations.append(f"summary: {_shown(kept)} {reason}")
            return "", further
        return (kept if kept[-1] in ".!?…。" else f"{kept.rstrip(' :;,')}."), further

    def examples(self, text: str) -> str:
        """Return the examples if they could run, else nothing."""
        if not text.strip():
            return ""
        lines = text.replace("\r\n", "\n").strip("\n")
        hidden = next(manner.hidden_characters(lines, self.known), None)
        leak = next(manner.leaked(lines, self.known), None)
        link = next(claims.links(lines, self.known), None)
        reason = hidden or leak or link or next(wrong_examples(lines, self.known, self.facts), None)
        if reason is None:
            return lines
        self.mended.append(f"examples: they are left out: {reason}")
        return ""

    def _summary_objection(self, summary: str) -> str | None:
        if len(summary) > LONGEST_SUMMARY:
            return f"has {len(summary)} characters; say it in {LONGEST_SUMMARY // 2}"
        if not isinstance(self.facts, FunctionFacts) or self.facts.accessor is not None:
            return None
        if not is_imperative(summary):
            return 'is no imperative such as "Return the…"'
        for verb, what in (("Return", self._returns()), ("Yield", self._yields())):
            if summary.startswith(f"{verb} ") and not what and "None" not in summary:
                return f"is not so: nothing is {verb.lower()}ed"
        return None

    def _returns(self) -> bool:
        facts = self.facts
        assert isinstance(facts, FunctionFacts)
        silent = facts.is_stub or facts.is_abstract or facts.never_returns or facts.is_overload
        return silent or bool(facts.returns or facts.yields)

    def _yields(self) -> bool:
        facts = self.facts
        assert isinstance(facts, FunctionFacts)
        return facts.yields is not None or facts.returns is not None or facts.is_stub

    def _without_default(self, slot: Slot, text: str) -> str:
        """Return a description without a sentence on the default, which is told from the code."""
        found = parts(text)
        kept = keep(found, lambda part: _DEFAULT.match(part.text) is None)
        if kept and kept != text:
            self.mended.append(f"{slot.path}: what it says of the default is left out")
            return kept
        return text


_SHORT = 12
_MOST_SHOWN = 90
_DEFAULT = re.compile(r"(?:the )?defaults?(?: value)? (?:is|to|are)\b|default:", re.IGNORECASE)


def _objection(part: Part, said: set[str], known: Known) -> str | None:
    if part.text in said and len(part.text) > _SHORT:
        return "it is said twice"
    for objection in OBJECTIONS:
        for reason in objection(part.text, known):
            return reason
    return None


def _shown(text: str) -> str:
    told = " ".join(visible(text).split())
    return f'"{told if len(told) <= _MOST_SHOWN else told[:_MOST_SHOWN] + "…"}"'


def _without_label(slot: Slot, text: str) -> str:
    """Return a description without its own name in front of it, as in ``timeout (int): The…``."""
    if not slot.name:
        return text
    label = re.compile(
        rf"\s*[`*]*{re.escape(slot.name)}[`*]*\s*(?:\([^()\n]*\))?\s*(?::|—|–|--?)\s+"
    )
    found = label.match(text)
    return text[found.end() :] if found and found.end() < len(text) else text
