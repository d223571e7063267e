"""``docstring-lsp rule``: the page of a rule, or the list of all."""

from __future__ import annotations

import click

from docstring_lsp.cli import choices, options

EPILOG = options.examples("rule DL200", "rule DL2", "rule")


@click.command(epilog=EPILOG)
@click.argument(
    "codes", nargs=-1, metavar="[CODE]...", shell_complete=choices.completing(choices.rules)
)
@options.output_format
def rule(codes: tuple[str, ...], output_format: str) -> None:
    """Explain rules: what they find, why, and how it is mended.

    Without a code, every rule is listed with its title; with what codes start with, such as
    DL2, those that do.
    """
    from docstring_lsp.checks import page
    from docstring_lsp.cli import terminal

    shown = [each for code in codes or ("",) for each in _family(code)]
    if output_format == "json":
        import json

        terminal.out(json.dumps([_as_json(code) for code in shown], indent=2))
    elif len(shown) == len(codes):
        terminal.out("\n".join(page.text(code) for code in shown).rstrip("\n"))
    else:
        terminal.out("\n".join(f"{code}  {page.title(code)}" for code in shown))


def _family(start: str) -> list[str]:
    """Return the codes that start so; where there is none, what was given, as it is unknown."""
    from docstring_lsp.checks import page

    return [code for code in page.codes() if code.startswith(start.upper())] or [start]


def _as_json(code: str) -> dict[str, str]:
    from docstring_lsp.checks import page

    return {"code": code, "title": page.title(code), "page": page.text(code)}


COMMAND = rule
