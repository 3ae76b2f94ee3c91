"""What every test can ask for."""

from pathlib import Path

import pytest
from hypothesis import settings
from tests.running import InItsOwn, InProcess

# The machine may be shared, and a law is no quicker for a deadline.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture
def netlog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> InProcess:
    """Run a command line of netlog within this process, at a home of its own."""
    return InProcess(tmp_path, monkeypatch)


@pytest.fixture
def unnamed(netlog: InProcess) -> InProcess:
    """Run a line where nobody names a database: it is in its usual place."""
    netlog.patch.delenv("NETLOG_DB")
    netlog.db = netlog.home / ".local" / "share" / "netlog" / "netlog.db"
    return netlog


@pytest.fixture
def netlog_process(tmp_path: Path) -> InItsOwn:
    """Run a command line of netlog as a process, at the same home."""
    return InItsOwn(tmp_path)
