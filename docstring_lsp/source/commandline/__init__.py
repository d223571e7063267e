"""The commands and options that a module declares."""
