"""A bible from what a project says of itself, or from one line: entries out, nothing written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docstring_lsp.bible import Entry
from docstring_lsp.deliverables.evidence.graph import importers
from docstring_lsp.deliverables.evidence.model import Evidence

_MOST_TERMS = 40
_MOST_COMPONENTS = 20
_SENTENCE = re.compile(r"(?<=[.!?])\s")


def from_project(evidence: Evidence) -> tuple[Entry, ...]:
    """Return entries for what the project names and explains itself: classes, parts, readers."""
    return (*_terms(evidence), *_components(evidence), *_personas(evidence), *cast(evidence.name))


def from_line(log_line: str, character_count: int = 2) -> tuple[Entry, ...]:
    """Return the cast and the setting that one line asks for, to be filled by people or a model.

    Args:
        log_line: What the story is about, in one line.
        character_count: How many speak.
    """
    return cast(log_line, character_count)


def cast(about: str, character_count: int = 2) -> tuple[Entry, ...]:
    """Return who speaks, and where it plays.

    Args:
        about: What they speak of.
        character_count: How many speak.
    """
    roles = ("Narrator", "Newcomer", "Maintainer", "Reviewer", "Operator", "Author")
    voices = (
        "Says what is shown and why it matters, in short sentences.",
        "Asks what somebody would ask who sees it for the first time.",
        "Knows how it came to be so.",
        "Doubts, and wants to see it.",
        "Cares for how it runs.",
        "Writes what others will read.",
    )
    speakers = [
        Entry(
            "character",
            roles[number] if number < len(roles) else f"Speaker {number + 1}",
            {"description": voices[number] if number < len(voices) else "Speaks when asked."},
        )
        for number in range(max(0, character_count))
    ]
    place = Entry(
        "setting", "Terminal", {"description": f"A terminal and an editor, to show this: {about}"}
    )
    return (*speakers, place)


def _terms(evidence: Evidence) -> Iterator[Entry]:
    found = 0
    for module in evidence.own:
        for symbol in module.public:
            said = first_sentence(symbol.docstring)
            if symbol.definition.kind == "class" and not symbol.definition.scopes and said:
                found += 1
                if found <= _MOST_TERMS:
                    source = f"{module.path}:{symbol.line}"
                    yield Entry("term", symbol.qualname, {"meaning": said, "source": source})


def _components(evidence: Evidence) -> Iterator[Entry]:
    central = [module for module, _ in importers(evidence)][:_MOST_COMPONENTS]
    for module in central or evidence.own[:_MOST_COMPONENTS]:
        if said := first_sentence(module.docstring):
            yield Entry("component", module.name, {"description": said, "source": module.path})


def _personas(evidence: Evidence) -> Iterator[Entry]:
    for audience in evidence.metadata.classified("Intended Audience"):
        yield Entry("persona", audience, {"source": evidence.metadata.said_in("classifiers")})


def first_sentence(docstring: str) -> str:
    """Return the first sentence of a docstring, as it is written; empty where it has none."""
    paragraph = " ".join(docstring.strip().split("\n\n")[0].split())
    return _SENTENCE.split(paragraph)[0]
