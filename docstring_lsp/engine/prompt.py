"""The prompt: a request in, what a model is asked out, within a budget of tokens.

The words stand in templates, a style and a kind of definition, in ``prompts/`` and, in their
place, in a folder of the user's own; a workspace has none. What is the same for many requests
comes first, so that a provider's prompt cache can hold it; source is data between fences. Knows
no provider.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docstring_lsp import files
from docstring_lsp.engine.budget import fit, shortened, tokens
from docstring_lsp.engine.fence import fenced, visible
from docstring_lsp.engine.schema import schema
from docstring_lsp.engine.slots import Slot, slots
from docstring_lsp.errors import SettingError, UsageError
from docstring_lsp.providers.base import Block, BlockKind, Prompt, Request
from docstring_lsp.source.facts import ClassFacts, Facts, FunctionFacts, to_json

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

TEMPLATES = Path(__file__).parent / "prompts"

LONGEST_SUMMARY = 72
"""What a summary may have so that it fits the first line of an indented docstring."""

_STABLE_FIRST: tuple[BlockKind, ...] = (
    "glossary",
    "sibling",
    "module",
    "class",
    "callee",
    "caller",
)
_LONGEST_NAME = 200
_BASE_TOKENS = 600
_SLOT_TOKENS = 80
_MOST_TOKENS = 16_384
"""An answer's limit: summary, description and examples, then two long sentences a slot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A prompt and how it was come by.

    Attributes:
        prompt: What a model is asked.
        dropped: What did not fit, the least important first, each in a few words.
        version: A hash of the templates, for the key of a cached answer.
        tokens: The estimated length of the prompt, which is over the budget where even the
            definition alone is.
    """

    prompt: Prompt
    dropped: tuple[str, ...]
    version: str
    tokens: int


def build(
    request: Request,
    *,
    budget: int,
    folder: Path | None = None,
    texts: Mapping[str, str] | None = None,
    violations: Sequence[str] = (),
) -> Built:
    """Return what a model is asked for a definition.

    Args:
        request: The definition with its source and context.
        budget: The tokens the prompt may have, the answer's not counted.
        folder: Where the user's own templates are, if there are any.
        texts: Further templates, by their paths, in place of those.
        violations: What was wrong with an earlier answer, when it is asked again.

    Raises:
        UsageError: If the request is a free prompt, which needs no building.
        SettingError: If one of the user's templates cannot be used.
        FileError: If one of the user's templates cannot be read.
    """
    if request.facts is None:
        raise UsageError("a free prompt is sent as it is; it has no definition to build one from")
    templates = Templates(folder, texts)
    form = schema(request.facts)
    system = templates.render(
        "system",
        kind=_kind(request.facts),
        style=request.style,
        styles=[f"styles/{request.style}.jinja", "styles/default.jinja"],
        longest_summary=LONGEST_SUMMARY,
    )
    again = [templates.render("again", violations=[visible(v) for v in violations])]
    fixed = [system, json.dumps(form), *(again if violations else [])]
    room = budget - sum(map(tokens, fixed))
    definition, dropped = _definition(
        templates, request, request.facts, list(form["required"]), room
    )
    blocks, left_out = fit(request.context, room - tokens(definition))
    others = [request.source, *(block.text for block in blocks)]
    user = [*_context(templates, blocks, others), definition, *(again if violations else [])]
    return Built(
        prompt=Prompt(
            system=system,
            user=tuple(user),
            schema=form,
            max_tokens=_longest_answer(slots(request.facts)),
        ),
        dropped=(*left_out, *dropped),
        version=templates.version,
        tokens=sum(map(tokens, (system, json.dumps(form), *user))),
    )


class Templates:
    """The templates that hold: ours, and in their place the user's of the same name.

    Args:
        folder: Where the user's own are; one that does not exist holds none.
        texts: Further ones, by their paths, in place of those.

    Raises:
        FileError: If one of them cannot be read.
    """

    def __init__(self, folder: Path | None = None, texts: Mapping[str, str] | None = None) -> None:
        self._folder = folder
        self._texts = dict(_own())
        self._users = _read(folder) if folder is not None else {}
        self._users.update(texts or {})
        self._texts.update(self._users)

    @property
    def version(self) -> str:
        """A hash of all of them."""
        told = json.dumps(sorted(self._texts.items()))
        return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def render(self, template: str, /, **values: Any) -> str:
        """Return a template's text with values put in.

        Args:
            template: Which one, without its suffix.
            **values: Plain values: texts, numbers, lists and dictionaries of them.

        Raises:
            SettingError: If it cannot be used.
        """
        from jinja2 import TemplateError

        try:
            environment = _environment(tuple(sorted(self._texts.items())))
            return environment.get_template(f"{template}.jinja").render(values).strip()
        except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
            raise SettingError(self._told(error), self._origin(error, template)) from error

    def _told(self, error: Exception) -> str:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        return f"the prompt cannot be made: {reason}"

    def _origin(self, error: Exception, name: str) -> str:
        template = getattr(error, "name", None) or f"{name}.jinja"
        line = getattr(error, "lineno", None)
        place = str(self._folder / template) if self._folder and self._users else template
        return f"{place}:{line}" if line else place


def _definition(
    templates: Templates, request: Request, facts: Facts, keys: list[str], room: int
) -> tuple[str, tuple[str, ...]]:
    """Return the last block: the facts, the source as far as it fits, and the question."""
    told = json.dumps(to_json(facts), ensure_ascii=False)
    values = {
        "name": _name(facts),
        "facts": fenced(told, [request.source]),
        "keys": keys,
        "aliases": {s.key: s.name for s in slots(facts) if s.key != s.name},
    }
    nothing = templates.render("definition", **values, source=fenced(""))
    source, left_out = shortened(visible(request.source), max(room - tokens(nothing), 0))
    text = templates.render("definition", **values, source=fenced(source, [told]))
    return text, (f"{left_out} lines of the source",) if left_out else ()


def _context(templates: Templates, blocks: Sequence[Block], texts: Sequence[str]) -> list[str]:
    told = []
    for kind in _STABLE_FIRST:
        of_kind = [
            {"name": _plain(block.name), "data": fenced(_told(block), texts)}
            for block in blocks
            if block.kind == kind
        ]
        if of_kind:
            told.append(templates.render("context", kind=kind, blocks=of_kind))
    return told


def _kind(facts: Facts) -> str:
    if isinstance(facts, FunctionFacts):
        return "function"
    return "class" if isinstance(facts, ClassFacts) else "module"


def _name(facts: Facts) -> str:
    if isinstance(facts, (FunctionFacts, ClassFacts)):
        return f"the {_kind(facts)} `{facts.qualname[:_LONGEST_NAME]}`"
    module = _plain(facts.module or "")
    return f"the module `{module}`" if module else "the module"


def _plain(name: str) -> str:
    """Return a dotted name; nothing of any other text, which a file's name may be."""
    return name[:_LONGEST_NAME] if all(map(str.isidentifier, name.split("."))) else ""


def _told(block: Block) -> str:
    """Return what is told of something, with its name where that is not one of the code's."""
    return block.text if _plain(block.name) else f"{block.name}\n{block.text}"


def _longest_answer(wanted: tuple[Slot, ...]) -> int:
    return min(_BASE_TOKENS + _SLOT_TOKENS * len(wanted), _MOST_TOKENS)


def _read(folder: Path) -> dict[str, str]:
    found = sorted((*folder.glob("*.jinja"), *folder.glob("*/*.jinja")))
    return {path.relative_to(folder).as_posix(): files.read(path).text for path in found}


@lru_cache(maxsize=1)
def _own() -> Mapping[str, str]:
    found = sorted(TEMPLATES.rglob("*.jinja"))
    return {path.relative_to(TEMPLATES).as_posix(): path.read_text("utf-8") for path in found}


@lru_cache(maxsize=4)
def _environment(texts: tuple[tuple[str, str], ...]) -> SandboxedEnvironment:
    from jinja2 import DictLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(
        loader=DictLoader(dict(texts)),
        undefined=StrictUndefined,
        autoescape=False,  # a prompt is no HTML; its data stand between fences
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
