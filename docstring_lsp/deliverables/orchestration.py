"""Deliverables for those who call them from Python: an engine to enter, results to look at.

A synchronous face on `docstring_lsp.deliverables.deliver`, for scripts and notebooks.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any

from docstring_lsp import log
from docstring_lsp.deliverables.deliver import MERGED, Delivery, Order, deliver
from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.gather import gather
from docstring_lsp.deliverables.growth import Grown
from docstring_lsp.deliverables.kinds import DeliverableType
from docstring_lsp.deliverables.model import CompletionMode, Template
from docstring_lsp.deliverables.modes import Make, Outcome, make_all
from docstring_lsp.deliverables.prompting import PromptGenerator, Wish
from docstring_lsp.deliverables.results import (
    DeliverableResult,
    OrchestrationConfig,
    OrchestrationResult,
)
from docstring_lsp.deliverables.templates import templates
from docstring_lsp.deliverables.validate import validate
from docstring_lsp.deliverables.waiting import waited
from docstring_lsp.deliverables.workspace import asking, at_once, today
from docstring_lsp.engine.generate import Engine
from docstring_lsp.errors import DocstringLspError
from docstring_lsp.settings.load import load
from docstring_lsp.settings.model import Endpoint, Settings

logger = log.get("deliverables")

Kind = DeliverableType | Template | str
"""How a deliverable is named."""


class OrchestrationEngine:
    """Makes deliverables of a project. To be entered, or closed.

    Args:
        config: How.
        project: The project's folder; the current one if None.
    """

    def __init__(
        self, config: OrchestrationConfig | None = None, *, project: Path | None = None
    ) -> None:
        self.config = config or OrchestrationConfig()
        self.project = (project or Path.cwd()).absolute()
        self.prompt_generator = PromptGenerator()
        self._evidence: Evidence | None = None

    def __enter__(self) -> OrchestrationEngine:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Forget what was read; connections are closed after each call."""
        self._evidence = None

    def initialize(self) -> bool:
        """Read the project and look through the templates; return whether all is well."""
        if self.config.enable_logging:
            log.configure(self.config.log_level.lower())
        try:
            self._read()
            return all(each["is_valid"] for each in self.validate_deliverable_templates().values())
        except DocstringLspError as error:
            logger.error("%s", error)
            return False

    def orchestrate(
        self,
        user_input: str,
        deliverable_types: Sequence[Kind] | Kind,
        context: Mapping[str, Any] | None = None,
        *,
        grown: Grown | None = None,
    ) -> OrchestrationResult:
        """Return what came of each deliverable.

        Args:
            user_input: What is to be told of the project beside what it says itself.
            deliverable_types: Which ones, or which one.
            context: Further things to know, by name.
            grown: Is told the documents as they grow, where the mode streams.

        Raises:
            UsageError: If there is no such deliverable, or some need one another in a circle.
        """
        start = time.perf_counter()
        if isinstance(deliverable_types, (str, Template)):
            deliverable_types = [deliverable_types]
        names = tuple(_name(each) for each in deliverable_types)
        done, prompts = waited(self._delivered(names, self._wish(user_input, context), grown))
        results = tuple(_result(outcome, prompts) for outcome in done.outcomes)
        return OrchestrationResult(
            deliverable_results=results,
            merged_document=done.documents.get(MERGED) if any(r.success for r in results) else None,
            total_execution_time=time.perf_counter() - start,
            total_tokens_used=sum((r.token_usage or {}).get("total_tokens", 0) for r in results),
            success_count=sum(result.success for result in results),
            error_count=sum(not result.success for result in results),
            config_used=self.config,
        )

    async def process(self, plan: Sequence[Sequence[Template]], make: Make) -> Sequence[Outcome]:
        """Return what came of each deliverable; to be overridden for a mode of one's own.

        Args:
            plan: The types in rounds, each of which needs only what earlier rounds made.
            make: Makes one; `docstring_lsp.deliverables.modes.made` tells what came of it.
        """
        return await make_all(plan, make, self.config.completion_mode)

    def validate_deliverable_templates(self) -> dict[str, dict[str, Any]]:
        """Return of each template whether it can be used, and what is wrong with it."""
        return {
            each.name: {
                "is_valid": each.is_valid,
                "errors": list(each.errors),
                "origin": each.origin,
            }
            for each in validate(self.project)
        }

    def get_available_models(self) -> list[str]:
        """Return the models that can be asked, each as ``PROVIDER:MODEL``; asks their servers."""
        return waited(self._models())

    async def _delivered(
        self, names: tuple[str, ...], wish: Wish, grown: Grown | None
    ) -> tuple[Delivery, dict[str, str]]:
        config = self.config
        order = Order(
            names=names,
            mode=config.completion_mode,
            merged=config.merge_into_single_document,
            contents=config.include_table_of_contents,
            wish=wish,
        )
        known = templates(self.project, names)
        evidence = self._read()
        settings = self._settings()
        if config.completion_mode is CompletionMode.BATCH:
            settings = at_once(settings, len(names))
        async with Engine(settings, project=self.project) as engine:
            ask = asking(engine, logger.info)
            done = await deliver(
                order,
                evidence,
                known,
                ask,
                date=today(),
                prompts=self.prompt_generator,
                grown=grown,
                process=self.process,
            )
        asked = {} if ask is None else self._prompts(names, known, evidence, wish)
        return done, asked

    def _prompts(
        self, names: Sequence[str], known: Mapping[str, Template], evidence: Evidence, wish: Wish
    ) -> dict[str, str]:
        made = {
            name: self.prompt_generator.generate_prompt(known[name], evidence, wish)
            for name in names
        }
        return {name: "\n\n".join((p.system, *p.user)) for name, p in made.items()}

    async def _models(self) -> list[str]:
        async with Engine(self._settings(), project=self.project) as engine:
            if engine.models is None:
                return []
            found = []
            for candidate in engine.models.directory.candidates():
                if candidate.chosen and not candidate.missing:
                    desk = engine.models.desk(candidate.name)
                    if await desk.provider.available():
                        offered = await desk.provider.models()
                        found += [f"{candidate.name}:{model.name}" for model in offered]
            return found

    def _settings(self) -> Settings:
        settings, config = load(self.project).settings, self.config
        if config.provider is not None:
            settings = replace(settings, provider=config.provider)
        if config.model_name is not None:
            settings = replace(settings, model=config.model_name)
        if settings.provider == "lm-studio":
            headers = {}
            if config.lm_studio_api_key:
                headers["Authorization"] = f"Bearer {config.lm_studio_api_key}"
            told = Endpoint(base_url=config.lm_studio_base_url, headers=headers)
            settings = replace(settings, providers={**settings.providers, "lm-studio": told})
        return settings

    def _wish(self, user_input: str, context: Mapping[str, Any] | None) -> Wish:
        config = self.config
        return Wish(
            said=user_input,
            context={name: str(value) for name, value in (context or {}).items()},
            max_tokens=config.max_tokens,
            temperature=config.temperature,
            top_p=config.top_p,
            tries=config.max_retries_per_deliverable + 1,
            timeout=config.request_timeout,
        )

    def _read(self) -> Evidence:
        if self._evidence is None:
            self._evidence = gather(self.project, load(self.project).settings)
        return self._evidence


def quick_generate(
    user_input: str,
    deliverable_types: Sequence[Kind] | Kind,
    *,
    project: Path | None = None,
    **options: Any,
) -> OrchestrationResult:
    """Return deliverables without further ado.

    Args:
        user_input: What is to be told of the project beside what it says itself.
        deliverable_types: Which ones, or which one.
        project: The project's folder; the current one if None.
        **options: As of `OrchestrationConfig`.

    Raises:
        UsageError: If there is no such deliverable, or some need one another in a circle.
    """
    with OrchestrationEngine(OrchestrationConfig(**options), project=project) as engine:
        return engine.orchestrate(user_input, deliverable_types)


def _name(kind: Kind) -> str:
    return kind if type(kind) is str else kind.value  # type: ignore[union-attr]


def _result(outcome: Outcome, prompts: Mapping[str, str]) -> DeliverableResult:
    usage, template = outcome.usage, outcome.template
    try:
        kind: DeliverableType | Template = DeliverableType(template.name)
    except ValueError:
        kind = template
    return DeliverableResult(
        deliverable_type=kind,
        content=outcome.written.body if outcome.written is not None else "",
        success=outcome.written is not None,
        error_message=outcome.error or None,
        execution_time=outcome.seconds,
        token_usage={
            "prompt_tokens": usage.input,
            "completion_tokens": usage.output,
            "total_tokens": usage.input + usage.output,
        },
        prompt_used=prompts.get(template.name),
    )
