"""What is asked of the disk: while somebody listens, each question is kept with its answer.

Takes paths; gives what was asked and what is answered now. What had the same answers before has
the same result again. Imports next to nothing, since it is looked at before anything else.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable

KIND, CONTENT, LISTING = "kind", "content", "listing"
"""Whether something is there and what; what a file holds; what stands in a folder."""

Question = tuple[str, str]

_MOST = 2_000
"""Questions that are kept; asking more of them again costs as much as working anew."""

_heard: dict[Question, str] | None = None


def listen() -> None:
    """Keep what is asked from here on."""
    global _heard
    _heard = {}


def heard() -> dict[Question, str] | None:
    """Return what was asked and answered, and listen no more; None where it was too much."""
    global _heard
    kept, _heard = _heard, None
    return kept


def asked_kind(path: os.PathLike[str] | str) -> None:
    """Keep that it was asked what is in a place."""
    if _heard is not None:
        _keep(KIND, path, None)


def was_read(path: os.PathLike[str] | str, data: bytes | None) -> None:
    """Keep what a file holds; None where it could not be read."""
    if _heard is not None:
        _keep(CONTENT, path, "" if data is None else _digest(data))


def was_listed(path: os.PathLike[str] | str) -> None:
    """Keep what stands in a folder."""
    if _heard is not None:
        _keep(LISTING, path, None)


def answer(kind: str, path: str) -> str:
    """Return what the disk says now; an empty text where it says nothing.

    Args:
        kind: `KIND`, `CONTENT` or `LISTING`.
        path: Whole.
    """
    try:
        if kind == KIND:
            return format(stat.S_IFMT(os.stat(path).st_mode), "o")  # noqa: PTH116
        if kind == LISTING:
            with os.scandir(path) as entries:
                return _digest("\0".join(sorted(_listed(entries))).encode("utf-8", "replace"))
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116
            return ""
        with open(path, "rb") as file:
            return _digest(file.read())
    except (OSError, ValueError):
        return ""


def _listed(entries: Iterable[os.DirEntry[str]]) -> Iterable[str]:
    for entry in entries:
        yield f"{entry.name}/{entry.is_dir()}/{entry.is_symlink()}"


def _keep(kind: str, path: os.PathLike[str] | str, said: str | None) -> None:
    global _heard
    if _heard is None:
        return
    question = (kind, os.path.abspath(path))  # noqa: PTH100
    if question not in _heard:
        _heard[question] = answer(*question) if said is None else said
    elif said is not None and _heard[question] != said:
        _heard = None  # It changed while it was looked at: nothing can be told of it.
        return
    if len(_heard) > _MOST:
        _heard = None


def _digest(data: bytes) -> str:
    from hashlib import blake2b

    return blake2b(data, digest_size=20).hexdigest()
