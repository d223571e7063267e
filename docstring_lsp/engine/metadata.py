"""What programs hand over and keep: code in many forms in, a request out; a kept draft, checked.

Knows no provider.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields, replace
from hashlib import sha256
from typing import Any

from docstring_lsp.docstring.draft import Draft
from docstring_lsp.errors import UnknownNameError
from docstring_lsp.providers.base import Prompt, Request
from docstring_lsp.source.extract import extract
from docstring_lsp.source.facts import ClassFacts, FunctionFacts, ModuleFacts
from docstring_lsp.source.scan import scan

Metadata = str | Mapping[str, Any] | FunctionFacts | ClassFacts | ModuleFacts | Request
"""The source of a definition, a mapping that holds it, its facts, or a whole request."""

_PARAMETERS = ("max_tokens", "temperature")


def request_of(code: Metadata, style: str, model: str | None = None) -> Request:
    """Return the request that code stands for.

    Args:
        code: A definition: its source; a mapping with its ``source`` (or ``code``) and, where
            there are several in it, the ``name`` of the one; its facts; or a whole request.
        style: The name of the style.
        model: The model to ask, if not the provider's own.

    Raises:
        UnknownNameError: If there is no such definition.
    """
    if isinstance(code, Request):
        return replace(code, style=style, model=model or code.model)
    if isinstance(code, str):
        code = {"source": code}
    if not isinstance(code, Mapping):
        return Request(facts=code, style=style, model=model)
    text = str(code.get("source") or code.get("code") or "")
    name = code.get("name")
    found = [definition for definition in scan(text) if definition.kind != "module"]
    for definition in found:
        if name in (None, definition.name, definition.qualname):
            facts = extract(text, definition, module=code.get("module"))
            source = definition.span.of(text)
            return Request(facts=facts, style=style, source=source, model=model)
    raise UnknownNameError("definition", str(name or ""), [each.qualname for each in found])


def tuned(parameters: Mapping[str, Any]) -> Callable[[Prompt], Prompt]:
    """Return what changes a prompt by parameters.

    Raises:
        UnknownNameError: If one of them is none.
    """
    for name in parameters:
        if name not in _PARAMETERS:
            raise UnknownNameError("parameter", name, ("model", *_PARAMETERS))

    def tune(prompt: Prompt) -> Prompt:
        return replace(prompt, **parameters)

    return tune


def key_of(request: Request, *further: object) -> str:
    """Return what an answer to a request is kept under.

    Args:
        request: The request.
        *further: What else decides the answer, as plain values.
    """
    text = json.dumps([asdict(request), *further], sort_keys=True, default=str)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def draft_of(value: object) -> Draft | None:
    """Return the draft that was kept, or None where it is none."""
    names = {each.name: each.type for each in fields(Draft)}
    if not isinstance(value, Mapping) or not set(value) <= set(names) or "summary" not in value:
        return None
    for name, each in value.items():
        wanted: type = str if names[name] == "str" else Mapping
        texts = each.values() if isinstance(each, Mapping) else [each]
        if not isinstance(each, wanted) or not all(isinstance(text, str) for text in texts):
            return None
    return Draft(**value)
