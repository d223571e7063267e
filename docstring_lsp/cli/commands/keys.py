"""``docstring-lsp keys``: providers' keys in the system's keyring, each bound to an origin."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from docstring_lsp.cli import options

if TYPE_CHECKING:
    from docstring_lsp.engine.connect import Directory

EPILOG = options.examples(
    "keys set anthropic",
    "keys set anthropic < key.txt",
)


@click.group(epilog=EPILOG)
def keys() -> None:
    """Keep providers' keys in the system's keyring.

    A key is sent to the address for which it was stored and to no other. The environment's
    variables come first.
    """


@keys.command(name="set")
@click.argument("provider")
def set_(provider: str) -> int:
    """Keep the key of PROVIDER.

    It is typed without being shown, or read from standard input.
    """
    import sys

    from pydantic import SecretStr

    from docstring_lsp.cli import terminal
    from docstring_lsp.engine.keys import put
    from docstring_lsp.errors import UsageError

    origin = _origin(provider)
    if sys.stdin.isatty():
        typed = click.prompt(f"Key for {origin}", hide_input=True, err=True)
    else:
        typed = sys.stdin.readline()
    key = SecretStr(str(typed).strip())
    if not key.get_secret_value():
        raise UsageError("no key was given")
    put(origin, key)
    terminal.note(f"The key of {provider} is kept for {origin}.")
    return 0


@keys.command(name="list")
def list_() -> int:
    """Tell for which providers and addresses a key is kept or set.

    No key is shown.
    """
    from docstring_lsp.cli import terminal
    from docstring_lsp.engine.connect import EMBEDDED, provider, providers
    from docstring_lsp.engine.keys import origins
    from docstring_lsp.errors import UsageError

    try:
        kept = set(origins())
    except UsageError as error:
        terminal.warning(str(error))
        kept = set()
    directory = _directory()
    rows = []
    for name in providers():
        access = provider(name).access
        if name == EMBEDDED or access is None or not access.key_variables:
            continue
        origin = directory.origin(name)
        state = directory.variable(name) or ("keyring" if origin.lower() in kept else "none")
        rows.append([name, state, origin])
    others = sorted(kept - {row[-1].lower() for row in rows})
    rows += [["-", "keyring", origin] for origin in others]
    for line in terminal.columns([["provider", "key", "sent to"], *rows]):
        terminal.out(line)
    return 0


@keys.command()
@click.argument("provider")
def delete(provider: str) -> int:
    """Delete the key of PROVIDER, or of an address, from the keyring."""
    from docstring_lsp.cli import terminal
    from docstring_lsp.engine import keys as kept
    from docstring_lsp.errors import UsageError

    origin = provider if "://" in provider else _origin(provider)
    if not kept.delete(origin):
        raise UsageError(f"no key is kept for {origin}")
    terminal.note(f"The key for {origin} is deleted.")
    return 0


def _directory() -> Directory:
    from docstring_lsp.engine.connect import Directory
    from docstring_lsp.settings.load import load

    return Directory(load(Path()).settings)


def _origin(name: str) -> str:
    from docstring_lsp.engine.connect import provider
    from docstring_lsp.errors import UsageError

    access = provider(name).access
    if access is None or not access.key_variables:
        raise UsageError(f"{name} takes no key")
    return _directory().origin(name)


COMMAND = keys
