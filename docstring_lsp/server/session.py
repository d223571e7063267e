"""The only state that changes: the open documents, the folders, what the editor has set.

Handlers are never given it, but for notifications, which are there to change it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from docstring_lsp.errors import SettingError
from docstring_lsp.server.capabilities import Client
from docstring_lsp.server.editor import Editor
from docstring_lsp.server.options import SECTION, EditorSettings, editor_settings
from docstring_lsp.server.projects import Projects
from docstring_lsp.server.publisher import Publisher
from docstring_lsp.server.snapshot import Change, Document, Project, Snapshot, Workspace

_PATIENCE = 3.0
"""Seconds that the editor has to say what it has set before work begins without it."""


class Session:
    """One session with an editor.

    Args:
        editor: The editor.

    Attributes:
        editor: The editor.
        client: What the editor can do.
        documents: The open documents, by address.
        folders: The workspace's folders, by address.
        publisher: What sends diagnostics.
        style: The style that was selected for this session, or None.
        process_id: The process of the editor, once it has told it.
    """

    def __init__(self, editor: Editor) -> None:
        self.editor = editor
        self.client = Client()
        self.documents: dict[str, Document] = {}
        self.folders: dict[str, Path] = {}
        self.publisher = Publisher(self)
        self.style: str | None = None
        self._settings = EditorSettings()
        self._folder_settings: dict[str, EditorSettings] = {}
        self._projects = Projects(self._warn, editor.note)
        self._warned: set[str] = set()
        self.process_id: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self._configured = asyncio.Event()
        self._configuring = 0
        self._running: dict[str | int, asyncio.Future[Any]] = {}
        self._stopped: set[str | int] = set()
        self._untitled: dict[str, int] = {}

    # Documents

    def open(self, document: Document) -> None:
        """Take in a document that was opened."""
        self.documents[document.uri] = document
        self.publisher.schedule(document.uri, 0)

    def change(self, uri: str, changes: Iterable[Change], version: int) -> None:
        """Take in changes of a document; those of one that is not open are dropped."""
        if (document := self.documents.get(uri)) is not None:
            self.documents[uri] = document.changed(changes, version, self.client.encoding)
            self.publisher.schedule(uri)

    def close(self, uri: str) -> None:
        """Forget a document that was closed."""
        if self.documents.pop(uri, None) is not None:
            self.publisher.clear(uri)

    # Settings

    def begin(self, client: Client, folders: dict[str, Path], settings: EditorSettings) -> None:
        """Take in what the editor says at the start."""
        self.client = client
        self.folders = folders
        self._settings = settings

    def configure(self, sent: object = None) -> Coroutine[Any, Any, None]:
        """Take in what the editor has set: what it sent, or what it answers when asked.

        From the call on, not from the first step of the work, who needs settings waits for it.
        """
        self._configuring += 1
        self._configured.clear()
        return self._configure(sent)

    async def _configure(self, sent: object) -> None:
        try:
            if self.client.configuration:
                await self._ask_settings()
            else:
                self._settings = editor_settings(sent, self._settings.user)
        except SettingError as error:
            self._warn(str(error))
        finally:
            self._configuring -= 1
            if not self._configuring:
                self._configured.set()
        self.refresh()

    async def _ask_settings(self) -> None:
        folders = list(self.folders)
        answers = await self.editor.configuration(SECTION, [None, *folders])
        user = self._settings.user
        # Read all before any is taken, so that a wrong one leaves the previous ones standing.
        read = [None if a is None else editor_settings(a, user) for a in answers]
        self._settings = read[0] or self._settings
        found = dict(zip(folders, read[1:], strict=False))
        self._folder_settings = {uri: s for uri, s in found.items() if s is not None}

    def configured(self) -> None:
        """Go on without asking the editor for settings."""
        self._configured.set()

    def refresh(self) -> None:
        """Read projects' settings anew, and diagnose what is open by them."""
        self._projects.forget()
        self.publisher.schedule_all()

    def change_folders(self, added: dict[str, Path], removed: Iterable[str]) -> None:
        """Take in which folders the workspace has."""
        for uri in removed:
            self.folders.pop(uri, None)
        self.folders.update(added)
        self.editor.start(self.configure(), "reading settings")

    # What handlers are given

    async def snapshot(self, document: Document, *, vote: bool = True) -> Snapshot:
        """Return a document with all that holds for it.

        Args:
            document: The document.
            vote: Whether the project's style must be known, and not only its settings.
        """
        return Snapshot(document, await self.project(document.path, vote=vote), self.client)

    async def project(self, path: Path | None, *, vote: bool = True) -> Project:
        """Return the project that a file or folder belongs to."""
        await self._settings_known()
        start, settings = self._scope(path)
        project = await self._projects.of(start, settings, vote=vote)
        if self.style is None:
            return project
        return replace(project, conventions=project.conventions.with_style(self.style))

    def workspace(self) -> Workspace:
        """Return every open document and the folders, as they are now."""
        return Workspace(
            documents=MappingProxyType(dict(self.documents)),
            folders=tuple(self.folders.values()),
            client=self.client,
            snapshot=self.snapshot,
            project=self.project,
        )

    async def _settings_known(self) -> None:
        if self._configured.is_set():
            return
        # Not wait_for: before Python 3.12 it loses a cancellation that comes when the wait is over.
        waiting = asyncio.ensure_future(self._configured.wait())
        try:
            await asyncio.wait([waiting], timeout=_PATIENCE)
        finally:
            waiting.cancel()
        self._configured.set()

    def _scope(self, path: Path | None) -> tuple[Path, EditorSettings]:
        """Return where a file's settings are looked for, and what the editor has set there."""
        if path is None:
            first = next(iter(self.folders.items()), None)
            if first is None:
                return Path.cwd(), self._settings
            return first[1], self._folder_settings.get(first[0], self._settings)
        holding = [(uri, f) for uri, f in self.folders.items() if path == f or f in path.parents]
        uri = max(holding, key=lambda held: len(held[1].parts))[0] if holding else ""
        return path, self._folder_settings.get(uri, self._settings)

    def _warn(self, message: str) -> None:
        # Editors send settings again and again; what was said once is known.
        if message not in self._warned:
            self._warned.add(message)
            self.editor.show(message)

    # Work that can be stopped

    def track(self, token: str | int, work: asyncio.Future[Any]) -> None:
        """Note which work a progress token stands for."""
        self._running[token] = work

    def untitled(self, name: str) -> str:
        """Return the address of a document without a file that was not given before."""
        stem, dot, suffix = name.rpartition(".")
        count = self._untitled[name] = self._untitled.get(name, 0) + 1
        return f"untitled:{name}" if count == 1 else f"untitled:{stem}-{count}{dot}{suffix}"

    def was_stopped(self, token: str | int) -> bool:
        """Return whether the user stopped the work of a token."""
        return token in self._stopped

    def untrack(self, token: str | int) -> None:
        """Forget a token."""
        self._running.pop(token, None)
        self._stopped.discard(token)

    def stop(self, token: str | int) -> None:
        """Stop the work that a progress token stands for, if it is still at work."""
        if (work := self._running.get(token)) is not None:
            self._stopped.add(token)
            work.cancel()
