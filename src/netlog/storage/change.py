"""The database as commands write it: one change at a time."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from netlog.domain.journal import Change as Recorded
from netlog.domain.pins import ToPin
from netlog.storage.recorder import Recorder, recording
from netlog.storage.recording.introductions import IntroductionRecord
from netlog.storage.recording.people import PeopleRecord
from netlog.storage.recording.planning import PlanningRecord, pin
from netlog.storage.recording.promises import PromiseRecord
from netlog.storage.recording.touches import TouchRecord
from netlog.storage.recording.turning import redo, undo
from netlog.storage.store import Store


class Change:
    """Everything that can be done, and asked about what it is done to."""

    def __init__(self, recorder: Recorder) -> None:
        self.recorder = recorder
        self.people = PeopleRecord(recorder)
        self.touches = TouchRecord(recorder)
        self.introductions = IntroductionRecord(recorder)
        self.promises = PromiseRecord(recorder)
        self.planning = PlanningRecord(recorder)


@contextmanager
def changing(store: Store, now: datetime, command: str) -> Iterator[Change]:
    """One transaction, one change in the journal."""
    with recording(store, now, command) as recorder:
        yield Change(recorder)


def take_back(store: Store, now: datetime) -> Recorded:
    """Undo the newest change."""
    with store.transaction():
        return undo(Recorder(store, now))


def do_again(store: Store, now: datetime) -> Recorded:
    """Redo what was undone last."""
    with store.transaction():
        return redo(Recorder(store, now))


def pin_people(store: Store, now: datetime, wanted: Sequence[ToPin]) -> None:
    """Pin people to their slots, outside the journal; a pin that is there stays."""
    with store.transaction():
        pin(Recorder(store, now), wanted)
