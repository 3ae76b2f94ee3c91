"""The thin file between the bench and netlog: it asks, and reckons nothing itself."""

from datetime import date, timedelta

import pytest
from bench.planning.ego import Ego, terms
from bench.planning.world import FIRST_MONDAY

from netlog.db import sql
from netlog.domain.settings import Settings
from netlog.plan.context import context_for
from netlog.plan.week import plan_for

NEXT = FIRST_MONDAY + timedelta(weeks=1)


def ago(days: int) -> date:
    """So many days before the first Monday."""
    return FIRST_MONDAY - timedelta(days=days)


@pytest.fixture
def ego() -> Ego:
    """Two contacts, five strangers, one introduced by both, one met by chance."""
    user = Ego({1: "Acme", 10: "Birch", 11: "Acme"})
    with user.writing(FIRST_MONDAY) as diary:
        diary.contacts([1, 2], "13w")
        diary.strangers([3, 4, 5, 6, 7])
        diary.history({1: [ago(200), ago(100)], 2: [ago(10)]}, "coffee")
        for day, person in ((ago(20), 10), (ago(30), 11)):
            diary.heard_of(person, day)
        diary.introduced(10, 1, ago(20))
        diary.introduced(10, 2, ago(20))
        diary.met(11, ago(30))
    return user


def test_the_pick_is_the_one_of_the_plan(ego: Ego) -> None:
    """The pick and its alternates are those that `due` shows, and they are pinned."""
    asked = ego.asked_new(FIRST_MONDAY)
    plan = plan_for(context_for(FIRST_MONDAY, Settings()), ego.store)
    shown = [line.person.id for line in plan.new.pick + plan.new.alternates]
    assert [ego.keys[person] for person in asked] == shown
    assert [pin for pin in plan.to_pin if pin.slot == "new"] == []
    assert asked[0] == 10


def test_the_others_are_told_by_what_simple_rules_go_by(ego: Ego) -> None:
    """How often there was contact, by how many they were named, since when."""
    could_be = {one.person: one for one in ego.open_new(FIRST_MONDAY)}
    assert sorted(could_be) == [3, 4, 5, 6, 7, 10, 11]
    assert (could_be[10].named, could_be[10].contacts) == (2, 0)
    assert (could_be[11].named, could_be[11].contacts) == (0, 1)
    assert could_be[11].since == ago(30)


def test_another_rule_pins_its_own(ego: Ego) -> None:
    """Whom it chose stands in the plan of the week; strangers wait for nobody left."""
    assert ego.asked_new(NEXT)[0] == 10
    ego.pin_new(FIRST_MONDAY, [11, 7, 10])
    assert ego.asked_new(FIRST_MONDAY) == (11, 10)
    plan = plan_for(context_for(FIRST_MONDAY, Settings()), ego.store)
    assert plan.new.pick[0].person.handle == "person-11"


def test_who_is_tried_twice_in_vain_is_held_by_the_gates(ego: Ego) -> None:
    """The gates are netlog's, for every rule."""
    for day in (FIRST_MONDAY, NEXT):
        with ego.writing(day) as diary:
            diary.tried(10, day)
    assert 10 not in {one.person for one in ego.open_new(NEXT)}


def test_whom_one_sat_down_with_is_new_no_more(ego: Ego) -> None:
    """A coffee is a contact, and ends the introduction."""
    with ego.writing(FIRST_MONDAY) as diary:
        diary.sat_down(10, FIRST_MONDAY)
        diary.met(3, NEXT)  # and who was met this week is not asked this week
    assert sorted(one.person for one in ego.open_new(NEXT)) == [4, 5, 6, 7, 11]
    states = {way.state for way in sql.ways_to(ego.store, ego.keys[10])}
    assert states == {"met"}


def test_keep_has_whose_cadence_has_ended(ego: Ego) -> None:
    """One of the two contacts, with the share of the cadence that netlog reckons."""
    (waiting,) = ego.open_keep(FIRST_MONDAY)
    assert (waiting.person, waiting.contacts) == (1, 2)
    assert waiting.share == pytest.approx(100 / 91)
    assert ego.asked_keep(FIRST_MONDAY) == (1,)


def test_reconnect_has_who_was_silent_for_a_year(ego: Ego) -> None:
    """A year later both contacts are."""
    later = FIRST_MONDAY + timedelta(days=364)
    assert sorted(one.person for one in ego.open_reconnect(later)) == [1, 2, 11]


def test_what_there_was_is_derived_as_if_it_had_been_logged() -> None:
    """Many touches at once, or one after the other: the same standing."""
    days = [ago(90), ago(60), ago(30)]
    at_once, one_by_one = Ego(), Ego()
    with at_once.writing(FIRST_MONDAY) as diary:
        diary.contacts([1], "13w")
        diary.history({1: days}, "call")
    with one_by_one.writing(FIRST_MONDAY) as diary:
        diary.contacts([1], "13w")
        for day in days:
            diary.talked(1, day)
    people = [sql.person(ego.store, ego.keys[1]) for ego in (at_once, one_by_one)]
    first, second = (one._replace(uid="") for one in people if one)
    assert first == second
    assert first.last_contact == ago(30)


def test_a_copy_lives_on_by_itself(ego: Ego) -> None:
    """What happens to it does not happen to the one it was made of."""
    other = ego.copy(Settings(weights={"new.bridge": 0.0}))
    with other.writing(FIRST_MONDAY) as diary:
        diary.sat_down(10, FIRST_MONDAY)
        diary.heard_of(12, FIRST_MONDAY)
    assert 10 in {one.person for one in ego.open_new(FIRST_MONDAY)}
    assert 12 not in ego.keys
    assert {one.points["bridge"] for one in other.ranked_new(NEXT)} == {0.0}


def test_a_line_has_the_points_of_every_term(ego: Ego) -> None:
    """By the names that a weight can be set by, and they add up to the score."""
    for one in ego.ranked_new(FIRST_MONDAY):
        assert tuple(one.points) == terms("new")
        assert sum(one.points.values()) == pytest.approx(one.score)
