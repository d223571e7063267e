"""How providers are reached: settings, environment and keys in, who can be asked out.

What decides whom the program talks to comes from the user's own scope alone, which the settings
see to. Sends nothing and knows no vendor: what each needs, its `Access` says.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from docstring_lsp import registry
from docstring_lsp.engine.select import AUTO, Candidate
from docstring_lsp.errors import SettingError, UnknownNameError, UsageError
from docstring_lsp.providers.address import address, is_loopback
from docstring_lsp.providers.base import Provider
from docstring_lsp.providers.connection import Access, Connection
from docstring_lsp.settings.model import Endpoint, Resolved, Settings, personal

if TYPE_CHECKING:
    from pydantic import SecretStr

    from docstring_lsp.providers.http import Http

PROVIDERS = "docstring_lsp.providers.adapters"
PROVIDERS_GROUP = "docstring_lsp.providers"
EMBEDDED = "static"
"""The author that works from the code alone."""

Keys = Callable[[str, Access, str], "SecretStr | None"]
"""From a provider's name, what it needs and the origin that is asked to its key."""


def providers() -> tuple[str, ...]:
    """Return the names of the providers that there are."""
    return registry.names(PROVIDERS, PROVIDERS_GROUP)


def provider(name: str) -> type[Provider]:
    """Return the provider of that name.

    Raises:
        UnknownNameError: If there is none.
    """
    found: type[Provider] = registry.load(
        PROVIDERS, name, "PROVIDER", kind="provider", group=PROVIDERS_GROUP
    )
    return found


def personal_of(resolved: Resolved) -> Settings:
    """Return what of the settings of a place says who is asked and how.

    Raises:
        SettingError: If a provider is named that there is not; says where.
    """
    settings = resolved.settings
    told = {
        "provider": (settings.provider,),
        "fallback": (settings.fallback,),
        "providers": tuple(settings.providers),
    }
    for field, names in told.items():
        for name in names:
            if name not in (AUTO, "", EMBEDDED) and name not in providers():
                unknown = UnknownNameError("provider", name, providers())
                raise SettingError(str(unknown), resolved.origin(field))
    return personal(settings)


def named(settings: Settings) -> tuple[str, ...]:
    """Return the models' providers that the user has named, the one that is asked first."""
    told = (settings.provider, settings.fallback, *settings.providers)
    return tuple(dict.fromkeys(name for name in told if name not in ("", EMBEDDED)))


def asking(settings: Settings, name: str) -> Settings:
    """Return the settings with another provider to be asked.

    Raises:
        UsageError: If the user has not named it: whom to ask is not for a caller to say.
    """
    if name == settings.provider:
        return settings
    if name not in (EMBEDDED, *named(settings)):
        raise UsageError(f"{name} is not set up; add [providers.{name}] to the user's own settings")
    # The model and the fallback were meant for the other one.
    return replace(settings, provider=name, model="", fallback="")


class Directory:
    """Who can be asked, and how each is reached.

    Args:
        settings: What the user has set.
        environment: The environment's variables.
        keys: Gives the keys that the environment does not hold.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        environment: Mapping[str, str] | None = None,
        keys: Keys | None = None,
    ) -> None:
        self._settings = settings
        self._environment = os.environ if environment is None else environment
        self._keys = keys

    def candidates(self) -> tuple[Candidate, ...]:
        """Return who might be asked to answer a prompt, with what each lacks."""
        return tuple(
            Candidate(
                name=name,
                capabilities=provider(name).capabilities,
                missing=self.missing(name),
                chosen=self._is_set_up(name),
            )
            for name in providers()
            if name != EMBEDDED
        )

    def missing(self, name: str) -> str:
        """Return why a provider cannot be asked, and what to do; empty if it can be."""
        access = provider(name).access
        if access is None:
            return ""
        try:
            origin = _origin(self.base_url(name))
        except UsageError as error:
            return str(error)
        host = urlsplit(origin).hostname or ""
        if origin.startswith("http://") and not is_loopback(host):
            return f"{origin} is not safe to send to; use https"
        if self._settings.offline and not is_loopback(host):
            return "not asked, since `offline` is set"
        if access.key_required and self._key(name, access, origin) is None:
            return f"no key; set {access.key_variables[0]}" if access.key_variables else "no key"
        return ""

    def base_url(self, name: str) -> str:
        """Return the address of a provider.

        Raises:
            SettingError: If what is set is no address.
        """
        access = _access(name)
        told = self._endpoint(name).base_url
        variable = next((v for v in access.url_variables if self._environment.get(v)), "")
        where = f"base-url of [providers.{name}]" if told else f"environment variable {variable}"
        written = told or self._environment.get(variable, "") or access.base_url
        try:
            return address(written, port=access.port)
        except UsageError as error:
            raise SettingError(str(error), where) from None

    def origin(self, name: str) -> str:
        """Return the scheme, host and port of a provider's address, to which its key is bound.

        Raises:
            SettingError: If what is set is no address.
        """
        return _origin(self.base_url(name))

    def variable(self, name: str) -> str:
        """Return the environment variable that holds a provider's key; empty if none does."""
        variables = _access(name).key_variables
        return next((v for v in variables if self._environment.get(v, "").strip()), "")

    def model(self, name: str) -> str:
        """Return the model that a provider is asked for; empty for its own choice."""
        own = self._settings.model if name == self._settings.provider else ""
        return own or self._endpoint(name).model or _access(name).model

    def connection(self, name: str, http: Http, model: str = "") -> Connection | None:
        """Return how a provider is reached; None for one that needs no network.

        Args:
            name: The provider.
            http: What sends and receives.
            model: The model to ask in place of the one that is set.

        Raises:
            SettingError: If what is set for it cannot be used.
        """
        access = provider(name).access
        if access is None:
            return None
        base_url = self.base_url(name)
        headers = dict(self._endpoint(name).headers)
        for variable, header in access.header_variables:
            if value := self._environment.get(variable):
                headers.setdefault(header, value)
        return Connection(
            http=http,
            base_url=base_url,
            model=model or self.model(name),
            key=self._key(name, access, _origin(base_url)),
            extra=tuple(headers.items()),
        )

    def _endpoint(self, name: str) -> Endpoint:
        return self._settings.providers.get(name, Endpoint())

    def _is_set_up(self, name: str) -> bool:
        """Return whether the user has said that a provider may be asked.

        A key in the environment says so only where the user leaves the choice to us: somebody
        who names one provider has not agreed that another one sees the code.
        """
        settings, access = self._settings, provider(name).access
        if name in (settings.provider, settings.fallback) or name in settings.providers:
            return True
        if settings.provider != AUTO or access is None:
            return False
        variables = (*access.key_variables, *access.url_variables)
        return any(self._environment.get(variable) for variable in variables)

    def _key(self, name: str, access: Access, origin: str) -> SecretStr | None:
        if variable := self.variable(name):
            from pydantic import SecretStr

            return SecretStr(self._environment[variable].strip())
        return self._keys(name, access, origin) if self._keys is not None else None


def _access(name: str) -> Access:
    return provider(name).access or Access(base_url="http://127.0.0.1", key_required=False)


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
