"""What was found in files before, by their content: so that an unchanged one costs a hash.

One JSON file a project, in the user's own cache folder. An entry holds only where the content,
the other modules that were looked into, what was asked and this program all are the same; one
that is broken is none.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import fields
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docstring_lsp import places
from docstring_lsp.checks.report import Located
from docstring_lsp.cli.inspection import Inspected, Task
from docstring_lsp.cli.program import state
from docstring_lsp.neighbours import Neighbours

if TYPE_CHECKING:
    from docstring_lsp.checks.selection import Selection
    from docstring_lsp.source.visibility import Policy

_MOST = 50_000
"""Files remembered for a project; what was not asked about lately goes first."""

_WORDS = "\0words"
"""The key of what is known of a project's words; no file's name."""

_FOUND = tuple(field.name for field in fields(Located) if field.name != "path")


class Memory:
    """What was found in the files of one project.

    Args:
        root: The project's folder.
    """

    def __init__(self, root: Path) -> None:
        folder = Path(places.cache(), "checks")
        name = blake2b(os.fsencode(root), digest_size=12).hexdigest()
        self._path = folder / f"{name}.json"
        self._entries = _read(self._path)
        self._seen: dict[str, Any] = {}
        self._changed = False

    def known(self, task: Task, content: bytes) -> Inspected | None:
        """Return what was found in a file of the same content; None if that is not known.

        Args:
            task: What is to be looked at.
            content: The digest of its content.
        """
        name = task.relative.as_posix()
        entry = self._entries.get(name)
        if not isinstance(entry, list) or entry[:1] != [_key(task, content)]:
            return None
        try:
            _, asked, documented, rows, seen = entry
            if not Neighbours(task.path).are_as(seen):
                return None
            found = tuple(
                Located(path=str(task.path), **dict(zip(_FOUND, row, strict=True))) for row in rows
            )
        except (TypeError, ValueError):
            return None
        self._seen[name] = entry
        known = tuple((module, digest) for module, digest in seen)
        return Inspected(found=found, asked=asked, documented=documented, seen=known)

    def learn(self, task: Task, content: bytes, inspected: Inspected) -> None:
        """Remember what was found in a file."""
        rows = [[getattr(each, name) for name in _FOUND] for each in inspected.found]
        seen = [list(each) for each in inspected.seen]
        entry = [_key(task, content), inspected.asked, inspected.documented, rows, seen]
        self._seen[task.relative.as_posix()] = entry
        self._changed = True

    def known_words(self, project: bytes) -> dict[str, bool]:
        """Return which words the code of a project has, as far as that was asked.

        Args:
            project: The digest of all its files.
        """
        entry = self._entries.get(_WORDS)
        if (
            isinstance(entry, list)
            and entry[:1] == [_state(project)]
            and isinstance(entry[-1], dict)
        ):
            self._seen[_WORDS] = entry
            return entry[-1]
        return {}

    def learn_words(self, project: bytes, words: Mapping[str, bool]) -> None:
        """Remember which words the code of a project has."""
        self._seen[_WORDS] = [_state(project), dict(words)]
        self._changed = True

    def save(self) -> None:
        """Write what is remembered; where that cannot be, nothing is lost but time."""
        if not self._changed:
            return
        others = [(name, entry) for name, entry in self._entries.items() if name not in self._seen]
        kept = dict([*self._seen.items(), *others][:_MOST])
        with suppress(OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            beside = self._path.with_suffix(f".{os.getpid()}.tmp")
            beside.write_text(json.dumps(kept, separators=(",", ":")), encoding="utf-8")
            beside.replace(self._path)


def _read(path: Path) -> dict[str, Any]:
    with suppress(OSError, ValueError, RecursionError):
        read = json.loads(path.read_bytes())
        if isinstance(read, dict):
            return read
    return {}


def digest(data: bytes) -> bytes:
    """Return a name for a content."""
    return blake2b(data, digest_size=20).digest()


def _key(task: Task, content: bytes) -> str:
    """Return a name for a content and all that decides what is found in it."""
    what: tuple[object, ...] = (task.relative.as_posix(), task.style, task.style_is_told)
    what += (task.counted, task.bible.forbidden)
    told = repr((*what, _shown(task.policy), _shown(task.selection)))
    found = blake2b(content + told.encode("utf-8", "surrogatepass"), digest_size=20)
    found.update(state())
    return found.hexdigest()


def _state(project: bytes) -> str:
    """Return a name for a project's content and this program's code."""
    return blake2b(project + state(), digest_size=20).hexdigest()


@lru_cache(maxsize=8)
def _shown(value: Policy | Selection) -> str:
    """Return what tells a value from others; each is told once for many files."""
    return repr(value)
