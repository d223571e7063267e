"""What is offered at a place of a document."""

from __future__ import annotations

from docstring_lsp.actions.conventions import Conventions
from docstring_lsp.actions.propose import propose, propose_on_save
from docstring_lsp.docstring.style import RenderOptions
from docstring_lsp.source.span import Span
from docstring_lsp.source.visibility import Policy

NUMPY = Conventions("numpy", RenderOptions(), Policy())

TEXT = '''\
class Shelf:
    def add(self, book): ...
    def find(self, title):
        """Find a book."""
def main(): ...
'''


def titles(needle: str, length: int = 0) -> list[str]:
    """Return the titles offered at the needle, or for a selection that starts at it."""
    start = TEXT.index(needle)
    return [p.title for p in propose(TEXT, Span(start, start + length), NUMPY)]


def test_at_a_method_its_docstring_comes_first_then_the_class_then_the_file() -> None:
    assert titles("add") == [
        "Generate docstring of `add` (NumPy)",
        "Generate docstring of `add` in style: Epytext",
        "Generate docstring of `add` in style: Google",
        "Generate docstring of `add` in style: PEP 257",
        "Generate docstring of `add` in style: Sphinx",
        "Generate missing docstrings of class `Shelf` and its methods",
        "Generate missing docstrings in this file",
    ]


def test_what_stands_is_rewritten_only_as_a_rewrite() -> None:
    offset = TEXT.index("find")
    first = propose(TEXT, Span(offset, offset), NUMPY)[0]
    assert (first.title, first.kind, first.preferred) == (
        "Rewrite docstring of `find` (NumPy)",
        "rewrite",
        False,
    )


def test_a_selection_offers_each_definition_in_it() -> None:
    assert titles("class Shelf", len(TEXT)) == [
        "Generate the 3 missing docstrings in the selection",
        "Generate docstring of `Shelf` (NumPy)",
        "Generate docstring of `add` (NumPy)",
        "Rewrite docstring of `find` (NumPy)",
        "Generate docstring of `main` (NumPy)",
        "Generate missing docstrings of class `Shelf` and its methods",
        "Generate missing docstrings in this file",
    ]


def test_a_selection_of_one_missing_docstring_offers_no_further_way_to_write_it() -> None:
    assert not [t for t in titles("def find", len(TEXT)) if "in the selection" in t]


def test_a_selection_inside_a_body_means_the_definition_around_it() -> None:
    assert titles("self, book", 4)[0] == "Generate docstring of `add` (NumPy)"


STALE = '''\
def find(title: str) -> str:
    """Find it.

    Args:
        name: What it is called.
    """
'''


def test_a_stale_docstring_is_offered_to_be_updated_in_place() -> None:
    offset = STALE.index("find")
    first = propose(STALE, Span(offset, offset), NUMPY)[0]
    assert (first.title, first.preferred) == ("Update docstring of `find` in place", True)
    assert (first.target.only, first.target.replace) == ("stale", False)
    true = STALE.replace("name:", "title:")
    assert "Update" not in propose(true, Span(offset, offset), NUMPY)[0].title


def test_what_the_code_no_longer_has_is_offered_to_be_removed_by_an_action_of_its_own() -> None:
    gone = STALE.replace("title: str", "")
    found = propose(gone, Span(4, 4), NUMPY)
    offer = next(each for each in found if each.title.startswith("Remove"))
    assert offer.title == "Remove from docstring of `find` what the code no longer has"
    assert (offer.target.only, offer.kind, offer.preferred) == ("gone", "rewrite", False)
    bare = gone.replace("What it is called.", "The name.")
    assert not any(each.title.startswith("Remove") for each in propose(bare, Span(4, 4), NUMPY))


def test_on_save_nothing_that_stands_is_replaced() -> None:
    assert propose_on_save().target.replace is False
