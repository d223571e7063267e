"""The rooms behind `docstring_lsp.source.extract`: from the cut of a definition to its facts."""
