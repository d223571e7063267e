"""What a project has to show: the examples of its README, and what its modules hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docstring_lsp.deliverables.evidence.graph import importers
from docstring_lsp.deliverables.evidence.model import Block, Evidence, Module
from docstring_lsp.deliverables.markup import code, listed

_LONGEST = 100
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_SHELLS = frozenset({"console", "bash", "sh", "shell", "shell-session", "zsh"})
_PROMPT = re.compile(r"^\s*[$%]\s+")
_INSTALL = re.compile(
    r"(?:sudo\s+)?(?:(?:python[\d.]*|py|uv)\s+(?:-m\s+)?)?(?:pip[\d.]*|pipx|uv|conda|mamba|poetry|pdm|"
    r"brew|apt|apt-get|dnf|easy_install)\s+(?:\w+\s+)?(?:install|add|build)\b|#|cd\s|tar\s|"
    r"git\s+clone\b|python[\d.]*\s+setup\.py\b"
)
_BADGE = re.compile(r"\bimg\.shields\.io|/badge[/.]")
_MAIN = re.compile(r"^if\s+__name__\s*==\s*[\"']__main__[\"']", re.MULTILINE)
_MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class Example:
    """A piece of code of the README.

    Attributes:
        title: The words that introduce it, or its heading, as they stand; empty for neither.
        text: The code.
        language: As it is marked.
        source: Where it stands: a path and a line.
    """

    title: str
    text: str
    language: str
    source: str

    @property
    def commands(self) -> tuple[str, ...]:
        """The lines of it that are typed into a terminal."""
        if self.language.lower() not in _SHELLS:
            return ()
        lines = [line for line in self.text.splitlines() if line.strip()]
        prompted = [_PROMPT.sub("", line) for line in lines if _PROMPT.match(line)]
        typed = prompted or [] if self.language.lower() == "console" else prompted or lines
        return tuple(line for line in typed if not line.lstrip().startswith("#"))

    @property
    def is_install(self) -> bool:
        """Whether all that is typed puts the project on a machine."""
        lines = [_PROMPT.sub("", line) for line in self.text.splitlines() if line.strip()]
        typed = self.commands or (() if self.language else tuple(lines))
        return bool(typed) and all(_INSTALL.match(line) for line in typed)

    @property
    def is_code(self) -> bool:
        """Whether it is code of Python."""
        return self.language.lower().startswith(("py", ">>>"))


def examples(evidence: Evidence) -> Iterator[Example]:
    """Yield the examples of the README in their order."""
    page = evidence.readme
    if page is None:
        return
    before = None
    for each in page.blocks:
        introduced, before = before, each
        if each.kind == "code" and each.text.strip():
            title = _introduced(each, introduced) or each.heading
            if not _BADGE.search(each.text):
                yield Example(title, each.text, each.language, f"{page.path}:{each.line}")


def is_run(module: Module) -> bool:
    """Return whether a module has a part for when it is run itself."""
    return module.name.endswith(".__main__") or _MAIN.search(module.text) is not None


def central(evidence: Evidence, most: int) -> list[tuple[Module, int]]:
    """Return the modules to show first, each with how many import it, none that has nothing to say.

    Where none is imported by another, those that hold most.

    Args:
        evidence: The project.
        most: How many at most.
    """
    counts = dict(importers(evidence))
    telling = [m for m in evidence.own if m.is_public and (m.public or m.docstring.strip())]
    shown = [module for module in telling if module in counts] or telling
    ranked = sorted(shown, key=lambda m: (-counts.get(m, 0), -len(m.public), m.name))
    return [(module, counts.get(module, 0)) for module in ranked[:most]]


def holds(module: Module) -> str:
    """Return what a module without a docstring holds, as a sentence."""
    names = [s.qualname for s in module.public if "." not in s.qualname]
    if not names:
        return f"{code(module.name)} defines no public function or class."
    shown = [code(name) for name in names[:_MOST_NAMES]]
    left = len(names) - len(shown)
    shown += [f"{left} more"] if left else []
    return f"{code(module.name)} holds {listed(shown)}."


def _introduced(example: Block, before: Block | None) -> str:
    """Return the words right before an example, where they introduce it."""
    if before is None or before.kind == "code" or before.heading != example.heading:
        return ""
    said = _SENTENCE_END.split(before.text.strip())[-1].rstrip(":").strip()
    return said if before.text.rstrip().endswith(":") and len(said) <= _LONGEST else ""
