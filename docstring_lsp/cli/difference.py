"""Two texts in, what makes the second of the first out, as tools take it."""

from __future__ import annotations


def unified(path: str, before: str, after: str) -> str:
    """Return a unified diff that ``patch`` and ``git apply`` take, carriage returns kept."""
    from difflib import unified_diff

    lines = unified_diff(_lines(before), _lines(after), path, path)
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(text: str) -> list[str]:
    # Not splitlines, which also divides at form feeds.
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]
