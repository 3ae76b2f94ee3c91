"""Taking a whole export in, exactly as it is, into a database with nobody in it."""

from collections.abc import Iterable, Iterator, Mapping

from netlog.domain.person import ME_ID
from netlog.domain.whole import LARGEST, MEND, Contents, Row
from netlog.errors import DatabaseError, RefusedError, UsageError
from netlog.storage import sql
from netlog.storage.opening import CURRENT_VERSION
from netlog.storage.recorder import Raw, Recorder
from netlog.storage.recording.taking import MARKS, NOT_NEW, Taking
from netlog.storage.whole import COUNTED, EXPORTED, Whole, every_row

_HIGHEST = LARGEST // 2


class WholeRecord(Whole):
    """Everything in the file, and taking in everything that another had."""

    def __init__(self, recorder: Recorder) -> None:
        super().__init__(recorder.store)
        self.recorder = recorder

    def take_in(
        self, contents: Contents, rows: Iterable[tuple[str, Row]]
    ) -> Mapping[str, int]:
        """Put every row in, with its number and uid; gives how many of each table.

        RefusedError where somebody is there, UsageError where a row cannot be.
        """
        _refuse_newer(contents)
        self._make_room()
        own = self._step_aside()
        taking = Taking(self.recorder, older=contents.version < CURRENT_VERSION)
        for table, row in rows:
            taking.put(table, row)
        _refuse_others(contents, taking.counts)
        self._refuse_dangling()
        self._go_on_from(contents)
        self._step_behind(own)
        self._refuse_high()
        taking.note()
        return taking.counts

    def _make_room(self) -> None:
        """Refuse where anything is there; pins of people who are gone are nothing."""
        if any(key != ME_ID for key in self._keys("person")):
            raise RefusedError(*NOT_NEW)
        for key in list(self._keys("pin")):
            self.recorder.take("pin", key)
        others = set(COUNTED) - {"person", *MARKS}
        if any(True for table in others for _ in self._keys(table)):
            raise RefusedError(*NOT_NEW)

    def _keys(self, table: str) -> Iterator[int]:
        """The numbers of the rows that are there."""
        return (row[0] for row in self.store.connection.execute(every_row(table)))

    def _step_aside(self) -> Raw:
        """Give the number of this change back: it may be that of one in the file."""
        self.store.connection.execute("PRAGMA defer_foreign_keys=ON")
        own = self.recorder.raw("change", self.recorder.number)
        self.recorder.take("change", self.recorder.number)
        return own

    def _step_behind(self, own: Raw) -> None:
        """Let this change be the newest, so that undo takes it back first."""
        last = max(self.last_number("change"), self.store.number(sql.LAST_MENTIONED))
        self.recorder.number = self.recorder.put("change", own | {"id": last + 1})

    def _refuse_dangling(self) -> None:
        """Whatever order the tables came in, every row points at one that is there."""
        check = self.store.connection.execute("PRAGMA foreign_key_check")
        for table, number, other, _ in check:
            raise UsageError(
                f"{table} {number} points at a {other} that is not there.", MEND
            )

    def _go_on_from(self, contents: Contents) -> None:
        """No number that was given to somebody or something is given again."""
        execute = self.store.connection.execute
        for table in COUNTED:
            last = contents.numbers.get(table, 0)
            if last > self.last_number(table):
                values = {"name": table, "seq": last}
                execute("DELETE FROM sqlite_sequence WHERE name = :name", values)
                execute("INSERT INTO sqlite_sequence VALUES (:name, :seq)", values)

    def _refuse_high(self) -> None:
        """Numbers that are given from now on must fit an export, too."""
        if max(map(self.last_number, EXPORTED)) > _HIGHEST:
            raise UsageError("The numbers in the file are too high.", MEND)


def _refuse_newer(contents: Contents) -> None:
    if contents.version > CURRENT_VERSION:
        raise DatabaseError(
            "This export was written by a newer netlog.",
            "Upgrade netlog: pipx upgrade netlog-cli",
        )


def _refuse_others(contents: Contents, counts: Mapping[str, int]) -> None:
    """What the file says it holds, and what it holds, are the same."""
    for table in contents.counts.keys() | counts.keys():
        said, found = contents.counts.get(table, 0), counts.get(table, 0)
        if said != found:
            raise UsageError(
                f"The file says it has {said} of {table}, and it has {found}.", MEND
            )
