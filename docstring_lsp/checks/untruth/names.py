"""The names that a docstring quotes, and which of them its file does not know.

Takes a docstring's text and what its file's code says; gives places. A name is only judged
where it is plainly meant as code: by a role, by its parentheses, or by how it is spelled.
"""

from __future__ import annotations

import builtins
import keyword
import re
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from docstring_lsp.source.definition import Definition
from docstring_lsp.source.span import Span

_DOTTED = r"[^\W\d]\w*(?:\.[^\W\d]\w*)*"
_ROLE = re.compile(
    r":(?:py:)?(?:func|meth|class|attr|exc|data|const):"
    rf"`(?:[^`<\n]*<)?[~!]?(?P<name>\.?{_DOTTED})(?:\(\))?>?`"
)
_QUOTED = re.compile(
    rf"(?<![`:\w])(?P<ticks>`{{1,2}})(?P<name>{_DOTTED})(?P<call>\(\))?(?P=ticks)(?![`_])"
)
_SPELLED = re.compile(
    r"_*[a-z0-9]+(?:_+[a-z0-9]+)+_*|[A-Z]\w*[a-z]\w*[A-Z]\w*|[A-Z0-9]+(?:_[A-Z0-9]+)+"
)
_FILE = re.compile(
    r".*\.(?:py[cdioxw]?|txt|toml|cfg|ini|json|ya?ml|md|rst|html?|css|js|ts|csv|so|dll|exe|zip|gz|sql"
    r"|com|org|net|io|dev|pth|npy|npz|h5|xml|lock|log|sh|ipynb|in|conf|env|po|mo|png|svg|jpg|pdf)"
)
_HISTORY = re.compile(
    r"^(?P<indent>[ ]*)\.\.[ ](?:versionchanged|versionremoved|deprecated)::.*"
    r"(?:\n(?:[ ]*$|(?P=indent)[ ]+\S.*))*",
    re.MULTILINE,
)
"""What tells of former times, in which other names held."""

_MADE_UP = re.compile(
    r"_*(?:foo|bar|baz|spam|eggs|my|some|your|example)_\w+(?:\.\w+)*"
    r"|(?:Class|Module|Package|Function|Method|My|Your|Some|Example)(?:Name|Class|Type|Model)(?:\.\w+)*"
)
_SYMBOL = re.compile(r"[^\W\d_]_\w{1,2}")
"""A letter and its index, as in a formula."""

_EXAMPLE = re.compile(r"^[ ]*>>>.*(?:\n[ ]*\.\.\..*)*", re.MULTILINE)
_ALWAYS = frozenset(
    {*dir(builtins), *keyword.kwlist, *keyword.softkwlist, *sys.stdlib_module_names}
)
_WORD = re.compile(r"\w+")
_CLASS = re.compile(r"class\s+(\w+)\s*(?:\((?P<bases>[^()]*)\))?\s*:")


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that the file does not know.

    Attributes:
        name: The name as it is quoted.
        span: Where, in the docstring's text.
        missing: The part of it that is nowhere in the file.
        instead: The name as it would be with what the file has that is spelled most like that
            part; empty where nothing is.
    """

    name: str
    span: Span
    missing: str
    instead: str = ""


def unknown(
    content: str,
    words: Collection[str],
    imports: Collection[str],
    members: Mapping[str, frozenset[str]],
    owner: str | None,
) -> Iterator[Unknown]:
    """Yield the names that a docstring quotes and its file does not know.

    Args:
        content: The docstring's text.
        words: The words of the file's code.
        imports: What the file imports.
        members: The names in each class of the file whose bases are all in the file.
        owner: The class that the definition stands in, or is.
    """
    content = _HISTORY.sub(lambda found: " " * len(found[0]), content)
    for pattern in (_ROLE, _QUOTED):
        for found in pattern.finditer(content):
            name = found["name"].lstrip(".")
            by_role = pattern is _ROLE
            if not by_role and (_FILE.fullmatch(name) or not _is_meant(name, found["call"])):
                continue
            if by_role and name.count(".") > 1 and name[0].islower():
                continue  # A whole path leads into whatever package, as Sphinx links them.
            missing = _missing(name, words, imports, members, owner)
            if missing and by_role and missing.startswith("_") and "." in name:
                # Sphinx can be told abbreviations of modules; what they hold is judged then.
                missing = _missing(name.partition(".")[2], words, imports, members, owner)
            if missing and _is_introduced(missing, content):
                continue
            # Two backticks most often hold an example, which is nobody's name.
            if missing and (by_role or found["ticks"] == "`" or missing != name.split(".")[0]):
                own = members.get(owner or "", frozenset()) if name.startswith("self.") else None
                known = members.get(name.partition(".")[0], own) if name != missing else None
                near = nearest(missing, frozenset(words if known is None else known))
                instead = re.sub(rf"\b{missing}\b", near, name, count=1) if near else ""
                span = Span(found.end("name") - len(name), found.end("name"))
                yield Unknown(name, span, missing, instead)


def nearest(name: str, words: frozenset[str]) -> str:
    """Return the word that is spelled most like a name; empty where none is much like it."""
    from difflib import get_close_matches

    alike = _by_start(words).get(_start(name), ())
    alike = [word for word in alike if abs(len(word) - len(name)) <= _FARTHEST]
    return next(iter(get_close_matches(name, alike, n=1, cutoff=0.85)), "")


_FARTHEST = 2
"""By how many characters names that are much alike may differ in length."""


@lru_cache(maxsize=16)
def _by_start(words: frozenset[str]) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(_start(word), []).append(word)
    return found


def _start(word: str) -> str:
    return word.lstrip("_")[:1].lower()


def _is_introduced(name: str, content: str) -> bool:
    """Return whether a docstring itself says what a name is: a signature, a tuple, an entry."""
    word = rf"(?<![`\w.]){re.escape(name)}\b"
    given = rf"[(\[{{,=@][ ]*{word}|{word}[ ]*[)\]}},=(]|^[ ]*{word}[ ]*:[ ]"
    made = rf"{word}[ ]*(?:=(?!=)|in\b)|\b(?:def|class|import|as|for)[ ]+{word}"
    if re.search(given, _EXAMPLE.sub("", content), re.MULTILINE):
        return True
    return any(re.search(made, found[0]) for found in _EXAMPLE.finditer(content))


def members(text: str, definitions: Collection[Definition]) -> dict[str, frozenset[str]]:
    """Return the words in each class whose bases are all in the file, theirs included."""
    bodies: dict[str, str] = {}
    bases: dict[str, list[str]] = {}
    for definition in definitions:
        if definition.kind == "class":
            header = _CLASS.match(text, definition.header.start)
            bodies[definition.name] = _code(text, definition, definitions)
            listed = "?" if header is None else header["bases"] or ""
            bases[definition.name] = [b.strip() for b in listed.split(",") if b.strip()]
    found: dict[str, frozenset[str]] = {}
    for name in bodies:
        line = _ancestry(name, bases)
        if line is not None:
            found[name] = frozenset(w for each in line for w in _WORD.findall(bodies[each]))
    return found


def _code(text: str, outer: Definition, definitions: Collection[Definition]) -> str:
    """Return a class's body without the docstrings in it."""
    start, end = outer.body
    pieces = []
    for span in sorted(d.docstring for d in definitions if d.docstring is not None):
        if start <= span.start < end:
            pieces.append(text[start : span.start])
            start = span.end
    return "".join([*pieces, text[start:end]])


def _ancestry(name: str, bases: Mapping[str, list[str]]) -> list[str] | None:
    """Return a class and its bases, or None where one of them stands elsewhere."""
    line, waiting = [], [name]
    while waiting:
        each = waiting.pop()
        if each in {"object", "ABC", "Generic", "Protocol", "Enum"} or each in line:
            continue
        if each not in bases:
            return None
        line.append(each)
        waiting += bases[each]
    return line


def _is_meant(name: str, call: str | None) -> bool:
    if _MADE_UP.fullmatch(name) or _SYMBOL.fullmatch(name):
        return False
    return bool(call) or "." in name or _SPELLED.fullmatch(name) is not None


def _missing(
    name: str,
    words: Collection[str],
    imports: Collection[str],
    members: Mapping[str, frozenset[str]],
    owner: str | None,
) -> str:
    """Return the part of a name that the file does not know, if there is one."""
    head, *rest = name.split(".")
    if head in {"self", "cls"} and rest:
        head = owner or head
    own = members.get(head) if head not in imports else None
    if own is not None and rest and rest[0] not in own and not _is_given(rest[0]):
        return rest[0]
    if head in imports or head in words or head in _ALWAYS or head in {"self", "cls"}:
        return ""
    return head


def _is_given(name: str) -> bool:
    return name.startswith("__") or hasattr(type, name)
