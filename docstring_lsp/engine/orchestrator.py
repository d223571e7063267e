"""The engine for programs: providers in, docstrings and answers of several models out.

A face like the others, for who has providers in hand and no settings: everything it does, the
engine's own parts do.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from docstring_lsp.docstring.recognition import style as style_of
from docstring_lsp.docstring.recognition import styles
from docstring_lsp.engine.account import Account, Desk
from docstring_lsp.engine.attempt import Means, Written, attempt
from docstring_lsp.engine.config import GenerationConfig
from docstring_lsp.engine.connect import EMBEDDED, provider
from docstring_lsp.engine.contest import Contests
from docstring_lsp.engine.ledger import Ledger
from docstring_lsp.engine.metadata import Metadata, key_of, request_of, tuned
from docstring_lsp.engine.meter import Meter
from docstring_lsp.engine.result import GenerationResult
from docstring_lsp.engine.select import AUTO, Candidate, Demand, matrix, select
from docstring_lsp.engine.storage import Storage, keep, kept
from docstring_lsp.engine.style_names import DocstringStyle
from docstring_lsp.engine.synthesize import Comparison, Synthesis, compare, synthesize
from docstring_lsp.errors import DocstringLspError, UnknownNameError, UsageError
from docstring_lsp.providers.base import Capabilities, Prompt, Provider, Request
from docstring_lsp.settings.model import Settings

if TYPE_CHECKING:
    from docstring_lsp.providers.http import Http


class TemplateOrchestrator:
    """Generates docstrings with whichever of its providers serves a style best.

    Args:
        providers: Who can be asked, by the names to call them; those of this package, by name,
            need only stand in the list.
        templates: What a model is told of a style, by the style, as a Jinja template. Only
            these styles are served; all, in this package's own words, if None.
        storage: Keeps answers; nothing is kept if None.
        config: Within which bounds.

    Attributes:
        provider_capabilities: What each provider can do, by name.
        template_compatibility: The styles that each provider can serve, by name.
    """

    def __init__(
        self,
        providers: Mapping[str, Provider],
        templates: Mapping[str, str] | None = None,
        storage: Storage | None = None,
        config: GenerationConfig | None = None,
    ) -> None:
        self.config = config or GenerationConfig()
        self.providers = dict(providers)
        self.storage = storage
        self.templates = templates
        self.provider_capabilities: dict[str, Capabilities] = {
            name: each.capabilities for name, each in self.providers.items()
        }
        served = styles() if templates is None else [DocstringStyle(s).value for s in templates]
        self._demands = {name: _demand(name) for name in served}
        found = matrix(self._candidates(), list(self._demands.values()))
        self.template_compatibility: dict[str, list[Any]] = {
            name: [DocstringStyle(s) for s, told in row.items() if told in ("yes", "preferred")]
            for name, row in found.items()
        }
        self._contests: Contests | None = None
        self._http: Http | None = None
        self._embedded = provider(EMBEDDED)()

    @classmethod
    def from_config(
        cls,
        config: Mapping[str, Mapping[str, Any]],
        *,
        mock_mode: bool = False,
        generation: GenerationConfig | None = None,
        storage: Storage | None = None,
    ) -> TemplateOrchestrator:
        """Return an orchestrator of the providers of a table. It is to be closed.

        Args:
            config: By name, as `docstring_lsp.engine.configured.configured` takes it.
            mock_mode: Whether each is the mock, which answers without a network or a key.
            generation: Within which bounds.
            storage: Keeps answers.
        """
        from docstring_lsp.engine.configured import configured
        from docstring_lsp.providers.http import Http

        http = Http()
        made = cls(configured(config, http, mock_mode=mock_mode), None, storage, generation)
        made._http = http
        return made

    async def __aenter__(self) -> TemplateOrchestrator:
        """Return itself."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close every connection."""
        await self.aclose()

    async def aclose(self) -> None:
        """Close the connections that it has opened itself."""
        if self._http is not None:
            await self._http.aclose()

    async def generate_docstring(
        self,
        code_metadata: Metadata,
        style: str = "google",
        preferred_provider: str | None = None,
        **parameters: Any,
    ) -> GenerationResult:
        """Return the prose of a definition's docstring.

        Args:
            code_metadata: The definition: its source; a mapping with its ``source`` (or
                ``code``) and, where there are several in it, the ``name`` of the one; its
                facts; or a whole request.
            style: The style, or its name.
            preferred_provider: Who is asked if it can serve the style.
            **parameters: ``model``, ``temperature`` and ``max_tokens``, to ask with.

        Raises:
            UnknownNameError: If there is no such definition, parameter, or template.
            UsageError: If no provider can serve the style.
            AttemptsFailedError: If every provider failed; its cause holds all of theirs.
        """
        start = time.perf_counter()
        name = DocstringStyle(style).value
        if name not in self._demands:
            raise UnknownNameError("template", name, self._demands)
        request = request_of(code_metadata, name, parameters.pop("model", None))
        tune = tuned(parameters)
        key = key_of(request, parameters, (self.templates or {}).get(name, ""))
        if (found := await kept(self.storage, key, name)) is not None:
            return found
        desks = self._chosen(self._demands[name], preferred_provider)
        held = await self._opened().hold(desks, partial(self._attempt, request, tune))
        if held.value is None:
            raise held.error or UsageError("nobody was asked")
        result = await self._result(request, held.value, held.provider, start)
        result = replace(
            result,
            attempts=held.attempts,
            tokens_used=sum(a.usage.input + a.usage.output for a in held.attempts),
        )
        await keep(self.storage, key, result, self.config.cache_ttl)
        return result

    async def check_models_availability(self) -> dict[str, bool]:
        """Return which providers can be asked now; costs no tokens where that can be."""
        found = await asyncio.gather(
            *(self._is_available(each) for each in self.providers.values())
        )
        return dict(zip(self.providers, found, strict=True))

    async def process(
        self,
        prompt: str,
        selected_models: Sequence[str] | None = None,
        ultra_model: str | None = None,
    ) -> dict[str, Any]:
        """Return what several models answer to a prompt, and one answer made of all.

        Args:
            prompt: What to ask.
            selected_models: Whom to ask, by name; all if None.
            ultra_model: Who makes one answer of theirs; the first that answered if None or
                not among the providers.

        Returns:
            ``status`` (``success`` or ``failed``) and ``elapsed_time``; of a success
            ``synthesis``, ``responses``, ``errors`` and ``ultra_model``, of a failure
            ``error`` and ``model_errors``.
        """
        start = time.perf_counter()
        names = list(self.providers if selected_models is None else selected_models)
        unknown = [name for name in names if name not in self.providers]
        errors = {n: str(UnknownNameError("model", n, self.providers)) for n in unknown}
        desks = [self._desk(name) for name in dict.fromkeys(names) if name not in errors]
        request = Request(prompt=Prompt(system=_SYSTEM, user=(prompt,)))
        heard = await compare(request, desks, self._opened())
        errors.update(heard.errors)
        if not heard.voices:
            return {
                "status": "failed",
                "error": "no model answered" if desks else "none of the models is there",
                "model_errors": errors,
                "elapsed_time": time.perf_counter() - start,
            }
        ultra = ultra_model if ultra_model in self.providers else heard.voices[0].name
        made = await synthesize(request, heard, self._desk(ultra), self._opened())
        return {
            "status": "success",
            "synthesis": _synthesis(made),
            "responses": _responses(heard),
            "errors": errors,
            "ultra_model": ultra,
            "elapsed_time": time.perf_counter() - start,
        }

    def _candidates(self) -> list[Candidate]:
        return [Candidate(name=n, capabilities=c) for n, c in self.provider_capabilities.items()]

    def _chosen(self, demand: Demand, preferred: str | None) -> list[Desk]:
        """Return whom to ask, one after the other."""
        wanted = preferred if preferred in self.providers else AUTO
        left, names = self._candidates(), list[str]()
        names.append(select(left, demand, preferred=wanted or AUTO).primary)
        while len(names) < self.config.parallel_attempts:
            left = [each for each in left if each.name not in names]
            try:
                names.append(select(left, demand).primary)
            except UsageError:
                break
        return [self._desk(name) for name in names]

    def _desk(self, name: str) -> Desk:
        return Desk(
            name=name,
            provider=self.providers[name],
            capabilities=self.provider_capabilities[name],
        )

    def _opened(self) -> Contests:
        """Return where they are asked; made where there is an event loop."""
        if self._contests is None:
            config = self.config
            settings = Settings(
                max_retries=config.max_retries,
                timeout=config.timeout,
                parallel_attempts=config.parallel_attempts,
                race_delay=config.race_delay,  # type: ignore[arg-type]
            )
            self._contests = Contests(settings, Meter(Ledger()))
        return self._contests

    async def _attempt(
        self, request: Request, tune: Any, desk: Desk, means: Means, account: Account
    ) -> Written:
        texts = {}
        if self.templates is not None:
            texts[f"styles/{request.style}.jinja"] = self.templates[request.style]
        return await attempt(request, desk, replace(means, tune=tune, texts=texts), account)

    async def _result(
        self, request: Request, written: Written, name: str, start: float
    ) -> GenerationResult:
        from docstring_lsp.engine.gate import complete

        own = (await self._embedded.generate(request)).draft
        assert own is not None
        return GenerationResult(
            content=complete(written.draft, own),
            provider=name,
            model=written.model,
            style=DocstringStyle(request.style),
            generation_time=time.perf_counter() - start,
            mended=written.mended,
        )

    async def _is_available(self, each: Provider) -> bool:
        try:
            return bool(await asyncio.wait_for(each.available(), self.config.timeout))
        except (DocstringLspError, asyncio.TimeoutError, TimeoutError):
            return False


_SYSTEM = "Answer precisely and in plain words."


def _demand(name: str) -> Demand:
    meant = style_of(name)
    return Demand(style=name, requires_json=meant.requires_json, min_tokens=meant.min_tokens)


def _responses(heard: Comparison) -> dict[str, dict[str, Any]]:
    return {
        voice.name: {
            "model": voice.model or voice.name,
            "provider": voice.provider,
            "response": voice.text,
            "elapsed_time": voice.seconds,
        }
        for voice in heard.voices
    }


def _synthesis(made: Synthesis) -> dict[str, Any]:
    told: dict[str, Any] = {
        "summary": made.voice.text,
        "source_model": made.voice.name,
        "is_synthesized": made.merged,
    }
    if made.merged:
        told["models_used"] = list(made.used)
    if made.error:
        told["synthesis_error"] = made.error
    return told
