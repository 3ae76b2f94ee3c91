"""Who waits to be thanked: everybody on the path of an outcome."""

from collections.abc import Iterable

from netlog.domain.ledger import Entry, Thank
from netlog.storage import sql
from netlog.storage.recorder import Recorder


def settle_thanks(recorder: Recorder, numbers: Iterable[int]) -> None:
    """Write who waits to be thanked for each entry; who was thanked stays so."""
    for number in numbers:
        entry = recorder.store.one(sql.ENTRY, Entry, id=number)
        if entry:
            _settle_one(recorder, entry)


def _settle_one(recorder: Recorder, entry: Entry) -> None:
    wanted = _on_the_path(recorder, entry) if entry.is_outcome else set()
    there = recorder.store.ask(sql.THANKS_OF, Thank, entry=entry.id)
    for thank in there:
        if thank.thanked_on is None and thank.person_id not in wanted:
            recorder.delete("thank", thank.id)
    for person in sorted(wanted - {thank.person_id for thank in there}):
        recorder.insert("thank", entry_id=entry.id, person_id=person)


def _on_the_path(recorder: Recorder, entry: Entry) -> set[int]:
    from netlog.storage.traces import Traces
    from netlog.trace.origin import origin_of

    return origin_of(Traces(recorder.store), entry).people
