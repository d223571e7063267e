"""Routing by the words of a task."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from docstring_lsp.tasks.model import Service
from docstring_lsp.tasks.strategy import RoutingStrategy, Scores, ranked

_DOUBT = 0.3
"""How likely a task with one word of a service is for another one after all."""
_LEAST = 0.55
"""How likely a service is of which something is said."""
_NEAR = 0.8
"""How alike two words must be for one to be taken as the other, misspelled."""
_FEWEST_LETTERS = 4

KEYWORDS: Mapping[str, tuple[str, ...]] = {
    "vision": (
        *("image", "picture", "photo", "visual", "screenshot", "pdf", "extract?", "ocr"),
        *("analyze image", "diagram", "figure?", "chart"),
    ),
    "responses": (
        *("search", "web", "browse", "computer", "click", "type?", "navigate", "automation"),
        *("google", "internet", "online", "latest", "news", "look up"),
    ),
    "reasoning": (
        *("think", "reason", "analyze?", "complex", "problem?", "solve", "logic", "plan?"),
        *("solution", "design", "multi-step", "step by step", "trade-off", "compare models"),
    ),
    "chat": (
        *("chat", "conversation", "talk", "ask?", "question", "discuss"),
        *("explain", "what?", "why?", "how?", "erkläre", "was macht", "warum?", "wie?"),
    ),
}
"""What services that answer questions are asked with; one marked with ``?`` says less."""


class KeywordStrategy(RoutingStrategy):
    """Tells a service by its keywords in a task; each further one makes it more likely.

    A keyword is found in its plural and as a verb in any form, whatever its case; one of
    several words where they follow one another with two words between them at most.

    Args:
        keywords: The keywords of each service; those of `KEYWORDS` if None.
    """

    def __init__(self, keywords: Mapping[str, Iterable[str]] | None = None) -> None:
        given = KEYWORDS if keywords is None else keywords
        self._keywords = {name: list(words) for name, words in given.items()}

    def add_keyword(self, service: str, keyword: str) -> None:
        """Let a further keyword speak for a service."""
        words = self._keywords.setdefault(service, [])
        if keyword not in words:
            words.append(keyword)

    def keywords(self, service: str) -> tuple[str, ...]:
        """Return the keywords that speak for a service."""
        return tuple(self._keywords.get(service, ()))

    def learn(self, services: Mapping[str, Service]) -> None:
        """Take in the ``keywords`` that services have."""
        for name, service in services.items():
            for keyword in getattr(service, "keywords", ()):
                self.add_keyword(name, keyword)

    def route(self, task_description: str, available_services: Sequence[str]) -> Scores:
        """Return the services whose keywords are in a task, the most likely first."""
        scores = {name: self._score(task_description, name) for name in available_services}
        if not any(scores.values()):
            scores = {name: self._guess(task_description, name) for name in available_services}
        return ranked(scores)

    def _guess(self, task: str, service: str) -> float:
        """Return how likely a service is for a task whose words are spelled nearly as its own."""
        words = [w for w in re.findall(r"\w+", task.lower()) if len(w) >= _FEWEST_LETTERS]
        keywords = [keyword.rstrip("?") for keyword in self.keywords(service)]
        # Of several words the last is what it is about, where it is not an everyday one.
        ends = {k.split()[-1] for k in keywords}
        own = {*keywords, *(word for word in ends if len(word) >= 2 * _FEWEST_LETTERS)}
        near = [word for word in words if difflib.get_close_matches(word, own, 1, _NEAR)]
        return min(_LEAST + 0.05 * len(near), 0.9) if near else 0.0

    def _score(self, task: str, service: str) -> float:
        found = [word for word in self.keywords(service) if _pattern(word.rstrip("?")).search(task)]
        evidence = sum(0.5 + 0.5 * (not word.endswith("?")) for word in found)
        if not evidence:
            return 0.0
        # A lone word that says less is just enough to be asked by.
        return max(1.0 - float(_DOUBT**evidence), _LEAST)


@lru_cache(maxsize=1024)
def _pattern(keyword: str) -> re.Pattern[str]:
    words = [_inflected(word) for word in keyword.split()]
    between = r"(?:\W+\w+){0,2}\W+"
    return re.compile(rf"(?<!\w){between.join(words)}(?!\w)", re.IGNORECASE)


def _inflected(word: str) -> str:
    if not word[-1].isalpha() or len(word) < 3:
        return re.escape(word)
    if word.endswith("e"):
        return rf"{re.escape(word[:-1])}(?:e[drs]?|ing)"
    if word.endswith("y") and word[-2] not in "aeiou":
        return rf"{re.escape(word[:-1])}(?:y|ies|ied|ying)"
    return rf"{re.escape(word)}(?:{word[-1]}?(?:ed|er|ing)|e?s)?"


STRATEGY = KeywordStrategy
