"""The project that deliverables tell of."""

from tests.deliverables.conftest import evidence, project

__all__ = ["evidence", "project"]
