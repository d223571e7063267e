"""Who is ahead, as a line for people."""

from __future__ import annotations

from docstring_lsp.engine.lead import Lead


def test_whoever_has_said_most_is_ahead() -> None:
    lead = Lead()
    assert str(lead) == ""
    lead.hear("anthropic", "Return")
    lead.hear("openai", "Return the")
    assert str(lead) == "openai: 10 characters"
    lead.hear("anthropic", " the sum " * 200)
    assert str(lead) == "anthropic: 1,806 characters"
