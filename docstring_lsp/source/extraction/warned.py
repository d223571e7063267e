"""Warnings: takes a call, gives the category and message of the warning it issues."""

from __future__ import annotations

import libcst as cst

from docstring_lsp.source.extraction.code import dotted
from docstring_lsp.source.extraction.messages import literal_message, message_of
from docstring_lsp.source.extraction.names import Names
from docstring_lsp.source.facts import Warn

_WARNERS = frozenset({"warnings.warn", "_warnings.warn", "warnings.warn_explicit"})


def warned(name: str, call: cst.Call, names: Names) -> Warn | None:
    """Return the warning that a call issues, or None where it issues none that is told.

    Args:
        name: The dotted name that is called. A bare ``warn`` counts if a category is given.
        call: The call.
        names: What the local names are bound to.
    """
    if name not in _WARNERS and (name != "warn" or not _names_category(call)):
        return None
    given = {arg.keyword.value: arg.value for arg in call.args if arg.keyword is not None}
    positional = [arg.value for arg in call.args if arg.keyword is None and not arg.star]
    message = positional[0] if positional else given.get("message")
    category = positional[1] if len(positional) > 1 else given.get("category")
    if category is None and isinstance(message, cst.Call):
        made = dotted(message.func)
        if made is not None and made.endswith("Warning"):
            return Warn(made, message_of(message, names.expressions))
    text = None if message is None else literal_message(message, names.expressions)
    kind = "UserWarning" if category is None else _category(category)
    return None if kind is None else Warn(kind, text)


def _category(node: cst.BaseExpression) -> str | None:
    name = dotted(node.func if isinstance(node, cst.Call) else node)
    return name if name is not None and name.rpartition(".")[2][:1].isupper() else None


def _names_category(call: cst.Call) -> bool:
    given = [a for a in call.args if a.keyword is None or a.keyword.value == "category"]
    return any((dotted(arg.value) or "").endswith("Warning") for arg in given)
