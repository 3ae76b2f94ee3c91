"""Kinds of people and of touches, and the facts that they carry."""

from netlog.domain.kinds import (
    KIND_CADENCES,
    KNOWN_KINDS,
    PERSON_KINDS,
    TOUCH_KINDS,
    TouchKind,
)


def test_touches_in_person_and_sit_downs_are_what_the_words_say() -> None:
    """Seven are in person; all but an event and a chance meeting are sit-downs."""
    in_person = {kind.name for kind in TOUCH_KINDS.values() if kind.in_person}
    sit_down = {kind.name for kind in TOUCH_KINDS.values() if kind.sit_down}
    assert sit_down == {"coffee", "lunch", "dinner", "meeting", "exchange"}
    assert in_person == {*sit_down, "event", "met"}
    others = {"call", "email", "card", "article", "gift", "message"}
    assert set(TOUCH_KINDS) == in_person | others


def test_a_touch_kind_is_found_by_its_own_name() -> None:
    """The table has every kind under what it is called."""
    assert [kind.name for kind in TOUCH_KINDS.values()] == list(TOUCH_KINDS)
    assert TOUCH_KINDS["call"] == TouchKind("call", two_way=True)


def test_two_way_is_what_is_said_face_to_face_and_by_phone() -> None:
    """What is sent waits for its answer."""
    two_way = {kind.name for kind in TOUCH_KINDS.values() if kind.two_way}
    in_person = {kind.name for kind in TOUCH_KINDS.values() if kind.in_person}
    assert two_way == {*in_person, "call"}


def test_every_kind_of_person_has_a_cadence() -> None:
    """A quarter of a year, and a half for peers and friends."""
    half = {"peer", "friend"}
    assert set(KIND_CADENCES) == set(PERSON_KINDS)
    assert {kind for kind, span in KIND_CADENCES.items() if span == "26w"} == half
    assert set(KIND_CADENCES.values()) == {"13w", "26w"}


def test_prospects_and_experts_may_be_new() -> None:
    """Whoever is of another kind is somebody one knows."""
    assert set(PERSON_KINDS) - KNOWN_KINDS == {"prospect", "expert"}
