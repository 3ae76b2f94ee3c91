"""Who is to be forgotten: their keys and uids, and what they were ever called."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from netlog.domain.details import detail_key
from netlog.domain.forgetting import Address
from netlog.domain.mentions import Mentions, parts_of
from netlog.domain.names import fold
from netlog.domain.person import ME_ID
from netlog.records import NamedTuple
from netlog.storage.forgetting.images import Turn, images
from netlog.storage.recorder import Raw
from netlog.storage.store import Store

ADDRESSES = ("email", "phone", "url", "card")


class Target(NamedTuple):
    """Everything by which one person is known, in any file of one database.

    `uids` are those of the person's rows, one for each time they were taken in;
    `stay` are uids of others who have a name of theirs.  `names` are names and
    aliases, `addresses` like "email:ann@x.example"; `others` names and handles of
    people who stay.
    """

    uids: frozenset[str]
    stay: frozenset[str]
    handles: frozenset[str]
    names: frozenset[str]
    addresses: frozenset[str]
    others: frozenset[str]

    @property
    def mentions(self) -> Mentions:
        """How texts speak of them."""
        written = {value for _, value in self.reached}
        bare = {detail_key(field, value) for field, value in self.reached}
        return Mentions(self.names, self.handles, written | bare, self.others)

    @property
    def reached(self) -> set[Address]:
        """Their addresses, with the field of each."""
        parted = (one.partition(":") for one in self.addresses)
        return {(field, value) for field, _, value in parted}

    @property
    def parts(self) -> set[str]:
        """Parts of their names, for texts that concern them, as names are written."""
        found = {part for name in self.names for part in parts_of(name)}
        return {part for part in found if not (part.isascii() and part.islower())}

    def text(self) -> str:
        """As JSON."""
        return json.dumps({name: sorted(held) for name, held in self._asdict().items()})


def target_from(text: str) -> Target:
    """What `text` wrote."""
    held = json.loads(text)
    return Target(**{name: frozenset(held[name]) for name in Target._fields})


class Known(NamedTuple):
    """Somebody who is or was in the file, and what they were ever called."""

    uids: set[str]
    handles: set[str]
    names: set[str]
    reached: set[str]

    @property
    def called(self) -> set[str]:
        """Names and handles, folded."""
        return {*self.handles, *map(fold, self.names)}


def everybody(store: Store, held: Sequence[Turn]) -> dict[int, Known]:
    """Everybody who is in the file or in its journal, by key; the user left out."""
    found: dict[int, Known] = defaultdict(_nobody)
    for table, key, row in _rows(store, held):
        if table == "person" and key != ME_ID:
            _add_person(found[key], row)
        elif table == "detail" and row.get("person_id", ME_ID) != ME_ID:
            _add_detail(found[row["person_id"]], row)
    return dict(found)


def _nobody() -> Known:
    return Known(set(), set(), set(), set())


def _rows(store: Store, held: Sequence[Turn]) -> Iterator[tuple[str, int, Raw]]:
    """People and details, those that stand and those that the journal holds."""
    ask = store.connection.execute
    for key, uid, handle, name in ask("SELECT id, uid, handle, name FROM person"):
        yield "person", key, {"uid": uid, "handle": handle, "name": name}
    for key, person, field, value in ask(
        "SELECT id, person_id, field, value FROM detail"
        " WHERE field IN ('alias', 'email', 'phone', 'url', 'card')"
    ):
        yield "detail", key, {"person_id": person, "field": field, "value": value}
    for table, key, row in images(held):
        if table in {"person", "detail"}:
            yield table, key, row


def _add_person(known: Known, row: Raw) -> None:
    for name, held in (
        ("uid", known.uids),
        ("handle", known.handles),
        ("name", known.names),
    ):
        if row.get(name):
            held.add(row[name])


def _add_detail(known: Known, row: Raw) -> None:
    if row.get("field") == "alias":
        known.names.add(row["value"])
    elif row.get("field") in ADDRESSES:
        known.reached.add(f"{row['field']}:{row['value']}")


def with_namesakes(
    people: dict[int, Known], keys: set[int], living: set[int]
) -> set[int]:
    """Those, and whoever is gone and was called like one of them."""
    called = _all(people[key].called for key in keys)
    gone = people.keys() - living
    return keys | {key for key in gone if called & people[key].called}


def target_of(people: dict[int, Known], keys: set[int]) -> Target:
    """The target that some keys are."""
    theirs = [people[key] for key in keys]
    rest = [known for key, known in people.items() if key not in keys]
    called = _all(known.called for known in theirs)
    return Target(
        _all(known.uids for known in theirs),
        _all(known.uids for known in rest if called & known.called),
        _all(known.handles for known in theirs),
        _all(known.names for known in theirs),
        _all(known.reached for known in theirs),
        frozenset(_near(called, _all(known.called for known in rest))),
    )


def _near(called: Iterable[str], others: Iterable[str]) -> Iterator[str]:
    """Names of others that share a word: no other one can be taken for theirs."""
    words = {word for name in called for word in _words(name)}
    return (name for name in others if words.intersection(_words(name)))


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W_]+", name)


def keys_in(people: dict[int, Known], target: Target) -> set[int]:
    """Whose keys the target's are in a file: by uid, or by name where that is new."""
    called = {*target.handles, *map(fold, target.names)}
    return {
        key
        for key, known in people.items()
        if known.uids & target.uids
        or (not known.uids & target.stay and called & known.called)
    }


def _all(sets: Iterable[Iterable[str]]) -> frozenset[str]:
    return frozenset(one for held in sets for one in held)
