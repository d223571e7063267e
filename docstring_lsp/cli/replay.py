"""A ``check`` that was run before and would find what it found is not run again: it is told again.

Kept are the arguments, what the disk said to each question, and what was written, one file a run
in the user's own cache folder. It is told again only where the arguments, the environment, this
program and every one of the disk's answers are the same. Imports next to nothing: this is what a
hook or an editor waits for that asks about one file.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence

from docstring_lsp import places, witness
from docstring_lsp.cli import program, streams

_COMMAND = "check"
_NEVER = frozenset({"--no-cache", "--fix", "-"})
"""Arguments with which nothing is told again, so that it need not be looked for."""

_DECIDING = ("DOCSTRING_LSP_", "XDG_", "PYTHON", "LC_", "FORCE_", "NO_")
_DECIDING_TOO = frozenset({"HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "LANG", "TERM"})
_MOST = 512
"""Runs that are kept; the oldest go first."""


class Recording:
    """A run that may be told again.

    Args:
        arguments: Those of the command line.
    """

    def __init__(self, arguments: Sequence[str]) -> None:
        self._place = _place(arguments)
        witness.listen()

    def keep(self, written: str, status: int) -> None:
        """Keep what was written to standard output; where that cannot be, only time is lost.

        Args:
            written: The text, without the newline at its end.
            status: The exit status.
        """
        answers = witness.heard()
        if answers is None:
            return
        fields = [str(status), str(len(answers))]
        fields += [part for (kind, path), said in answers.items() for part in (kind, path, said)]
        data = "\0".join([*fields, written]).encode("utf-8", "surrogatepass")
        try:
            folder = os.path.dirname(self._place)  # noqa: PTH120
            os.makedirs(folder, mode=0o700, exist_ok=True)  # noqa: PTH103
            beside = f"{self._place}.{os.getpid()}"
            with open(beside, "wb") as file:
                file.write(_digest(data).encode() + data)
            os.replace(beside, self._place)  # noqa: PTH105
            _thin_out(folder)
        except OSError:
            return


def recording(arguments: Sequence[str]) -> Recording | None:
    """Return what keeps a run of these arguments; None where it is not to be told again."""
    return Recording(arguments) if _is_plain(arguments) else None


def replay(arguments: Sequence[str]) -> int | None:
    """Write what the same run wrote before and return its exit status; None if that is unknown.

    Args:
        arguments: Those of the command line.
    """
    known = _known(arguments) if _is_plain(arguments) else None
    if known is None:
        return None
    status, written = known
    streams.accept_any_text()
    try:
        if written:
            for piece in streams.pieces(written + "\n"):
                sys.stdout.write(piece)
        sys.stdout.flush()
    except BrokenPipeError:
        streams.leave_pipe()
        return streams.NO_READER
    except OSError as error:
        # What is half written must not look like findings.
        streams.leave_pipe()
        sys.stderr.write(f"docstring-lsp: error: the results cannot be written: {error}\n")
        return streams.CANNOT
    return status


def _is_plain(arguments: Sequence[str]) -> bool:
    asked = arguments[:1] == [_COMMAND] and _NEVER.isdisjoint(arguments)
    # A stream that was closed before we began is None.
    return asked and None not in (sys.stdout, sys.stderr)


def _known(arguments: Sequence[str]) -> tuple[int, str] | None:
    try:
        with open(_place(arguments), "rb") as file:
            data = file.read()
        if data[:40].decode() != _digest(data[40:]):
            return None
        status, number, rest = data[40:].decode("utf-8", "surrogatepass").split("\0", 2)
        parts = rest.split("\0", 3 * int(number))
        questions = zip(*[iter(parts[:-1])] * 3, strict=True)
        if all(witness.answer(kind, path) == said for kind, path, said in questions):
            return int(status), parts[-1]
    except (OSError, ValueError):
        pass
    return None


def _place(arguments: Sequence[str]) -> str:
    """Return the file in which a run is kept: its name tells all that is known beforehand."""
    told = [program.code(), sys.version, os.getcwd(), *arguments, "", *_environment(), ""]  # noqa: PTH109
    told += [str(stream.isatty()) for stream in (sys.stdout, sys.stderr)]
    told += _installed()
    name = _digest("\0".join(told).encode("utf-8", "surrogateescape"))
    return os.path.join(places.cache(), "runs", name)  # noqa: PTH118


def _environment() -> Iterator[str]:
    for name, value in sorted(os.environ.items()):
        if name.startswith(_DECIDING) or name in _DECIDING_TOO:
            yield f"{name}={value}"


def _installed() -> Iterator[str]:
    """Yield what changes when another package comes, which may offer rules or styles."""
    for place in sys.path:
        at = place or os.curdir
        yield f"{place}:{os.stat(at).st_mtime_ns if os.path.exists(at) else 0}"  # noqa: PTH110, PTH116


def _thin_out(folder: str) -> None:
    with os.scandir(folder) as entries:
        kept = list(entries)
    if len(kept) > _MOST:
        for entry in sorted(kept, key=lambda each: each.stat().st_mtime)[: _MOST // 2]:
            os.unlink(entry.path)  # noqa: PTH108


def _digest(data: bytes) -> str:
    from hashlib import blake2b

    return blake2b(data, digest_size=20).hexdigest()
