"""Print the peak memory of a command in MiB: python peak.py COMMAND [WORDS].

A small process of its own: a child's peak begins with that of whoever starts it.
"""

import os
import sys

_UNIT = 1 if sys.platform == "darwin" else 1024


def peak(words: list[str]) -> float:
    """Run a command in silence; gives its peak in MiB."""
    silence = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    child = os.posix_spawn(words[0], words, os.environ, file_actions=silence)
    _, status, usage = os.wait4(child, 0)
    if status:
        raise SystemExit(f"exit {os.waitstatus_to_exitcode(status)}")
    return usage.ru_maxrss * _UNIT / (1 << 20)


if __name__ == "__main__":
    print(peak(sys.argv[1:]))
