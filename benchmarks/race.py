"""What a second provider is worth: three policies against a server whose answers come late or not.

Two servers on this machine answer in a time that varies as models' do (log-normal, its 99th
percentile 1.7 times its median); of a hundred answers five take ten times as long, and two are
errors. The whole engine asks them over real sockets. The ideal is a server without the late ones
and the errors. Each percentile is compared with the ideal's.

    python benchmarks/race.py [--answers N] [--json FILE] [--svg FILE]
"""

from __future__ import annotations

import argparse
import asyncio
import json
import math
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from docstring_lsp.engine.ledger import Ledger  # noqa: E402
from docstring_lsp.engine.models import Models  # noqa: E402
from docstring_lsp.providers.base import Prompt, Request  # noqa: E402
from docstring_lsp.settings.model import Endpoint, Settings  # noqa: E402
from tests.servers.chat import ChatServer  # noqa: E402
from tests.servers.core import Answer, Exchange, Server, as_json, serving  # noqa: E402

MEDIAN = 0.5
SPREAD = math.log(1.7) / 2.326
LATE, LATE_TIMES = 0.05, 10
ERRORS = 0.02
AT_ONCE = 16

POLICIES: dict[str, dict[str, Any]] = {
    "ideal": {"fallback": ""},
    "one provider": {"fallback": ""},
    "on an error only": {"race_delay": "off"},
    "both at once": {"race_delay": 0.0},
    "after twice the median": {"race_delay": "auto"},
}
CHOSEN = "after twice the median"
LIMITS = {"p50": 1.05, "p99": 2.0, "requests": 1.08, "open": 0}
COLORS = ("#8a8a8a", "#b8860b", "#c0392b", "#2471a3", "#1e8449")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """How one policy fared.

    Attributes:
        policy: Which.
        p50: Its median in seconds.
        p90: Its 90th percentile.
        p99: Its 99th.
        p50_ratio: Its median in ideals.
        p99_ratio: Its 99th percentile in ideals.
        requests: The requests an answer took.
        failed: The answers that did not come.
        open: The sockets that were open at the end.
        seconds: Every answer's time, in order of size.
    """

    policy: str
    p50: float
    p90: float
    p99: float
    p50_ratio: float
    p99_ratio: float
    requests: float
    failed: int
    open: int
    seconds: Sequence[float]


def main() -> int:
    """Measure, print a table, draw, and exit with 1 where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--answers", type=int, default=1200, help="how many, of each policy")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    parser.add_argument("--svg", type=Path, help="where to draw them")
    arguments = parser.parse_args()
    rows = asyncio.run(measure(arguments.answers))
    print(f"{'policy':<26} {'p50':>6} {'p90':>6} {'p99':>6}  of the ideal's  requests  open")
    for row in rows:
        print(
            f"{row.policy:<26} {row.p50:>6.3f} {row.p90:>6.3f} {row.p99:>6.3f}"
            f"  p50 {row.p50_ratio:.2f} p99 {row.p99_ratio:.2f}  {row.requests:>8.3f} {row.open:>5}"
            + (f"  ({row.failed} failed)" if row.failed else "")
        )
    if arguments.json:
        told = [{k: v for k, v in asdict(row).items() if k != "seconds"} for row in rows]
        arguments.json.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    if arguments.svg:
        arguments.svg.write_text(drawn(rows), encoding="utf-8")
    return int(bool(list(over(rows))))


def over(rows: Sequence[Row]) -> Sequence[str]:
    """Return which limits the chosen policy passes."""
    row = next(row for row in rows if row.policy == CHOSEN)
    figures = {
        "p50": row.p50_ratio,
        "p99": row.p99_ratio,
        "requests": row.requests,
        "open": sum(row.open for row in rows) + row.failed,
    }
    passed = [name for name, limit in LIMITS.items() if figures[name] > limit]
    for name in passed:
        print(f"over the limit: {name} is {figures[name]:.3f}, at most {LIMITS[name]}")
    return passed


async def measure(answers: int) -> list[Row]:
    """Return a row a policy."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        for policy, settings in POLICIES.items():
            ledger = Ledger(Path(folder) / policy)
            ideal = rows[0] if rows else None
            rows.append(await _measured(policy, settings, answers, ledger, ideal))
    return rows


async def _measured(
    policy: str, settings: dict[str, Any], answers: int, ledger: Ledger, ideal: Row | None
) -> Row:
    flawed = policy != "ideal"
    async with (
        serving(ChatServer(), _Model(1, flawed)) as first,
        serving(ChatServer(limit="max_completion_tokens"), _Model(2, flawed)) as second,
    ):
        endpoints = {"compatible": first.url + "/v1", "openai-chat": second.url + "/v1"}
        given = {
            "provider": "compatible",
            "fallback": "openai-chat",
            "concurrency": 64,
            "cache": False,
            "providers": {n: Endpoint(base_url=u, model="m") for n, u in endpoints.items()},
            **settings,
        }
        models = Models(Settings(**given), environment={"OPENAI_API_KEY": "none"}, ledger=ledger)
        # Imports, connections and a first idea of the usual time are there before it counts.
        await _asked(models, 3 * AT_ONCE)
        before = len(first.asked) + len(second.asked)
        seconds, failed = await _asked(models, answers)
        await models.aclose()
        left = await _left_open(first, second)
        asked = len(first.asked) + len(second.asked) - before
    p50, p90, p99 = (_percentile(seconds, share) for share in (0.5, 0.9, 0.99))
    return Row(
        policy=policy,
        p50=p50,
        p90=p90,
        p99=p99,
        p50_ratio=p50 / (ideal.p50 if ideal else p50),
        p99_ratio=p99 / (ideal.p99 if ideal else p99),
        requests=asked / answers,
        failed=failed,
        open=left,
        seconds=seconds,
    )


class _Model:
    """Answers after a time that is drawn, the same for the same number in every run."""

    def __init__(self, seed: int, flawed: bool) -> None:
        self._random = random.Random(seed)
        self._flawed = flawed

    async def __call__(self, exchange: Exchange, answer: Answer) -> None:
        seconds = MEDIAN * math.exp(SPREAD * self._random.gauss(0, 1))
        fate = self._random.random()
        if self._flawed and fate < ERRORS:
            seconds, answer = seconds / 2, as_json({"error": {"message": "scripted"}}, 500)
        elif self._flawed and fate < ERRORS + LATE:
            seconds *= LATE_TIMES
        if not await _is_left(exchange, seconds):
            await exchange.send(answer)


async def _is_left(exchange: Exchange, seconds: float) -> bool:
    """Wait, and return whether the client closed its socket meanwhile."""
    try:
        await asyncio.wait_for(exchange.hang(), seconds)
    except (TimeoutError, asyncio.TimeoutError):
        return False
    return True


async def _asked(models: Models, answers: int) -> tuple[list[float], int]:
    """Return how long each answer took, in order of size, and how many did not come."""
    taken: list[float] = []
    failed = 0
    numbers = iter(range(answers))

    async def ask() -> None:
        nonlocal failed
        for number in numbers:
            prompt = Prompt(system="You help.", user=(f"Question {number}.",))
            start = time.perf_counter()
            try:
                await models.reply(Request(prompt=prompt))
            except Exception:
                failed += 1
                continue
            taken.append(time.perf_counter() - start)

    await asyncio.gather(*(ask() for _ in range(AT_ONCE)))
    return sorted(taken), failed


async def _left_open(*servers: Server) -> int:
    """Return how many sockets are open once the servers have seen the others closed."""
    for _ in range(100):
        if not any(server.open for server in servers):
            return 0
        await asyncio.sleep(0.01)
    return sum(server.open for server in servers)


def _percentile(ordered: Sequence[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)]


WIDTH, HEIGHT = 760, 420
_LEFT, _RIGHT, _TOP, _BOTTOM = 60, 210, 40, 50
_TICKS = (0.5, 0.9, 0.95, 0.99, 0.999)


def drawn(rows: Sequence[Row]) -> str:
    """Return the plot: for each policy how long the slowest answers take, in ideal medians."""
    unit = rows[0].p50
    top = max(_percentile(row.seconds, 0.999) for row in rows) / unit

    def across(share: float) -> float:
        # Each step to the right halves how many answers are slower.
        return _LEFT + (WIDTH - _LEFT - _RIGHT) * (-math.log2(1 - share) / 10)

    def up(times: float) -> float:
        return HEIGHT - _BOTTOM - (HEIGHT - _TOP - _BOTTOM) * times / top

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        ' font-family="sans-serif" font-size="13">',
        "<title>How long answers take under each policy</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        f'<text x="{_LEFT}" y="22" font-size="15">Time of the slowest answers,'
        " in medians of a server without faults</text>",
    ]
    for times in range(0, math.ceil(top), 2):
        y = up(times)
        parts.append(
            f'<path d="M{_LEFT} {y:.1f}H{WIDTH - _RIGHT}" stroke="#e4e4e4"/>'
            f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{times}</text>'
        )
    for share in _TICKS:
        x = across(share)
        parts.append(
            f'<path d="M{x:.1f} {_TOP}V{HEIGHT - _BOTTOM}" stroke="#e4e4e4"/>'
            f'<text x="{x:.1f}" y="{HEIGHT - _BOTTOM + 18}" text-anchor="middle">'
            f"{share * 100:g}%</text>"
        )
    parts.append(
        f'<text x="{(_LEFT + WIDTH - _RIGHT) / 2:.0f}" y="{HEIGHT - 10}" text-anchor="middle">'
        "share of answers that are faster</text>"
    )
    shares = [1 - 2 ** (-step / 12) for step in range(120)]
    for number, (row, color) in enumerate(zip(rows, COLORS, strict=True)):
        points = " ".join(
            f"{across(share):.1f},{up(_percentile(row.seconds, share or 1e-9) / unit):.1f}"
            for share in shares
        )
        dash = ' stroke-dasharray="5 4"' if row.policy == "ideal" else ""
        y = _TOP + 20 + 40 * number
        parts.append(
            f'<polyline points="{points}" fill="none" stroke="{color}" stroke-width="2"{dash}/>'
            f'<path d="M{WIDTH - _RIGHT + 14} {y - 4}h22" stroke="{color}" stroke-width="2"{dash}/>'
            f'<text x="{WIDTH - _RIGHT + 42}" y="{y}">{row.policy}</text>'
            f'<text x="{WIDTH - _RIGHT + 42}" y="{y + 16}" fill="#666666" font-size="11">'
            f"{row.requests:.2f} requests an answer</text>"
        )
    return "\n".join([*parts, "</svg>"]) + "\n"


if __name__ == "__main__":
    sys.exit(main())
