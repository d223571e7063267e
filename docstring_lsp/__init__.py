"""docstring-lsp: a docstring engine that lives in the editor.

Importing the package is cheap: it gives the version. The public names beside it are each
imported from where they live when they are asked for.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as `typing` has it, whose import takes as long as starting Python

__version__ = "0.1.0"

if TYPE_CHECKING:
    from typing import Any

    from docstring_lsp.deliverables.kinds import DeliverableType as DeliverableType
    from docstring_lsp.deliverables.model import CompletionMode as CompletionMode
    from docstring_lsp.deliverables.orchestration import OrchestrationEngine as OrchestrationEngine
    from docstring_lsp.deliverables.orchestration import quick_generate as quick_generate
    from docstring_lsp.deliverables.prompting import PromptGenerator as PromptGenerator
    from docstring_lsp.deliverables.results import DeliverableResult as DeliverableResult
    from docstring_lsp.deliverables.results import OrchestrationConfig as OrchestrationConfig
    from docstring_lsp.deliverables.results import OrchestrationResult as OrchestrationResult
    from docstring_lsp.engine.orchestrator import TemplateOrchestrator as TemplateOrchestrator
    from docstring_lsp.engine.result import GenerationResult as GenerationResult
    from docstring_lsp.engine.style_names import DocstringStyle as DocstringStyle
    from docstring_lsp.tasks.execute import create_orchestrator as create_orchestrator
    from docstring_lsp.tasks.model import ExecutionConfig as ExecutionConfig
    from docstring_lsp.tasks.model import RoutingConfig as RoutingConfig
    from docstring_lsp.tasks.model import TaskConfig as TaskConfig
    from docstring_lsp.tasks.model import TaskResult as TaskResult
    from docstring_lsp.tasks.registry import ServiceRegistry as ServiceRegistry
    from docstring_lsp.tasks.strategies.capability import CapabilityStrategy as CapabilityStrategy
    from docstring_lsp.tasks.strategies.composite import CompositeStrategy as CompositeStrategy
    from docstring_lsp.tasks.strategies.keyword import KeywordStrategy as KeywordStrategy
    from docstring_lsp.tasks.strategy import RoutingStrategy as RoutingStrategy
    from docstring_lsp.workflow.blocking import LLMOptimizer as LLMOptimizer
    from docstring_lsp.workflow.blocking import WorkflowController as WorkflowController
    from docstring_lsp.workflow.model import GenerationConfig as GenerationConfig
    from docstring_lsp.workflow.model import GenerationScope as GenerationScope
    from docstring_lsp.workflow.optimizer import OptimizerConfig as OptimizerConfig

_PUBLIC = {
    "CapabilityStrategy": "tasks.strategies.capability",
    "CompletionMode": "deliverables.model",
    "CompositeStrategy": "tasks.strategies.composite",
    "DeliverableResult": "deliverables.results",
    "DeliverableType": "deliverables.kinds",
    "DocstringStyle": "engine.style_names",
    "ExecutionConfig": "tasks.model",
    "GenerationConfig": "workflow.model",
    "GenerationResult": "engine.result",
    "GenerationScope": "workflow.model",
    "KeywordStrategy": "tasks.strategies.keyword",
    "LLMOptimizer": "workflow.blocking",
    "OptimizerConfig": "workflow.optimizer",
    "OrchestrationConfig": "deliverables.results",
    "OrchestrationEngine": "deliverables.orchestration",
    "OrchestrationResult": "deliverables.results",
    "PromptGenerator": "deliverables.prompting",
    "RoutingConfig": "tasks.model",
    "RoutingStrategy": "tasks.strategy",
    "ServiceRegistry": "tasks.registry",
    "TaskConfig": "tasks.model",
    "TaskResult": "tasks.model",
    "TemplateOrchestrator": "engine.orchestrator",
    "WorkflowController": "workflow.blocking",
    "create_orchestrator": "tasks.execute",
    "quick_generate": "deliverables.orchestration",
}
"""Where each public name lives."""


def __getattr__(name: str) -> Any:
    """Return a public name from where it lives.

    Raises:
        AttributeError: If there is none of that name.
    """
    if name not in _PUBLIC:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_PUBLIC[name]}"), name)


def __dir__() -> list[str]:
    """Return what the package has, the public names included."""
    return sorted([*globals(), *_PUBLIC])
