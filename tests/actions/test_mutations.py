"""Functions with a full docstring, changed in one way: their docstrings become just that."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from docstring_lsp.actions import update
from tests.mutations import KINDS, functions, inserted, mutated

OWN = Path(update.__file__).parent.parent
IN_EACH_STYLE = '''\
def google(where, count=1, *names, loud: bool = False):
    """Send it,   oddly  spaced.

    Args:
        where (str): The place.
            It goes on.

            - and has a list: with Args:
        count (int): How many. Defaults to 1.
        *names: Who.
        loud (bool, optional): Whether all may hear.

    Note:
        Hands off.
    """
    print(where)


async def numpy(where, when, count=1, **rest):
    """Send it.

    Parameters
    ----------
    where, when : str
        The places.

    count : int, default 1
        How many.

        .. versionadded:: 1.0
    **rest
        The rest.

    Raises
    ------
    OSError
        If it
        is not there.

    See Also
    --------
    google : Another.
    """
    print(open(where))


class Shop:
    def sphinx(self, where: str, count: int = 1, /, loud=2):
        r"""Send it \\o/.

        :param str where: The place.
        :param count: How many.
            Default is 1.
        :type count: int
        :param loud: How loud.
        :raises OSError: If it is not there.
        :meta private:

        More.
        """
        print(open(where))

    @staticmethod
    def epytext(where, count=1):
        """
        Send it.

        @type where: L{str}
        @param where: The place,
        at the margin.

        @param count: How many.
        @type count: C{int}

        @since: 1.0
        """
'''


@pytest.mark.parametrize("kind", KINDS)
def test_the_docstring_becomes_what_it_was_with_exactly_one_difference(
    kind: str, tmp_path: Path
) -> None:
    styles = tmp_path / "styles.py"
    styles.write_text(IN_EACH_STYLE, encoding="utf-8")
    found = [*functions(styles), *functions(OWN / "docstring" / "wrap.py")]
    assert len(list(functions(styles))) == 4
    source = random.Random(11)
    reasons = [(each.where, mutated(each, kind, source)) for _ in range(6) for each in found]
    assert any(reason is not None for _, reason in reasons)
    assert [told for told in reasons if told[1]] == []


@pytest.mark.parametrize(
    ("before", "after", "more"),
    [
        ("a\nb", "a\nnew\nb", "new"),
        ("a\nb", "a\nb", ""),
        ("a\nb", "a\nB", None),
        ("a\nb", "a\nnew\nB", None),
        ("a\nb", "a", None),
    ],
)
def test_the_judge_sees_what_was_added_and_nothing_else(
    before: str, after: str, more: str | None
) -> None:
    assert inserted(before, after) == more
