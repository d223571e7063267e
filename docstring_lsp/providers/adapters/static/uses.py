"""Uses in words: what a function's body does with a parameter."""

from __future__ import annotations

import re

from docstring_lsp.providers.adapters.static import phrases, prose, tables, types, words
from docstring_lsp.source.facts import Parameter, ParameterKind, Use

_ACTS = {
    "called": "to call",
    "iterated": "to iterate over",
    "entered": "to enter as a context manager",
    "awaited": "to wait for",
    "raised": "to raise",
}
_CALLED_BY_NAME = re.compile(
    r"\b(?:function|callback|callable|handler|hook|factory|method|predicate|listener|wrapper|decorator|constructor)\b"
)
_CONVERTED = {
    "int": "to convert to an integer", "float": "to convert to a float",
    "str": "to convert to a string", "open": "to open", "print": "to print",
    "iter": "to iterate over", "sorted": "to sort", "reversed": "to go through in reverse",
}  # fmt: skip
_TELL_NOTHING = tables.listed("""
    len isinstance issubclass bool type id repr hasattr getattr setattr callable list tuple dict set
    frozenset super next any all enumerate zip map filter max min sum abs range hash format bytes
    cast typing.cast vars dir object
    """)
_COMMON_METHODS = frozenset(
    name for kind in (str, bytes, list, dict, set, tuple, int) for name in dir(kind)
)
_BUILTIN = tables.listed("str int float bool bytes list dict set tuple Any object")
_CONSTANT = re.compile(r"-?\d*:?-?\d*|['\"][^'\"\\]*['\"]")
_KEYWORD = re.compile(r"(\w+)=")
_ROOT = re.compile(r"[.\[]")
_DOTTED = re.compile(r"[\w.]+")
_PASSED = re.compile(r"(?P<callee>[^()]+|super\(\)[^()]*)\((?P<argument>.*)\)\Z", re.DOTALL)


def is_stored(use: Use) -> bool:
    """Return whether a parameter is kept on the instance."""
    return use.kind == "stored" or (use.kind == "passed" and "setattr__(" in use.detail)


def acted(parameter: Parameter, noun: str) -> str | None:
    """Return the parameter with the act that is done on it, or None if there is none."""
    for use in parameter.uses:
        if use.kind == "called" and not _CALLED_BY_NAME.search(noun):
            return f"{noun}, which is called"
        if use.kind in _ACTS:
            return f"{noun} {_ACTS[use.kind]}"
    return None


def related(
    parameter: Parameter, noun: str, found: types.Type, siblings: frozenset[str]
) -> str | None:
    """Return the parameter with where it goes or what is taken from it, or None.

    Args:
        parameter: The parameter.
        noun: What it is called.
        found: Its type.
        siblings: The names of all parameters: what is kept in a local variable tells nothing.
    """
    for use in parameter.uses:
        known = _ROOT.split(use.detail, maxsplit=1)[0] in siblings | {"self", "cls"}
        if use.kind == "stored" and known and (target := prose.code(use.detail)):
            return f"{noun}, kept as {target}"
    for use in parameter.uses:
        if use.kind == "passed" and (phrase := _passed(use.detail, parameter.name)):
            return f"{noun}{phrase}"
    for kind, what in (("read", "{}"), ("indexed", "item {}")):
        details = [u.detail for u in parameter.uses if u.kind == kind]
        if kind == "read":
            if found.names and found.names <= _BUILTIN:
                continue
            details = [d for d in details if d not in _COMMON_METHODS]
        else:
            details = [d for d in details if _CONSTANT.fullmatch(d)]
        if 0 < len(details) < 4:
            shown = prose.codes(details)
            if shown:
                verb = "are" if len(details) > 1 else "is"
                label = (
                    what.format(shown)
                    if len(details) == 1
                    else what.format(shown).replace("item", "items")
                )
                return f"{noun} whose {label} {verb} used"
    if any(u.kind == "returned" for u in parameter.uses) and "default" in parameter.name:
        return f"{noun} to return"
    return None


def _passed(detail: str, own: str) -> str | None:
    found = _PASSED.fullmatch(detail)
    callee = found["callee"] if found else detail
    keyword = _KEYWORD.fullmatch(found["argument"]) if found else None
    if callee in _CONVERTED and keyword is None:
        return f" {_CONVERTED[callee]}"
    if callee in _TELL_NOTHING or callee.rpartition(".")[2] in (
        "append",
        "add",
        "format",
        "extend",
    ):
        return None
    if callee in ("cls", "self.__class__"):
        return ", passed to the constructor"
    if callee.startswith("super()"):
        return ", passed to the base class"
    quoted = prose.code(callee) if _DOTTED.fullmatch(callee) else None
    if quoted is None:
        return None
    named = keyword[1] if keyword is not None else own
    return f", passed to {quoted}" + (f" as `{named}`" if named != own else "")


def variadic(parameter: Parameter) -> str:
    """Return what becomes of ``*args`` or ``**kwargs``."""
    many = types.describe(parameter.annotation).many
    keyword = parameter.kind is ParameterKind.VAR_KEYWORD
    what = "keyword arguments" if keyword else "positional arguments"
    for use in parameter.uses:
        if use.kind == "passed" and (phrase := _passed(use.detail, parameter.name)):
            return prose.sentence(f"{what}{phrase.split(' as ')[0].replace(',', '', 1)}")
    spelt = words.split(parameter.name)
    if parameter.name not in _USUAL and spelt:
        *first, last = phrases.expand(spelt)
        noun = words.spoken((*first, words.plural(last)))
        return prose.sentence(
            f"the {noun} as {what}"
            + (f", {many}" if many not in (None, "", "values") and not keyword else "")
        )
    return prose.sentence(f"additional {what}")


_USUAL = tables.listed("args kwargs kwds kw arguments a k kwarg arg rest")
