"""Coffee with someone new: who is considered, who is picked, and when it is done."""

from collections.abc import Sequence
from datetime import date

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
from tests.running import InProcess

from netlog.domain.person import Person
from netlog.domain.pins import ToPin
from netlog.domain.stable_random import draw
from netlog.plan.facts import PersonFacts
from netlog.plan.result import Line, NewSlot
from netlog.plan.score import ScoredTerm, scored_terms
from netlog.plan.slots import new
from netlog.plan.slots.new import around, best_first, reasons
from netlog.plan.terms.new import NEW_TERMS


@pytest.fixture
def network() -> Network:
    """Hal introduced five people, the later the better."""
    made = Network()
    made.add("hal", known=True)
    for number, name in enumerate(("ada", "bea", "cal", "dan", "eve")):
        made.add(name, via="hal", on=ago(10 + 10 * number))
    return made


def test_the_best_is_the_pick_and_the_next_two_its_alternates(network: Network) -> None:
    """One pick, with all that is said of it; the three are to be pinned together."""
    slot = network.plan().new
    assert (handles(slot.pick), handles(slot.alternates)) == (["ada"], ["bea", "cal"])
    ids = [network.person(name).id for name in ("ada", "bea", "cal")]
    assert slot.to_pin == tuple(
        ToPin("new", "2025-W23", place, key) for place, key in enumerate(ids)
    )
    line = slot.pick[0]
    assert line.text == "introduced by hal 10 days ago, never met"
    assert (line.next, line.more) == ("netlog log ada -k coffee", {})
    assert [term.name for term in line.terms] == [
        *("warmth", "bridge", "freshness", "named by", "client path", "luck")
    ]


def test_who_was_merely_offered_is_asked_for_first(network: Network) -> None:
    """The next step is to ask the introducer for the mail, until it is made."""
    network.add("fay")
    network.introduce("fay", by="hal", on=ago(1), state="offered")
    said = "named by hal yesterday, never met"
    assert network.plan().new.pick[0].text == f"{said}; ask hal for the mail"
    network.add("gil", known=True)
    network.introduce("fay", by="gil", on=ago(1))
    assert "ask" not in network.plan().new.pick[0].text


def test_a_friend_of_a_client_comes_first_in_focused_weeks(network: Network) -> None:
    """And nothing of it counts in open ones."""
    network.add("zoe", known=True, details={"kind": "client"})
    network.introduce("eve", by="zoe", on=ago(40))
    assert handles(network.plan().new.pick) == ["ada"]
    network.settings = network.settings._replace(lens="focused")
    assert handles(network.plan().new.pick) == ["eve"]
    assert network.plan().new.pick[0].text == (
        "introduced by zoe 40 days ago, never met, named by 2 people, zoe is a client"
    )


def test_a_dropped_introduction_keeps_its_person_out(network: Network) -> None:
    """As do all the gates; the next one comes first."""
    network.introduce("ada", by="hal", state="dropped")
    network.put_off("bea", "skip")
    network.edit("cal", no_sell=True)
    network.tries("dan", ago(3), ago(2))
    slot = network.plan().new
    assert (handles(slot.pick), slot.alternates) == (["eve"], ())


@pytest.mark.parametrize("kind", ["coffee", "lunch", "dinner", "meeting", "exchange"])
def test_a_sit_down_with_anybody_new_fills_the_slot(
    network: Network, kind: str
) -> None:
    """Not with the pick alone."""
    network.log("eve", kind=kind)
    assert network.plan().new == NewSlot(done=True)


@pytest.mark.parametrize(
    ("kind", "on", "more"),
    [
        ("event", MONDAY, {}),
        ("call", MONDAY, {}),
        ("met", MONDAY, {}),
        ("coffee", ago(1), {}),
        ("coffee", MONDAY, {"answered": False}),
    ],
)
def test_anything_else_does_not(
    network: Network, kind: str, on: date, more: dict[str, bool]
) -> None:
    """No sit-down, not this week, or nobody came."""
    network.log("eve", kind=kind, on=on, **more)
    assert not network.plan().new.done


def test_a_second_sit_down_or_one_with_old_friends_does_not_fill_it(
    network: Network,
) -> None:
    """Somebody new is somebody new."""
    network.log("eve", on=ago(30))
    network.log("eve")
    network.log("hal")
    assert not network.plan().new.done


def test_next_week_has_another_pick(network: Network) -> None:
    """Whoever was met is new no more."""
    assert handles(network.due().new.pick) == ["ada"]
    network.log("ada")
    assert network.due().new.done
    assert handles(network.due(later(weeks=1)).new.pick) == ["bea"]


def again_network() -> Network:
    """Everybody was met: Ada 60 weeks ago, Bea 55, Cal 53, Dan 51."""
    network = Network()
    network.add("ada", "bea", "cal", "dan")
    for name, weeks in (("ada", 60), ("bea", 55), ("cal", 53), ("dan", 51)):
        network.log(name, on=ago(7 * weeks))
    return network


def test_where_nobody_is_new_the_longest_without_a_sit_down_is_asked_again() -> None:
    """Marked as such, and no sooner than 52 weeks."""
    slot = again_network().plan().new
    assert handles(slot.pick + slot.alternates) == ["ada", "bea", "cal"]
    assert slot.pick[0].more == {"again": True}
    assert "last sat down" in slot.pick[0].text
    assert slot.ask is None


@pytest.mark.parametrize(("days", "asked"), [(364, True), (363, False)])
def test_again_is_after_52_weeks(days: int, *, asked: bool) -> None:
    """To the day, seen from Monday."""
    network = Network()
    network.add("ada")
    network.log("ada", on=ago(days))
    assert bool(network.plan().new.pick) is asked


def test_somebody_new_comes_before_anybody_again() -> None:
    """However long ago the others were met."""
    network = again_network()
    network.add("zoe")
    slot = network.plan().new
    assert handles(slot.pick + slot.alternates) == ["zoe"]


def test_a_sit_down_with_the_one_asked_again_fills_the_slot() -> None:
    """They are not new, but they were the pick."""
    network = again_network()
    network.due()
    network.log("ada")
    assert network.plan().new.done


def test_who_was_met_again_waits_another_year() -> None:
    """The next in line is asked the next week."""
    network = again_network()
    network.due()
    network.log("ada")
    assert handles(network.due(later(weeks=1)).new.pick) == ["bea"]


def test_friends_are_not_asked_again() -> None:
    """No-sell is out of new, first or second time."""
    network = again_network()
    network.edit("ada", no_sell=True)
    network.rest("bea")
    assert handles(network.plan().new.pick) == ["cal"]


def crowd(size: int) -> Network:
    """So many new people whom nobody introduced, in one change each."""
    network = Network()
    network.add(*(f"p{number}" for number in range(size)))
    return network


def test_of_those_without_a_date_a_hundred_are_drawn_each_week() -> None:
    """Another hundred another week, in the order of their draw."""
    network = crowd(450)
    weeks = []
    for number in range(3):
        network.today = later(weeks=number)
        drawn = new.considered(network.inputs())
        assert [one.draw for one in drawn] == [draw(one.handle) for one in drawn]
        weeks.append({one.handle for one in drawn})
    assert [len(week) for week in weeks] == [100, 100, 100]
    assert len(set.union(*weeks)) > 200


def test_the_300_introduced_or_met_last_are_considered() -> None:
    """And a hundred of the rest; nobody twice."""
    network = crowd(450)
    for number in range(340):
        network.log(f"p{number}", kind="met", on=ago(400 - number))
    network.today = later(weeks=1)
    considered = [one.handle for one in new.considered(network.inputs())]
    assert considered[:300] == [f"p{number}" for number in range(339, 39, -1)]
    assert len(considered) == len(set(considered)) == 400


@pytest.mark.parametrize(
    ("fields", "is_open"),
    [
        ({}, True),
        ({"known": True}, False),
        ({"first_sitdown": ago(364), "last_sitdown": ago(364)}, True),
        ({"first_sitdown": ago(363), "last_sitdown": ago(363)}, False),
        ({"resting": True}, False),
        ({"attempts": 2}, False),
    ],
)
def test_somebody_is_open_who_is_new_or_long_without(
    fields: dict[str, bool], *, is_open: bool
) -> None:
    """And held by no gate."""
    inputs = Network().inputs()
    assert new.is_open(inputs, person(**fields)) is is_open


def test_alternates_again_are_filled_up() -> None:
    """Where one of three asked again is held, the next moves up."""
    network = again_network()
    network.add("eve")
    network.log("eve", on=ago(7 * 52))
    network.due()
    network.rest("bea")
    slot = network.plan().new
    assert handles(slot.pick + slot.alternates) == ["ada", "cal", "eve"]


PEOPLE = [person(key, draw=10 * key) for key in range(2, 8)]


def asked(place: int) -> list[Person]:
    """Everybody from a place of the draw on, three at most."""
    return [one for one in PEOPLE if one.draw >= place][:3]


@pytest.mark.parametrize(
    ("start", "keys"),
    [(0, [2, 3, 4]), (25, [3, 4, 5, 2]), (61, [7, 2, 3, 4]), (99, [2, 3, 4])],
)
def test_a_draw_goes_on_from_the_beginning(start: int, keys: list[int]) -> None:
    """And nobody is drawn twice."""
    assert [one.id for one in around(asked, start)] == keys


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
    ("told", "said"),
    [
        (
            facts(62, ways=(way(name="Alisa"),)),
            "introduced by Alisa 62 days ago, never met",
        ),
        (facts(), "nobody in between yet, never met"),
        (
            PersonFacts(person(touches=2, fresh_on=ago(1))),
            "met by chance yesterday, no coffee yet",
        ),
        (
            facts(0, ways=(way(7), way(8, name="Hal", marked=1)), share=0.1),
            (
                "introduced by Hal today, never met, named by 2 people,"
                " Hal is a client, you know few at their circle"
            ),
        ),
        (
            facts(0, ways=(way(name="Al"),), share=0.31),
            "introduced by Al today, never met",
        ),
        (
            PersonFacts(person(last_sitdown=ago(400), touches=1, fresh_on=ago(400))),
            "met by chance 400 days ago, last sat down 28 Apr 2024, 57 weeks ago",
        ),
    ],
)
def test_a_reason_is_a_sentence(told: PersonFacts, said: str) -> None:
    """By whom, since when, what else speaks for them; no word of luck."""
    told = told._replace(person=told.person._replace(cluster="their circle"))
    seen = context("focused")
    assert (
        reasons(scored_terms("new", NEW_TERMS, told, seen), told.person, seen) == said
    )


def whom_asked(circle: Network) -> Line | None:
    """Whom the plan would ask."""
    plan = circle.plan()
    assert plan.new.pick == ()
    return plan.new.ask


@pytest.fixture
def circle() -> Network:
    """Ada introduced two, Bea one; all were met within the year."""
    made = Network()
    made.add("ada", "bea", known=True)
    made.add("cal", "dan", "eve")
    made.introduce("cal", "dan", by="ada", on=ago(200))
    made.introduce("eve", by="bea", on=ago(200))
    made.log("cal", "dan", "eve", on=ago(100))
    made.log("bea", kind="call", on=ago(20))
    return made


def test_who_introduced_most_is_asked(circle: Network) -> None:
    """With how many, and how to note whom they name."""
    line = whom_asked(circle)
    assert line
    assert (line.person.handle, line.text, line.next) == (
        "ada",
        "ask whom you should meet: introduced 2 people so far",
        "netlog log ada -k message --names NAME",
    )


@pytest.mark.parametrize("how", ["rest", "skip", "snooze"])
def test_who_is_held_is_not_asked(circle: Network, how: str) -> None:
    """The next one is."""
    if how == "rest":
        circle.rest("ada")
    elif how == "skip":
        circle.put_off("ada")
    else:
        circle.snooze("ada", later(days=3))
    line = whom_asked(circle)
    assert line
    assert (line.person.handle, line.text) == (
        "bea",
        "ask whom you should meet: introduced one person so far",
    )


def test_where_nobody_introduced_the_last_contact_is_asked() -> None:
    """Whoever was seen or heard last."""
    circle = Network()
    circle.add("ada", "bea", "cal", known=True)
    assert whom_asked(circle) is None
    circle.log("ada", kind="call", on=ago(40))
    circle.log("bea", kind="call", on=ago(30))
    line = whom_asked(circle)
    assert line
    assert (line.person.handle, line.text) == (
        "bea",
        "ask whom you should meet: the last you were in touch with",
    )


def test_an_empty_book_has_nobody_to_ask() -> None:
    """Nor a pick."""
    assert whom_asked(Network()) is None


def test_two_people_both_met_within_the_year(netlog: InProcess) -> None:
    """No pick, and the one who has introduced somebody is to be asked."""
    netlog("add Alisa")
    netlog("add Dorie --via Alisa --on 2025-01-06")
    netlog("log Alisa --on 2025-01-02")
    netlog("log Dorie --on 2025-02-03")
    due = netlog("due --json").data
    assert (due["new"], due["alternates"], due["new_done"]) == ([], [], False)
    assert due["ask"]["handle"] == "alisa"
    assert set(due["ask"]) >= {"uid", "handle", "name", "text", "next"}


def test_who_is_new_is_not_asked() -> None:
    """Somebody heard of, and never sat down with, knows nobody for me yet."""
    circle = Network()
    circle.add("ada", "bea")
    circle.log("ada", on=ago(100))
    circle.log("bea", kind="call", on=ago(20))
    circle.edit("bea", no_sell=True)
    line = circle.plan().new.ask
    assert line
    assert line.person.handle == "ada"
