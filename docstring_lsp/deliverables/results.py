"""The values of the engine for Python: how deliverables are made, and what came of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from docstring_lsp.deliverables.kinds import DeliverableType
from docstring_lsp.deliverables.model import CompletionMode, Template
from docstring_lsp.errors import UsageError
from docstring_lsp.log import LEVELS


@dataclass(slots=True, kw_only=True)
class OrchestrationConfig:
    """How deliverables are made.

    Attributes:
        provider: Who writes; what the user has set up if None. ``static`` for facts alone.
        lm_studio_base_url: The address of LM Studio, where that is the provider.
        lm_studio_api_key: Its key, where it asks for one.
        model_name: The model; the provider's own choice if None.
        max_tokens: The most tokens that one answer may have.
        temperature: For models that take one.
        top_p: The share of likely words to choose from, for models that take it.
        completion_mode: Whether they are made one after the other, at once or piece by piece.
        merge_into_single_document: Whether they become one document.
        include_table_of_contents: Whether that begins with its contents.
        max_retries_per_deliverable: How often each is asked for again at most.
        request_timeout: The seconds that one answer may take.
        enable_logging: Whether what is done is logged.
        log_level: From which level on.
    """

    provider: str | None = None
    lm_studio_base_url: str = "http://localhost:1234/v1"
    lm_studio_api_key: str | None = field(default=None, repr=False)
    model_name: str | None = None
    max_tokens: int = 2048
    temperature: float = 0.7
    top_p: float = 0.9
    completion_mode: CompletionMode = CompletionMode.SEQUENTIAL
    merge_into_single_document: bool = True
    include_table_of_contents: bool = True
    max_retries_per_deliverable: int = 3
    request_timeout: float = 60.0
    enable_logging: bool = False
    log_level: str = "INFO"

    def __post_init__(self) -> None:
        """Hold what is given to what is possible.

        Raises:
            UsageError: If it is not.
        """
        modes = [mode.value for mode in CompletionMode]
        if self.completion_mode not in modes:
            told = f"completion_mode is {self.completion_mode!r}; give one of {', '.join(modes)}"
            raise UsageError(told)
        self.completion_mode = CompletionMode(self.completion_mode)
        if self.log_level.lower() not in LEVELS:
            levels = ", ".join(level.upper() for level in LEVELS)
            raise UsageError(f"log_level is {self.log_level!r}; give one of {levels}")
        least = {"max_tokens": 1, "max_retries_per_deliverable": 0, "request_timeout": 0.001}
        for name, bound in least.items():
            if getattr(self, name) < bound:
                raise UsageError(f"{name} is {getattr(self, name)}; give {bound:g} or more")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliverableResult:
    """What came of one deliverable.

    Attributes:
        deliverable_type: Its type.
        content: The document; empty if there is none.
        success: Whether there is one.
        error_message: Why there is none.
        execution_time: The seconds it took.
        token_usage: The tokens of prompts, of answers, and both.
        prompt_used: What the model was asked first; None where none was.
    """

    deliverable_type: DeliverableType | Template
    content: str
    success: bool
    error_message: str | None = None
    execution_time: float = 0.0
    token_usage: Mapping[str, int] | None = None
    prompt_used: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrchestrationResult:
    """What came of all.

    Attributes:
        deliverable_results: What came of each, in the order in which they are read.
        merged_document: All of them as one; None if that was not wanted, or none is there.
        total_execution_time: The seconds it took.
        total_tokens_used: The tokens of all.
        success_count: How many there are.
        error_count: How many are missing.
        config_used: How they were made.
    """

    deliverable_results: tuple[DeliverableResult, ...]
    merged_document: str | None = None
    total_execution_time: float = 0.0
    total_tokens_used: int = 0
    success_count: int = 0
    error_count: int = 0
    config_used: OrchestrationConfig | None = None
