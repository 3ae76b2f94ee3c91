"""Who is to be forgotten: the person in a file, and all that they were ever called."""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cached_property
from itertools import product

from netlog.db import sql
from netlog.db.store import Store
from netlog.db.tombstones import ADDRESSES, Address
from netlog.domain.details import detail_key
from netlog.domain.names import fold
from netlog.domain.person import ME_ID, Detail, Person
from netlog.erasure.mentions import Mentions, parts_of
from netlog.namedtuple import NamedTuple
from netlog.repository.change import Row

_OF_PEOPLE = ("person_id", "other_id", "introducer_id", "a_id", "b_id")
"""The columns by which a merge gives rows of one person to another."""


class Identity(NamedTuple):
    """By what somebody is or was known; `uids` has one for each time they came in.

    `names` are names and aliases, `addresses` e-mails, phones, URLs and cards.
    """

    uids: frozenset[str]
    handles: frozenset[str]
    names: frozenset[str]
    addresses: frozenset[Address]

    @property
    def called(self) -> set[str]:
        """Names and handles, folded."""
        return {*self.handles, *map(fold, self.names)}

    @property
    def parts(self) -> set[str]:
        """Words of their names, as they are written, that are no words like others."""
        words = {word for name in self.names for word in parts_of(name)}
        return {word for word in words if not (word.isascii() and word.islower())}

    @property
    def words(self) -> set[str]:
        """Names, handles and addresses, as they are written."""
        return {*self.names, *self.handles, *(value for _, value in self.addresses)}

    def mentions(self, others: Iterable[str]) -> Mentions:
        """How texts speak of them; `others` are names and handles of who stays."""
        written = {value for _, value in self.addresses}
        compared = {detail_key(field, value) for field, value in self.addresses}
        return Mentions(self.names, self.handles, written | compared, others)

    def joined(self, other: "Identity") -> "Identity":
        """The same person, known by either."""
        return Identity(
            self.uids | other.uids,
            self.handles | other.handles,
            self.names | other.names,
            self.addresses | other.addresses,
        )


class Target(NamedTuple):
    """Somebody who is to be forgotten in every file of one database.

    `stay` are the uids of others who have a name of theirs.
    """

    identity: Identity
    stay: frozenset[str]

    def to_json(self) -> str:
        """The target as text, to be kept until every file is clean."""
        identity = {name: sorted(of) for name, of in self.identity._asdict().items()}
        return json.dumps({"stay": sorted(self.stay), **identity})


def target_from(text: str) -> Target:
    """Read what `Target.to_json` wrote."""
    held = json.loads(text)
    addresses = [(field, value) for field, value in held["addresses"]]
    identity = _identity(held["uids"], held["handles"], held["names"], addresses)
    return Target(identity, frozenset(held["stay"]))


def words_of(targets: Iterable[Target]) -> set[str]:
    """Names, handles and addresses of some, as they are written."""
    return {word for target in targets for word in target.identity.words}


class Register:
    """Everybody in a file, and whoever its journal remembers; the user left out.

    By their keys: `uids`, and `called`, the folded names, aliases and handles that they
    have or had. `living` are those who are there. All of it is read at once.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.uids: dict[int, set[str]] = {}
        self.called: dict[int, set[str]] = {}
        for key, uid, handle, folded in sql.called(store):
            self.uids[key], self.called[key] = {uid}, {handle, folded}
        self.living = frozenset(self.uids)
        for key, folded in sql.aliases(store):
            self.called[key].add(folded)
        self._as_they_stand = {key: set(names) for key, names in self.called.items()}
        self._remembered = [of for of in _remembered(store) if of[0] != ME_ID]
        for key, identity in self._remembered:
            self.uids.setdefault(key, set()).update(identity.uids)
            self.called.setdefault(key, set()).update(identity.called)

    def target(self, key: int) -> Target:
        """Somebody, with whoever they were before: removed, undone or merged."""
        keys = self.whole(key)
        called = self._called(keys)
        others = self.called.keys() - keys
        alike = (one for one in others if not called.isdisjoint(self.called[one]))
        stay = frozenset(uid for one in alike for uid in self.uids[one])
        return Target(self.identity(keys), stay)

    def keys(self, target: Target) -> set[int]:
        """Whose keys a target's are here: by uid, or by a name of nobody who stays."""
        called, uids = target.identity.called, target.identity.uids
        return {
            key
            for key, theirs in self.uids.items()
            if theirs & uids
            or (not called.isdisjoint(self.called[key]) and not theirs & target.stay)
        }

    def identity(self, keys: Iterable[int]) -> Identity:
        """By what some keys, which are one person, are and were known."""
        found = _identity()
        for key in keys:
            person = sql.person(self.store, key)
            if person:
                details = sql.details_of(self.store, key)
                found = found.joined(_identity_of(person, details))
            for one, identity in self._remembered:
                if one == key:
                    found = found.joined(identity)
        return found

    def others(self, keys: set[int], called: Iterable[str]) -> Iterator[str]:
        """Names and handles of others that have a word in common with `called`.

        As they stand: what the journal says that somebody was called ends with it.
        """
        words = {word for name in called for word in _words(name)}
        for key, names in self._as_they_stand.items():
            for name in names if key not in keys else ():
                if any(word in name for word in words):
                    yield from {name} if words.intersection(_words(name)) else ()

    def gone(self, called: set[str]) -> set[int]:
        """Who is not there any more and was called so."""
        return {
            key
            for key in self.called.keys() - self.living
            if not called.isdisjoint(self.called[key])
        }

    def merged_into(self, keys: set[int]) -> set[int]:
        """Who is there and took over rows of any of them, by whatever many hands."""
        found, size = set(keys), -1
        while size != (size := len(found)):
            found |= {taker for giver, taker in self._merges if giver in found}
        return found & self.living - keys

    @cached_property
    def _merges(self) -> set[tuple[int, int]]:
        """Pairs of people of whom the one's rows were given to the other by a merge."""
        return {
            pair
            for change in sql.took_somebody_out(self.store)
            for row in sql.rows_of(self.store, change)
            if row.before and row.after
            for pair in _given(json.loads(row.before), json.loads(row.after))
        }

    def whole(self, key: int) -> set[int]:
        """Somebody's key, and those of whoever is gone and was called like them.

        Who was merged with them is: the name stands with them, as an alias. Who was
        merged with somebody else belongs to that one.
        """
        found, size = {key}, -1
        while size != (size := len(found)):
            alike = self.gone(self._called(found)) - found
            found |= {one for one in alike if not self.merged_into({one}) - found}
        return found

    def _called(self, keys: Iterable[int]) -> set[str]:
        return {name for key in keys for name in self.called[key]}


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W_]+", name)


def _identity(
    uids: Iterable[str] = (),
    handles: Iterable[str] = (),
    names: Iterable[str] = (),
    addresses: Iterable[Address] = (),
) -> Identity:
    return Identity(
        frozenset(uids), frozenset(handles), frozenset(names), frozenset(addresses)
    )


def _identity_of(person: Person, details: Iterable[Detail]) -> Identity:
    """By what somebody who is there is known."""
    there = list(details)
    aliases = [one.value for one in there if one.field == "alias"]
    addresses = [(one.field, one.value) for one in there if one.field in ADDRESSES]
    return _identity([person.uid], [person.handle], [person.name, *aliases], addresses)


def _remembered(store: Store) -> Iterator[tuple[int, Identity]]:
    """What the journal holds of people and of their names and addresses, by key.

    A row of it that cannot be read says nothing.
    """
    for table, key, *texts in sql.remembered(store):
        for text in filter(None, texts):
            with suppress(ValueError):
                held = json.loads(text)
                rows = held if isinstance(held, list) else [held | {"id": key}]
                for row in rows:
                    yield from _image(table, row)


def _image(table: str, row: Row) -> Iterator[tuple[int, Identity]]:
    """Whom a row of a table, or a part of one, is about, and what it says of them."""
    if table == "person":
        uids, handles, names = (
            [row[name]] if row.get(name) else [] for name in ("uid", "handle", "name")
        )
        yield row["id"], _identity(uids, handles, names)
    elif row.get("field") == "alias":
        yield row["person_id"], _identity(names=[row["value"]])
    elif row.get("field") in ADDRESSES:
        yield row["person_id"], _identity(addresses=[(row["field"], row["value"])])


def _given(before: Row, after: Row) -> Iterator[tuple[int, int]]:
    givers, takers = (
        {row.get(name) for name in _OF_PEOPLE} - {None, ME_ID}
        for row in (before, after)
    )
    yield from product(givers - takers, takers - givers)
