"""A docstring in another style says the same, to the word; what cannot be said is refused."""

from __future__ import annotations

from itertools import permutations
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docstring_lsp.docstring.convert import converted
from docstring_lsp.docstring.recognition import style
from docstring_lsp.docstring.scribe import UnsayableError
from docstring_lsp.docstring.style import RenderOptions

OPTIONS = RenderOptions(width=88)
STYLES = ("google", "numpy", "sphinx", "epytext")

SAID: dict[str, dict[str, str]] = {
    "parameters": {
        "google": """
            Add.

            Args:
                a (int): The first.
                b (int, optional): The second,
                    and more of it.
                *rest: Others.
            """,
        "numpy": """
            Add.

            Parameters
            ----------
            a : int
                The first.
            b : int, optional
                The second,
                and more of it.
            *rest
                Others.
            """,
        "sphinx": """
            Add.

            :param a: The first.
            :type a: int
            :param b: The second,
                and more of it.
            :type b: int, optional
            :param \\*rest: Others.
            """,
        "epytext": """
            Add.

            @param a: The first.
            @type a: int
            @param b: The second,
                and more of it.
            @type b: int, optional
            @param *rest: Others.
            """,
    },
    "results and exceptions": {
        "google": """
            Ask.

            Returns:
                str | None: The answer.

            Raises:
                OSError: If it is gone.
                ValueError, TypeError: If it is wrong.
            """,
        "numpy": """
            Ask.

            Returns
            -------
            str | None
                The answer.

            Raises
            ------
            OSError
                If it is gone.
            ValueError, TypeError
                If it is wrong.
            """,
        "sphinx": """
            Ask.

            :returns: The answer.
            :rtype: str | None
            :raises OSError: If it is gone.
            :raises ValueError, TypeError: If it is wrong.
            """,
        "epytext": """
            Ask.

            @return: The answer.
            @rtype: str | None
            @raise OSError: If it is gone.
            @raise ValueError, TypeError: If it is wrong.
            """,
    },
    "several names, several results": {
        "google": """
            Split.

            Args:
                x, y (float): Where.

            Returns:
                head (list): The first.
                tail (list): The others.
            """,
        "numpy": """
            Split.

            Parameters
            ----------
            x, y : float
                Where.

            Returns
            -------
            head : list
                The first.
            tail : list
                The others.
            """,
        "sphinx": """
            Split.

            :param x, y: Where.
            :type x, y: float

            .. rubric:: Returns

            head : list
                The first.
            tail : list
                The others.
            """,
        "epytext": """
            Split.

            Returns
            =======
            head : list
                The first.
            tail : list
                The others.

            @param x, y: Where.
            @type x, y: float
            """,
    },
    "text that has a layout": {
        "google": """
            Show.

            A list:

            - one
              - nested
            - two

            >>> show(1)
            ':param x: nothing'

            .. deprecated:: 2.0
                Use something else.

            ======  ====
            a       b
            ======  ====

            Args:
                x: As follows::

                        x = 1
                          y = 2

                    And then.

            See Also:
                other : Does the other.
            """,
        "numpy": """
            Show.

            A list:

            - one
              - nested
            - two

            >>> show(1)
            ':param x: nothing'

            .. deprecated:: 2.0
                Use something else.

            ======  ====
            a       b
            ======  ====

            Parameters
            ----------
            x
                As follows::

                    x = 1
                      y = 2

                And then.

            See Also
            --------
            other : Does the other.
            """,
    },
    "fields that no section stands for": {
        "sphinx": """
            Hide.

            :meta private:

            :param x: It.
            """,
        "google": """
            Hide.

            :meta private:

            Args:
                x: It.
            """,
        "numpy": """
            Hide.

            :meta private:

            Parameters
            ----------
            x
                It.
            """,
    },
    "notes": {
        "google": """
            Do.

            Note:
                It is noted.
            """,
        "numpy": """
            Do.

            .. note::
                It is noted.
            """,
    },
    "Epytext's markup": {
        "epytext": """
            Read C{x} of L{Y}, I{not} B{z}, see U{the page<https://example.org>}.

            @param x: Of L{Y}.
            @type x: L{Y}
            """,
        "google": """
            Read ``x`` of `Y`, *not* **z**, see `the page <https://example.org>`_.

            Args:
                x (Y): Of `Y`.
            """,
    },
    "only types": {
        "sphinx": """
            Do.

            :param x:
            :type x: int
            :rtype: str
            """,
        "google": """
            Do.

            Args:
                x (int):

            Returns:
                str
            """,
    },
    "a result whose text looks like a type": {
        "google": """
            Do.

            Returns:
                \\ generator
            """,
        "numpy": """
            Do.

            Returns
            -------
            :
                generator
            """,
        "sphinx": """
            Do.

            :returns: generator
            """,
        "epytext": """
            Do.

            @return: generator
            """,
    },
    "a result whose type looks like a text": {
        "google": """
            Do.

            Returns:
                A pair, or None.\\ : What was found: two.
            """,
        "numpy": """
            Do.

            Returns
            -------
            \\ A pair, or None.
                What was found: two.
            """,
        "sphinx": """
            Do.

            :returns: What was found: two.
            :rtype: A pair, or None.
            """,
        "epytext": """
            Do.

            @return: What was found: two.
            @rtype: A pair, or None.
            """,
    },
    "results that a sentence introduces": {
        "google": """
            Do.

            Returns:
                A tuple with:
                low (int): The first.
                high (int): The last.
            """,
        "numpy": """
            Do.

            Returns
            -------
            A tuple with:
            low : int
                The first.
            high : int
                The last.
            """,
    },
    "sections in an order of their own": {
        "google": """
            Do.

            Notes:
                Noted.

            Args:
                x: It.

            Examples:
                >>> do(1)
            """,
        "epytext": """
            Do.

            Notes
            =====
            Noted.

            @param x: It.

            Examples
            ========
            >>> do(1)
            """,
    },
    "either of two exceptions": {
        "google": """
            Do.

            Raises:
                KeyError or OSError: If so.
            """,
        "numpy": """
            Do.

            Raises
            ------
            KeyError or OSError
                If so.
            """,
        "epytext": """
            Do.

            @raise KeyError or OSError: If so.
            """,
    },
    "a result told in several lines": {
        "google": """
            Do.

            Returns:
                What there is of all that was asked for: and where there is none of it at
                all, there is nothing.
            """,
        "numpy": """
            Do.

            Returns
            -------
            :
                What there is of all that was asked for: and where there is none of it at
                all, there is nothing.
            """,
    },
    "exceptions in a role": {
        "google": """
            Do.

            Raises:
                :exc:`OSError`: if it is gone.
                ValueError: if it is wrong.
            """,
        "numpy": """
            Do.

            Raises
            ------
            :exc:`OSError`
                if it is gone.
            ValueError
                if it is wrong.
            """,
        "sphinx": """
            Do.

            :raises: :exc:`OSError` if it is gone.
            :raises ValueError: if it is wrong.
            """,
    },
    "defaults in names, and names that end like references": {
        "google": """
            Do.

            Args:
                x=5: It.
                class_: That.
            """,
        "numpy": """
            Do.

            Parameters
            ----------
            x=5
                It.
            class_
                That.
            """,
        "sphinx": """
            Do.

            :param x=5: It.
            :param class\\_: That.
            """,
    },
    "entries that a decorator fills in": {
        "google": """
            Do.

            Args:
                x (int): It.
                %(verbose)s
                y: That.
            """,
        "numpy": """
            Do.

            Parameters
            ----------
            x : int
                It.
            %(verbose)s
            y
                That.
            """,
        "sphinx": """
            Do.

            .. rubric:: Parameters

            x : int
                It.
            %(verbose)s
            y
                That.
            """,
    },
    "fields that name nothing": {
        "google": """
            Do.

            :type: int

            Args:
                x: It.
            """,
        "sphinx": """
            Do.

            :type: int

            :param x: It.
            """,
    },
    "a section that no style knows, behind others": {
        "google": """
            Do.

            Args:
                x: It.

            Reference:
                A book.
            """,
        "numpy": """
            Do.

            Parameters
            ----------
            x
                It.

            Reference
            ---------
            A book.
            """,
        "sphinx": """
            Do.

            :param x: It.

            .. rubric:: Reference

            A book.
            """,
    },
}


def text(of: str) -> str:
    return dedent(of).strip("\n")


@pytest.mark.parametrize(
    ("case", "source", "target"),
    [
        (case, source, target)
        for case, said in SAID.items()
        for source, target in permutations(said, 2)
        # its types lose their markup, and what it is called in another style is told once
        if not (case == "Epytext's markup" and target == "epytext")
    ],
)
def test_the_same_is_said(case: str, source: str, target: str) -> None:
    said = SAID[case]
    found = converted(text(said[source]), style(source), style(target), OPTIONS)
    assert found == text(said[target])


@pytest.mark.parametrize(("case", "name"), [(c, n) for c, said in SAID.items() for n in said])
def test_there_and_back_is_the_same(case: str, name: str) -> None:
    own = style(name)
    first = converted(text(SAID[case][name]), own, own, OPTIONS)
    for other in STYLES:
        there = converted(first, own, style(other), OPTIONS)
        assert converted(there, style(other), own, OPTIONS).split() == first.split()


@pytest.mark.parametrize(
    ("name", "said", "other", "wanted"),
    [
        (
            "epytext",
            "Do.\n\n@param x: It is\nlong.\n@return: All\nof it.\n\nMore.",
            "numpy",
            "Do.\n\nMore.\n\nParameters\n----------\nx\n    It is\n    long.\n\n"
            "Returns\n-------\nAll of it.",
        ),
        (
            "epytext",
            "Give L{Node}s::\n    >>> give()\n\nSee U{the\n page <https://example.org>}.\n\n"
            "@param x: It.",
            "sphinx",
            "Give `Node`\\ s::\n\n    >>> give()\n\nSee `the page <https://example.org>`_.\n\n"
            ":param x: It.",
        ),
        (
            "google",
            "Give `Node`\\ s, `Tree`\\\ns if `x=1`.\n\nArgs:\n    x: It.\n\nNotes:\n    Noted.",
            "epytext",
            "Give L{Node}s, L{Tree}s if `x=1`.\n\nNotes\n=====\nNoted.\n\n@param x: It.",
        ),
        (
            "numpy",
            "Do.\n\nParameters\n----------\nx : int, default: 5\n    It.",
            "google",
            "Do.\n\nArgs:\n    x (int, default=5): It.",
        ),
        (
            "sphinx",
            "Do.\n\n:returns: Whether.",
            "google",
            "Do.\n\nReturns:\n    Whether.",
        ),
        (
            "sphinx",
            "Do.\n\n:returns: All.\n:rtype: list(str)",
            "google",
            "Do.\n\nReturns:\n    list(str): All.",
        ),
        (
            "sphinx",
            "Do.\n\n:return bool: It.\n:raises: ValueError if so.",
            "google",
            "Do.\n\nReturns:\n    bool: It.\n\nRaises:\n    ValueError: if so.",
        ),
        (
            "sphinx",
            "Do.\n\n:return: What there is, or\nnone of it.\n:rtype: int",
            "google",
            "Do.\n\nReturns:\n    int: What there is, or\n        none of it.",
        ),
        (
            "sphinx",
            "Do.\n\n:param x: It.\n\nMore.\n\n:param y: That.",
            "numpy",
            "Do.\n\nMore.\n\nParameters\n----------\nx\n    It.\ny\n    That.",
        ),
        (
            "google",
            "Do.\n\nArgs:\n    x: It.\n\nExample:\n\n>>> do(1)\n2\n\nReferences:\n\n- [A](b)",
            "numpy",
            "Do.\n\nParameters\n----------\nx\n    It.\n\nExample\n-------\n>>> do(1)\n2\n\n"
            "References\n----------\n- [A](b)",
        ),
        (
            "numpy",
            "Do.\n\nParameters\n==========\n\n    x : int\n        It.\n\nRaises\n======\n"
            "ValueError when it\nis wrong.",
            "google",
            "Do.\n\nArgs:\n    x (int): It.\n\nRaises:\n    ValueError: when it\n        is wrong.",
        ),
        (
            "numpy",
            "Do.\n\nParameters\n----------\nx : {None,\n    int}, optional\n    It.",
            "google",
            "Do.\n\nArgs:\n    x ({None, int}, optional): It.",
        ),
        (
            "sphinx",
            "Do.\n\n:param x: It is\n          long,\n\n          really::\n\n              x\n"
            ":param y: Code::\n\n        y",
            "google",
            "Do.\n\nArgs:\n    x: It is\n        long,\n\n        really::\n\n            x\n"
            "    y: Code::\n\n            y",
        ),
        (
            "google",
            "Do.\n\nArgs:\n    * one: It.\n\nMore.",
            "sphinx",
            "Do.\n\n:Parameters:\n    * one: It.\n\nMore.",
        ),
        (
            "google",
            "Do.\n\nArgs:\n    x: It.\n\nReturn: A pair,\n    that is.",
            "sphinx",
            "Do.\n\n:param x: It.\n:returns: A pair,\n    that is.",
        ),
        (
            "google",
            "Do.\n\nArgs:\n    x: It.\n\nReturns one of them.",
            "sphinx",
            "Do.\n\n:param x: It.\n:returns: Returns one of them.",
        ),
        (
            "sphinx",
            "Do what\n:math: `x` is.\n\n:param x: It.",
            "google",
            "Do what\n:math: `x` is.\n\nArgs:\n    x: It.",
        ),
        (
            "epytext",
            "Draw C{{1: 2}}.\n\n@param x: It.",
            "sphinx",
            "Draw ``{1: 2}``.\n\n:param x: It.",
        ),
        (
            "google",
            "Do.\n\nArgs:\n    count (int, optional): How many of them there are at most, where\n"
            "        none is said.",
            "numpy",
            "Do.\n\nParameters\n----------\ncount : int, optional\n"
            "    How many of them there are at most, where none is said.",
        ),
        (
            "google",
            "Do.\n\nArgs:\n    count (int): How many.\n        None if all.",
            "numpy",
            "Do.\n\nParameters\n----------\ncount : int\n    How many.\n    None if all.",
        ),
        (
            "sphinx",
            "Do *what is\nsaid*, or '*' and '*'.\n\n:param x: It.",
            "epytext",
            "Do I{what is\nsaid}, or '*' and '*'.\n\n@param x: It.",
        ),
    ],
)
def test_what_is_laid_out_in_its_own_way_is_read(
    name: str, said: str, other: str, wanted: str
) -> None:
    assert converted(said, style(name), style(other), OPTIONS) == wanted


REFUSED = {
    "two styles at once": (
        "google",
        "numpy",
        "Do.\n\n:param x: It.\n\nArgs:\n    y: That.",
        "it is written in two styles at once",
    ),
    "markup of its own": ("epytext", "google", "Draw G{tree}.", "markup that only Epytext has"),
    "no sections": ("google", "pep257", "Do.\n\nArgs:\n    x: It.", "it has no sections"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_said_is_refused(case: str) -> None:
    source, target, said, reason = REFUSED[case]
    with pytest.raises(UnsayableError, match=reason):
        converted(said, style(source), style(target), OPTIONS)


def test_prose_that_stays_where_it_is_keeps_its_lines() -> None:
    said = f"Do.\n\n{'word ' * 12}end,\nand more.\n\n:param x: It."
    found = converted(said, style("sphinx"), style("google"), RenderOptions(width=40))
    assert found == said.replace(":param x:", "Args:\n    x:")


def test_a_line_that_would_be_too_wide_is_filled_anew() -> None:
    said = "Do.\n\nParameters\n----------\nx : int\n    " + "word " * 12 + "end."
    found = converted(said, style("numpy"), style("google"), RenderOptions(width=60))
    assert all(len(line) <= 60 for line in found.split("\n"))


PIECES = st.sampled_from(
    [
        "Do it.", "", "Args:", "    x (int): It.", "        more", "Parameters", "----------",
        "x : int", "    It is.", ":param x: It.", ":rtype: int", "@param x: It.", "@return: It.",
        "Returns:", "    The sum.", "Returns", "-------", "int", ".. note::", "    Noted.",
        ">>> f()", "1", "- one", "```", "Notes", "-----", "``x``", "C{x}", "See Also:", "Foo:",
        ".. rubric:: Examples", "=====", ":meta private:", "Raises:", "    OSError: If so.",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(PIECES, max_size=14), st.permutations(STYLES))
def test_whatever_stands_there_no_word_is_lost(lines: list[str], names: list[str]) -> None:
    said = "\n".join(lines).strip("\n")
    source, target, *_ = (style(name) for name in names)
    try:
        there = converted(said, source, target, OPTIONS)
    except UnsayableError:
        return
    for word in ("sum.", "Noted.", "more", ">>>"):
        assert there.split().count(word) == said.split().count(word)
    assert converted(there, target, target, OPTIONS).split() == there.split()
