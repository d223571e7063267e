"""Reads what a project's tools say of its docstrings, a module a kind of file."""
