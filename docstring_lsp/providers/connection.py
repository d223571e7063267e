"""How a provider is reached: what it needs, and what it was given.

Values only. Where they come from (environment, keyring, settings of the user's own scope) is
the engine's business; what is sent over them, `docstring_lsp.providers.http`'s.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from pydantic import SecretStr

    from docstring_lsp.providers.http import Http


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """What a provider needs to be reached.

    Attributes:
        base_url: Where its vendor has it.
        model: The model that is asked where the user names none; empty if one must be named
            or is taken from what the server has loaded.
        key_variables: The environment variables that may hold its key, the first that is set
            wins.
        url_variables: The environment variables that may hold its address.
        key_required: Whether it cannot be asked without a key.
        header_variables: Environment variables whose values go along as headers: the
            variable's name and the header's.
        port: The port of its server on this machine, for an address that names none and no
            scheme either (`docstring_lsp.providers.address`).
    """

    base_url: str
    model: str = ""
    key_variables: tuple[str, ...] = ()
    url_variables: tuple[str, ...] = ()
    key_required: bool = True
    header_variables: tuple[tuple[str, str], ...] = ()
    port: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """What a provider was given to be reached.

    Attributes:
        http: What sends and receives.
        base_url: Its address, without a slash at the end.
        model: The model to ask; empty for the provider's own choice.
        key: Its key, bound to the origin of the address; None without one.
        extra: Further headers of the user's own; they may be secret, so they are not shown.
    """

    http: Http
    base_url: str
    model: str = ""
    key: SecretStr | None = None
    extra: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    @property
    def origin(self) -> str:
        """The scheme, host and port of the address."""
        parts = urlsplit(self.base_url)
        return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
