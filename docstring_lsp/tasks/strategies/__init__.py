"""How a task finds its service, a file a way."""
