"""Docstrings: the model, the styles that render it, and how a project's style is told."""
