"""The console script and ``python -m docstring_lsp``."""

import gc
import sys

_ALLOCATIONS = 50_000
"""Objects made before the collector looks for garbage: what imports make is none."""


def main() -> None:
    """Run the command line and exit with its status."""
    from docstring_lsp.cli.replay import recording, replay

    gc.set_threshold(_ALLOCATIONS, 10, 10)
    arguments = sys.argv[1:]
    status = replay(arguments)
    if status is None:
        from docstring_lsp.cli.app import run

        status = run(recording=recording(arguments))
    sys.exit(status)


if __name__ == "__main__":
    main()
