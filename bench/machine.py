"""What was measured, on what; nothing that says whose machine it is."""

import os
import platform
import sqlite3
from importlib.metadata import version
from pathlib import Path
from time import strftime


def described() -> str:
    """Date, processor, system and versions in a line."""
    told = (
        strftime("%Y-%m-%d"),
        f"{_processor()}, {os.cpu_count()} cores",
        f"{platform.system()} {platform.machine()}",
        f"Python {platform.python_version()}",
        f"SQLite {sqlite3.sqlite_version}",
        f"Typer {version('typer')}",
        f"netlog {version('netlog-cli')}",
    )
    return " · ".join(told)


def _processor() -> str:
    """The model's name, where the system tells it."""
    known = Path("/proc/cpuinfo")
    lines = known.read_text(encoding="utf-8").splitlines() if known.exists() else []
    names = [line.partition(":")[2] for line in lines if line.startswith("model name")]
    return (names or [platform.processor()])[0].strip() or "unknown processor"
