"""What a document can be written as, a file a format."""
