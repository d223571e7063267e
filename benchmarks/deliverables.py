"""Whether documents made from real projects alone are true: every name in them is looked for.

python benchmarks/deliverables.py [FOLDER]... [--node-modules FOLDER] [--json FILE]

Each FOLDER is an unpacked source distribution (those in .testbed/projects if none is named).
What a document marks as code or heads a section with is looked for by Python's own `ast` and in
the file system, not by the package: modules and what they define, options and paths. Words that
are quoted must stand in the file that is named with them. Links must lead somewhere. Given a
folder of npm's with mermaid, jsdom and html-validate, diagrams are parsed and pages validated.
All of them as one are opened as DOCX and PDF, by the libraries of others.
"""

from __future__ import annotations

import argparse
import ast
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from docstring_lsp.deliverables.gather import gather
from docstring_lsp.deliverables.merge import merge
from docstring_lsp.deliverables.offline import offline
from docstring_lsp.deliverables.templates import templates
from docstring_lsp.deliverables.workspace import export

ROOT = Path(__file__).resolve().parent.parent
PROJECTS = ROOT / ".testbed" / "projects"

_FENCE = re.compile(r"^(```+)(\w*)\n(.*?)^\1[ \t]*$", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_QUOTE = re.compile(r"^> (.+)\n>\n> — `([^`]+)`$", re.MULTILINE)
_PATH = re.compile(
    r"[\w.-]+(?:/[\w.-]+)+\.\w+(?::\d+)?\Z|[\w-]+\.(?:py|toml|cfg|md|rst)(?::\d+)?\Z"
)


class Project:
    """What a project has, by Python's own parser and the file system."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.paths = {p.relative_to(root).as_posix() for p in root.rglob("*")}
        self.names: set[str] = set()
        self.texts: list[str] = []
        for path in root.rglob("*.py"):
            try:
                text = path.read_text(encoding="utf-8")
                tree = ast.parse(text)
            except (SyntaxError, ValueError):
                continue
            self.texts.append(text)
            for dotted in _module_names(path, root):
                self._define(tree, dotted)
                # A folder without an __init__ is a part of the package around it, too.
                self.names |= {dotted.rsplit(".", n)[0] for n in range(1, dotted.count(".") + 1)}
        metadata = [p for p in root.iterdir() if p.suffix in (".toml", ".cfg", ".md", ".rst")]
        self.texts += [p.read_text(encoding="utf-8", errors="replace") for p in metadata]
        self.words = {w for text in self.texts for w in re.findall(r"--?[a-zA-Z][\w-]*", text)}
        self.tops = {name.split(".")[0] for name in self.names}

    def _define(self, node: ast.AST, prefix: str) -> None:
        self.names.add(prefix)
        for child in ast.iter_child_nodes(node):
            if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                self._define(child, f"{prefix}.{child.name}")
            else:
                for each in ast.walk(child):
                    if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store):
                        self.names.add(f"{prefix}.{each.id}")
                    elif isinstance(each, ast.alias):
                        self.names.add(f"{prefix}.{(each.asname or each.name).split('.')[-1]}")
                    elif isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                        self._define(each, f"{prefix}.{each.name}")

    def invented(self, document: str) -> list[str]:
        """Return what a document names and the project does not have."""
        wrong = []
        for name, kind in _claims(document):
            bare = name.removesuffix("()").replace(":", ".") if kind == "code" else name
            if kind == "heading" and bare.split(".")[0] in self.tops and bare not in self.names:
                wrong.append(name)
            elif re.fullmatch(r"--[a-z][\w-]*", name):
                if name not in self.words:
                    wrong.append(name)
            elif _PATH.match(name):
                # A name in capitals stands for any; another may stand in the project's own words.
                path = name.split(":")[0]
                known = path in self.paths or any(path in text for text in self.texts)
                wrong += [] if known or re.search(r"[A-Z]{3}", name) else [name]
            elif re.fullmatch(r"[a-z_]\w*(?:\.\w+)+", bare) and bare.split(".")[0] in self.tops:
                # What a docstring's own words name may be an attribute made at run time.
                known = bare in self.names or bare in self.paths
                known = known or any(bare in text for text in self.texts)
                wrong += [] if known else [name]
        for quoted, source in _QUOTE.findall(document):
            name = source.split(":")[0]
            held = (self.root / name).read_text(encoding="utf-8", errors="replace")
            if _letters(quoted) not in _letters(held):
                wrong.append(f"a quotation of {source}")
        return wrong


def main() -> int:
    """Print a table and exit with 1 where a document is not true."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--node-modules", type=Path)
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    folders = asked.folders or [p for p in sorted(PROJECTS.glob("*")) if p.is_dir()]
    rows, failed = [], False
    for folder in folders:
        start = time.perf_counter()
        evidence, project = gather(folder), Project(folder)
        made = {name: offline(t, evidence).body for name, t in templates(folder).items()}
        seconds = time.perf_counter() - start
        made["all"] = merge(evidence.name, list(made.items()))
        wrong = {name: found for name, body in made.items() if (found := project.invented(body))}
        lost = {name: found for name, body in made.items() if (found := _lost_links(body))}
        diagrams, pages = _by_node(made, asked.node_modules)
        named = sum(len(_claims(body)) for body in made.values())
        row = {
            "project": folder.name,
            "documents": len(made),
            "seconds": round(seconds, 2),
            "names": named,
            "invented": sum(map(len, wrong.values())),
            "links lost": sum(map(len, lost.values())),
            "diagrams refused": diagrams,
            "pages refused": pages,
            **_opened(made["all"]),
        }
        rows.append(row)
        failed |= bool(wrong or lost or diagrams or pages)
        print("  ".join(f"{key}: {value}" for key, value in row.items()))
        for name, found in {**wrong, **lost}.items():
            print(f"    {name}: {found[:8]}")
    if asked.json:
        asked.json.write_text(json.dumps(rows, indent=2), encoding="utf-8")
    return int(failed or not rows)


def _opened(document: str) -> dict[str, int]:
    """Return how much other programs find in a document as DOCX and as PDF."""
    import docx
    from pypdf import PdfReader

    sheets = PdfReader(io.BytesIO(export("pdf", document))).pages
    written = docx.Document(io.BytesIO(export("docx", document)))
    return {
        "docx tables": len(written.tables),
        "docx paragraphs": sum(bool(each.text) for each in written.paragraphs),
        "pdf sheets": sum(bool(sheet.extract_text().strip()) for sheet in sheets),
    }


def _claims(document: str) -> list[tuple[str, str]]:
    told = _FENCE.sub("", document)
    lines = [line for line in told.split("\n") if not line.startswith(">")]
    headings = [(m[1], "heading") for line in lines if (m := re.match(r"#{4,5} `([^`]+)`$", line))]
    return headings + [(name.strip(), "code") for line in lines for name in _CODE.findall(line)]


def _module_names(path: Path, root: Path) -> list[str]:
    """Return every dotted name that a file could be imported by, from any folder above it."""
    parts = list(path.relative_to(root).with_suffix("").parts)
    if parts[-1] == "__init__":
        parts.pop()
    return [".".join(parts[start:]) for start in range(len(parts))]


def _lost_links(document: str) -> list[str]:
    told = _FENCE.sub("", document)
    anchors = set()
    for title in re.findall(r"^#{1,6} (.+)$", told, re.MULTILINE):
        slug = re.sub(r"[^\w\- ]", "", re.sub(r"[`*\\]", "", title).strip().lower())
        number, slug = 0, slug.replace(" ", "-")
        while (name := f"{slug}-{number}" if number else slug) in anchors:
            number += 1
        anchors.add(name)
    targets = re.findall(r"\]\(([^)\s]+)\)", re.sub(r"(`+).+?\1", "", told))
    return [t for t in targets if not t.startswith("http") and t.lstrip("#") not in anchors]


def _letters(text: str) -> str:
    """Return a text without what marks it: quotations are held to their words."""
    bare = re.sub(r"\]\([^)]*\)|\]\[[^\]]*\]|<[^>]+>|\[!\[.*?\]\(.*?\)\]", "", text)
    bare = re.sub(r":\w+:`~?", "", re.sub(r"https?://\S+", "", bare))
    return re.sub(r"[\W_]+", "", bare)


_CHECKER = """
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
const { window } = new JSDOM("");
globalThis.window = window; globalThis.document = window.document;
const { default: mermaid } = await import("mermaid");
const { HtmlValidate } = await import("html-validate");
const { diagrams, pages } = JSON.parse(readFileSync(process.argv[2], "utf8"));
let refused = 0, invalid = 0;
for (const text of diagrams) {
  try { await mermaid.parse(text); } catch (error) { refused += 1; console.error(String(error)); }
}
const html = new HtmlValidate({ extends: ["html-validate:standard"] });
for (const text of pages) {
  const report = await html.validateString(text);
  if (!report.valid) {
    invalid += 1;
    console.error(JSON.stringify(report.results.flatMap((r) => r.messages).slice(0, 4)));
  }
}
console.log(JSON.stringify([refused, invalid]));
"""


def _by_node(made: dict[str, str], modules: Path | None) -> tuple[object, object]:
    """Return how many diagrams and pages are refused; empty texts where nobody judged."""
    if modules is None:
        return "", ""
    diagrams = [m[3] for body in made.values() for m in _FENCE.finditer(body) if m[2] == "mermaid"]
    pages = [export("html", body).decode() for body in made.values()]
    with tempfile.TemporaryDirectory() as folder:
        script = modules.resolve().parent / f"judge-{os.getpid()}.mjs"
        told = Path(folder) / "told.json"
        script.write_text(_CHECKER, encoding="utf-8")
        told.write_text(json.dumps({"diagrams": diagrams, "pages": pages}), encoding="utf-8")
        try:
            done = subprocess.run(
                ["node", str(script), str(told)], capture_output=True, text=True, check=True
            )
        finally:
            script.unlink()
    sys.stderr.write(done.stderr)
    refused, invalid = json.loads(done.stdout.strip().split("\n")[-1])
    return refused, invalid


if __name__ == "__main__":
    raise SystemExit(main())
