"""docstring-lsp: a docstring engine that lives in the editor.

Importing the package is cheap: it gives the version and nothing else.
"""

__version__ = "0.1.0"
