"""One file an LSP notification, named after its method."""
