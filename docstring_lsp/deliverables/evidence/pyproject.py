"""What ``pyproject.toml`` says of a package: its text in, metadata out.

Reads ``[project]``, and what Poetry says in a table of its own where that one is silent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from docstring_lsp import toml
from docstring_lsp.deliverables.evidence.model import EntryPoint, Metadata, Requirement

_POETRY_URLS = ("homepage", "repository", "documentation")


def pyproject(text: str, source: str) -> Iterator[Metadata]:
    """Yield what a file says of a package, what counts first at the beginning.

    Args:
        text: Its text; one that is not TOML says nothing.
        source: Its path.
    """
    try:
        told = toml.parse(text)
    except ValueError:
        return
    if project := _table(told.get("project")):
        yield _standard(project, _table(told.get("dependency-groups")), source)
    if poetry := _table(_table(told.get("tool")).get("poetry")):
        yield _poetry(poetry, source)


def _standard(project: Mapping[str, Any], groups: Mapping[str, Any], source: str) -> Metadata:
    license_ = project.get("license", "")
    optional = {**_table(project.get("optional-dependencies")), **groups}
    points = {
        "console_scripts": project.get("scripts"),
        "gui_scripts": project.get("gui-scripts"),
        **_table(project.get("entry-points")),
    }
    return Metadata(
        name=_str(project.get("name")),
        version=_str(project.get("version")),
        summary=_str(project.get("description")),
        requires_python=_str(project.get("requires-python")),
        license=_str(license_) or _str(_table(license_).get("text")),
        classifiers=_strings(project.get("classifiers")),
        keywords=_strings(project.get("keywords")),
        urls=_pairs(project.get("urls")),
        requirements=(
            *(Requirement(r, "", source) for r in _strings(project.get("dependencies"))),
            *(Requirement(r, g, source) for g, rs in optional.items() for r in _strings(rs)),
        ),
        entry_points=tuple(_points(points, source)),
        source=source,
    )


def _poetry(poetry: Mapping[str, Any], source: str) -> Metadata:
    needs = dict(_table(poetry.get("dependencies")))
    python = needs.pop("python", "")
    points = {"console_scripts": poetry.get("scripts"), **_table(poetry.get("plugins"))}
    urls = {name: poetry[name] for name in _POETRY_URLS if name in poetry}
    return Metadata(
        name=_str(poetry.get("name")),
        version=_str(poetry.get("version")),
        summary=_str(poetry.get("description")),
        requires_python=_str(python),
        license=_str(poetry.get("license")),
        classifiers=_strings(poetry.get("classifiers")),
        keywords=_strings(poetry.get("keywords")),
        urls=(*_pairs(urls), *_pairs(poetry.get("urls"))),
        requirements=tuple(_poetry_needs(poetry, needs, source)),
        entry_points=tuple(_points(points, source)),
        source=source,
    )


def _poetry_needs(
    poetry: Mapping[str, Any], needs: Mapping[str, Any], source: str
) -> Iterator[Requirement]:
    extras = _table(poetry.get("extras")).items()
    of_extra = {name: extra for extra, names in extras for name in _strings(names)}
    for name, asked in needs.items():
        optional = _table(asked).get("optional") is True
        group = of_extra.get(name, "optional") if optional else ""
        yield Requirement(_poetry_text(name, asked), group, source)
    groups = {"dev": poetry.get("dev-dependencies")}
    groups |= {n: _table(g).get("dependencies") for n, g in _table(poetry.get("group")).items()}
    for group, asked_of in groups.items():
        for name, asked in _table(asked_of).items():
            yield Requirement(_poetry_text(name, asked), group, source)


def _poetry_text(name: str, asked: object) -> str:
    version = _str(asked) or _str(_table(asked).get("version"))
    return name if version in ("", "*") else f"{name} {version}"


def _points(groups: Mapping[str, Any], source: str) -> Iterator[EntryPoint]:
    for group, points in groups.items():
        for name, told in _table(points).items():
            target = _str(told) or _str(_table(told).get("reference"))
            if target:
                yield EntryPoint.declared(name, target, group, source)


def _table(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _str(value: object) -> str:
    return value if isinstance(value, str) else ""


def _strings(value: object) -> tuple[str, ...]:
    listed = value if isinstance(value, Iterable) and not isinstance(value, (str, dict)) else ()
    return tuple(each for each in listed if isinstance(each, str))


def _pairs(value: object) -> tuple[tuple[str, str], ...]:
    return tuple((k, v) for k, v in _table(value).items() if isinstance(v, str))
