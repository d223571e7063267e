"""Checks: what is wrong with the docstrings of a file."""
