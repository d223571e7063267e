"""The use cases, where the server and the command line meet."""
