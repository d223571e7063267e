"""``docstring-lsp serve``: the language server."""

from __future__ import annotations

import click

from docstring_lsp.cli import options


@click.command(epilog=options.examples("serve", "serve --tcp 127.0.0.1:2087"))
@click.option("--tcp", metavar="HOST:PORT", help="Listen there instead of using stdin and stdout.")
def serve(tcp: str | None) -> int:
    """Start the language server, on standard input and output."""
    address = None if tcp is None else _address(tcp)
    from docstring_lsp.server import app

    return app.serve_stdio() if address is None else app.serve_tcp(*address)


def _address(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not port.isdecimal() or int(port) > 65_535:
        raise click.BadParameter(f"{text!r} is not HOST:PORT", param_hint="--tcp")
    return host.strip("[]") or "127.0.0.1", int(port)


COMMAND = serve
