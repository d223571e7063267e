# Nothing but a comment.
"""The module C{only_comment}."""
