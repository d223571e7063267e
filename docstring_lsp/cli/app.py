"""The command line's entry: arguments in, exit status out, every error one line.

Exit status: 0 fine; 1 findings, or changes that were shown and not written, or a definition
that was refused; 2 something could not be done as asked, a file that could not be read
included, and that outweighs 1, as with ``ruff format``; 130 interrupted; 141 nobody reads on.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from docstring_lsp import __version__, registry
from docstring_lsp.cli import options, streams, terminal
from docstring_lsp.errors import DocstringLspError

if TYPE_CHECKING:
    from docstring_lsp.cli.replay import Recording

COMMANDS = "docstring_lsp.cli.commands"

CANNOT = streams.CANNOT
INTERRUPTED = 130


class Subcommands(click.Group):
    """The subcommands, each imported when it is called for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names of the subcommands."""
        return list(registry.names(COMMANDS))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:  # noqa: ARG002
        """Return a subcommand.

        Raises:
            UnknownNameError: If there is none of that name.
        """
        command: click.Command = registry.load(COMMANDS, cmd_name, "COMMAND", kind="command")
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run a subcommand; one whose reader leaves is done, where click would call it failed."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            streams.leave_pipe()
            raise click.exceptions.Exit(streams.NO_READER) from None


@click.group(
    cls=Subcommands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=options.examples("generate src", "generate src --write", "check src"),
)
@click.version_option(__version__, prog_name="docstring-lsp", message="%(prog)s %(version)s")
@click.option(
    "--log-level",
    type=click.Choice(["debug", "info", "warning", "error"]),
    help="Log the work itself on standard error; of what is sent to models, only sizes and hashes.",
)
@click.pass_context
def app(context: click.Context, log_level: str | None) -> None:
    """Write, check and keep true the docstrings of a Python project."""
    if log_level is not None:
        from docstring_lsp import log

        log.configure(log_level)
    if context.invoked_subcommand is None:
        terminal.note(context.get_help())
        context.exit(CANNOT)


def run(argv: Sequence[str] | None = None, *, recording: Recording | None = None) -> int:
    """Run the command line and return its exit status.

    Args:
        argv: The arguments, without the program's name; those of the process if None.
        recording: Keeps what is written, where it may be told again.
    """
    streams.accept_any_text()
    try:
        status = app.main(
            args=argv, prog_name="docstring-lsp", standalone_mode=False, obj=recording
        )
        if sys.stdout is not None:
            sys.stdout.flush()
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        streams.leave_pipe()
        return streams.NO_READER
    except click.ClickException as error:
        terminal.error(_advised(error))
        return CANNOT
    except DocstringLspError as error:
        terminal.error(str(error))
        return CANNOT
    except Exception as error:  # noqa: BLE001  (a mistake of ours must not look like findings)
        import traceback

        traceback.print_exc()
        terminal.error(f"internal error: {type(error).__name__}: {error}")
        return CANNOT
    return status if isinstance(status, int) else 0


def _advised(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    advice = f" See '{context.command_path} --help'." if context is not None else ""
    message = error.format_message()
    return message + ("" if message.endswith((".", "?", ")")) else ".") + advice
