"""Deciding what becomes of every record before anything is written."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from netlog.acts.importing.index import Index, Known, index_of
from netlog.domain.details import detail_key
from netlog.domain.draft import Draft, Unreadable
from netlog.domain.handles import free, stem
from netlog.domain.kinds import cadence_of
from netlog.domain.names import fold
from netlog.domain.spans import before, parse_span

if TYPE_CHECKING:
    from netlog.storage.recording.people import PeopleRecord

_DETAILS = (("email", "emails"), ("phone", "phones"), ("url", "urls"), ("tag", "tags"))
_SINGLE = ("org", "role", "city", "note", "birthday", "connected_on")


class ForAll(NamedTuple):
    """What everybody in the files gets, and what may be written over."""

    every: str = ""
    kinds: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    known: bool = False
    update: bool = False


class Decision(NamedTuple):
    """What becomes of one record: 'new', 'found' or 'unreadable'.

    `key` is the person who is there, or 0; `fields` and `details` what a new
    person has or what somebody who is there could be given.
    """

    what: str
    line: int
    name: str
    handle: str = ""
    key: int = 0
    fields: dict[str, Any] = {}  # noqa: RUF012 (never written)
    details: tuple[tuple[str, str], ...] = ()
    reason: str = ""


def pairs_of(draft: Draft, for_all: ForAll) -> tuple[tuple[str, str], ...]:
    """Everything in a record that there can be several of, each once."""
    found = {("card", draft.uid): draft.uid} if draft.uid else {}
    for field, attribute in _DETAILS:
        for value in getattr(draft, attribute):
            found.setdefault((field, detail_key(field, value)), value)
    for field, values in (("kind", for_all.kinds), ("tag", for_all.tags)):
        for value in values:
            found.setdefault((field, detail_key(field, value)), value)
    return tuple((field, value) for (field, _), value in found.items())


def decide(
    records: Iterable[Draft | Unreadable], people: "PeopleRecord", for_all: ForAll
) -> Iterator[Decision]:
    """One decision a record; records of one file find each other too."""
    index = index_of(people.everybody(), people.all_details())
    taken = people.every_handle()
    coming = 0
    for record in records:
        if isinstance(record, Unreadable):
            yield Decision("unreadable", record.line, "", reason=record.reason)
            continue
        pairs = pairs_of(record, for_all)
        known = index.find(record.name, record.org, pairs)
        if known is None:
            coming -= 1
            handle = _handle(record, taken)
            index.add(_known(coming, record, pairs))
            yield _decision("new", record, pairs, for_all)._replace(
                handle=handle, key=coming
            )
        else:
            for pair in pairs:
                index.link(known, (pair[0], detail_key(*pair)))
            yield _decision("found", record, pairs, for_all)._replace(key=known.key)


def _handle(draft: Draft, taken: set[str]) -> str:
    base = stem(draft.name, next(iter(draft.emails), ""))
    handle = free(base, taken.__contains__)
    taken.add(handle)
    return handle


def _known(key: int, draft: Draft, pairs: Iterable[tuple[str, str]]) -> Known:
    held = {(f, detail_key(f, v)) for f, v in pairs if f not in {"tag", "kind"}}
    return Known(key, fold(draft.name), fold(draft.org), held)


def _decision(
    what: str, draft: Draft, pairs: tuple[tuple[str, str], ...], for_all: ForAll
) -> Decision:
    fields = {f: getattr(draft, f) for f in _SINGLE if getattr(draft, f)}
    if for_all.every:
        fields["every"] = for_all.every
    if for_all.known:
        fields["known"] = True
    return Decision(what, draft.line, draft.name, fields=fields, details=pairs)


def spread(decisions: Iterable[Decision], today: date) -> dict[int, date]:
    """From which day the cadence of each new person runs.

    People who come in together are spread evenly, by day, over one cadence: the
    last of them begins today, the others as if they had begun earlier.
    """
    by_cadence: dict[str, list[int]] = {}
    for one in decisions:
        if one.what == "new":
            kinds = tuple(value for field, value in one.details if field == "kind")
            cadence = cadence_of(one.fields.get("every", ""), kinds)
            by_cadence.setdefault(cadence, []).append(one.key)
    starts = {}
    for cadence, keys in by_cadence.items():
        first = before(today, parse_span(cadence)) if cadence else today
        starts |= _over(keys, first, today)
    return starts


def _over(keys: list[int], first: date, today: date) -> dict[int, date]:
    days = (today - first).days
    return {
        key: first + timedelta(days=days * place // len(keys))
        for place, key in enumerate(keys, 1)
    }
