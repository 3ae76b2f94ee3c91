"""Reconnect: one a month, with whom there was no contact for a year or more."""

from datetime import date
from typing import Any

import pytest
from tests.plan.builders import MONDAY, Network, ago, handles, later

from netlog.db import sql
from netlog.domain.pins import ToPin
from netlog.plan.slots import reconnect


def quiet(*people: tuple[str, int, int], **settings: Any) -> Network:
    """Friends last spoken to so many days ago, after calls on so many days."""
    network = Network(**settings)
    for name, days, touches in people:
        network.add(name, known=True, no_sell=True)
        for number in range(touches):
            network.log(name, kind="call", on=ago(days + number))
    return network


def again(network: Network) -> list[str]:
    """Who stands in reconnect."""
    return handles(network.plan().reconnect)


def ranked(network: Network) -> list[str]:
    """Everybody who could, in order."""
    return handles(reconnect.ranked(network.inputs(), ()))


@pytest.mark.parametrize(
    ("last", "asked"),
    [
        (date(2024, 6, 2), True),
        (date(2024, 6, 3), False),
        (date(2020, 1, 1), True),
        (date(2025, 6, 1), False),
    ],
)
def test_a_year_of_silence_is_seen_from_monday(last: date, *, asked: bool) -> None:
    """365 days before, or earlier."""
    network = quiet(("ada", 0, 0))
    network.log("ada", kind="call", on=last)
    network.today = later(days=5)
    assert again(network) == ["ada"] * asked


def test_people_with_three_days_of_contact_come_before_all_others() -> None:
    """Then by score: whoever was met little, and opens another circle."""
    network = quiet(("ada", 500, 5), ("bea", 400, 1), ("cal", 900, 3), ("dan", 400, 2))
    assert ranked(network) == ["cal", "ada", "bea", "dan"]
    network.edit("ada", org="Acme")
    assert ranked(network) == ["ada", "cal", "bea", "dan"]
    line = network.plan().reconnect[0]
    assert (line.text, line.next) == (
        "last contact Jan 2024, you know few at Acme",
        "netlog log ada -k call",
    )
    assert [(term.name, term.points) for term in line.terms] == [
        ("novelty", 2.0),
        ("bridge", 3.0),
    ]


def test_several_touches_of_one_day_are_one_day() -> None:
    """A week of mails is no tie."""
    network = quiet(("ada", 500, 1), ("bea", 500, 3))
    for _ in range(4):
        network.log("ada", kind="email", on=ago(500))
    assert ranked(network) == ["bea", "ada"]


def test_a_mentor_of_thirty_coffees_stands_before_a_mail_of_2018() -> None:
    """With `plan.keep = 0`, so that nothing else has them; whatever the score."""
    network = Network(keep=0)
    circle = [f"a{number}" for number in range(6)]
    network.add(*circle, no_sell=True, org="Acme")
    network.log(*circle, kind="call", on=ago(9))
    network.add("mia", known=True, no_sell=True, org="Acme", details={"kind": "mentor"})
    network.add("max", no_sell=True)
    for number in range(30):
        network.log("mia", on=ago(400 + 20 * number))
    network.log("max", kind="email", on=date(2018, 3, 1))
    assert ranked(network) == ["mia", "max"]
    assert again(network) == ["mia"]


@pytest.mark.parametrize("weeks", [0, 1, 3, 4])
def test_somebody_known_and_none_on_record_stands_there_once_asked_about(
    weeks: int,
) -> None:
    """Four weeks after the user was asked how often, and has not said."""
    network = Network(ago(7 * weeks))
    network.add("ada", source="contacts", no_sell=True)
    network.add("bea", no_sell=True)
    assert handles(network.due().phone) == ["ada"]
    network.live(MONDAY)
    assert again(network) == ["ada"] * (weeks == 4)
    if weeks == 4:
        assert network.plan().reconnect[0].text == "no contact on record"


def test_who_has_a_cadence_and_no_contact_is_not_asked_about_first() -> None:
    """They are known, and the user has said how often."""
    network = Network()
    network.add("ada", known=True, no_sell=True, every="1y")
    assert again(network) == ["ada"]


def test_who_was_said_to_be_seldom_stands_there_too() -> None:
    """Asked about, and no cadence set; never is resting."""
    network = Network(ago(28))
    network.add("ada", "bea", source="contacts", no_sell=True)
    network.due()
    network.live(MONDAY)
    assert sorted(ranked(network)) == ["ada", "bea"]
    network.rest("bea")
    assert ranked(network) == ["ada"]


def test_strangers_and_companies_do_not_stand_there() -> None:
    """Without contact nobody knows them; with it a company is none."""
    network = Network()
    network.add("ada", source="linkedin")
    network.add("bea", source="contacts", entity="company")
    network.log("bea", kind="email", on=ago(800))
    assert ranked(network) == []
    network.log("ada", kind="email", on=ago(800))
    assert ranked(network) == ["ada"]


def test_it_is_pinned_for_the_month_of_the_weeks_monday() -> None:
    """The week of 30 June belongs to June; July has another."""
    network = quiet(("ada", 900, 4), ("bea", 900, 3))
    plan = network.due()
    bea = network.person("bea").id
    first = date(2025, 6, 1)
    assert ToPin("reconnect", "2025-06", 0, first, bea) in plan.to_pin
    network.add("cal", no_sell=True)
    for days in (900, 901, 902):
        network.log("cal", kind="call", on=ago(days))
    for day in (3, 7, 14, 21, 28):
        assert handles(network.due(later(days=day)).reconnect) == ["bea"]
    network.log("bea", kind="email", on=later(days=29))
    assert network.due(later(days=30)).reconnect == ()
    assert handles(network.due(date(2025, 7, 7)).reconnect) == ["cal"]


def test_once_contacted_it_is_done_for_the_month() -> None:
    """A try does not count, nor does a touch of long ago."""
    network = quiet(("ada", 900, 4), ("bea", 900, 3))
    network.due()
    network.tries("bea", ago(0))
    network.log("bea", kind="email", on=ago(500))
    assert again(network) == ["bea"]
    network.log("bea", kind="email")
    for week in range(4):
        assert network.due(later(weeks=week)).reconnect == ()
    assert handles(network.due(later(weeks=5)).reconnect) == ["ada"]


def test_undone_it_waits_again() -> None:
    """The pin is untouched by undo."""
    network = quiet(("ada", 900, 4), ("bea", 900, 3))
    network.due()
    network.log("bea", kind="email")
    assert again(network) == []
    network.undo()
    assert again(network) == ["bea"]


@pytest.mark.parametrize(
    ("size", "names"), [(0, []), (1, ["cal"]), (2, ["cal", "bea"])]
)
def test_the_size_of_the_slot_is_in_the_config(size: int, names: list[str]) -> None:
    """One a month unless it is set."""
    people = (("ada", 900, 5), ("bea", 900, 4), ("cal", 900, 3))
    network = quiet(*people, reconnect=size)
    assert again(network) == names
    network.due()
    assert again(network) == names


def test_of_two_a_month_one_that_is_contacted_leaves_one() -> None:
    """No third is asked for."""
    people = (("ada", 900, 5), ("bea", 900, 4), ("cal", 900, 3))
    network = quiet(*people, reconnect=2)
    network.due()
    network.log("cal", kind="call")
    assert again(network) == ["bea"]


def test_who_is_held_gives_way_to_another() -> None:
    """Resting, snoozed, booked."""
    people = (("ada", 900, 5), ("bea", 900, 4), ("cal", 900, 3), ("dan", 900, 5))
    network = quiet(*people)
    assert handles(network.due().reconnect) == ["cal"]
    network.rest("cal")
    assert handles(network.due().reconnect) == ["bea"]
    network.snooze("bea", later(weeks=9))
    assert handles(network.due().reconnect) == ["ada"]
    network.book("ada", on=later(weeks=9))
    assert handles(network.due().reconnect) == ["dan"]


def test_who_stood_in_for_somebody_skipped_does_not_make_two() -> None:
    """Back the week after, they are not both asked for."""
    network = quiet(("ada", 900, 4), ("bea", 900, 3))
    assert handles(network.due().reconnect) == ["bea"]
    network.put_off("bea", slot="reconnect")
    assert handles(network.due().reconnect) == ["ada"]
    assert handles(network.due(later(weeks=1)).reconnect) == ["bea"]


def test_who_is_shown_in_keep_or_new_does_not_stand_in_reconnect() -> None:
    """Once in the three, in the first that shows them; cut off there they do."""
    network = quiet(("ada", 900, 3), ("bea", 900, 4))
    network.edit("ada", every="1y")
    plan = network.plan()
    assert (handles(plan.keep), handles(plan.reconnect)) == (["ada"], ["bea"])
    network.settings = network.settings._replace(keep=0)
    assert again(network) == ["ada"]
    network.edit("ada", no_sell=False)
    plan = network.plan()
    assert (handles(plan.new.pick), handles(plan.reconnect)) == (["ada"], ["bea"])


def test_who_comes_into_keep_leaves_reconnect_and_is_still_the_one_of_the_month() -> (
    None
):
    """No second one is asked for."""
    network = quiet(("ada", 900, 4), ("bea", 900, 3))
    assert handles(network.due().reconnect) == ["bea"]
    network.edit("bea", every="1y")
    plan = network.due()
    assert (handles(plan.keep), handles(plan.reconnect)) == (["bea"], [])


def test_a_contact_on_the_first_of_the_month_is_of_that_month() -> None:
    """1 September 2025 is a Monday."""
    network = quiet(("ada", 900, 4), ("bea", 900, 3))
    assert handles(network.due(date(2025, 9, 1)).reconnect) == ["bea"]
    network.log("bea", kind="email")
    assert network.due(date(2025, 9, 2)).reconnect == ()


def test_another_week_of_the_month_shows_what_is_pinned() -> None:
    """Looking ahead pins nobody."""
    network = quiet(("ada", 900, 5), ("bea", 900, 3))
    following = network.context().week.next()
    assert handles(network.plan(following).reconnect) == ["bea"]
    assert sql.pins(network.store, "reconnect", "2025-06") == []
    network.due()
    assert handles(network.plan(following).reconnect) == ["bea"]


def test_a_crowd_is_drawn_from_by_the_month() -> None:
    """Who comes first does not change within it."""
    network = quiet(*((f"p{number}", 800, 1) for number in range(250)))
    june = again(network)
    network.today = later(weeks=3)
    assert again(network) == june
