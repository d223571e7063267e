"""What is offered to other people's CI: the hooks, the action and the page about both."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docstring_lsp.cli.app import app

ROOT = Path(__file__).resolve().parents[1]


def text(name: str) -> str:
    path = ROOT / name
    if not path.exists():
        pytest.skip(f"{name} is not part of this distribution")
    return path.read_text(encoding="utf-8")


def options(command: str) -> set[str]:
    found = app.get_command(None, command)  # type: ignore[arg-type]
    assert found is not None
    return {
        name for parameter in found.params for name in parameter.opts + parameter.secondary_opts
    }


@pytest.mark.parametrize("name", [".pre-commit-hooks.yaml", "action.yml", "docs/ci.md"])
def test_every_option_that_is_named_exists(name: str) -> None:
    for line in text(name).splitlines():
        for command, rest in re.findall(r"docstring-lsp\"? (check|generate|convert)\b(.*)", line):
            named = set(re.findall(r"(?<!\S)--[a-z][a-z-]+", rest))
            assert named <= options(command), line


def test_each_hook_is_in_the_page() -> None:
    hooks = re.findall(r"^- id: (\S+)", text(".pre-commit-hooks.yaml"), re.MULTILINE)
    assert hooks == ["docstring-check", "docstring-fix", "docstring-convert"]
    assert all(f"| `{hook}` |" in text("docs/ci.md") for hook in hooks)


def test_the_action_hands_nothing_given_to_the_shell() -> None:
    """What `${{ }}` puts into a script is run; into a variable, it is not."""
    for script in re.findall(r"run: \|\n((?:        .*\n|\n)+)", text("action.yml")):
        assert "${{" not in script
