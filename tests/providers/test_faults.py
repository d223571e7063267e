"""What can go wrong between a provider and its server, and what comes of it: a cell each.

The rows are faults, the columns providers; each cell is asked for at once and as a stream, by a
real client over a real socket.
"""

from __future__ import annotations

import asyncio
import dataclasses
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from typing import Any

import pytest

from docstring_lsp.errors import ContentError, PassingError, PermanentError, ProviderError
from docstring_lsp.providers.base import Reply, Request
from docstring_lsp.providers.http import Timeouts
from tests.providers.asking import KEY, PROMPT, VENDORS, Vendor, asked, provider_at
from tests.servers import faults
from tests.servers.core import Say, Step, serving

REQUEST = Request(prompt=PROMPT)
PATIENT = Timeouts(read=20, total=20)
HASTY = Timeouts(read=0.1, total=20)
SHORT = Timeouts(read=20, total=0.2)


@dataclasses.dataclass(frozen=True)
class Row:
    """A fault and what comes of it, for every vendor but those named otherwise."""

    step: Step
    outcome: str
    timeouts: Timeouts = PATIENT
    otherwise: dict[str, str] = dataclasses.field(default_factory=dict)
    streamed: str = ""
    largest: int = 1024 * 1024


def in_two_hours() -> str:
    return format_datetime(datetime.now(timezone.utc) + timedelta(hours=2), usegmt=True)


ROWS = {
    "nothing": Row(Say(), "reply"),
    "a delay": Row(faults.delay(0.05), "reply"),
    "packed": Row(faults.gzipped, "reply"),
    "429": Row(faults.status(429), "passing"),
    "429, seconds": Row(faults.status(429, retry_after="7"), "passing after 7"),
    "429, a fraction": Row(faults.status(429, retry_after="1.5"), "passing after 1.5"),
    "429, a date": Row(faults.status(429, retry_after=in_two_hours()), "passing after 7200"),
    "429, a past date": Row(
        faults.status(429, retry_after="Wed, 21 Oct 2015 07:28:00 GMT"), "passing after 0"
    ),
    "429, milliseconds": Row(
        faults.status(429, retry_after_ms="250", retry_after="9"), "passing after 0.25"
    ),
    "429, nonsense": Row(faults.status(429, retry_after="soon"), "passing"),
    "429, infinity": Row(faults.status(429, retry_after="1e999"), "passing"),
    "429, not again": Row(faults.status(429, x_should_retry="false"), "permanent"),
    "400, again": Row(faults.status(404, x_should_retry="true"), "passing"),
    "429, in the body": Row(
        faults.body(faults.retry_info("37.5s"), 429),
        "passing",
        otherwise={"gemini": "passing after 37.5"},
    ),
    "401": Row(faults.status(401), "permanent"),
    "402": Row(faults.status(402), "permanent"),
    "402 for now": Row(faults.status(402, retry_after="5"), "passing after 5"),
    "403": Row(faults.status(403), "permanent"),
    "404": Row(faults.status(404), "permanent"),
    "408": Row(faults.status(408), "passing"),
    "409": Row(faults.status(409), "passing"),
    "413": Row(faults.status(413), "permanent"),
    "500": Row(faults.status(500), "passing"),
    "500, no JSON": Row(faults.answered(faults.Answer(b"oops", 500)), "passing"),
    "501": Row(faults.status(501), "permanent"),
    "503": Row(faults.status(503), "passing"),
    "529": Row(faults.status(529), "passing"),
    "a hang before headers": Row(faults.hang_before_headers, "passing", HASTY),
    "a hang mid-stream": Row(faults.hang_mid_stream, "passing", HASTY),
    "a dropped socket": Row(faults.drop_before_headers, "passing"),
    "a socket dropped mid-stream": Row(faults.drop_mid_stream, "passing"),
    "truncated JSON": Row(faults.end_mid_stream, "malformed", streamed="passing"),
    "a page": Row(faults.not_json, "malformed", otherwise={"ollama stream": "malformed"}),
    "no JSON": Row(Say("I would rather talk about it."), "malformed"),
    "another form": Row(Say('["not", "an", "object"]'), "malformed"),
    "wrong schema": Row(Say('{"summary": 5, "colour": "red"}'), "reply"),
    "cut short": Row(Say('{"summary": "Ret', stop="length"), "truncated"),
    "a refusal": Row(
        Say("", stop="refusal", refusal="I cannot do that."),
        "refused",
        otherwise={"ollama": "malformed"},  # its models decline in the answer's own words
    ),
    "an error under 200": Row(faults.error_under_200, "passing"),
    "100 MB": Row(faults.huge, "malformed"),
    "100 MB, declared": Row(faults.huge_declared, "malformed"),
    "a gzip bomb": Row(faults.gzip_bomb, "malformed"),
    "a slow drip": Row(faults.slow_drip, "passing", SHORT),
}


@asynccontextmanager
async def settled(vendor: Vendor, row: Row) -> AsyncIterator[Any]:
    async with (
        serving(vendor.protocol, row.step) as server,
        provider_at(vendor, server.url, timeouts=row.timeouts, largest=row.largest) as provider,
    ):
        yield provider


@pytest.mark.parametrize("way", ["generate", "stream"])
@pytest.mark.parametrize("vendor", VENDORS.values(), ids=VENDORS)
@pytest.mark.parametrize("fault", ROWS)
@pytest.mark.asyncio
async def test_what_comes_of_a_fault(fault: str, vendor: Vendor, way: str) -> None:
    row = ROWS[fault]
    async with settled(vendor, row) as provider:
        outcome = await come_of(provider, way)
    expected = (row.streamed if way == "stream" else "") or row.outcome
    assert outcome == row.otherwise.get(vendor.name, expected)


async def come_of(provider: Any, way: str) -> str:
    """The outcome in a word or two; whatever it is, it shows no key."""
    try:
        reply = await asked(provider, REQUEST, way)
    except ProviderError as error:
        failure = error
    else:
        assert isinstance(reply, Reply)
        assert reply.data is not None
        return "reply"
    assert KEY not in "".join(traceback.format_exception(failure)) + repr(failure)
    return named(failure)


def named(error: ProviderError) -> str:
    if isinstance(error, PermanentError):
        return "permanent"
    if isinstance(error, ContentError):
        return error.reason
    assert isinstance(error, PassingError)
    if error.retry_after is None:
        return "passing"
    return f"passing after {round(error.retry_after, 2) if error.retry_after < 100 else 7200:g}"


@pytest.mark.parametrize("vendor", VENDORS.values(), ids=VENDORS)
@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
@pytest.mark.asyncio
async def test_a_redirect_is_not_followed_and_no_key_arrives(vendor: Vendor, code: int) -> None:
    async with serving(vendor.protocol) as thief:
        step = faults.redirect(thief.url + "/v1/steal", code)
        async with (
            serving(vendor.protocol, step) as server,
            provider_at(vendor, server.url) as provider,
        ):
            for way in ("generate", "stream"):
                with pytest.raises(PermanentError, match="redirect"):
                    await asked(provider, REQUEST, way)
            assert KEY in server.asked[0].headers[vendor.protocol.key_header]
        assert thief.connections == 0


@pytest.mark.parametrize("vendor", VENDORS.values(), ids=VENDORS)
@pytest.mark.parametrize(
    "step", [faults.status(404), faults.not_json, faults.redirect("https://x.example")]
)
@pytest.mark.asyncio
async def test_who_asks_at_the_wrong_address_is_told_which_it_was(
    vendor: Vendor, step: Step
) -> None:
    async with (
        serving(vendor.protocol, step) as server,
        provider_at(vendor, server.url) as provider,
    ):
        with pytest.raises(ProviderError) as told:
            await asked(provider, REQUEST, "generate")
        assert f"check the address {server.url}{server.asked[0].path}" in str(told.value)
        assert "tiny" in str(told.value)


@pytest.mark.asyncio
async def test_a_version_that_the_address_says_too_is_said_once() -> None:
    vendor = VENDORS["anthropic"]
    async with (
        serving(vendor.protocol) as server,
        provider_at(vendor, f"{server.url}/v1") as provider,
    ):
        await asked(provider, REQUEST, "generate")
        assert server.asked[0].path == "/v1/messages"


@pytest.mark.parametrize("vendor", VENDORS.values(), ids=VENDORS)
@pytest.mark.parametrize("way", ["generate", "stream"])
@pytest.mark.parametrize("step", [faults.hang_before_headers, faults.hang_mid_stream])
@pytest.mark.asyncio
async def test_cancelling_closes_the_socket(vendor: Vendor, way: str, step: Step) -> None:
    async with (
        serving(vendor.protocol, step) as server,
        provider_at(vendor, server.url) as provider,
    ):
        task = asyncio.create_task(asked(provider, REQUEST, way))
        await asyncio.wait_for(server.arrived.wait(), 10)
        await asyncio.sleep(0.02)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await asyncio.wait_for(server.left.wait(), 10)
        await asyncio.wait_for(server.closed(), 10)


@pytest.mark.parametrize("vendor", VENDORS.values(), ids=VENDORS)
@pytest.mark.asyncio
async def test_leaving_a_stream_closes_the_socket(vendor: Vendor) -> None:
    async with (
        serving(vendor.protocol, faults.hang_mid_stream) as server,
        provider_at(vendor, server.url) as provider,
    ):
        stream = provider.stream(REQUEST)
        async for delta in stream:
            assert delta.text
            break
        await stream.aclose()
        await asyncio.wait_for(server.left.wait(), 10)
        await asyncio.wait_for(server.closed(), 10)
