"""Where the code does not do yet what the design says."""

from datetime import date, timedelta
from hashlib import blake2b

import pytest
from hypothesis import given, strategies as st
from tests.plan.builders import MONDAY, Network, ago, frame, handles, later, person
from tests.running import InProcess

from netlog.domain.handles import slug
from netlog.domain.names import clean, fold
from netlog.domain.weeks import Week, week_of
from netlog.plan.facts import Facts
from netlog.plan.lens import lens_of, week_number
from netlog.plan.terms import cadence, occasion, warmth


def picked_thrice() -> Network:
    """Ann was the pick of three weeks in a row, Bob her alternate."""
    network = Network()
    network.add("hal", known=True)
    network.add("ann", via="hal", on=ago(8))
    network.add("bob", via="hal", on=ago(300))
    for week in range(3):
        assert handles(network.due(later(weeks=week)).new.pick) == ["ann"]
    return network


def test_who_was_met_in_the_third_week_was_not_passed_by() -> None:
    """Something came of it: there is nobody to leave in peace."""
    network = picked_thrice()
    network.log("ann")
    assert network.due(later(weeks=3)).notes == ()


def test_who_was_met_in_the_third_week_can_be_asked_again_a_year_later() -> None:
    """Those three picks ended with a coffee."""
    network = picked_thrice()
    network.log("ann")
    network.edit("bob", known=True)
    assert handles(network.due(later(weeks=60)).new.pick) == ["ann"]


def test_a_week_in_which_the_pick_was_met_at_an_event_does_not_count() -> None:
    """Neither met, swapped nor skipped: an event is a meeting."""
    network = picked_thrice()
    network.log("ann", kind="event")
    assert handles(network.due(later(weeks=3)).new.pick) == ["ann"]


def test_an_email_is_no_chance_meeting() -> None:
    """Written to, never seen: nobody stands in between, and nobody met anybody."""
    written = Facts(person(touches=1, last_contact=ago(3), fresh_on=None))
    assert warmth.measure(written, frame()) == 0.0
    assert warmth.text(written, frame()) == "nobody in between yet"


def test_an_offer_that_is_made_today_is_followed_up(netlog: InProcess) -> None:
    """Offered a month ago, introduced today: that is when it happened."""
    netlog("add Hal --known")
    netlog("log Hal -k call --names Zoe --on 2025-05-02")
    assert netlog("intro Zoe --by Hal --state made").code == 0
    due = netlog("due --json").data
    assert [one["handle"] for one in due["follow_up"]] == ["zoe"]


def test_nothing_brings_somebody_in_where_the_coffee_is_held(netlog: InProcess) -> None:
    """No introduction fills a slot that is filled."""
    netlog("add Ann")
    netlog("add Bob")
    netlog("log Ann")
    assert netlog("why Bob --json").data["brings_in"] is None


def test_what_would_bring_somebody_in_brings_them_in(netlog: InProcess) -> None:
    """Spoken to five days ago, and without a cadence: the command must do it."""
    netlog("add Ann --known")
    netlog("log Ann -k call --on 2025-05-28")
    change = netlog("why Ann --json").data["brings_in"]
    assert change is not None
    assert netlog(change.removeprefix("netlog ")).code == 0
    due = netlog("due --json").data
    assert "ann" in {one["handle"] for slot in ("new", "keep") for one in due[slot]}


def test_what_lifts_a_dropped_introduction_can_be_typed(netlog: InProcess) -> None:
    """The command names the introducer, and no WHO."""
    netlog("add Hal --known")
    netlog("add Ann --via Hal --on 2025-04-01")
    netlog("intro ann --by hal --state dropped")
    lift = netlog("why ann --json").data["lift"]
    assert netlog(lift.removeprefix("netlog ")).code == 0
    assert netlog("why ann --json").data["gate"] is None


def test_reconnect_stays_one_a_month_after_a_skip() -> None:
    """Another stood in for the skipped one; back, they are not both asked for."""
    network = Network()
    network.add("ada", "bea", known=True)
    network.log("ada", kind="call", on=ago(900))
    network.log("bea", "ada", kind="call", on=ago(900))
    network.due()
    network.put_off("bea", slot="reconnect")
    assert handles(network.due().reconnect) == ["ada"]
    assert len(network.due(later(weeks=1)).reconnect) == 1


def test_whoever_could_be_asked_again_is_eligible_though_cut_off() -> None:
    """Eligible is whom a slot could ask for, shown or cut off by its size."""
    network = Network()
    names = ("ada", "bea", "cal", "dan", "eve")
    network.add(*names)
    network.log(*names, on=ago(400))
    network.log(*names, kind="email", on=ago(30))
    plan = network.plan()
    assert len(plan.new.pick + plan.new.alternates) == 3
    assert plan.counts.eligible == 5


def full_digest_lens(week: Week) -> str:
    """Open are the 13 of a block whose codes have the smallest whole BLAKE2b."""
    first = week.monday - timedelta(weeks=week_number(week) % 26)
    codes = [Week(first + timedelta(weeks=n)).code for n in range(26)]
    smallest = sorted(codes, key=lambda code: blake2b(code.encode()).digest())[:13]
    return "open" if week.code in smallest else "focused"


def test_the_lens_is_by_blake2b_as_anybody_would_take_it() -> None:
    """The design names no length; four bytes order the weeks differently."""
    weeks = [week_of(date(2025, 6, 2) + timedelta(weeks=n)) for n in range(26)]
    assert [lens_of(week) for week in weeks] == [full_digest_lens(w) for w in weeks]


@pytest.mark.parametrize(
    ("name", "folded"),
    [("\U0001d401\U0001d428\U0001d41b", "bob"), ("\u24b6nn", "ann"), ("\u2121", "tel")],
)
def test_letters_of_another_style_are_letters(name: str, folded: str) -> None:
    """Names from LinkedIn come like this; capitals are small ones here too."""
    assert fold(name) == folded
    assert slug(name) == folded.replace(" ", "-")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=6))
def test_what_is_folded_stays_folded(text: str) -> None:
    """Otherwise a query folded twice finds nobody."""
    assert fold(fold(text)) == fold(text)


def test_what_is_clean_stays_clean() -> None:
    """An invisible between a letter and its accent leaves them composed."""
    assert clean("Jose\u200e\u0301") == "Jos\u00e9"


@pytest.mark.parametrize("every", ["1m", "1y"])
def test_every_one_month_is_every_month(every: str) -> None:
    """Plain English."""
    told = Facts(person(cadence=every, last_contact=ago(500), waits_from=ago(500)))
    assert " every 1 " not in cadence.text(told, frame())


def test_a_birthday_in_one_day_is_tomorrow() -> None:
    """Plain English."""
    told = Facts(person(birthday="--06-03"))
    assert occasion.text(told, frame(today=MONDAY)) == "birthday tomorrow"
