"""Several models asked about one definition: a docstring of each, side by side, and one of all.

Takes a document and a definition of it, gives the docstrings and a Markdown page of them.
Changes nothing and opens no file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from docstring_lsp.actions.composing import facts_of, layout_at
from docstring_lsp.actions.context import context
from docstring_lsp.actions.conventions import Conventions
from docstring_lsp.actions.place import NOWHERE, Place
from docstring_lsp.docstring.merge import compose
from docstring_lsp.engine.generate import Engine
from docstring_lsp.engine.models import Models
from docstring_lsp.engine.synthesize import Synthesis, Voice
from docstring_lsp.providers.base import Prompt, Request
from docstring_lsp.source.definition import Definition


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What models were asked, and what they answered.

    Attributes:
        subject: What they were asked about.
        voices: The answers.
        errors: Why the others did not answer, by what they were called.
        texts: Each answer as it would be used: a docstring, or the text of a free answer.
        synthesis: One answer made of all; None if none was asked for or there is no answer.
        synthesized: That as it would be used.
    """

    subject: str
    voices: tuple[Voice, ...] = ()
    errors: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    synthesis: Synthesis | None = None
    synthesized: str = ""


async def compare(
    text: str,
    definition: Definition,
    conventions: Conventions,
    models: Models,
    names: Sequence[str],
    *,
    ultra: str | None = None,
    place: Place = NOWHERE,
) -> Compared:
    """Return the docstrings that models write for a definition.

    Args:
        text: The document.
        definition: The definition.
        conventions: How the project writes docstrings.
        models: Whom the names stand for.
        names: Providers, each with a colon and a model where not the one that is set is meant.
        ultra: Who makes one docstring of all; None for nobody.
        place: Where the text comes from.

    Raises:
        SourceError: If the definition cannot be read.
        UsageError: If one of the named cannot be asked.
    """
    facts = facts_of(text, definition, place)
    lookup = place.lookup or (lambda _name: None)
    request = Request(
        facts=facts,
        style=conventions.style_name,
        source=definition.span.of(text),
        context=context(
            text,
            definition,
            facts,
            module=place.package,
            lookup=lookup,
            mentions=place.mentions,
            glossary=conventions.bible.glossary,
        ),
    )
    heard, made = await models.compared(request, names, ultra=ultra)
    own = (await Engine()(request)).content

    def rendered(voice: Voice) -> str:
        from docstring_lsp.engine.gate import complete

        assert voice.draft is not None
        docstring = compose(facts, complete(voice.draft, own), init=conventions.policy.init)
        return conventions.style.render(docstring, layout_at(text, definition, conventions))

    texts = {voice.name: rendered(voice) for voice in heard.voices}
    return Compared(
        subject=definition.qualname,
        voices=heard.voices,
        errors=heard.errors,
        texts=texts,
        synthesis=made,
        synthesized=rendered(made.voice) if made else "",
    )


async def compare_prompt(
    prompt: str, models: Models, names: Sequence[str], *, ultra: str | None = None
) -> Compared:
    """Return what models answer to a free prompt.

    Args:
        prompt: What to ask.
        models: Whom the names stand for.
        names: As in `compare`.
        ultra: Who makes one answer of all; None for nobody.

    Raises:
        UsageError: If one of the named cannot be asked.
    """
    request = Request(prompt=Prompt(system=_SYSTEM, user=(prompt,)))
    heard, made = await models.compared(request, names, ultra=ultra)
    return Compared(
        subject="a prompt",
        voices=heard.voices,
        errors=heard.errors,
        texts={voice.name: voice.text for voice in heard.voices},
        synthesis=made,
        synthesized=made.voice.text if made else "",
    )


def markdown(compared: Compared) -> str:
    """Return the comparison as a page: a table of what each took, then the answers."""
    lines = [f"# {_escaped(compared.subject)}", "", "| model | seconds | tokens | US dollars |"]
    lines.append("|---|---:|---:|---:|")
    lines += [f"| {' | '.join(map(_escaped, took(voice)))} |" for voice in compared.voices]
    for name, error in compared.errors.items():
        lines += ["", f"**{_escaped(name)}** did not answer: {_escaped(error)}"]
    if compared.synthesis is not None:
        lines += ["", f"## {_escaped(synthesized_title(compared.synthesis))}", ""]
        lines += _fenced(compared.synthesized)
    for voice in compared.voices:
        lines += ["", f"## {_escaped(voice.name)}", "", *_fenced(compared.texts[voice.name])]
        lines += [f"- left out: {_escaped(line)}" for line in voice.mended]
    return "\n".join(lines) + "\n"


def took(voice: Voice) -> tuple[str, str, str, str]:
    """Return what a model is called and what it took, as a table shows it."""
    tokens = sum(each.usage.input + each.usage.output for each in voice.attempts)
    costs = [each.cost for each in voice.attempts]
    cost = "unknown" if None in costs else f"{sum(c for c in costs if c is not None):.4f}"
    name = f"{voice.name} ({voice.model})" if voice.model else voice.name
    return name, f"{voice.seconds:.1f}", f"{tokens:,}", cost


def synthesized_title(made: Synthesis) -> str:
    """Return what stands above one answer made of several."""
    if made.merged:
        return f"Made of {len(made.used)} by {made.voice.name}"
    if made.error:
        return f"The fullest, by {made.voice.name}, since merging failed: {made.error}"
    return f"The only answer, by {made.voice.name}"


_SYSTEM = "Answer precisely and in plain words."


def _escaped(text: str) -> str:
    """Return a text that is no Markdown, on one line."""
    plain = " ".join(text.split())
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>#|" else c for c in plain)


def _fenced(text: str) -> list[str]:
    longest, run = 2, 0
    for character in text:
        run = run + 1 if character == "`" else 0
        longest = max(longest, run)
    fence = "`" * (longest + 1)
    return [f"{fence}text", text, fence]
