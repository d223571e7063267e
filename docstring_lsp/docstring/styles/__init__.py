"""One file a docstring style; the folder's listing is the registry."""
