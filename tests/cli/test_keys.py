"""``docstring-lsp keys``: kept in the keyring, bound to an address, never shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from docstring_lsp.engine.connect import Directory, provider
from docstring_lsp.engine.keys import find, hold
from docstring_lsp.providers.http import Http
from docstring_lsp.settings.model import Endpoint, Settings
from tests.cli.conftest import Cli

keyring = pytest.importorskip("keyring")

KEY = "sk-test-4hG7kQ2mZx9wLpT5"


class InMemory(keyring.backend.KeyringBackend):  # type: ignore[misc]
    """A keyring that forgets."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class Locked(InMemory):
    """A keyring that nobody may open."""

    def get_password(self, service: str, username: str) -> str | None:
        raise keyring.errors.KeyringLocked("secret detail")


@pytest.fixture(autouse=True)
def ring(monkeypatch: pytest.MonkeyPatch) -> Iterator[InMemory]:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    before = keyring.get_keyring()
    made = InMemory()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def test_a_key_is_kept_used_and_deleted(cli: Cli, shop: Path) -> None:
    told = cli("keys", "set", "openai-chat", stdin=f"{KEY}\n".encode())
    assert (told.status, told.out) == (0, "")
    assert told.err == "The key of openai-chat is kept for https://api.openai.com.\n"
    made = Directory(Settings(), environment={}, keys=find).connection("openai-chat", Http())
    assert made is not None
    assert made.key is not None
    assert made.key.get_secret_value() == KEY
    assert cli("keys", "delete", "openai-chat").status == 0
    assert Directory(Settings(), environment={}, keys=find).missing("openai-chat")
    again = cli("keys", "delete", "openai-chat")
    assert (again.status, "no key is kept for https://api.openai.com" in again.err) == (2, True)


def test_it_is_not_found_for_another_address(cli: Cli, project: Path) -> None:
    cli("keys", "set", "openai-chat", stdin=KEY.encode())
    for url in ("https://api.openai.com.evil.example/v1", "https://api.openai.com:444/v1"):
        elsewhere = {"openai-chat": Endpoint(base_url=url)}
        told = Directory(Settings(providers=elsewhere), environment={}, keys=find)
        assert told.missing("openai-chat") == "no key; set OPENAI_API_KEY"


def test_an_editors_key_is_bound_to_where_it_is_first_asked_for(cli: Cli) -> None:
    access = provider("openai").access
    assert access is not None
    hold({"openai": KEY})
    try:
        found = [find("openai", access, each) for each in ("https://a", "https://b", "https://A")]
        assert [each and each.get_secret_value() for each in found] == [KEY, None, KEY]
        assert find("gemini", access, "https://a") is None
        assert KEY not in repr(found)
    finally:
        hold({})
    assert find("openai", access, "https://a") is None


def test_what_is_kept_is_listed_and_not_shown(
    cli: Cli, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli("keys", "set", "openai-chat", stdin=KEY.encode())
    monkeypatch.setenv("OPENAI_COMPATIBLE_API_KEY", KEY)
    told = cli("keys", "list").out
    rows = {line.split()[0]: line.split()[1] for line in told.splitlines()[1:]}
    assert rows["openai-chat"] == "keyring"
    assert rows["compatible"] == "OPENAI_COMPATIBLE_API_KEY"
    assert KEY not in told
    assert "static" not in rows


WRONG = {
    "no key": (["set", "openai-chat"], b"\n", "no key was given"),
    "none is taken": (["set", "static"], b"x", "static takes no key"),
    "no such one": (["set", "opnai"], b"x", "unknown provider 'opnai'"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_cannot_be_kept(cli: Cli, project: Path, case: str) -> None:
    arguments, stdin, told = WRONG[case]
    result = cli("keys", *arguments, stdin=stdin)
    assert (result.status, told in result.err) == (2, True)


def test_a_keyring_that_is_locked_is_none(cli: Cli, project: Path) -> None:
    keyring.set_keyring(Locked())
    assert Directory(Settings(), environment={}, keys=find).missing("openai-chat")
    result = cli("keys", "delete", "openai-chat")
    assert result.status == 2
    assert "the system's keyring cannot be used (KeyringLocked)" in result.err
    assert "secret detail" not in result.err
