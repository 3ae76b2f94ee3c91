"""Somebody who sits at a terminal, and types an answer."""

import os
import pty
import subprocess

from tests.running import InItsOwn


def answered(netlog: InItsOwn, line: str, answer: str) -> tuple[int, str]:
    """How it ends on a terminal on which that is typed, and what is there to read."""
    terminal, there = pty.openpty()
    with subprocess.Popen(
        netlog.command(*line.split()),
        stdin=there,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**netlog.environment, "TZ": "UTC"},
    ) as process:
        os.write(terminal, answer.encode())
        out, err = process.communicate(timeout=60)
    os.close(there)
    os.close(terminal)
    return process.returncode, (out + err).decode()
