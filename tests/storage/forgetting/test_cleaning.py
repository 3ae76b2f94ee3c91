"""What is mended, renumbered and settled around whoever goes."""

from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, strategies as st
from tests.storage.filled import NOW, TODAY, in_memory
from tests.storage.forgetting.test_merged import forget
from tests.storage.thanks import derived_anew, waiting

from netlog.domain.details import keyed
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.newcomer import Newcomer
from netlog.domain.person import ME_ID
from netlog.domain.pins import ToPin
from netlog.storage.book import Book
from netlog.storage.change import changing, do_again, pin_people, take_back
from netlog.storage.forgetting.cleaning import runs, shortened
from netlog.storage.forgetting.texts import FOLLOWING, FREE
from netlog.storage.sql import TABLES
from netlog.storage.store import Store

SAID_BY_NETLOG = {
    "change": {"command", "state", "uid", "at"},
    "change_row": {"uid", "tab", "before", "after"},
    "detail": {"uid", "field"},
    "entry": {"uid", "way", "kind"},
    "forgetting": {"uid", "salt"},
    "guess": {"uid", "word"},
    "introduction": {"uid", "said", "state"},
    "mark": {"uid", "hash"},
    "person": {"uid", "handle", "name", "folded", "birthday", "every", "cadence"},
    "pin": {"uid", "slot", "period"},
    "place": {"uid"},
    "presence": {"uid"},
    "promise": {"uid", "state"},
    "retired": {"uid", "handle"},
    "scrub": {"uid", "what"},
    "skip": {"uid", "week", "how", "slot"},
    "thank": {"uid"},
    "touch": {"uid", "kind"},
    "version": {"uid", "at"},
}
"""Text that is no free text: words of netlog's, somebody's own name, the journal."""


@pytest.fixture
def store() -> Iterator[Store]:
    """Dorie, Bo and Cleo."""
    with closing(in_memory()) as made:
        with changing(made, NOW, "add three") as change:
            for name in ("Dorie Clark", "Bo Lind", "Cleo Quark"):
                change.people.add(Newcomer(name, TODAY))
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
    free = {
        table: {*FREE.get(table, ()), *FOLLOWING.get(table, ())} for table in TABLES
    }
    unsaid = {
        table: names - free[table] - SAID_BY_NETLOG.get(table, set())
        for table, names in columns.items()
    }
    assert {table: names for table, names in unsaid.items() if names} == {}


def test_texts_that_become_the_same_are_kept_apart(store: Store) -> None:
    """Two places, two tags; and one that was mended for somebody before."""
    with changing(store, NOW, "log") as change:
        for place in ("[forgotten]'s", "Dorie Clark's", "dorie-clark's", "Tatte"):
            change.touches.log([BO], TOUCH_KINDS["coffee"], TODAY, place=place)
        for tag in ("of Dorie Clark", "of dorie-clark", "of nobody"):
            change.people.put_detail(BO, "tag", tag)
        change.people.put_detail(CLEO, "tag", "of Dorie Clark")
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
    """Now, and in the journal: whoever is in one is still in it."""
    with changing(store, NOW, "edit") as change:
        change.people.edit(change.people.get(BO), org="Dorie Clark & Co")
        change.people.put_detail(CLEO, "tag", "Friends of Dorie Clark")
        change.people.edit(change.people.get(CLEO))
    with changing(store, NOW, "edit again") as change:
        change.people.edit(change.people.get(BO), org="Acme")
    forget(store, "dorie-clark")
    clusters = "SELECT cluster FROM person WHERE id > 2 ORDER BY id"
    assert asked(store, clusters) == ["acme", "friends of [forgotten]"]
    take_back(store, NOW)
    assert asked(store, clusters)[0] == "[forgotten] & co"


def test_names_and_addresses_of_others_stay(store: Store) -> None:
    """Even where they hold the name: they are theirs."""
    with changing(store, NOW, "edit") as change:
        change.people.edit(change.people.get(BO), name="Bo Dorie Clark")
        change.people.put_detail(BO, "email", "dorie-clark@bo.example")
        change.people.put_detail(BO, "alias", "Dorie Clark the Younger")
        change.promises.make(CLEO, "ask Bo Dorie Clark, not Dorie Clark", TODAY)
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
        change.people.edit(change.people.get(CLEO), name="Cleo Clark")
        note = "Dorie and Clark; doriel"
        kind = TOUCH_KINDS["coffee"]
        change.touches.log([DORIE, BO], kind, TODAY, note=note)
        change.touches.log([DORIE, CLEO], kind, TODAY, note=note)
        change.touches.log([BO, CLEO], kind, TODAY, note=note)
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
        change.ledger.add(BO, "got", "referral", TODAY, **more, other_id=DORIE)
        change.ledger.add(BO, "got", "referral", TODAY, **more)
    forget(store, "dorie-clark")
    assert asked(store, "SELECT other_id, text FROM entry ORDER BY id") == [
        (None, "[forgotten] needs a house"),
        (None, "Dorie needs a house"),
    ]


def test_an_edit_that_says_the_same_without_them_goes(store: Store) -> None:
    """A change that did nothing else is not there to be undone; another still is."""
    for note in ("tea", "with Dorie Clark", "with dorie-clark"):
        with changing(store, NOW, "edit") as change:
            change.people.edit(change.people.get(BO), note=note)
    assert take_back(store, NOW).id == 4
    do_again(store, NOW)
    forget(store, "dorie-clark")
    notes = "SELECT note FROM person WHERE id = 3"
    assert asked(store, notes) == ["with [forgotten]"]
    assert take_back(store, NOW).id == 3
    assert asked(store, notes) == ["tea"]


def test_a_detail_that_undo_could_bring_is_a_name_only_where_it_is_one(
    store: Store,
) -> None:
    """A tag that Dorie had for a while is no word of hers; an alias is one."""
    with changing(store, NOW, "edit") as change:
        change.people.put_detail(DORIE, "tag", "choir")
        change.people.put_detail(DORIE, "alias", "Dodo Clark")
        change.people.put_detail(BO, "tag", "choir")
        change.promises.make(BO, "sing with Dodo Clark in the choir", TODAY)
    with changing(store, NOW, "edit") as change:
        for field in ("tag", "alias"):
            change.people.clear_details(DORIE, field)
    forget(store, "dorie-clark")
    assert asked(store, "SELECT value FROM detail") == ["choir"]
    (text,) = asked(store, "SELECT text FROM promise")
    assert text == "sing with [forgotten] in the choir"


def test_pins_behind_theirs_move_up(store: Store) -> None:
    """So that the next one is put behind them, where nobody is."""
    weeks = [("new", "2025-W23"), ("new", "2025-W24")]
    pins = [ToPin(*weeks[0], place, key) for place, key in enumerate((DORIE, BO, CLEO))]
    pins += [ToPin(*weeks[1], 0, BO), ToPin(*weeks[1], 1, DORIE)]
    pin_people(store, NOW, pins)
    forget(store, "dorie-clark")
    text = "SELECT period, place, person_id FROM pin ORDER BY id"
    first = [("2025-W23", 0, BO), ("2025-W23", 1, CLEO), ("2025-W24", 0, BO)]
    assert asked(store, text) == first


def test_places_only_they_were_met_at_go(store: Store) -> None:
    """One that others were at, too, stays, and so does one where nobody was."""
    with changing(store, NOW, "log") as change:
        kind = TOUCH_KINDS["coffee"]
        change.touches.log([DORIE], kind, TODAY, place="Their home")
        change.touches.log([DORIE], kind, TODAY, place="Tatte")
        change.touches.log([BO], kind, TODAY, place="Tatte")
        change.touches.place("Nowhere yet")
    forget(store, "dorie-clark")
    assert asked(store, "SELECT name FROM place") == ["Tatte", "Nowhere yet"]


def test_a_place_stays_to_which_undo_can_lead_another(store: Store) -> None:
    """Bo was there once, by a touch that was taken out."""
    with changing(store, NOW, "log") as change:
        for key in (DORIE, BO):
            change.touches.log([key], TOUCH_KINDS["coffee"], TODAY, place="Tatte")
    with changing(store, NOW, "rm --touch 2") as change:
        change.touches.remove(change.touches.get(2))
    forget(store, "dorie-clark")
    take_back(store, NOW)
    text = "SELECT touch.id, name FROM touch JOIN place ON place.id = place_id"
    assert asked(store, text) == [(2, "Tatte")]


def test_their_handles_are_free_again(store: Store) -> None:
    """The last one and those before; a handle that was another's is not."""
    with changing(store, NOW, "edit") as change:
        for key, handle in ((DORIE, "d-clark"), (DORIE, "dorie"), (BO, "bo")):
            change.people.edit(change.people.get(key), handle=handle)
    forget(store, "dorie")
    people = Book(store).people
    taken = [people.is_taken(one) for one in ("dorie-clark", "d-clark", "dorie")]
    assert (taken, people.is_taken("bo-lind")) == ([False] * 3, True)


def test_what_no_journal_knows_is_settled_too(store: Store) -> None:
    """A file whose journal was lost: who was introduced by them is not fresh any more.

    Nor does anybody behind them wait to be thanked for what came through them.
    """
    with changing(store, NOW, "introduce") as change:
        change.introductions.introduce(CLEO, ME_ID, DORIE, TODAY)
        change.introductions.introduce(DORIE, ME_ID, BO, TODAY)
        change.ledger.add(BO, "got", "interview", TODAY)
    for table in ("change_row", "change"):
        store.connection.execute(f"DELETE FROM {table}")  # noqa: S608 (one of two)
    assert waiting(store) == {(1, BO), (1, DORIE), (1, CLEO)}
    forget(store, "dorie-clark")
    assert asked(store, "SELECT fresh_on FROM person WHERE id = 3") == [None]
    assert waiting(store) == derived_anew(store) == {(1, BO)}


def test_whom_to_thank_follows_at_every_change(store: Store) -> None:
    """An introduction behind theirs that was dropped later ends the path there."""
    with changing(store, NOW, "introduce") as change:
        change.introductions.introduce(DORIE, ME_ID, BO, TODAY)
        behind = change.introductions.introduce(BO, ME_ID, CLEO, TODAY)
        change.ledger.add(CLEO, "got", "interview", TODAY)
    with changing(store, NOW, "drop") as change:
        change.introductions.edit(behind, state="dropped")
    forget(store, "dorie-clark")
    assert waiting(store) == derived_anew(store) == {(1, CLEO)}
    take_back(store, NOW)
    assert waiting(store) == derived_anew(store) == {(1, BO), (1, CLEO)}


def test_addresses_are_no_free_text(store: Store) -> None:
    """Somebody else's page stays, though it is called like them."""
    urls = keyed([("url", "https://x.example/dorie-clark")])
    with changing(store, NOW, "add") as change:
        change.people.add(Newcomer("Zoe Pan", TODAY, details=urls))
    forget(store, "dorie-clark")
    assert asked(store, "SELECT value FROM detail") == ["https://x.example/dorie-clark"]


@pytest.mark.parametrize(
    ("command", "left"),
    [
        ("add Dorie Clark --met", "add [forgotten]"),
        ("--db '/a b/dorie.db' --json log dorie", "log [forgotten]"),
        ("--today 2025-06-02 --format plain rm dorie", "rm [forgotten]"),
        ("--db=/dorie", "[forgotten]"),
        ("log 'dorie", "[forgotten]"),
        ("", "[forgotten]"),
    ],
)
def test_of_a_command_only_its_name_is_left(command: str, left: str) -> None:
    """Whatever was typed around it may be theirs."""
    assert shortened(command) == left


@given(st.sets(st.integers(0, 30)))
def test_runs_are_keys_without_a_gap(keys: set[int]) -> None:
    """All of them, in order, and no two runs could be one."""
    found = list(runs(sorted(keys)))
    assert {key for first, last in found for key in range(first, last + 1)} == keys
    assert all(last + 1 < first for (_, last), (first, _) in pairwise(found))
