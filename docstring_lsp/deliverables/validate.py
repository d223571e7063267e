"""Looks through templates: each can be read, its needs exist, its sections can be told."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from docstring_lsp.deliverables.model import Template
from docstring_lsp.deliverables.plan import check_needs
from docstring_lsp.deliverables.templates import read, texts
from docstring_lsp.errors import SettingError, UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Validation:
    """What is to be said of one template.

    Attributes:
        name: Its name, or its file's where it has none.
        origin: Where it was read.
        errors: Why it cannot be used, one line each.
    """

    name: str
    origin: str
    errors: tuple[str, ...] = ()

    @property
    def is_valid(self) -> bool:
        """Whether it can be used."""
        return not self.errors


def validate(project: Path | None = None) -> list[Validation]:
    """Return what is to be said of every template there is, ours and the project's."""
    found = [_read(text, origin) for text, origin in texts(project)]
    known = {each.name: each for each in found if isinstance(each, Template)}
    return [_validation(each, known) for each in found]


def _read(text: str | SettingError, origin: str) -> Template | SettingError:
    try:
        return read(text, origin)
    except SettingError as error:
        return error


def _validation(found: Template | SettingError, known: dict[str, Template]) -> Validation:
    if isinstance(found, SettingError):
        stem = Path(found.origin).stem
        return Validation(name=stem, origin=found.origin, errors=(str(found),))
    errors: list[str] = []
    try:
        check_needs(found, known)
    except UsageError as error:
        errors.append(str(error))
    for section in found.sections:
        if not (section.evidence or section.ask or section.open):
            errors.append(f"section {section.title!r} tells and asks nothing")
        if section.exact and not section.evidence:
            errors.append(f"section {section.title!r} is exact and has no evidence")
    return Validation(name=found.name, origin=found.origin, errors=tuple(errors))
