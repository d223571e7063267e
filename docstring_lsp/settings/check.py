"""Unchecked values in, settings out, or one error that names the value and its origin.

`Settings` is a plain dataclass, and pydantic's model is made from it when there is a value that
has to be converted or refused; values that are exactly of the declared type need neither. So
most starts import neither pydantic (65 ms, against 17 for all of ``python -c "import ast"``)
nor pydantic-settings (90 ms more), which reads the ``DOCSTRING_LSP_`` variables where any is set.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from docstring_lsp.errors import SettingError
from docstring_lsp.settings.endpoints import endpoints
from docstring_lsp.settings.model import Settings, kebab


def checked(values: Mapping[str, object], origins: Mapping[str, str]) -> Settings:
    """Return the settings that values stand for.

    Args:
        values: By field name.
        origins: Where each was read, for the error's sake.

    Raises:
        SettingError: If a value is of the wrong kind.
    """
    if "providers" in values:
        tables = endpoints(values["providers"], origins["providers"])
        values = {**values, "providers": tables}
    ready = {name: _ready(value) for name, value in values.items()}
    hints = get_type_hints(Settings)
    limits = {f.name: f.metadata.get("limits", {}) for f in fields(Settings)}
    if all(_is_exactly(v, hints[name], limits[name]) for name, v in ready.items()):
        return Settings(**ready)
    return _validated(values, origins)


def _ready(value: object) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _is_exactly(value: object, hint: Any, limits: Mapping[str, int]) -> bool:
    """Return whether a value needs no conversion; False wherever that is not plain to see."""
    if get_origin(hint) in (Union, UnionType):
        return any(_is_exactly(value, option, limits) for option in get_args(hint))
    if get_origin(hint) is Literal:
        return any(type(value) is type(choice) and value == choice for choice in get_args(hint))
    if get_origin(hint) is tuple:
        return type(value) is tuple and {type(item) for item in value} <= {get_args(hint)[0]}
    return type(value) is hint and all(
        _LIMITS[name](value, limit) for name, limit in limits.items()
    )


_LIMITS: Mapping[str, Callable[[Any, Any], bool]] = {
    "ge": operator.ge,
    "gt": operator.gt,
    "le": operator.le,
}


def _validated(values: Mapping[str, object], origins: Mapping[str, str]) -> Settings:
    from pydantic import ValidationError

    checker = _checker()
    try:
        checked = checker.model_validate(dict(values))
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        what = first["msg"][:1].lower() + first["msg"][1:]
        message = f"{kebab(name)!r} has the value {values[name]!r}: {what}"
        raise SettingError(message, origins[name]) from error
    return Settings(**{name: getattr(checked, name) for name in values})


def as_pydantic() -> dict[str, Any]:
    """Return the fields of `Settings` as pydantic's ``create_model`` takes them."""
    from pydantic import Field

    hints = get_type_hints(Settings)
    return {
        f.name: (hints[f.name], Field(**_default(f), **f.metadata.get("limits", {})))
        for f in fields(Settings)
    }


def _default(field: Field[Any]) -> dict[str, Any]:
    if field.default_factory is not MISSING:
        return {"default_factory": field.default_factory}
    return {"default": field.default}


@cache
def _checker() -> Any:
    from pydantic import ConfigDict, create_model

    return create_model("Checked", __config__=ConfigDict(extra="forbid"), **as_pydantic())
