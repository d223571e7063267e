"""What is walked, what can be read, and that a file is written whole or not at all."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from docstring_lsp import files
from docstring_lsp.errors import DecodeError, FileError
from docstring_lsp.settings.model import Settings
from docstring_lsp.source.text import SourceText

posix = pytest.mark.skipif(os.name != "posix", reason="a thing of POSIX systems")


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The root of a version-controlled tree, and the current folder."""
    folder = tmp_path / "tree"
    (folder / ".git").mkdir(parents=True)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """A folder in which this process, root or not, is nobody special."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65534)
    try:
        yield folder
    finally:
        if is_root:
            os.seteuid(0)
        for shut in [folder, *folder.rglob("*")]:
            shut.chmod(0o700)
        shutil.rmtree(folder)


def plant(root: Path, *names: str) -> None:
    """Make files, empty ones; a name with ``=`` has text behind it."""
    for name in names:
        path, _, text = name.partition("=")
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text.replace(";", "\n"))


def walked(*paths: str, **settings: object) -> list[str]:
    found = files.walk([Path(p) for p in paths or (".",)], Settings(**settings))  # type: ignore[arg-type]
    return [p.as_posix() for p in found]


# Walking.

WALKS = {
    "Python files, a folder's own before its folders', in the order of names": (
        ["b.py", "a.pyi", "c.pyw", "d.txt", "a/z.py", "a/b/y.py", "B.py"],
        {},
        ["B.py", "a.pyi", "b.py", "c.pyw", "a/z.py", "a/b/y.py"],
    ),
    "what tools make is left out": (
        ["a.py", ".venv/x.py", "build/x.py", "node_modules/x.py", "p/__pycache__/x.py"],
        {},
        ["a.py"],
    ),
    "unless it is asked for": (["a.py", "build/x.py"], {"exclude": ()}, ["a.py", "build/x.py"]),
    "patterns are those of .gitignore": (
        ["a.py", "x/gen_a.py", "x/gen/b.py", "gen/b.py", "x/keep.py"],
        {"extend_exclude": ("gen_*.py", "/gen")},
        ["a.py", "x/keep.py", "x/gen/b.py"],
    ),
    "what git ignores is left out": (
        [".gitignore=out/;*_pb2.py", "a.py", "a_pb2.py", "p/b_pb2.py", "p/out/c.py"],
        {},
        ["a.py"],
    ),
    "unless it is asked for too": (
        [".gitignore=a.py", "a.py"],
        {"respect_gitignore": False},
        ["a.py"],
    ),
    "a nearer .gitignore overrules": (
        [".gitignore=*_pb2.py", "p/.gitignore=!keep_pb2.py", "p/keep_pb2.py", "p/x_pb2.py"],
        {},
        ["p/keep_pb2.py"],
    ),
    "an anchored pattern counts from its own folder": (
        ["p/.gitignore=/local.py", "p/local.py", "local.py", "p/q/local.py"],
        {},
        ["local.py", "p/q/local.py"],
    ),
    "a pattern that means nothing is passed over": (
        [".gitignore=!;***/;b.py", "a.py", "b.py"],
        {},
        ["a.py"],
    ),
    "what this clone alone ignores is left out": (
        [".git/info/exclude=mine.py", "a.py", "mine.py"],
        {},
        ["a.py"],
    ),
}


@pytest.mark.parametrize(("names", "settings", "expected"), WALKS.values(), ids=WALKS)
def test_walk(
    tree: Path, names: list[str], settings: dict[str, object], expected: list[str]
) -> None:
    plant(tree, *names)
    assert walked(**settings) == expected


@pytest.mark.parametrize(
    ("config", "named"),
    [
        ("", "home/.config/git/ignore"),
        ("[core]\n\texcludesFile = ~/mine.txt\n", "home/mine.txt"),
        ('[user]\n\tname = A\n[core]\n\tautocrlf = input\n\texcludesfile="~/mine"\n', "home/mine"),
    ],
)
def test_the_users_own_excludes_file_holds_in_a_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, config: str, named: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    for name, text in {
        named: "*_local.py\n",
        "home/.gitconfig": config,
        "repository/.git/HEAD": "",
        "repository/a.py": "",
        "repository/a_local.py": "",
        "repository/kept/.gitignore": "!b_local.py\n",
        "repository/kept/b_local.py": "",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    repository = tmp_path / "repository"
    found = [p.relative_to(repository).as_posix() for p in files.walk([repository], Settings())]
    assert found == ["a.py", "kept/b_local.py"]


def test_gitignore_above_the_folder_holds(tree: Path) -> None:
    plant(tree, ".gitignore=*_pb2.py", "p/a_pb2.py", "p/a.py")
    assert walked("p") == ["p/a.py"]


def test_what_is_named_is_taken(tree: Path) -> None:
    """A file or folder that is named is meant, whatever the patterns say of it."""
    plant(tree, ".gitignore=ignored/", "build/x.py", "ignored/y.py", "tool")
    named = ["build/x.py", "tool", "missing.py"]
    assert walked(*named) == named
    assert walked("build") == ["build/x.py"]
    assert walked("ignored") == ["ignored/y.py"]


def test_unless_exclusion_is_forced(tree: Path) -> None:
    plant(tree, "build/x.py", "a.py")
    assert walked("build/x.py", "a.py", force_exclude=True) == ["a.py"]


def test_each_file_once(tree: Path) -> None:
    plant(tree, "p/a.py", "p/b.py")
    assert walked("p/b.py", "p", "p/a.py", ".") == ["p/b.py", "p/a.py"]


def test_patterns_count_from_the_projects_file(tree: Path) -> None:
    plant(tree, "inner/gen/a.py", "inner/p/gen/b.py")
    settings = Settings(extend_exclude=("/gen",))
    found = files.walk([Path("inner")], settings, root=tree / "inner")
    assert [p.as_posix() for p in found] == ["inner/p/gen/b.py"]


@posix
def test_links_are_followed_once_and_last(tree: Path) -> None:
    plant(tree, "real/a.py", "real/deep/b.py")
    Path("a_link").symlink_to("real")
    Path("a_link.py").symlink_to("real/a.py")
    Path("real/deep/up").symlink_to(tree)
    Path("real/self.py").symlink_to("self.py")
    Path("real/.#lock.py").symlink_to("nobody@nowhere:1")
    assert walked() == ["real/a.py", "real/deep/b.py"]


@posix
def test_what_is_no_file_is_passed_over(tree: Path) -> None:
    plant(tree, "real/a.py")
    os.mkfifo("pipe.py")
    Path("dangling.py").symlink_to("nowhere.py")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s.py")
    assert walked() == ["real/a.py"]


@posix
def test_a_link_leads_elsewhere(tree: Path, tmp_path: Path) -> None:
    plant(tmp_path / "other", "x.py", "y.py")
    Path("z").symlink_to(tmp_path / "other")
    Path("y.py").symlink_to(tmp_path / "other" / "y.py")
    assert walked() == ["y.py", "z/x.py"]


@posix
def test_a_folder_that_cannot_be_listed_is_told_of(unprivileged: Path) -> None:
    plant(unprivileged, "shut/a.py", "open/b.py")
    shut = unprivileged / "shut"
    shut.chmod(0)
    told: list[FileError] = []
    walked = files.walk([unprivileged], Settings(), on_error=told.append)
    assert list(walked) == [unprivileged / "open" / "b.py"]
    assert [str(e) for e in told] == [f"{shut}: cannot be listed: permission denied"]


def test_excluded_agrees_with_the_walk(tree: Path) -> None:
    plant(
        tree, ".gitignore=out/", "out/a.py", "build/b.py", "p/c.py", "p/.gitignore=d.py", "p/d.py"
    )
    paths = ["out/a.py", "build/b.py", "p/c.py", "p/d.py"]
    assert [p for p in paths if not files.excluded(Path(p), Settings())] == walked()


# Reading.


def test_read_keeps_newlines_and_says_the_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_bytes(b"# coding: latin-1\r\nx = '\xe9'\r")
    source = files.read(path)
    assert source.text == "# coding: latin-1\r\nx = 'é'\r"


def special(path: Path, kind: str) -> None:
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(path.name)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    elif kind == "loop":
        path.symlink_to(path)


@posix
@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("folder", "cannot be read: it is a folder, not a file"),
        ("pipe", "cannot be read: it is a named pipe, not a file"),
        ("socket", "cannot be read: it is a socket, not a file"),
        ("device", "cannot be read: it is a device, not a file"),
        ("loop", "cannot be read: too many levels of symbolic links"),
        ("nothing", "cannot be read: no such file or directory"),
    ],
)
def test_what_is_no_file_is_refused_at_once(
    tmp_path: Path, kind: str, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    path = tmp_path / "x.py"
    special(path, kind)
    with pytest.raises(FileError) as caught:
        files.read(path)
    assert str(caught.value) == f"{path}: {says}"


@pytest.mark.parametrize(
    "name",
    [".env", ".env.local", "server.pem", "host.KEY", "id_rsa", "id_ed25519", ".netrc", ".pypirc"],
)
def test_what_holds_keys_is_never_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("SECRET = 1\n")
    link = tmp_path / "harmless.py"
    link.symlink_to(tmp_path / name)
    for path in (tmp_path / name, link):
        with pytest.raises(FileError, match="is not read: files of that name hold keys"):
            files.read(path)


@pytest.mark.parametrize("name", ["env.py", "key.py", ".env.example", "id_rsa.py", "pem"])
def test_what_only_sounds_like_it_is(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("a = 1\n")
    assert files.read(tmp_path / name).text == "a = 1\n"


def test_a_name_that_no_file_can_have() -> None:
    with pytest.raises(FileError, match="null"):
        files.read(Path("a\0b.py"))


@posix
def test_a_file_that_may_not_be_read(unprivileged: Path) -> None:
    path = unprivileged / "x.py"
    path.touch(mode=0o200)
    with pytest.raises(FileError, match=r"x\.py: cannot be read: permission denied"):
        files.read(path)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"x = '\xff\xfe'\n", "line 1: not valid utf-8"),
        (b"\xff\xfex\0", "line 1: not valid utf-8"),
        (b"x = 1\ny = '\0'\n", "line 2: a NUL byte, which Python source cannot have"),
        (b"# coding: klingon\n", "unknown encoding 'klingon' in its coding line"),
    ],
)
def test_bytes_that_are_no_text(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "x.py"
    path.write_bytes(data)
    with pytest.raises(DecodeError) as caught:
        files.read(path)
    assert str(caught.value).startswith(f"{path}: {says}")


def test_a_character_that_the_files_encoding_lacks(tmp_path: Path) -> None:
    path = tmp_path / "x.py"
    path.write_bytes(b"# coding: ascii\n")
    with pytest.raises(FileError) as caught:
        files.write(path, SourceText("# coding: ascii\n'\u2026'\n", "ascii", False))
    assert str(caught.value) == f"{path}: cannot be written: '\\u2026' is not in ascii"
    assert path.read_bytes() == b"# coding: ascii\n"


# Writing.


def text(content: str) -> SourceText:
    return SourceText(content, "utf-8", False)


def test_write_replaces_the_content_and_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_bytes(b"old")
    files.write(path, text("new\r\n"), before=text("old"))
    assert path.read_bytes() == b"new\r\n"
    assert list(tmp_path.iterdir()) == [path]


@posix
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o4755, 0o664])
def test_permissions_are_kept(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a.py"
    path.touch()
    path.chmod(mode)
    files.write(path, text("new"))
    assert stat.S_IMODE(path.stat().st_mode) == mode


@posix
def test_the_owner_is_kept_where_that_is_allowed(tmp_path: Path) -> None:
    if os.getuid() != 0:
        pytest.skip("only root may give files away")
    path = tmp_path / "a.py"
    path.touch()
    os.chown(path, 12345, 12346)
    files.write(path, text("new"))
    assert (path.stat().st_uid, path.stat().st_gid) == (12345, 12346)


@posix
def test_of_a_link_the_target_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "elsewhere" / "real.py"
    target.parent.mkdir()
    target.write_text("old")
    link = tmp_path / "link.py"
    link.symlink_to("elsewhere/real.py")
    files.write(link, text("new"))
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_a_file_that_changed_since_it_was_read_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text("old")
    before = files.read(path)
    path.write_text("somebody else's")
    with pytest.raises(FileError) as caught:
        files.write(path, text("new"), before=before)
    assert str(caught.value) == f"{path}: not written: it changed on disk since it was read"
    assert path.read_text() == "somebody else's"


def test_a_file_that_vanished_is_not_brought_back(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text("old")
    before = files.read(path)
    path.unlink()
    with pytest.raises(FileError, match="no such file"):
        files.write(path, text("new"), before=before)
    assert not path.exists()


@posix
@pytest.mark.parametrize("place", ["file", "folder"])
def test_a_file_that_may_not_be_written(unprivileged: Path, place: str) -> None:
    folder = unprivileged / "folder"
    folder.mkdir()
    path = folder / "a.py"
    path.write_text("old")
    shut = path if place == "file" else folder
    shut.chmod(0o555)
    with pytest.raises(FileError, match="cannot be written: permission denied"):
        files.write(path, text("new"))
    assert (path.read_text(), list(folder.iterdir())) == ("old", [path])


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.py"
    path.write_text("old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileError) as caught:
        files.write(path, text("new"))
    assert str(caught.value) == f"{path}: cannot be written: no space left on device"
    assert (path.read_text(), list(tmp_path.iterdir())) == ("old", [path])


_WRITER = """
import sys
from pathlib import Path
from docstring_lsp import files
from docstring_lsp.source.text import SourceText
path, sizes = Path(sys.argv[1]), (4_000_000, 3_000_000)
print("ready", flush=True)
while True:
    for letter, size in zip("ab", sizes):
        files.write(path, SourceText(letter * size, "utf-8", False))
"""


@posix
def test_a_kill_in_the_middle_leaves_one_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    wholes = ("a" * 4_000_000, "b" * 3_000_000)
    path.write_text(wholes[0])
    for delay in (0.003, 0.011, 0.023):
        process = subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(path)], stdout=subprocess.PIPE
        )
        assert process.stdout is not None
        with process.stdout:
            process.stdout.readline()
            time.sleep(delay)
            process.send_signal(signal.SIGKILL)
            process.wait()
        assert path.read_text() in wholes


# Configuration files and roots.


def test_configs_come_nearest_first_up_to_the_root(tree: Path) -> None:
    plant(tree.parent, "a.toml=outside")
    plant(tree, "a.toml=far a", "b.cfg=far b", "p/b.cfg=near b", "p/q/x.py", "docs/conf.py=c")
    (tree / "p" / "a.toml").mkdir()
    names = ("a.toml", "b.cfg", "docs/conf.py")
    found = files.find_configs(tree / "p" / "q" / "x.py", names)
    assert list(found.items()) == [
        (str(tree / "p" / "b.cfg"), "near b"),
        (str(tree / "a.toml"), "far a"),
        (str(tree / "b.cfg"), "far b"),
        (str(tree / "docs" / "conf.py"), "c"),
    ]


def test_the_root_is_that_of_the_version_control(tree: Path) -> None:
    plant(tree, "p/pyproject.toml", "p/q/x.py")
    assert files.project_root(tree / "p" / "q" / "x.py") == tree


def test_without_one_it_is_the_nearest_python_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    plant(tmp_path, "p/setup.cfg", "p/q/x.py", "loose/y.py")
    assert files.project_root(tmp_path / "p" / "q" / "x.py") == tmp_path / "p"
    assert files.project_root(tmp_path / "loose" / "y.py") == tmp_path / "loose"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a/b/c.py", "a.b.c"),
        ("a/b/__init__.py", "a.b"),
        ("loose/c.py", "c"),
        ("a/b/stubs.pyi", "a.b.stubs"),
    ],
)
def test_a_modules_name_comes_from_its_packages(tmp_path: Path, path: str, name: str) -> None:
    plant(tmp_path, "a/__init__.py", "a/b/__init__.py", "loose/c.py")
    assert files.module_name(tmp_path / path) == name
