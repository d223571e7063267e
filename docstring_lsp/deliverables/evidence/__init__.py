"""What a project says of itself, a file a place it says it in."""
