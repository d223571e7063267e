"""The five styles, as specification: what each writes for what a docstring says."""

from __future__ import annotations

import re
from collections.abc import Callable
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docstring_lsp.actions.conventions import style, styles
from docstring_lsp.docstring.model import Docstring, Entry, Section, SectionKind
from docstring_lsp.docstring.style import RenderOptions

P, A, R = SectionKind.PARAMETERS, SectionKind.ATTRIBUTES, SectionKind.RETURNS
RESULTS = (R, SectionKind.YIELDS, SectionKind.RECEIVES)
SIGNALS = (SectionKind.RAISES, SectionKind.WARNS)


def rendered(name: str, docstring: Docstring, **options: object) -> str:
    return style(name).render(docstring, RenderOptions(**{"width": 60} | options))  # type: ignore[arg-type]


def entries(kind: SectionKind, *given: Entry) -> Docstring:
    return Docstring("Do it.", sections=(Section(kind, given),))


FULL = Docstring(
    "Send a parcel.",
    "It is weighed with `scale` first.",
    (
        Section(
            P,
            (
                Entry("parcel", "Parcel", description="What is sent."),
                Entry(
                    "*stops", "str", description="Where it stops on its way to the one it is for."
                ),
                Entry("speed", "int", "3", optional=True, description="How fast."),
                Entry("note", description="Shown to `all`."),
                Entry("**more", "Any", description="Anything else."),
            ),
        ),
        Section(R, (Entry(type="bool", description="Whether it arrived."),)),
        Section(SectionKind.YIELDS, (Entry(type="Stop", description="The next stop."),)),
        Section(SectionKind.RECEIVES, (Entry(type="str", description="A message."),)),
        Section(SectionKind.RAISES, (Entry("DepotError", description="If `stops` is empty."),)),
        Section(SectionKind.WARNS, (Entry("UserWarning", description="If it is late."),)),
        Section(SectionKind.EXAMPLES, text=">>> send(Parcel())\nTrue"),
    ),
)
FULL_TEXTS = {
    "google": """
        Send a parcel.

        It is weighed with `scale` first.

        Args:
            parcel (Parcel): What is sent.
            *stops (str): Where it stops on its way to the one it is
                for.
            speed (int, optional): How fast. Defaults to 3.
            note: Shown to `all`.
            **more (Any): Anything else.

        Returns:
            bool: Whether it arrived.

        Yields:
            Stop: The next stop.

        Receives:
            str: A message.

        Raises:
            DepotError: If `stops` is empty.

        Warns:
            UserWarning: If it is late.

        Examples:
            >>> send(Parcel())
            True
        """,
    "numpy": """
        Send a parcel.

        It is weighed with `scale` first.

        Parameters
        ----------
        parcel : Parcel
            What is sent.
        *stops : str
            Where it stops on its way to the one it is for.
        speed : int, default=3
            How fast.
        note : Any
            Shown to `all`.
        **more : Any
            Anything else.

        Returns
        -------
        bool
            Whether it arrived.

        Yields
        ------
        Stop
            The next stop.

        Receives
        --------
        str
            A message.

        Raises
        ------
        DepotError
            If `stops` is empty.

        Warns
        -----
        UserWarning
            If it is late.

        Examples
        --------
        >>> send(Parcel())
        True
        """,
    "sphinx": """
        Send a parcel.

        It is weighed with ``scale`` first.

        >>> send(Parcel())
        True

        :param parcel: What is sent.
        :type parcel: Parcel
        :param *stops: Where it stops on its way to the one it is
            for.
        :type *stops: str
        :param speed: How fast. Defaults to ``3``.
        :type speed: int
        :param note: Shown to ``all``.
        :param **more: Anything else.
        :type **more: Any
        :returns: Whether it arrived.
        :rtype: bool
        :yields: The next stop.
        :ytype: Stop
        :receives: A message.
        :raises DepotError: If ``stops`` is empty.
        :warns UserWarning: If it is late.
        """,
    "epytext": """
        Send a parcel.

        It is weighed with C{scale} first.

        >>> send(Parcel())
        True

        @param parcel: What is sent.
        @type parcel: Parcel
        @param *stops: Where it stops on its way to the one it is
            for.
        @type *stops: str
        @param speed: How fast. Defaults to C{3}.
        @type speed: int
        @param note: Shown to C{all}.
        @param **more: Anything else.
        @type **more: Any
        @return: Whether it arrived.
        @rtype: bool
        @yield: The next stop.
        @ytype: Stop
        @note: Is sent: A message.
        @raise DepotError: If C{stops} is empty.
        @warn UserWarning: If it is late.
        """,
    "pep257": """
        Send a parcel.

        It is weighed with `scale` first. Takes `parcel` (what is
        sent), `*stops` (where it stops on its way to the one it is
        for), `speed` (how fast; default 3), `note` (Shown to `all`)
        and `**more` (Anything else). Returns whether it arrived.
        Yields the next stop. Is sent a message. Raises `DepotError`
        if `stops` is empty. Warns with `UserWarning` if it is late.

        >>> send(Parcel())
        True
        """,
}


@pytest.mark.parametrize("name", styles())
def test_a_docstring_with_all_that_there_is(name: str) -> None:
    assert rendered(name, FULL) == dedent(FULL_TEXTS[name]).strip()


@pytest.mark.parametrize("name", styles())
def test_a_summary_alone_is_one_line(name: str) -> None:
    assert rendered(name, Docstring("Do it.")) == "Do it."


SPEED = entries(P, Entry("*speed", "int", "3", optional=True, description="How fast."))
OPTIONS = {
    ("google", "types"): "Args:\n    *speed: How fast. Defaults to 3.",
    ("google", "defaults"): "Args:\n    *speed (int, optional): How fast.",
    ("google", "escape_stars"): "Args:\n    \\*speed (int, optional): How fast. Defaults to 3.",
    ("numpy", "types"): "Parameters\n----------\n*speed\n    How fast. Defaults to 3.",
    ("numpy", "defaults"): "Parameters\n----------\n*speed : int, optional\n    How fast.",
    ("numpy", "escape_stars"): "Parameters\n----------\n\\*speed : int, default=3\n    How fast.",
    ("sphinx", "types"): ":param *speed: How fast. Defaults to ``3``.",
    ("sphinx", "defaults"): ":param *speed: How fast.\n:type *speed: int",
    ("sphinx", "escape_stars"): (
        ":param \\*speed: How fast. Defaults to ``3``.\n:type \\*speed: int"
    ),
    ("epytext", "types"): "@param *speed: How fast. Defaults to C{3}.",
    ("epytext", "defaults"): "@param *speed: How fast.\n@type *speed: int",
    ("pep257", "types"): "Takes `*speed` (how fast; default 3).",
    ("pep257", "defaults"): "Takes `*speed` (how fast; optional).",
}


@pytest.mark.parametrize(("name", "option"), OPTIONS, ids="-".join)
def test_an_option_changes(name: str, option: str) -> None:
    text = rendered(name, SPEED, **{option: option == "escape_stars"})
    assert text == f"Do it.\n\n{OPTIONS[name, option]}"


HOLDERS = {
    "sphinx": ":ivar a: One.\n:vartype a: int\n:cvar b: Two.\n:var c: Three.",
    "epytext": "@ivar a: One.\n@type a: int\n@cvar b: Two.\n@var c: Three.",
    "google": "Attributes:\n    a (int): One.\n    b: Two.\n    c: Three.",
    "numpy": "Attributes\n----------\na : int\n    One.\nb : Any\n    Two.\nc : Any\n    Three.",
}


@pytest.mark.parametrize("name", HOLDERS)
def test_an_attribute_is_told_with_what_has_it(name: str) -> None:
    docstring = entries(
        A,
        Entry("a", "int", description="One."),
        Entry("b", description="Two.", holder="class"),
        Entry("c", description="Three.", holder="module"),
    )
    assert rendered(name, docstring) == f"Do it.\n\n{HOLDERS[name]}"


LONG = "Callable[[Sequence[int], Mapping[str, Node]], Iterator[Node]] | None"
ONE_PIECE = {
    "google": f"Args:\n    on_each ({LONG}):\n        What is called.",
    "numpy": f"Parameters\n----------\non_each : {LONG}\n    What is called.",
    "sphinx": (
        ":param on_each: What is called.\n"
        ":type on_each: Callable[[Sequence[int], Mapping[str, Node]],\n    Iterator[Node]] | None"
    ),
}


@pytest.mark.parametrize("name", ONE_PIECE)
def test_a_type_is_broken_only_where_the_style_still_reads_it(name: str) -> None:
    text = rendered(name, entries(P, Entry("on_each", LONG, description="What is called.")))
    assert text == f"Do it.\n\n{ONE_PIECE[name]}"


DEFAULTS = {
    "blanks in a string": ("' '", "Defaults to ' '."),
    "two blanks": ("'a  b'", "Defaults to 'a  b'."),
    "a dictionary": ("{'a': (1, 2)}", "Defaults to {'a': (1, 2)}."),
    "an ellipsis of its own": ("x[..., 0]", "Defaults to x[..., 0]."),
}


@pytest.mark.parametrize(("default", "told"), DEFAULTS.values(), ids=DEFAULTS)
def test_a_default_is_told_as_it_is_written(default: str, told: str) -> None:
    text = rendered("google", entries(P, Entry("a", default=default, description="One")))
    assert text.endswith(f"a: One. {told}")


def test_a_default_behind_a_list_stands_in_a_paragraph_of_its_own() -> None:
    docstring = entries(P, Entry("a", default="1", description="One of:\n- 1\n- 2"))
    assert rendered("google", docstring).endswith(
        "    a: One of:\n\n        - 1\n        - 2\n\n        Defaults to 1."
    )


UNTYPED = {
    "a colon": ("The result: a number.", "The result - a number."),
    "a colon in code": ("The `{1: 2}`.", "The `{1: 2}`."),
    "a time": ("At 10:30.", "At 10:30."),
}


@pytest.mark.parametrize(("said", "told"), UNTYPED.values(), ids=UNTYPED)
def test_google_takes_nothing_in_an_untyped_result_for_its_type(said: str, told: str) -> None:
    text = rendered("google", entries(R, Entry(description=said)))
    assert text == f"Do it.\n\nReturns:\n    {told}"


SENTENCES = {
    "a proper name keeps its capital": ("Django's settings.", "`a` (Django's settings)"),
    "an article loses it": ("The one.", "`a` (the one)"),
    "nothing said": ("", "`a`"),
    "several sentences": ("The one. And more.", "`a` (the one. And more)"),
}


@pytest.mark.parametrize(("said", "told"), SENTENCES.values(), ids=SENTENCES)
def test_pep257_tells_a_parameter_inside_a_sentence(said: str, told: str) -> None:
    text = rendered("pep257", entries(P, Entry("a", description=said)))
    assert text == f"Do it.\n\nTakes {told}."


@pytest.mark.parametrize(
    ("said", "told"),
    [("The one.", "Returns the one."), ("Always `0`.", "Always returns `0`.")],
)
def test_pep257_tells_a_result_in_a_sentence(said: str, told: str) -> None:
    assert rendered("pep257", entries(R, Entry(description=said))) == f"Do it.\n\n{told}"


def test_pep257_tells_a_result_that_the_summary_tells_once() -> None:
    area = Docstring("Return the area.", sections=(Section(R, (Entry(description="The area."),)),))
    assert rendered("pep257", area) == "Return the area."


STRUCTURE = {
    "google": [
        ("Args:", "Args\\:"),
        ("See also\n\nReturns:\n    x: y", "See also.\n\nReturns\\:\n    x: y"),
        ("Args: x: The x.", "Args: x: The x."),
        (":param x: The x.", "\\:param x: The x."),
    ],
    "numpy": [
        ("Returns\n-------\nx\n    The x.", "Returns.\n\\-------\nx\n    The x."),
        ("A title\n=======", "A title\n\\======="),
        ("Args: x: The x.", "Args\\: x: The x."),
        ("A\n===  ===", "A\n\\===  ==="),
    ],
    "sphinx": [
        (":param x: The x.", "\\:param x: The x."),
        (":class:`X` it is.", "\\:class:`X` it is."),
        ("It is :class:`X`.", "It is :class:`X`."),
        ("Returns: The x.", "Returns\\: The x."),
        ("See `x`_ and `y <z>`_.", "See `x`_ and `y <z>`_."),
    ],
    "epytext": [
        ("@param x: The x.", "E{@}param x: The x."),
        ("A title\n=======", "A title\nE{=}======"),
        ("A set `{1}` or `X{1}` or `{`.", "A set C{{1}} or C{XE{lb}1E{rb}} or C{E{lb}}."),
        ("An open { brace.", "An open E{lb} brace."),
        ("A C{tag} that was written.", "A C{tag} that was written."),
    ],
}


@pytest.mark.parametrize(
    ("name", "said", "told"),
    [(name, *case) for name, cases in STRUCTURE.items() for case in cases],
)
def test_prose_is_not_taken_for_structure(name: str, said: str, told: str) -> None:
    assert rendered(name, Docstring("Do it.", said)) == f"Do it.\n\n{told}"


# Readers of each style, as its own tools read: titles or fields at the start of a line.

GOOGLE_TITLES = {"Args": P, "Attributes": A, "Returns": R, "Raises": SectionKind.RAISES} | {
    "Yields": SectionKind.YIELDS,
    "Receives": SectionKind.RECEIVES,
    "Warns": SectionKind.WARNS,
}
Read = list[tuple[SectionKind, list[str]]]


def read_google(text: str) -> Read:
    found: Read = []
    for line in text.split("\n"):
        if (title := re.fullmatch(r"(\w[\w ]*):\s*", line)) and title[1] in GOOGLE_TITLES:
            found.append((GOOGLE_TITLES[title[1]], []))
        elif found and (head := re.match(r"    (\S[^:(]*?)(?: \(.*\))?:(?: |$)", line)):
            found[-1][1].append(head[1])
    return found


def read_numpy(text: str) -> Read:
    titles = {t: k for t, k in GOOGLE_TITLES.items() if t != "Args"} | {"Parameters": P}
    found: Read = []
    lines = text.split("\n")
    for above, line in zip(["", *lines], lines, strict=False):
        if above.strip() and re.fullmatch(r"\s*(-{3,}|={3,})\s*", line):
            found.append((titles[above.strip()], []))
        elif found and line and not line.startswith((" ", *titles)):
            found[-1][1].append(line.split(" : ")[0])
    return found


def read_fields(mark: str, text: str) -> Read:
    kinds = {"param": P, "ivar": A, "raises": SIGNALS[0], "raise": SIGNALS[0]} | {
        "warns": SIGNALS[1], "warn": SIGNALS[1], "returns": R, "return": R, "yields": RESULTS[1],
        "yield": RESULTS[1], "receives": RESULTS[2], "note": RESULTS[2],
    }  # fmt: skip
    found: Read = []
    for line in text.split("\n"):
        if not line.startswith(mark):
            continue
        field = re.match(rf"{mark}(\w+)(?: ([^:]+))?:( |$)", line)
        assert field is not None, line
        if field[1] not in ("type", "vartype", "rtype", "ytype"):
            kind = kinds[field[1]]
            if not found or found[-1][0] is not kind:
                found.append((kind, []))
            found[-1][1].append(field[2] or "")
    return found


READERS: dict[str, Callable[[str], Read]] = {
    "google": read_google,
    "numpy": read_numpy,
    "sphinx": lambda text: read_fields(":", text),
    "epytext": lambda text: read_fields("@", text),
}
NASTY = st.sampled_from(
    [
        "one", "two", "the end.", "Args:", "Returns:", "Returns", "Raises:", "Parameters", "===",
        "-------", "----------", ":param x: y", ":raises", ":", "@param x: y", "@", "- a", "1. b",
        "x: y", "    x: y", "x (int): y", "\n", "\n\n", "\n    ", ">>> f()", "`a b`", "```",
        "| a |", "::", "{", "C{x}", "See Also", "Notes:", "Note:", "\u200bArgs:", "a" * 50,
        "Parameters\n----------", "Args:\n    x: y",
    ]
)  # fmt: skip
PROSE = st.lists(NASTY, max_size=9).flatmap(
    lambda parts: st.sampled_from([" ".join(parts), "\n".join(parts)])
)
TYPES = st.sampled_from([None, "int", "dict[str, int]", "Literal['a b', \"c\"]", LONG])
NAMES = st.lists(
    st.sampled_from(["x", "args", "returns", "*stops", "**more", "Args", "param", "raises"]),
    min_size=1, max_size=4, unique=True,
)  # fmt: skip


@st.composite
def sections(draw: st.DrawFn) -> tuple[Section, ...]:
    kinds = draw(st.lists(st.sampled_from([P, A, *RESULTS, *SIGNALS]), unique=True, max_size=4))
    found = []
    for kind in sorted(kinds, key=list(SectionKind).index):
        unnamed = kind in RESULTS
        names = [None] if unnamed else draw(NAMES)
        # What is unnamed is recognised by its description, so it has one.
        prose = PROSE.map(lambda text: f"It is {text}") if unnamed else PROSE
        given = tuple(Entry(n, draw(TYPES), description=draw(prose)) for n in names)
        found.append(Section(kind, given))
    return tuple(found)


DOCSTRINGS = st.builds(Docstring, st.just("Do it."), PROSE, sections())


@pytest.mark.parametrize("name", READERS)
@settings(deadline=None, max_examples=80, derandomize=True)
@given(docstring=DOCSTRINGS, width=st.integers(30, 88), types=st.booleans())
def test_each_entry_is_read_again_once_whatever_the_prose(
    name: str, docstring: Docstring, width: int, types: bool
) -> None:
    text = rendered(name, docstring, width=width, types=types)
    told = [(s.kind, [e.name for e in s.entries]) for s in docstring.sections]
    read = READERS[name](text)
    assert [kind for kind, _ in read] == [kind for kind, _ in told]
    for (kind, names), (_, expected) in zip(read, told, strict=True):
        if kind not in RESULTS:
            assert names == expected


@pytest.mark.parametrize("name", styles())
@settings(deadline=None, max_examples=50, derandomize=True)
@given(docstring=DOCSTRINGS, width=st.integers(40, 88), indent=st.sampled_from([0, 4, 8]))
def test_the_form_is_clean_whatever_the_prose(
    name: str, docstring: Docstring, width: int, indent: int
) -> None:
    text = rendered(name, docstring, width=width, indent=indent)
    lines = text.split("\n")
    assert lines[0] == "Do it."
    assert len(lines) == 1 or lines[1] == ""
    assert [line for line in lines if line != line.rstrip()] == []
    assert "\n\n\n" not in text or "```" in text
    assert not text.endswith("\n")


PLAIN = st.lists(st.text("abcdef.,", min_size=1, max_size=12), max_size=40).map(" ".join)


@pytest.mark.parametrize("name", styles())
@settings(deadline=None, max_examples=40, derandomize=True)
@given(said=PLAIN, width=st.integers(40, 88), indent=st.sampled_from([0, 4, 8]))
def test_no_line_of_prose_is_wider_than_asked_for(
    name: str, said: str, width: int, indent: int
) -> None:
    docstring = Docstring("Do it.", said, entries(P, Entry("x", "int", "3", True, said)).sections)
    for line in rendered(name, docstring, width=width, indent=indent).split("\n"):
        assert len(line) + indent <= width


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("sphinx", ":param str a: One.", True),
        ("sphinx", ":param a: One.\n:type a: str", True),
        ("sphinx", ":param a: One, relative to :attr:`b`.", False),
        ("sphinx", ":returns: One.", None),
        ("google", "Do.\n\nArgs:\n    a (str): One.", True),
        ("google", "Do.\n\nArgs:\n    a: One (really): two.", False),
        ("numpy", "Do.\n\nParameters\n----------\na : str\n    One.", True),
        ("numpy", "Do.\n\nParameters\n----------\na\n    One : two.", False),
    ],
)
def test_whether_a_docstring_tells_types(name: str, text: str, expected: bool | None) -> None:
    assert style(name).typed(text) is expected
