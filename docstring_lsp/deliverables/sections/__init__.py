"""What can be told of a project from its evidence alone, a file a section."""
