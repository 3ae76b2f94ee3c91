"""Who waits to be thanked: everybody on the path of an outcome."""

from collections.abc import Iterable

from netlog.domain.introduction import Link
from netlog.domain.ledger import Entry, Thank
from netlog.storage import sql
from netlog.storage.recorder import Recorder
from netlog.storage.store import Store
from netlog.storage.traces import MOST, Traces
from netlog.trace.origin import origin_of


class _ReadOnce(Traces):
    """Traces that read what lies before a person once, whatever came from them."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._read: dict[int, list[Link]] = {}

    def ancestry(self, person_id: int, most: int = MOST) -> list[Link]:
        """Somebody's introductions, their introducers' and so on."""
        if person_id not in self._read:
            self._read[person_id] = super().ancestry(person_id, most)
        return self._read[person_id]


def thank_anew(recorder: Recorder, numbers: Iterable[int]) -> None:
    """Write who waits to be thanked for each entry; who was thanked stays so."""
    traces = _ReadOnce(recorder.store)
    for number in numbers:
        entry = recorder.store.one(sql.ENTRY, Entry, id=number)
        if entry:
            people = origin_of(traces, entry).people if entry.is_outcome else set()
            _settle_one(recorder, entry, people)


def _settle_one(recorder: Recorder, entry: Entry, wanted: set[int]) -> None:
    there = recorder.store.ask(sql.THANKS_OF, Thank, entry=entry.id)
    for thank in there:
        if thank.thanked_on is None and thank.person_id not in wanted:
            recorder.delete("thank", thank.id)
    for person in sorted(wanted - {thank.person_id for thank in there}):
        recorder.insert("thank", entry_id=entry.id, person_id=person)
