"""Returns in words: from annotation, values and name."""

from __future__ import annotations

import ast
import builtins

from docstring_lsp.providers.adapters.static import (
    conditions,
    dunders,
    expressions,
    lexicon,
    naming,
    nouns,
    objects,
    parameters,
    phrases,
    predicates,
    prose,
    tables,
    types,
    verbs,
    words,
)
from docstring_lsp.source.facts import FunctionFacts, Returns

_GIVES_ITS_OBJECT = tables.listed("""
    get return compute calculate find fetch retrieve determine obtain produce create make build
    generate derive guess estimate choose select pick infer
    """) | {"look up"}
_BECOMES = tables.listed(
    """
    parse load convert normalize format decode encode merge sort filter render resolve clean read
    escape unescape quote unquote strip split join expand flatten compile serialize deserialize
    encrypt decrypt compress decompress translate transform map prepare extract rotate scale resize
    reshape round truncate wrap unwrap pack unpack evaluate sanitize simplify update copy clone
    validate
    """
)


def returned(facts: FunctionFacts) -> str:
    """Return what is returned, or an empty string where nothing is."""
    given = facts.returns
    if given is None or _is_nothing(given):
        return ""
    found = types.describe(given.annotation)
    optional = given.optional or found.optional
    phrase = _returned(facts, given, found)
    if optional and "None" not in phrase:
        phrase = _OPTIONAL.get(phrase, f"{phrase}, or None")
    return prose.sentence(phrase) or "The result."


_OPTIONAL = {
    "true or false": "True, False, or None",
    "always True": "True or None",
    "always False": "False or None",
}


def _is_nothing(given: Returns) -> bool:
    return given.annotation in ("None", "NoReturn", "Never", "typing.NoReturn", "typing.Never")


def _returned(facts: FunctionFacts, given: Returns, found: types.Type) -> str:
    parts = words.split(facts.name)
    boolean = found.is_boolean or (given.annotation is None and given.implied == "bool")
    if facts.returns_self or set(given.values) == {"self"}:
        return _itself(facts, given)
    special = dunders.summary(facts)
    if special is not None and special.startswith("Return "):
        return special.removeprefix("Return ")
    clause = predicates.clause(facts, parts)
    if clause:
        return f"whether {clause}"
    if boolean:
        return _boolean(facts, given)
    return (
        _from_values(facts, given)
        or _from_name(facts, parts)
        or (found.one if found.one and ("`" in found.one or " of " in found.one) else None)
        or _from_variable(given)
        or _from_act(facts, parts, found)
        or found.one
        or _from_call(given)
        or "the result"
    )


def _itself(facts: FunctionFacts, given: Returns) -> str:
    if given.values and all(value == "self" for value in given.values):
        return "the instance itself"
    if facts.binding in ("class", "static"):
        return "the new instance"
    if given.values and "self" in given.values:
        return "the instance itself or another"
    return "an instance of the class"


def _boolean(facts: FunctionFacts, given: Returns) -> str:
    if len(given.values) == 1:
        node = expressions.parse(given.values[0])
        if isinstance(node, (ast.Compare, ast.BoolOp, ast.UnaryOp, ast.Call)):
            known = parameters.known_types(facts.parameters)
            clause = conditions.describe(given.values[0], types=known)
            if clause is not None and clause.plain:
                return f"whether {clause.text}"
        if given.values[0] in ("True", "False"):
            return f"always {given.values[0]}"
    return "true or false"


def _from_values(facts: FunctionFacts, given: Returns) -> str | None:
    values = [value for value in given.values if value != "None"]
    nodes = [expressions.parse(value) for value in values]
    if not values or any(node is None for node in nodes):
        return None
    if all(_is_literal(node) for node in nodes) and len(values) <= 4:
        return _literals(values, facts)
    if len(values) != 1:
        return None
    node = nodes[0]
    if (
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "self"
    ):
        return None if facts.accessor else f"the value of {prose.code(values[0])}"
    if isinstance(node, ast.Call) and (name := expressions.dotted(node.func)):
        last = name.rpartition(".")[2]
        if last[:1].isupper() and not last.isupper() and (quoted := prose.code(name)):
            return f"a new {quoted}"
        if name in ("cls", "type(self)"):
            return "the new instance"
    return None


def _is_literal(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant) and node.value is not None


def _literals(values: list[str], facts: FunctionFacts) -> str | None:
    shown = [quoted for quoted in map(prose.code, values) if quoted]
    if len(shown) != len(values):
        return None
    if len(shown) == 1:
        return f"always {shown[0]}" if not facts.returns or not facts.returns.optional else shown[0]
    return words.joined(shown, "or")


def _from_name(facts: FunctionFacts, parts: phrases.Words) -> str | None:
    if not parts or facts.name.startswith("__"):
        return None
    opened = phrases.opening_verb(parts, bare=objects.is_bare(parts, facts.parameters))
    if opened is None:
        return _from_noun(facts, parts)
    verb, rest = opened
    head = rest[: next((i for i, w in enumerate(rest) if w in lexicon.PREPOSITIONS), len(rest))]
    if not head or (head[0] in phrases.ADVERBS and len(head) == 1):
        return None
    if verb in _GIVES_ITS_OBJECT:
        return phrases.noun(rest)
    if verb in _BECOMES and head[0] not in lexicon.NEVER_ARTICLE:
        return f"the {words.participle(verb)} {phrases.noun(head, '')}"
    return None


def _from_noun(facts: FunctionFacts, parts: phrases.Words) -> str | None:
    """Return what a name without a verb says is returned: ``dict_to_list``, ``reversed``."""
    unnamed = parts[-1] in lexicon.PREPOSITIONS or parts[0] in lexicon.ASKING
    if nouns.is_agent(facts, parts) or (len(parts) > 1 and unnamed):
        return None
    if "to" in parts[1:-1] and parts[-1] not in verbs.VERBS:
        return phrases.noun(parts[parts.index("to", 1) + 1 :])
    if parts[0] in ("to", "as") and len(parts) > 1:
        return phrases.noun(parts[1:])
    if parts[0] in lexicon.PREPOSITIONS or facts.name == "main" or phrases.closing_verb(parts):
        return None
    if not any(map(words.is_word, phrases.expand(parts))) or phrases.is_act(parts[-1]):
        return None
    if len(parts) == 1 and not words.is_known(parts[0].lower()):
        return None
    target = objects.acted_on(facts.parameters)
    if target and len(parts) == 1 and parts[0].endswith("ed") and words.is_adjective(parts[0]):
        return phrases.noun((*parts, *words.split(target)))
    return None if phrases.stands_alone(parts) else phrases.noun(parts)


def _from_variable(given: Returns) -> str | None:
    """Name the result after the variable that holds it, where that is an English noun."""
    values = [value for value in given.values if value != "None"]
    if len(values) != 1 or not values[0].isidentifier() or values[0] in _RESULTS:
        return None
    parts = words.split(values[0])
    if len(values[0]) < 4 or not all(words.is_known(part.lower()) for part in parts):
        return None
    if parts[0] in lexicon.PREPOSITIONS or words.is_adjective(parts[-1]):
        return None
    return None if phrases.is_act(parts[-1]) else phrases.noun(parts)


_RESULTS = frozenset(
    {"self", "cls", "result", "results", "return_value", "retval", "rv", "True", "False"}
)


_NUMBERS = frozenset({"int", "float", "complex"})
"""What no thing becomes that is parsed, quoted or merged."""


def _from_act(facts: FunctionFacts, parts: phrases.Words, found: types.Type) -> str | None:
    opened = phrases.opening_verb(
        parts, bare=objects.is_bare(parts, facts.parameters)
    ) or phrases.closing_verb(parts)
    if opened is None or dunders.is_dunder(facts.name):
        return None
    verb, rest = opened
    acted_on = objects.acted_on(facts.parameters, verb)
    if not rest and acted_on and (noun := naming.name(acted_on)):
        if verb in _BECOMES and "`" not in noun and not found.names & _NUMBERS:
            return f"the {words.participle(verb)} {noun.removeprefix('the ')}"
        if verb == "get":
            return f"the value for {noun}" if acted_on in objects.PLACES else None
        if "`" in noun:
            noun = f"`{acted_on}`"
        return f"the result of {phrases.gerund(verbs.WITH_PREPOSITION.get(verb, verb))} {noun}"
    if len(rest) == 1 and (phrases.is_act(rest[0]) or phrases.are_both(verb, rest[0])):
        return f"the result of {phrases.gerund(verb)} and {phrases.gerund(rest[0])}"
    if rest and rest[0] not in lexicon.PREPOSITIONS:
        return f"the result of {phrases.action(phrases.gerund(verb), rest)}"
    return None


def _from_call(given: Returns) -> str | None:
    if len(given.values) != 1:
        return None
    node = expressions.parse(given.values[0])
    if isinstance(node, ast.Await):
        node = node.value
    if isinstance(node, ast.Call) and (name := expressions.dotted(node.func)):
        if isinstance(getattr(builtins, name, None), type):
            return types.describe(name).one
        quoted = prose.code(name)
        return f"what {quoted} returns" if quoted else None
    if isinstance(node, ast.Tuple) and len(node.elts) in (2, 3):
        nouns = [naming.name(e.id) for e in node.elts if isinstance(e, ast.Name)]
        if len(nouns) == len(node.elts) and all(nouns):
            return words.joined([noun for noun in nouns if noun])
    if isinstance(node, (ast.ListComp, ast.List)):
        return "a list"
    return _DISPLAYS.get(type(node)) if node is not None else None


_DISPLAYS: dict[type[ast.expr], str] = {
    ast.DictComp: "a dictionary", ast.Dict: "a dictionary", ast.SetComp: "a set",
    ast.Set: "a set", ast.Tuple: "a tuple", ast.GeneratorExp: "an iterator",
    ast.JoinedStr: "a string", ast.Lambda: "a function",
}  # fmt: skip
