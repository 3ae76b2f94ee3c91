"""Touches: found by their number, and the places where they were."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.repository.changes import add, do, states
from tests.repository.filled import TODAY

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.kinds import TOUCH_KINDS
from netlog.errors import NotFoundError
from netlog.repository import touches

COFFEE = TOUCH_KINDS["coffee"]


def test_a_touch_that_is_not_there(store: Store) -> None:
    """A NotFoundError that says where the numbers are."""
    with pytest.raises(NotFoundError, match="There is no touch 7") as error:
        touches.get(store, 7)
    assert error.value.advice == "netlog show WHO lists the numbers."


def test_a_touch_is_answered_and_nowhere_unless_it_is_said(store: Store) -> None:
    """Who, how and when are enough."""
    ann = add(store, "Ann")
    do(store, lambda c: touches.log(c, [ann.id], COFFEE, TODAY))
    touch = touches.get(store, 1)
    facts = (touch.kind, touch.day, touch.in_person, touch.sit_down, touch.two_way)
    assert facts == ("coffee", TODAY, True, True, True)
    assert (touch.place_id, touch.note, touch.inbound) == (None, "", False)
    assert answers(store, 1) == [(ann.id, "yes", None, None)]


def answers(store: Store, touch: int) -> list[tuple[int, str, date | None, int | None]]:
    """Who was at a touch: what they answered, on which day, by which change."""
    return [
        (there.person_id, there.answered, there.answered_on, there.settled)
        for there in sql.answers_to(store, touch)
    ]


@pytest.mark.parametrize(
    ("kind", "facts", "answered"),
    [
        ("call", {}, ("yes", None)),
        ("email", {}, ("sent", None)),
        ("message", {"inbound": True}, ("yes", None)),
        ("email", {"answered": "no"}, ("no", None)),
        ("email", {"answered": "yes"}, ("yes", 2)),
        ("call", {"answered": "no"}, ("no", None)),
    ],
)
def test_what_comes_back_is_the_kinds_unless_it_is_said(
    store: Store, kind: str, facts: dict[str, Any], answered: tuple[str, int | None]
) -> None:
    """What is sent waits for its answer; an answer that is said has its change."""
    ann = add(store, "Ann")
    do(store, lambda c: touches.log(c, [ann.id], TOUCH_KINDS[kind], TODAY, **facts))
    word, settled = answered
    assert answers(store, 1) == [(ann.id, word, None, settled)]


def test_whoever_is_heard_from_answered_all_that_was_sent_by_then(
    store: Store,
) -> None:
    """They alone: of a mail to two the other has not answered."""
    ann, bea = add(store, "Ann"), add(store, "Bea")
    mail, later = TOUCH_KINDS["email"], TODAY + timedelta(days=7)
    for people, on in (([ann, bea], TODAY), ([ann], TODAY), ([ann], later)):
        ids = [person.id for person in people]
        do(store, lambda c, i=ids, d=on: touches.log(c, i, mail, d))  # type: ignore[misc] # mypy does not follow the default
    heard = TODAY + timedelta(days=2)
    do(store, lambda c: touches.hear(c, ann.id, heard))
    assert answers(store, 1) == [
        (ann.id, "yes", heard, 6),
        (bea.id, "sent", None, None),
    ]
    assert answers(store, 2) == [(ann.id, "yes", heard, 6)]
    assert answers(store, 3) == [(ann.id, "sent", None, None)]


def test_where_nothing_waits_nothing_is_written(store: Store) -> None:
    """Whoever was never written to has answered nothing."""
    ann = add(store, "Ann")
    do(store, lambda c: touches.hear(c, ann.id, TODAY))
    assert states(store) == [("add Ann", "done")]


@pytest.mark.parametrize(
    ("begins", "answered", "becomes", "then"),
    [
        ("email", "", "coffee", ("yes", None)),
        ("coffee", "", "email", ("sent", None)),
        ("email", "", "card", ("sent", None)),
        ("email", "yes", "coffee", ("yes", 2)),
        ("email", "no", "call", ("no", None)),
        ("call", "no", "email", ("no", None)),
    ],
)
def test_an_answer_that_nobody_said_follows_the_kind(
    store: Store, begins: str, answered: str, becomes: str, then: tuple[str, int | None]
) -> None:
    """A mistyped kind is mended; what was said of the answer stays said."""
    ann, kind = add(store, "Ann"), TOUCH_KINDS[begins]
    do(store, lambda c: touches.log(c, [ann.id], kind, TODAY, answered=answered))
    mended = touches.kind_columns(TOUCH_KINDS[becomes])
    do(store, lambda c: touches.edit(c, touches.get(c.store, 1), **mended))
    word, settled = then
    assert answers(store, 1) == [(ann.id, word, None, settled)]


@pytest.mark.parametrize("word", ["yes", "no", "sent"])
def test_an_answer_that_is_mended_is_that_of_everybody(store: Store, word: str) -> None:
    """With the change that says so, where there was one, and on the day itself."""
    ann, bea, mail = add(store, "Ann"), add(store, "Bea"), TOUCH_KINDS["email"]
    do(store, lambda c: touches.log(c, [ann.id, bea.id], mail, TODAY))
    do(store, lambda c: touches.hear(c, ann.id, TODAY + timedelta(days=3)))
    do(store, lambda c: touches.edit(c, touches.get(c.store, 1), answered=word))
    settled = 5 if word == "yes" else None
    assert answers(store, 1) == [
        (ann.id, word, None, settled),
        (bea.id, word, None, settled),
    ]


def test_a_place_is_one_however_it_is_written(store: Store) -> None:
    """As it was named first; no name is no place."""
    ann = add(store, "Ann")
    for name in ("Blue  Bottle", "blue bottle", " \x1b "):
        do(store, lambda c, at=name: touches.log(c, [ann.id], COFFEE, TODAY, place=at))  # type: ignore[misc] # mypy does not follow the default
    assert [touches.get(store, key).place_id for key in (1, 2, 3)] == [1, 1, None]
    assert touches.place_named(store, "BLUE BOTTLE").name == "Blue Bottle"


def test_a_place_that_nobody_named(store: Store) -> None:
    """The error repeats what was typed, in so far as it can be shown."""
    with pytest.raises(NotFoundError) as error:
        touches.place_named(store, f"Ta\x1btte{'e' * 99}")
    assert error.value.sentence == f"No place is called Tatte{'e' * 35}."
