"""Where a user's own files stand: settings and what is kept between runs.

Says what `platformdirs` says, and asks it only where that is not plain: importing it takes as
long as a third of starting Python. Imports next to nothing itself; opens nothing.
"""

from __future__ import annotations

import os
import sys

_NAME = "docstring-lsp"
_BY_XDG: bool = sys.platform == "linux" and "ANDROID_DATA" not in os.environ
"""Whether the folders are told by the XDG Base Directory Specification."""


def cache() -> str:
    """Return the folder of what is kept and could be made again."""
    if _BY_XDG:
        return _xdg("XDG_CACHE_HOME", "~/.cache")
    from platformdirs import user_cache_dir

    return user_cache_dir(_NAME, appauthor=False)


def config() -> str:
    """Return the folder of the user's settings."""
    if _BY_XDG:
        return _xdg("XDG_CONFIG_HOME", "~/.config")
    from platformdirs import user_config_dir

    return user_config_dir(_NAME, appauthor=False)


def _xdg(variable: str, otherwise: str) -> str:
    given = os.environ.get(variable, "")
    base = given if given.strip() else os.path.expanduser(otherwise)  # noqa: PTH111
    return os.path.join(base, _NAME)  # noqa: PTH118
