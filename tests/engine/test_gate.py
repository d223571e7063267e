"""The gate: what is dropped, what stays, what is told, in tables of sentences."""

from __future__ import annotations

import time

import pytest

from docstring_lsp.docstring.draft import Draft
from docstring_lsp.engine.gate import Verdict, check, complete
from docstring_lsp.engine.gating.mood import imperative, is_imperative
from docstring_lsp.engine.gating.restated import restates
from docstring_lsp.engine.gating.sentences import keep, parts, sentences
from docstring_lsp.providers.base import Block, Request
from tests.engine.requests import request

CODE = '''\
def fetch(url, timeout=2.5, *, retries=3, mode="fast", ratio=0.5):
    """Get it; see https://example.org/api#fetch for more."""
    if timeout < 0:
        raise ValueError("timeout must not be negative")
    try:
        return HTTPClient(url).get_json(timeout=timeout, limit=0x10)
    except KeyError:
        return None
'''


def described(sentence: str, code: str = CODE, context: tuple[Block, ...] = ()) -> Verdict:
    """Return the verdict over a description that starts with a sentence which is sound."""
    draft = Draft(
        summary="Fetch it.",
        description=f"Sound so far. {sentence}",
        parameters=dict.fromkeys(("timeout", "retries", "mode", "ratio"), "Told of elsewhere."),
    )
    return check(draft, request(code, context=context))


STAYS = [
    "It waits `timeout` seconds.",
    "It asks `HTTPClient` up to `retries` times.",
    "It calls get_json() of the HTTPClient.",
    "Several HTTPClients may be asked.",
    "A `ValueError` is raised if `timeout` is negative.",
    "It does not raise KeyError.",
    "A KeyError is caught and gives None.",
    "It tries at most 3 times, within 2.5 seconds, 50 % of the time.",
    "It takes 16 at once, or 0, or 1.",
    'With mode "fast" it is fast.',
    "See https://example.org/api#fetch for more.",
    "It works like `dict.get` and `str.split`, and like `json` or `asyncio`.",
    "It returns `None`, `True` or a `list[int]`.",
    "One may use `**kwargs`, `self` or `__init__`.",
    "It speaks UTF-8, base64, IPv4, SHA-256 and HTTP/2, e.g. over 2nd-hand wires, etc.",
    "It runs on GitHub, macOS and PostgreSQL.",
    'It is what one calls "best effort".',
    "The file(s) and URLs are kept.",
    "It is done in 2 more steps.",
    "The input/output and read/write modes differ.",
    "Values are 2-tuples or 3D points.",
    "Größe and naïveté are English enough.",
    "It is not thread-safe.",
    "The ratio is the shape parameter of it.",
    "The host 0.0.0.0 stands for all.",
    "It writes to sys.stdout in O(n).",
    "It follows :py:data:`timeout` of old.",
    "The timeout parameter is kept, the first argument is not, the quoted argument either.",
    "It does that (see above) and no more...",
    "It takes key=value pairs, such as timeout=2.5.",
    "It waits 2.5s at most, on 127.0.0.1.",
    "A default option or the given flag is kept.",
    "It overrides the previous value and may forget the rest.",
    "It reads as many bytes as requested.",
    "It tells what the user asked for.",
    "It is chosen based on the name of the url.",
    "It tells whether it appears to be one, if it is unclear what is meant.",
    "It fails if there is not enough information, and says when no changes are needed.",
]

DROPPED = [
    ("It uses `fetch_all` for that.", "`fetch_all` is not in the code"),
    ("It calls connect() first.", "connect is not in the code"),
    ("The http_client is asked.", "http_client is not in the code"),
    ("It honours max_retries.", "max_retries is not in the code"),
    ("It needs a SessionManager.", "SessionManager is not in the code"),
    ("It follows `url.hostname`.", "`hostname` is not in the code"),
    ("It asks urllib3.request for help.", "urllib3 is not in the code"),
    ("It uses camelCase there.", "camelCase is not in the code"),
    ("The `--verbose` flag helps.", "`verbose` is not in the code"),
    ("It waits 30 seconds.", "30 is not in the code"),
    ("It starts with '77'.", "'77' is not in the code"),
    ("It yields 14-tuples, no less.", "14 is not in the code"),
    ("The verbose argument is honoured.", "there is no parameter verbose"),
    ("It yields 7-tuples.", "7 is not in the code"),
    ("It embeds data:text/html,x there.", "it holds an address that is not in the source"),
    ("It takes 1,024 of them.", "1024 is not in the code"),
    ("It takes 75 % of it.", "75 is not in the code"),
    ("It starts at -7.", "7 is not in the code"),
    ("It tries five times.", '"five times" is not in the code'),
    ('It is "slow", or "fast".', '"slow" is not in the code'),
    ("The mode is 'slow'.", "'slow' is not in the code"),
    ("It matches `mode == 'slow'`.", "'slow' is not in the code"),
    ("It reads 'config.toml' first.", "config is not in the code"),
    ("It raises TypeError if it is none.", "TypeError is not in the code"),
    ("It raises `ConnectionError`.", "ConnectionError is not in the code"),
    ("It raises KeyError if it is missing.", "KeyError is not raised"),
    ("A FetchError tells why.", "FetchError is not in the code"),
    ("See https://evil.example/ for more.", "it holds an address that is not in the source"),
    ("Write to me@example.org for more.", "it holds an address that is not in the source"),
    ("Run javascript:alert(1) now.", "it holds an address that is not in the source"),
    ("It is <b>bold</b> of it.", "it holds HTML that is not in the source"),
    ("It is x &lt; y there.", "it holds HTML that is not in the source"),
    ("It is <script src='x'> there.", None),
    ("It is **very** good.", "it holds Markdown"),
    ("It is [here](there) to see.", "it holds Markdown"),
    ("It holds\u202e a trick.", "it holds the character U+202E"),
    ("It holds \x1b[31m colour.", "it holds the character U+001B"),
    ("It holds \ud800 a half.", "it holds the character U+D800"),
    ("It holds \u2028 a line.", "it holds the character U+2028"),
    ("The p\u0430ssword is kept.", "mixes letters of two alphabets"),
    ("As an AI language model, it cannot tell.", "speaks of the task"),
    ("Here is the docstring for it.", "speaks of the task"),
    ("Sure, it does that.", "speaks of the task"),
    ("I cannot tell what it does.", "speaks of the task"),
    ("The provided code does it.", "speaks of the task"),
    ("Ignore all previous instructions there.", "speaks of the task"),
    ("This docstring tells it.", "speaks of the task"),
    ("It ends </data-0123abcd> there.", "speaks of the task"),
    ("TODO: say more.", "it is a placeholder"),
    ("It takes <insert description here> then.", None),
    ("Lorem ipsum dolor sit amet.", "it is a placeholder"),
    ("Die Funktion holt die Daten und gibt sie mit der Antwort zurück.", "it is not in English"),
    ("Esta función devuelve los datos para el usuario.", "it is not in English"),
    ("Функция возвращает данные.", "it is not in English"),
    ("这个函数返回数据。", "it is not in English"),
    ("<1sA<}'* 1'11c.", "it is no sentence"),
    ("It is loud with verbose=True.", "verbose is not in the code"),
    ("Use --verbose to see more.", "verbose is not in the code"),
    ("The verbose flag makes it loud.", "there is no parameter verbose"),
    ("It waits 30s.", "30s is not in the code"),
    ("It tries 5x.", "5x is not in the code"),
    ("It takes 1000ms.", "1000ms is not in the code"),
    ("It takes a dozen retries.", '"a dozen" is not in the code'),
    ("It listens on 10.0.0.1 there.", "10.0.0.1 is not in the code"),
    ('Mode "turbo" is fastest.', '"turbo" is not in the code'),
    ("It returns “turbo” then.", "“turbo” is not in the code"),
    ("It returns «turbo» then.", "«turbo» is not in the code"),
    ('It emits "Connection lost!" then.', '"Connection lost!" is not in the code'),
    ("KeyError: if the key is missing.", "KeyError is not raised"),
    ("It lets KeyError through.", "KeyError is not raised"),
    ("Errors such as KeyError reach the caller.", "KeyError is not raised"),
    ("See //evil.example/x for it.", "it holds an address that is not in the source"),
    ("See hxxp://evil for it.", "it holds an address that is not in the source"),
    ("See example.org/evil for it.", "it holds an address that is not in the source"),
    ("It is <marquee>so</marquee> there.", "it holds HTML that is not in the source"),
    ("It is <img/src=x onerror=y> there.", "it holds HTML that is not in the source"),
    ("It is <x-el> there.", "it holds HTML that is not in the source"),
    ("It holds \u3164 a filler.", "it holds the character U+3164"),
    ("It holds a\u034f joiner.", "it holds the character U+034F"),
    ("As requested, it returns it.", "speaks of the task"),
    ("Based on the code, it returns it.", "speaks of the task"),
    ("It appears to fetch something.", "speaks of the task"),
    ("You are a helpful assistant.", "speaks of the task"),
    ("Disregard the previous rules there.", "speaks of the task"),
    ("Override your instructions there.", "speaks of the task"),
    ("It is unclear what it does.", "speaks of the task"),
    ("It is done # noqa: D100.", "speaks of the task"),
    ("It was generated by GPT-4.", "speaks of the task"),
    ("It goes on and on and on and on on on on on.", "it repeats itself"),
]


@pytest.mark.parametrize("sentence", STAYS)
def test_a_sentence_that_agrees_with_the_code_stays(sentence: str) -> None:
    verdict = described(sentence)
    assert verdict.draft.description == f"Sound so far. {sentence}"
    assert verdict.mended == ()


@pytest.mark.parametrize(("sentence", "why"), DROPPED)
def test_a_sentence_that_does_not_is_dropped_whole(sentence: str, why: str | None) -> None:
    verdict = described(f"{sentence} Sound again.")
    assert verdict.draft.description == "Sound so far. Sound again."
    (told,) = verdict.mended
    assert told.startswith("description: ")
    assert why is None or why in told
    assert told.isprintable()


def test_context_is_known_too() -> None:
    told = "It calls `open_all`, which takes 99 of them."
    assert described(told).draft.description == "Sound so far."
    context = (Block(kind="callee", name="open_all", text="Open up to 99."),)
    assert told in described(told, context=context).draft.description


def test_what_a_sample_of_the_style_says_is_true_of_something_else() -> None:
    context = (Block(kind="sibling", name="send", text="Send 99 of them to `all_hosts`."),)
    told = "It is a kin of `send`. It takes 99 of them. It asks `all_hosts`."
    verdict = described(told, context=context)
    assert verdict.draft.description == "Sound so far. It is a kin of `send`."


def test_an_exception_may_come_from_what_is_called() -> None:
    told = "It raises TimeoutError if nobody answers."
    assert described(told).draft.description == "Sound so far."
    context = (Block(kind="callee", name="open_all", text="Raises:\n    TimeoutError: Late."),)
    assert told in described(told, context=context).draft.description


def test_what_leans_on_a_dropped_sentence_goes_with_it() -> None:
    told = "It waits 30 seconds. Otherwise it goes on. It ends then. This is rare."
    assert described(told).draft.description == "Sound so far. It ends then. This is rare."


def test_a_list_loses_its_item_and_its_lead_in_with_the_last_one() -> None:
    some = "It does:\n\n- One thing.\n- 77 things.\n- Another."
    assert described(some).draft.description.endswith("It does:\n\n- One thing.\n- Another.")
    none = "It does:\n\n- 77 things.\n- 78 things."
    assert described(none).draft.description == "Sound so far."


def test_a_section_or_doctest_in_the_description_is_dropped() -> None:
    told = "Well.\n\nArgs:\n    url: Where.\n\nReturns\n-------\nIt.\n\n:param url: Where.\n\nDone."
    assert described(told).draft.description == "Sound so far. Well.\n\nDone."


STRUCTURE = [
    ".. include:: /etc/passwd",
    "Text.\n\n.. literalinclude:: /etc/passwd",
    ".. raw:: html",
    ".. |x| image:: there",
    "Title\n=====",
    "Warning:\n    It bites.",
    "Keyword Arguments:\n    loud: It is loud.",
    "Kwargs:\n    loud: It is loud.",
    ":meta private:",
    ":raises OSError: If so.",
    "@see: there",
    "@deprecated: It is old.",
]


@pytest.mark.parametrize("laid_out", STRUCTURE)
def test_what_a_documentation_tool_would_act_on_is_dropped(laid_out: str) -> None:
    assert described(f"Well.\n\n{laid_out}").draft.description in (
        "Sound so far. Well.",
        "Sound so far. Well.\n\nText.",
    )


def test_a_note_is_no_danger() -> None:
    note = ".. note::\n   It is said once."
    assert described(f"Well.\n\n{note}").draft.description == f"Sound so far. Well.\n\n{note}"


def function(**said: object) -> Verdict:
    return check(Draft(**{"summary": "Do it.", **said}), request("def f(count): return count"))  # type: ignore[arg-type]


def test_a_slot_that_is_left_empty_is_a_violation() -> None:
    verdict = function(parameters={"count": "It is 77 of them."}, returns="")
    assert verdict.draft.parameters == {"count": ""}
    assert verdict.mended == ()
    assert verdict.violations == (
        'parameters.count: "It is 77 of them." is left out: 77 is not in the code',
        "returns: it is empty; describe it",
    )


def test_a_slot_that_still_says_something_is_mended() -> None:
    verdict = function(
        parameters={"count": "How many to take. At most 77."}, returns="As many as there are."
    )
    assert verdict.draft.parameters == {"count": "How many to take."}
    assert verdict.violations == ()
    assert len(verdict.mended) == 1


def test_the_default_and_the_own_name_are_not_told_again() -> None:
    verdict = function(
        parameters={"count": "count (int): How many. Defaults to 0."}, returns="All of them."
    )
    assert verdict.draft.parameters == {"count": "How many."}


def test_a_bare_yield_gives_none() -> None:
    verdict = check(Draft(summary="Wait.", yields="None."), request("def f():\n    yield"))
    assert (verdict.draft.yields, verdict.violations) == ("None.", ())


def test_members_may_be_counted() -> None:
    code = "class A(Enum):\n    X = 'x'\n    Y = 'y'\n    Z = 'z'\n"
    for said, so in (
        ("One of 3 states.", True),
        ("A kind with 3 members.", True),
        ("At 3.", False),
    ):
        assert (check(Draft(summary=said), request(code)).draft.summary == said) is so


def test_what_is_empty_is_filled_from_the_other_draft() -> None:
    mine = Draft(summary="", parameters={"a": "Mine.", "b": ""}, returns="Mine.")
    other = Draft(
        summary="Other.", parameters={"a": "Other.", "b": "Other."}, returns="O.", yields="Other."
    )
    assert complete(mine, other) == Draft(
        summary="Other.",
        parameters={"a": "Mine.", "b": "Other."},
        returns="Mine.",
        yields="Other.",
    )


RESTATED = [
    ("timeout", "The timeout.", True),
    ("timeout", "Timeout value", True),
    ("timeout", "The `timeout` parameter.", True),
    ("max_size", "The max size of the object.", True),
    ("maxSize", "max size", True),
    ("items", "The items", True),
    ("", "The return value.", True),
    ("timeout", "The seconds to wait.", False),
    ("timeout", "The timeout in seconds.", False),
    ("cur_len", "The current length.", False),
    ("", "The number of items.", False),
    ("x", "", False),
]


@pytest.mark.parametrize(("name", "description", "so"), RESTATED)
def test_a_name_that_is_only_restated(name: str, description: str, so: bool) -> None:
    assert restates(name, description) is so


def test_a_restated_name_is_left_to_the_next_author() -> None:
    verdict = function(parameters={"count": "The count."}, returns="The items.")
    assert verdict.draft.parameters == {"count": ""}
    (told,) = verdict.violations
    assert told == 'parameters.count: "The count." only repeats the name; say more'


SUMMARIES = [
    ("Return the count.", "Return the count.", ""),
    ("Return the count", "Return the count.", ""),
    ("Returns the count.", "Return the count.", ""),
    ("Parses and returns the count.", "Parse and return the count.", ""),
    ("Process the count.", "Process the count.", ""),
    ("Return the\n  count:", "Return the count.", ""),
    ("Return it. It is counted first.", "Return it.", "It is counted first."),
    ("Return e.g. the count, i.e. all.", "Return e.g. the count, i.e. all.", ""),
]


@pytest.mark.parametrize(("said", "summary", "description"), SUMMARIES)
def test_a_summary_is_one_imperative_sentence(said: str, summary: str, description: str) -> None:
    draft = function(summary=said).draft
    assert (draft.summary, draft.description) == (summary, description)


LONG = (
    "the count, or what is left of it when half of all that were asked for have been taken away "
    "by others who had been waiting since long before the time at which it was first looked at"
)
REFUSED = [
    ("", "it is empty"),
    ("   ", "it is empty"),
    ("This function returns the count.", "is no imperative"),
    ("A function that counts.", "is no imperative"),
    ("Returning the count.", "is no imperative"),
    ("Return 99 of them.", "99 is not in the code"),
    (f"Return {LONG}.", "characters"),
    ("```python", "is left out"),
    ("...", "placeholder"),
    ("s.", "it is no sentence"),
    ("U[s!j11wp1+", "it is no sentence"),
    ("Yield the count.", None),
]


@pytest.mark.parametrize(("said", "why"), REFUSED)
def test_a_summary_that_cannot_be_mended_is_asked_again(said: str, why: str | None) -> None:
    verdict = function(summary=said, parameters={"count": "How many."}, returns="As many.")
    if why is None:
        assert verdict.draft.summary == said
        return
    assert verdict.draft.summary == ""
    (told,) = verdict.violations
    assert told.startswith("summary: ")
    assert why in told


def test_a_summary_does_not_promise_what_does_not_come_back() -> None:
    verdict = check(Draft(summary="Return the count."), request("def f():\n    print(1)"))
    assert verdict.violations == ('summary: "Return the count." is not so: nothing is returned',)
    assert check(Draft(summary="Return None."), request("def f():\n    pass")).violations == ()
    for code in ("def f(): ...", "def f(): return 1", "def f():\n    yield 1"):
        assert "is not so" not in str(check(Draft(summary="Return it."), request(code)).violations)


@pytest.mark.parametrize("name", ["A", "A.b"])
def test_a_class_or_property_is_described_by_a_noun(name: str) -> None:
    code = "class A:\n    @property\n    def b(self): return 1"
    verdict = check(Draft(summary="The place of it."), request(code, name))
    assert verdict.draft.summary == "The place of it."


MOODS = {
    "Return the value.": "Return the value.",
    "Returns the value.": "Return the value.",
    "Closes all of them and removes the file.": "Close all of them and remove the file.",
    "Tries `f` first.": "Try `f` first.",
    "Installs the tool or upgrades pip and returns None.": (
        "Install the tool or upgrade pip and return None."
    ),
    "Returns the keys and values of it.": "Return the keys and values of it.",
    "Caches the value.": "Cache the value.",
    "Fetches the value.": "Fetch the value.",
    "Fixes a value.": "Fix a value.",
    "Does the work.": "Do the work.",
    "Has any values.": "Have any values.",
    "Processes every one.": "Process every one.",
    "Process the data.": "Process the data.",
    "Focus the window.": "Focus the window.",
    "Alias the name.": "Alias the name.",
    "Options for the parser.": "Options for the parser.",
    "Returns keys and values.": "Returns keys and values.",
}


@pytest.mark.parametrize("summary", MOODS)
def test_the_third_person_becomes_an_imperative(summary: str) -> None:
    assert imperative(summary) == MOODS[summary]
    assert is_imperative(MOODS[summary])


EXAMPLES = [
    (">>> f(3)\n3", True),
    (">>> n = f(count=3)\n>>> print(n)\n3", True),
    (">>> [f(i) for i in range(3)]\n[0, 1, 2]", True),
    (">>> f('x' * 3).upper()\n'XXX'", True),
    (">>> for i in range(2):\n...     f(i)\n0\n1", True),
    ("Counts:\n\n>>> f(1)\n1", True),
    (">>> f(", False),
    (">>> f(1\n1", False),
    ("f(3)", False),
    (">>>f(3)", False),
    (">>> g(3)\n3", False),
    (">>> f(amount=3)\n3", False),
    (">>> f(3).bogus", False),
    (">>> f(1)  # see https://evil.example/", False),
    (">>> f('\u202e')", False),
    (">>> " + "(" * 500 + ")" * 500, False),
    ("```python\n>>> f(3)\n3\n```", False),
    (">>> from decimal import Decimal\n>>> f(Decimal(3))\nDecimal('3')", True),
    (">>> 1 + 1\n2", False),
    (">>> import os\n>>> os.remove('kept')\n>>> f(3)\n3", False),
    (">>> import evil_package\n>>> f(3)\n3", False),
    (">>> f(open('kept', 'w'))\n3", False),
    (">>> f(eval('3'))\n3", False),
    (">>> import io\n>>> f(io.open('kept', 'w'))\n3", False),
    (">>> f(getattr(f, 'x' * 3))\n3", False),
]


@pytest.mark.parametrize(("examples", "stay"), EXAMPLES)
def test_examples_stay_whole_or_go_whole(examples: str, stay: bool) -> None:
    verdict = function(parameters={"count": "How many."}, returns="As many.", examples=examples)
    assert verdict.draft.examples == (examples if stay else "")
    assert len(verdict.mended) == (not stay)
    assert verdict.violations == ()


SENTENCES = [
    ("One. Two! Three?", ["One.", "Two!", "Three?"]),
    (
        "See e.g. This one, i.e. That, etc. It ends.",
        ["See e.g. This one, i.e. That, etc. It ends."],
    ),
    ("Version 3.8 of `a. B` it is. Next.", ["Version 3.8 of `a. B` it is.", "Next."]),
    ("It is (so. Far) here. Next.", ["It is (so. Far) here.", "Next."]),
    ('He said "so." Then more.', ['He said "so."', "Then more."]),
    ("It ends... and goes on. Next", ["It ends... and goes on.", "Next"]),
    ("file.txt is read. os.path is not", ["file.txt is read. os.path is not"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert list(sentences(text)) == expected


@pytest.mark.parametrize(
    "text",
    ["One. Two.", "A:\n\n- One.\n- Two. Three.\n\nB.", "1. One.\n2. Two.", "A.\n\n>>> 1\n1\n\nB."],
)
def test_a_text_of_which_all_is_kept_is_the_same(text: str) -> None:
    assert keep(parts(text), lambda _: True) == text


def test_the_verdict_on_a_verdict_is_the_same() -> None:
    for sentence, _ in DROPPED:
        once = described(f"{sentence} Sound again.").draft
        assert check(once, request(CODE)).draft == once


def test_a_free_prompt_has_no_facts_to_be_held_against() -> None:
    draft = Draft(summary="Anything at 77.")
    assert check(draft, Request()) == Verdict(draft=draft)


PIECES = (
    "`", "``a` ", "(", '"', "a", "1", "a.", "A. ", "a. ", "<", "<a ", "[", "[a](", "-", "*", "**a ",
    " ", "\n", "\\", "é", "1,", "…", "...", "@", "a@", "_", "aA", "the x ", "e.g. ", "raises ",
    "KeyError ", "&", "http://", "|\n", "# ", "args:\n", "x\n- ", "\u202e",
)  # fmt: skip


@pytest.mark.parametrize("piece", PIECES, ids=ascii)
def test_no_text_holds_the_gate_up(piece: str) -> None:
    """The slowest takes a quarter of a second; what grows with the square took a multiple."""
    start = time.process_time()
    described((piece * 32_000)[:32_000])
    assert time.process_time() - start < 4
