"""python -m netlog, and the command netlog."""

import gc
import os
import sys


def main() -> None:
    """Run the command line and leave with its exit code, without tidying up."""
    gc.disable()
    # Whatever makes a file on the way, SQLite or Typer, makes it for the user alone.
    os.umask(0o077)
    # Typer has no use for rich here: pages are written by netlog.output.
    os.environ.setdefault("TYPER_USE_RICH", "0")
    from netlog.cli import run
    from netlog.streams import leave

    gc.freeze()
    leave(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
