"""A task goes to the most likely service, or to the fallback."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from docstring_lsp.errors import UnknownNameError, UsageError
from docstring_lsp.tasks.execute import create_orchestrator
from docstring_lsp.tasks.model import ExecutionConfig, RoutingConfig
from docstring_lsp.tasks.route import default_strategy, route
from docstring_lsp.tasks.strategies.capability import CapabilityStrategy
from docstring_lsp.tasks.strategies.composite import CompositeStrategy
from docstring_lsp.tasks.strategies.keyword import KEYWORDS, KeywordStrategy
from docstring_lsp.tasks.strategy import RoutingStrategy, Scores
from tests.tasks.services import FOUR, Saying, saying

TASKS = {
    "Extract text from this PDF": "vision",
    "Extract text from invoice.pdf": "vision",
    "Extract PDF data": "vision",
    "Analyze this image": "vision",
    "what is on these screenshots": "vision",
    "Look at diagram.png": "vision",
    "Search Google for latest news": "responses",
    "Search the web for info": "responses",
    "Navigate to https://example.org": "responses",
    "Design a multi-step solution for this problem": "reasoning",
    "Solve this logic puzzle": "reasoning",
    "Ask several models": "reasoning",
    "Explain how async works": "chat",
    "Generate a summary": "chat",
    "Let us discuss names": "chat",
    "Zzz": "chat",
    "": "chat",
    # a word inside another is none
    "The websocket has no logician": "chat",
}


@pytest.mark.parametrize(("task", "service"), TASKS.items())
@pytest.mark.parametrize("threshold", [0.5, 0.6])
def test_a_task_finds_its_service(task: str, service: str, threshold: float) -> None:
    config = RoutingConfig(confidence_threshold=threshold)
    assert route(task, FOUR, default_strategy(config), config).service == service


@pytest.mark.parametrize(
    ("service", "keyword"),
    [(service, word.rstrip("?")) for service, words in KEYWORDS.items() for word in words],
)
def test_each_keyword_by_itself_is_enough(service: str, keyword: str) -> None:
    best = KeywordStrategy().route(keyword, FOUR)[0]
    assert best[0] == service
    assert best[1] >= 0.5


@pytest.mark.parametrize(
    "told", ["analyses", "browsing", "IMAGES", "analyze the large image", "solved", "chatted"]
)
def test_a_keyword_is_found_in_every_form(told: str) -> None:
    assert KeywordStrategy({"s": ["analyse", "browse", "image", "solve", "chat"]}).route(told, "s")


def test_more_keywords_make_a_service_likelier() -> None:
    one, two = (dict(KeywordStrategy().route(t, FOUR))["vision"] for t in ("photo", "photo ocr"))
    assert one < two < 1


def test_a_keyword_can_be_added() -> None:
    strategy = KeywordStrategy()
    assert strategy.route("Read the invoice", FOUR) == []
    strategy.add_keyword("vision", "invoice")
    assert strategy.route("Read the invoice", FOUR)[0][0] == "vision"


def test_services_tell_their_own_keywords_and_capabilities() -> None:
    docs, maps = Saying("docs"), Saying("maps")
    docs.keywords = ("docstring",)  # type: ignore[attr-defined]
    maps.capabilities = ("web",)  # type: ignore[attr-defined]
    services = {**saying("chat"), "docs": docs, "maps": maps}
    orchestrator = create_orchestrator(services)
    assert orchestrator.route("Write docstrings").service == "docs"
    assert orchestrator.route("https://example.org/").service == "maps"


def test_capabilities_are_matched_with_needs() -> None:
    strategy = CapabilityStrategy({"a": ["x"], "b": ["x", "y"]}, {"x": re.compile("1")})
    assert strategy.route("0", ["a", "b"]) == []
    assert strategy.route("1", ["a", "b"]) == [("a", 0.9), ("b", 0.9)]
    assert strategy.needs("see https://example.org") == frozenset()


def test_all_that_is_needed_is_better_than_a_part() -> None:
    needs = {"x": re.compile("1"), "y": re.compile("2")}
    strategy = CapabilityStrategy({"a": ["x"], "b": ["x"]}, needs)
    strategy.add_capability("b", "y")
    assert strategy.route("12", ["a", "b"]) == [("b", 0.9), ("a", 0.45)]


class Fixed(RoutingStrategy):
    def __init__(self, *scores: tuple[str, float]) -> None:
        self.scores = list(scores)

    def route(self, task_description: str, available_services: Sequence[str]) -> Scores:
        return self.scores


@pytest.mark.parametrize(
    ("weights", "expected"), [(None, {"a": 0.75, "b": 0.5}), ((1, 0), {"a": 0.5, "b": 0.5})]
)
def test_strategies_together(weights: tuple[float, ...] | None, expected: dict[str, float]) -> None:
    both = CompositeStrategy([Fixed(("a", 0.5), ("b", 0.5)), Fixed(("a", 0.5))], weights)
    assert dict(both.route("", ["a", "b", "c"])) == expected


@pytest.mark.parametrize("weights", [(1,), (1, 2), (1, -0.5)])
def test_weights_that_make_no_sense_are_refused(weights: tuple[float, ...]) -> None:
    with pytest.raises(UsageError):
        CompositeStrategy([Fixed(), Fixed()], weights)


class Urgent(RoutingStrategy):
    def route(self, task_description: str, available_services: Sequence[str]) -> Scores:
        if "urgent" in task_description.lower():
            return [("chat", 1.0)]
        return [("vision", 0.8), ("chat", 0.6)]


@pytest.mark.parametrize(("task", "service"), [("URGENT!", "chat"), ("whenever", "vision")])
def test_a_strategy_of_ones_own(task: str, service: str) -> None:
    orchestrator = create_orchestrator(saying("chat", "vision"), strategy=Urgent())
    assert orchestrator.route(task).service == service


def test_scores_are_put_in_order_and_strangers_passed_over() -> None:
    told = Fixed(("b", 0.6), ("ghost", 1.0), ("a", 0.7))
    found = route("", ["a", "b"], told, RoutingConfig())
    assert found.scores == (("a", 0.7), ("b", 0.6))
    assert found.service == "a"


@pytest.mark.parametrize(
    ("threshold", "service", "reason"),
    [
        (0.7, "a", "the most likely of 2 services"),
        (0.71, "chat", "the fallback: no service is as likely as 0.71"),
    ],
)
def test_the_fallback_is_for_what_is_unlikely(threshold: float, service: str, reason: str) -> None:
    config = RoutingConfig(confidence_threshold=threshold)
    found = route("", ["a", "chat"], Fixed(("a", 0.7)), config)
    assert (found.service, found.reason) == (service, reason)


def test_a_fallback_that_is_not_there_is_told() -> None:
    with pytest.raises(UnknownNameError, match=r"unknown fallback service 'chat'.*Known: a"):
        route("", ["a"], Fixed(), RoutingConfig())


@pytest.mark.parametrize(
    ("options", "task", "found"),
    [
        ({"use_capability_matching": False}, "https://example.org", False),
        ({"use_keyword_matching": False}, "https://example.org", True),
        ({"use_keyword_matching": False}, "search", False),
        ({"use_keyword_matching": False, "use_capability_matching": False}, "search", False),
    ],
)
def test_each_kind_of_matching_can_be_left_out(
    options: dict[str, bool], task: str, found: bool
) -> None:
    config = ExecutionConfig.create(**options)
    orchestrator = create_orchestrator(saying(*FOUR), config)
    assert (orchestrator.route(task).service == "responses") is found
