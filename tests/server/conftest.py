"""The project that the tests' editors work in."""

from __future__ import annotations

from pathlib import Path

import pytest

PYPROJECT = '[tool.docstring-lsp]\nstyle = "google"\ntypes = false\n'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose settings say Google."""
    root = tmp_path_factory.mktemp("project")
    (root / ".git").mkdir()
    (root / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    return root
