"""Files that go with a task: a path in, what a provider is sent out, or the text of a PDF.

What a file is, its first bytes say; its name only says what it is called.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from docstring_lsp.deliverables.tokens import needed
from docstring_lsp.disk import read_bytes
from docstring_lsp.errors import FileError
from docstring_lsp.providers.base import Attachment

LARGEST = 20_000_000
"""The bytes of a file; no provider takes more in a request."""

_KINDS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"%PDF-", "application/pdf"),
)


def attachment(path: Path) -> Attachment:
    """Return a picture or a PDF as a provider is sent it.

    Raises:
        FileError: If it cannot be read, is neither, or is too large.
    """
    data = read_bytes(path)
    if len(data) > LARGEST:
        raise FileError(f"{path}: has {len(data):,} bytes; {LARGEST:,} can be sent")
    found = [kind for start, kind in _KINDS if data.startswith(start)]
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        found.append("image/webp")
    if not found:
        raise FileError(f"{path}: is no picture (PNG, JPEG, GIF, WebP) and no PDF")
    return Attachment(name=path.name, kind=found[0], data=data)


def text_of_pdf(path: Path, pages: Sequence[int] = ()) -> str:
    """Return the text of a PDF; empty for one that holds pictures of text alone.

    Args:
        path: The file.
        pages: Which pages, from 1; all if empty.

    Raises:
        FileError: If it cannot be read, or has no such page.
        UsageError: If the library that it takes is not installed.
    """
    pypdf = needed("pypdf")
    try:
        found = pypdf.PdfReader(path).pages
        wanted = list(pages) or range(1, len(found) + 1)
        if missing := [number for number in wanted if not 1 <= number <= len(found)]:
            raise FileError(f"{path}: has no page {missing[0]}; it has {len(found)}")
        return "\n\n".join(found[number - 1].extract_text() for number in wanted).strip()
    except (OSError, ValueError, pypdf.errors.PyPdfError) as error:
        raise FileError(f"{path}: cannot be read as PDF: {error}") from error
