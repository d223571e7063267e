"""The disk: a regular file's bytes in, bytes out, a file replaced whole or not at all.

Knows neither text nor Python; each failure is one line that starts with the file's path.
"""

from __future__ import annotations

import os
import re
import stat
from contextlib import suppress
from errno import EACCES
from pathlib import Path

from docstring_lsp import witness
from docstring_lsp.errors import FileError

_OPEN = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
)
_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


_SECRET = re.compile(
    r"\.env(\.(?!example$|sample$|template$|dist$).*)?"
    r"|.*\.(pem|key|p12|pfx|jks|keystore|kdbx)|id_(rsa|dsa|ecdsa|ed25519)"
    r"|[._]netrc|\.(pgpass|pypirc|npmrc|htpasswd|git-credentials)",
    re.IGNORECASE,
)
"""Names of files that hold keys. They are nobody's to read here, whoever names them."""


def read_bytes(path: Path) -> bytes:
    """Return a regular file's bytes; never waits for a pipe or a device, never reads keys.

    Raises:
        FileError: If it cannot be read, is no regular file, or holds keys by its name.
    """
    if _SECRET.fullmatch(path.name) or _SECRET.fullmatch(_target(path)):
        raise FileError(f"{path}: is not read: files of that name hold keys")
    try:
        # A device may act on being opened, so its kind is asked before; a pipe may take the
        # file's place in between, so it is asked again after.
        _refuse_irregular(path, os.stat(path).st_mode)  # noqa: PTH116
        descriptor = os.open(path, _OPEN)
        with open(descriptor, "rb") as file:
            _refuse_irregular(path, os.fstat(descriptor).st_mode)
            data = file.read()
        witness.was_read(path, data)
        return data
    except (OSError, ValueError) as error:
        witness.was_read(path, None)
        raise FileError(f"{path}: cannot be read: {reason(error)}") from error


def replace(path: Path, data: bytes) -> None:
    """Put bytes in a file's place: after a crash the old file or the new one is there, whole.

    Permissions are kept, and the owner where the system allows it. Of a link the target is
    replaced. Another name of the same file (a hard link) keeps the old content.

    Raises:
        FileError: If it cannot be written.
    """
    try:
        _replace(Path(os.path.realpath(path)), data)
    except OSError as error:
        raise FileError(f"{path}: cannot be written: {reason(error)}") from error


def create(path: Path) -> None:
    """Make an empty file.

    Raises:
        FileError: If it cannot be made.
    """
    try:
        path.open("xb").close()
    except OSError as error:
        raise FileError(f"{path}: cannot be written: {reason(error)}") from error


def _target(path: Path) -> str:
    """Return the name of what a path leads to."""
    try:
        return Path(os.path.realpath(path)).name if path.is_symlink() else ""
    except (OSError, ValueError):
        return ""


def _refuse_irregular(path: Path, mode: int) -> None:
    for is_kind, name in _KINDS:
        if is_kind(mode):
            raise FileError(f"{path}: cannot be read: it is {name}, not a file")


def reason(error: OSError | ValueError) -> str:
    """Return what the system says, as the end of a sentence."""
    strerror = getattr(error, "strerror", None) or str(error)
    return strerror[:1].lower() + strerror[1:]


def _replace(target: Path, data: bytes) -> None:
    """Write beside the target, then rename: a rename happens wholly or not at all."""
    import tempfile

    status = target.stat()
    if not os.access(target, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        raise PermissionError(EACCES, "permission denied")
    descriptor, name = tempfile.mkstemp(
        prefix=f".{target.name[:100]}.", suffix=".tmp", dir=target.parent
    )
    try:
        with open(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        _take_over(Path(name), target, status)
        os.replace(name, target)  # noqa: PTH105  (a rename of strings, as the docs promise it)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    _sync_folder(target.parent)


def _take_over(new: Path, old: Path, status: os.stat_result) -> None:
    """Give the new file the old one's owner, attributes and permissions, in this order.

    A change of owner clears the set-user bits, so the permissions come last.
    """
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(new, status.st_uid, status.st_gid)
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for name in os.listxattr(old):
                os.setxattr(new, name, os.getxattr(old, name))
    new.chmod(stat.S_IMODE(status.st_mode))


def _sync_folder(folder: Path) -> None:
    """Make the rename itself last through a power cut, where folders can be synced."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
