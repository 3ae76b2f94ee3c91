"""Keep in touch: whose cadence ends by Sunday, and nobody earlier."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings, strategies as st
from tests.plan.builders import MONDAY, Network, ago, handles, later
from tests.running import InProcess

from netlog.domain.spans import after, parse_span

SUNDAY = later(days=6)


def kept(network: Network) -> list[str]:
    """Who is to be kept in touch with, in order."""
    return handles(network.plan().keep)


def known(*people: tuple[str, str, int]) -> Network:
    """People known before, with a cadence and a contact so many days ago."""
    network = Network()
    for name, every, days in people:
        network.add(name, known=True, every=every)
        network.log(name, kind="call", on=ago(days))
    return network


@pytest.mark.parametrize(
    ("last", "asked"),
    [
        (date(2025, 3, 1), True),
        (date(2025, 3, 8), True),
        (date(2025, 3, 9), False),
        (date(2025, 6, 1), False),
    ],
)
def test_nobody_is_asked_for_before_the_week_their_cadence_ends(
    last: date, *, asked: bool
) -> None:
    """Three months from 8 March end on Sunday 8 June, from 9 March a day later."""
    network = Network()
    network.add("ada", known=True, every="3m")
    network.log("ada", kind="call", on=last)
    assert kept(network) == ["ada"] * asked


@given(
    st.dates(date(2024, 1, 1), MONDAY),
    st.sampled_from(["1d", "9d", "2w", "1m", "3m", "1y"]),
    st.integers(0, 6),
)
@settings(max_examples=60)
def test_the_week_is_the_one_in_which_the_cadence_ends(
    last: date, every: str, weekday: int
) -> None:
    """Whatever the calendar, the cadence and the day of the week."""
    network = Network(later(days=weekday))
    network.add("ada", known=True, every=every)
    network.log("ada", kind="call", on=last)
    ends = after(last, parse_span(every))
    assert kept(network) == ["ada"] * (ends <= SUNDAY)


@pytest.mark.parametrize(
    ("kind", "days", "asked"),
    [
        ("client", 93, True),
        ("mentor", 80, False),
        ("friend", 93, False),
        ("friend", 184, True),
        ("", 300, False),
    ],
)
def test_without_a_cadence_of_their_own_that_of_their_kind_holds(
    kind: str, days: int, *, asked: bool
) -> None:
    """Three months or six; without a kind they come back by reconnect only."""
    network = Network()
    network.add("ada", known=True, details={"kind": kind} if kind else {})
    network.log("ada", kind="call", on=ago(days))
    assert kept(network) == ["ada"] * asked


def test_who_came_in_today_waits_a_whole_cadence() -> None:
    """Never contacted, they count from the day they came in."""
    network = Network()
    network.add("ada", known=True, every="2w")
    assert kept(network) == []
    network.today = later(weeks=1)
    assert kept(network) == []
    network.today = later(weeks=2)
    assert kept(network) == ["ada"]


def test_who_waits_the_largest_share_of_their_cadence_stands_first() -> None:
    """40 of 30 days are more than 200 of 180; never said to be late."""
    network = known(("ada", "6m", 200), ("bea", "1m", 40), ("cal", "1m", 60))
    assert kept(network) == ["cal", "bea", "ada"]
    line = network.plan().keep[1]
    assert line.text == "40 days since the last contact, wanted every month"
    assert line.next == "netlog log bea -k call"
    assert [term.name for term in line.terms] == [
        *("cadence", "drift", "owe", "client", "occasion", "skipped")
    ]


def test_beyond_twice_the_cadence_the_longer_share_still_stands_first() -> None:
    """The measure is flat there, and the share decides between equals."""
    network = known(("ada", "1m", 300), ("bea", "1m", 400), ("cal", "1m", 350))
    assert kept(network) == ["bea", "cal", "ada"]


def test_a_client_and_a_birthday_come_first() -> None:
    """Among people who wait alike."""
    network = Network()
    network.add("ada", known=True, every="3m")
    network.add("bea", known=True, every="3m", details={"kind": "client"})
    network.add("cal", known=True, every="3m", birthday="--06-10")
    network.log("ada", "bea", "cal", kind="call", on=ago(100))
    network.put_off("ada", slot="keep")
    network.today = later(weeks=1)
    assert kept(network) == ["bea", "cal", "ada"]
    assert network.plan().keep[0].text.endswith("wanted every 3 months, a client")
    assert [line.terms[-1].points for line in network.plan().keep] == [0, 0, -1]


@pytest.mark.parametrize(("size", "shown"), [(5, 5), (0, 0), (2, 2), (60, 60)])
def test_the_size_of_the_slot_is_in_the_config(size: int, shown: int) -> None:
    """Five unless it is set; the rest are still counted as asked for."""
    network = Network(keep=size)
    names = [f"p{number}" for number in range(60)]
    network.add(*names, known=True, every="1m")
    network.log(*names, kind="call", on=ago(100))
    plan = network.plan()
    assert len(plan.keep) == shown
    assert plan.counts.eligible == 60


def test_a_small_slot_is_filled_from_every_cadence() -> None:
    """The longest-waiting share of all, not of the first cadence."""
    network = Network(keep=2)
    for number in range(40):
        network.add(f"p{number}", known=True, every="6m")
        network.log(f"p{number}", kind="call", on=ago(190))
    network.add("ada", "bea", known=True, every="2w")
    network.log("ada", "bea", kind="call", on=ago(40))
    assert kept(network) == ["ada", "bea"]


def test_who_is_held_is_not_asked_for() -> None:
    """Resting, snoozed, skipped, met this week; a friend is kept all the same."""
    names = ("ada", "bea", "cal", "dan", "eve")
    network = known(*((name, "1m", 100) for name in names))
    network.rest("ada")
    network.snooze("bea", later(days=3))
    network.put_off("cal", slot="keep")
    network.log("dan", kind="event")
    network.edit("eve", no_sell=True)
    assert kept(network) == ["eve"]


def test_any_contact_ends_the_wait() -> None:
    """An attempt does not, nor does a touch dated before."""
    network = known(("ada", "1m", 100))
    network.tries("ada", ago(0))
    network.log("ada", kind="email", on=ago(150))
    assert kept(network) == ["ada"]
    network.log("ada", kind="email", on=ago(20))
    assert kept(network) == []


def test_who_is_the_pick_is_not_asked_for_twice() -> None:
    """New comes before keep."""
    network = Network()
    network.add("ada", every="1m", starts_on=ago(100))
    network.add("bea", every="1m", starts_on=ago(90))
    network.introduce("ada", by="bea", on=ago(3))
    plan = network.plan()
    assert (handles(plan.new.pick), handles(plan.keep)) == (["ada"], ["bea"])


def test_longest_waiting_comes_first_whatever_the_day() -> None:
    """Two with one wait stand by handle."""
    network = known(("bea", "1m", 50), ("ada", "1m", 50))
    assert kept(network) == ["ada", "bea"]
    network.today = MONDAY + timedelta(days=6)
    assert kept(network) == ["ada", "bea"]


def test_the_third_skip_in_keep_proposes_a_longer_cadence_once(
    netlog: InProcess,
) -> None:
    """Twice the span, with the command; neither before nor after."""
    netlog("add Ann --known --every 1m")
    netlog("log Ann -k call --on 2025-01-06")
    said = [
        netlog(f"skip ann --today {later(weeks=week)}").out for week in (0, 1, 2, 3)
    ]
    proposals = ["every 2 months may suit better" in page for page in said]
    assert proposals == [False, False, True, False]
    assert "netlog edit ann --every 2m" in said[2]


def test_a_skip_outside_keep_proposes_nothing(netlog: InProcess) -> None:
    """Whoever is not asked for by their cadence has none that is too short."""
    netlog("add Ann --every 2y")
    for week in range(4):
        ran = netlog(f"skip ann --today {later(weeks=week)}")
        assert (ran.code, "suit better" in ran.out) == (0, False)
