"""Documents every definition of many real files, in memory, and tells what became of each.

The same way as the command line's ``generate --replace --include-private --include-tests``.
`docstring_lsp` writes; `tests.unchanged` judges, and counts the definitions for itself.
"""

from __future__ import annotations

import asyncio
import sysconfig
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from docstring_lsp.actions.conventions import Conventions
from docstring_lsp.actions.generate import edits, generate
from docstring_lsp.actions.outcome import Outcome
from docstring_lsp.actions.place import Place
from docstring_lsp.actions.proposal import Target
from docstring_lsp.docstring.style import RenderOptions
from docstring_lsp.engine.generate import Engine
from docstring_lsp.errors import DecodeError
from docstring_lsp.source.edit import apply
from docstring_lsp.source.text import SourceText, decode
from docstring_lsp.source.visibility import EVERYTHING
from tests.unchanged import Reading, difference

_FILE = Target(scope="file", replace=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of one file.

    Attributes:
        path: Its path below the corpus.
        unreadable: Why the interpreter itself cannot read it, or an empty text.
        definitions: How many definitions the interpreter counts.
        written: How many have a docstring now.
        excused: How many need none: overloads, and constructors told of by their class.
        refused: The qualified names that were refused, with the reason.
        missing: The qualified names that have none, without a reason.
        changed: What was changed beside docstrings, or an empty text.
        second: The qualified names that a second run would change.
        crash: The exception that came out, or an empty text.
        seconds: How long it took to document.
        text: The result.
    """

    path: str
    unreadable: str = ""
    definitions: int = 0
    written: int = 0
    excused: int = 0
    refused: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()
    changed: str = ""
    second: tuple[str, ...] = ()
    crash: str = ""
    seconds: float = 0.0
    text: SourceText | None = None

    @property
    def failed(self) -> bool:
        """Whether a promise is broken."""
        return bool(self.missing or self.changed or self.second or self.crash)


def standard_library() -> Path:
    """Return the folder of the running interpreter's standard library."""
    return Path(sysconfig.get_path("stdlib"))


def python_files(root: Path, *, part: int = 1) -> Iterator[Path]:
    """Yield a folder's Python files, always the same one in ``part`` of them."""
    for path in sorted(root.rglob("*.py")):
        relative = path.relative_to(root)
        third_party = {"site-packages", "dist-packages", "__pycache__"}
        ours = third_party.isdisjoint(relative.parts) and path.is_file()
        if ours and fingerprint(relative) % part == 0:
            yield path


def fingerprint(relative: Path) -> int:
    """Return a number that is the same for a path on every machine."""
    return zlib.crc32(relative.as_posix().encode())


def document(path: Path, root: Path, style_name: str, *, twice: bool = True) -> Result:
    """Document a file in memory and judge the result."""
    relative = path.relative_to(root).as_posix()
    try:
        source = decode(path.read_bytes())
        before = Reading(source.text)
    except (DecodeError, SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return Result(path=relative, unreadable=f"{type(error).__name__}: {error}")
    try:
        return _judged(relative, source, before, style_name, twice)
    except Exception as error:  # to be told with its place, and not to end the run
        import traceback

        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}:{place.lineno}"
        return Result(path=relative, crash=f"{type(error).__name__} at {where}: {error}")


def write(text: str, relative: str, style_name: str) -> tuple[Outcome, ...]:
    """Return what ``generate --replace`` makes of every definition of a text."""
    conventions = Conventions(style_name, RenderOptions(), EVERYTHING)
    place = Place(path=PurePosixPath(relative))
    return asyncio.run(generate(text, _FILE, conventions, Engine("static"), place))


def _judged(
    relative: str, source: SourceText, before: Reading, style_name: str, twice: bool
) -> Result:
    start = time.perf_counter()
    outcomes = write(source.text, relative, style_name)
    text = apply(source.text, edits(outcomes))
    seconds = time.perf_counter() - start
    after = Reading(text)
    refused = {o.definition.qualname: o.reason for o in outcomes if o.status == "refused"}
    empty = not source.text.strip()
    bare = [d for d in after.definitions if not d.documented and not empty]
    again = write(text, relative, style_name) if twice else ()
    return Result(
        path=relative,
        definitions=len(after.definitions),
        written=sum(d.documented for d in after.definitions),
        excused=sum(d.excused for d in bare),
        refused=tuple(refused.items()),
        missing=tuple(d.qualname for d in bare if not d.excused and d.qualname not in refused),
        changed=difference(before, after),
        second=tuple(o.definition.qualname for o in again if o.status == "written"),
        seconds=seconds,
        text=SourceText(text, source.encoding, source.bom),
    )
