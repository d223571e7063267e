"""The values of a task: how it is routed and executed, and what came of it.

Knows no service and no strategy.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, Protocol

from docstring_lsp.errors import UnknownNameError, UsageError


class Service(Protocol):
    """Anything that answers tasks.

    A service may also have ``keywords`` and ``capabilities``, collections of words by which the
    strategies of `docstring_lsp.tasks.strategies` find it.
    """

    async def execute(self, task: str, **kwargs: Any) -> Any:
        """Return the answer to a task."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskConfig:
    """How tasks are executed.

    Attributes:
        max_parallel: How many run at once, 1 at least.
        timeout_seconds: The time one try may take.
        retry_on_failure: Whether a try that failed is followed by another.
        max_retries: How many further tries there are.

    Raises:
        UsageError: If a number is not one that makes sense.
    """

    max_parallel: int = 3
    timeout_seconds: float = 300
    retry_on_failure: bool = True
    max_retries: int = 2

    def __post_init__(self) -> None:
        """Refuse what no task could be executed with."""
        if self.max_parallel < 1:
            raise UsageError(f"max_parallel is {self.max_parallel}; give 1 or more")
        if self.timeout_seconds <= 0:
            raise UsageError(f"timeout_seconds is {self.timeout_seconds}; give more than 0")
        if self.max_retries < 0:
            raise UsageError(f"max_retries is {self.max_retries}; give 0 or more")

    @property
    def tries(self) -> int:
        """How often a task is tried at most."""
        return 1 + (self.max_retries if self.retry_on_failure else 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutingConfig:
    """How tasks find their services.

    Attributes:
        use_keyword_matching: Whether the words of a task count.
        use_capability_matching: Whether what a task needs counts.
        fallback_service: Who is asked where no service is likely enough.
        confidence_threshold: How likely a service must be to be asked, from 0 to 1.

    Raises:
        UsageError: If the threshold is outside of that.
    """

    use_keyword_matching: bool = True
    use_capability_matching: bool = True
    fallback_service: str = "chat"
    confidence_threshold: float = 0.5

    def __post_init__(self) -> None:
        """Refuse a threshold that is no confidence."""
        if not 0 <= self.confidence_threshold <= 1:
            told = self.confidence_threshold
            raise UsageError(f"confidence_threshold is {told}; give a number from 0 to 1")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExecutionConfig:
    """Both configurations together.

    Attributes:
        task_config: How tasks are executed.
        routing_config: How they find their services.
    """

    task_config: TaskConfig = field(default_factory=TaskConfig)
    routing_config: RoutingConfig = field(default_factory=RoutingConfig)

    @classmethod
    def create(cls, **options: Any) -> ExecutionConfig:
        """Return a configuration from the options of both.

        Args:
            **options: Those of `TaskConfig` and `RoutingConfig`; what is not given is as there.

        Raises:
            UsageError: If a number makes no sense.
            UnknownNameError: If there is no such option.
        """
        of_tasks = {f.name for f in fields(TaskConfig)}
        known = of_tasks | {f.name for f in fields(RoutingConfig)}
        for name in options:
            if name not in known:
                raise UnknownNameError("option", name, sorted(known))
        return cls(
            task_config=TaskConfig(**{k: v for k, v in options.items() if k in of_tasks}),
            routing_config=RoutingConfig(**{k: v for k, v in options.items() if k not in of_tasks}),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Which service a task goes to, and why.

    Attributes:
        service: The service's name.
        confidence: How likely it is the right one, from 0 to 1; 0 for the fallback.
        scores: What each service was given, the most likely first.
        reason: Why it was chosen, in one line.
    """

    service: str
    confidence: float
    scores: tuple[tuple[str, float], ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskResult:
    """What came of a task.

    Attributes:
        service_name: Who was asked.
        success: Whether it answered.
        result: Its answer; None if it gave none.
        error: Why there is none, in one line; None if there is one.
        execution_time: The seconds it took, all tries together.
        task: What was asked.
        tries: How often it was tried.
        route: How the service was found; None where it was named.
    """

    service_name: str
    success: bool
    result: Any = None
    error: str | None = None
    execution_time: float = 0.0
    task: str = ""
    tries: int = 0
    route: Route | None = None
