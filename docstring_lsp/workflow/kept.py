"""Scenes that are done, kept in the user's cache folder: interrupted work goes on where it was.

What is kept belongs to one question: the same project, line, bible and models. Once a script is
whole nothing of it is kept.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from hashlib import sha256

from docstring_lsp import __version__
from docstring_lsp.bible import Bible, written
from docstring_lsp.cache import Cache
from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.settings.model import Settings
from docstring_lsp.workflow.controller import Draft
from docstring_lsp.workflow.model import GenerationConfig, Outline, Scene, Script

DAYS = 7
"""How long an unfinished script is kept."""


class Kept:
    """The unfinished script that an earlier run left, if it did. To be closed.

    Args:
        evidence: The project.
        log_line: What the script is about.
        config: How it is written.
        bible: What it is written from.
        settings: Who writes it.
        cache: Where it is kept.
    """

    def __init__(
        self,
        evidence: Evidence,
        log_line: str,
        config: GenerationConfig,
        bible: Bible,
        settings: Settings,
        *,
        cache: Cache | None = None,
    ) -> None:
        self._cache = cache or Cache()
        told = [__version__, evidence.name, log_line, repr(config)]
        told += [settings.provider, settings.model]
        told += [f"{module.name}\0{module.text}" for module in evidence.modules]
        told += [written(entry) for entry in bible.entries]
        digest = sha256(json.dumps(told).encode("utf-8", "surrogatepass"))
        self._key = f"script:{digest.hexdigest()}"

    def draft(self) -> Draft:
        """Return what is done; what is added to it is kept at once."""
        scenes = _Scenes(self._cache, self._key)
        text = self._cache.get(self._key)
        for scene in _read(text) if text else ():
            dict.__setitem__(scenes, scene.outline.number, scene)
        return Draft(scenes=scenes)

    def done(self, script: Script) -> None:
        """Keep nothing of a script that is whole."""
        if not script.failed:
            self._cache.delete(self._key)

    def __enter__(self) -> Kept:
        return self

    def __exit__(self, *_: object) -> None:
        self._cache.close()


@dataclass(eq=False)
class _Scenes(dict[int, Scene]):
    """The scenes by their numbers; each is kept when it is put here."""

    cache: Cache
    key: str

    def __setitem__(self, number: int, scene: Scene) -> None:
        super().__setitem__(number, scene)
        told = json.dumps([asdict(each) for each in self.values()])
        self.cache.set(self.key, told, ttl=DAYS * 86_400)


def _read(text: str) -> list[Scene]:
    try:
        return [
            Scene(**{**told, "outline": Outline(**told["outline"])}) for told in json.loads(text)
        ]
    except (ValueError, TypeError, KeyError):
        return []
