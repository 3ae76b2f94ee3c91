"""A folder in memory, where there is one: what is not about a disk is quicker so."""

import os
from pathlib import Path

_MEMORY = Path("/dev/shm")  # noqa: S108 (a fresh folder in it is made)


def in_memory() -> Path | None:
    """Where a fresh folder is best made; None for wherever they are made."""
    return _MEMORY if os.access(_MEMORY, os.W_OK) else None
