"""Files and the web: what each provider is sent for them, and what it tells of its sources."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from docstring_lsp.providers.base import Attachment, Capabilities, Prompt, Request, Source
from tests.providers.asking import VENDORS, Vendor, asked, provider_at
from tests.servers.core import Say, serving

pytestmark = pytest.mark.asyncio(loop_scope="function")

PICTURE = Attachment(name="cat.png", kind="image/png", data=b"\x89PNG")
PAPER = Attachment(name="paper.pdf", kind="application/pdf", data=b"%PDF-")
PNG, PDF = "iVBORw==", "JVBERi0="

SENT: dict[str, list[Any]] = {
    "anthropic": [
        {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": PNG}},
        {
            "type": "document",
            "source": {"type": "base64", "media_type": "application/pdf", "data": PDF},
        },
    ],
    "openai": [
        {"type": "input_image", "image_url": f"data:image/png;base64,{PNG}"},
        {
            "type": "input_file",
            "filename": "paper.pdf",
            "file_data": f"data:application/pdf;base64,{PDF}",
        },
    ],
    "openai-chat": [
        {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{PNG}"}},
        {
            "type": "file",
            "file": {"filename": "paper.pdf", "file_data": f"data:application/pdf;base64,{PDF}"},
        },
    ],
    "compatible": [{"type": "image_url", "image_url": {"url": f"data:image/png;base64,{PNG}"}}],
    "lm-studio": [{"type": "image_url", "image_url": {"url": f"data:image/png;base64,{PNG}"}}],
    "gemini": [
        {"inlineData": {"mimeType": "image/png", "data": PNG}},
        {"inlineData": {"mimeType": "application/pdf", "data": PDF}},
    ],
    "ollama": [PNG],
}
WAYS = pytest.mark.parametrize("way", ["generate", "stream"])


@pytest.mark.parametrize("name", VENDORS)
@WAYS
async def test_files_go_before_the_question(name: str, way: str) -> None:
    vendor = VENDORS[name]
    files = (PICTURE, PAPER) if vendor.provider.capabilities.documents else (PICTURE,)
    prompt = Prompt(system="You look.", user=("What is there?",), attachments=files)
    async with serving(vendor.protocol, Say("A cat.")) as server:
        async with provider_at(vendor, server.url) as provider:
            reply = await asked(provider, Request(prompt=prompt), way)
        body = server.asked[-1].body
    assert reply.text == "A cat."
    assert _attached(body)[: len(files)] == SENT[name]


def _attached(body: Any) -> list[Any]:
    if "contents" in body:
        return body["contents"][0]["parts"]
    said = (body.get("messages") or body["input"])[-1]
    return said.get("images") or said["content"]


FOUND = (("https://a.example/x", "A page"), ("javascript:x", "No page"), ("https://b.example", ""))


@pytest.mark.parametrize("name", ["anthropic", "openai", "gemini"])
@WAYS
async def test_the_web_is_searched_and_what_was_found_is_told(name: str, way: str) -> None:
    vendor = VENDORS[name]
    request = Request(prompt=Prompt(system="You search.", user=("What is new?",), web=True))
    say = Say("Much is new.", found=(*FOUND, FOUND[0]))
    async with serving(vendor.protocol, say) as server:
        async with provider_at(vendor, server.url) as provider:
            reply = await asked(provider, request, way)
            plain = dataclasses.replace(
                request, prompt=dataclasses.replace(request.prompt, web=False)
            )  # type: ignore[type-var]
            other = await asked(provider, plain, way)
        first, second = (seen.body for seen in server.asked)
    assert vendor.provider.capabilities.web
    assert reply.text == "Much is new."
    assert reply.sources == (
        Source(url="https://a.example/x", title="A page"),
        Source(url="https://b.example"),
    )
    assert other.sources == ()
    assert (reply.usage.searches, other.usage.searches) == (1, 0)
    assert ("tools" in first, "tools" in second) == (True, False)


@pytest.mark.parametrize("name", ["ollama", "lm-studio"])
@pytest.mark.parametrize("sees", [True, False, None])
async def test_a_local_server_says_whether_its_model_sees(name: str, sees: bool | None) -> None:
    vendor: Vendor = VENDORS[name]
    protocol: Any = dataclasses.replace(vendor.protocol, sees=sees)  # type: ignore[type-var]
    async with serving(protocol) as server, provider_at(vendor, server.url) as provider:
        able: Capabilities = await provider.capable()
    assert able.images is sees


TAKES = {"compatible": "top_p", "lm-studio": "top_p", "gemini": "topP", "ollama": "top_p"}


@pytest.mark.parametrize("name", VENDORS)
async def test_a_share_of_likely_words_is_sent_to_who_takes_it(name: str) -> None:
    vendor = VENDORS[name]
    prompt = Prompt(system="You write.", user=("A word.",), top_p=0.5)
    async with serving(vendor.protocol, Say("Tree.")) as server:
        async with provider_at(vendor, server.url) as provider:
            await provider.generate(Request(prompt=prompt))
        body = server.asked[-1].body
    sent = {**body, **body.get("generationConfig", {}), **body.get("options", {})}
    assert {k: v for k, v in sent.items() if k in ("top_p", "topP")} == (
        {TAKES[name]: 0.5} if name in TAKES else {}
    )
