"""The form of an answer: facts in, a JSON Schema out; an answer in, a draft out.

The schema's keys are the definition's own parameters, attributes, exceptions and warnings, so
that a model held to it cannot name another. Knows no provider and no style, and nothing of
whether what is said is true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from docstring_lsp.docstring.draft import Draft
from docstring_lsp.engine.slots import GROUPS, SINGLES, Slot, slots
from docstring_lsp.errors import ContentError
from docstring_lsp.source.facts import Facts

LONGEST = 8_000
"""The most characters of one text; a docstring's longest paragraph has a tenth of that."""

_SUMMARY = "One sentence on one line."
_ABOUT = {
    "description": "Further sentences, or empty.",
    "parameters": "What each parameter is for.",
    "attributes": "What each attribute holds.",
    "returns": "What is returned.",
    "yields": "What is yielded.",
    "receives": "What is sent to the generator.",
    "raises": "When each exception is raised, starting with If.",
    "warns": "When each warning is issued, starting with If.",
    "examples": "Doctests starting with >>>, or empty.",
}
_FREE = ("description", "examples")
"""What every definition may have, and may leave empty."""


def schema(facts: Facts) -> Mapping[str, Any]:
    """Return the JSON Schema of an answer about one definition.

    It keeps to what the strictest providers take: every property is required and nothing else
    is allowed, there are no unions, no optional properties, no recursion and three levels.

    Args:
        facts: What the definition's code says.
    """
    properties: dict[str, Any] = {"summary": _text(_SUMMARY)}
    properties["description"] = _text(_ABOUT["description"])
    for slot in slots(facts):
        if not slot.name:
            properties[slot.group] = _text(_ABOUT[slot.group])
            continue
        group = properties.setdefault(slot.group, _object({}, _ABOUT[slot.group]))
        group["properties"][slot.key] = _text("" if slot.key == slot.name else slot.name)
        group["required"].append(slot.key)
    properties["examples"] = _text(_ABOUT["examples"])
    return _object(properties)


def draft(facts: Facts, data: Any, provider: str) -> Draft:
    """Return the draft that an answer holds.

    What is left out counts as empty, and null as an empty text: the gate tells what is missing
    together with everything else. Stars in front of a parameter's name are passed over, and so
    is what another definition would be asked, such as what is returned.

    Args:
        facts: What the definition's code says.
        data: The answer, as read from JSON.
        provider: Who gave it.

    Raises:
        ContentError: If it is not of the schema's form; its violations say where.
    """
    wanted = slots(facts)
    problems = list(_problems(wanted, data))
    if problems:
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise ContentError(
            f"the answer is not of the form asked for: {problems[0]}{more}",
            provider=provider,
            reason="malformed",
            violations=tuple(problems[:_MOST_TOLD]),
        )
    fields: dict[str, Any] = {group: {} for group in GROUPS.values()}
    for slot in wanted:
        if slot.name:
            fields[slot.group][slot.name] = _said(data.get(slot.group), slot)
        else:
            fields[slot.group] = _spaced(data.get(slot.group))
    fields.update({name: _spaced(data.get(name)) for name in _FREE})
    return Draft(summary=_spaced(data["summary"]), **fields)


_FIELDS = frozenset((*GROUPS.values(), *SINGLES.values()))
_MOST_TOLD = 20
_NAMED = {
    dict: "an object",
    list: "a list",
    bool: "true or false",
    int: "a number",
    float: "a number",
    str: "a text",
}


def _text(about: str) -> dict[str, Any]:
    return {"type": "string", "description": about} if about else {"type": "string"}


def _object(properties: dict[str, Any], about: str = "") -> dict[str, Any]:
    told = {"description": about} if about else {}
    return {
        "type": "object",
        **told,
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _said(group: Any, slot: Slot) -> str:
    keyed = {key: text for key, text in (group or {}).items() if text}
    return _spaced(next((keyed[key] for key in (slot.key, *_spellings(slot)) if key in keyed), ""))


def _spaced(text: str | None) -> str:
    """Return a text in which every space is a plain one; models write others between numbers."""
    return _SPACES.sub(" ", text or "")


_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")


def _spellings(slot: Slot) -> tuple[str, ...]:
    return (slot.name, f"*{slot.name}", f"**{slot.name}")


def _problems(wanted: tuple[Slot, ...], data: Any) -> Iterator[str]:
    """Yield what is wrong with the form of an answer, as a model can be told."""
    if not isinstance(data, Mapping):
        yield f"the answer must be one JSON object, not {_named(data)}"
        return
    if data.get("summary") is None:
        yield "summary is missing"
    for key, value in data.items():
        asked = [slot for slot in wanted if slot.group == key]
        if key in ("summary", *_FREE) or (asked and not asked[0].name):
            yield from _problems_of_text(key, value)
        elif asked:
            yield from _problems_of_group(key, asked, value)
        elif key not in _FIELDS:
            yield f"{_shown(key)} was not asked for; leave it out"


def _problems_of_group(group: str, wanted: list[Slot], value: Any) -> Iterator[str]:
    if value is None:
        return
    if not isinstance(value, Mapping):
        yield f"{group} must be an object with a text for each name, not {_named(value)}"
        return
    known = {key for slot in wanted for key in (slot.key, *_spellings(slot))}
    for key, text in value.items():
        if key not in known:
            asked = ", ".join(slot.key for slot in wanted[:_MOST_TOLD])
            yield f"{group} has no {_shown(key)}; its keys are {asked}"
        else:
            yield from _problems_of_text(f"{group}.{key}", text)


def _problems_of_text(path: str, value: Any) -> Iterator[str]:
    if value is not None and not isinstance(value, str):
        yield f"{path} must be a text, not {_named(value)}"
    elif isinstance(value, str) and len(value) > LONGEST:
        yield f"{path} has {len(value)} characters; say it in a few sentences"


def _named(value: Any) -> str:
    return _NAMED.get(type(value), "null")


def _shown(key: object) -> str:
    text = ascii(key)
    return text if len(text) <= 60 else f"{text[:60]}…"
