"""How a project's style is told."""

from __future__ import annotations

import pytest

from docstring_lsp.docstring.detect import CONFIG_FILES, detect
from docstring_lsp.docstring.detection.vote import Existing

CONF = 'extensions = ["sphinx.ext.autodoc", "sphinx.ext.napoleon"]\n'
MKDOCS = """\
site_name: Shop
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
plugins:
  - mkdocstrings:
      enabled: !ENV [DOCS, true]
      handlers:
        python:
          options:
            # docstring_style: google
            docstring_style: numpy
"""
HOOKS = """\
repos:
  - repo: https://example.org/yapf
    hooks:
      - id: yapf
        args: [--style=google]
  - repo: https://example.org/linter
    hooks:
      - id: {}
        args: [{}]
"""

FILES = {
    "ruff": ("pyproject.toml", '[tool.ruff.lint.pydocstyle]\nconvention = "numpy"\n', "numpy"),
    "ruff, dotted": (
        "pyproject.toml",
        '[tool.ruff]\nlint.pydocstyle.convention = "numpy"',
        "numpy",
    ),
    "ruff, legacy": ("pyproject.toml", '[tool.ruff.pydocstyle]\nconvention = "numpy"\n', "numpy"),
    "ruff.toml": ("ruff.toml", '[lint.pydocstyle]\nconvention = "numpy"\n', "numpy"),
    ".ruff.toml": (".ruff.toml", '[lint.pydocstyle]\nconvention = "numpy"\n', "numpy"),
    "ruff.toml, legacy": ("ruff.toml", '[pydocstyle]\nconvention = "numpy"\n', "numpy"),
    "pydocstyle": ("pyproject.toml", '[tool.pydocstyle]\nconvention = "numpy"\n', "numpy"),
    **{
        f"pydocstyle in {name}": (name, "[pydocstyle]\nconvention = numpy\n", "numpy")
        for name in ("setup.cfg", "tox.ini", ".pydocstyle", ".pydocstyle.ini")
    },
    **{
        f"pydocstyle in {name}": (name, "[pydocstyle]\nconvention = numpy\n", "numpy")
        for name in (".pydocstylerc", ".pydocstylerc.ini")
    },
    **{
        f"pep257 in {name}": (name, "[pep257]\nconvention = numpy\n", "numpy")
        for name in (".pep257", "setup.cfg", "tox.ini")
    },
    **{
        f"flake8 in {name}": (name, "[flake8]\ndocstring-convention = numpy\n", "numpy")
        for name in (".flake8", "setup.cfg", "tox.ini")
    },
    "flake8, underscored": (".flake8", "[flake8]\ndocstring_convention=numpy\n", "numpy"),
    "pydoclint": ("pyproject.toml", '[tool.pydoclint]\nstyle = "sphinx"\n', "sphinx"),
    "pydoclint in flake8": ("tox.ini", "[flake8]\nstyle = sphinx\n", "sphinx"),
    **{
        f"darglint in {name}": (name, "[darglint]\ndocstring_style = sphinx\n", "sphinx")
        for name in (".darglint", "setup.cfg", "tox.ini")
    },
    "numpydoc": ("pyproject.toml", '[tool.numpydoc_validation]\nchecks = ["all"]\n', "numpy"),
    "numpydoc in setup.cfg": ("setup.cfg", "[tool:numpydoc_validation]\nchecks = all\n", "numpy"),
    "pylint": (
        "pyproject.toml",
        '[tool.pylint.parameter_documentation]\ndefault-docstring-type = "numpy"\n',
        "numpy",
    ),
    "pylint, quoted and in capitals": (
        "pyproject.toml",
        "[tool.pylint.'PARAMETER_DOCUMENTATION']\ndefault-docstring-type = 'numpy'\n",
        "numpy",
    ),
    "pylint, in its main table": (
        "pyproject.toml",
        '[tool.pylint.main]\ndefault-docstring-type = "numpy"\n',
        "numpy",
    ),
    "pylintrc": (
        ".pylintrc",
        "[MASTER]\njobs=2\n[PARAMETER_DOCUMENTATION]\ndefault-docstring-type=numpy\n",
        "numpy",
    ),
    "pylint in setup.cfg": (
        "setup.cfg",
        "[pylint.parameter_documentation]\ndefault-docstring-type=numpy\n",
        "numpy",
    ),
    "pydoctor": ("pyproject.toml", '[tool.pydoctor]\ndocformat = "epytext"\n', "epytext"),
    "pydoctor in setup.cfg": ("setup.cfg", "[tool:pydoctor]\ndocformat = epytext\n", "epytext"),
    "pydoctor's own": ("pydoctor.ini", "[pydoctor]\ndocformat = restructuredtext\n", "sphinx"),
    "a module's own word": ("shop/cart.py", '__docformat__ = "restructuredtext en"\n', "sphinx"),
    "pymend": ("pyproject.toml", '[tool.pymend]\noutput-style = "numpydoc"\n', "numpy"),
    "doq": ("pyproject.toml", '[tool.doq]\nformatter = "sphinx"\n', "sphinx"),
    "docformatter": ("pyproject.toml", '[tool.docformatter]\nstyle = "epytext"\n', "epytext"),
    "docformatter in setup.cfg": ("setup.cfg", "[docformatter]\nstyle = epytext\n", "epytext"),
    "format-docstring": (
        "pyproject.toml",
        '[tool.format_docstring]\ndocstring_style = "numpy"\n',
        "numpy",
    ),
    "mkdocstrings": ("mkdocs.yml", MKDOCS, "numpy"),
    "mkdocstrings in docs": ("docs/mkdocs.yml", MKDOCS, "numpy"),
    "Sphinx with numpydoc": ("docs/conf.py", 'extensions = ["numpydoc"]\n', "numpy"),
    "numpydoc added": ("conf.py", "extensions = []\nextensions.append('numpydoc')\n", "numpy"),
    "napoleon without Google": (
        "docs/source/conf.py",
        f"{CONF}napoleon_google_docstring = False",
        "numpy",
    ),
    "napoleon without NumPy": ("docs/conf.py", f"{CONF}napoleon_numpy_docstring = False", "google"),
    "pydocstyle's hook": (
        ".pre-commit-config.yaml",
        HOOKS.format("pydocstyle", "--convention=numpy"),
        "numpy",
    ),
    "pydoclint's hook": (
        ".pre-commit-config.yaml",
        HOOKS.format("pydoclint", '"--style", "numpy"'),
        "numpy",
    ),
    "numpydoc's hook": (
        ".pre-commit-config.yaml",
        HOOKS.format("numpydoc-validation", ""),
        "numpy",
    ),
    "autoDocstring": (
        ".vscode/settings.json",
        '{\n  // "autoDocstring.docstringFormat": "google",\n'
        '  "autoDocstring.docstringFormat": "sphinx-notypes",\n}',
        "sphinx",
    ),
}


@pytest.mark.parametrize(("path", "text", "style"), FILES.values(), ids=FILES.keys())
def test_a_tool_of_the_project_names_the_style(path: str, text: str, style: str) -> None:
    found = detect({path: text}, [])
    assert found.style == style
    assert found.reason.endswith(f" in {path}")
    assert path in CONFIG_FILES or path == "shop/cart.py"


SAYS_NOTHING = {
    "pep257 as a convention": ("ruff.toml", '[lint.pydocstyle]\nconvention = "pep257"\n'),
    "interrogate's style": ("pyproject.toml", '[tool.interrogate]\nstyle = "google"\n'),
    "a style nobody knows": ("pyproject.toml", '[tool.pydoclint]\nstyle = "baroque"\n'),
    "a table that is none": ("pyproject.toml", "[tool]\nruff = 3\n"),
    "pylint's default": (
        ".pylintrc",
        "[PARAMETER_DOCUMENTATION]\ndefault-docstring-type=default\n",
    ),
    "napoleon with both": ("docs/conf.py", CONF),
    "a conf.py that is no Python": ("docs/conf.py", "extensions = ["),
    "a commented line": ("mkdocs.yml", "plugins:\n- mkdocstrings:\n#   docstring_style: numpy\n"),
    "another tool's option": (".pre-commit-config.yaml", HOOKS.format("black", "--style=numpy")),
}


@pytest.mark.parametrize(("path", "text"), SAYS_NOTHING.values(), ids=SAYS_NOTHING.keys())
def test_what_says_nothing_is_passed_over(path: str, text: str) -> None:
    found = detect({path: text}, [])
    assert found.reason == "nothing in the project says"
    assert not found.passed_over


def test_a_file_that_cannot_be_read_is_told() -> None:
    found = detect({"pyproject.toml": "not = = toml", "setup.cfg": "not an ini file"}, [])
    assert found.reason == "nothing in the project says"
    toml, ini = found.passed_over
    assert toml.startswith("pyproject.toml: not valid TOML (")
    assert ini.startswith("setup.cfg: not valid INI (")


def test_the_nearest_folder_wins() -> None:
    near = '[tool.pydoclint]\nstyle = "sphinx"\n'
    far = '[tool.pydoclint]\nstyle = "numpy"\n'
    assert detect({"a/b/pyproject.toml": near, "a/pyproject.toml": far}, []).style == "sphinx"


def test_pydoclint_says_where_types_and_init_stand() -> None:
    text = "[tool.pydoclint]\narg-type-hints-in-docstring = false\nallow-init-docstring = true\n"
    found = detect({"pyproject.toml": text}, [])
    assert (found.types, found.init) == (False, "init")
    assert found.types_reason == "tool.pydoclint.arg-type-hints-in-docstring in pyproject.toml"
    text = "[flake8]\narg-type-hints-in-docstring = True\nallow-init-docstring = False\n"
    found = detect({".flake8": text}, [])
    assert (found.types, found.init) == (True, "class")


def test_a_format_without_types_says_so() -> None:
    text = '{"autoDocstring.docstringFormat": "numpy-notypes"}'
    assert detect({".vscode/settings.json": text}, []).types is False


WIDTHS = {
    "ruff, for docstrings": (
        "ruff.toml",
        "line-length = 90\n[lint.pycodestyle]\nmax-doc-length = 72",
        72,
    ),
    "ruff": ("pyproject.toml", "[tool.ruff]\nline-length = 90\n", 90),
    "black": ("pyproject.toml", "[tool.black]\nline-length = 90\n", 90),
    "flake8": ("setup.cfg", "[flake8]\nmax-line-length = 90\n", 90),
    "nonsense": ("ruff.toml", "line-length = 3\n", None),
}


@pytest.mark.parametrize(("path", "text", "width"), WIDTHS.values(), ids=WIDTHS.keys())
def test_a_tool_says_how_long_lines_are(path: str, text: str, width: int | None) -> None:
    assert detect({path: text}, []).line_length == width


NUMPY = "Add.\n\nParameters\n----------\nx : int\n    One.\n"
BARE_NUMPY = "Add.\n\nParameters\n----------\nx\n    One.\n"
GOOGLE = "Add.\n\nArgs:\n    x: One.\n"
TYPED_GOOGLE = "Add.\n\nArgs:\n    *x (int): One.\n"
SPHINX = "Add.\n\n:param x: One.\n"
TYPED_SPHINX = "Add.\n\n:param int x: One.\n"
ALSO_TYPED_SPHINX = "Add.\n\n:param x: One.\n:type x: int\n"
EPYTEXT = "Add.\n\n@param x: One.\n"
TYPED_EPYTEXT = "Add.\n\n@param x: One.\n@type x: C{int}\n"


def test_where_no_tool_says_the_docstrings_vote() -> None:
    found = detect({}, [NUMPY, GOOGLE, NUMPY, "Add."])
    assert (found.style, found.reason) == ("numpy", "2 of 3 docstrings with sections are in it")


TYPES = [
    ([NUMPY], True),
    ([BARE_NUMPY], False),
    ([GOOGLE], False),
    ([TYPED_GOOGLE], True),
    ([SPHINX], False),
    ([TYPED_SPHINX], True),
    ([ALSO_TYPED_SPHINX], True),
    ([EPYTEXT], False),
    ([TYPED_EPYTEXT], True),
    ([NUMPY, NUMPY, BARE_NUMPY], True),
    ([GOOGLE, GOOGLE, NUMPY], False),
    (["Add."], None),
    (["Add.\n\nReturns:\n    One.\n"], None),
]


@pytest.mark.parametrize(("docstrings", "types"), TYPES)
def test_docstrings_of_the_winning_style_vote_on_types(
    docstrings: list[str], types: bool | None
) -> None:
    assert detect({}, docstrings).types is types


def test_the_vote_on_types_says_its_counts() -> None:
    found = detect({}, [GOOGLE, GOOGLE, TYPED_GOOGLE])
    assert found.types_reason == "2 of 3 docstrings with parameters do it so"


def test_a_style_that_a_tool_names_has_its_own_docstrings_asked_for_types() -> None:
    text = '[tool.pydoclint]\nstyle = "numpy"\n'
    found = detect({"pyproject.toml": text}, [GOOGLE, GOOGLE, NUMPY])
    assert (found.style, found.types) == ("numpy", True)


def test_constructors_vote_on_where_they_are_documented() -> None:
    docstrings = [Existing(GOOGLE, "init"), Existing(GOOGLE, "init"), Existing(GOOGLE, "class")]
    found = detect({}, [*docstrings, Existing(GOOGLE), Existing("Add.", "class")])
    assert found.init == "init"
    assert found.init_reason == "2 of 3 documented constructors have it so"


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
