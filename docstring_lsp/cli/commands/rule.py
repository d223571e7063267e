"""``docstring-lsp rule``: the page of a rule, or the list of all."""

from __future__ import annotations

import click

from docstring_lsp.cli import options

EPILOG = """Examples: docstring-lsp rule DL200

docstring-lsp rule"""


@click.command(epilog=EPILOG)
@click.argument("codes", nargs=-1, metavar="[CODE]...")
@options.output_format
def rule(codes: tuple[str, ...], output_format: str) -> None:
    """Explain rules: what they find, why, and how it is mended.

    Without a code, every rule is listed with its title.
    """
    from docstring_lsp.checks import page
    from docstring_lsp.cli import terminal

    if output_format == "json":
        import json

        told = [_as_json(code) for code in codes or page.codes()]
        terminal.out(json.dumps(told, indent=2))
    elif codes:
        terminal.out("\n".join(page.text(code) for code in codes).rstrip("\n"))
    else:
        terminal.out("\n".join(f"{code}  {page.title(code)}" for code in page.codes()))


def _as_json(code: str) -> dict[str, str]:
    from docstring_lsp.checks import page

    return {"code": code.upper(), "title": page.title(code), "page": page.text(code)}


COMMAND = rule
