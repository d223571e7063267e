"""The types of deliverables, a file each."""
