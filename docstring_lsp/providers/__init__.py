"""Providers: who can write the prose of a docstring."""
