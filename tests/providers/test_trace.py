"""The log is told of each call: how much, and a hash by which the same is known again; no word."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import suppress

import pytest

from docstring_lsp import log
from docstring_lsp.errors import ProviderError
from docstring_lsp.providers.base import Request
from tests.providers.asking import KEY, PROMPT, VENDORS, provider_at
from tests.servers import faults
from tests.servers.core import Say, Step, serving

pytestmark = pytest.mark.asyncio(loop_scope="function")


@pytest.fixture
def told() -> Iterator[io.StringIO]:
    logger = logging.getLogger("docstring_lsp")
    before = (logger.handlers, logger.propagate, logger.level)
    stream = io.StringIO()
    log.configure("debug", stream)
    yield stream
    logger.handlers, logger.propagate, logger.level = before


async def ask(step: Step) -> None:
    vendor = VENDORS["anthropic"]
    async with (
        serving(vendor.protocol, step) as server,
        provider_at(vendor, server.url) as provider,
    ):
        with suppress(ProviderError):
            await provider.generate(Request(prompt=PROMPT))


async def test_sizes_and_hashes_are_told_and_nothing_else(told: io.StringIO) -> None:
    await ask(Say('{"summary": "Return the sum."}'))
    await ask(faults.status(529))
    await ask(faults.drop_before_headers)
    lines = [line.partition("http: ")[2] for line in told.getvalue().splitlines()]
    assert [line.partition(";")[2].partition(",")[0].strip() for line in lines] == [
        "HTTP 200",
        "HTTP 529",
        "no answer",
    ]
    assert len({line.partition(" out;")[0] for line in lines}) == 1  # the same was sent
    assert lines[0].startswith("anthropic: POST 127.0.0.1: ")
    for secret in (KEY, "def add", "Return the sum", "glossary"):
        assert secret not in told.getvalue()
