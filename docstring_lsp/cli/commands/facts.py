"""``docstring-lsp facts``: what the code of definitions says, as JSON."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docstring_lsp.cli import options

if TYPE_CHECKING:
    from docstring_lsp.source.definition import Definition

EPILOG = options.examples(
    "facts shop.py:Cart.add",
    "facts - < shop.py",
)


@click.command(epilog=EPILOG)
@click.argument("target", metavar="FILE[:QUALNAME]")
def facts(target: str) -> int:
    """Print what the code of a file's definitions says, as JSON.

    With QUALNAME it is one object, or a list where several definitions share the name, such as
    overloads; without it, a list of all. FILE may be - for standard input.
    """
    import json

    from docstring_lsp.cli import terminal
    from docstring_lsp.errors import ParseRefusedError
    from docstring_lsp.source.extract import extract
    from docstring_lsp.source.facts import to_json
    from docstring_lsp.source.scan import scan

    path, qualname = _divided(target)
    text, module = _read(path)
    definitions = scan(text)
    chosen = definitions if qualname is None else _named(definitions, qualname, path)
    told: list[dict[str, Any]] = []

    def tell(definition: Definition) -> bool:
        try:
            found = extract(text, definition, module=module, stub=path.suffix == ".pyi")
        except ParseRefusedError as error:
            terminal.error(f"{path}: `{definition.qualname}`: {error}")
            return False
        told.append(to_json(found))
        return True

    complete = True
    for definition in chosen:
        complete &= tell(definition)
    if told or complete:
        single = qualname is not None and len(chosen) == 1
        terminal.out(json.dumps(told[0] if single else told, indent=2, ensure_ascii=False))
    return 0 if complete else 2


def _divided(target: str) -> tuple[Path, str | None]:
    from docstring_lsp.folders import exists

    path, colon, qualname = target.rpartition(":")
    # A file's own name may hold a colon, and on Windows a drive's does.
    if not colon or not qualname or exists(Path(target)):
        return Path(target), None
    return Path(path), qualname


def _read(path: Path) -> tuple[str, str | None]:
    import sys

    from docstring_lsp import files
    from docstring_lsp.cli.options import STDIN

    if path == STDIN:
        return files.text_of(sys.stdin.buffer.read(), path).text, None
    return files.read(path).text, files.module_name(path)


def _named(
    definitions: tuple[Definition, ...], qualname: str, path: Path
) -> tuple[Definition, ...]:
    from docstring_lsp.errors import UnknownNameError

    found = tuple(d for d in definitions if d.qualname == qualname)
    if not found:
        known = dict.fromkeys(d.qualname for d in definitions)
        raise UnknownNameError("symbol", qualname, known, str(path))
    return found


COMMAND = facts
