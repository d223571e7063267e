"""One file an LSP request, named after its method."""
