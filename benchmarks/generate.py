"""How many docstrings a second one core writes, and where the time goes.

Every definition of real modules is documented in memory, as ``generate --replace`` does, and
each step is timed for itself.

    python benchmarks/generate.py [--runs N] [--json FILE]
"""
