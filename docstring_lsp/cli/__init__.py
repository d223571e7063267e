"""The command line: a thin face of the core, on click."""
