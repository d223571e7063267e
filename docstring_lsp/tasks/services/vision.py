"""Reads the files that a task names: the text of a PDF, without a network.

Pictures are for models that see; none of the providers' adapters sends them yet, and that is
said.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from pathlib import Path

from docstring_lsp.deliverables.placing import inside
from docstring_lsp.deliverables.tokens import needed
from docstring_lsp.errors import FileError, UsageError
from docstring_lsp.tasks.answer import Answer
from docstring_lsp.tasks.prompting import request
from docstring_lsp.tasks.room import Room

_FILE = re.compile(r"[\w./~-]+\.(?:pdf|png|jpe?g|gif|webp)\b", re.IGNORECASE)
_MORE = re.compile(
    r"\b(?:summar\w+|explain|what|why|how|describe|analy[sz]e|compare)\b", re.IGNORECASE
)


class VisionService:
    """Gives the text of PDFs, and has a model answer on it where more is asked."""

    keywords: Sequence[str] = ()
    capabilities: Sequence[str] = ("images", "documents")

    def __init__(self, room: Room) -> None:
        self._room = room

    async def execute(
        self, task: str, *, files: Sequence[str] = (), pages: Sequence[int] = ()
    ) -> Answer:
        """Return the text of PDFs, or what a model says of it.

        Args:
            task: Names them, or says what is asked of those that are attached.
            files: What is attached, relative to the project.
            pages: Which pages, from 1; all if empty.

        Raises:
            UsageError: If nothing is named, or a picture.
            FileError: If a file cannot be read.
        """
        names = [*files, *_FILE.findall(task)]
        if not names:
            raise UsageError("name a PDF of the project, such as docs/paper.pdf")
        texts = {}
        for name in dict.fromkeys(names):
            path = self._room.root / name
            inside(path, self._room.root)
            if path.suffix.lower() != ".pdf":
                raise UsageError(f"{name}: pictures cannot be sent to a model yet; PDFs are read")
            texts[name] = await asyncio.to_thread(_text, path, list(pages))
        if self._room.engine.models is None or not _MORE.search(task):
            return Answer(text="\n\n".join(texts.values()), told={"files": list(texts)})
        reply = await self._room.engine.ask(request(task, texts))
        return Answer(text=reply.text, told={"files": list(texts), "provider": reply.provider})


def _text(path: Path, pages: list[int]) -> str:
    pypdf = needed("pypdf")
    try:
        found = pypdf.PdfReader(path).pages
        wanted = pages or range(1, len(found) + 1)
        return "\n\n".join(found[number - 1].extract_text() for number in wanted)
    except (OSError, IndexError, pypdf.errors.PyPdfError) as error:
        raise FileError(f"{path}: cannot be read as PDF: {error}") from error


SERVICE = VisionService
