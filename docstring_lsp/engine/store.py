"""Where answers are kept, as the settings say: on this machine, or where a team keeps them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from urllib.parse import urlsplit

from docstring_lsp.cache import Cache
from docstring_lsp.errors import SettingError, UsageError
from docstring_lsp.providers.address import is_loopback
from docstring_lsp.settings.model import Settings
from docstring_lsp.shared_cache import Store


def store(settings: Settings, environment: Mapping[str, str] | None) -> Store:
    """Return the store.

    Args:
        settings: The settings.
        environment: The environment's variables; the process's own if None.

    Raises:
        SettingError: If what is set cannot be used.
    """
    if not settings.cache_url:
        return Cache()
    from docstring_lsp.shared_cache import SECRET_VARIABLE, SharedCache

    host = urlsplit(settings.cache_url).hostname or ""
    if settings.offline and not is_loopback(host):
        return Cache()
    variables = os.environ if environment is None else environment
    try:
        return SharedCache(settings.cache_url, variables.get(SECRET_VARIABLE, ""))
    except UsageError as error:
        raise SettingError(str(error), "cache-url") from None
