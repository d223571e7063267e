"""What a docstring tells of results, exceptions, attributes and bases, held against the code."""
