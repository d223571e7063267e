"""The settings: what there is, where it is read from, and how it is checked."""
