"""What the code shows that a judge does not see: the tests of `benchmarks.false_positives`.

Takes a finding of `benchmarks.judges` and the place it is about; each test tells whether the
code there shows one reason for a judge to be wrong.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.judges import JudgeFinding

Function = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True)
class Site:
    """The definition that a finding is about.

    Attributes:
        node: The innermost definition around the finding's line, or the module.
        tree: The module.
        text: The file.
        lineno: The finding's line.
    """

    node: ast.AST
    tree: ast.Module
    text: str
    lineno: int

    @property
    def doc(self) -> str:
        """The definition's docstring."""
        documented = (ast.Module, ast.ClassDef, *Function)
        return (ast.get_docstring(self.node) or "") if isinstance(self.node, documented) else ""

    @property
    def decorators(self) -> set[str]:
        """The last names of its decorators."""
        marks = getattr(self.node, "decorator_list", [])
        return {_last(mark.func if isinstance(mark, ast.Call) else mark) for mark in marks}


@lru_cache(maxsize=8)
def _read(path: Path) -> tuple[str, ast.Module, list[ast.AST]]:
    data = path.read_bytes()
    tree = ast.parse(data)
    nodes = [n for n in ast.walk(tree) if isinstance(n, (ast.ClassDef, *Function))]
    return data.decode("utf-8", "replace"), tree, nodes


def place(path: Path, line: int) -> Site:
    """Return the site of a line of a file."""
    text, tree, nodes = _read(path)
    around = [n for n in nodes if _first_line(n) <= line <= (n.end_lineno or 0)]  # type: ignore[attr-defined]
    node = max(around, key=lambda n: n.lineno, default=tree)  # type: ignore[attr-defined]
    return Site(node, tree, text, line)


def _first_line(node: ast.AST) -> int:
    marks = getattr(node, "decorator_list", [])
    return min([node.lineno, *(mark.lineno for mark in marks)])  # type: ignore[attr-defined]


def _last(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _bare(text: str) -> str:
    """Return code without what is written in several ways: blanks, quotes, brackets."""
    return re.sub(r"[\s'\"()\\]|,(?=[\])])", "", text)


def _named(finding: JudgeFinding) -> list[str]:
    """Return the exceptions that a message names between backticks or quotes in brackets."""
    if finding.judge == "ruff":
        return [name.rpartition(".")[2] for name in re.findall(r"`([^`]+)`", finding.message)]
    lists = re.findall(r"\[([^\]]*)\]", finding.message)
    return [n.rpartition(".")[2] for group in lists for n in re.findall(r"'([^']+)'", group)]


def _arguments(node: ast.AST) -> dict[str, ast.expr | None]:
    """Return the parameters of a function, or of a class's constructor, with annotations."""
    if isinstance(node, ast.ClassDef):
        makers = ("__init__", "__new__")
        found = [f for f in node.body if isinstance(f, Function) and f.name in makers]
        return _arguments(found[0]) if found else {}
    if not isinstance(node, Function):
        return {}
    a = node.args
    every = [*a.posonlyargs, *a.args, *a.kwonlyargs, *filter(None, [a.vararg, a.kwarg])]
    return {arg.arg: arg.annotation for arg in every}


def _own(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what stands in a definition, inner definitions not looked into."""
    for child in ast.iter_child_nodes(node):
        yield child
        if not isinstance(child, (ast.Lambda, ast.ClassDef, *Function)):
            yield from _own(child)


# What a row may ask of the code.


def _in_file(pattern: str) -> Callable[[JudgeFinding, Site], bool]:
    return lambda _, site: re.search(pattern, site.text, re.MULTILINE) is not None


def by_decorator(*names: str) -> Callable[[JudgeFinding, Site], bool]:
    """Return the test whether it has one of the decorators."""
    return lambda _, site: bool(site.decorators & set(names))


def unannotated_return(_: JudgeFinding, site: Site) -> bool:
    """Its result is not annotated."""
    return isinstance(site.node, Function) and site.node.returns is None


def unannotated_parameter(_: JudgeFinding, site: Site) -> bool:
    """One of the parameters that the docstring tells is not annotated."""
    doc = _documented(site)
    notes = _arguments(site.node)
    return any(note is None and re.search(rf"\b{n}\b", doc) for n, note in notes.items())


def types_stand_there(finding: JudgeFinding, site: Site) -> bool:
    """Every type it complains about is not annotated, or stands in the docstring verbatim."""
    names = re.split(r",\s*", finding.message.rpartition("do not match: ")[2].split("  (")[0])
    notes = _arguments(site.node) | _attributes(site.node)
    values = _values(site.node)
    doc = _documented(site)
    bare = _bare(doc)
    return all(
        _is_verbatim(name, note, bare) if note else _is_implied(name, values.get(name), doc, site)
        for name in (name.strip().lstrip("*") for name in names)
        for note in [notes.get(name)]
    )


def _documented(site: Site) -> str:
    """Return the docstring that tells a function's parameters: for a constructor the class's."""
    owners = (n for n in ast.walk(site.tree) if isinstance(n, ast.ClassDef))
    owner = next((n for n in owners if site.node in n.body), None)
    constructor = getattr(site.node, "name", "") == "__init__"
    if owner is not None and (constructor or not site.doc):
        return f"{ast.get_docstring(owner) or ''}\n{site.doc}"
    return site.doc


_WRAPPERS = re.compile(r"^(?:\w+\.)?(?:ClassVar|InitVar|Final|Required|NotRequired)\[(.*)\]$")


def _is_verbatim(name: str, note: ast.expr, doc: str) -> bool:
    written = ast.unparse(note)
    inner = _WRAPPERS.sub(r"\1", written)
    return any(f"{name}{mark}{_bare(w)}" in doc for w in (written, inner) for mark in (":", ""))


def _is_implied(name: str, value: ast.expr | None, doc: str, site: Site) -> bool:
    """Where the code tells no type, the docstring tells none, or that of the literal."""
    told = re.compile(
        rf"^\s*\*{{0,2}}{name} \((.+?)(?:, optional)?\): |"  # Google's
        rf"^\s*\*{{0,2}}{name} : (.+?)(?:, optional|, default=.*)?$|"  # NumPy's
        rf"^:(?:var)?type \*{{0,2}}{name}: (.+)$",  # Sphinx's
        re.MULTILINE,
    )
    kinds = {next(filter(None, match)) for match in told.findall(doc)} or {"Any"}
    return any(
        kind == "Any"
        or kind == _kind(value)
        or re.search(rf"# type:.*{re.escape(kind)}", site.text) is not None
        or (isinstance(value, ast.Call) and kind in ast.unparse(value))
        for kind in kinds
    )


def _kind(value: ast.expr | None) -> str | None:
    """Return the type of a literal, or of the one a field is given as its default."""
    if isinstance(value, ast.UnaryOp):
        value = value.operand
    if isinstance(value, ast.Call):
        value = next((k.value for k in value.keywords if k.arg == "default"), None)
    if isinstance(value, ast.Constant):
        return type(value.value).__name__
    return _DISPLAYS.get(type(value))


_DISPLAYS = {
    ast.List: "list",
    ast.ListComp: "list",
    ast.Tuple: "tuple",
    ast.Dict: "dict",
    ast.DictComp: "dict",
    ast.Set: "set",
    ast.SetComp: "set",
    ast.JoinedStr: "str",
}


def _values(node: ast.AST) -> dict[str, ast.expr]:
    """Return the defaults of a function's parameters, or the values of a class's attributes."""
    if isinstance(node, Function):
        a = node.args
        placed = [*a.posonlyargs, *a.args]
        found = zip(placed[len(placed) - len(a.defaults) :], a.defaults, strict=True)
        keyword = zip(a.kwonlyargs, a.kw_defaults, strict=True)
        return {arg.arg: value for arg, value in (*found, *keyword) if value is not None}
    return {
        target.id: statement.value
        for statement in _own(node)
        if isinstance(statement, ast.Assign)
        for target in statement.targets
        if isinstance(target, ast.Name)
    }


def _attributes(node: ast.AST) -> dict[str, ast.expr | None]:
    if not isinstance(node, ast.ClassDef):
        return {}
    found: dict[str, ast.expr | None] = {}
    for statement in _own(node):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            found[statement.target.id] = statement.annotation
        elif isinstance(statement, ast.Assign):
            for target in statement.targets:
                for name in ast.walk(target):
                    if isinstance(name, ast.Name):
                        found.setdefault(name.id, None)
    return found


def colon_in_annotation(_: JudgeFinding, site: Site) -> bool:
    """An annotation holds a colon."""
    notes = [*_arguments(site.node).values(), *_attributes(site.node).values()]
    return any(note is not None and ":" in ast.unparse(note) for note in notes)


def raised_otherwise(finding: JudgeFinding, site: Site) -> bool:
    """Every exception it takes for invented stands in the code that the docstring tells of."""
    names = {_last(n) for n in ast.walk(site.node) if isinstance(n, (ast.Name, ast.Attribute))}
    told = _named(finding) if finding.judge == "ruff" else _raises_told(site.doc)
    return bool(told) and all(name.rpartition(".")[2] in names for name in told)


def _raises_told(doc: str) -> list[str]:
    found = re.findall(r"^:raises ([\w.]+):", doc, re.MULTILINE)
    if section := re.search(r"^Raises:\n((?:[ ].*\n?|\n)+)", doc, re.MULTILINE):
        found += re.findall(r"^    ([\w.]+):", section[1], re.MULTILINE)
    if section := re.search(r"^Raises\n-+\n((?:.*\n?)+?)(?=\n\n\w+\n-|\Z)", doc, re.MULTILINE):
        found += re.findall(r"^([\w.]+)$", section[1], re.MULTILINE)
    return found


def does_not_leave(finding: JudgeFinding, site: Site) -> bool:
    """Every exception it misses is caught where it is raised, cannot be reached, or is no name."""
    told = {name.rpartition(".")[2] for name in _raises_told(_documented(site))}
    return all(
        _last(r.exc.func if isinstance(r.exc, ast.Call) else r.exc) in told or sheltered
        for r, sheltered in _raises(site.node, False)
        if r.exc is not None
    )


def _raises(node: ast.AST, sheltered: bool) -> Iterator[tuple[ast.Raise, bool]]:
    """Yield the raise statements of a function, and whether what they raise may be caught."""
    if isinstance(node, ast.Raise):
        exc = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
        named = _last(exc)[:1].isupper() if exc is not None else False
        yield node, sheltered or not named
        return
    for name, value in ast.iter_fields(node):
        catching = isinstance(node, (ast.Try, getattr(ast, "TryStar", ast.Try))) and (
            (name == "body" and (node.handlers or _leaves(node.finalbody)))
            or (name in ("handlers", "orelse") and _leaves(node.finalbody))
        )
        catching = catching or (isinstance(node, (ast.With, ast.AsyncWith)) and name == "body")
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not isinstance(
                child, (ast.Lambda, ast.ClassDef, *Function)
            ):
                yield from _raises(child, sheltered or bool(catching))


def _leaves(body: list[ast.stmt]) -> bool:
    return any(isinstance(s, (ast.Return, ast.Break, ast.Continue)) for s in body)


def no_constructor(_: JudgeFinding, site: Site) -> bool:
    """The class is made by what its fields say, or by ``__new__``; the judge sees ``__init__``."""
    node = site.node
    if not isinstance(node, ast.ClassDef):
        return False
    return not any(isinstance(f, Function) and f.name == "__init__" for f in node.body)


def other_binding(_: JudgeFinding, site: Site) -> bool:
    """Its first parameter is filled by the call, under another name than self or cls."""
    return isinstance(site.node, Function) and next(iter(_arguments(site.node)), "self") not in (
        "self",
        "cls",
    )


def conditional_or_alias(finding: JudgeFinding, site: Site) -> bool:
    """An attribute stands under a condition, or is a method under another name."""
    if not isinstance(site.node, ast.ClassDef):
        return False
    missing, extra = _difference(finding)
    methods = {f.name for f in _own(site.node) if isinstance(f, Function)}
    values = {
        _last(target): statement.value
        for statement in site.node.body
        if isinstance(statement, ast.Assign)
        for target in statement.targets
    }
    aliases = {n for n, v in values.items() if isinstance(v, ast.Name) and v.id in methods}
    wrapped = {
        n
        for n, v in values.items()
        if isinstance(v, ast.Call) and _last(v.func) in ("staticmethod", "classmethod")
    }
    notes = _attributes(site.node)
    only_given = {n for n, note in notes.items() if note and "InitVar" in ast.unparse(note)}
    is_enum = any("Enum" in ast.unparse(b) or "Flag" in ast.unparse(b) for b in site.node.bases)
    no_members = {n for n, v in values.items() if isinstance(v, (ast.Lambda, ast.Call))}
    if is_enum:
        ignored = values.get("_ignore_")
        no_members |= {n for n in values if ignored and f"{n}'" in ast.unparse(ignored)}
    hidden = aliases | wrapped | methods | only_given | (no_members if is_enum else set())
    return missing <= hidden and extra <= notes.keys()


def _difference(finding: JudgeFinding) -> tuple[set[str], set[str]]:
    """Return the names a message misses and those it finds too many."""
    message = finding.message
    missing, _, extra = message.partition("in the docstring but not in the")
    names = re.compile(r"[\[,] ?(\w+): ")
    return set(names.findall(missing)), set(names.findall(extra))


def returns_nothing(_: JudgeFinding, site: Site) -> bool:
    """It returns None on every path, or is said never to return a value."""
    if not isinstance(site.node, Function):
        return False
    note = "" if site.node.returns is None else ast.unparse(site.node.returns)
    values = [n.value for n in _own(site.node) if isinstance(n, ast.Return)]
    nothing = all(v is None or (isinstance(v, ast.Constant) and v.value is None) for v in values)
    return nothing or note in ("None", "NoReturn", "Never", "typing.NoReturn", "typing.Never")


def returns_something(_: JudgeFinding, site: Site) -> bool:
    """It has a return statement with a value."""
    return any(isinstance(n, ast.Return) and n.value is not None for n in _own(site.node))


def generator(_: JudgeFinding, site: Site) -> bool:
    """Its annotation is one of the generators, whose parts the judge mixes up."""
    note = getattr(site.node, "returns", None)
    return note is not None and "Generator" in ast.unparse(note)


def yields_by_alias(_: JudgeFinding, site: Site) -> bool:
    """It yields and returns no value, and its annotation is a name of the project's for that."""
    note = getattr(site.node, "returns", None)
    own = list(_own(site.node))
    yields = any(isinstance(n, (ast.Yield, ast.YieldFrom)) for n in own)
    named = note is not None and not re.search("Iterator|Iterable|Generator", ast.unparse(note))
    return named and yields and not any(isinstance(n, ast.Return) and n.value for n in own)


def only_raises(_: JudgeFinding, site: Site) -> bool:
    """It ends in a raise, returns nothing, and its annotation promises a value all the same."""
    body = getattr(site.node, "body", None) or [None]
    promised = getattr(site.node, "returns", None) is not None
    return promised and isinstance(body[-1], ast.Raise) and returns_nothing(_, site)


def section(title: str) -> Callable[[JudgeFinding, Site], bool]:
    """Return the test whether its docstring has an underlined section."""
    underlined = re.compile(rf"^{title}\n-+$", re.MULTILINE)
    return lambda _, site: underlined.search(_documented(site)) is not None


def only_variadic(_: JudgeFinding, site: Site) -> bool:
    """It is a method whose ``self`` is the first of its ``*args``."""
    arguments = getattr(site.node, "args", None)
    return arguments is not None and not (arguments.posonlyargs or arguments.args)


def documented_inline(finding: JudgeFinding, site: Site) -> bool:
    """The code describes it with a string below, and the class's docstring tells it as well."""
    name = re.search(r"Attribute `(\w+)`", finding.message)
    return name is not None and re.search(rf"^ *{name[1]}\b", site.doc, re.MULTILINE) is not None


def stands(_: JudgeFinding, site: Site) -> bool:
    """It is a constructor's docstring: told by the class, so what stands there is not ours."""
    return isinstance(site.node, Function) and site.node.name == "__init__"


def blank_lines(_: JudgeFinding, site: Site) -> bool:
    """The blank line around the docstring is the file's own, which is never changed."""
    body = getattr(site.node, "body", [])
    lines = site.text.splitlines()
    if not body or not site.doc:
        return False
    last = body[0].end_lineno or 1
    around = [lines[body[0].lineno - 2], *lines[last : last + 1]]
    return any(not line.strip() for line in around)


def no_blank_line(_: JudgeFinding, site: Site) -> bool:
    """There are none or several, as before: what is not the docstring is not changed."""
    body = getattr(site.node, "body", [])
    blank = [not line.strip() for line in site.text.splitlines()[body[0].end_lineno :][:2]]
    return blank != [True, False]


def normalized(finding: JudgeFinding, site: Site) -> bool:
    """A name is written in another form than Python normalises it to."""
    missing, _ = _difference(finding)
    return bool(missing) and all(name not in site.text for name in missing)


def quotes_inside(_: JudgeFinding, site: Site) -> bool:
    """Its docstring holds what a raw string in three quotes cannot."""
    return '"""' in site.doc or not site.doc.isascii() or site.doc.startswith('"')


def marked(_: JudgeFinding, site: Site) -> bool:
    """The file starts with a byte-order mark."""
    return site.text.startswith("\ufeff")


def tabs(_: JudgeFinding, site: Site) -> bool:
    """The file is indented with tabs."""
    return re.search(r"^\t", site.text, re.MULTILINE) is not None


def is_property(_: JudgeFinding, site: Site) -> bool:
    """A property, of the library's or of a class of its own, is told as what it is."""
    return any("property" in d.lower() or d in ("getter", "setter") for d in site.decorators)
