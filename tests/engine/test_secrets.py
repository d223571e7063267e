"""What is secret does not leave, wherever it stands; what is not stays as it is."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from docstring_lsp.engine.secrets import redacted, secrets

# Put together here, so that no scanner takes this file's own for real ones.
RANDOM = "q8Zt2Lx9Vb4Nc7Ms1Kd6Hf3Gj5Pw0RyTuIoA"
HEX = "9f86d081884c7d659a2feaa0c55ad015"

SECRETS: dict[str, tuple[str, str]] = {
    "AWS": ("AWS key", "AKIA" + "IOSFODNN7EXAMPLE"),
    "GitHub": ("GitHub token", "ghp_" + RANDOM),
    "fine-grained": ("GitHub token", "github_pat_" + RANDOM),
    "GitLab": ("GitLab token", "glpat-" + RANDOM[:20]),
    "Slack": ("Slack token", "xoxb-" + "123456789012-" + RANDOM[:24]),
    "Stripe": ("Stripe key", "sk_live_" + RANDOM[:24]),
    "Google": ("Google key", "AIza" + RANDOM[:35]),
    "OpenAI": ("model key", "sk-proj-" + RANDOM),
    "Anthropic": ("model key", "sk-ant-api03-" + RANDOM),
    "Hugging Face": ("Hugging Face token", "hf_" + RANDOM[:34]),
    "PyPI": ("package token", "pypi-" + RANDOM + RANDOM),
    "npm": ("package token", "npm_" + RANDOM[:36]),
    "SendGrid": ("SendGrid key", "SG." + RANDOM[:22] + "." + RANDOM),
    "Twilio": ("Twilio key", "AC" + HEX),
    "a web token": ("web token", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0." + RANDOM),
}


@pytest.mark.parametrize("name", SECRETS)
def test_a_key_is_known_by_how_it_looks(name: str) -> None:
    kind, secret = SECRETS[name]
    (clean,), kinds = redacted([f"connect({secret}, 3)  # {secret}"])
    assert secret not in clean
    assert clean == f"connect(<redacted {kind}>, 3)  # <redacted {kind}>"
    assert kinds == (kind,)


LINES: dict[str, tuple[str, str]] = {
    "a password": ('password = "hunter2"', "hunter2"),
    "a word": ("PASSWORD = 'opensesame'", "opensesame"),
    "a default": ('def f(user, password="admin"): ...', "admin"),
    "annotated": ('def f(api_key: str | None = "a1B2c3D4e5"): ...', "a1B2c3D4e5"),
    "a mapping": ('{"db_password": "s3cr3tpw"}', "s3cr3tpw"),
    "an index": ('config["secret_key"] = "k3yV4lue99"', "k3yV4lue99"),
    "a call": ('login(token="tok_9aZ81bY7")', "tok_9aZ81bY7"),
    "an address": ("db = 'postgres://app:s3cret@db.example/x'", "app:s3cret"),
    "a header": (
        'headers = {"Authorization": "Bearer abcdef0123456789XYZ"}',
        "abcdef0123456789XYZ",
    ),
    "random": (f'SALT = "{RANDOM}"', RANDOM),
    "random hex": (f"x = '{HEX}'", HEX),
    "a private key": (
        "K = '''-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nIBAAK\n-----END RSA PRIVATE KEY-----'''",
        "MIIEow",
    ),
    "one that is cut off": ("-----BEGIN PRIVATE KEY-----\nMIIEow\n", "MIIEow"),
}


@pytest.mark.parametrize("name", LINES)
def test_a_secret_is_taken_out_where_it_stands(name: str) -> None:
    line, secret = LINES[name]
    (clean,), kinds = redacted([line])
    assert secret not in clean
    assert "<redacted " in clean
    assert kinds


HARMLESS = (
    "def login(user, password): return check(password)",
    "password = os.environ['APP_PASSWORD']",
    "token = read_token(path)",
    'TOKEN_KIND = "IDENTIFIER"',
    'token_url = "/oauth/token"',
    'message = f"{password} is wrong"',
    'raise ValueError("the token is not the one that was expected here")',
    "import this_is_a_rather_long_module_name_with_words",
    'KEY = "settings.default_section.name"',
    'x = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"',
    'x = "12345678901234567890123456789012"',
    'path = "some/long/path/with/many/parts/in/it"',
    'name = "averylongidentifierwithoutanydigits"',
    "https://example.org/a/b?c=d",
    "sk-learn is a library; task-oriented, risk-based",
)


@pytest.mark.parametrize("line", HARMLESS)
def test_what_is_no_secret_stays(line: str) -> None:
    assert redacted([line]) == ((line,), ())


def test_what_is_found_in_one_text_is_taken_out_of_all() -> None:
    source = "def f(password='ad\"min'): ...\ndef g(password='admin'): ..."
    facts = json.dumps([{"name": "password", "default": "'admin'"}])
    (clean_source, clean_facts, other), _ = redacted([source, facts, "the admin_user of admin"])
    assert "'admin'" not in clean_source + clean_facts
    assert json.loads(clean_facts) == [{"name": "password", "default": "'<redacted password>'"}]
    assert other == "the admin_user of admin"


def test_twice_is_once() -> None:
    texts = [line for line, _ in LINES.values()] + [f"x = '{s}'" for _, s in SECRETS.values()]
    once, kinds = redacted(texts)
    assert len(kinds) >= len(texts) - 2
    assert redacted(once) == (once, ())


def test_as_much_is_found_as_by_detect_secrets() -> None:
    util = pytest.importorskip("detect_secrets.core.plugins.util")
    plugins = [kind() for kind in util.get_mapping_from_secret_type_to_class().values()]
    lines = [line for line, _ in LINES.values() if "\n" not in line]
    lines += [f'value = "{secret}"' for _, secret in SECRETS.values()]

    def missed(line: str) -> list[tuple[str, str]]:
        ours = {value for _, value in secrets(line)}
        theirs = [(plugin, each) for plugin in plugins for each in plugin.analyze_string(line)]
        return [
            (type(plugin).__name__, each)
            for plugin, each in theirs
            if not any(each in own or own in each for own in ours)
            and not (hasattr(plugin, "entropy_limit") and _is_dull(plugin, each))
        ]

    assert {line: missed(line) for line in lines if missed(line)} == {}


def _is_dull(plugin: Any, value: str) -> bool:
    return bool(plugin.calculate_shannon_entropy(value) <= plugin.entropy_limit)


HOSTILE = {
    "one word": "password" * 2000,
    "many names": "password: a " * 3000,
    "open quotes": "token = '" * 4000,
    "colons": "password:" + "a, " * 9000,
    "addresses": "://a:b" * 5000,
    "keys that begin": "-----BEGIN PRIVATE KEY-----" * 800,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_holds_it_up(name: str) -> None:
    start = time.perf_counter()
    list(secrets(HOSTILE[name]))
    assert time.perf_counter() - start < 2
