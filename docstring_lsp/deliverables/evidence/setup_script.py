"""What ``setup.py`` says of a package, as far as it is written out: its text in, metadata out.

Runs nothing: what the script puts together is not seen.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from docstring_lsp.deliverables.evidence.model import EntryPoint, Metadata, Requirement
from docstring_lsp.source.syntax import parsed


def setup_script(text: str, source: str) -> Metadata:
    """Return what the call of ``setup`` says in words of its own.

    Args:
        text: The script; one that this interpreter cannot parse says nothing.
        source: Its path.
    """
    tree = parsed(text)
    if tree is None:
        return Metadata()
    bound = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and _called(call) == "setup" and call.keywords:
            told = {k.arg: _value(k.value, bound) for k in call.keywords if k.arg}
            return _metadata(told, source)
    return Metadata()


def _metadata(told: Mapping[str, object], source: str) -> Metadata:
    def text(name: str) -> str:
        value = told.get(name)
        return " ".join(value.split()) if isinstance(value, str) else ""

    keywords = told.get("keywords")
    split = text("keywords").replace(",", " ").split()
    return Metadata(
        name=text("name"),
        version=text("version"),
        summary=text("description"),
        requires_python=text("python_requires"),
        license=text("license"),
        classifiers=_texts(told.get("classifiers")),
        keywords=_texts(keywords) if isinstance(keywords, list) else tuple(split),
        urls=tuple(_urls(told)),
        requirements=(
            *(Requirement(r, "", source) for r in _texts(told.get("install_requires"))),
            *(
                Requirement(r, extra, source)
                for extra, needed in _table(told.get("extras_require")).items()
                for r in _texts(needed)
            ),
        ),
        entry_points=tuple(_points(told.get("entry_points"), source)),
        source=source,
    )


def _urls(told: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    if isinstance(home := told.get("url"), str):
        yield "Homepage", home
    for label, url in _table(told.get("project_urls")).items():
        if isinstance(url, str):
            yield label, url


def _points(told: object, source: str) -> Iterator[EntryPoint]:
    for group, lines in _groups(told):
        for line in lines:
            name, sign, target = line.partition("=")
            if sign:
                yield EntryPoint.declared(name.strip(), target, group, source)


def _groups(told: object) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the groups of entry points, of a table or of the text of an INI file."""
    for group, lines in _table(told).items():
        yield group, _texts(lines) or _texts([lines])
    group = ""
    for line in told.splitlines() if isinstance(told, str) else ():
        said = line.strip()
        if said.startswith("[") and said.endswith("]"):
            group = said[1:-1].strip()
        elif group and said:
            yield group, (said,)


def _value(node: ast.expr, bound: Mapping[str, ast.expr], depth: int = 0) -> object:
    """Return what an expression says as it stands; None for what is not written out."""
    if depth > 8:
        return None
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.Name):
        return _value(bound[node.id], bound, depth + 1) if node.id in bound else None
    if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
        return [_value(each, bound, depth + 1) for each in node.elts]
    if isinstance(node, ast.Dict):
        pairs = zip(node.keys, node.values, strict=True)
        found = ((_value(k, bound, depth + 1), v) for k, v in pairs if k is not None)
        return {k: _value(v, bound, depth + 1) for k, v in found if isinstance(k, str)}
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = (_value(each, bound, depth + 1) for each in (node.left, node.right))
        if isinstance(left, str) and isinstance(right, str):
            return left + right
        if isinstance(left, list) and isinstance(right, list):
            return left + right
    return None


def _called(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _table(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        value = value.splitlines()
    listed = value if isinstance(value, list) else ()
    return tuple(each.strip() for each in listed if isinstance(each, str) and each.strip())
