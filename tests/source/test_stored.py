"""Facts that were stored are the same facts again, and nothing else is taken for some."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from docstring_lsp.source.extract import extract
from docstring_lsp.source.facts import ModuleFacts
from docstring_lsp.source.scan import scan
from docstring_lsp.source.stored import restored, stored

GOLDEN = sorted((Path(__file__).parents[1] / "actions" / "golden" / "google").glob("*.py"))


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_facts_come_back(path: Path) -> None:
    text = path.read_bytes().decode()
    for definition in scan(text):
        facts = extract(text, definition)
        if not isinstance(facts, ModuleFacts):
            assert restored(json.loads(json.dumps(stored(facts)))) == facts


@pytest.mark.parametrize(
    "value",
    [None, "x", [], {"Parameter": ["a"]}, {"os": []}, {"FunctionFacts": []}, {"a": 1, "b": 2}],
)
def test_what_is_none_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="no facts"):
        restored(value)
