"""The gate against the truth: what the embedded author and people wrote of real code."""

from __future__ import annotations

from tests.engine.truth import authors, peoples

PART = 30


def test_nothing_of_the_embedded_authors_is_untrue() -> None:
    judged = list(authors(PART))
    dropped = [(j.where, *j.objections) for j in judged if j.objections]
    assert len(judged) > 200
    assert len(dropped) <= len(judged) / 200, dropped


def test_little_of_what_people_wrote_is_dropped() -> None:
    judged = list(peoples(PART))
    dropped = [j for j in judged if j.objections]
    assert len(judged) > 150
    assert len(dropped) < len(judged) * 0.15
    for rule in ("leaked", "placeholders", "sections", "other_language", "hidden_characters"):
        hit = [j for j in dropped if j.objections[0][0] == rule]
        assert len(hit) < len(judged) / 100, hit
