"""Every error this package raises on purpose.

::

    DocstringLspError
    ├── UsageError               the user asked for something that cannot be done
    │   ├── SettingError         a setting has a wrong name or value, and where it came from
    │   └── UnknownNameError     no such style, provider, setting or symbol; names the nearest
    ├── FileError                a file or folder cannot be read or written
    ├── SourceError              text that cannot be read as Python
    │   ├── DecodeError          bytes that are not text in the declared encoding
    │   └── ParseRefusedError    a definition the parser cannot read
    ├── EditRefusedError         an edit that could not be proven to leave the code as it is
    └── StaleDocumentError       the document moved on while the answer was computed

Each message is one line that says what happened, where, and what to do. The faces map
the first group to exit status 2 and keep going after the others.
"""

from __future__ import annotations

from collections.abc import Iterable


class DocstringLspError(Exception):
    """The root of the tree."""


class UsageError(DocstringLspError):
    """The user asked for something that cannot be done as asked."""


class SettingError(UsageError):
    """A setting has a wrong name or value.

    Args:
        message: What is wrong.
        origin: Where the setting was read, such as ``pyproject.toml`` or ``command line``.
    """

    def __init__(self, message: str, origin: str) -> None:
        super().__init__(f"{origin}: {message}")
        self.origin = origin


class UnknownNameError(UsageError):
    """A name that is not among the known ones.

    Args:
        kind: What was named, such as ``style``.
        name: The name that was given.
        known: Every name that would have been accepted.
        where: The place that was searched, where that helps, such as a path.
    """

    def __init__(self, kind: str, name: str, known: Iterable[str], where: str = "") -> None:
        from difflib import get_close_matches

        self.kind, self.name, self.known = kind, name, tuple(known)
        near = get_close_matches(name, self.known, n=1, cutoff=0.5)
        hint = f" Did you mean {near[0]!r}?" if near else ""
        shown = ", ".join(self.known[:20]) + (", …" if len(self.known) > 20 else "")
        place = f" in {where}" if where else ""
        listing = f" Known: {shown}." if shown else " None is known."
        super().__init__(f"unknown {kind} {name!r}{place}.{hint}{listing}")


class FileError(DocstringLspError):
    """A file or folder that cannot be read or written; the message starts with its path."""


class SourceError(DocstringLspError):
    """Text that cannot be read as Python."""


class DecodeError(SourceError):
    """Bytes that are not text in the encoding the file declares."""


class ParseRefusedError(SourceError):
    """A definition that the parser cannot read."""


class EditRefusedError(DocstringLspError):
    """An edit that could not be proven to leave the code as it is."""


class StaleDocumentError(DocstringLspError):
    """The document changed while the answer was computed."""
