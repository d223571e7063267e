"""What a project says of itself as a package: the texts of its files in, metadata out.

Reads pyproject.toml, setup.cfg and PKG-INFO as they stand and runs nothing; each thing is taken
from the first of them that says it.
"""

from __future__ import annotations

import configparser
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from email.parser import HeaderParser
from typing import Any

from docstring_lsp import toml
from docstring_lsp.deliverables.evidence.model import EntryPoint, Metadata, Requirement

FILES = ("pyproject.toml", "setup.cfg", "PKG-INFO")
"""The files that are read, relative to the project's folder."""


def metadata(texts: Mapping[str, str]) -> Metadata:
    """Return what a project says of itself.

    Args:
        texts: What stands in `FILES`, by their names; one that is missing is left out.
    """
    readers = {"pyproject.toml": _pyproject, "setup.cfg": _setup_cfg, "PKG-INFO": _pkg_info}
    found = [readers[name](texts[name], name) for name in FILES if name in texts]
    joined = Metadata(source=found[0].source if found else "")
    for each in found:
        given = {
            f.name: value
            for f in fields(Metadata)
            if not getattr(joined, f.name) and (value := getattr(each, f.name))
        }
        joined = replace(joined, **given)
    return joined


def _pyproject(text: str, source: str) -> Metadata:
    try:
        told = toml.parse(text)
    except ValueError:
        return Metadata()
    project = _table(told.get("project")) or _table(_table(told.get("tool")).get("poetry"))
    license_ = project.get("license", "")
    groups = {
        "console_scripts": project.get("scripts"),
        "gui_scripts": project.get("gui-scripts"),
        **_table(project.get("entry-points")),
    }
    optional = _table(project.get("optional-dependencies"))
    optional = {**optional, **_table(told.get("dependency-groups"))}
    return Metadata(
        name=_str(project.get("name")),
        version=_str(project.get("version")),
        summary=_str(project.get("description")),
        requires_python=_str(project.get("requires-python")),
        license=_str(license_) or _str(_table(license_).get("text")),
        classifiers=_strings(project.get("classifiers")),
        keywords=_strings(project.get("keywords")),
        urls=tuple((k, v) for k, v in _table(project.get("urls")).items() if isinstance(v, str)),
        requirements=(
            *(Requirement(r, "", source) for r in _strings(project.get("dependencies"))),
            *(Requirement(r, g, source) for g, rs in optional.items() for r in _strings(rs)),
        ),
        entry_points=tuple(
            EntryPoint(name, target, group, source)
            for group, points in groups.items()
            for name, target in _table(points).items()
            if isinstance(target, str)
        ),
        source=source,
    )


def _setup_cfg(text: str, source: str) -> Metadata:
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        parser.read_string(text)
    except configparser.Error:
        return Metadata()

    def said(section: str, option: str) -> str:
        value = parser.get(section, option, fallback="").strip()
        return "" if value.startswith(("file:", "attr:")) else value

    sections = {name: dict(parser.items(name)) for name in parser.sections()}
    extras = sections.get("options.extras_require", {})
    points = sections.get("options.entry_points", {})
    return Metadata(
        name=said("metadata", "name"),
        version=said("metadata", "version"),
        summary=said("metadata", "description"),
        requires_python=said("options", "python_requires"),
        license=said("metadata", "license"),
        classifiers=tuple(_lines(said("metadata", "classifiers"))),
        keywords=tuple(_lines(said("metadata", "keywords"))),
        urls=tuple(_pairs(said("metadata", "project_urls"))),
        requirements=(
            *(Requirement(r, "", source) for r in _lines(said("options", "install_requires"))),
            *(Requirement(r, g, source) for g, told in extras.items() for r in _lines(told)),
        ),
        entry_points=tuple(
            EntryPoint(name, target, group, source)
            for group, told in points.items()
            for name, target in _pairs(told)
        ),
        source=source if "metadata" in parser else "",
    )


_EXTRA = re.compile(r"""\s*(?:;|\band\b)\s*extra\s*==\s*["']([^"']+)["']""")


def _pkg_info(text: str, source: str) -> Metadata:
    told = HeaderParser().parsestr(text)

    def several(name: str) -> list[str]:
        return [str(value) for value in told.get_all(name, [])]

    requirements = []
    for each in several("Requires-Dist"):
        extra = _EXTRA.search(each)
        requirements.append(Requirement(_EXTRA.sub("", each), extra[1] if extra else "", source))
    urls = (each.partition(",") for each in several("Project-URL"))
    return Metadata(
        name=told.get("Name", ""),
        version=told.get("Version", ""),
        summary=told.get("Summary", ""),
        requires_python=told.get("Requires-Python", ""),
        license=told.get("License-Expression", "") or told.get("License", ""),
        classifiers=tuple(several("Classifier")),
        keywords=tuple(k.strip() for k in told.get("Keywords", "").split(",") if k.strip()),
        urls=tuple((label.strip(), url.strip()) for label, _, url in urls),
        requirements=tuple(requirements),
        source=source,
    )


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        said = line.split(" #")[0].strip()
        if said and not said.startswith("#"):
            yield said


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for line in _lines(text):
        name, sign, value = line.partition("=")
        if sign:
            yield name.strip(), value.strip()


def _table(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _str(value: object) -> str:
    return value if isinstance(value, str) else ""


def _strings(value: object) -> tuple[str, ...]:
    return tuple(v for v in value if isinstance(v, str)) if isinstance(value, Iterable) else ()
