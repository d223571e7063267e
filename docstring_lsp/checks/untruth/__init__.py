"""What a docstring quotes of the code: names, values, examples; each held against it."""
