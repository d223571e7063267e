"""A document that a model writes around what the project tells: prompts out, its prose in.

What is exact is never the model's: it stands as the project tells it. What the model says of
names that the project does not have is asked for again, and then told.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from docstring_lsp.deliverables import glossing
from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.growth import Growth
from docstring_lsp.deliverables.model import Section, Template, Written
from docstring_lsp.deliverables.offline import composed, offline, title, told
from docstring_lsp.deliverables.prompting import PromptGenerator, Wish, free, key
from docstring_lsp.deliverables.truth import doubts
from docstring_lsp.errors import ContentError, PassingError, ProviderError
from docstring_lsp.providers.base import Reply, Request, Usage

Hear = Callable[[str, str], None]
"""Is told pieces of an answer as they come: by whom, and what was added."""


class Ask(Protocol):
    """Whoever answers prompts, as the engine does."""

    def __call__(self, request: Request, hear: Hear | None = None) -> Awaitable[Reply]:
        """Return the answer to a prompt."""
        ...


async def online(
    template: Template,
    evidence: Evidence,
    ask: Ask,
    wish: Wish,
    *,
    prompts: PromptGenerator | None = None,
    growth: Growth | None = None,
) -> Written:
    """Return a document that a model has written where the project does not tell it itself.

    Args:
        template: The type.
        evidence: What the project says of itself.
        ask: Answers prompts.
        wish: How it is to be written.
        prompts: Makes the prompts.
        growth: Given, the parts are asked for one after the other, and it takes them in as
            they come.

    Raises:
        ProviderError: If there is no answer that will do.
        UsageError: If nobody can be asked.
    """
    prompts = prompts or PromptGenerator()
    asked = free(template)
    if not asked:
        return offline(template, evidence)
    writer = _Writer(template, evidence, ask, wish, prompts)
    if growth is None:
        return await writer.at_once(asked)
    return await writer.piecewise(growth)


@dataclass(slots=True)
class _Writer:
    template: Template
    evidence: Evidence
    ask: Ask
    wish: Wish
    prompts: PromptGenerator
    usage: Usage = field(default_factory=Usage)

    async def at_once(self, asked: Sequence[Section]) -> Written:
        """Ask for all parts together, as JSON."""

        def texts(reply: Reply) -> dict[str, str]:
            said = reply.data or {}
            found = {s.title: str(said.get(key(s), "")).strip() for s in asked}
            missing = [name for name, text in found.items() if not text]
            if missing:
                raise ContentError(
                    f"no text for {', '.join(missing)}", provider=reply.provider, reason="malformed"
                )
            return found

        reply, found, wrong = await self._tried(None, texts)
        return self._written(reply, found, wrong)

    async def piecewise(self, growth: Growth) -> Written:
        """Ask part by part, while the document grows, its exact parts too."""
        found: dict[str, str] = {}
        wrong: tuple[str, ...] = ()
        reply: Reply | None = None
        growth.settle(title(self.template, self.evidence))
        for section in self.template.sections:
            heading = f"## {section.title}"
            if section.exact:
                exact = told(section, self.evidence)
                if exact:
                    growth.settle(heading, exact)
                continue

            def text(said: Reply, name: str = section.title) -> dict[str, str]:
                if not said.text.strip():
                    raise ContentError(
                        f"no text for {name}", provider=said.provider, reason="malformed"
                    )
                return {name: said.text.strip()}

            reply, piece, more = await self._tried([section], text, growth)
            found.update(piece)
            wrong += more
            growth.settle(heading, piece[section.title])
        if reply is None:
            raise ContentError("nothing was asked", provider="", reason="malformed")
        return self._written(reply, found, wrong)

    async def _tried(
        self,
        sections: Sequence[Section] | None,
        read: Callable[[Reply], dict[str, str]],
        growth: Growth | None = None,
    ) -> tuple[Reply, dict[str, str], tuple[str, ...]]:
        """Return an answer that will do, or the last one with what is wrong with it."""
        wrong: tuple[str, ...] = ()
        best: tuple[Reply, dict[str, str], tuple[str, ...]] | None = None
        error: ProviderError | None = None
        for number in range(max(1, self.wish.tries)):
            prompt = self.prompts.generate_prompt(
                self.template, self.evidence, self.wish, sections=sections, wrong=wrong
            )
            if growth is not None and sections:
                growth.begin(f"## {sections[0].title}")
            hear = growth.hear if growth is not None else None
            try:
                reply = await self._asked(Request(prompt=prompt, model=self.wish.model), hear)
                found = read(reply)
            except ProviderError as failure:
                if not _may_be_otherwise(failure):
                    raise
                error, wrong = failure, (str(failure),)
                if number + 1 < self.wish.tries:
                    await asyncio.sleep(self.wish.pause * 2**number)
                continue
            text = "\n\n".join(found.values())
            invented = doubts(text, self.evidence)
            unwanted = glossing.unwanted(text, self.evidence.bible)
            # What is called otherwise to the last is called right by us.
            said = {n: glossing.reworded(each, self.evidence.bible) for n, each in found.items()}
            best = reply, said, invented
            if not (invented or unwanted):
                break
            wrong = (*(f"the project has no {name}" for name in invented), *unwanted)
        if best is None:
            raise error or ContentError("was not asked", provider="", reason="malformed")
        return best

    async def _asked(self, request: Request, hear: Hear | None) -> Reply:
        waiting = self.ask(request, hear)
        try:
            reply = await asyncio.wait_for(waiting, self.wish.timeout)
        except (TimeoutError, asyncio.TimeoutError):
            told = f"no answer within {self.wish.timeout:g} seconds"
            raise PassingError(told, provider="engine") from None
        self.usage = Usage(
            input=self.usage.input + reply.usage.input,
            output=self.usage.output + reply.usage.output,
            cached=self.usage.cached + reply.usage.cached,
            thinking=self.usage.thinking + reply.usage.thinking,
            estimated=self.usage.estimated or reply.usage.estimated,
        )
        return reply

    def _written(self, reply: Reply, found: Mapping[str, str], wrong: tuple[str, ...]) -> Written:
        return Written(
            body=composed(self.template, self.evidence, found),
            provider=reply.provider,
            model=reply.model,
            usage=self.usage,
            doubts=wrong,
        )


def _may_be_otherwise(error: ProviderError) -> bool:
    """Return whether another try may succeed: of several causes one that passes is enough."""
    causes = getattr(error.__cause__, "exceptions", ()) or (error,)
    return any(isinstance(each, (ContentError, PassingError)) for each in causes)
