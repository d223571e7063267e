"""A docstring updated in place: what differs is mended, every other character stays."""

from __future__ import annotations

import random

import pytest

from docstring_lsp.actions.conventions import style
from docstring_lsp.docstring.draft import Draft
from docstring_lsp.docstring.drift import Drift, parameter_drift
from docstring_lsp.docstring.merge import compose
from docstring_lsp.docstring.model import Docstring, Entry, Section, SectionKind
from docstring_lsp.docstring.recognition import read
from docstring_lsp.docstring.style import RenderOptions
from docstring_lsp.docstring.update import updated as mended
from docstring_lsp.docstring.update import without
from docstring_lsp.source.extract import extract
from docstring_lsp.source.facts import FunctionFacts
from docstring_lsp.source.scan import scan

BEFORE = """\
Send it.

A description,   oddly spaced,
with Args: in it.

Args:
    one (int): The first.
        It goes on.

        - and has a list
    two: The second.

Note:
    Hands off.
"""

CASES = {
    "nothing differs": ("one: int, two", BEFORE),
    "another type": ("one: str, two", BEFORE.replace("one (int)", "one (str)")),
    "one has another name": ("one: int, zwei", BEFORE.replace("two:", "zwei:")),
    "one more at the end": (
        "one: int, two, three: int = 3",
        BEFORE.replace(
            "second.\n", "second.\n    three (int, optional): New three. Defaults to 3.\n"
        ),
    ),
    "one more between": (
        "one: int, new, two",
        BEFORE.replace("    two:", "    new: New new.\n    two:"),
    ),
    "one more in front": (
        "new, one: int, two",
        BEFORE.replace("    one (", "    new: New new.\n    one ("),
    ),
    "another order": (
        "two, one: int",
        BEFORE.replace("    two: The second.\n", "").replace(
            "Args:\n    one", "Args:\n    two: The second.\n    one"
        ),
    ),
    "one is gone": ("two", BEFORE),
    "stars": ("one: int, *two", BEFORE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_what_becomes_of_it(case: tuple[str, str]) -> None:
    signature, expected = case
    assert updated("google", BEFORE, signature) == expected


def test_what_is_gone_goes_where_it_is_asked_to() -> None:
    expected = BEFORE.replace(
        "    one (int): The first.\n        It goes on.\n\n        - and has a list\n", ""
    )
    assert updated("google", BEFORE, "two", remove_gone=True) == expected


STYLES = {
    "numpy, no longer optional": (
        "Do.\n\nParameters\n----------\na : int, optional\n    One.\nb : {1, 2}, default: 1\n"
        "c : optional\n    Two.\n",
        "a, b, c",
        "Do.\n\nParameters\n----------\na : int\n    One.\nb : {1, 2}\nc\n    Two.\n",
    ),
    "numpy, rules as SymPy has them": (
        "Do.\n\nParameters\n==========\n\na : int\n    One.\n\nb : int\n    Two.\n",
        "b: int, a: int",
        "Do.\n\nParameters\n==========\n\nb : int\n    Two.\n\na : int\n    One.\n",
    ),
    "sphinx, parameters as Google has them": (
        "Do.\n\nArgs:\n    a: One.\n\n:returns: All.\n:raises OSError: No.\n",
        "a, b",
        "Do.\n\nArgs:\n    a: One.\n    b: New b.\n\n:returns: All.\n:raises OSError: No.\n",
    ),
    "google, two blanks to the right": (
        "Do.\n\nArgs:\n  a: One.\n",
        "a, b",
        "Do.\n\nArgs:\n  a: One.\n  b: New b.\n",
    ),
    "google, no longer optional": (
        "Do.\n\nArgs:\n    a (int, optional): One.\n    b (optional): Two.\n",
        "a, b",
        "Do.\n\nArgs:\n    a (int): One.\n    b: Two.\n",
    ),
    "sphinx, no longer optional": (
        "Do.\n\n:param a: One.\n:type a: int, optional\n:param b=1: Two.\n",
        "a, b",
        "Do.\n\n:param a: One.\n:type a: int\n:param b: Two.\n",
    ),
    "sphinx, a field that goes on at its margin": (
        "Do.\n\n:param a: What is as\nlong as it is.\n:returns: All.\n",
        "a, b",
        "Do.\n\n:param a: What is as\nlong as it is.\n:param b: New b.\n:returns: All.\n",
    ),
    "sphinx, the gap of parameters": (
        "Do.\n\n:returns: All.\n\n:param a: One.\n:rtype: int\n",
        "a, b",
        "Do.\n\n:returns: All.\n\n:param a: One.\n:param b: New b.\n:rtype: int\n",
    ),
    "numpy": (
        "Do.\n\nParameters\n----------\na : int\n    One.\n\nb\n    Two.\n\nNotes\n-----\nStay.\n",
        "b, c, a: str",
        "Do.\n\nParameters\n----------\nb\n    Two.\n\nc : Any\n    New c.\n\na : str\n"
        "    One.\n\nNotes\n-----\nStay.\n",
    ),
    "sphinx": (
        "Do.\n\n:param a: One.\n:type a: int\n:param b: Two.\n:returns: All.\n",
        "b, a: int, c: int",
        "Do.\n\n:param b: Two.\n:param a: One.\n:type a: int\n:param c: New c.\n:type c: int\n"
        ":returns: All.\n",
    ),
    "epytext": (
        "Do.\n\n@param a: One.\n@type a: C{int}\n@param b: Two.\n",
        "a: int, new",
        "Do.\n\n@param a: One.\n@type a: C{int}\n@param new: Two.\n",
    ),
}


@pytest.mark.parametrize(
    ("name", "before", "signature", "after"),
    [(name, *case) for name, case in STYLES.items()],
    ids=STYLES.keys(),
)
def test_other_styles(name: str, before: str, signature: str, after: str) -> None:
    assert updated(name.partition(",")[0], before, signature) == after


@pytest.mark.parametrize("name", ["google", "numpy", "sphinx", "epytext"])
def test_after_any_change_of_a_signature_nothing_differs_and_no_prose_is_lost(name: str) -> None:
    source = random.Random(7)
    for _ in range(150):
        count = source.randint(1, 5)
        names = source.sample(["alpha", "beta", "gamma", "delta", "omega", "kappa"], count)
        before = [_parameter(each, source) for each in names]
        text = written(name, ", ".join(before))
        after = _mutated(before, source)
        changed = updated(name, text, ", ".join(after))
        assert updated(name, changed, ", ".join(after)) == changed
        drifts = parameter_drift(style(name).parse(changed), facts(", ".join(after)).parameters)
        assert {d.kind for d in drifts} <= {"gone"}
        for each in names:
            assert f"Prose of {each}." in changed, (text, after, changed)
        assert changed.startswith("Do.\n\nA description.\n")
        assert changed.rstrip().endswith(text.rstrip().rsplit("\n", 1)[1])


def _parameter(name: str, source: random.Random) -> str:
    return f"{name}: {source.choice(['int', 'str', 'list[int]'])} = 1"


def _mutated(parameters: list[str], source: random.Random) -> list[str]:
    after = list(parameters)
    kind = source.choice(["add", "drop", "rename", "reorder", "retype", "none"])
    at = source.randrange(len(after))
    if kind == "add":
        after.insert(at, _parameter("added", source))
    elif kind == "drop" and len(after) > 1:
        del after[at]
    elif kind == "rename":
        after[at] = "renamed:" + after[at].partition(":")[2]
    elif kind == "reorder":
        source.shuffle(after)
    elif kind == "retype":
        after[at] = after[at].partition(":")[0] + ": bytes = 1"
    return after


def facts(signature: str) -> FunctionFacts:
    text = f"def f({signature}):\n    return 1\n"
    found = extract(text, scan(text)[1])
    assert isinstance(found, FunctionFacts)
    return found


def written(name: str, signature: str, prose: str = "Prose of {}.") -> str:
    code = facts(signature)
    draft = Draft(
        summary="Do.",
        description="A description.",
        parameters={p.name: prose.format(p.name) for p in code.parameters},
        returns="All of it.",
    )
    return style(name).render(compose(code, draft), RenderOptions())


def updated(name: str, text: str, signature: str, *, remove_gone: bool = False) -> str:
    code = facts(signature)
    draft = Draft(summary="X.", parameters={p.name: f"New {p.name}." for p in code.parameters})
    tree = read(text, style(name))
    drifts = parameter_drift(tree, code.parameters)
    orders = {SectionKind.PARAMETERS: [p.name for p in code.parameters]}
    after = mended(tree, drifts, compose(code, draft), orders, style(name), RenderOptions())
    if not remove_gone:
        return after
    tree = style(name).parse(after)
    return without(tree, parameter_drift(tree, code.parameters))


SECTIONS = {
    "google": ("Args:\n    a: One.", "Raises:\n    OSError: No."),
    "google, two blanks to the right": ("Args:\n  a: One.", "Raises:\n  OSError: No."),
    "google, an empty line below": ("Args:\n\n    a: One.", "Raises:\n\n    OSError: No."),
    "numpy": (
        "Parameters\n----------\na : int\n    One.",
        "Raises\n------\nOSError\n    No.",
    ),
    "numpy, as SymPy has it": (
        "Parameters\n==========\n\na : int\n    One.",
        "Raises\n======\n\nOSError\n    No.",
    ),
    "sphinx": (":param a: One.", ":raises OSError: No."),
    "sphinx, with gaps": (":param a: One.\n\n:param b: Two.", "\n:raises OSError: No."),
}


@pytest.mark.parametrize("name", SECTIONS)
def test_a_new_section_looks_like_the_others(name: str) -> None:
    stands, new = SECTIONS[name]
    own = style(name.partition(",")[0])
    tree = own.parse(f"Do.\n\n{stands}\n")
    drift = Drift(kind="undocumented", section=SectionKind.RAISES, name="OSError")
    wanted = Docstring(
        "X.", sections=(Section(SectionKind.RAISES, (Entry("OSError", description="No."),)),)
    )
    gap = "\n" if name.startswith("sphinx") else "\n\n"
    after = mended(tree, [drift], wanted, {}, own, RenderOptions())
    assert after == f"Do.\n\n{stands}{gap}{new}\n"
