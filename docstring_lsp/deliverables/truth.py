"""Holds a document against the project: Markdown and evidence in, names that do not exist out.

Looks at what is marked as code: dotted names of the project, options and paths; at versions; and
in blocks of code at what is imported of the project and how its programs are called. Quotations
are the project's own words and are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from docstring_lsp.deliverables.evidence.model import Evidence, Module

_FENCED = re.compile(r"^(```+|~~~+).*?^\1[ \t]*$", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"(?<!`)(`{1,2})(?!`)(.+?)(?<!`)\1(?!`)")
_DOTTED = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+\Z")
_VERSION = re.compile(r"\b(?:Python|[Vv]ersion|v)\s*(\d+(?:\.\d+)+)")
_IMPORT = re.compile(
    r"\s*(?:>>> )?(?:from\s+(?P<from>[\w.]+)\s+import\s+(?P<names>[\w, ]+)"
    r"|import\s+(?P<all>[\w.]+))"
)
_OPTION = re.compile(r"--[a-z][\w-]*\Z")
_FILE = re.compile(r"[\w.-]+(?:/[\w.-]+)*\.(?:py|pyi|toml|cfg|md|rst|txt|ini|ya?ml)(?::\d+)?\Z")


def doubts(markdown: str, evidence: Evidence) -> tuple[str, ...]:
    """Return what a document names and the project does not have, each once."""
    told = "\n".join(
        line for line in _FENCED.sub("", markdown).split("\n") if not line.lstrip().startswith(">")
    )
    found = (match[2].strip().removesuffix("()") for match in _CODE.finditer(told))
    wrong = [name for name in found if not _exists(name, evidence)]
    versions = (match for match in _VERSION.finditer(_CODE.sub("", told)))
    wrong += [match[0] for match in versions if match[1] not in _numbers(evidence)]
    shown = (line for block in _FENCED.finditer(markdown) for line in block[0].split("\n"))
    wrong += [name for line in shown for name in _in_code(line, evidence)]
    return tuple(dict.fromkeys(wrong))


def _in_code(line: str, evidence: Evidence) -> Iterator[str]:
    """Yield what a line of code imports of the project, or gives a program, that is not there."""
    if taken := _IMPORT.match(line):
        dotted = taken["from"] or taken["all"]
        names = re.findall(r"(\w+)(?:\s+as\s+\w+)?", taken["names"] or "")
        for name in [dotted, *(f"{dotted}.{name}" for name in names)]:
            if dotted.split(".")[0] in _tops(evidence) and not _has(name, evidence):
                yield name
        return
    words = line.lstrip("$ ").split()
    runs = words[2] if len(words) > 2 and words[0].startswith("python") and words[1] == "-m" else ""
    if runs.split(".")[0] in _tops(evidence) and not _has(runs, evidence):
        yield runs
    programs = {program.name for program in evidence.scripts}
    if words and (words[0] in programs or runs.split(".")[0] in _tops(evidence)):
        given = (word.partition("=")[0] for word in words[1:])
        yield from (g for g in given if _OPTION.match(g) and not _exists(g, evidence))


def _exists(name: str, evidence: Evidence) -> bool:
    if _OPTION.match(name):
        return name in _words(evidence) or name in _GIVEN
    if _FILE.match(name):
        path = name.split(":")[0]
        stands_for_any = path.rpartition("/")[2].rpartition(".")[0].isupper()
        return path in _paths(evidence) or "/" not in path or stands_for_any
    if _DOTTED.match(name) and not name.endswith(_DATA) and name.split(".")[0] in _tops(evidence):
        return _has(name, evidence)
    return True


_DATA = (".json", ".yaml", ".yml", ".csv", ".txt", ".html")
_GIVEN = frozenset({"--help", "--version"})


def _has(dotted: str, evidence: Evidence) -> bool:
    if any(dotted == point.group for point in evidence.metadata.entry_points):
        return True
    module = evidence.module_of(dotted)
    if module is None:
        return any(each.name.startswith(f"{dotted}.") for each in evidence.modules)
    rest = dotted[len(module.name) + 1 :]
    if not rest:
        return True
    return rest in _defined(module) or rest.split(".")[0] in _bound(module)


@lru_cache(maxsize=4096)
def _defined(module: Module) -> frozenset[str]:
    return frozenset(symbol.qualname for symbol in module.symbols)


@lru_cache(maxsize=4096)
def _bound(module: Module) -> frozenset[str]:
    """Return the names that a module assigns or imports at its top."""
    assigned = re.findall(r"^([A-Za-z_]\w*)\s*(?::[^=\n]+)?=", module.text, re.MULTILINE)
    return frozenset([*assigned, *(dotted.rpartition(".")[2] for dotted in module.imports)])


@lru_cache(maxsize=4)
def _words(evidence: Evidence) -> frozenset[str]:
    texts = [module.text for module in evidence.modules]
    texts += [block.text for page in evidence.pages for block in page.blocks]
    return frozenset(word for text in texts for word in re.findall(r"--[a-z][\w-]*", text))


@lru_cache(maxsize=4)
def _numbers(evidence: Evidence) -> frozenset[str]:
    """Return the versions that a project writes anywhere, with what they begin with."""
    about = evidence.metadata
    texts = [about.version, about.requires_python, *about.classifiers]
    texts += [each.text for each in about.requirements]
    texts += [block.text for page in evidence.pages for block in page.blocks]
    texts += [module.text for module in evidence.modules]
    found = {number for text in texts for number in re.findall(r"\d+(?:\.\d+)+", text)}
    starts = (number.split(".")[:end] for number in found for end in (2, 3))
    return frozenset([*found, *(".".join(start) for start in starts)])


@lru_cache(maxsize=4)
def _paths(evidence: Evidence) -> frozenset[str]:
    return frozenset([*evidence.files, *(module.path for module in evidence.modules)])


def _tops(evidence: Evidence) -> frozenset[str]:
    return frozenset(module.name.split(".")[0] for module in evidence.own)
