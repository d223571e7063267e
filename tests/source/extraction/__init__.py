"""Tests of what extraction is made of."""
