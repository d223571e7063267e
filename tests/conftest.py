"""What holds for every test, wherever and by whomever they are run."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

FOLDERS = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "LOCALAPPDATA")


@pytest.fixture(scope="session", autouse=True)
def user_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A user with nothing set up, for programs that tests start, too."""
    before = {name: os.environ.get(name) for name in FOLDERS}
    for name in FOLDERS:
        os.environ[name] = str(tmp_path_factory.mktemp(name.lower()))
    yield
    for name, value in before.items():
        if value is None:
            del os.environ[name]
        else:
            os.environ[name] = value


@pytest.fixture(scope="session", autouse=True)
def interruptions() -> Iterator[None]:
    """Ctrl-C reaches the programs that tests start, also where a shell runs it all behind itself.

    Such a shell has it ignored, and whoever is started inherits that.
    """
    before = signal.getsignal(signal.SIGINT)
    if before is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
