"""Which rules a project asks for: from what its settings say; opens no file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docstring_lsp.checks.selection import ALL, EVERYTHING, Selection
from docstring_lsp.errors import SettingError, UnknownNameError

if TYPE_CHECKING:
    from docstring_lsp.settings.model import Resolved

_NAMES = ("select", "extend_select", "ignore", "per_file_ignores")


def selection(resolved: Resolved) -> Selection:
    """Return which rules the settings ask for.

    Raises:
        SettingError: If they name a rule that does not exist; says where.
    """
    settings = resolved.settings
    if all(resolved.origin(name) == "default" for name in _NAMES):
        return EVERYTHING
    from docstring_lsp.checks.run import all_codes

    codes = all_codes()
    for name in _NAMES:
        value = getattr(settings, name)
        lists = value.values() if isinstance(value, dict) else (value,)
        for each in (code for listed in lists for code in listed):
            if each != ALL and not any(code.startswith(each) for code in codes):
                raise SettingError(
                    str(UnknownNameError("rule", each, codes)), resolved.origin(name)
                )
    return Selection(
        select=(*settings.select, *settings.extend_select),
        ignore=settings.ignore,
        per_file_ignores=settings.per_file_ignores,
    )
