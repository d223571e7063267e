"""What OpenAI's adapters share: where it is reached, what it can, and its batches.

A batch is a file of requests that is uploaded; files of answers are read.

For every adapter whose requests OpenAI takes in one; which of its addresses they are for, the
adapter says.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from datetime import datetime
from typing import Any, ClassVar
from urllib.parse import quote

from docstring_lsp.providers.base import Capabilities, Request
from docstring_lsp.providers.batch import Answered, BatchProvider, Job, State
from docstring_lsp.providers.call import Upload
from docstring_lsp.providers.connection import Access
from docstring_lsp.providers.foreign import at, count, items, mapping, text


class OpenAIBatches(BatchProvider):
    """A provider whose requests OpenAI takes in batches."""

    capabilities: ClassVar[Capabilities] = Capabilities(
        max_tokens=1_050_000,
        max_output=128_000,
        preferred_styles=("google", "numpy", "sphinx"),
        json="schema",
        streaming=True,
        images=True,
        documents=True,
        batch=True,
        as_of="2026-11-21",
    )
    access: ClassVar[Access] = Access(
        base_url="https://api.openai.com/v1",
        model="gpt-6-sol",
        key_variables=("OPENAI_API_KEY",),
        url_variables=("OPENAI_BASE_URL",),
        header_variables=(
            ("OPENAI_ORG_ID", "openai-organization"),
            ("OPENAI_PROJECT_ID", "openai-project"),
        ),
    )
    endpoint: ClassVar[str]
    """Where each request of a batch goes."""

    async def submit(self, requests: Mapping[str, Request], mark: str) -> str:
        """Hand a batch in and return its id."""
        lines = [
            json.dumps(
                {
                    "custom_id": name,
                    "method": "POST",
                    "url": self.endpoint,
                    "body": (await self._written(each)).body,
                }
            )
            for name, each in requests.items()
        ]
        upload = Upload(
            name="batch.jsonl", content="\n".join(lines).encode(), fields={"purpose": "batch"}
        )
        file = (await self._reached.http.json(self._to("/files", upload=upload))).data
        body = {
            "input_file_id": text(file, "id"),
            "endpoint": self.endpoint,
            "completion_window": "24h",
            "metadata": {_MARK: mark},
        }
        made = await self._reached.http.json(self._to("/batches", body))
        return text(made.data, "id")

    async def find(self, mark: str, size: int, since: str) -> str:
        """Return the id of a batch with a mark, the newest looked at first."""
        del size
        earliest, after = datetime.fromisoformat(since).timestamp(), ""
        while True:
            data = await self._got(f"/batches?limit=100{after}")
            for each in items(data, "data"):
                if text(each, "metadata", _MARK) == mark:
                    return text(each, "id")
                if count(each, "created_at") < earliest:
                    return ""
            last = text(data, "last_id")
            if at(data, "has_more") is not True or not last:
                return ""
            after = f"&after={quote(last, safe='')}"

    async def job(self, name: str) -> Job:
        """Return how a batch stands."""
        data = await self._told(name)
        reason = text(data, "errors", "data", 0, "message")
        state = _STATES.get(text(data, "status"), "waiting")
        counts = mapping(data, "request_counts")
        done = count(counts, "completed") + count(counts, "failed")
        return Job(state=state, done=done, reason=reason)

    async def answers(self, name: str) -> AsyncIterator[tuple[str, Answered]]:
        """Give the answers of a batch that is over: those of both its files."""
        data = await self._told(name)
        for kind in ("output_file_id", "error_file_id"):
            if file := text(data, kind):
                call = self._to(f"/files/{quote(file, safe='')}/content")
                async for line in self._lines(call):
                    yield text(line, "custom_id"), self._answered(line)

    def _answered(self, line: Any) -> Answered:
        status, body = count(line, "response", "status_code"), at(line, "response", "body")
        if status == 200:
            return self._read_answer(body)
        if status:
            return self._failure(body, status)
        if text(line, "error", "code").startswith("batch_"):
            return self._gone(text(line, "error", "code").removeprefix("batch_"))
        return self._failure(line)

    async def cancel(self, name: str) -> None:
        """Let nothing more of a batch be answered."""
        call = self._to(f"/batches/{quote(name, safe='')}/cancel", {})
        await self._reached.http.json(call)

    async def discard(self, name: str) -> None:
        """Remove the files of a batch that is over."""
        data = await self._told(name)
        for kind in ("input_file_id", "output_file_id", "error_file_id"):
            if file := text(data, kind):
                call = self._to(f"/files/{quote(file, safe='')}", method="DELETE")
                await self._reached.http.json(call)

    async def _told(self, name: str) -> Any:
        return await self._got(f"/batches/{quote(name, safe='')}")


_MARK = "docstring-lsp"

_STATES: dict[str, State] = {
    "completed": "ended",
    "expired": "ended",
    "cancelled": "cancelled",
    "failed": "failed",
}
"""What is over; everything else is on its way."""
