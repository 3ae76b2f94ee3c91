"""What every test can ask for."""

import sys
from pathlib import Path

import pytest

# Tests find what they share as tests.…, however pytest was started.
sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.running import InItsOwn, InProcess


@pytest.fixture
def netlog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> InProcess:
    """Run a command line of netlog within this process, at a home of its own."""
    return InProcess(tmp_path, monkeypatch)


@pytest.fixture
def netlog_process(tmp_path: Path) -> InItsOwn:
    """Run a command line of netlog as a process, at the same home."""
    return InItsOwn(tmp_path)
