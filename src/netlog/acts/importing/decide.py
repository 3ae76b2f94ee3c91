"""Deciding what becomes of every record before anything is written."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

from netlog.acts.importing.index import Known, bare, index_of
from netlog.domain.details import Keyed, keyed
from netlog.domain.draft import Draft, Unreadable
from netlog.domain.handles import free, stem
from netlog.domain.kinds import cadence_of
from netlog.domain.names import fold
from netlog.domain.spans import after, before, parse_span
from netlog.records import NamedTuple

if TYPE_CHECKING:
    from netlog.storage.recording.people import PeopleRecord

_DETAILS = (("email", "emails"), ("phone", "phones"), ("url", "urls"), ("tag", "tags"))
_SINGLE = ("org", "role", "city", "note", "birthday", "connected_on")


class ForAll(NamedTuple):
    """What everybody in the files gets, what may be written over, who may come.

    `forgotten` lets those in who were forgotten.
    """

    every: str = ""
    kinds: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    known: bool = False
    update: bool = False
    forgotten: bool = False


class Record(NamedTuple):
    """One record and the file it stands in."""

    file: str
    read: Draft | Unreadable


class Decision(NamedTuple):
    """What becomes of one record: 'new', 'found', 'unreadable' or 'forgotten'.

    `key` is the person who is there, or 0; `fields` and `details` what a new
    person has or what somebody who is there could be given.
    """

    what: str
    file: str
    line: int
    name: str
    handle: str = ""
    key: int = 0
    fields: dict[str, Any] = {}  # noqa: RUF012 (never written)
    details: Keyed = {}  # noqa: RUF012 (never written)
    reason: str = ""


def details_of(draft: Draft, for_all: ForAll) -> Keyed:
    """Everything in a record that there can be several of, each once."""
    pairs = [("card", draft.uid)] if draft.uid else []
    for field, attribute in _DETAILS:
        pairs += [(field, value) for value in getattr(draft, attribute)]
    pairs += [("kind", kind) for kind in for_all.kinds]
    return keyed(pairs + [("tag", tag) for tag in for_all.tags])


def decide(
    records: Iterable[Record], people: "PeopleRecord", for_all: ForAll
) -> Iterator[Decision]:
    """One decision a record; records of one import find each other too."""
    index = index_of(people.everybody(), people.all_details())
    taken = people.every_handle()
    coming = 0
    for file, read in records:
        if isinstance(read, Unreadable):
            yield Decision("unreadable", file, read.line, "", reason=read.reason)
            continue
        details = details_of(read, for_all)
        decision = _decision(file, read, details, for_all)
        known = index.find(read.name, read.org, details)
        if known is None:
            coming -= 1
            index.add(_known(coming, read, details))
            handle = _handle(read, taken)
            yield decision._replace(what="new", handle=handle, key=coming)
        else:
            index.link(known, details)
            yield decision._replace(key=known.key)


def _handle(draft: Draft, taken: set[str]) -> str:
    base = stem(draft.name, next(iter(draft.emails), ""))
    handle = free(base, taken.__contains__)
    taken.add(handle)
    return handle


def _known(key: int, draft: Draft, details: Keyed) -> Known:
    held = {pair for pair in details if pair[0] not in {"tag", "kind"}}
    return Known(key, bare(draft.name), fold(draft.org), held)


def _decision(file: str, draft: Draft, details: Keyed, for_all: ForAll) -> Decision:
    fields = {f: getattr(draft, f) for f in _SINGLE if getattr(draft, f)}
    if for_all.every:
        fields["every"] = for_all.every
    if for_all.known:
        fields["known"] = True
    return Decision(
        "found", file, draft.line, draft.name, fields=fields, details=details
    )


def spread(decisions: Iterable[Decision], today: date) -> dict[int, date]:
    """From which day the cadence of each new person runs.

    People who come in together are spread evenly, by day, over one cadence: the
    last of them begins today, the others as if they had begun earlier.
    """
    by_cadence: dict[str, list[int]] = {}
    for one in decisions:
        if one.what == "new":
            kinds = tuple(v for (f, _), v in one.details.items() if f == "kind")
            cadence = cadence_of(one.fields.get("every", ""), kinds)
            by_cadence.setdefault(cadence, []).append(one.key)
    starts: dict[int, date] = {}
    for cadence, keys in by_cadence.items():
        starts |= _over(keys, cadence, today)
    return starts


def _over(keys: list[int], cadence: str, today: date) -> dict[int, date]:
    """Evenly by the day on which the cadence ends, since months are not alike."""
    if not cadence:
        return dict.fromkeys(keys, today)
    span = parse_span(cadence)
    days = (after(today, span) - today).days
    ends = (today + timedelta(days=days * n // len(keys)) for n in count(1))
    return {key: before(end, span) for key, end in zip(keys, ends, strict=False)}
