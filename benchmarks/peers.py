"""Lets another docstring library print and convert docstrings; runs in that library's environment.

    LIBRARY/bin/python benchmarks/peers.py LIBRARY < docstrings.json > answers.json

Takes pairs of a text and the name of its style; gives for each what the library prints of it
unchanged, and by target what it makes of it there, and back again. `benchmarks/roundtrip.py`
judges. Imports nothing of this project, and each library only where it is asked for.
"""

# mypy: ignore-errors

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any

STYLES = ("google", "numpy", "sphinx", "epytext")


def main() -> None:
    """Answer for one library."""
    convert, reads = LIBRARIES[sys.argv[1]]()
    answers = [_answer(text, style, convert, reads) for text, style in json.load(sys.stdin)]
    json.dump(answers, sys.stdout)


def _answer(text: str, style: str, convert: Callable, reads: Callable | None) -> dict[str, Any]:
    if convert is None:
        return {"read": _tried(reads, text, style)}
    answer: dict[str, Any] = {"printed": _tried(convert, text, style, style), "trips": {}}
    for target in STYLES:
        if target != style:
            there = _tried(convert, text, style, target)
            back = {"error": "not converted"}
            if "text" in there:
                back = _tried(convert, there["text"], target, style)
            answer["trips"][target] = {"there": there, "back": back}
    return answer


def _tried(work: Callable, *arguments: str) -> dict[str, str]:
    try:
        return {"text": work(*arguments)}
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"[:200]}


def _docstring_parser() -> tuple[Callable, None]:
    from docstring_parser import DocstringStyle, compose, parse

    return _parsing(DocstringStyle, compose, parse), None


def _pymend() -> tuple[Callable, None]:
    from pymend.docstring_parser import DocstringStyle, compose, parse

    return _parsing(DocstringStyle, compose, parse), None


def _parsing(styles: Any, compose: Callable, parse: Callable) -> Callable[[str, str, str], str]:
    named = {
        "google": styles.GOOGLE,
        "numpy": styles.NUMPYDOC,
        "sphinx": styles.REST,
        "epytext": styles.EPYDOC,
    }

    def convert(text: str, source: str, target: str) -> str:
        return compose(parse(text, named[source]), named[target])

    return convert


def _docconvert() -> tuple[Callable, None]:
    from docconvert import configuration, parser, writer

    inputs = {"sphinx": parser.InputStyle.REST, "epytext": parser.InputStyle.EPYTEXT}
    outputs = {
        "google": writer.OutputStyle.GOOGLE,
        "numpy": writer.OutputStyle.NUMPY,
        "sphinx": writer.OutputStyle.REST,
        "epytext": writer.OutputStyle.EPYTEXT,
    }

    def convert(text: str, source: str, target: str) -> str:
        if source not in inputs:
            raise ValueError(f"it does not read {source}")
        lines = [f"{line}\n" for line in f'"""{text}\n"""'.split("\n")]
        config = configuration.DocconvertConfiguration.create_default()
        read = parser.get_parser(lines, inputs[source])(lines, keywords=[])
        read.parse()
        written = writer.get_writer(outputs[target])(read.doc, read.raw_indent, config).write()
        return "".join(written).strip().removeprefix('"""').removesuffix('"""').strip()

    return convert, None


def _griffe() -> tuple[None, Callable]:
    from griffe import Docstring, JSONEncoder

    def read(text: str, style: str) -> str:
        if style == "epytext":
            raise ValueError("it does not read epytext")
        sections = Docstring(text, lineno=1).parse(style)
        return json.dumps([section.as_dict() for section in sections], cls=JSONEncoder)

    return None, read


LIBRARIES = {
    "docstring_parser": _docstring_parser,
    "pymend": _pymend,
    "docconvert": _docconvert,
    "griffe": _griffe,
}


if __name__ == "__main__":
    main()
