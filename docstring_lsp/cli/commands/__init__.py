"""One file a subcommand; the folder's listing is the registry."""
