"""Deliverables: documents about a project, from what it says of itself and what is added."""
