"""The one place where time is read."""

from datetime import UTC, date, datetime, timedelta

import pytest
from tests.running import Netlog
from tests.trust.moved import elsewhere

from netlog.clock import Clock, read_clock
from netlog.errors import UsageError


def test_a_day_that_is_told_is_noon_utc() -> None:
    """NETLOG_TODAY replaces the clock everywhere."""
    noon = datetime(2025, 6, 2, 12, tzinfo=UTC)
    assert read_clock("2025-06-02") == Clock(noon, date(2025, 6, 2))


def test_without_one_it_is_now() -> None:
    """In UTC, with the local day on which that falls."""
    clock = read_clock()
    assert clock.now.tzinfo is UTC
    assert clock.today == clock.now.astimezone().date()
    assert read_clock().now - clock.now < timedelta(minutes=1)


@pytest.mark.parametrize(
    "text",
    ["today", "2025-02-30", "02.06.2025", "1800-01-01", "2500-01-01", "\x1b[31m"],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    """With an example; what is shown of it holds no control character."""
    with pytest.raises(UsageError, match="no day that could be today") as error:
        read_clock(text)
    assert "2025-06-02" in error.value.advice
    assert error.value.sentence.isprintable()


@pytest.mark.parametrize("year", [1, 1900, 2199, 9999])
def test_a_clock_that_cannot_be_right_is_refused(
    netlog: Netlog, monkeypatch: pytest.MonkeyPatch, year: int
) -> None:
    """With the year that it says; nothing is dated by it, and --today helps."""
    monkeypatch.delenv("NETLOG_TODAY")
    clock = elsewhere(datetime(year, 12, 31, 23, tzinfo=UTC))
    monkeypatch.setattr("netlog.clock.datetime", clock)
    ran = netlog("add Hal")
    assert (ran.code, f"the year {year}." in ran.err) == (2, True)
    assert not netlog.db.exists()
    assert netlog("add Hal --today 2025-06-02").code == 0


@pytest.mark.usefixtures("unnamed")
def test_the_option_comes_before_the_variable(netlog: Netlog) -> None:
    """--today, then NETLOG_TODAY."""
    assert netlog("due").out.startswith("Week 23 · Mon 2 to Sun 8 Jun 2025")
    assert netlog("due --today 2025-06-09").out.startswith("Week 24 · Mon 9 to")


def test_a_wrong_variable_is_said(
    netlog: Netlog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit 2 whatever the command."""
    monkeypatch.setenv("NETLOG_TODAY", "soon")
    assert [netlog(line).code for line in ("due", "add Hal")] == [2, 2]
    assert not netlog.db.exists()
