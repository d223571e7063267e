"""Each case beside its facts: ``cases/NAME.py`` says what ``cases/NAME.json`` tells.

``UPDATE_GOLDEN=1 pytest tests/source/test_extract.py`` writes the facts anew; read the difference.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from docstring_lsp.source.extract import extract
from docstring_lsp.source.facts import Decorator, FunctionFacts, to_json
from docstring_lsp.source.scan import scan
from docstring_lsp.source.text import decode

CASES = Path(__file__).parent / "cases"
INPUTS = sorted(path for path in CASES.iterdir() if path.suffix in {".py", ".pyi"})


def facts_of(path: Path) -> list[dict[str, Any]]:
    text = decode(path.read_bytes()).text
    stub = path.suffix == ".pyi"
    return [to_json(extract(text, each, module=path.stem, stub=stub)) for each in scan(text)]


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.stem)
def test_a_case_says_what_its_golden_file_tells(path: Path) -> None:
    golden = path.with_suffix(".json")
    actual = facts_of(path)
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(laid_out(actual), encoding="utf-8")
    assert actual == json.loads(golden.read_text(encoding="utf-8"))


def test_there_is_no_golden_file_without_a_case() -> None:
    assert {p.stem for p in CASES.glob("*.json")} == {p.stem for p in INPUTS}


def laid_out(facts: list[dict[str, Any]]) -> str:
    """Return JSON with a line for each thing that is read as one."""
    return "[\n" + ",\n".join(_definition(each) for each in facts) + "\n]\n"


def _definition(facts: dict[str, Any]) -> str:
    lines = []
    for name, value in facts.items():
        if isinstance(value, list) and any(isinstance(item, dict) for item in value):
            items = ",\n".join(f"      {_line(item)}" for item in value)
            lines.append(f'    "{name}": [\n{items}\n    ]')
        else:
            lines.append(f'    "{name}": {_line(value)}')
    return "  {\n" + ",\n".join(lines) + "\n  }"


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def test_a_form_feed_in_front_of_a_definition_is_no_indentation() -> None:
    text = "\fdef f(a): return a\n"
    module, function = scan(text)
    assert to_json(extract(text, module))["functions"] == ["f"]
    assert to_json(extract(text, function))["parameters"][0]["name"] == "a"


@pytest.mark.parametrize(
    ("imports", "decorator", "origin"),
    [
        ("from functools import cached_property", "cached_property", "functools.cached_property"),
        ("from functools import (\n    cache,\n    cached_property,\n)", "cached_property",
         "functools.cached_property"),
        ("from a import b as c, cached_property", "cached_property", "a.cached_property"),
        ("if 1:\n    from enum import property as enum_property", "enum_property", "enum.property"),
        ("from a import lazyproperty as cached_property", "lazyproperty", ""),
        ("import functools", "functools.cached_property", ""),
        ("from functools import cached_property", "property", ""),
        ("from functools import cache", "cache", ""),
    ],
)  # fmt: skip
def test_what_makes_a_property_is_traced_to_its_import(
    imports: str, decorator: str, origin: str
) -> None:
    text = f"{imports}\nclass A:\n    @{decorator}\n    def b(self): return 1\n"
    facts = extract(text, scan(text)[2])
    assert isinstance(facts, FunctionFacts)
    assert facts.decorators == (Decorator(decorator, origin=origin),)
