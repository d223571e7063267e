"""The console script and ``python -m docstring_lsp``."""

import sys


def main() -> None:
    """Run the command line and exit with its status."""
    from docstring_lsp.cli.app import run

    sys.exit(run())


if __name__ == "__main__":
    main()
