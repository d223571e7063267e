# Nothing but a comment.
"""The module ``only_comment``."""
