"""The cache gives back what was kept, and nothing that somebody else has put there."""

from __future__ import annotations

import errno
import os
import pickle
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from docstring_lsp.cache import Cache
from docstring_lsp.text_rows import LONGEST

posix = pytest.mark.skipif(os.name != "posix", reason="a thing of POSIX systems")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "answers"


def test_what_is_kept_is_given_back(folder: Path) -> None:
    cache = Cache(folder)
    assert cache.get("key") is None
    cache.set("key", "a text\n\u2028\x00 of any kind 👩")
    assert cache.get("key") == "a text\n\u2028\x00 of any kind 👩"
    cache.close()
    again = Cache(folder)
    assert again.get("key") == "a text\n\u2028\x00 of any kind 👩"
    again.delete("key")
    assert again.get("key") is None
    again.close()


def test_a_long_text_stays_in_the_database_and_a_longer_one_is_not_kept(folder: Path) -> None:
    cache = Cache(folder)
    cache.set("long", "x" * LONGEST)
    cache.set("longer", "x" * (LONGEST + 1))
    assert (cache.get("long"), cache.get("longer")) == ("x" * LONGEST, None)
    cache.close()
    assert {path.name.partition("-")[0] for path in folder.iterdir()} == {"cache.db"}


def test_a_time_that_is_over_is_over(folder: Path) -> None:
    cache = Cache(folder)
    cache.set("key", "text", ttl=0.05)
    assert cache.get("key") == "text"
    time.sleep(0.1)
    assert cache.get("key") is None
    cache.close()


def test_one_of_several_adds(folder: Path) -> None:
    cache, other = Cache(folder), Cache(folder)
    assert cache.add("claim", "a", ttl=60)
    assert not other.add("claim", "b", ttl=60)
    cache.delete("claim")
    assert other.add("claim", "b", ttl=60)
    cache.close()
    other.close()


def test_it_is_counted_and_cleared(folder: Path) -> None:
    cache = Cache(folder)
    assert cache.stats()["entries"] == 0
    for number in range(5):
        cache.set(str(number), "text")
    assert cache.stats()["entries"] == 5
    assert cache.stats()["bytes"] > 0
    cache.clear()
    assert cache.stats()["entries"] == 0
    cache.close()


def test_it_keeps_within_its_size(folder: Path) -> None:
    cache = Cache(folder, size_limit=200_000)
    for number in range(60):
        cache.set(str(number), "x" * 10_000)
    assert cache.stats()["bytes"] < 400_000
    assert cache.get("59") is not None
    cache.close()


@posix
def test_the_folder_is_the_users_alone(folder: Path) -> None:
    folder.mkdir(mode=0o777)
    folder.chmod(0o777)
    cache = Cache(folder)
    cache.set("key", "text")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    cache.close()


# Somebody writes into it.


class Bomb:
    """Makes a file where it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> Any:
        return (Path.touch, (self.path,))


def changed(folder: Path, *statements: tuple[str, tuple[Any, ...]]) -> None:
    with closing(sqlite3.connect(folder / "cache.db")) as database, database:
        for statement, values in statements:
            database.execute(statement, values)


Attack = Callable[[Path, Path], list[tuple[str, tuple[Any, ...]]]]

ATTACKS: dict[str, Attack] = {
    "a pickled value": lambda folder, victim: [
        ("UPDATE Cache SET mode = 4, value = ?", (pickle.dumps(Bomb(victim)),))
    ],
    "a pickled key": lambda folder, victim: [
        ("UPDATE Cache SET raw = 0, key = ?", (pickle.dumps(Bomb(victim)),))
    ],
    "a pickle in a file": lambda folder, victim: [
        ("UPDATE Cache SET mode = 4, filename = ?", ("bomb",))
    ],
    "a text in a file elsewhere": lambda folder, victim: [
        ("UPDATE Cache SET mode = 3, value = NULL, filename = ?", ("../secret",))
    ],
    "bytes in a file elsewhere": lambda folder, victim: [
        ("UPDATE Cache SET mode = 2, filename = ?", (str(folder.parent / "secret"),))
    ],
    "a file to be deleted": lambda folder, victim: [
        ("UPDATE Cache SET filename = '../secret', expire_time = 1", ())
    ],
    "bytes": lambda folder, victim: [("UPDATE Cache SET value = ?", (b"bytes",))],
    "a number": lambda folder, victim: [("UPDATE Cache SET value = 1", ())],
    "a text without an end": lambda folder, victim: [
        ("UPDATE Cache SET value = ?", ("x" * (LONGEST + 1),))
    ],
    "a setting that is a method": lambda folder, victim: [
        ("INSERT INTO Settings VALUES ('get', 'x')", ())
    ],
    "a setting that is a statement": lambda folder, victim: [
        ("INSERT INTO Settings VALUES ('sqlite_user_version', '7; DROP TABLE Cache')", ())
    ],
    "a policy that there is not": lambda folder, victim: [
        ("UPDATE Settings SET value = 'x' WHERE key = 'eviction_policy'", ())
    ],
    "a disk of other habits": lambda folder, victim: [
        ("UPDATE Settings SET value = 0 WHERE key = 'disk_min_file_size'", ())
    ],
    "a trigger": lambda folder, victim: [
        ("CREATE TRIGGER t AFTER INSERT ON Cache BEGIN UPDATE Cache SET value = 'x'; END", ())
    ],
    "a view in a table's place": lambda folder, victim: [
        ("DROP TABLE Cache", ()),
        ("CREATE VIEW Cache AS SELECT 1 AS key", ()),
    ],
}


@pytest.mark.parametrize("name", ATTACKS)
def test_what_was_changed_is_a_miss_and_runs_nothing(folder: Path, name: str) -> None:
    secret, victim = folder.parent / "secret", folder.parent / "ran"
    secret.write_text("secret")
    cache = Cache(folder)
    cache.set("key", "text")
    cache.close()
    (folder / "bomb").write_bytes(pickle.dumps(Bomb(victim)))
    changed(folder, *ATTACKS[name](folder, victim))
    cache = Cache(folder)
    assert cache.get("key") is None
    cache.stats()
    cache.set("other", "text")
    cache.set("key", "again")
    assert (cache.get("key"), cache.get("other")) == ("again", "text")
    cache.delete("key")
    cache.clear()
    cache.close()
    assert not victim.exists()
    assert secret.read_text() == "secret"


@posix
@pytest.mark.parametrize("name", ["cache.db", "cache.db-wal"])
def test_a_link_is_not_followed(folder: Path, name: str) -> None:
    folder.mkdir()
    target = folder.parent / "target"
    target.write_bytes(b"mine")
    (folder / name).symlink_to(target)
    cache = Cache(folder)
    cache.set("key", "text")
    assert cache.get("key") is None
    cache.close()
    assert target.read_bytes() == b"mine"


# What goes wrong by itself.


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_file_that_is_no_database_is_made_anew(folder: Path, content: bytes) -> None:
    folder.mkdir(mode=0o700)
    (folder / "cache.db").write_bytes(content)
    cache = Cache(folder)
    cache.set("key", "text")
    assert cache.get("key") == "text"
    cache.close()


def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file" / "answers")
    cache.set("key", "text")
    assert cache.get("key") is None
    assert cache.add("claim", "a", ttl=1)
    assert cache.stats() == {"entries": 0, "bytes": 0}
    cache.clear()
    cache.close()


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may write anywhere")
def test_a_cache_that_is_read_only_still_answers(folder: Path) -> None:
    cache = Cache(folder)
    cache.set("key", "text")
    cache.close()
    (folder / "cache.db").chmod(0o400)
    cache = Cache(folder)
    cache.set("other", "text")
    assert cache.get("other") in (None, "text")
    cache.close()


def test_a_full_disk_is_no_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(folder)
    cache.set("key", "text")

    def full(*_: Any, **__: Any) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(cache._library, "set", full)
    cache.set("other", "text")
    assert (cache.get("key"), cache.get("other")) == ("text", None)

    def failing(*_: Any, **__: Any) -> None:
        raise OSError(errno.ENOSPC, "no space left on device")

    monkeypatch.setattr(cache._library, "set", failing)
    cache.set("other", "text")
    assert cache.get("key") == "text"
    cache.close()


def test_a_clock_that_jumps_gives_no_wrong_answer(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(folder)
    real = time.time
    for jump in (-86_400 * 400, 86_400 * 400, 0):
        monkeypatch.setattr(time, "time", lambda jump=jump: real() + jump)
        cache.set(f"key {jump}", str(jump), ttl=60)
        assert cache.get(f"key {jump}") == str(jump)
    assert cache.get("key 0") == "0"
    cache.close()


def _write(folder: Path, number: int) -> bool:
    cache = Cache(folder)
    for step in range(25):
        cache.set(f"{number} {step}", "x" * 500)
    kept = all(cache.get(f"{number} {step}") == "x" * 500 for step in range(25))
    cache.close()
    return kept


def test_several_processes_lose_nothing(folder: Path) -> None:
    with ProcessPoolExecutor(4, mp_context=get_context("spawn")) as pool:
        assert all(pool.map(_write, [folder] * 4, range(4)))
    cache = Cache(folder)
    assert cache.stats()["entries"] == 100
    cache.close()


KILLED = """
import sys
from pathlib import Path
from docstring_lsp.cache import Cache
cache = Cache(Path(sys.argv[1]))
number = 0
while True:
    cache.set(str(number), str(number) * 1000)
    number += 1
    if number == 20:
        print("ready", flush=True)
"""


@posix
def test_a_writer_that_is_killed_leaves_whole_entries(folder: Path) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(folder)], stdout=subprocess.PIPE, text=True
    )
    with writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        time.sleep(0.05)
        writer.send_signal(signal.SIGKILL)
    cache = Cache(folder)
    entries = cache.stats()["entries"]
    assert entries >= 20
    assert all(cache.get(str(n)) == str(n) * 1000 for n in range(entries))
    cache.set("after", "text")
    assert cache.get("after") == "text"
    cache.close()
