"""Who is asked for a style: the one that is set, else the best, and why."""

from __future__ import annotations

import pytest

from docstring_lsp.engine.select import AUTO, Candidate, Demand, matrix, select, unfit
from docstring_lsp.errors import UnknownNameError, UsageError
from docstring_lsp.providers.base import Capabilities

GOOGLE = Demand(style="google", min_tokens=256)
STRICT = Demand(style="strict", requires_json=True)


def candidate(name: str, tokens: int = 1000, *, missing: str = "", chosen: bool = True,
              styles: tuple[str, ...] = (), json: str = "schema") -> Candidate:  # fmt: skip
    able = Capabilities(max_tokens=tokens, preferred_styles=styles, json=json)  # type: ignore[arg-type]
    return Candidate(name=name, capabilities=able, missing=missing, chosen=chosen)


SMALL, LARGE = candidate("small", 300), candidate("large", 9000)
FOND = candidate("fond", 2000, styles=("google",))
TINY = candidate("tiny", 100)
LOOSE = candidate("loose", 5000, json="none")
KEYLESS = candidate("keyless", 9999, missing="no key; set KEYLESS_API_KEY")
STRANGER = candidate("stranger", 99999, chosen=False)
ALL = [SMALL, LARGE, FOND, TINY, LOOSE, KEYLESS, STRANGER]


@pytest.mark.parametrize(
    ("among", "preferred", "primary", "reason"),
    [
        (ALL, "small", "small", "as set"),
        (ALL, "stranger", "stranger", "as set"),
        (ALL, AUTO, "fond", "prefers google"),
        ([SMALL, LARGE, TINY], AUTO, "large", "takes the most tokens (9,000)"),
        ([SMALL, TINY, STRANGER], AUTO, "small", "the only one that can be asked"),
        ([SMALL, TINY], "tiny", "small", "the only one that can be asked"),
        ([SMALL, KEYLESS], "keyless", "small", "the only one that can be asked"),
        ([candidate("b"), candidate("a")], AUTO, "a", "takes the most tokens (1,000)"),
        ([candidate("endless", 0), SMALL], "endless", "endless", "as set"),
    ],
)
def test_who_is_asked(among: list[Candidate], preferred: str, primary: str, reason: str) -> None:
    found = select(among, GOOGLE, preferred=preferred)
    assert (found.primary, found.reason, found.fallback) == (primary, reason, "")


@pytest.mark.parametrize(
    ("preferred", "fallback", "expected"),
    [
        ("fond", AUTO, ("fond", "large")),
        (AUTO, AUTO, ("fond", "large")),
        ("small", "fond", ("small", "fond")),
        ("small", "small", ("small", "")),
        ("small", "tiny", ("small", "")),
        ("small", "keyless", ("small", "")),
        ("small", "stranger", ("small", "stranger")),
        ("small", "", ("small", "")),
    ],
)
def test_who_follows(preferred: str, fallback: str, expected: tuple[str, str]) -> None:
    found = select(ALL, GOOGLE, preferred=preferred, fallback=fallback)
    assert (found.primary, found.fallback) == expected


def test_the_only_one_has_no_fallback() -> None:
    assert select([SMALL], GOOGLE, fallback=AUTO).fallback == ""


def test_why_the_others_are_passed_over_is_told() -> None:
    assert select(ALL, GOOGLE).passed_over == {
        "tiny": "google needs 256 tokens, it takes 100 tokens",
        "keyless": "no key; set KEYLESS_API_KEY",
    }


@pytest.mark.parametrize(
    ("among", "demand", "preferred", "told"),
    [
        ([], GOOGLE, AUTO, "no provider can be asked for google"),
        ([KEYLESS, TINY], GOOGLE, AUTO, "keyless: no key; set KEYLESS_API_KEY; tiny: google needs"),
        ([KEYLESS], GOOGLE, "keyless", "keyless: no key; set KEYLESS_API_KEY"),
        ([LOOSE], STRICT, AUTO, "loose: strict needs JSON, which it does not hold to"),
    ],
)
def test_when_nobody_can_be_asked_it_is_told_what_is_missing(
    among: list[Candidate], demand: Demand, preferred: str, told: str
) -> None:
    with pytest.raises(UsageError) as error:
        select(among, demand, preferred=preferred)
    assert told in str(error.value)


@pytest.mark.parametrize("names", [{"preferred": "larg"}, {"fallback": "larg"}])
def test_a_name_that_is_none_is_told_with_the_nearest(names: dict[str, str]) -> None:
    with pytest.raises(UnknownNameError, match="Did you mean 'large'"):
        select(ALL, GOOGLE, **names)


def test_the_matrix_tells_every_pair() -> None:
    assert matrix([FOND, LOOSE], [GOOGLE, STRICT]) == {
        "fond": {"google": "preferred", "strict": "yes"},
        "loose": {"google": "yes", "strict": "strict needs JSON, which it does not hold to"},
    }


def test_tokens_that_nobody_counts_are_enough() -> None:
    assert unfit(Capabilities(max_tokens=0), GOOGLE) == ""
