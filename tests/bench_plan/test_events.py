"""A log of messages: read, looked at four times, and what came of whom was named."""

from pathlib import Path

import pytest
from bench.planning import events
from bench.planning.events import BadLogError, Log, read_log, replayed

DAY = 86_400


def written(path: Path, *lines: str) -> Path:
    """A log of these lines."""
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def test_a_log_is_days_of_contact_both_ways(tmp_path: Path) -> None:
    """Counted from the first; a mail to oneself and a remark say nothing."""
    path = written(
        tmp_path / "log",
        "# who whom when",
        f"1 2 {5 * DAY + 10}",
        f"2 1 {5 * DAY + 99}",
        f"2 1 {9 * DAY}.5",
        f"3 3 {7 * DAY}",
        f"3\t1\t{6 * DAY + 10}",
        "",
    )
    both = {1: {2: [0, 3], 3: [1]}, 2: {1: [0, 3]}, 3: {1: [1]}}
    assert read_log(path) == Log(both, 3, 4)


@pytest.mark.parametrize("line", ["1 2", "a b c", "1 2 noon"])
def test_a_line_that_is_no_event_is_named(tmp_path: Path, line: str) -> None:
    """With its number, and nothing of what it says."""
    path = written(tmp_path / "log", "1 2 3", line)
    with pytest.raises(BadLogError, match=r"log, line 2 is no `u v t`\.$"):
        read_log(path)


def test_an_empty_log_is_refused(tmp_path: Path) -> None:
    """There is nothing to look at."""
    with pytest.raises(BadLogError, match="has no line"):
        read_log(written(tmp_path / "log", "# nothing"))


@pytest.fixture
def log() -> Log:
    """Ego 0 and twelve people, over 342 days; looks are on days 150, 180, 210, 240.

    1 is silent from day 100 to 190 and brings 50 on day 200, when 51 comes by itself; 2
    is silent until day 300, 3 to 6 for ever; the others are in touch each week.
    """
    weekly = list(range(0, 343, 7))
    silent = [0, 30, 60, 100]
    days = dict.fromkeys(range(1, 7), silent)
    days |= dict.fromkeys(range(7, 13), weekly)
    days |= {1: [*silent, 190], 2: [*silent, 300], 50: [200], 51: [200]}
    contacts = {0: days, **{person: {0: on} for person, on in days.items()}}
    contacts[1] = {0: days[1], 50: [20]}
    return Log(contacts, 342, 1)


def test_only_who_has_ten_contacts_looks(log: Log) -> None:
    """The others have nobody to be asked for."""
    assert events.egos_of(log) == [0]


def test_what_came_of_the_named_is_seen_six_weeks_later(log: Log) -> None:
    """At random: 1 of 6 came back after two looks, and once brought 50 in time.

    Six are named; five on day 210, when 1 has just been in touch; on day 240 these two
    and the newcomers, too.
    """
    came = replayed(log, 0, {})["reconnect", "random"]
    back, lost, new = (1 / 6 + 1 / 6), (4 / 6 + 4 / 6 + 4 / 5 + 7 / 8), 1 / 6
    assert came.looks == 4
    assert came[1:] == pytest.approx((back / 4, lost / 4, new / 4))


def test_every_rule_names_as_many_as_the_slot_holds(log: Log) -> None:
    """One for reconnect, five for keep, of the same people."""
    rules = {"shipped", "random", "longest waiting", "most past contact"}
    came = replayed(log, 0, {})
    assert set(came) == {
        (slot, rule) for slot in ("reconnect", "keep") for rule in rules
    }
    assert {one.looks for one in came.values()} == {4}
    assert came["keep", "most past contact"].lost < came["keep", "random"].lost
