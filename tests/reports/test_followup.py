"""Report followup: who was followed up, how soon, and promises kept on time."""

import pytest
from tests.reports.told import page, pair, parts, report, tell, wants
from tests.running import Netlog


@pytest.mark.usefixtures("unnamed")
def test_nothing_yet(netlog: Netlog) -> None:
    """Without meetings and promises it says so, and what would record them."""
    data = report(netlog, "followup")
    assert parts(data, "n", "open") == (0, 0)
    assert data["answer"] == ["Nobody new met in person yet."]
    assert wants(data) == [
        "netlog add NAME --at PLACE",
        "netlog promise WHO TEXT --by DATE",
    ]


@pytest.mark.parametrize(
    ("lines", "same_day", "week"),
    [
        ((), 0, 0),
        (("log ann -k card --on 2025-05-05",), 1, 1),
        (("log ann -k call --no-answer --on 2025-05-05",), 1, 1),
        (("gave ann tip --on 2025-05-05",), 1, 1),
        (("log ann -k card --on 2025-05-06",), 0, 1),
        (("log ann -k card --on 2025-05-12",), 0, 1),
        (("log ann -k card --on 2025-05-13",), 0, 0),
        (("log ann -k card --on 2025-05-04",), 0, 0),
        (("log ann -k coffee --on 2025-05-05",), 1, 1),
        (("heard ann --on 2025-05-05",), 0, 0),
        (("promise ann tea", "done 1 --on 2025-05-05"), 1, 1),
        (("promise ann tea", "done 1 --drop --on 2025-05-05"), 0, 0),
        (("got ann tip --on 2025-05-05",), 0, 0),
    ],
)
def test_what_goes_to_somebody_follows_up(
    netlog: Netlog, lines: tuple[str, ...], same_day: int, week: int
) -> None:
    """After a meeting of 5 May, entered later; the same day, or within a week."""
    tell(netlog, "add Ann --met --on 2025-05-05", *lines)
    data = report(netlog, "followup")
    assert (pair(data["same_day"]), pair(data["within_7_days"])) == (
        (same_day, 1),
        (week, 1),
    )


def test_what_was_entered_before_the_meeting_came_before_it(netlog: Netlog) -> None:
    """On the same day the order of entering tells; a gift at the meeting is part."""
    tell(
        netlog,
        "add Ann",
        "log Ann -k email --on 2025-05-05",
        "log Ann --gave tip --on 2025-05-05",
    )
    assert pair(report(netlog, "followup")["same_day"]) == (0, 1)


def test_only_the_first_meeting_with_somebody_new(netlog: Netlog) -> None:
    """Not a second one, not one with somebody known, and no call."""
    tell(
        netlog,
        "add Ann --met --on 2025-05-05",
        "log Ann --on 2025-05-15",
        "log Ann -k card --on 2025-05-15",
        "add Hal --known",
        "log Hal --on 2025-05-05",
        "log Ida -k call --new --on 2025-05-05",
    )
    data = report(netlog, "followup")
    assert (data["n"], pair(data["within_7_days"])) == (1, (0, 1))


def test_what_is_not_over_is_open(netlog: Netlog) -> None:
    """A meeting of today can still be followed up; one of last Monday no longer."""
    tell(netlog, "add Ann --met", "add Bo --met --on 2025-05-26")
    data = report(netlog, "followup")
    assert (pair(data["same_day"]), pair(data["within_7_days"])) == ((0, 1), (0, 0))
    assert parts(data, "n", "open") == (2, 2)
    tell(netlog, "log Ann -k card")
    data = report(netlog, "followup")
    assert (pair(data["same_day"]), pair(data["within_7_days"])) == ((0, 1), (0, 0))
    data = report(netlog, "followup --today 2025-06-03")
    assert (pair(data["same_day"]), pair(data["within_7_days"])) == ((1, 2), (0, 1))


def test_who_was_quick_counts_no_sooner_than_who_was_not(netlog: Netlog) -> None:
    """Ten two days ago, three followed up at once: 3 of 10, and nothing of a week."""
    people = [f"p{number}" for number in range(10)]
    tell(netlog, *(f"add {one} --met --on 2025-05-31" for one in people))
    tell(netlog, *(f"log {one} -k card --on 2025-05-31" for one in people[:3]))
    data = report(netlog, "followup")
    assert (pair(data["same_day"]), pair(data["within_7_days"])) == ((3, 10), (0, 0))
    assert data["open"] == 10
    assert any("10 still open" in line for line in page(netlog, "followup"))
    data = report(netlog, "followup --until 2025-05-31")
    assert data["answer"] == ["10 first meetings, too young to tell."]
    data = report(netlog, "followup --today 2025-06-08")
    assert (pair(data["within_7_days"]), data["open"]) == ((3, 10), 0)


def test_the_report_and_the_plan_agree_on_promises(netlog: Netlog) -> None:
    """Four due on 20 April, one kept, three open: 1 of 4, there as here."""
    promise = "promise Ann tea --by 2025-04-20 --today 2025-04-10"
    tell(netlog, "add Ann", *([promise] * 4))
    tell(netlog, "done 1 --on 2025-04-19")
    assert pair(report(netlog, "followup")["promises"]["rate"]) == (1, 4)
    numbers = netlog("due --json").data["numbers"]
    assert (numbers["promises_on_time"], numbers["promises_closed"]) == (1, 4)
    assert "1 of 4 promises on time" in netlog("due").out


def test_promises_kept_on_time(netlog: Netlog) -> None:
    """Of those past their day, however they ended; no other is one of them."""
    tell(netlog, "add Ann", *(["promise Ann tea --by 2025-06-02"] * 6))
    tell(
        netlog,
        "done 1 --on 2025-06-02",
        "done 2 --drop",
        "done 3 --on 2025-06-04 --today 2025-06-04",
    )
    data = report(netlog, "followup")["promises"]
    assert parts(data, "n", "on_time", "late", "dropped", "waiting") == (0, 0, 0, 0, 0)
    data = report(netlog, "followup --today 2025-06-04 --until 2025-06-03")["promises"]
    assert parts(data, "n", "on_time", "late", "dropped", "waiting") == (6, 1, 0, 1, 4)
    data = report(netlog, "followup --today 2025-06-04")["promises"]
    assert parts(data, "n", "on_time", "late", "dropped", "waiting") == (6, 1, 1, 1, 3)
    assert pair(data["rate"]) == (1, 6)


def test_a_period_bounds_meetings_and_promises(netlog: Netlog) -> None:
    """By the day of the meeting, and by that on which a promise was due."""
    tell(
        netlog,
        "add Ann --met --on 2025-05-05",
        "add Bo --met --on 2025-05-06",
        "log Ann -k card --on 2025-05-06",
        "promise Ann tea --by 2025-05-09 --today 2025-05-06",
        "done 1 --on 2025-05-09",
    )
    data = report(netlog, "followup --since 2025-05-06")
    assert (data["n"], data["promises"]["n"]) == (1, 1)
    assert report(netlog, "followup --since 2025-05-10")["promises"]["n"] == 0
    data = report(netlog, "followup --until 2025-05-05")
    assert (data["n"], pair(data["within_7_days"])) == (1, (0, 0))
    assert data["promises"]["n"] == 0


def test_the_answer_comes_first(netlog: Netlog) -> None:
    """Meetings, then promises."""
    tell(
        netlog,
        "add Ann --met --on 2025-05-05",
        "promise Ann tea --by 2025-05-06 --today 2025-05-05",
        "done 1 --on 2025-05-05",
    )
    assert page(netlog, "followup")[2:4] == [
        "Followed up the same day: 1 of 1: 100 % [21-100].",
        "Promises kept on time: 1 of 1: 100 % [21-100].",
    ]
