"""Services by name."""

from __future__ import annotations

import pytest

from docstring_lsp.errors import UnknownNameError
from docstring_lsp.tasks.registry import ServiceRegistry
from tests.tasks.services import saying


def test_it_knows_its_services() -> None:
    services = saying("chat", "vision", "reasoning")
    registry = ServiceRegistry(services)
    assert registry.list_services() == ["chat", "vision", "reasoning"]
    assert registry.has("chat")
    assert not registry.has("ship")
    assert registry.get("chat") is services["chat"]
    assert registry["vision"] is services["vision"]
    assert len(registry) == 3


def test_one_more_can_be_registered_and_one_put_in_anothers_place() -> None:
    registry = ServiceRegistry()
    first, second = saying("a")["a"], saying("a")["a"]
    registry.register("a", first)
    registry.register("a", second)
    assert registry.get("a") is second
    assert registry.list_services() == ["a"]


def test_one_that_is_not_there_is_told_with_the_nearest() -> None:
    registry = ServiceRegistry(saying("chat"))
    with pytest.raises(UnknownNameError, match="Did you mean 'chat'"):
        registry.get("chats")
    assert registry.get("chats", registry["chat"]) is registry["chat"]
