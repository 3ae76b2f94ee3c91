"""A database that is well, ways to spoil it, and what doctor then says."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.storage.filled import NOW, TODAY, filled

from netlog.doctor.examination import Examination, Moment, examine
from netlog.doctor.finding import Finding
from netlog.domain.backup import ASKED, Backup
from netlog.locations import Locations
from netlog.storage.backups import make

MOMENT = Moment(TODAY, NOW)


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
        self.locations = Locations(
            self.path, home / "config.toml", home / "state", chosen=False
        )
        home.chmod(0o700)
        self.path.write_bytes(healthy())
        self.path.chmod(0o600)
        program = home / "bin" / "netlog"
        program.parent.mkdir()
        program.write_text("#!/bin/sh\n", encoding="utf-8")
        program.chmod(0o755)

    @property
    def environment(self) -> Mapping[str, str]:
        """The one variable that doctor looks at."""
        return {"PATH": str(self.home / "bin")}

    def back_up(self) -> Backup:
        """Make a backup of how it is now."""
        folder = self.locations.state / "backups"
        return make(self.path, folder, day=TODAY, now=NOW, why=ASKED)

    def spoil(self, *statements: str) -> None:
        """Change the file behind netlog's back."""
        with closing(sqlite3.connect(self.path, isolation_level=None)) as file:
            file.execute("PRAGMA foreign_keys=OFF")
            file.execute("PRAGMA ignore_check_constraints=ON")
            file.execute("PRAGMA writable_schema=ON")
            for statement in statements:
                file.execute(statement)

    def examined(self, moment: Moment = MOMENT) -> Examination:
        """What doctor finds."""
        return examine(self.locations, self.environment, moment)

    def found(self, name: str, moment: Moment = MOMENT) -> tuple[Finding, ...]:
        """What one check finds."""
        return next(
            one.findings for one in self.examined(moment).checks if one.name == name
        )

    def said(self, name: str, moment: Moment = MOMENT) -> list[str]:
        """The sentences of one check."""
        return [finding.sentence for finding in self.found(name, moment)]

    def wrong(self) -> set[str]:
        """The checks that found something."""
        return {one.name for one in self.examined().checks if one.findings}
