"""Options and arguments that take one of the names there are, which a shell completes.

The names are looked up when a help or a completion asks for them, so that no command waits for
a listing that it does not need.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import click

Names = Callable[[], Iterable[str]]
Completion = Callable[[click.Context, click.Parameter, str], list[str]]


class NameOption(click.Option):
    """An option that takes a name; ``{names}`` in its help stands for those there are.

    Args:
        *declarations: What it is called.
        names: Looks the names up.
        **settings: What else click is told of it.
    """

    def __init__(self, *declarations: Any, names: Names, **settings: Any) -> None:
        super().__init__(*declarations, shell_complete=completing(names), **settings)
        self.names = names

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option and its help, with the names in it."""
        self.help = (self.help or "").replace("{names}", ", ".join(self.names()))
        return super().get_help_record(ctx)


def completing(names: Names) -> Completion:
    """Return what a shell is offered: the names that begin with what is typed, in any case."""

    def complete(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[str]:
        return [name for name in names() if name.lower().startswith(typed.lower())]

    return complete


def styles() -> Iterable[str]:
    """Return the names of the styles."""
    from docstring_lsp.actions.conventions import styles as listed

    return listed()


def styles_or_auto() -> Iterable[str]:
    """Return the names of the styles, and the one that stands for the project's own."""
    from docstring_lsp.actions.conventions import AUTO

    return (AUTO, *styles())


def providers() -> Iterable[str]:
    """Return the names of the providers."""
    from docstring_lsp.engine.connect import providers as listed

    return listed()


def reports() -> Iterable[str]:
    """Return the names of the forms of results."""
    from docstring_lsp.cli.reports import reports as listed

    return listed()


def rules() -> Iterable[str]:
    """Return the codes of the rules."""
    from docstring_lsp.checks import page

    return page.codes()


def deliverables() -> Iterable[str]:
    """Return the names of the types of document that come with this package."""
    from docstring_lsp.deliverables.kinds import DeliverableType

    return (kind.value for kind in DeliverableType)
