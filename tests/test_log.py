"""What the log tells, and what it keeps to itself."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest

from docstring_lsp import log


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    logger = logging.getLogger("docstring_lsp")
    before = (logger.handlers, logger.propagate, logger.level)
    yield
    logger.handlers, logger.propagate, logger.level = before


SECRETS = [
    ("Authorization: Bearer abcdef0123456789", "Authorization: [redacted]"),
    ("{'x-api-key': 'abc123', 'accept': '*/*'}", "{'x-api-key': '[redacted]', 'accept': '*/*'}"),
    ('{"api_key":"abc123","model":"m"}', '{"api_key":"[redacted]","model":"m"}'),
    ("OPENAI_API_KEY=abc123 started", "OPENAI_API_KEY=[redacted] started"),
    ("GET https://user:pw@proxy.test:8080/x", "GET https://[redacted]@proxy.test:8080/x"),
    ("GET https://host.test/v1?token=abc123&n=1", "GET https://host.test/v1?token=[redacted]&n=1"),
    ("sent Basic dXNlcjpwYXNzd29yZA==", "sent Basic [redacted]"),
    ("key sk-proj-0123456789abcdef was refused", "key [redacted] was refused"),
    ("password = hunter2", "password = [redacted]"),
]


@pytest.mark.parametrize(("text", "shown"), SECRETS)
def test_secrets_are_taken_out(text: str, shown: str) -> None:
    assert log.redact(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "wrote 3 docstrings in src/tokens.py",
        "https://example.test:8080/path",
        "max_tokens is 100",
        "basic check of the style",
        "src/task-runner-with-a-long-name.py",
    ],
)
def test_the_rest_is_left(text: str) -> None:
    assert log.redact(text) == text


def test_a_line_tells_its_part_and_hides_secrets_wherever_they_stand() -> None:
    stream = io.StringIO()
    log.configure("info", stream)
    try:
        raise ValueError("api_key=abc123")
    except ValueError:
        log.get("server").exception("failed with %s", {"token": "abc123"})
    told = stream.getvalue()
    assert "ERROR docstring_lsp.server: failed with {'token': '[redacted]'}" in told
    assert "ValueError: api_key=[redacted]" in told
    assert "abc123" not in told


def test_the_level_holds_and_configuring_again_replaces() -> None:
    first, second = io.StringIO(), io.StringIO()
    log.configure("debug", first)
    log.configure("warning", second)
    log.get("engine").info("quiet")
    log.get("engine").warning("loud")
    assert first.getvalue() == ""
    assert second.getvalue().endswith("loud\n")


def test_what_others_log_is_not_ours(capsys: pytest.CaptureFixture[str]) -> None:
    log.configure("warning")
    logging.getLogger("docstring_lsp_other").debug("not ours")
    log.get("x").warning("ours")
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
