"""Workflows: documents that are planned, drafted, criticised and written again."""
