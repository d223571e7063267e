"""One file a form of results; the folder's listing is the registry."""
