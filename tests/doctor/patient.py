"""A database that is well, ways to spoil it, and what doctor then says."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.repository.filled import NOW, TODAY, filled

from netlog.backups.files import ASKED, Backup, Backups
from netlog.backups.make import make
from netlog.clock import Clock
from netlog.doctor.finding import Finding
from netlog.doctor.run import Examination, examine
from netlog.locations import Locations

CLOCK = Clock(NOW, TODAY)


@cache
def healthy() -> bytes:
    """A filled database, made once."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "netlog.db"
        filled(path).close()
        return path.read_bytes()


class Patient:
    """A home with a filled database, a shell that finds netlog, and no cron."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.path = home / "netlog.db"
        self.locations = Locations(self.path, home / "config.toml", home / "state")
        home.chmod(0o700)
        self.path.write_bytes(healthy())
        self.path.chmod(0o600)
        program = home / "bin" / "netlog"
        program.parent.mkdir()
        program.write_text("#!/bin/sh\n", encoding="utf-8")
        program.chmod(0o755)

    @property
    def environment(self) -> Mapping[str, str]:
        """The variables that doctor looks at."""
        return {"HOME": str(self.home), "PATH": str(self.home / "bin")}

    def back_up(self) -> Backup:
        """Make a backup of how it is now."""
        folder = self.locations.state / "backups"
        return make(Backups(self.path, folder, TODAY, NOW), ASKED)

    def spoil(self, *statements: str) -> None:
        """Change the file behind netlog's back."""
        with closing(sqlite3.connect(self.path, isolation_level=None)) as file:
            file.execute("PRAGMA foreign_keys=OFF")
            file.execute("PRAGMA ignore_check_constraints=ON")
            file.execute("PRAGMA writable_schema=ON")
            for statement in statements:
                file.execute(statement)

    def examined(self, clock: Clock = CLOCK) -> Examination:
        """What doctor finds."""
        return examine(self.locations, self.environment, clock)

    def found(self, name: str, clock: Clock = CLOCK) -> tuple[Finding, ...]:
        """What one check finds."""
        return next(
            one.findings for one in self.examined(clock).checks if one.name == name
        )

    def said(self, name: str, clock: Clock = CLOCK) -> list[str]:
        """The sentences of one check."""
        return [finding.sentence for finding in self.found(name, clock)]

    def wrong(self) -> set[str]:
        """The checks that found something."""
        return {one.name for one in self.examined().checks if one.findings}
