"""The values of a workflow: what is asked for, a scene on its way, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from docstring_lsp.bible import Bible
from docstring_lsp.engine.config import GenerationConfig as Bounds
from docstring_lsp.errors import UsageError


class GenerationScope(str, Enum):
    """How much is written."""

    SINGLE_SCENE = "single_scene"
    MULTI_SCENE = "multi_scene"
    FULL_SCRIPT = "full_script"


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerationConfig(Bounds):
    """How a script is written, and within which bounds models are asked.

    Attributes:
        scope: One scene, several, or as many as there are things to show.
        character_count: How many speak, where the bible does not say.
        scene_count: How many scenes, where the scope asks for several; 0 for all there are.
        use_existing_bibles: Whether the bible that is there is taken as it stands.
        auto_rewrite: Whether what is criticised is written again.
        rewrite_iterations: How often, at most.
        parallel_generation: Whether scenes are drafted at once.
        optimize_llm_calls: Whether the same question is asked once only.
    """

    scope: GenerationScope = GenerationScope.MULTI_SCENE
    character_count: int = 2
    scene_count: int = 3
    use_existing_bibles: bool = False
    auto_rewrite: bool = True
    rewrite_iterations: int = 2
    parallel_generation: bool = True
    optimize_llm_calls: bool = True

    def __post_init__(self) -> None:
        """Hold what is given to what is possible.

        Raises:
            UsageError: If it is not.
        """
        scopes = [scope.value for scope in GenerationScope]
        if self.scope not in scopes:
            raise UsageError(f"scope is {self.scope!r}; give one of {', '.join(scopes)}")
        object.__setattr__(self, "scope", GenerationScope(self.scope))
        least = {"scene_count": 0, "character_count": 0, "rewrite_iterations": 0}
        for name, bound in least.items():
            if getattr(self, name) < bound:
                raise UsageError(f"{name} is {getattr(self, name)}; give {bound} or more")

    @property
    def rewrites(self) -> int:
        """How often a scene is written again at most."""
        return self.rewrite_iterations if self.auto_rewrite else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What a scene is to show.

    Attributes:
        number: Its place, from 1.
        title: What it is called.
        description: What happens.
        screen: What the screen shows.
        command: What is typed; empty for nothing.
    """

    number: int
    title: str
    description: str
    screen: str = ""
    command: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A scene.

    Attributes:
        outline: What it is to show.
        text: Its lines, as Markdown.
        rewrites: How often it was written again.
        critique: What was said against it last; empty for nothing.
    """

    outline: Outline
    text: str
    rewrites: int = 0
    critique: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """What came of a workflow.

    Attributes:
        log_line: What it is about.
        bible: What it was written from.
        scenes: Its scenes.
        text: The whole, as Markdown.
        failed: Which scenes are missing, and why.
        stats: What the optimizer counted.
    """

    log_line: str
    bible: Bible
    scenes: tuple[Scene, ...]
    text: str
    failed: tuple[tuple[Outline, str], ...] = ()
    stats: Mapping[str, Any] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        """Return a part by its name, as a mapping would.

        Raises:
            KeyError: If there is none of that name.
        """
        if name == "scenes":
            return [
                {
                    "outline": {"title": s.outline.title, "description": s.outline.description},
                    "integrated_scene": s.text,
                    "rewrites": s.rewrites,
                }
                for s in self.scenes
            ]
        parts = {"script": self.text, "bibles": self.bible, "log_line": self.log_line}
        return parts[name]
