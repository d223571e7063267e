"""What a project says of itself as a package: the texts of its files in, metadata out.

Reads pyproject.toml, setup.cfg, setup.py and PKG-INFO as they stand and runs nothing; each thing
is taken from the first of them that says it.
"""

from __future__ import annotations

import configparser
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from email.parser import HeaderParser

from docstring_lsp.deliverables.evidence.model import EntryPoint, Metadata, Requirement
from docstring_lsp.deliverables.evidence.pyproject import pyproject
from docstring_lsp.deliverables.evidence.setup_script import setup_script

FILES = ("pyproject.toml", "setup.cfg", "setup.py", "PKG-INFO")
"""The files that are read, relative to the project's folder."""

_MODULES = re.compile(r"\bpy[-_]modules\s*=\s*(\[[^\]]*\]|[^\n]*(?:\n[ \t]+[^\n]*)*)")


def metadata(texts: Mapping[str, str]) -> Metadata:
    """Return what a project says of itself.

    Args:
        texts: What stands in `FILES`, by their names; one that is missing is left out.
    """
    found = list(_found(texts))
    joined, sources = Metadata(source=found[0].source if found else ""), {}
    for each in found:
        for name in (f.name for f in fields(Metadata) if f.name not in ("source", "sources")):
            value = getattr(each, name)
            if value and not getattr(joined, name):
                joined = replace(joined, **{name: value})
                sources[name] = each.source
    return replace(joined, sources=sources)


def declared_modules(texts: Mapping[str, str]) -> frozenset[str]:
    """Return the words that a project's files list as single modules, ``py-modules``.

    Args:
        texts: As for `metadata`.
    """
    found = (m[1] for text in texts.values() for m in _MODULES.finditer(text))
    return frozenset(word for listed in found for word in re.findall(r"[A-Za-z_]\w*", listed))


def _found(texts: Mapping[str, str]) -> Iterator[Metadata]:
    if "pyproject.toml" in texts:
        yield from pyproject(texts["pyproject.toml"], "pyproject.toml")
    readers = {"setup.cfg": _setup_cfg, "setup.py": setup_script, "PKG-INFO": _pkg_info}
    for name, read in readers.items():
        told = read(texts[name], name) if name in texts else Metadata()
        if told != Metadata(source=told.source):
            yield told


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
            EntryPoint.declared(name, target, group, source)
            for group, told in points.items()
            for name, target in _pairs(told)
        ),
        source=source,
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
