"""Keep in touch: whose cadence ends by Sunday, and nobody earlier."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from tests.plan.builders import MONDAY, Network, ago, handles, later
from tests.running import InProcess

from netlog.domain.spans import in_days, parse_span
from netlog.plan.slots import keep

SUNDAY = later(days=6)


def kept(network: Network) -> list[str]:
    """Who is to be kept in touch with, in order."""
    return handles(network.plan().keep)


def friends(*people: tuple[str, str, int], **fields: Any) -> Network:
    """Friends with a cadence and a contact so many days ago; never the pick."""
    network = Network(**fields)
    for name, every, days in people:
        network.add(name, no_sell=True, every=every)
        network.log(name, kind="call", on=ago(days))
    return network


def in_touch(network: Network, name: str, days: int, *gaps: int) -> None:
    """Calls with these gaps between them, the last so many days ago."""
    for gap in (0, *gaps):
        days += gap
        network.log(name, kind="call", on=ago(days))


@pytest.mark.parametrize(
    ("last", "asked"),
    [
        (date(2025, 3, 1), True),
        (date(2025, 3, 9), True),
        (date(2025, 3, 10), False),
        (date(2025, 6, 1), False),
    ],
)
def test_nobody_is_asked_for_before_the_week_their_cadence_ends(
    last: date, *, asked: bool
) -> None:
    """Thirteen weeks from Sunday 9 March end on Sunday 8 June."""
    network = Network()
    network.add("ada", no_sell=True, every="3m")
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
    """Whatever the cadence and the day of the week."""
    network = Network(later(days=weekday))
    network.add("ada", no_sell=True, every=every)
    network.log("ada", kind="call", on=last)
    ends = last + timedelta(days=in_days(parse_span(every)))
    assert kept(network) == ["ada"] * (ends <= SUNDAY)


@pytest.mark.parametrize(
    ("kind", "days", "asked"),
    [
        ("client", 91, True),
        ("client", 80, False),
        ("mentor", 85, True),
        ("friend", 93, False),
        ("friend", 182, True),
        ("", 300, False),
    ],
)
def test_without_a_cadence_of_their_own_that_of_their_kind_holds(
    kind: str, days: int, *, asked: bool
) -> None:
    """13 weeks or 26; whoever has neither and was never sat down with has none."""
    network = Network()
    details = {"kind": kind} if kind else {}
    network.add("ada", known=True, no_sell=True, details=details)
    network.log("ada", kind="call", on=ago(days))
    assert kept(network) == ["ada"] * asked


@pytest.mark.parametrize(("days", "asked"), [(175, False), (176, True)])
def test_everybody_sat_down_with_comes_up_after_26_weeks(
    days: int, *, asked: bool
) -> None:
    """Whatever they are."""
    network = Network()
    network.add("ada", known=True, no_sell=True)
    network.log("ada", on=ago(300))
    network.log("ada", kind="email", on=ago(days))
    assert kept(network) == ["ada"] * asked


def test_the_more_there_are_the_longer_it_takes() -> None:
    """At most two a week: with 60 people it is 30 weeks."""
    network = Network(keep=60)
    names = [f"p{number}" for number in range(60)]
    network.add(*names, known=True, no_sell=True)
    for number, name in enumerate(names):
        network.log(name, on=ago(7 * (number // 2)))
    assert set(kept(network)) == set()
    network.today = later(weeks=1)
    assert set(kept(network)) == {"p58", "p59"}
    assert [line.text for line in network.plan().keep] == [
        "210 days ago, every 30 weeks"
    ] * 2


def test_a_tag_is_asked_for_by_its_cadence() -> None:
    """Sooner than everybody, or later."""
    network = Network(cadence={"tag:board": "6w", "tag:choir": "39w"})
    for name, tag in (("ada", "board"), ("bea", "choir"), ("cal", "chess")):
        network.add(name, no_sell=True, known=True, details={"tag": tag})
    network.log("ada", "bea", "cal", on=ago(200))
    assert kept(network) == ["ada", "cal"]
    network.log("ada", "cal", kind="call", on=ago(40))
    assert kept(network) == ["ada"]
    network.log("ada", kind="call", on=ago(35))
    assert kept(network) == []
    network.live(later(weeks=11))
    assert kept(network) == ["ada", "bea"]


def test_who_has_a_cadence_and_no_contact_counts_from_the_day_dealt() -> None:
    """Never contacted, they say so."""
    network = Network()
    network.add("ada", no_sell=True, every="2w", starts_on=ago(7))
    assert kept(network) == []
    network.today = later(weeks=1)
    (line,) = network.plan().keep
    assert line.text == "no contact yet, every 2 weeks"


def test_who_waits_the_largest_share_of_their_cadence_stands_first() -> None:
    """40 of 28 days are more than 200 of 182."""
    network = friends(("ada", "6m", 200), ("bea", "1m", 40), ("cal", "1m", 60))
    assert kept(network) == ["cal", "bea", "ada"]
    line = network.plan().keep[1]
    assert (line.text, line.next) == (
        "40 days ago, every 4 weeks",
        "netlog log bea -k call",
    )
    assert [term.name for term in line.terms] == [
        *("cadence", "drift", "owe", "client", "occasion", "skipped")
    ]


def test_beyond_twice_the_cadence_the_longer_share_still_stands_first() -> None:
    """The measure is flat there, and the share decides between equals."""
    network = friends(("ada", "1m", 300), ("bea", "1m", 400), ("cal", "1m", 350))
    assert kept(network) == ["bea", "cal", "ada"]


def considered(network: Network) -> list[tuple[str, float]]:
    """Who waits, in the order in which they are considered, with their share."""
    return [
        (each.person.handle, round(each.share, 2))
        for each in keep.waiting(network.inputs(), ()).due
    ]


def test_a_share_is_of_their_usual_gap_where_it_is_shorter() -> None:
    """But never of less than a third of the cadence."""
    network = Network()
    network.add("ada", "bea", "cal", "dan", no_sell=True, every="12w")
    in_touch(network, "ada", 90, *[60] * 5)
    in_touch(network, "bea", 90, *[14] * 5)
    in_touch(network, "cal", 90, *[150] * 5)
    in_touch(network, "dan", 90, *[60] * 4)
    assert considered(network) == [
        ("bea", round(90 / 28, 2)),
        ("ada", 1.5),
        ("cal", round(90 / 84, 2)),
        ("dan", round(90 / 84, 2)),
    ]


def test_who_is_silent_for_twelve_gaps_comes_after_all_others() -> None:
    """Whatever the share."""
    network = Network()
    network.add("ada", "bea", no_sell=True, every="12w")
    in_touch(network, "ada", 120, *[10] * 5)
    in_touch(network, "bea", 90)
    assert considered(network) == [("ada", 4.29), ("bea", 1.07)]
    network.today = later(days=1)
    assert considered(network) == [("bea", 1.08), ("ada", 4.32)]


def crowd(number: int, **fields: Any) -> tuple[Network, list[str]]:
    """So many friends who wait, each a day less than the one before."""
    network = Network(**fields)
    names = [f"p{n:02}" for n in range(number)]
    network.add(*names, no_sell=True, every="10w")
    for n, name in enumerate(names):
        network.log(name, kind="call", on=ago(170 - n))
    return network, names


@pytest.mark.parametrize(("size", "most"), [(0, 10), (4, 10), (5, 10), (7, 14)])
def test_considered_are_twice_as_many_as_the_slot_has(size: int, most: int) -> None:
    """Ten at least, those with the longest share."""
    network, names = crowd(20, keep=size)
    assert set(handles(keep.ranked(network.inputs(), ()))) == set(names[:most])


def test_who_has_a_day_within_a_fortnight_is_always_considered() -> None:
    """A birthday or any other day, and then the score decides."""
    network, names = crowd(20)
    network.edit("p19", birthday="--06-16")
    network.edit("p18", birthday="--06-17")
    network.mark("p17", "met", "2020-06-10")
    ranked = handles(keep.ranked(network.inputs(), ()))
    assert set(ranked) == {*names[:10], "p17", "p19"}
    assert kept(network)[:2] == ["p17", "p19"]


def test_a_client_and_a_birthday_come_first() -> None:
    """Among people who wait alike."""
    network = Network()
    network.add("ada", no_sell=True, every="3m")
    network.add("bea", no_sell=True, every="3m", details={"kind": "client"})
    network.add("cal", no_sell=True, every="3m", birthday="--06-10")
    network.log("ada", "bea", "cal", kind="call", on=ago(100))
    network.put_off("ada", slot="keep")
    network.today = later(weeks=1)
    assert kept(network) == ["bea", "cal", "ada"]
    assert network.plan().keep[0].text == "107 days ago, every 13 weeks, a client"
    assert [line.terms[-1].points for line in network.plan().keep] == [0, 0, -1]


@pytest.mark.parametrize(("size", "shown"), [(5, 5), (0, 0), (2, 2), (60, 60)])
def test_what_a_slot_has_no_room_for_is_counted(size: int, shown: int) -> None:
    """Five unless it is set; the rest are asked for all the same."""
    network, _ = crowd(60, keep=size)
    plan = network.plan()
    assert len(plan.keep) == shown
    assert plan.more.get("keep", 0) == 60 - shown
    assert plan.counts.eligible == 60


def test_a_small_slot_is_filled_from_every_cadence() -> None:
    """The longest-waiting share of all, not of the first cadence."""
    network = friends(*((f"p{number}", "6m", 190) for number in range(40)), keep=2)
    for name in ("ada", "bea"):
        network.add(name, no_sell=True, every="2w")
        network.log(name, kind="call", on=ago(40))
    assert kept(network) == ["ada", "bea"]


def test_who_is_held_is_not_asked_for() -> None:
    """Resting, snoozed, skipped, booked, or a company; a friend is kept."""
    names = ("ada", "bea", "cal", "dan", "eve", "fay")
    network = friends(*((name, "1m", 100) for name in names))
    network.rest("ada")
    network.snooze("bea", later(days=3))
    network.put_off("cal", slot="keep")
    network.book("dan", on=later(weeks=3))
    network.edit("eve", entity="company")
    assert kept(network) == ["fay"]
    network.today = later(weeks=1)
    assert kept(network) == ["bea", "fay", "cal"]


def test_any_contact_ends_the_wait() -> None:
    """A message that is only sent too; what is dated before does not."""
    network = friends(("ada", "1m", 100))
    network.log("ada", kind="email", on=ago(150))
    assert kept(network) == ["ada"]
    network.log("ada", kind="email", on=ago(20))
    assert kept(network) == []


def test_who_is_the_pick_is_not_asked_for_twice() -> None:
    """New comes before keep; an alternate keeps the place."""
    network = Network()
    network.add("hal", no_sell=True, known=True)
    network.add("ada", "bea", every="1m", starts_on=ago(100))
    network.introduce("ada", by="hal", on=ago(3))
    network.introduce("bea", by="hal", on=ago(30))
    plan = network.plan()
    assert handles(plan.new.pick + plan.new.alternates) == ["ada", "bea"]
    assert handles(plan.keep) == ["bea"]


@pytest.mark.parametrize(
    ("days", "gaps", "asked"),
    [(40, 5, True), (39, 5, False), (400, 5, True), (400, 4, False)],
)
def test_who_was_in_touch_regularly_drifts_without_a_cadence(
    days: int, gaps: int, *, asked: bool
) -> None:
    """Silent for four times their median gap, of which five are known."""
    network = Network()
    network.add("ada", no_sell=True, known=True)
    in_touch(network, "ada", days, *[10] * gaps)
    assert kept(network) == ["ada"] * asked
    if asked:
        (line,) = network.plan().keep
        assert line.text == f"{days} days ago, usually every 10 days"
        assert line.terms[0].points == 0


def test_two_with_one_wait_stand_by_handle() -> None:
    """Whatever the day of the week."""
    network = friends(("bea", "1m", 50), ("ada", "1m", 50))
    for days in (0, 6):
        network.today = later(days=days)
        assert kept(network) == ["ada", "bea"]


def test_those_in_peace_do_not_hide_who_waits_behind_them() -> None:
    """Fifty friends of one rhythm were named in vain; the fifty-first is due too."""
    network = Network(ago(28), keep=5)
    names = [f"p{number:02}" for number in range(50)]
    network.add(*names, "zoe", no_sell=True, every="4w")
    network.log(*names, kind="call", on=ago(300))
    network.log("zoe", kind="call", on=ago(60))
    for _ in range(4):
        for name in names:
            network.asked(name, "keep")
        network.live(network.today + timedelta(weeks=1))
    plan = network.plan()
    assert (handles(plan.keep), plan.more.get("keep", 0)) == (["zoe"], 0)
    assert plan.counts.eligible == 1


@pytest.mark.parametrize("weeks", [0, 4])
def test_of_very_many_the_longest_waiting_are_looked_at(weeks: int) -> None:
    """All are counted, after an absence the part that is dealt to the week."""
    network, names = crowd(90)
    network.today = later(weeks=weeks)
    plan = network.plan()
    assert set(handles(plan.keep)) <= set(names[:10])
    part = 23 if weeks else 90
    assert len(plan.keep) + plan.more["keep"] == part
    assert plan.counts.eligible == 90


def test_after_an_absence_they_are_dealt_over_four_weeks() -> None:
    """A quarter of those who wait, then a third of the rest; the longest share first.

    The page begins with what is left, and from the fifth week on all is as it was.
    """
    network, names = crowd(40, keep=100)
    network.today = later(weeks=4)
    shares = [handle for handle, _ in considered(network)]
    assert shares == names
    asked = []
    for week in range(4, 9):
        network.today = later(weeks=week)
        asked.append(kept(network))
        network.log(*asked[-1], kind="call") if asked[-1] else None
    assert asked == [names[:10], names[10:20], names[20:30], names[30:], []]


def test_two_weeks_are_no_absence() -> None:
    """Nor is one that ended four weeks ago."""
    network, names = crowd(12, keep=100)
    network.today = later(weeks=3)
    assert len(kept(network)) == 12
    network.today = later(weeks=4)
    assert len(kept(network)) == 3
    network.live(later(weeks=8))
    assert kept(network) == names


def test_the_third_skip_in_keep_proposes_a_longer_cadence_once(
    netlog: InProcess,
) -> None:
    """Twice the span, with the command; neither before nor after."""
    netlog("add Ann --no-sell --every 1m")
    netlog("log Ann -k call --on 2025-01-06")
    said = [
        netlog(f"skip ann --today {later(weeks=week)}").out for week in (0, 1, 2, 3)
    ]
    proposals = ["every 8 weeks may suit better" in page for page in said]
    assert proposals == [False, False, True, False]
    assert "netlog edit ann --every 8w" in said[2]


def test_a_skip_outside_keep_proposes_nothing(netlog: InProcess) -> None:
    """Whoever is not asked for by their cadence has none that is too short."""
    netlog("add Ann --every 2y")
    for week in range(4):
        ran = netlog(f"skip ann --today {later(weeks=week)}")
        assert (ran.code, "suit better" in ran.out) == (0, False)
