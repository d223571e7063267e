"""The tables of single providers: ``[providers.NAME]`` in, checked endpoints out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from docstring_lsp.errors import SettingError, UnknownNameError
from docstring_lsp.settings.model import Endpoint, camel, kebab


def endpoints(value: object, origin: str) -> Mapping[str, Endpoint]:
    """Return what is set for each provider.

    Args:
        value: The tables as they were read. No value of theirs is shown in an error: headers
            may be secret.
        origin: Where they were read.

    Raises:
        SettingError: If one has an unknown key, or a value of the wrong kind.
    """
    if not isinstance(value, Mapping):
        raise SettingError("'providers' is not a table; write [providers.NAME]", origin)
    return {str(name): _endpoint(str(name), table, origin) for name, table in value.items()}


def _endpoint(provider: str, table: object, origin: str) -> Endpoint:
    if isinstance(table, Endpoint):
        return table
    where = f"providers.{provider}"
    if not isinstance(table, Mapping):
        raise SettingError(f"{where!r} is not a table", origin)
    known = {spell(f.name): f.name for f in fields(Endpoint) for spell in (camel, kebab)}
    given: dict[str, object] = {}
    for key, value in table.items():
        if key not in known:
            names = sorted({kebab(f.name) for f in fields(Endpoint)})
            raise SettingError(str(UnknownNameError("key", str(key), names, where)), origin)
        given[known[key]] = _checked(f"{where}.{key}", value, known[key], origin)
    return Endpoint(**given)  # type: ignore[arg-type]


def _checked(where: str, value: object, name: str, origin: str) -> object:
    if name != "headers":
        if isinstance(value, str):
            return value
        raise SettingError(f"{where!r} is not a text", origin)
    if isinstance(value, Mapping) and all(
        isinstance(each, str) for pair in value.items() for each in pair
    ):
        return dict(value)
    raise SettingError(f"{where!r} is not a table of texts", origin)
