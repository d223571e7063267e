"""Templates: files with a head in TOML between ``+++`` lines and a body of instructions.

Ours stand in ``types/``, a project's own in ``.docstring-lsp/deliverables/``, others come from
packages through entry points. A project's file takes the place of ours with the same name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

from docstring_lsp import log, registry, toml
from docstring_lsp.deliverables.model import Section, Template
from docstring_lsp.disk import read_bytes
from docstring_lsp.errors import DocstringLspError, SettingError, UnknownNameError

logger = log.get("deliverables")

FOLDER = ".docstring-lsp/deliverables"
GROUP = "docstring_lsp.deliverables"
SECTIONS = "docstring_lsp.deliverables.sections"

_HEAD = re.compile(
    r"\A\ufeff?\+\+\+[ \t]*\r?\n(.*?)^\+\+\+[ \t]*\r?$\n?(.*)\Z", re.DOTALL | re.MULTILINE
)
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")
_KEYS = {
    "name": str,
    "title": str,
    "summary": str,
    "order": int,
    "needs": list,
    "sections": list,
    "front": bool,
}
_SECTION_KEYS = {"title": str, "evidence": str, "ask": str, "exact": bool, "open": bool}


def parse(text: str, origin: str) -> Template:
    """Return what a template's text says.

    Args:
        text: The text.
        origin: Where it was read.

    Raises:
        SettingError: If it is no template; says what is wrong.
    """
    found = _HEAD.match(text)
    if found is None:
        raise SettingError("has no head between two lines of +++", origin)
    try:
        head = toml.parse(found[1])
    except ValueError as error:
        raise SettingError(f"its head is not TOML: {error}", origin) from None
    _checked(head, _KEYS, origin)
    name = head.get("name", "")
    if not _NAME.match(name):
        raise SettingError(f"name is {name!r}; use words in small letters, with hyphens", origin)
    sections = tuple(_section(each, origin) for each in head.get("sections", []))
    if not sections:
        raise SettingError("has no sections; add a [[sections]] with a title", origin)
    if not all(isinstance(each, str) for each in head.get("needs", [])):
        raise SettingError("needs is not a list of names", origin)
    return Template(
        name=name,
        title=head.get("title", name.replace("-", " ").capitalize()),
        summary=head.get("summary", ""),
        order=head.get("order", 1000),
        needs=tuple(head.get("needs", [])),
        sections=sections,
        front=head.get("front", False),
        instructions=found[2].strip(),
        origin=origin,
    )


def templates(
    project: Path | None = None,
    wanted: Collection[str] | None = None,
    *,
    note: Callable[[str], None] | None = None,
) -> dict[str, Template]:
    """Return every type that there is, by name, in their order.

    Args:
        project: The project whose own types count, too.
        wanted: Those that must be there; one of the project's others that cannot be read is
            passed over and told. None for all.
        note: Is told of what is passed over; the log if None.

    Raises:
        SettingError: If one cannot be read.
    """
    found: dict[str, Template] = {}
    for text, origin in texts(project):
        try:
            template = read(text, origin)
        except SettingError as error:
            if wanted is None or Path(origin).stem in wanted:
                raise
            (note or logger.warning)(f"passed over: {error}")
            continue
        found[template.name] = template
    return dict(sorted(found.items(), key=lambda each: (each[1].order, each[0])))


def read(text: str | SettingError, origin: str) -> Template:
    """Return what a template says.

    Args:
        text: Its text, or why there is none.
        origin: Where it was read.

    Raises:
        SettingError: If it is no template, or could not be read.
    """
    if isinstance(text, SettingError):
        raise text
    return parse(text, origin)


def texts(project: Path | None = None) -> Iterator[tuple[str | SettingError, str]]:
    """Yield the text of each template with its origin: ours, other packages', the project's.

    Why a file cannot be read stands in the place of its text.
    """
    for each in sorted(resources.files(__package__).joinpath("types").iterdir(), key=str):
        if each.name.endswith(".md"):
            yield each.read_text("utf-8"), each.name
    yield from _offered()
    folder = project / FOLDER if project is not None else None
    if folder is not None and folder.is_dir():
        for path in sorted(folder.glob("*.md")):
            yield _text(path), str(path)


def _text(path: Path) -> str | SettingError:
    try:
        return read_bytes(path).decode("utf-8")
    except UnicodeDecodeError:
        return SettingError("cannot be read: it is no text in UTF-8", str(path))
    except DocstringLspError as error:
        return SettingError(f"cannot be read: {error}", str(path))


def _offered() -> Iterator[tuple[str, str]]:
    """Yield what other packages offer: an entry point is the text of a template."""
    for name in registry.names("docstring_lsp.deliverables.types", GROUP):
        told = registry.load(
            "docstring_lsp.deliverables.types", name, "", kind="deliverable", group=GROUP
        )
        yield str(told), f"entry point {name} of {GROUP}"


def sections() -> tuple[str, ...]:
    """Return the names of what can be told from a project alone."""
    return registry.names(SECTIONS)


def _section(told: object, origin: str) -> Section:
    if not isinstance(told, dict):
        raise SettingError("sections is not a list of tables; write [[sections]]", origin)
    _checked(told, _SECTION_KEYS, origin)
    if not told.get("title"):
        raise SettingError("a section has no title", origin)
    name = told.get("evidence", "").replace("_", "-")
    if name and name not in sections():
        problem = UnknownNameError("evidence", name, sections())
        raise SettingError(str(problem), origin)
    return Section(**{**told, "evidence": name})


def _checked(table: Mapping[str, Any], known: Mapping[str, type], origin: str) -> None:
    for key, value in table.items():
        if key not in known:
            raise SettingError(str(UnknownNameError("key", key, known)), origin)
        if type(value) is not known[key]:
            raise SettingError(f"{key} is {value!r}; give a {known[key].__name__}", origin)
