"""How a project's style is told."""

from __future__ import annotations

import pytest

from docstring_lsp.docstring.detect import detect

FILES = {
    "ruff": ("pyproject.toml", '[tool.ruff.lint.pydocstyle]\nconvention = "numpy"\n', "numpy"),
    "ruff.toml": ("ruff.toml", '[lint.pydocstyle]\nconvention = "numpy"\n', "numpy"),
    "ruff, legacy": ("ruff.toml", '[pydocstyle]\nconvention = "numpy"\n', "numpy"),
    "pydocstyle": ("setup.cfg", "[pydocstyle]\nconvention = numpy\n", "numpy"),
    "pydocstyle's own": (".pydocstyle", "[pydocstyle]\nconvention = numpy\n", "numpy"),
    "flake8": (".flake8", "[flake8]\ndocstring-convention = numpy\n", "numpy"),
    "pydoclint": ("pyproject.toml", '[tool.pydoclint]\nstyle = "sphinx"\n', "sphinx"),
    "pydoclint in flake8": ("tox.ini", "[flake8]\nstyle = sphinx\n", "sphinx"),
    "darglint": ("setup.cfg", "[darglint]\ndocstring_style = sphinx\n", "sphinx"),
    "numpydoc": ("pyproject.toml", '[tool.numpydoc_validation]\nchecks = ["all"]\n', "numpy"),
    "pylint": (
        "pyproject.toml",
        '[tool.pylint.parameter_documentation]\ndefault-docstring-type = "numpy"\n',
        "numpy",
    ),
    "pydoctor": ("pyproject.toml", '[tool.pydoctor]\ndocformat = "epytext"\n', "epytext"),
    "pymend": ("pyproject.toml", '[tool.pymend]\noutput-style = "numpydoc"\n', "numpy"),
    "doq": ("pyproject.toml", '[tool.doq]\nformatter = "sphinx"\n', "sphinx"),
    "docformatter": ("pyproject.toml", '[tool.docformatter]\nstyle = "epytext"\n', "epytext"),
    "mkdocstrings": (
        "mkdocs.yml",
        "plugins:\n- mkdocstrings:\n    handlers:\n      python:\n        options:\n"
        "          docstring_style: numpy\n",
        "numpy",
    ),
    "Sphinx": ("docs/conf.py", 'extensions = ["sphinx.ext.autodoc", "numpydoc"]\n', "numpy"),
    "pre-commit": (
        ".pre-commit-config.yaml",
        "- id: pydocstyle\n  args: [--convention=numpy]\n",
        "numpy",
    ),
    "autoDocstring": (
        ".vscode/settings.json",
        '{"autoDocstring.docstringFormat": "sphinx-notypes"}',
        "sphinx",
    ),
}


@pytest.mark.parametrize(("path", "text", "style"), FILES.values(), ids=FILES.keys())
def test_a_tool_of_the_project_names_the_style(path: str, text: str, style: str) -> None:
    found = detect({path: text}, [])
    assert found.style == style
    assert found.reason.endswith(f" in {path}")


def test_the_nearest_folder_wins() -> None:
    near = '[tool.pydoclint]\nstyle = "sphinx"\n'
    far = '[tool.pydoclint]\nstyle = "numpy"\n'
    assert detect({"a/b/pyproject.toml": near, "a/pyproject.toml": far}, []).style == "sphinx"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("pyproject.toml", '[tool.ruff.lint.pydocstyle]\nconvention = "pep257"\n'),
        ("pyproject.toml", '[tool.interrogate]\nstyle = "google"\n'),
        ("pyproject.toml", "not = = toml"),
        ("setup.cfg", "not an ini file"),
        ("pyproject.toml", "[tool]\nruff = 3\n"),
    ],
)
def test_what_says_nothing_is_passed_over(path: str, text: str) -> None:
    assert detect({path: text}, []).reason == "nothing in the project says"


def test_where_no_tool_says_the_docstrings_vote() -> None:
    numpy = "Add.\n\nParameters\n----------\nx : int\n"
    google = "Add.\n\nArgs:\n    x: One.\n"
    found = detect({}, [numpy, google, numpy, "Add."])
    assert (found.style, found.reason) == ("numpy", "2 of 3 docstrings with sections are in it")


@pytest.mark.parametrize(
    ("text", "style"),
    [
        (":param x: One.", "sphinx"),
        ("@param x: One.", "epytext"),
        ("Args:\n    x: One.", "google"),
        ("Parameters\n----------\nx", "numpy"),
    ],
)
def test_each_style_is_known_by_its_marks(text: str, style: str) -> None:
    assert detect({}, [f"Do it.\n\n{text}\n"]).style == style


def test_the_tools_also_tell_types_init_and_line_length() -> None:
    text = (
        "[tool.pydoclint]\narg-type-hints-in-docstring = false\nallow-init-docstring = true\n"
        "[tool.ruff]\nline-length = 100\n"
    )
    found = detect({"pyproject.toml": text}, [])
    assert (found.types, found.init, found.line_length) == (False, "init", 100)
    assert found.line_length_reason == "tool.ruff.line-length in pyproject.toml"
