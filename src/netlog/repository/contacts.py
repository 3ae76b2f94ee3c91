"""Taking people in from contact files: who is there, who is new, what is filled.

What becomes of every record is decided before anything is written.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from netlog.db import sql
from netlog.db.store import Store
from netlog.db.tombstones import Forgotten
from netlog.domain.details import Keyed, is_profile, keyed
from netlog.domain.names import fold, free_handle, handle_stem
from netlog.domain.person import (
    Detail,
    Draft,
    FieldChange,
    Newcomer,
    Person,
    Unreadable,
    field_changes,
    may_complete,
)
from netlog.domain.standing import Rhythm, rhythm_from, values
from netlog.namedtuple import NamedTuple
from netlog.plan.cadence import Cadences
from netlog.repository import people
from netlog.repository.change import OpenChange
from netlog.repository.dealing import dealt

_ADDRESSES = ("card", "url", "email", "phone")
_WORD = re.compile(r"[\w@.]+")
_DETAILS = (("email", "emails"), ("phone", "phones"), ("url", "urls"), ("tag", "tags"))
_OF_THE_FILE = ("entity", "source")
_SINGLE = ("org", "role", "city", "note", "birthday", "connected_on", *_OF_THE_FILE)
_POST = ("role", "org")
_AT_ONCE = 1000


class PersonIndexEntry(NamedTuple):
    """Somebody in the index: there already (key above 0), or coming in."""

    key: int
    name: str
    org: str
    addresses: set[tuple[str, str]]


class PersonIndex:
    """Finds the person that a record of a file is about: by what is surest first."""

    def __init__(self) -> None:
        self._by_address: dict[tuple[str, str], list[PersonIndexEntry]] = {}
        self._by_name: dict[str, list[PersonIndexEntry]] = {}

    def add(self, known: PersonIndexEntry, aliases: Iterable[str] = ()) -> None:
        """One more person to be found."""
        for name in {known.name, *aliases}:
            self._by_name.setdefault(name, []).append(known)
        self.link(known, known.addresses)

    def link(self, known: PersonIndexEntry, keys: Iterable[tuple[str, str]]) -> None:
        """More ways to find somebody."""
        for key in keys:
            if key[0] in _ADDRESSES:
                self._by_address.setdefault(key, []).append(known)

    def find(self, name: str, org: str, keys: Keyed) -> PersonIndexEntry | None:
        """Whom a record is about, or None where it is somebody new.

        Two records of one import are two people unless a card or a profile says
        otherwise, or their names are the same: whoever wrote them kept them apart.
        """
        folded = bare(name)
        sharing = [
            (key, known) for key in keys for known in self._by_address.get(key, ())
        ]
        candidates = [
            *(known for key, known in sharing if _is_sure(key)),
            *(known for _, known in sharing if known.name == folded),
            *self._namesakes(folded, fold(org), keys),
            *(known for key, known in sharing if _may_be(known, key, folded)),
        ]
        return candidates[0] if candidates else None

    def _namesakes(self, name: str, org: str, keys: Keyed) -> list[PersonIndexEntry]:
        """Who has the name and no other address: of one organisation first.

        An organisation that is not known, there or in the file, does not differ;
        then the name must be one person's alone.
        """
        alike = [k for k in self._by_name.get(name, ()) if not _differ(k, keys)]
        same = [known for known in alike if known.org == org]
        open_ones = [k for k in alike if k.key > 0 and not (k.org and org)]
        return same or (open_ones if len(alike) == 1 else [])


def _is_sure(key: tuple[str, str]) -> bool:
    """A card's own id, or a profile: nobody else has it."""
    field, value = key
    return field == "card" or (field == "url" and is_profile(value))


def _may_be(known: PersonIndexEntry, key: tuple[str, str], name: str) -> bool:
    """Whether somebody who is there and shares an address may be called so, too.

    An e-mail is one person's, whatever they are called; a phone or a page may be an
    office's, so that the names must share a word.
    """
    shared = set(known.name.split()) & set(name.split())
    return known.key > 0 and (key[0] == "email" or bool(shared) or "@" in name)


def bare(name: str) -> str:
    """A folded name without what stands between its words."""
    return " ".join(_WORD.findall(fold(name))) or fold(name)


def _differ(known: PersonIndexEntry, keys: Iterable[tuple[str, str]]) -> bool:
    """Whether both have an address of one sort, and not the same one."""
    by_field: dict[str, set[str]] = {}
    for field, value in keys:
        by_field.setdefault(field, set()).add(value)
    for field, theirs in by_field.items():
        known_values = {value for sort, value in known.addresses if sort == field}
        if known_values and not known_values & theirs:
            return True
    return False


def index_of(
    people: Iterable[Person], details: Mapping[int, list[Detail]]
) -> PersonIndex:
    """The index of everybody who is there."""
    index = PersonIndex()
    for person in people:
        details_here = details.get(person.id, ())
        addresses = {
            (detail.field, detail.folded)
            for detail in details_here
            if detail.field in _ADDRESSES
        }
        aliases = (
            bare(detail.value) for detail in details_here if detail.field == "alias"
        )
        name, org = bare(person.name), fold(person.org)
        index.add(PersonIndexEntry(person.id, name, org, addresses), aliases)
    return index


class ForAll(NamedTuple):
    """What everybody in the files gets, what may be written over, who may come.

    `forgotten` lets those in who were forgotten.
    """

    every: str = ""
    kinds: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    known: bool | None = None
    update: bool = False
    forgotten: bool = False


class Record(NamedTuple):
    """One record and the file it stands in."""

    file: str
    read: Draft | Unreadable


class Decision(NamedTuple):
    """What becomes of one record: 'new', 'found', 'unreadable' or 'forgotten'.

    `key` is the person who is there, or 0; `fields` and `details` what a new
    person has or what somebody who is there could be given; `changes` is what that
    changed.
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
    changes: tuple[FieldChange, ...] = ()


def draft_details(draft: Draft, for_all: ForAll) -> Keyed:
    """Everything in a record that there can be several of, each once."""
    pairs = [("card", draft.uid)] if draft.uid else []
    for field, attribute in _DETAILS:
        pairs += [(field, value) for value in getattr(draft, attribute)]
    pairs += [("kind", kind) for kind in for_all.kinds]
    return keyed(pairs + [("tag", tag) for tag in for_all.tags])


def decide(
    records: Iterable[Record], store: Store, for_all: ForAll
) -> Iterator[Decision]:
    """One decision a record; records of one import find each other too."""
    index = index_of(sql.everybody(store), people.details_by_person(store))
    taken = set(sql.every_handle(store))
    coming = 0
    for file, read in records:
        if isinstance(read, Unreadable):
            yield Decision("unreadable", file, read.line, "", reason=read.reason)
            continue
        details = draft_details(read, for_all)
        decision = _decision(file, read, details, for_all)
        known = index.find(read.name, read.org, details)
        if known is None:
            coming -= 1
            index.add(_entry_of(coming, read, details))
            handle = _handle(read, taken)
            yield decision._replace(what="new", handle=handle, key=coming)
        else:
            index.link(known, details)
            yield decision._replace(key=known.key)


def _handle(draft: Draft, taken: set[str]) -> str:
    base = handle_stem(draft.name, next(iter(draft.emails), ""))
    handle = free_handle(base, taken.__contains__)
    taken.add(handle)
    return handle


def _entry_of(key: int, draft: Draft, details: Keyed) -> PersonIndexEntry:
    addresses = {pair for pair in details if pair[0] not in {"tag", "kind"}}
    return PersonIndexEntry(key, bare(draft.name), fold(draft.org), addresses)


def _decision(file: str, draft: Draft, details: Keyed, for_all: ForAll) -> Decision:
    fields = {f: getattr(draft, f) for f in _SINGLE if getattr(draft, f)}
    if for_all.every:
        fields["every"] = for_all.every
    if for_all.known is not None:
        fields["said_known"] = "yes" if for_all.known else "no"
    return Decision(
        "found", file, draft.line, draft.name, fields=fields, details=details
    )


def leave_out(decisions: Sequence[Decision], forgotten: Forgotten) -> list[Decision]:
    """The same decisions; somebody new who was forgotten becomes 'forgotten'.

    So does every other record of the files that is about them.
    """
    if not forgotten.marks:
        return list(decisions)
    met_again = {
        decision.key
        for decision in decisions
        if decision.what != "unreadable"
        and decision.key < 0
        and _is_met_again(decision, forgotten)
    }
    return [
        decision._replace(what="forgotten", handle="")
        if decision.key in met_again
        else decision
        for decision in decisions
    ]


def _is_met_again(decision: Decision, forgotten: Forgotten) -> bool:
    addresses = [(field, value) for (field, _), value in decision.details.items()]
    return forgotten.are_met(decision.name, addresses)


def take_in(
    change: OpenChange,
    cadences: Cadences,
    decisions: Sequence[Decision],
    today: date,
    *,
    update: bool,
) -> Iterable[Decision]:
    """Write every decision; each is given back as it turned out, as it is done."""
    new = [decision for decision in decisions if decision.what == "new"]
    newcomers = [_newcomer(decision, today) for decision in new]
    coming = dealt(change.store, cadences, newcomers, today)
    by_key = dict(zip((decision.key for decision in new), coming, strict=True))
    keys: dict[int, int] = {}
    for decision in _coming(change, decisions, by_key, keys):
        if decision.what == "found":
            person = people.get(change.store, keys.get(decision.key, decision.key))
            own = cadences if not update else None
            yield _fill(change, person, decision, own, update=update)
        else:
            yield decision


def _coming(
    change: OpenChange,
    decisions: Sequence[Decision],
    coming: Mapping[int, Newcomer],
    keys: dict[int, int],
) -> Iterable[Decision]:
    """Every decision, once the new people of its thousand are taken in."""
    for place in range(0, len(decisions), _AT_ONCE):
        some = decisions[place : place + _AT_ONCE]
        new = [decision for decision in some if decision.what == "new"]
        made = people.add_all(change, [coming[decision.key] for decision in new])
        keys |= zip((decision.key for decision in new), made, strict=True)
        yield from some


def _newcomer(decision: Decision, today: date) -> Newcomer:
    return Newcomer(
        decision.name,
        today,
        handle=decision.handle,
        details=decision.details,
        **decision.fields,
    )


def _has_cadence(cadences: Cadences, person: Person, details: Sequence[Detail]) -> bool:
    """Whether the user said how often they come up: of them, of a kind or of a tag."""
    every, kinds = rhythm_from(person.rhythm)[1:]
    tags = map(fold, values(details, "tag"))
    return cadences.of(Rhythm("", every, kinds).text, tags) is not None


def _fill(
    change: OpenChange,
    person: Person,
    decision: Decision,
    cadences: Cadences | None,
    *,
    update: bool,
) -> Decision:
    """Give somebody what they lack; write over what they have only to update.

    Whoever has a cadence of their own, by a kind or by a tag keeps it where `cadences`
    are given.
    """
    before = sql.details_of(change.store, person.id)
    missing = {
        field: value
        for field, value in decision.fields.items()
        if getattr(person, field) != value
        and field not in _OF_THE_FILE
        and (update or (not getattr(person, field) and field != "said_known"))
    }
    typed = (decision.fields.get("role", ""), decision.fields.get("org", ""))
    if not update and not may_complete((person.role, person.org), typed):
        missing = {f: value for f, value in missing.items() if f not in _POST}
    details = dict(decision.details)
    if cadences and _has_cadence(cadences, person, before):
        missing.pop("every", None)
        details = {key: text for key, text in details.items() if key[0] != "kind"}
    if bare(decision.name) != bare(person.name):
        details |= keyed([("alias", decision.name)])
    wrote = [
        people.add_detail(change, person.id, field, value)
        for (field, _), value in details.items()
    ]
    if missing or any(wrote):
        after = people.edit(change, person, **missing)
        now = sql.details_of(change.store, person.id)
        changes = tuple(field_changes(person, after, before, now))
        return decision._replace(what="filled", handle=person.handle, changes=changes)
    return decision._replace(what="same", handle=person.handle)
