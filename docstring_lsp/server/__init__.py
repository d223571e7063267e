"""The language server: a thin face of the core, on pygls."""
