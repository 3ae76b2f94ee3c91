"""Report thanks: whether everybody was thanked, and how soon."""

import pytest
from tests.reports.told import page, pair, parts, report, tell, wants
from tests.running import Netlog

COUNTS = ("n", "outcomes", "thanked", "waiting", "median_days")


@pytest.mark.usefixtures("unnamed")
def test_nothing_yet(netlog: Netlog) -> None:
    """Without an outcome there is nobody to thank."""
    data = report(netlog, "thanks")
    assert parts(data, *COUNTS) == (0, 0, 0, 0, None)
    assert wants(data) == ["netlog got WHO KIND"]


@pytest.fixture
def three(netlog: Netlog) -> Netlog:
    """Two outcomes of Bo, whom Ann introduced; Ann was thanked for both."""
    tell(
        netlog,
        "add Ann --known",
        "add Bo --via Ann --on 2025-01-01",
        "got Bo opener --on 2025-03-01",
        "thank Ann --on 2025-03-04",
        "got Bo client --on 2025-04-01",
        "thank Ann --on 2025-04-11",
    )
    return netlog


def test_thanked_and_waiting(three: Netlog) -> None:
    """Once for each outcome; half of the four within ten days, counting who waits."""
    data = report(three, "thanks")
    assert parts(data, *COUNTS) == (4, 2, 2, 2, 10)
    assert pair(data["rate"]) == (2, 4)
    assert [one["handle"] for one in data["people_waiting"]] == ["bo", "bo"]


def test_who_waits_stands_there_once(three: Netlog) -> None:
    """With the command that thanks them."""
    lines = page(three, "thanks")
    assert lines[2] == "Of 4 for 2 outcomes 2 thank-yous are still to be said."
    (bo,) = [line for line in lines if line.startswith("  Bo: ")]
    assert bo == "  Bo: netlog thank bo (since 1 Mar 2025: opener, and 1 more)"
    assert "  half of them within: 10 days" in lines


def test_a_small_thing_counts_for_who_gave_it(three: Netlog) -> None:
    """Nobody is asked to thank who sent them, so nobody else waits."""
    tell(three, "got Bo advice --on 2025-05-20")
    data = report(three, "thanks")
    assert parts(data, *COUNTS) == (5, 3, 2, 3, None)
    assert [one["handle"] for one in data["people_waiting"]] == ["bo"] * 3


def test_for_what_they_wait(three: Netlog) -> None:
    """From whom it came, where that is another; all of it for programs."""
    tell(three, "got Bo interview her column --on 2025-05-20")
    assert (
        "  Ann: netlog thank ann (since 20 May 2025: interview “her column” from Bo)"
        in page(three, "thanks")
    )
    waiting = report(three, "thanks")["people_waiting"]
    assert [one for one in waiting if one["handle"] == "ann"] == [
        {
            "handle": "ann",
            "name": "Ann",
            "entry": 3,
            "since": "2025-05-20",
            "kind": "interview",
            "text": "her column",
            "from": "Bo",
        }
    ]


def test_as_it_stood(three: Netlog) -> None:
    """A word of thanks that came later than --until was not said by then."""
    data = report(three, "thanks --until 2025-04-10")
    assert parts(data, *COUNTS) == (4, 2, 1, 3, None)
    data = report(three, "thanks --since 2025-03-02")
    assert parts(data, *COUNTS) == (2, 1, 1, 1, 10)


def test_everybody_thanked(netlog: Netlog) -> None:
    """It says so; who was thanked beforehand waited for no day."""
    tell(
        netlog,
        "add Ann",
        "got Ann tip --on 2025-05-30",
        "thank Ann --on 2025-05-30",
        "edit --entry 1 --on 2025-06-01",
    )
    data = report(netlog, "thanks")
    assert data["answer"] == ["Everybody is thanked: 1 time for 1 outcome."]
    assert data["median_days"] == 0


def test_after_ten_the_rest_is_a_line(netlog: Netlog) -> None:
    """How many more wait."""
    for number in range(12):
        tell(netlog, f"got p{number} tip --new")
    assert "  and others: 2" in page(netlog, "thanks")
    assert len(report(netlog, "thanks")["people_waiting"]) == 12
