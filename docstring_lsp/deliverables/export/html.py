"""A document as one HTML page that needs nothing else and runs nothing.

Raw HTML of the document is shown and not obeyed, addresses that would run something are no
links, and nothing is loaded from elsewhere.
"""

from __future__ import annotations

import re
from html import escape

from docstring_lsp.deliverables.markup import slugs
from docstring_lsp.deliverables.matrix import CAPTION, Matrix, matrix
from docstring_lsp.deliverables.tokens import Note, tokens

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.55 system-ui, sans-serif; }
body { max-width: 54rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3, h4 { line-height: 1.25; margin-top: 1.8em; }
code, pre { font-family: ui-monospace, monospace; font-size: .9em; overflow-wrap: anywhere; }
pre { padding: .8em; overflow-x: auto; border: 1px solid #8886; border-radius: .4em; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { border: 1px solid #8886; padding: .3em .6em; text-align: left; vertical-align: top; }
table.matrix { font-size: .75rem; } table.matrix td { min-width: .9rem; padding: 0 .1rem; }
table.matrix th { padding: 0 .3rem; font-weight: normal; white-space: nowrap; }
table.matrix td.mark { background: #1450a0; color: #1450a0; } caption { text-align: left; }
td:first-child code { white-space: nowrap; }
blockquote { margin-left: 0; padding-left: 1em; border-left: .25em solid #8888; }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def html(document: str, _: Note) -> bytes:
    """Return the page.

    Raises:
        UsageError: If the library that it takes is not installed.
    """
    reader, found = tokens(document)
    headings = [i for i, token in enumerate(found) if token.type == "heading_open"]
    titles = [found[i + 1].content for i in headings]
    for index, slug in zip(headings, slugs(titles), strict=True):
        found[index].attrSet("id", slug)
    for cell in found:
        if cell.type in ("td_open", "th_open"):
            cell.attrs.pop("style", None)
    for token in found:
        if token.type == "fence" and (grid := matrix(token.info, token.content)) is not None:
            token.type, token.content = "html_block", _grid(grid)
    body = reader.renderer.render(found, reader.options, {})
    title = re.sub(r"[`\\]", "", titles[0]) if titles else "Document"
    page = (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"{body}</main>\n</body>\n</html>\n"
    )
    return page.encode()


def _grid(grid: Matrix) -> str:
    """Return who leans on whom: a row each, its marks in the columns of what it imports."""
    number = len(grid.names)
    heads = "".join(f'<th scope="col">{column}</th>' for column in range(1, number + 1))
    rows = [f"<thead><tr><td></td>{heads}</tr></thead>\n<tbody>"]
    for row, name in enumerate(grid.names):
        cells = (
            '<td class="mark">×</td>' if (row, column) in grid.marks else "<td></td>"
            for column in range(number)
        )
        told = f'<th scope="row">{row + 1} <code>{escape(name)}</code></th>'
        rows.append(f"<tr>{told}{''.join(cells)}</tr>")
    body = "\n".join(rows)
    return f'<table class="matrix">\n<caption>{CAPTION}</caption>\n{body}</tbody>\n</table>\n'


EXPORT = html
