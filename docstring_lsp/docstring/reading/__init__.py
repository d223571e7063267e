"""Reads docstrings into their lossless tree, a module a family of styles."""
