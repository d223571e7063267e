"""The address of a server as people write it in, the one that is asked out."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from docstring_lsp.errors import UsageError


def address(written: str, *, port: int | None = None) -> str:
    """Return an address with its scheme and port, and no slash at its end.

    A server on this machine may be named by its host and port alone, and by the address it
    listens on (``0.0.0.0``), as some of their own variables do. Quotes that a file of variables
    left around it are no part of it.

    Args:
        written: Such as ``https://example.org/v1``, ``localhost:11434``, ``:1234``.
        port: The one meant where none is named and no scheme either.

    Raises:
        UsageError: If it is no address, or holds a name and password.
    """
    text = written.strip().strip("\"'").strip()
    bare = "://" not in text
    try:
        parts = urlsplit(f"http://{text}" if bare else text)
        host, named = parts.hostname or "127.0.0.1", parts.port
    except ValueError:
        raise UsageError("an address that cannot be read; write https://HOST/PATH") from None
    if parts.username is not None or parts.password is not None:
        raise UsageError("an address with a name and password in it; set a key or header instead")
    if parts.scheme not in ("http", "https"):
        raise UsageError(f"an address that is neither https nor http: {parts.scheme!a}")
    host = _LISTENING.get(host, host)
    scheme = "https" if bare and not is_loopback(host) and port is None else parts.scheme
    shown = f"[{host}]" if ":" in host else host
    number = named if named is not None else (port if bare else None)
    suffix = "" if number is None else f":{number}"
    return f"{scheme}://{shown}{suffix}{parts.path.rstrip('/')}"


def is_loopback(host: str) -> bool:
    """Return whether a host is this machine.

    Names under ``.localhost`` do not count: not every resolver keeps them here.
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


_LISTENING = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104
