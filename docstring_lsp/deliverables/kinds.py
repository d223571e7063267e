"""The types of this package by name, for those who call them from Python."""

from __future__ import annotations

from enum import Enum


class DeliverableType(str, Enum):
    """A type of deliverable that comes with this package; a project's own go by their names."""

    PROBLEM_STATEMENT = "problem-statement"
    PERSONAS = "personas"
    USE_CASES = "use-cases"
    TOOL_OUTLINE = "tool-outline"
    README = "readme"
    ARCHITECTURE = "architecture"
    API_REFERENCE = "api-reference"
    CLI_REFERENCE = "cli-reference"
    GLOSSARY = "glossary"
    TEST_PLAN = "test-plan"
    CHANGELOG = "changelog"
    ONBOARDING = "onboarding"
    WALKTHROUGH_SCRIPT = "walkthrough-script"
