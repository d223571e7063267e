"""From names of deliverables to documents: the use case that both faces share.

Takes evidence, templates and who answers prompts; gives what came of each, and one document of
all where that is wanted. Writes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.growth import Grown, Growth
from docstring_lsp.deliverables.markup import joined
from docstring_lsp.deliverables.merge import merge
from docstring_lsp.deliverables.model import CompletionMode, Template, Written
from docstring_lsp.deliverables.modes import Outcome, Process, Progress, Told, make_all
from docstring_lsp.deliverables.offline import offline
from docstring_lsp.deliverables.online import Ask, online
from docstring_lsp.deliverables.plan import rounds
from docstring_lsp.deliverables.prompting import PromptGenerator, Wish
from docstring_lsp.deliverables.provenance import signed
from docstring_lsp.engine.prices import price

MERGED = "documents"
"""What several documents in one are called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is asked for.

    Attributes:
        names: The deliverables.
        mode: How they are made.
        merged: Whether they are put into one document.
        contents: Whether that begins with a table of contents.
        wish: How each is to be written.
        later: Whether a vendor's batch API is asked: at half the price, within a day.
    """

    names: tuple[str, ...]
    mode: CompletionMode = CompletionMode.SEQUENTIAL
    merged: bool = False
    contents: bool = True
    wish: Wish = field(default_factory=Wish)
    later: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What came of an order.

    Attributes:
        outcomes: What came of each, in the order in which they are read.
        documents: The documents by name, each with where it comes from.
    """

    outcomes: tuple[Outcome, ...]
    documents: Mapping[str, str]

    @property
    def cost(self) -> float | None:
        """What they cost in US dollars; None where no price is known."""
        costs = [_cost(each.written) for each in self.outcomes if each.written is not None]
        return None if None in costs else sum(cost for cost in costs if cost is not None)

    @property
    def failed(self) -> tuple[Outcome, ...]:
        """Those that are missing."""
        return tuple(outcome for outcome in self.outcomes if outcome.written is None)


async def deliver(
    order: Order,
    evidence: Evidence,
    known: Mapping[str, Template],
    ask: Ask | None,
    *,
    date: str,
    prompts: PromptGenerator | None = None,
    grown: Grown | None = None,
    told: Told | None = None,
    progress: Progress | None = None,
    process: Process | None = None,
) -> Delivery:
    """Return the documents.

    Args:
        order: What is asked for.
        evidence: What the project says of itself.
        known: The types there are.
        ask: Answers prompts; the embedded author writes if None.
        date: The day, for the documents' origin.
        prompts: Makes the prompts.
        grown: Is told the documents as they grow, where the mode streams.
        told: Is told what came of each as soon as it did.
        progress: What was made before is taken from there.
        process: Makes them all, in a way of its own in place of the order's mode.

    Raises:
        UnknownNameError: If there is no such deliverable.
        UsageError: If some need one another in a circle.
    """
    plan = rounds(order.names, known)
    streams = order.mode is CompletionMode.STREAMING
    above = ""

    async def make(template: Template, earlier: Mapping[str, str]) -> Written:
        nonlocal above
        growth = Growth(grown or _nobody, above) if streams else None
        if ask is None:
            written = offline(template, evidence)
        else:
            wish = replace(order.wish, earlier={**order.wish.earlier, **earlier})
            written = await online(template, evidence, ask, wish, prompts=prompts, growth=growth)
        if streams:
            above = joined(above, written.body.rstrip("\n"))
            (grown or _nobody)(above + "\n")
        return written

    if process is not None:
        outcomes = list(await process(plan, make))
    else:
        outcomes = await make_all(plan, make, order.mode, told=told, progress=progress)
    return Delivery(outcomes=tuple(outcomes), documents=_documents(order, outcomes, evidence, date))


def _documents(
    order: Order, outcomes: Sequence[Outcome], evidence: Evidence, date: str
) -> dict[str, str]:
    made = [(o.template.name, o.written) for o in outcomes if o.written is not None]
    if not order.merged:
        return {n: signed(n, w, date=date, cost=_cost(w)) for n, w in made}
    failed = [(o.template.title, o.error) for o in outcomes if o.written is None]
    parts = [(name, written.body) for name, written in made]
    whole = merge(evidence.name, parts, failed=failed, contents=order.contents)
    lines = [
        signed(name, replace(w, body=""), date=date, cost=_cost(w)).strip() for name, w in made
    ]
    return {MERGED: whole.rstrip("\n") + "\n\n" + "\n".join(lines) + "\n"}


def _cost(written: Written) -> float | None:
    return price(written.usage, model=written.model, base_url="")


def _nobody(_: str) -> None:
    """Nobody looks."""
