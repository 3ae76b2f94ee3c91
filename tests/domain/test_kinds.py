"""Kinds of people and of touches, and the facts that they carry."""

import pytest

from netlog.domain.kinds import (
    KIND_CADENCES,
    PERSON_KINDS,
    TOUCH_KINDS,
    TouchKind,
    cadence_of,
)


def test_touches_in_person_and_sit_downs_are_what_the_words_say() -> None:
    """Seven are in person; all but an event and a chance meeting are sit-downs."""
    in_person = {kind.name for kind in TOUCH_KINDS.values() if kind.in_person}
    sit_down = {kind.name for kind in TOUCH_KINDS.values() if kind.sit_down}
    assert sit_down == {"coffee", "lunch", "dinner", "meeting", "exchange"}
    assert in_person == {*sit_down, "event", "met"}
    others = {"call", "email", "note", "article", "gift", "message"}
    assert set(TOUCH_KINDS) == in_person | others


def test_a_touch_kind_is_found_by_its_own_name() -> None:
    """The table has every kind under what it is called."""
    assert [kind.name for kind in TOUCH_KINDS.values()] == list(TOUCH_KINDS)
    assert TOUCH_KINDS["call"] == TouchKind("call", in_person=False, sit_down=False)


def test_every_kind_of_person_has_a_cadence() -> None:
    """Three months, and six for peers and friends."""
    half = {"peer", "friend"}
    assert set(KIND_CADENCES) == set(PERSON_KINDS)
    assert {kind for kind, span in KIND_CADENCES.items() if span == "6m"} == half
    assert set(KIND_CADENCES.values()) == {"3m", "6m"}


@pytest.mark.parametrize(
    ("every", "kinds", "cadence"),
    [
        ("", (), ""),
        ("2w", (), "2w"),
        ("1y", ("client",), "1y"),
        ("", ("friend",), "6m"),
        ("", ("mentor",), "3m"),
        ("", ("friend", "client"), "3m"),
        ("", ("client", "friend"), "3m"),
    ],
)
def test_their_own_cadence_comes_before_their_kinds(
    every: str, kinds: tuple[str, ...], cadence: str
) -> None:
    """Their own, else the shortest of their kinds, else none."""
    assert cadence_of(every, kinds) == cadence
