"""The database as commands write it: one change at a time."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from netlog.domain.journal import Change as Recorded
from netlog.domain.pins import ToPin
from netlog.storage.recorder import Recorder, recording
from netlog.storage.store import Store

if TYPE_CHECKING:
    from netlog.storage.forgotten import Forgotten
    from netlog.storage.recording.introductions import IntroductionRecord
    from netlog.storage.recording.ledger import LedgerRecord
    from netlog.storage.recording.merging import Merging
    from netlog.storage.recording.people import PeopleRecord
    from netlog.storage.recording.planning import PlanningRecord
    from netlog.storage.recording.promises import PromiseRecord
    from netlog.storage.recording.touches import TouchRecord
    from netlog.storage.recording.whole import WholeRecord


class Change:
    """Everything that can be done, and asked about what it is done to."""

    def __init__(self, recorder: Recorder) -> None:
        self.recorder = recorder

    @cached_property
    def people(self) -> "PeopleRecord":
        """Who is there, and how they are taken in, changed and taken out."""
        from netlog.storage.recording.people import PeopleRecord

        return PeopleRecord(self.recorder)

    @cached_property
    def touches(self) -> "TouchRecord":
        """What happened, and how it is logged."""
        from netlog.storage.recording.touches import TouchRecord

        return TouchRecord(self.recorder)

    @cached_property
    def introductions(self) -> "IntroductionRecord":
        """Who introduced whom, and how that is recorded."""
        from netlog.storage.recording.introductions import IntroductionRecord

        return IntroductionRecord(self.recorder)

    @cached_property
    def promises(self) -> "PromiseRecord":
        """What is owed, and how it is kept."""
        from netlog.storage.recording.promises import PromiseRecord

        return PromiseRecord(self.recorder)

    @cached_property
    def ledger(self) -> "LedgerRecord":
        """What was given and got, and how it is recorded."""
        from netlog.storage.recording.ledger import LedgerRecord

        return LedgerRecord(self.recorder)

    @cached_property
    def planning(self) -> "PlanningRecord":
        """What the plan asks, and what it is told."""
        from netlog.storage.recording.planning import PlanningRecord

        return PlanningRecord(self.recorder)

    @cached_property
    def merging(self) -> "Merging":
        """How two people become one."""
        from netlog.storage.recording.merging import Merging

        return Merging(self.recorder)

    @cached_property
    def forgotten(self) -> "Forgotten":
        """Whether somebody was forgotten."""
        from netlog.storage.forgotten import Forgotten

        return Forgotten(self.recorder.store)

    @cached_property
    def whole(self) -> "WholeRecord":
        """Everything there is, and how all of another database is taken in."""
        from netlog.storage.recording.whole import WholeRecord

        return WholeRecord(self.recorder)


@contextmanager
def changing(store: Store, now: datetime, command: str) -> Iterator[Change]:
    """One transaction, one change in the journal."""
    with recording(store, now, command) as recorder:
        yield Change(recorder)


def take_back(store: Store, now: datetime) -> Recorded:
    """Undo the newest change."""
    from netlog.storage.recording.turning import undo

    with store.transaction():
        return undo(Recorder(store, now))


def do_again(store: Store, now: datetime) -> Recorded:
    """Redo what was undone last."""
    from netlog.storage.recording.turning import redo

    with store.transaction():
        return redo(Recorder(store, now))


def pin_people(store: Store, now: datetime, wanted: Sequence[ToPin]) -> None:
    """Pin people to their slots, outside the journal; a pin that is there stays."""
    from netlog.storage.recording.planning import pin

    with store.transaction():
        pin(Recorder(store, now), wanted)
