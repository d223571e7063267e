"""Tasks: a sentence in, the service that answers it out, and its answer."""
