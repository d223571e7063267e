"""Who can be asked, how, and what keeps the others from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from pydantic import SecretStr

from docstring_lsp.engine.connect import Directory
from docstring_lsp.errors import SettingError
from docstring_lsp.providers.http import Http
from docstring_lsp.settings.model import Endpoint, Settings

KEY = {"OPENAI_API_KEY": "sk-test-4hG7kQ2mZx9wLpT5"}


def directory(environment: Mapping[str, str] | None = None, **settings: Any) -> Directory:
    return Directory(Settings(**settings), environment=environment or {})


def at(url: str) -> dict[str, Any]:
    return {"providers": {"openai-chat": Endpoint(base_url=url)}}


MISSING: dict[str, tuple[str, dict[str, str], dict[str, Any], str]] = {
    "a key that is there": ("openai-chat", KEY, {}, ""),
    "no key": ("openai-chat", {}, {}, "no key; set OPENAI_API_KEY"),
    "an empty key": ("openai-chat", {"OPENAI_API_KEY": " "}, {}, "no key; set OPENAI_API_KEY"),
    "none needed": ("compatible", {}, {}, ""),
    "offline and far": ("openai-chat", KEY, {"offline": True}, "not asked, since `offline` is set"),
    "offline and here": ("compatible", {}, {"offline": True}, ""),
    "offline, here by name": (
        "openai-chat",
        KEY,
        {"offline": True, **at("http://localhost:8080/v1")},
        "",
    ),
    "no https": (
        "openai-chat",
        KEY,
        at("http://models.example/v1"),
        "http://models.example is not safe to send to; use https",
    ),
    "the embedded author": ("static", {}, {"offline": True}, ""),
}


@pytest.mark.parametrize("case", MISSING)
def test_what_a_provider_lacks(case: str) -> None:
    name, environment, settings, missing = MISSING[case]
    assert directory(environment, **settings).missing(name) == missing


def test_an_address_that_is_none_is_told_with_its_place() -> None:
    written = directory(KEY, **at("https://user:secret@models.example"))
    assert written.missing("openai-chat").startswith("base-url of [providers.openai-chat]: ")
    assert "secret" not in written.missing("openai-chat")
    with pytest.raises(SettingError):
        written.base_url("openai-chat")
    quoted = directory({"OPENAI_BASE_URL": "'https://models.example/v1/' "})
    assert quoted.base_url("openai-chat") == "https://models.example/v1"
    variable = directory({"OPENAI_BASE_URL": "ftp://x"})
    assert variable.missing("openai-chat").startswith("environment variable OPENAI_BASE_URL: ")


def test_what_is_set_wins_over_the_environment_and_that_over_the_vendors() -> None:
    variable = {"OPENAI_BASE_URL": "https://gateway.example/v1/"}
    assert directory().base_url("openai-chat") == "https://api.openai.com/v1"
    assert directory(variable).base_url("openai-chat") == "https://gateway.example/v1"
    told = directory(variable, **at("https://own.example/v1"))
    assert told.base_url("openai-chat") == "https://own.example/v1"


def test_the_model_is_of_the_provider_it_was_set_for() -> None:
    settings = {"provider": "openai-chat", "model": "big"}
    settings["providers"] = {"compatible": Endpoint(model="tiny")}  # type: ignore[assignment]
    told = directory(**settings)
    assert (told.model("openai-chat"), told.model("compatible")) == ("big", "tiny")


def test_a_connection_has_the_key_and_the_headers_and_shows_neither() -> None:
    headers = Endpoint(headers={"x-team": "hidden-team"})
    environment = {**KEY, "OPENAI_ORG_ID": "org-hidden"}
    told = directory(environment, providers={"openai-chat": headers})
    made = told.connection("openai-chat", Http())
    assert made is not None
    assert made.key == SecretStr(KEY["OPENAI_API_KEY"])
    assert dict(made.extra) == {"x-team": "hidden-team", "openai-organization": "org-hidden"}
    assert "hidden" not in repr(made)
    assert KEY["OPENAI_API_KEY"] not in repr(made)


def test_a_key_that_is_not_in_the_environment_is_asked_for_with_its_origin() -> None:
    asked = []

    def keys(name: str, access: object, origin: str) -> SecretStr:
        asked.append((name, origin))
        return SecretStr("from elsewhere")

    told = Directory(Settings(**at("https://own.example/v1")), environment={}, keys=keys)
    assert told.missing("openai-chat") == ""
    assert asked == [("openai-chat", "https://own.example")]


SET_UP: dict[str, tuple[dict[str, Any], dict[str, str], set[str]]] = {
    "nothing": ({}, {}, set()),
    "a key alone is no leave": ({"provider": "mock"}, KEY, {"mock"}),
    "the choice is left": ({"provider": "auto"}, KEY, {"openai-chat"}),
    "a fallback": ({"provider": "mock", "fallback": "compatible"}, {}, {"mock", "compatible"}),
    "a table": ({"providers": {"compatible": Endpoint()}}, {}, {"compatible"}),
}


@pytest.mark.parametrize("case", SET_UP)
def test_only_who_was_set_up_is_asked_without_being_named(case: str) -> None:
    settings, environment, chosen = SET_UP[case]
    found = directory(environment, **settings).candidates()
    known = {"mock", "compatible", "openai-chat"}
    assert {each.name for each in found if each.chosen and each.name in known} == chosen
    assert "static" not in {each.name for each in found}
