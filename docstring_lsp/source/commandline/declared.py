"""The values of a command line: its commands and their options, as a module declares them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredOption:
    """An option or an argument.

    Attributes:
        names: Its names as they are typed; an argument has one without dashes.
        help: What is said of it.
        default: As written, or empty.
        choices: What may be given, as far as it is written.
        required: Whether it must be given.
        line: Where it is declared, from 1.
    """

    names: tuple[str, ...]
    help: str = ""
    default: str = ""
    choices: tuple[str, ...] = ()
    required: bool = False
    line: int = 0

    @property
    def is_option(self) -> bool:
        """Whether it is given by name."""
        return self.names[0].startswith("-")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredCommand:
    """A command.

    Attributes:
        name: Its name; empty for what a module declares for no command in particular.
        help: What is said of it.
        options: Its options and arguments, in order.
        parent: The name of the function or variable it is put under, where that is written.
        function: The function that is run; empty for ``argparse``.
        shares: The names of decorators that may add further options.
        line: Where it is declared, from 1.
    """

    name: str
    help: str = ""
    options: tuple[DeclaredOption, ...] = ()
    parent: str = ""
    function: str = ""
    shares: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class CommandLine:
    """What one module declares.

    Attributes:
        commands: Its commands.
        shared: The options that functions hand on as decorators, by the function's name.
    """

    commands: tuple[DeclaredCommand, ...] = ()
    shared: tuple[tuple[str, tuple[DeclaredOption, ...]], ...] = ()
