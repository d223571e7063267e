"""How Python's comparisons and predicates are said in English: tables only, no rules."""

from __future__ import annotations

import ast

from docstring_lsp.providers.adapters.static import tables

NEGATIVE_FORM: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
}  # fmt: skip
ORDER = {
    (ast.Lt, True): "is less than", (ast.Lt, False): "is not less than",
    (ast.LtE, True): "is at most", (ast.LtE, False): "is greater than",
    (ast.Gt, True): "is greater than", (ast.Gt, False): "is at most",
    (ast.GtE, True): "is at least", (ast.GtE, False): "is less than",
}  # fmt: skip
AGAINST_ZERO = {
    (ast.Lt, True): "is negative", (ast.Lt, False): "is not negative",
    (ast.LtE, True): "is not positive", (ast.LtE, False): "is positive",
    (ast.Gt, True): "is positive", (ast.Gt, False): "is not positive",
    (ast.GtE, True): "is not negative", (ast.GtE, False): "is negative",
    (ast.Eq, True): "is zero", (ast.Eq, False): "is not zero",
}  # fmt: skip
FLIPPED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.Gt, ast.Gt: ast.Lt, ast.LtE: ast.GtE, ast.GtE: ast.LtE,
}  # fmt: skip
LENGTH = {
    (ast.Lt, 1): "is empty", (ast.LtE, 0): "is empty", (ast.Eq, 0): "is empty",
    (ast.Gt, 0): "is not empty", (ast.GtE, 1): "is not empty", (ast.NotEq, 0): "is not empty",
}  # fmt: skip

PREDICATES: dict[str, tuple[str, str]] = {
    "callable": ("is callable", "is not callable"),
    "os.path.exists": ("exists", "does not exist"),
    "os.path.lexists": ("exists", "does not exist"),
    "os.path.isfile": ("is a file", "is not a file"),
    "os.path.isdir": ("is a directory", "is not a directory"),
    "os.path.islink": ("is a symbolic link", "is not a symbolic link"),
    "os.path.isabs": ("is absolute", "is not absolute"),
    "math.isnan": ("is not a number", "is a number"),
    "math.isinf": ("is infinite", "is not infinite"),
    "math.isfinite": ("is finite", "is not finite"),
    "inspect.isclass": ("is a class", "is not a class"),
    "inspect.isfunction": ("is a function", "is not a function"),
    "inspect.ismethod": ("is a method", "is not a method"),
    "inspect.ismodule": ("is a module", "is not a module"),
    "inspect.isgenerator": ("is a generator", "is not a generator"),
    "inspect.isawaitable": ("is awaitable", "is not awaitable"),
    "inspect.iscoroutinefunction": ("is a coroutine function", "is not a coroutine function"),
    "asyncio.iscoroutinefunction": ("is a coroutine function", "is not a coroutine function"),
    "asyncio.iscoroutine": ("is a coroutine", "is not a coroutine"),
}
METHODS: dict[str, tuple[str, str]] = {
    "exists": ("exists", "does not exist"),
    "is_file": ("is a file", "is not a file"),
    "is_dir": ("is a directory", "is not a directory"),
    "is_symlink": ("is a symbolic link", "is not a symbolic link"),
    "is_absolute": ("is absolute", "is not absolute"),
    "isidentifier": ("is an identifier", "is not an identifier"),
    "isdigit": ("consists of digits", "does not consist of digits"),
    "isdecimal": ("consists of decimal digits", "does not consist of decimal digits"),
    "isalpha": ("consists of letters", "does not consist of letters"),
    "isalnum": ("is alphanumeric", "is not alphanumeric"),
    "isspace": ("consists of white space", "does not consist of white space"),
    "isupper": ("is upper case", "is not upper case"),
    "islower": ("is lower case", "is not lower case"),
    "isascii": ("is ASCII", "is not ASCII"),
    "is_set": ("is set", "is not set"),
    "done": ("is done", "is not done"),
    "is_alive": ("is alive", "is not alive"),
    "locked": ("is locked", "is not locked"),
    "cancelled": ("is cancelled", "is not cancelled"),
}
METHODS_WITH_ARGUMENT: dict[str, tuple[str, str]] = {
    "startswith": ("starts with", "does not start with"),
    "endswith": ("ends with", "does not end with"),
    "issubset": ("is a subset of", "is not a subset of"),
    "issuperset": ("is a superset of", "is not a superset of"),
    "isdisjoint": ("has nothing in common with", "has something in common with"),
}
STATES = tables.listed("""
    active attached bound broken busy cancelled closed closing completed configured connected
    detached disabled disposed done empty enabled entered exhausted expired fed finalized finished
    frozen initialized installed loaded locked mounted open opened paused prepared ready registered
    released running sealed shutdown started stopped terminated valid
    """) - {"shutdown"}
BUILTIN_TYPES = tables.listed("""
    bool bytearray bytes complex dict float frozenset int list memoryview object range set slice
    str tuple type
    """)


TRUTH: dict[tuple[str | None, bool], str] = {
    ("container", True): "is not empty", ("container", False): "is empty",
    ("optional", True): "is neither None nor empty", ("optional", False): "is None or empty",
    ("given", True): "is given", ("given", False): "is not given",
    ("flag", True): "is true", ("flag", False): "is false",
    (None, True): "is true", (None, False): "is false",
}  # fmt: skip
