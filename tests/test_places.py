"""Where a user's own files stand: just where `platformdirs` puts them."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from docstring_lsp import places


@pytest.mark.parametrize("variable", ["XDG_CACHE_HOME", "XDG_CONFIG_HOME"])
@pytest.mark.parametrize("value", ["/somewhere", "", " ", None])
def test_they_stand_where_others_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, variable: str, value: str | None
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    if value is None:
        monkeypatch.delenv(variable, raising=False)
    else:
        monkeypatch.setenv(variable, value)
    assert places.cache() == platformdirs.user_cache_dir("docstring-lsp", appauthor=False)
    assert places.config() == platformdirs.user_config_dir("docstring-lsp", appauthor=False)
