"""Looks at the pictures and PDFs that a task names or that go with it.

Models that see are sent them as they are. The text of a PDF is read without any model, too; a
picture is refused where no model sees.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from pathlib import Path

from docstring_lsp.deliverables.placing import inside
from docstring_lsp.errors import UsageError
from docstring_lsp.providers.base import Attachment
from docstring_lsp.tasks.answer import Answer
from docstring_lsp.tasks.attaching import attachment, text_of_pdf
from docstring_lsp.tasks.prompting import request
from docstring_lsp.tasks.room import Room

_FILE = re.compile(r"[\w./~-]+\.(?:pdf|png|jpe?g|gif|webp)\b", re.IGNORECASE)
_TEXT_ALONE = re.compile(r"\s*(?:please\s+)?(?:extract|read|get|show|give)\b", re.IGNORECASE)


class VisionService:
    """Answers on pictures and PDFs; gives the text of a PDF where only that is asked."""

    keywords: Sequence[str] = ()
    capabilities: Sequence[str] = ("images", "documents")

    def __init__(self, room: Room) -> None:
        self._room = room

    async def execute(
        self, task: str, *, files: Sequence[str] = (), pages: Sequence[int] = ()
    ) -> Answer:
        """Return what a model says of files, or the text of PDFs.

        Args:
            task: Names files of the project, or says what is asked of those that are attached.
            files: What is attached, wherever it is; what is not absolute is in the project.
            pages: Which pages of PDFs, from 1; all if empty. They are sent as text then.

        Raises:
            UsageError: If nothing is named, or a picture and no model that sees it.
            FileError: If a file cannot be read, or is not what its name says.
            ProviderError: If the model does not answer.
        """
        paths = self._named(task, files)
        found = [await asyncio.to_thread(attachment, path) for path in paths]
        blind = self._room.engine.models is None
        if not any(each.is_image for each in found) and (blind or _TEXT_ALONE.match(task)):
            texts = [await asyncio.to_thread(text_of_pdf, path, pages) for path in paths]
            if all(texts):
                return Answer(text="\n\n".join(texts), told={"files": [e.name for e in found]})
        if blind:
            raise UsageError(
                "pictures, and PDFs that hold pictures alone, need a model that sees; set "
                "`provider` in the user's own settings, or name one with --provider"
            )
        return await self._seen(task, dict(zip(paths, found, strict=True)), pages)

    def _named(self, task: str, files: Sequence[str]) -> list[Path]:
        root = self._room.root
        named = [root / name for name in _FILE.findall(task)]
        for path in named:
            inside(path, root)
        # What is attached may be named in the task as well.
        attached = [root / name for name in files]
        names = {path.name for path in attached}
        found = attached + [path for path in named if path.name not in names]
        if not found:
            raise UsageError("name a picture or a PDF of the project, such as docs/paper.pdf")
        return list(dict.fromkeys(found))

    async def _seen(self, task: str, found: dict[Path, Attachment], pages: Sequence[int]) -> Answer:
        """Return what a model says; one that sees, but reads no PDFs, is told their text."""
        sent, texts = list(found.values()), {}
        models = self._room.engine.models
        whole = not pages and models is not None and models.can("documents")
        if not whole:
            sent = [each for each in sent if each.is_image]
            for path, each in found.items():
                if not each.is_image:
                    texts[each.name] = await asyncio.to_thread(text_of_pdf, path, pages)
        reply = await self._room.ask(request(task, texts, attachments=sent))
        names = [each.name for each in found.values()]
        return Answer(text=reply.text, told={"files": names, "provider": reply.provider})


SERVICE = VisionService
