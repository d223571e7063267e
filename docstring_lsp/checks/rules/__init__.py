"""One file a family of rules; the folder's listing is the registry."""
