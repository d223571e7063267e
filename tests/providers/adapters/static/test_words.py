"""Identifiers become words, and words bend as English does."""

from __future__ import annotations

import pytest

from docstring_lsp.providers.adapters.static import words


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("parse_http_header", "parse HTTP header"),
        ("parseHTTPHeader", "parse HTTP header"),
        ("getURLs", "get URLs"),
        ("XMLParser", "XML parser"),
        ("_private_thing", "private thing"),
        ("getUserByID", "get user by ID"),
        ("str2bool", "str to bool"),
        ("IPv4Address", "IPv4 address"),
        ("MAX_SIZE", "max size"),
        ("fileobj", "file obj"),
        ("useragent", "user agent"),
        ("joinpath", "join path"),
        ("readlines", "read lines"),
        ("utf8_decode", "UTF-8 decode"),
        ("setting", "setting"),
        ("underline", "underline"),
        ("x", "x"),
        ("__", ""),
        ("größe", "größe"),
    ],
)
def test_a_name_is_split(name: str, expected: str) -> None:
    assert " ".join(words.split(name)) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("HTTP header", "an"),
        ("URL", "a"),
        ("hour", "an"),
        ("user", "a"),
        ("unit", "a"),
        ("unknown name", "an"),
        ("uninstalled package", "an"),
        ("`int`", "an"),
        ("`Path`", "a"),
        ("ID", "an"),
        ("8-bit value", "an"),
        ("1-bit value", "a"),
        ("ASCII text", "an"),
        ("JSON object", "a"),
        ("SSL socket", "an"),
        ("one", "a"),
        ("XML file", "an"),
        ("", "a"),
    ],
)
def test_the_article_follows_the_sound(phrase: str, expected: str) -> None:
    assert words.article(phrase) == expected


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("name", "names"),
        ("entry", "entries"),
        ("key", "keys"),
        ("box", "boxes"),
        ("class", "classes"),
        ("index", "indices"),
        ("child", "children"),
        ("URL", "URLs"),
        ("status", "statuses"),
    ],
)
def test_a_noun_has_two_numbers(one: str, many: str) -> None:
    assert words.plural(one) == many
    assert words.singular(many) == one
    assert words.plural(many) == many


@pytest.mark.parametrize(
    ("verb", "gerund", "participle"),
    [
        ("parse", "parsing", "parsed"),
        ("get", "getting", "got"),
        ("open", "opening", "opened"),
        ("copy", "copying", "copied"),
        ("stop", "stopping", "stopped"),
        ("write", "writing", "written"),
        ("tie", "tying", "tied"),
        ("see", "seeing", "seen"),
        ("play", "playing", "played"),
        ("fix", "fixing", "fixed"),
    ],
)
def test_a_verb_bends(verb: str, gerund: str, participle: str) -> None:
    assert words.gerund(verb) == gerund
    assert words.participle(verb) == participle
