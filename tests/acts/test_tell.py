"""Telling a story: what happened in it, as if it had been typed day by day."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from tests.storage.filled import NOW, TODAY, in_memory

from netlog.acts.tell import tell
from netlog.domain.person import ME_ID, Person
from netlog.errors import NotFoundError
from netlog.storage.book import Book
from netlog.storage.change import changing
from netlog.stories.reading import Step, Story, stories

ADD = Step(30, "add", "Ann Lee", {})


@contextmanager
def told(*steps: Step, day: date = TODAY) -> Iterator[Book]:
    """A book in which these steps happened, and nothing else."""
    with closing(in_memory()) as store:
        with changing(store, NOW, "demo") as change:
            tell(change, Story("one", "One", steps, ()), day)
        yield Book(store)


def ago(days: int) -> date:
    """So many days before the day of the tests."""
    return TODAY - timedelta(days=days)


def test_somebody_comes_by_somebody_or_at_a_place() -> None:
    """With all that `add` takes; a place makes it a chance meeting."""
    bo = Step(20, "add", "Bo Roe", {"via": "Ann Lee", "org": "Acme", "kind": ["peer"]})
    cy = Step(9, "add", "Cy Poe", {"at": "gym"})
    with told(ADD, bo, cy) as book:
        ann, found, met = (book.people.find(who) for who in ("ann", "bo", "cy"))
        assert (ann.starts_on, ann.last_contact) == (ago(30), None)
        assert (found.org, met.last_contact) == ("Acme", ago(9))
        (way,) = book.introductions.of(found.id)
        assert (way.day, way.introducer.handle, way.state) == (
            ago(20),
            "ann-lee",
            "made",
        )


def test_a_touch_is_logged_or_tried() -> None:
    """Coffee, unless it is said; with place, note and guess."""
    more = {"at": "Tatte", "note": "tea", "guess": "likely"}
    tried = Step(2, "log", "Ann Lee", {"kind": "call", "answered": False})
    with told(ADD, Step(5, "log", "Ann Lee", more), tried) as book:
        ann = book.people.find("ann")
        found = {one.id: one for one in book.touches.of(ann.id)}
        assert [(one.kind, one.day, one.answered) for one in found.values()] == [
            ("coffee", ago(5), True),
            ("call", ago(2), False),
        ]
        assert (found[1].place, found[1].note) == ("Tatte", "tea")
        guess = book.ledger.guess_of(1)
        assert guess is not None
        assert guess.word == "likely"


def test_an_introduction_is_made_by_somebody_or_by_me() -> None:
    """To me, or of two people to each other."""
    others = [Step(30, "add", name, {}) for name in ("Bo Roe", "Cy Poe")]
    to_me = Step(6, "intro", "Bo Roe", {"by": "Ann Lee", "inbound": True})
    by_me = Step(4, "intro", "Bo Roe", {"to": "Cy Poe"})
    with told(ADD, *others, to_me, by_me) as book:
        ann, bo, cy = (book.people.find(who) for who in ("ann", "bo", "cy"))
        made = {one.day: one for one in book.introductions.of(bo.id)}
        assert made[ago(6)].inbound
        assert (made[ago(6)].introducer.id, made[ago(6)].a_id) == (ann.id, ME_ID)
        assert made[ago(4)].introducer.id == ME_ID
        assert {one.id for one in made[ago(4)].pair} == {bo.id, cy.id}


def test_what_was_given_and_got_and_the_thanks_for_it() -> None:
    """Money to the cent; thanks for all that waits."""
    got = Step(9, "got", "Ann Lee", {"kind": "client", "value": "49.90", "text": "tea"})
    gave = Step(8, "gave", "Ann Lee", {"kind": "tip"})
    thanks = Step(3, "thank", "Ann Lee", {})
    with told(ADD, got, gave, thanks) as book:
        ann = book.people.find("ann")
        entries = book.ledger.of(ann.id)
        assert [(one.way, one.kind, one.text, one.cents) for one in entries] == [
            ("got", "client", "tea", 4990),
            ("gave", "tip", "", None),
        ]
        (thank,) = book.ledger.thanks_of(entries[0].id)
        assert (thank.person_id, thank.thanked_on) == (ann.id, ago(3))


def test_a_promise_is_due_within_days_and_kept_after_some() -> None:
    """Both counted from the day on which it was made; or it is open."""
    kept = Step(9, "promise", "Ann Lee", {"text": "a", "within": 3, "kept_after": 1})
    still = Step(1, "promise", "Ann Lee", {"text": "b", "within": 2})
    with told(ADD, kept, still) as book:
        both = [book.promises.get(number) for number in (1, 2)]
        assert [(one.text, one.due, one.state, one.closed_on) for one in both] == [
            ("a", ago(6), "kept", ago(8)),
            ("b", ago(-1), "open", None),
        ]


@pytest.mark.parametrize(
    ("verb", "more"),
    [
        ("log", {"not": "tea"}),
        ("got", {"kind": "tip", "worth": "3"}),
        ("promise", {"text": "a"}),
        ("add", {"organisation": "Acme"}),
    ],
)
def test_a_word_that_nobody_knows_is_refused(verb: str, more: dict[str, Any]) -> None:
    """A slip in a file is found when it is told."""
    with pytest.raises(TypeError), told(ADD, Step(1, verb, "Ann Lee", more)):
        pass


def test_nobody_is_made_up_in_passing() -> None:
    """Who was not added is not there."""
    with pytest.raises(NotFoundError), told(Step(1, "log", "Ann Lee", {})):
        pass


def people(day: date) -> list[Person]:
    """Everybody of all stories, as seen from a day."""
    with told(*(step for one in stories() for step in one.happened), day=day) as book:
        return book.people.everybody()


@settings(max_examples=10)
@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_it_moves_with_the_day(day: date) -> None:
    """As many days ago, whatever the day is."""
    ages = [_ages(people(one), one) for one in (TODAY, day)]
    assert ages[0] == ages[1]


def _ages(everybody: list[Person], day: date) -> dict[str, timedelta | None]:
    return {
        one.handle: day - one.last_contact if one.last_contact else None
        for one in everybody
    }


@pytest.mark.parametrize("field", ["org", "city", "role"])
def test_there_is_something_to_filter_by(field: str) -> None:
    """Most of them have it."""
    everybody = people(TODAY)
    assert sum(bool(getattr(one, field)) for one in everybody) > len(everybody) / 2
