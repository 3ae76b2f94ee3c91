"""What is mended, renumbered and settled around whoever goes."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from typing import Any

import pytest
from tests.erasure.test_merged import forget
from tests.repository.filled import NOW, TODAY, in_memory
from tests.repository.thanks import derived_anew, thanked, waiting

from netlog.db import sql
from netlog.db.sql import TABLES
from netlog.db.store import Store
from netlog.domain.details import keyed
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.person import ME_ID, Newcomer
from netlog.domain.pins import ToPin
from netlog.erasure.erase import FREE_TEXT
from netlog.repository import introductions, ledger, people, promises, touches
from netlog.repository.change import changing
from netlog.repository.plan import pin

SAID_BY_NETLOG = {
    "change": {"command", "state", "uid", "at"},
    "change_row": {"uid", "tab", "before", "after"},
    "detail": {"uid", "field", "folded"},
    "entry": {"uid", "way", "kind"},
    "forgetting": {"uid", "salt"},
    "guess": {"uid", "word"},
    "introduction": {"uid", "said", "state"},
    "active_week": {"uid", "week"},
    "anniversary": {"uid", "day"},
    "attendee": {"uid", "state"},
    "booking": {"uid", "hour", "kind", "state"},
    "mark": {"uid", "hash"},
    "person": {
        *("uid", "handle", "name", "folded", "birthday", "every", "rhythm", "cluster"),
        *("said_known", "entity", "source"),
    },
    "pin": {"uid", "slot", "period"},
    "place": {"uid", "folded"},
    "presence": {"uid", "answered"},
    "promise": {"uid", "state"},
    "retired": {"uid", "handle"},
    "scrub": {"uid", "what"},
    "skip": {"uid", "week", "how", "slot"},
    "thank": {"uid"},
    "touch": {"uid", "kind"},
    "version": {"uid", "at"},
}
"""Text that is no free text: words of netlog's, a name, what follows, the journal."""
OF_PEOPLE = {
    ("anniversary", "person_id"),
    ("attendee", "person_id"),
    ("detail", "person_id"),
    ("entry", "other_id"),
    ("entry", "person_id"),
    ("introduction", "a_id"),
    ("introduction", "b_id"),
    ("introduction", "introducer_id"),
    ("presence", "person_id"),
    ("promise", "person_id"),
    ("skip", "person_id"),
    ("thank", "person_id"),
}
"""The columns that point at a person: `rm` lets go of each."""


@pytest.fixture
def store() -> Iterator[Store]:
    """Dorie, Bo and Cleo."""
    with closing(in_memory()) as made:
        with changing(made, NOW, "add three") as change:
            for name in ("Dorie Clark", "Bo Lind", "Cleo Quark"):
                people.add(change, Newcomer(name, TODAY, source="list"))
        yield made


DORIE, BO, CLEO = 2, 3, 4


def asked(store: Store, text: str) -> list[Any]:
    """What the database answers, a column as a list."""
    rows = store.connection.execute(text).fetchall()
    return [row[0] if len(row) == 1 else row for row in rows]


def test_every_column_of_text_is_free_or_is_not() -> None:
    """Of a new one somebody says here whether it may speak of people."""
    columns = {
        table: {name for name, kind in rows.columns if kind == "text"}
        for table, rows in TABLES.items()
    }
    unsaid = {
        table: names - {*FREE_TEXT.get(table, ())} - SAID_BY_NETLOG.get(table, set())
        for table, names in columns.items()
    }
    assert {table: names for table, names in unsaid.items() if names} == {}


def test_every_column_that_points_at_a_person_is_let_go_of(store: Store) -> None:
    """Of a new one somebody says here that `rm` takes its rows out, or empties it."""
    found = {
        (table, key[3])
        for table in TABLES
        for key in store.connection.execute(f"PRAGMA foreign_key_list({table})")
        if key[2] == "person"
    }
    assert found == OF_PEOPLE


def test_texts_that_become_the_same_are_kept_apart(store: Store) -> None:
    """Two places, two tags; and one that was mended for somebody before."""
    with changing(store, NOW, "log") as change:
        for place in ("[forgotten]'s", "Dorie Clark's", "dorie-clark's", "Tatte"):
            touches.log(change, [BO], TOUCH_KINDS["coffee"], TODAY, place=place)
        for tag in ("of Dorie Clark", "of dorie-clark", "of nobody"):
            people.add_detail(change, BO, "tag", tag)
        people.add_detail(change, CLEO, "tag", "of Dorie Clark")
    forget(store, "dorie-clark")
    places = asked(store, "SELECT name, folded FROM place ORDER BY id")
    assert places == [
        ("[forgotten]'s", "[forgotten]'s"),
        ("[forgotten]'s 2", "[forgotten]'s 2"),
        ("[forgotten]'s 3", "[forgotten]'s 3"),
        ("Tatte", "tatte"),
    ]
    tags = asked(store, "SELECT person_id, folded FROM detail ORDER BY id")
    of, same = "of [forgotten]", (CLEO, "of [forgotten]")
    assert tags == [(BO, of), (BO, f"{of} 2"), (BO, "of nobody"), same]


def test_a_cluster_follows_its_organisation_and_its_tag(store: Store) -> None:
    """Whoever is in one is still in it."""
    with changing(store, NOW, "edit") as change:
        people.edit(change, people.get(change.store, BO), org="Dorie Clark & Co")
        people.add_detail(change, CLEO, "tag", "Friends of Dorie Clark")
        people.edit(change, people.get(change.store, CLEO))
    forget(store, "dorie-clark")
    clusters = "SELECT cluster FROM person WHERE id > 2 ORDER BY id"
    assert asked(store, clusters) == ["[forgotten] & co", "friends of [forgotten]"]


def test_names_and_addresses_of_others_stay(store: Store) -> None:
    """Even where they hold the name: they are theirs."""
    with changing(store, NOW, "edit") as change:
        people.edit(change, people.get(change.store, BO), name="Bo Dorie Clark")
        people.add_detail(change, BO, "email", "dorie-clark@bo.example")
        people.add_detail(change, BO, "alias", "Dorie Clark the Younger")
        promises.make(change, CLEO, "ask Bo Dorie Clark, not Dorie Clark", TODAY)
    forget(store, "dorie-clark")
    assert asked(store, "SELECT name FROM person WHERE id = 3") == ["Bo Dorie Clark"]
    details = asked(store, "SELECT value FROM detail ORDER BY id")
    assert details == ["dorie-clark@bo.example", "Dorie Clark the Younger"]
    (text,) = asked(store, "SELECT text FROM promise")
    assert text == "ask Bo Dorie Clark, not [forgotten]"


def test_the_note_of_a_shared_touch_stays_without_their_first_name(
    store: Store,
) -> None:
    """Of a part of the name that another one there has, nobody can say whose it is."""
    with changing(store, NOW, "log") as change:
        people.edit(change, people.get(change.store, CLEO), name="Cleo Clark")
        note = "Dorie and Clark; doriel"
        kind = TOUCH_KINDS["coffee"]
        touches.log(change, [DORIE, BO], kind, TODAY, note=note)
        touches.log(change, [DORIE, CLEO], kind, TODAY, note=note)
        touches.log(change, [BO, CLEO], kind, TODAY, note=note)
    forget(store, "dorie-clark")
    assert asked(store, "SELECT note FROM touch ORDER BY id") == [
        "[forgotten] and [forgotten]; doriel",
        "[forgotten] and Clark; doriel",
        "Dorie and Clark; doriel",
    ]


def test_an_entry_about_them_stays_without_their_first_name(store: Store) -> None:
    """Who was referred was Dorie: of nobody else can it speak.  Of another it can."""
    with changing(store, NOW, "got") as change:
        more = {"text": "Dorie needs a house"}
        ledger.add(change, BO, "got", "referral", TODAY, **more, other_id=DORIE)
        ledger.add(change, BO, "got", "referral", TODAY, **more)
    forget(store, "dorie-clark")
    assert asked(store, "SELECT other_id, text FROM entry ORDER BY id") == [
        (None, "[forgotten] needs a house"),
        (None, "Dorie needs a house"),
    ]


def test_a_detail_that_undo_could_bring_is_a_name_only_where_it_is_one(
    store: Store,
) -> None:
    """A tag that Dorie had for a while is no word of hers; an alias is one."""
    with changing(store, NOW, "edit") as change:
        people.add_detail(change, DORIE, "tag", "choir")
        people.add_detail(change, DORIE, "alias", "Dodo Clark")
        people.add_detail(change, BO, "tag", "choir")
        promises.make(change, BO, "sing with Dodo Clark in the choir", TODAY)
    with changing(store, NOW, "edit") as change:
        for field in ("tag", "alias"):
            people.clear_details(change, DORIE, field)
    forget(store, "dorie-clark")
    assert asked(store, "SELECT value FROM detail") == ["choir"]
    (text,) = asked(store, "SELECT text FROM promise")
    assert text == "sing with [forgotten] in the choir"


def test_pins_behind_theirs_move_up_in_the_newest_week(store: Store) -> None:
    """So that the next is put where nobody is; who was picked before is history."""
    first_week, last_week = ("new", "2025-W23"), ("new", "2025-W24")
    later = TODAY + timedelta(weeks=1)
    pins = [
        ToPin(*first_week, place, TODAY, key)
        for place, key in enumerate((DORIE, BO, CLEO))
    ]
    pins += [ToPin(*last_week, 0, later, DORIE), ToPin(*last_week, 1, later, BO)]
    pin(store, NOW, pins)
    forget(store, "dorie-clark")
    text = "SELECT period, place, person_id FROM pin ORDER BY id"
    first = [("2025-W23", 1, BO), ("2025-W23", 2, CLEO), ("2025-W24", 0, BO)]
    assert asked(store, text) == first


def test_places_only_they_were_met_at_go(store: Store) -> None:
    """One that others were at, too, stays; one where nobody was goes as well."""
    with changing(store, NOW, "log") as change:
        kind = TOUCH_KINDS["coffee"]
        touches.log(change, [DORIE], kind, TODAY, place="Their home")
        touches.log(change, [DORIE], kind, TODAY, place="Tatte")
        touches.log(change, [BO], kind, TODAY, place="Tatte")
        touches.place_key(change, "Nowhere yet")
    forget(store, "dorie-clark")
    assert asked(store, "SELECT name FROM place") == ["Tatte"]


def test_their_handles_are_free_again(store: Store) -> None:
    """The last one and those before; a handle that was another's is not."""
    with changing(store, NOW, "edit") as change:
        for key, handle in ((DORIE, "d-clark"), (DORIE, "dorie"), (BO, "bo")):
            people.edit(change, people.get(change.store, key), handle=handle)
    forget(store, "dorie")
    freed = ("dorie-clark", "d-clark", "dorie")
    taken = [people.is_taken(store, handle) for handle in freed]
    assert (taken, people.is_taken(store, "bo-lind")) == ([False] * 3, True)


def test_what_no_journal_knows_is_settled_too(store: Store) -> None:
    """A file whose journal was lost: who was introduced by them is not fresh any more.

    Nor does anybody behind them wait to be thanked for what came through them.
    """
    with changing(store, NOW, "introduce") as change:
        introductions.introduce(change, CLEO, ME_ID, DORIE, TODAY)
        introductions.introduce(change, DORIE, ME_ID, BO, TODAY)
        ledger.add(change, BO, "got", "interview", TODAY)
    for table in ("change_row", "change"):
        store.connection.execute(f"DELETE FROM {table}")  # noqa: S608 (one of two)
    assert waiting(store) == {(1, BO), (1, DORIE), (1, CLEO)}
    forget(store, "dorie-clark")
    found = asked(store, "SELECT fresh_on, connected, source FROM person WHERE id = 3")
    assert found == [(None, 0, "list")]
    assert waiting(store) == derived_anew(store) == {(1, BO)}


def test_who_was_thanked_stays_thanked(store: Store) -> None:
    """Though without Dorie there is no path of it any more on which Bo is."""
    with changing(store, NOW, "introduce") as change:
        introductions.introduce(change, BO, ME_ID, DORIE, TODAY)
        introductions.introduce(change, DORIE, ME_ID, CLEO, TODAY)
        ledger.add(change, CLEO, "got", "interview", TODAY)
        ledger.thank(change, sql.thanks_waiting(change.store, BO), TODAY)
    forget(store, "dorie-clark")
    assert waiting(store) == derived_anew(store) == {(1, CLEO)}
    assert thanked(store) == {(1, BO)}


def test_addresses_are_no_free_text(store: Store) -> None:
    """Somebody else's page stays, though it is called like them."""
    urls = keyed([("url", "https://x.example/dorie-clark")])
    with changing(store, NOW, "add") as change:
        people.add(change, Newcomer("Zoe Pan", TODAY, details=urls))
    forget(store, "dorie-clark")
    assert asked(store, "SELECT value FROM detail") == ["https://x.example/dorie-clark"]
