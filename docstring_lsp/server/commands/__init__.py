"""One file a workspace command."""
