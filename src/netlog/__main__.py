"""python -m netlog, and the command netlog."""

import gc
import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    gc.disable()
    from netlog.cli import run

    gc.freeze()
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
