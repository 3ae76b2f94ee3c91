"""Zones, clocks that go back, and clocks that were wrong: order, days, backups."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
from hypothesis import example, given, strategies as st
from tests.backups.test_unneeded import days_left
from tests.running import InProcess
from tests.trust.clocks import ZONES, ByTheClock, InAZone, hanging_in
from tests.trust.moved import elsewhere

from netlog.backups.files import local_day
from netlog.clock import read_clock

MONDAY = date(2025, 6, 2)
_DAY = timedelta(days=1)
MOMENTS = st.datetimes(datetime(1971, 1, 1), datetime(2037, 12, 31))  # noqa: DTZ001 (hypothesis adds the zone)


@pytest.fixture(scope="module", autouse=True)
def zones() -> None:
    """Skip where the machine knows no zones."""
    try:
        ZoneInfo(ZONES[0])
    except ZoneInfoNotFoundError:
        pytest.skip("no zones are known here")


@pytest.fixture
def at(netlog: InProcess, monkeypatch: pytest.MonkeyPatch) -> Iterator[ByTheClock]:
    """Netlog by a clock in New York."""
    with hanging_in("America/New_York"):
        yield ByTheClock(netlog, monkeypatch)


# What day it is.


@pytest.mark.parametrize("zone", ZONES)
@given(moment=MOMENTS)
@example(moment=datetime(2011, 12, 30, 9, 59, 59))  # noqa: DTZ001 (as above)
@example(moment=datetime(2011, 12, 30, 10))  # noqa: DTZ001 (as above)
@example(moment=datetime(2025, 11, 2, 5, 59))  # noqa: DTZ001 (as above)
def test_the_day_is_that_on_the_wall(zone: str, moment: datetime) -> None:
    """At any moment, in any zone; one that was left out is never today."""
    now = moment.replace(tzinfo=UTC, microsecond=1)
    wanted = now.astimezone(ZoneInfo(zone)).date()
    with hanging_in(zone), pytest.MonkeyPatch.context() as patch:
        patch.setattr("netlog.clock.datetime", elsewhere(now))
        assert read_clock() == (now, wanted)
        assert local_day(now) == wanted
    assert (zone, wanted) != ("Pacific/Apia", date(2011, 12, 30))


@pytest.mark.parametrize("zone", ZONES)
def test_a_night_in_a_zone(tmp_path: Path, zone: str) -> None:
    """A minute before and after midnight: what is dated, the week, the backup."""
    netlog = InAZone(tmp_path, zone)
    midnight = datetime(2011, 12, 31, tzinfo=ZoneInfo(zone)).astimezone(UTC)
    before, after = midnight - timedelta(minutes=1), midnight + timedelta(minutes=1)
    eve = before.astimezone(ZoneInfo(zone)).date()
    assert eve == date(2011, 12, 29 if zone == "Pacific/Apia" else 30)
    assert netlog(before, "add Ann Lee --met --promise tea --by tomorrow").code == 0
    assert netlog(after, "log ann-lee -k lunch").code == 0
    assert netlog(after, "log ann-lee -k call --on yesterday").code == 0
    shown = netlog(after, "show ann-lee --json").data
    touches = [(one["kind"], one["date"]) for one in shown["touches"]]
    before_it = [("met", eve.isoformat()), ("call", "2011-12-30")]
    assert touches == [*before_it, ("lunch", "2011-12-31")]
    assert shown["promises"][0]["due"] == (eve + _DAY).isoformat()
    due = netlog(after, "due --json").data
    assert (due["week"], due["new_done"]) == ("2011-W52", True)
    assert backed_up(tmp_path) == ["2011-12-31"]


def backed_up(home: Path) -> list[str]:
    """The days of the backups that there are."""
    folder = home / ".local/state/netlog/backups"
    return sorted(json.loads(one.read_text())["day"] for one in folder.glob("*.json"))


# Clocks that go back.


def test_an_hour_comes_twice(at: ByTheClock) -> None:
    """In autumn, and once more by hand: the order is that in which it was typed."""
    moments = ("2025-11-02 05:30", "2025-11-02 06:10", "2025-11-02 05:20")
    lines = ("add Ann Lee --met", "log ann-lee --no-answer", "log ann-lee -k card")
    for moment, line in zip(moments, lines, strict=True):
        assert at(moment, line).code == 0
    now = "2025-11-02 05:21"
    history = at(now, "history --json").data
    assert [one["command"] for one in history] == list(lines[::-1])
    touches = at(now, "show ann-lee --json").data["touches"]
    assert [one["touch"] for one in touches] == [1, 2, 3]
    assert {one["date"] for one in touches} == {"2025-11-02"}
    doctor = at(now, "doctor --json")
    assert (doctor.code, behind(doctor.data)) == (6, "1, 2")
    assert at(now, "undo").out == "Took back: netlog log ann-lee -k card\n"
    assert at("2025-11-02 06:11", "doctor").code == 0


def behind(found: dict[str, Any]) -> str:
    """Which changes are later than the clock says it is, as doctor says it."""
    (clock,) = (one for one in found["checks"] if one["name"] == "clock")
    said = [one["sentence"] for one in clock["findings"] if one["weight"] == "fault"]
    return said[0].partition(": ")[2].partition(".")[0] if said else ""


def test_the_clock_of_a_real_process_is_only_read_once(at: ByTheClock) -> None:
    """A moment of noon to the microsecond stands for a day that was given."""
    assert at("2025-11-02 12:00", "add Ann Lee --met").code == 0
    assert at("2025-11-02 12:00", "history").out.startswith("1\t2025-11-02 ")


def test_ten_years_on_and_back(at: ByTheClock) -> None:
    """One wrong day: what it dated stays, and is named; all else is as before."""
    everybody = ("ann-lee", "bo-ek", "cy-oh", "di-poe")
    for name in ("Ann Lee", "Bo Ek", "Cy Oh", "Di Poe"):
        assert at("2025-05-21 15:00", f"add {name} --met").code == 0
    picked = at("2025-06-02 15:01", "due --json").data["new"]
    a, b, c = sorted({*everybody} - {one["handle"] for one in picked})
    wrong = (f"log {a}", f"promise {a} tea", f"snooze {b} 2w", f"skip {c}", "due")
    assert [at("2035-06-02 15:00", line).code for line in wrong] == [0] * len(wrong)
    due = at("2025-06-02 15:02", "due --json").data
    assert (due["week"], due["new"], due["promises"]) == ("2025-W23", picked, [])
    assert "Sat 16 Jun 2035" in at("2025-06-02 15:02", f"why {b}").out
    assert "skipped" not in at("2025-06-02 15:02", f"why {c}").out
    doctor = at("2025-06-02 15:04", "doctor --json")
    assert (doctor.code, behind(doctor.data)) == (6, "5, 6, 7, 8")


def test_what_a_wrong_day_dated_is_mended_by_hand(at: ByTheClock) -> None:
    """A touch where it stands, a promise, a snooze; until then the touch counts."""
    wrong = ("add Bo Ek", "log bo-ek", "promise bo-ek tea", "snooze bo-ek 2w")
    assert [at("2035-06-02 15:00", line).code for line in wrong] == [0] * 4
    shown = at("2025-06-02 15:04", "show bo-ek --json").data
    assert (shown["last_contact"], shown["snoozed_until"]) == (
        "2035-06-02",
        "2035-06-16",
    )
    mended = ("edit --touch 1 --on today", "edit --promise 1 --by fri", "wake bo-ek")
    assert [at("2025-06-02 15:05", line).code for line in mended] == [0] * 3
    shown = at("2025-06-02 15:06", "show bo-ek --json").data
    assert (shown["last_contact"], shown["snoozed_until"]) == ("2025-06-02", None)
    assert shown["promises"][0]["due"] == "2025-06-06"


def test_all_of_it_is_undone_in_the_order_in_which_it_was_typed(
    at: ByTheClock,
) -> None:
    """However the clock jumped."""
    moments = ("2025-06-02", "2035-06-02", "2015-06-02", "2025-06-01")
    for moment, name in zip(moments, ("Ann", "Bo", "Cy", "Di"), strict=True):
        assert at(f"{moment} 15:00", f"add {name} --met").code == 0
    took = [at("2020-02-29 15:00", "undo").out for _ in moments]
    assert [one.split()[4] for one in took] == ["Di", "Cy", "Bo", "Ann"]


def test_before_1970_rows_have_names_too(at: ByTheClock) -> None:
    """A clock without a battery begins anew, or before: a uid is one all the same."""
    for moment, name in (
        ("1970-01-01", "Ann"),
        ("1969-12-31", "Bo"),
        ("1901-01-01", "Cy"),
    ):
        assert at(f"{moment} 15:00", f"add {name}").code == 0
    people = at("1980-01-01 15:00", "list --json").data
    assert [UUID(one["uid"]).version for one in people] == [7, 7, 7]


# Backups.


def test_wrong_days_take_no_good_backup_away(netlog: InProcess) -> None:
    """Each day one is made by itself; eight days ten years on, and on as before."""
    days = [MONDAY + n * _DAY for n in range(14)]
    wrong = [date(2035, 6, 2) + n * _DAY for n in range(8)]
    netlog(f"add Ann --today {MONDAY - _DAY}")
    for day in [*days[:7], *wrong, *days[7:]]:
        assert netlog(f"promise ann tea --today {day}").code == 0
    there = backed_up(netlog.home)
    assert {str(day) for day in days[7:]} <= {*there}
    assert str(days[6]) in there  # the Sunday of the week before
    assert str(wrong[-1]) in there


@given(
    st.lists(st.integers(1, 40), max_size=60),
    st.integers(0, 60),
    st.sampled_from([date(2035, 6, 2), date(2015, 6, 2)]),
)
def test_a_wrong_day_costs_three_places_at_most(
    gaps: list[int], place: int, wrong: date
) -> None:
    """One of the days, of the weeks, of the months; none of the newest six days."""
    days = [MONDAY + sum(gaps[:n]) * _DAY for n in range(len(gaps))]
    right, other = days_left(days), days_left([*days[:place], wrong, *days[place:]])
    assert len(set(right) - set(other)) <= 3
    assert set(right[:6]) <= set(other)


@given(
    st.lists(st.integers(1, 40), min_size=7, max_size=40),
    st.lists(st.integers(-9, 9), max_size=12),
    st.integers(0, 33),
)
def test_wrong_days_never_outlive_right_ones(
    gaps: list[int], wrong: list[int], place: int
) -> None:
    """However many there were: the last seven right days after them are there."""
    days = [MONDAY + sum(gaps[:n]) * _DAY for n in range(len(gaps))]
    place = min(place, len(days) - 7)
    elsewhen = [date(2035, 6, 2) + n * _DAY for n in wrong]
    left = days_left([*days[:place], *elsewhen, *days[place:]])
    assert {day.isoformat() for day in days[-7:]} <= {*left}


# Days that are not in every year.


def test_a_leap_day_comes_round_on_the_28th(netlog: InProcess) -> None:
    """A cadence, a birthday, a promise and a snooze of a year."""
    lines = (
        "add Leap Year --known --every 1y --birthday '29 feb'",
        "promise leap-year tea --by 'in 1y'",
        "log leap-year",
        "add Other One --met",
        "snooze other-one in 1y",
    )
    assert [netlog(f"--today 2024-02-29 {line}").code for line in lines] == [0] * 5
    shown = netlog("show leap-year --json").data
    assert shown["promises"][0]["due"] == "2025-02-28"
    assert netlog("show other-one --json").data["snoozed_until"] == "2025-02-28"
    days = ("2025-02-27", "2025-02-28", "2025-03-01", "2028-02-28", "2028-02-29")
    said = [netlog(f"why leap-year --today {day}").out for day in days]
    found = [re.search(r"birthday (\w+)\n", one) for one in said]
    wanted = ["tomorrow", "today", None, "tomorrow", "today"]
    assert [one and one[1] for one in found] == wanted


@pytest.mark.parametrize(
    ("first", "code"), [("2020-12-28", "2020-W53"), ("2026-12-28", "2026-W53")]
)
def test_a_week_53_is_one_week(netlog: InProcess, first: str, code: str) -> None:
    """Its pick stays over the turn of the year, and so does who is skipped."""
    monday = date.fromisoformat(first)
    for name in ("Ann Lee", "Bo Ek", "Cy Oh", "Di Poe"):
        assert netlog(f"add {name} --met --today {monday - 9 * _DAY}").code == 0
    netlog(f"skip ann-lee --today {monday + 3 * _DAY}")
    days = [monday + n * _DAY for n in range(3, 8)]
    plans = [netlog(f"due --json --today {day}").data for day in days]
    assert [one["week"] for one in plans[:4]] == [code] * 4
    assert plans[4]["week"] == f"{monday.year + 1}-W01"
    assert len({one["new"][0]["handle"] for one in plans[:4]}) == 1
    held = ["skipped" in netlog(f"why ann-lee --today {day}").out for day in days]
    assert held == [True] * 4 + [False]
    assert netlog(f"due --week {code} --today {monday + 9 * _DAY}").code == 0
    assert netlog(f"due --week {monday.year + 1}-W53").code == 2


def test_the_year_turns_within_a_week(netlog: InProcess) -> None:
    """The coffee of 31 December is that of the week; the year's number begins anew."""
    netlog("add Year End --today 2026-12-31")
    netlog("log year-end --today 2026-12-31")
    days = ("2026-12-31", "2027-01-01")
    plans = [netlog(f"due --json --today {day}").data for day in days]
    assert [one["new_done"] for one in plans] == [True, True]
    assert [one["numbers"]["coffees"] for one in plans] == [1, 0]
