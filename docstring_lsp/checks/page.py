"""The page of each rule: what it finds, why, an example of each, and how it is mended.

The pages stand in ``pages/``, a Markdown file a code; this finds them and takes them apart.
"""

from __future__ import annotations

import re
from pathlib import Path

from docstring_lsp.errors import UnknownNameError

_FOLDER = Path(__file__).parent / "pages"
_TITLE = re.compile(r"# \w+: (.*)")


def codes() -> tuple[str, ...]:
    """Return the codes that have a page, in order."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.md")))


def path(code: str) -> Path:
    """Return where the page of a rule stands; it may not be there for a rule of another package."""
    return _FOLDER / f"{code}.md"


def text(code: str) -> str:
    """Return the page of a rule.

    Raises:
        UnknownNameError: If there is none.
    """
    code = code.upper()
    if code not in codes():
        raise UnknownNameError("rule", code, codes())
    return path(code).read_text(encoding="utf-8")


def title(code: str) -> str:
    """Return a rule's title."""
    found = _TITLE.match(text(code))
    return found[1] if found is not None else code


def example(code: str, section: str) -> str:
    """Return the code of an example.

    Args:
        code: The rule.
        section: ``Bad`` or ``Good``.
    """
    found = re.search(rf"^## {section}\n```python\n(.*?)```$", text(code), re.DOTALL | re.MULTILINE)
    return found[1] if found is not None else ""
