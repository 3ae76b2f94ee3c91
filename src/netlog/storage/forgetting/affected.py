"""What of others followed from a person: their standing, thanks, and touches."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from netlog.domain.person import ME_ID
from netlog.records import NamedTuple
from netlog.storage.forgetting.closure import Closure, Keys
from netlog.storage.forgetting.images import Turn, images
from netlog.storage.recorder import Raw
from netlog.storage.sql import TABLES
from netlog.storage.store import Store


class Affected(NamedTuple):
    """Of whom and of what something followed from somebody.

    `people` were introduced to me by them; `entries` may have them on their path, or
    came of something that was theirs; `deserted` touches had nobody else left at times.
    """

    people: set[int]
    entries: set[int]
    deserted: set[int]


def affected(store: Store, closure: Closure) -> Affected:
    """What has to be derived anew; to be asked before anything is taken out."""
    gone = closure.gone["person"]
    ways = _ways(store, closure.held)
    people = {b for by, b in ways if by in gone} - gone
    below, size = set(people), -1
    while size != (size := len(below)):
        below |= {b for by, b in ways if by in below} - gone
    deserted = _left(closure) & closure.shared
    entries = {
        row["id"]
        for row in every(store, closure.held, "entry")
        if row.get("person_id") in below or row.get("touch_id") in deserted
    }
    return Affected(
        people, (entries | closure.bereft) - closure.gone["entry"], deserted
    )


def _ways(store: Store, held: Sequence[Turn]) -> set[tuple[int, int]]:
    """Who ever introduced whom to me; a merge may have changed either."""
    made: dict[int, set[int]] = defaultdict(set)
    met: dict[int, set[int]] = defaultdict(set)
    for row in every(store, held, "introduction"):
        made[row["id"]] |= {row["introducer_id"]} if "introducer_id" in row else set()
        met[row["id"]] |= {row[name] for name in ("a_id", "b_id") if name in row}
    return {
        (by, one)
        for key, pair in met.items()
        if ME_ID in pair
        for by in made[key]
        for one in pair - {ME_ID}
    }


def _left(closure: Closure) -> set[int]:
    """Touches from which anybody was ever taken."""
    return {
        row["touch_id"]
        for turn in closure.held
        for deed in turn.deeds
        if (deed.sort, deed.table) == ("delete", "presence")
        for row in deed.rows or ()
    }


def every(store: Store, held: Sequence[Turn], table: str) -> Iterator[Raw]:
    """Every row, or part of one with its key, that a table has or had."""
    names = [name for name, _ in TABLES[table].columns]
    text = TABLES[table].fetch.partition(" WHERE ")[0]
    for row in store.connection.execute(text):
        yield dict(zip(names, row, strict=True))
    for one, key, part in images(held):
        if one == table:
            yield part | {"id": key}


def rows_about(store: Store, held: Sequence[Turn], about: Affected) -> Keys:
    """The keys of the rows from which it is derived, by table."""
    touches, presences = _touches_about(store, held, about)
    found: Keys = {table: set() for table in TABLES}
    return found | {
        "person": about.people,
        "entry": about.entries,
        "touch": touches,
        "presence": presences,
        "introduction": {row["id"] for row in every(store, held, "introduction")},
        "guess": {
            row["id"]
            for row in every(store, held, "guess")
            if row.get("touch_id") in about.deserted
        },
        "thank": {
            row["id"]
            for row in every(store, held, "thank")
            if row.get("entry_id") in about.entries
        },
    }


def _touches_about(
    store: Store, held: Sequence[Turn], about: Affected
) -> tuple[set[int], set[int]]:
    """The touches of whom it is about, and everybody's presence at them."""
    whose = about.people | {
        row["person_id"]
        for row in every(store, held, "entry")
        if row["id"] in about.entries and "person_id" in row
    }
    touch_of: dict[int, int] = {}
    there: set[int] = set()
    for row in every(store, held, "presence"):
        if "touch_id" in row:
            touch_of[row["id"]] = row["touch_id"]
        if row.get("person_id") in whose:
            there.add(row["id"])
    touches = about.deserted | {touch_of[key] for key in there}
    return touches, {key for key, touch in touch_of.items() if touch in touches}
