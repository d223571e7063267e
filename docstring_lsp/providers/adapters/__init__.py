"""One file (or folder) a provider; the folder's listing is the registry."""
