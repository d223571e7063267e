"""What git says of a project: which lines changed since a revision, and what was committed.

Runs the ``git`` that is installed, without the project's own hooks, filters and pagers.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from docstring_lsp.errors import UsageError

_HUNK = re.compile(rb"^@@ -\d+(?:,\d+)? \+(?P<first>\d+)(?:,(?P<count>\d+))? @@")

Lines = tuple[tuple[int, int], ...]
"""Ranges of lines from 1, first and last."""


def changed_lines(start: Path, revision: str) -> dict[Path, Lines]:
    """Return the lines of each file that changed since a revision, as they stand now.

    What is not committed counts; of a file that git does not know yet, every line does. Where
    lines were only removed, the ones around the place count.

    Args:
        start: A folder of the repository.
        revision: A commit, a branch, a tag; with ``A...`` since the two went apart.

    Raises:
        UsageError: If there is no git, no repository, or no such revision.
    """
    if revision.startswith("-"):
        raise UsageError(f"{revision!r} is no revision")
    top = Path(os.fsdecode(_run(start, "rev-parse", "--show-toplevel").strip()))
    base = _base(top, revision)
    found: dict[Path, list[tuple[int, int]]] = {}
    path: Path | None = None
    for line in _run(top, *_DIFF, base, "--").split(b"\n"):
        if line.startswith(b"+++ "):
            path = _path(top, line[4:])
        elif path is not None and (hunk := _HUNK.match(line)):
            first, count = int(hunk["first"]), int(hunk["count"] or 1)
            last = first + count - 1 if count else first + 1
            found.setdefault(path, []).append((max(first, 1), last))
    listed = _run(top, "ls-files", "--others", "--exclude-standard", "-z")
    for name in filter(None, listed.split(b"\0")):
        found[top / os.fsdecode(name)] = [(1, 1 << 60)]
    return {path: tuple(lines) for path, lines in found.items()}


def history(folder: Path, most: int) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Return the commits that touch a folder, the newest first: revision, date, subject, tags.

    Args:
        folder: A folder of the repository; what stands beside it does not count.
        most: How many at most.

    Raises:
        UsageError: If there is no git or no repository, or nothing is committed.
    """
    told = _run(
        *(folder, "log", f"--max-count={most}", "--no-show-signature", "--no-merges"),
        *("--date=short", "--decorate-refs=refs/tags", "--format=%h%x1f%ad%x1f%s%x1f%D%x1e"),
        *("--", "."),
    )
    found = []
    for record in told.decode("utf-8", "replace").split("\x1e"):
        parts = record.strip("\n").split("\x1f")
        if len(parts) == 4:
            tags = tuple(t.strip() for t in parts[3].replace("tag: ", "").split(",") if t.strip())
            found.append((parts[0], parts[1], parts[2], tags))
    return found


_DIFF = (
    *("-c", "core.quotePath=false", "-c", "diff.noprefix=false", "-c", "diff.mnemonicPrefix=false"),
    *("diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--src-prefix=a/"),
    *("--dst-prefix=b/", "--diff-filter=d"),
)


def _base(top: Path, revision: str) -> str:
    if revision.endswith("..."):
        since = revision.removesuffix("...")
        found = _run(top, "merge-base", since, "HEAD", told=since)
    else:
        found = _run(top, "rev-parse", "--verify", "--quiet", revision + "^{commit}", told=revision)
    return os.fsdecode(found.strip())


def _path(top: Path, said: bytes) -> Path | None:
    said = said.split(b"\t", 1)[0]
    if said.startswith(b'"'):
        said = said[1:-1].decode("unicode_escape").encode("latin-1")
    return top / os.fsdecode(said[2:]) if said.startswith(b"b/") else None


def _run(folder: Path, *arguments: str, told: str = "") -> bytes:
    command: Sequence[str] = ("git", "-c", "core.fsmonitor=false", *arguments)
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(  # noqa: S603  (a fixed program; what is given is no option)
            command, cwd=folder, env=environment, capture_output=True, check=False
        )
    except OSError as error:
        raise UsageError(f"git cannot be run: {error.strerror}") from error
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        what = f"{folder}: {told!r} is no revision git knows here" if told else f"{folder}: git"
        raise UsageError(f"{what}: {reason}" if reason else what)
    return done.stdout
