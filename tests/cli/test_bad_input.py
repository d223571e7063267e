"""Files that are no text, no Python or no files: one clear line each, and the rest is done."""

from __future__ import annotations

import os
import socket
import tempfile
from pathlib import Path

import pytest

from docstring_lsp.cli.documents import Documents
from docstring_lsp.cli.projects import Projects
from tests.cli.conftest import SHOP, Cli

FUNCTION = '"""X."""\n\n\ndef f(a):\n    return a\n'

UNREADABLE = {
    "latin.py": (b'x = "\xe9"\n', "line 1: not valid utf-8"),
    "wide.py": ("x = 1\n".encode("utf-16"), "line 1: not valid utf-8"),
    "surrogate.py": (b'\nx = "\xed\xa0\x80"\n', "line 2: not valid utf-8"),
    "nul.py": (b'x = 1\ny = "\0"\n', "line 2: a NUL byte, which Python source cannot have"),
    "cookie.py": (b"# coding: klingon\n", "unknown encoding 'klingon' in its coding line"),
}


def function(body: str, signature: str = "a") -> str:
    return f'"""X."""\n\n\ndef f({signature}):\n    return {body}\n'


NESTED = function("a") + "".join(" " * (n + 4) + "if a:\n" for n in range(300)) + " " * 304 + "a\n"

# With each: whether its function can be documented.
HARD = {
    "long line": (function("[" + "1, " * 40_000 + "]"), True),
    "long string": (function("a") + f'X = "{"y" * 100_000}"\n', True),
    "long default": (function("a", f'a="{"y" * 100_000}"'), True),
    "surrogates in escapes": (function('"\\udfff"', 'a="\\ud800"'), True),
    "deep parentheses": (function("(" * 3000 + "a" + ")" * 3000), False),
    "deep lists outside": ("X = " + "[" * 3000 + "]" * 3000 + "\n" + function("a"), True),
    "deep signs": (function("-" * 3000 + "a"), None),
    "long sum": (function(" + ".join(["a"] * 3000)), None),
    "long attribute": (function("a" + ".b" * 3000), None),
    "long call": (function("a" + "()" * 3000), None),
    "deep default": (function("a", "a=" + "[" * 3000 + "]" * 3000), False),
    "syntax from the future": (function("frobnicate a with 3"), False),
    "a header from the future": ('"""X."""\n\n\ndef f(a) => int:\n    return a\n', False),
    "broken elsewhere": (function("a") + "\n\nclass (:\n", True),
    "an indent too deep": (NESTED, False),
}


@pytest.mark.parametrize("command", [["check"], ["generate", "--check"], ["generate", "--write"]])
def test_what_is_no_text_is_named_and_the_rest_is_done(
    cli: Cli, shop: Path, command: list[str]
) -> None:
    for name, (data, _) in UNREADABLE.items():
        (shop.parent / name).write_bytes(data)
    result = cli(*command)
    assert result.status == 2
    assert "shop.py" in result.out
    told = [line for line in result.err.splitlines() if " error: " in line]
    assert len(told) == len(UNREADABLE)
    for line, (name, (data, reason)) in zip(told, sorted(UNREADABLE.items()), strict=True):
        assert line.startswith(f"docstring-lsp: error: {name}: {reason}")
        assert (shop.parent / name).read_bytes() == data
    assert (shop.read_text() == SHOP) is ("--write" not in command)


@pytest.mark.skipif(os.name != "posix", reason="a thing of POSIX systems")
@pytest.mark.parametrize("command", [["check"], ["generate", "--write"]])
def test_what_is_no_file_is_named_and_the_rest_is_done(
    cli: Cli, shop: Path, command: list[str]
) -> None:
    os.mkfifo("pipe.py")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.py")
    Path("folder.py").mkdir()
    result = cli(
        *command, "pipe.py", "socket.py", "/dev/null", "missing.py", "folder.py", "shop.py"
    )
    assert result.status == 2
    assert "shop.py" in result.out
    assert [line for line in result.err.splitlines() if " error: " in line] == [
        f"docstring-lsp: error: {name}: cannot be read: {reason}"
        for name, reason in [
            ("pipe.py", "it is a named pipe, not a file"),
            ("socket.py", "it is a socket, not a file"),
            ("/dev/null", "it is a device, not a file"),
            ("missing.py", "no such file or directory"),
        ]
    ]


@pytest.mark.skipif(os.name != "posix", reason="a thing of POSIX systems")
def test_what_may_not_be_read_is_named_and_the_rest_is_done(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "shop.py").write_text(SHOP)
        (folder / "secret.py").touch(mode=0)
        monkeypatch.chdir(folder)
        is_root = os.geteuid() == 0
        if is_root:  # who may read every file, so it is another user's turn
            os.seteuid(65534)
        try:
            result = cli("check", "shop.py", "secret.py")
        finally:
            if is_root:
                os.seteuid(0)
            monkeypatch.undo()
    assert (result.status, "shop.py" in result.out) == (2, True)
    assert result.err == "docstring-lsp: error: secret.py: cannot be read: permission denied\n"


@pytest.mark.parametrize(("text", "can"), HARD.values(), ids=HARD)
def test_what_is_hard_is_written_or_refused_with_a_reason(
    cli: Cli, project: Path, text: str, can: bool | None
) -> None:
    """Where libcst decides (None), either will do; nothing breaks, and the rest is written."""
    path = project / "x.py"
    path.write_text(text + "\n\ndef last():\n    return 1\n")
    assert cli("check").status == 1
    result = cli("generate", "--write")
    assert "internal error" not in result.err
    written = path.read_text()
    assert '    """Return' in written.partition("def last")[2]
    refused = "x.py:" in result.err and "`f` refused: " in result.err
    assert result.status == (1 if refused else 0)
    if can is not None:
        assert refused is not can
    again = cli("generate", "--write")
    assert (again.out, path.read_text()) == ("", written)


def test_a_file_that_vanishes_meanwhile_is_named_and_the_rest_is_done(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in "abc":
        (project / f"{name}.py").touch()
    documents = Documents((Path(),), Projects({}, vote=False), None)
    read = []
    for document, _ in documents.texts():
        read.append(document.path.name)
        (project / "b.py").unlink(missing_ok=True)
    assert (read, documents.failed) == (["a.py", "c.py"], True)
    reason = "b.py: cannot be read: no such file or directory"
    assert capsys.readouterr().err == f"docstring-lsp: error: {reason}\n"


def test_a_name_that_is_no_text(cli: Cli, project: Path) -> None:
    name = os.fsdecode(b"\xff.py")
    try:
        (project / name).write_text(FUNCTION)
    except OSError:
        pytest.skip("this system's names are text")
    assert cli("check").out.startswith("\\udcff.py:4:5: DL103 ")
    assert cli("generate").out.startswith("--- \\udcff.py\n")
    assert cli("generate", "--write").status == 0
