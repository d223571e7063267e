"""The user's keys in the system's keyring or an editor's care: an origin in, its key out.

A key is bound to the origin it was stored for, an editor's to the first that its provider is
asked at: it is not found for another, so that no change of an address sends it elsewhere. It is a
``SecretStr`` from the first moment on. Where there is no keyring there are no keys in it, which is
an error only for who wants to store one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from docstring_lsp.errors import UsageError
from docstring_lsp.providers.connection import Access

if TYPE_CHECKING:
    from pydantic import SecretStr

SERVICE = "docstring-lsp"
"""What the keyring knows our entries by."""

_LISTING = "origins"
"""The entry that lists the others, since a keyring cannot be asked for its names."""


def find(name: str, access: Access, origin: str) -> SecretStr | None:
    """Return the key that is kept for an origin; None where there is none.

    Args:
        name: The provider's name, under which an editor keeps its key; in the keyring it decides
            nothing.
        access: What the provider needs.
        origin: Where it will be sent.
    """
    if not access.key_variables:
        return None
    try:
        with _told() as keyring:
            kept = keyring.get_password(SERVICE, origin.lower())
    except UsageError:
        kept = None
    if kept:
        from pydantic import SecretStr

        return SecretStr(kept)
    if name in _HELD and _BOUND.setdefault(name, origin.lower()) == origin.lower():
        return _HELD[name]
    return None


_HELD: dict[str, SecretStr] = {}
_BOUND: dict[str, str] = {}


def hold(keys: Mapping[str, str]) -> None:
    """Take over the keys that an editor keeps, for as long as this process runs.

    Args:
        keys: Each by its provider's name.
    """
    _HELD.clear()
    _BOUND.clear()
    if keys:
        from pydantic import SecretStr

        _HELD.update({name: SecretStr(key) for name, key in keys.items()})


def put(origin: str, key: SecretStr) -> None:
    """Keep a key for an origin.

    Raises:
        UsageError: If there is no keyring, or it refuses.
    """
    place = origin.lower()
    with _told() as keyring:
        keyring.set_password(SERVICE, place, key.get_secret_value())
        _list(keyring, {*_listed(keyring), place})


def delete(origin: str) -> bool:
    """Delete the key of an origin, and return whether there was one.

    Raises:
        UsageError: If there is no keyring, or it refuses.
    """
    place = origin.lower()
    with _told() as keyring:
        if keyring.get_password(SERVICE, place) is None:
            return False
        keyring.delete_password(SERVICE, place)
        _list(keyring, {*_listed(keyring)} - {place})
    return True


def origins() -> tuple[str, ...]:
    """Return the origins for which a key is kept.

    Raises:
        UsageError: If there is no keyring, or it refuses.
    """
    with _told() as keyring:
        return tuple(_listed(keyring))


def _listed(keyring: Any) -> list[str]:
    listed = keyring.get_password(SERVICE, _LISTING) or ""
    return [place for place in listed.split("\n") if place]


def _list(keyring: Any, places: set[str]) -> None:
    keyring.set_password(SERVICE, _LISTING, "\n".join(sorted(places)))


@contextmanager
def _told() -> Iterator[Any]:
    """Give the keyring; what it raises becomes an error that a user can read."""
    try:
        import keyring
    except ImportError:
        raise UsageError(
            "there is no keyring: install docstring-lsp[keys], or set the key's variable"
        ) from None
    try:
        yield keyring
    except UsageError:
        raise
    except Exception as error:  # noqa: BLE001  (each system's keyring raises its own)
        raise UsageError(
            f"the system's keyring cannot be used ({type(error).__name__}); "
            "set the key's environment variable instead"
        ) from None
