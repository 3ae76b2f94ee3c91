"""Coffee with someone new: who is considered, who is picked, and for which week."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, strategies as st
from tests.plan.builders import (
    MONDAY,
    Network,
    ago,
    context,
    facts,
    handles,
    later,
    person,
    way,
)

from netlog.domain.dates import to_come
from netlog.domain.person import Person
from netlog.domain.pins import ToPin
from netlog.domain.stable_random import draw
from netlog.domain.weeks import week_of
from netlog.plan.facts import PersonFacts
from netlog.plan.result import Line, NewSlot
from netlog.plan.score import ScoredTerm, scored_terms
from netlog.plan.slots import new
from netlog.plan.slots.new import around, best_first, next_step, reasons
from netlog.plan.terms.new import NEW_TERMS

THIS = week_of(MONDAY)
NEXT = THIS.next()


@pytest.fixture
def network() -> Network:
    """Hal, a friend, introduced five people, the later the better."""
    made = Network()
    made.add("hal", known=True, no_sell=True)
    for number, name in enumerate(("ada", "bea", "cal", "dan", "eve")):
        made.add(name, via="hal", on=ago(10 + 10 * number))
    return made


def chosen(network: Network) -> list[str]:
    """The pick and its alternates."""
    slot = network.plan().new
    return handles(slot.pick + slot.alternates)


def strangers(network: Network, *names: str, **fields: Any) -> None:
    """People from LinkedIn, of whom nothing else is on record."""
    network.add(*names, source="linkedin", **fields)


def test_the_best_is_the_pick_and_the_next_two_its_alternates(network: Network) -> None:
    """One pick, with all that is said of it; the three are to be pinned together."""
    slot = network.plan().new
    assert (handles(slot.pick), handles(slot.alternates)) == (["ada"], ["bea", "cal"])
    ids = [network.person(name).id for name in ("ada", "bea", "cal")]
    assert slot.to_pin == tuple(
        ToPin("new", "2025-W23", place, MONDAY, key) for place, key in enumerate(ids)
    )
    line = slot.pick[0]
    assert line.text == "introduced by hal 10 days ago"
    assert (line.next, line.more) == ("netlog log ada -k email", {})
    assert [term.name for term in line.terms] == [
        *("warmth", "near", "bridge", "freshness", "named by", "client path", "luck")
    ]
    assert (slot.state, slot.done, slot.week) == ("", False, THIS)
    assert slot.now is slot.ask is None


def test_a_friend_of_a_client_comes_first_in_focused_weeks(network: Network) -> None:
    """And nothing of it counts in open ones."""
    network.add("zoe", no_sell=True, details={"kind": "client"})
    network.introduce("eve", by="zoe", on=ago(40))
    assert chosen(network)[0] == "ada"
    network.settings = network.settings._replace(lens="focused")
    assert chosen(network)[0] == "eve"
    assert network.plan().new.pick[0].text == (
        "introduced by zoe 40 days ago, named by 2 people, zoe is a client"
    )


def test_who_is_held_is_passed_over(network: Network) -> None:
    """Dropped, skipped, a friend, stuck: the next one comes first."""
    network.introduce("ada", by="hal", state="dropped")
    network.put_off("bea", "skip")
    network.edit("cal", no_sell=True)
    network.tries("dan", ago(3), ago(2))
    assert chosen(network) == ["eve"]


# Connected, known, strangers.


def test_connected_people_come_before_all_others() -> None:
    """Introduced, offered, typed in, met, heard from; and they stand by themselves."""
    network = Network()
    network.add("hal", known=True, no_sell=True)
    network.add("kim", known=True)
    strangers(network, "met", "wrote", "named", "s1", "s2")
    network.log("met", kind="event", on=ago(90))
    network.log("wrote", kind="email", on=ago(90))
    network.hears("wrote", on=ago(89))
    network.introduce("named", by="hal", on=ago(800), state="offered")
    network.add("typed")
    ranked = handles(new.ranked(network.inputs()))
    assert sorted(ranked) == ["met", "named", "typed", "wrote"]
    assert set(chosen(network)) < set(ranked)
    network.rest("met")
    network.rest("wrote")
    network.rest("named")
    assert chosen(network) == ["typed"]
    network.rest("typed")
    assert chosen(network)[0] == "kim"


def test_writing_to_a_stranger_does_not_connect_them() -> None:
    """Being heard from does."""
    network = Network()
    strangers(network, "s1", "s2")
    network.sends("s1", ago(9))
    assert new.ranked(network.inputs()) == ()
    network.hears("s1", on=ago(8))
    assert handles(new.ranked(network.inputs())) == ["s1"]
    assert chosen(network) == ["s1"]


def test_somebody_known_without_a_coffee_comes_before_strangers() -> None:
    """In score order, with their like and strangers as alternates."""
    network = Network()
    network.add("ann", source="contacts", city="Rome")
    network.add("bob", source="contacts", city="Oslo")
    strangers(network, "s1", "s2", city="Rome")
    network.edit_me(city="Rome")
    slot = network.plan().new
    names = handles(slot.pick + slot.alternates)
    assert names[:2] == ["ann", "bob"]
    assert names[2] in {"s1", "s2"}
    assert slot.pick[0].text == "you know them, no coffee logged, in Rome"
    assert [line.more for line in (*slot.pick, *slot.alternates)] == [
        *({"known": True}, {"known": True}, {})
    ]


def again_network() -> Network:
    """Everybody was met: Ada 60 weeks ago, Bea 55, Cal 53, Dan 51; all were asked."""
    network = Network(ago(7))
    network.add("ada", "bea", "cal", "dan")
    for name, weeks in (("ada", 60), ("bea", 55), ("cal", 53), ("dan", 51)):
        network.log(name, on=ago(7 * weeks))
        network.asked(name)
    network.today = MONDAY
    return network


def test_where_nobody_is_new_who_was_not_sat_with_for_a_year_is_asked_again() -> None:
    """Marked as such, and no sooner than 52 weeks."""
    slot = again_network().plan().new
    assert set(handles(slot.pick + slot.alternates)) == {"ada", "bea", "cal"}
    assert slot.pick[0].more == {"again": True}
    last = {"ada": "8 Apr 2024, 60", "bea": "13 May 2024, 55", "cal": "27 May 2024, 53"}
    for line in (*slot.pick, *slot.alternates):
        expected = f"last sat down {last[line.person.handle]} weeks ago"
        assert line.text == expected


@pytest.mark.parametrize(("days", "asked"), [(364, True), (363, False)])
def test_again_is_after_52_weeks(days: int, *, asked: bool) -> None:
    """To the day, seen from Monday."""
    network = Network(ago(7))
    network.add("ada")
    network.log("ada", on=ago(days))
    network.asked("ada")
    network.today = later(days=6)
    assert bool(network.plan().new.pick) is asked


def test_somebody_connected_comes_before_anybody_again() -> None:
    """However long ago the others were met."""
    network = again_network()
    network.add("zoe")
    assert chosen(network) == ["zoe"]


def test_friends_are_not_asked_again() -> None:
    """No-sell is out of new, first or second time; so is who rests."""
    network = again_network()
    network.edit("ada", no_sell=True)
    network.rest("bea")
    assert chosen(network) == ["cal"]


def test_a_stranger_is_the_pick_where_nobody_else_is_left() -> None:
    """To be written to first."""
    network = Network()
    strangers(network, "s1", "s2", "s3", "s4")
    slot = network.plan().new
    assert len(slot.alternates) == 2
    (line,) = slot.pick
    assert line.next == f"netlog log {line.person.handle} -k message"
    assert line.text == "nobody in between yet"


def test_a_stranger_is_not_named_after_two_messages_without_an_answer() -> None:
    """Until they are heard from."""
    network = Network()
    strangers(network, "s1")
    network.sends("s1", ago(30), ago(20))
    assert chosen(network) == []
    network.hears("s1")
    assert chosen(network) == ["s1"]


def test_companies_mailboxes_and_groups_are_never_picked() -> None:
    """Of an address book or of a list."""
    network = Network()
    for number, entity in enumerate(("company", "mailbox", "group")):
        network.add(f"c{number}", source="contacts", entity=entity)
        strangers(network, f"s{number}", entity=entity)
        network.add(f"t{number}", entity=entity)
    assert chosen(network) == []


def test_a_hundred_strangers_are_drawn_each_week() -> None:
    """Another hundred another week, in the order of their draw."""
    network = Network()
    strangers(network, *(f"p{number}" for number in range(450)))
    weeks = []
    for number in range(3):
        network.today = later(weeks=number)
        drawn = [line.person for line in new.last_resorts(network.inputs())]
        assert all(each.draw == draw(each.handle) for each in drawn)
        weeks.append({each.handle for each in drawn})
    assert [len(week) for week in weeks] == [100, 100, 100]
    assert len(set.union(*weeks)) > 200


def test_the_300_most_recently_connected_are_considered() -> None:
    """Whoever was met or introduced before is not."""
    network = Network()
    names = [f"p{number}" for number in range(310)]
    strangers(network, *names)
    for number, name in enumerate(names):
        network.log(name, kind="met", on=ago(400 - number))
    considered = {line.person.handle for line in new.ranked(network.inputs())}
    assert considered == set(names[10:])


# The week: booked, held, the next one.


@pytest.mark.parametrize("kind", ["coffee", "lunch", "dinner", "meeting", "exchange"])
def test_a_sit_down_with_anybody_new_is_the_coffee_of_the_week(
    network: Network, kind: str
) -> None:
    """Not with the pick alone; then the pick is for the next one."""
    network.log("eve", kind=kind)
    slot = network.plan().new
    assert (slot.done, slot.state, slot.week) == (True, "", NEXT)
    assert handles(slot.pick) == ["ada"]


@pytest.mark.parametrize(
    ("kind", "on", "more"),
    [
        ("event", MONDAY, {}),
        ("call", MONDAY, {}),
        ("met", MONDAY, {}),
        ("coffee", ago(1), {}),
        ("coffee", MONDAY, {"answered": "no"}),
    ],
)
def test_anything_else_is_not(
    network: Network, kind: str, on: date, more: dict[str, Any]
) -> None:
    """No sit-down, not this week, or nobody came."""
    network.log("eve", kind=kind, on=on, **more)
    slot = network.plan().new
    assert (slot.done, slot.week) == (False, THIS)


def test_a_second_sit_down_or_one_with_old_friends_is_not(network: Network) -> None:
    """Somebody new is somebody new."""
    network.log("eve", on=ago(30))
    network.log("eve")
    network.log("hal")
    assert not network.plan().new.done


@pytest.mark.parametrize(
    ("days", "state", "week"),
    [
        ((), "", THIS),
        ((3,), "", NEXT),
        ((0,), "", NEXT),
        ((9,), "", THIS),
        ((14,), "", THIS),
        ((3, 9), "booked", None),
        ((3, 4), "", NEXT),
        ((9, 10), "", THIS),
        ((3, 9, 20), "booked", None),
    ],
)
def test_there_is_a_pick_for_the_first_week_that_is_not_booked(
    network: Network, days: tuple[int, ...], state: str, week: object
) -> None:
    """With somebody new, this week and the next; then there is none."""
    for name, day in zip(("ada", "bea", "cal"), days, strict=False):
        network.book(name, on=later(days=day))
    slot = network.plan().new
    assert (slot.state, slot.week) == (state, week)
    expected = "dan" if len(days) == 3 else ["ada", "bea", "cal"][len(days)]
    assert handles(slot.pick) == ([] if state else [expected])


@pytest.mark.parametrize("state", ["held", "cancelled", "no-show"])
def test_what_is_no_booking_any_more_fills_no_week(
    network: Network, state: str
) -> None:
    """Nor does one with somebody who is not new."""
    network.book("ada", on=later(days=3), state=state)
    network.book("hal", on=later(days=3))
    assert network.plan().new.week == THIS


def test_held_and_booked_is_done(network: Network) -> None:
    """The coffee of this week was had, and that of the next is in the calendar."""
    network.log("ada")
    network.book("bea", on=later(days=8))
    assert network.plan().new == NewSlot(state="done", done=True)
    assert network.plan().is_due is True
    assert network.plan(NEXT).new.week == NEXT.next()


def test_the_first_alternate_is_the_pick_once_that_is_booked(network: Network) -> None:
    """For the next week; the one that is booked stands in no slot that picks."""
    network.due()
    network.book("ada", on=later(days=3))
    slot = network.due(later(days=1)).new
    assert (handles(slot.pick), handles(slot.alternates)) == (["bea"], ["cal", "dan"])
    assert (slot.week, slot.pick[0].next) == (NEXT, "netlog log bea -k email")


def test_a_booking_that_passed_keeps_its_week(network: Network) -> None:
    """How it went is asked elsewhere, and nothing else of them until it is said."""
    network.book("ada", on=MONDAY)
    network.today = later(days=4)
    slot = network.plan().new
    assert (slot.week, handles(slot.pick)) == (NEXT, ["bea"])
    network.today = later(weeks=3)
    assert handles(network.plan().new.pick) == ["bea"]


@pytest.mark.parametrize(
    ("state", "why"),
    [("cancelled", "cancelled for Wed"), ("no-show", "did not come on Wed")],
)
def test_whoever_did_not_come_gives_way(network: Network, state: str, why: str) -> None:
    """In the same week; what happened is said, until there is a day again."""
    network.book("ada", on=later(days=2), state=state)
    network.today = later(days=2)
    slot = network.plan().new
    assert (handles(slot.pick), slot.now and slot.now.person.handle) == (["ada"], "bea")
    assert slot.pick[0].text.endswith(f", {why}")
    network.book("ada", on=later(days=4))
    slot = network.plan().new
    assert (handles(slot.pick), slot.week, slot.now) == (["bea"], NEXT, None)


def test_a_booking_with_who_was_the_pick_counts_though_they_are_not_new() -> None:
    """Also in the week after the one that picked them; and so does the coffee."""
    network = Network()
    network.add("kim", known=True)
    assert handles(network.due().new.pick) == ["kim"]
    network.book("kim", on=later(days=9))
    network.add("zoe")
    assert network.due(later(days=1)).new.week == THIS
    assert network.due(later(weeks=1)).new.week == NEXT.next()
    network.today = later(days=9)
    network.log("kim")
    slot = network.plan().new
    assert (slot.done, slot.week) == (True, NEXT.next())


def test_a_friend_who_was_never_picked_fills_no_week() -> None:
    """Nor one of a year ago."""
    network = Network()
    network.add("kim", known=True)
    network.due()
    network.log("kim")
    network.add("zoe")
    network.today = later(weeks=52)
    network.book("kim", on=later(weeks=52, days=2))
    assert network.plan().new.week == week_of(network.today)


def test_next_week_has_another_pick(network: Network) -> None:
    """Whoever was met is new no more."""
    assert handles(network.due().new.pick) == ["ada"]
    network.log("ada")
    assert network.due().new.done
    assert handles(network.due(later(weeks=1)).new.pick) == ["bea"]


# The pick that does not answer.


def now(network: Network, days: int) -> tuple[list[str], str]:
    """The pick, and who stands beside it so many days after the Monday."""
    slot = network.due(later(days=days)).new
    return handles(slot.pick), slot.now.person.handle if slot.now else ""


@pytest.fixture
def picked(network: Network) -> Network:
    """Ada is the pick, Bea and Cal are her alternates, and it is Tuesday."""
    network.due()
    network.today = later(days=1)
    return network


def test_writing_to_the_pick_keeps_the_pick_for_two_days(picked: Network) -> None:
    """Then the first alternate stands beside them."""
    picked.sends("ada", picked.today)
    assert [now(picked, days) for days in (1, 2, 3, 6)] == [
        (["ada"], ""),
        (["ada"], ""),
        (["ada"], "bea"),
        (["ada"], "bea"),
    ]


def test_a_try_without_an_answer_gives_way_at_once(picked: Network) -> None:
    """The pick stands, and the alternate beside it."""
    picked.tries("ada", picked.today)
    assert now(picked, 1) == (["ada"], "bea")
    (line,) = picked.plan().new.pick
    assert line.text == "introduced by hal 11 days ago, tried today, no answer yet"


def test_then_the_second_takes_the_place_of_the_first(picked: Network) -> None:
    """Never more than the pick and one; after both there is nobody."""
    picked.tries("ada", picked.today)
    picked.sends("bea", picked.today)
    assert now(picked, 1) == (["ada"], "cal")
    picked.sends("cal", picked.today)
    assert now(picked, 1) == (["ada"], "")


def test_an_answer_ends_it(picked: Network) -> None:
    """Nobody else is needed then, and the coffee is to be booked."""
    picked.tries("ada", picked.today)
    picked.sends("bea", picked.today)
    picked.hears("ada")
    assert now(picked, 3) == (["ada"], "")
    assert picked.plan().new.pick[0].next == "netlog book ada fri"


def test_who_was_written_to_less_than_a_week_ago_is_passed_over() -> None:
    """As now; as the pick they stand, and nothing is asked of them."""
    network = Network()
    network.add("hal", no_sell=True, known=True)
    for number, name in enumerate(("ada", "bea", "cal")):
        network.add(name, via="hal", on=ago(10 + 10 * number))
    network.sends("bea", ago(3))
    network.due()
    network.tries("ada", MONDAY)
    assert now(network, 0) == (["ada"], "cal")
    assert now(network, 3) == (["ada"], "cal")
    assert now(network, 4) == (["ada"], "bea")
    (line,) = network.plan().new.pick
    assert (line.next, line.text) == (
        "",
        "introduced by hal 14 days ago, tried 4 days ago, no answer yet",
    )


def test_last_weeks_pick_unanswered_makes_two_on_monday(picked: Network) -> None:
    """Most people look on Mondays only; the first is ranked again."""
    picked.sends("ada", later(days=4))
    assert now(picked, 7) == (["ada"], "bea")
    assert picked.plan().new.pick[0].next == ""


@pytest.mark.parametrize("what", ["nothing", "heard", "met", "booked", "put off"])
def test_there_is_one_where_the_last_was_not_written_to_or_answered(
    picked: Network, what: str
) -> None:
    """Or was sat down with, or put off, or this week is booked."""
    if what != "nothing":
        picked.sends("ada", picked.today)
    if what == "heard":
        picked.hears("ada")
    if what == "met":
        picked.log("ada", on=later(days=3))
        picked.sends("ada", later(days=4))
    if what == "booked":
        picked.book("bea", on=later(days=9))
        assert now(picked, 7) == (["ada"], "cal")
        return
    if what == "put off":
        picked.put_off("ada", "swap")
        picked.rest("ada")
    assert now(picked, 7)[1] == ""


@pytest.mark.parametrize("booked", [False, True])
def test_an_unanswered_pick_of_last_week_speaks_for_a_second_name(
    picked: Network, *, booked: bool
) -> None:
    """Whoever is the pick now, unless the coffee of this week is booked."""
    picked.sends("ada", picked.today)
    picked.rest("ada")
    picked.today = later(days=7)
    if booked:
        picked.book("eve", on=later(days=9))
    assert now(picked, 7) == (["bea"], "" if booked else "cal")


def test_where_one_connected_is_left_somebody_known_or_a_stranger_is_now() -> None:
    """Not before that one does not answer, and never more than two in a week."""
    network = Network()
    network.add("hal", known=True, no_sell=True)
    network.add("zoe", via="hal", on=ago(10))
    network.add("kim", known=True)
    strangers(network, "s1", "s2", "s3")
    assert handles(network.due().new.alternates) == []
    network.sends("zoe", MONDAY)
    assert now(network, 1) == (["zoe"], "")
    assert now(network, 2) == (["zoe"], "kim")
    first = network.pinned("new")
    assert first[:2] == ["zoe", "kim"]
    network.sends("kim", later(days=2))
    assert now(network, 3) == (["zoe"], first[2])
    network.sends(first[2], later(days=3))
    assert now(network, 5) == (["zoe"], "")
    assert network.pinned("new") == first
    network.hears("zoe")
    assert handles(network.plan().new.alternates) == []


def test_somebody_connected_who_comes_in_is_now_before_them() -> None:
    """Whoever is pinned: the connected come before all others."""
    network = Network()
    network.add("hal", known=True, no_sell=True)
    network.add("zoe", via="hal", on=ago(10))
    network.add("kim", known=True)
    network.due()
    network.tries("zoe", MONDAY)
    assert now(network, 0) == (["zoe"], "kim")
    network.add("abe", via="hal", on=MONDAY)
    assert now(network, 0) == (["zoe"], "abe")
    assert network.pinned("new") == ["zoe", "kim", "abe"]


def test_who_stands_beside_the_pick_takes_no_other_row_away(picked: Network) -> None:
    """An alternate is still in keep."""
    picked.edit("bea", every="1d")
    picked.tries("ada", picked.today)
    plan = picked.due(later(days=6))
    assert plan.new.now is not None
    assert plan.new.now.person.handle == "bea"
    assert handles(plan.keep) == ["bea"]


# What is said, and what to type.


CITY = {"is_near": False}


@pytest.mark.parametrize(
    ("told", "fields", "typed"),
    [
        ({}, {"connected": True}, "log person-2 -k email"),
        ({}, {"known": True}, "log person-2 -k email"),
        ({}, {}, "log person-2 -k message"),
        (CITY, {"connected": True}, "log person-2 -k call"),
        (CITY, {}, "log person-2 -k call"),
        ({"is_near": True}, {"connected": True}, "log person-2 -k email"),
        ({}, {"last_heard": ago(1)}, "book person-2 fri"),
        (CITY, {"last_heard": ago(1)}, "book person-2 fri -k call"),
        ({"ways": (way(8, state="offered"),)}, {}, "log by-8 -k message"),
        ({"ways": (way(8), way(9, state="offered"))}, {}, "log person-2 -k message"),
        ({}, {"open_tries": 1, "last_tried": ago(7)}, "log person-2 -k message"),
    ],
)
def test_what_to_type_runs_as_it_is_printed(
    told: dict[str, Any], fields: dict[str, Any], typed: str
) -> None:
    """Write, or call who is elsewhere, until they are heard from; then book."""
    facts = PersonFacts(person(**fields), **told)
    assert next_step(facts, context(), THIS) == f"netlog {typed}"


@pytest.mark.parametrize(
    ("asked", "since", "says"),
    [
        (-9, 9, "ask hal for the mail"),
        (-8, 8, "ask hal for the mail"),
        (0, 0, "you were in touch with hal today"),
        (0, 6, "you were in touch with hal 6 days ago"),
        (6, 0, "you were in touch with hal today"),
        (6, 1, "ask hal for the mail"),
    ],
)
def test_who_offered_is_not_asked_for_the_mail_again_in_the_same_week(
    asked: int, since: int, says: str
) -> None:
    """What was said on the day of the offer, or before it, was no asking."""
    network = Network()
    network.add("hal", known=True, no_sell=True)
    network.add("zoe")
    network.introduce("zoe", by="hal", on=ago(8), state="offered")
    network.log("hal", kind="message", on=later(days=asked))
    network.today = later(days=asked + since)
    (line,) = network.plan().new.pick
    said = line.text.rpartition(", ")[2]
    command = "netlog log hal -k message" if says.startswith("ask") else ""
    assert (said, line.next) == (says, command)


@pytest.mark.parametrize(("days", "answered"), [(0, "sent"), (6, "sent"), (6, "no")])
def test_nothing_is_to_be_typed_while_there_is_time_for_an_answer(
    days: int, answered: str
) -> None:
    """Seven days after the last thing that was sent or tried."""
    contact = ago(days) if answered == "sent" else None
    waited_for = person(open_tries=1, last_tried=ago(days), last_contact=contact)
    assert next_step(PersonFacts(waited_for), context(), THIS) == ""


@pytest.mark.parametrize(
    ("day", "week", "said"),
    [
        (0, THIS, "fri"),
        (3, THIS, "fri"),
        (4, THIS, "fri"),
        (6, THIS, "fri"),
        (0, NEXT, "13 jun"),
        (4, NEXT, "fri"),
        (6, NEXT, "fri"),
    ],
)
def test_the_friday_is_that_of_the_week_of_the_coffee(
    day: int, week: Any, said: str
) -> None:
    """And typed it is read as that; once it is over, as the next one."""
    facts = PersonFacts(person(last_heard=ago(1)))
    today = later(days=day)
    command = next_step(facts, context(today=today), week)
    assert command == f"netlog book person-2 {said}"
    friday = week.monday + timedelta(days=4)
    meant = friday if friday > today else friday + timedelta(weeks=1)
    assert to_come(said, today) == meant


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (facts(62, ways=(way(name="Alisa"),)), "introduced by Alisa 62 days ago"),
        (
            facts(3, ways=(way(name="Al", state="offered"),)),
            "named by Al 3 days ago, ask Al for the mail",
        ),
        (facts(), "nobody in between yet"),
        (
            PersonFacts(person(connected=True, fresh_on=ago(1))),
            "you added them yesterday",
        ),
        (PersonFacts(person(known=True)), "you know them, no coffee logged"),
        (
            facts(0, ways=(way(7), way(8, name="Hal", marked=1)), share=0.1),
            (
                "introduced by Hal today, named by 2 people,"
                " Hal is a client, you know few at their circle"
            ),
        ),
        (facts(0, ways=(way(name="Al"),), share=0.31), "introduced by Al today"),
        (
            PersonFacts(person(last_sitdown=ago(400), touches=1, fresh_on=ago(400))),
            "last sat down 28 Apr 2024, 57 weeks ago",
        ),
        (
            PersonFacts(
                person(open_tries=1, last_tried=ago(2), last_contact=ago(2)),
                ways=(way(name="Al"),),
            ),
            "introduced by Al, written to 2 days ago, no answer yet",
        ),
    ],
)
def test_a_reason_is_a_sentence(told: PersonFacts, said: str) -> None:
    """By whom, since when, what else speaks for them; no word of luck."""
    told = told._replace(person=told.person._replace(cluster="their circle"))
    seen = context("focused")
    assert reasons(scored_terms("new", NEW_TERMS, told, seen), told, seen) == said


def test_the_city_is_said_where_it_matters() -> None:
    """Of whom I am near and of whom not; where either is not known it is not."""
    network = Network()
    network.add("hal", known=True, no_sell=True)
    network.add("ola", via="hal", on=ago(9), city="Berlin, Germany")
    network.add("priya", via="hal", on=ago(9), city="Sydney")
    assert chosen(network) == ["ola", "priya"]
    assert "in " not in network.plan().new.pick[0].text
    network.edit_me(city="berlin")
    slot = network.plan().new
    lines = [(line.text, line.next) for line in (*slot.pick, *slot.alternates)]
    assert lines == [
        ("introduced by hal 9 days ago, in Berlin, Germany", "netlog log ola -k email"),
        ("introduced by hal 9 days ago, in Sydney", "netlog log priya -k call"),
    ]


PEOPLE = [person(key, draw=10 * key) for key in range(2, 8)]


def drawn(place: int) -> list[Person]:
    """Everybody from a place of the draw on, three at most."""
    return [each for each in PEOPLE if each.draw >= place][:3]


@pytest.mark.parametrize(
    ("start", "keys"),
    [(0, [2, 3, 4]), (25, [3, 4, 5, 2]), (61, [7, 2, 3, 4]), (99, [2, 3, 4])],
)
def test_a_draw_goes_on_from_the_beginning(start: int, keys: list[int]) -> None:
    """And nobody is drawn twice."""
    assert [each.id for each in around(drawn, start)] == keys


@given(st.permutations([(2, 1.0), (3, 5.0), (4, 5.0), (5, -1.0)]))
def test_the_order_is_by_score_and_then_by_handle(
    told: Sequence[tuple[int, float]],
) -> None:
    """However they come in."""
    lines = [
        Line(person(key), "", "", terms=(ScoredTerm("t", 1, score, score, "", ""),))
        for key, score in told
    ]
    expected = [f"person-{key}" for key in (3, 4, 2, 5)]
    assert handles(best_first(lines)) == expected


@pytest.mark.parametrize(
    ("fields", "is_open"),
    [
        ({}, True),
        ({"known": True}, True),
        ({"first_sitdown": ago(364), "last_sitdown": ago(364)}, True),
        ({"first_sitdown": ago(363), "last_sitdown": ago(363)}, False),
        ({"resting": True}, False),
        ({"open_tries": 2}, False),
    ],
)
def test_somebody_is_open_who_was_not_sat_with_for_a_year(
    fields: dict[str, Any], *, is_open: bool
) -> None:
    """And is held by no gate."""
    inputs = Network().inputs()
    assert new.is_open(inputs, person(**fields)) is is_open
