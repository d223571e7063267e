"""Within which bounds programs have docstrings generated; values only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerationConfig:
    """Within which bounds docstrings are generated.

    Attributes:
        max_retries: How often what may pass is asked again.
        timeout: The seconds one provider may take, all of its tries together.
        cache_ttl: The seconds an answer is kept in the storage.
        parallel_attempts: How many providers may be asked for one docstring; 1 for no fallback.
        race_delay: The seconds after which the fallback joins; ``auto`` for twice the usual
            time of the first, ``off`` to wait for its error.
    """

    max_retries: int = 3
    timeout: float = 30.0
    cache_ttl: int = 3600
    parallel_attempts: int = 2
    race_delay: float | str = "auto"
