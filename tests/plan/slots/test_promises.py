"""Promises: all that fall due by Sunday, the longest-waiting first."""

import pytest
from tests.plan.builders import Network, ago, later
from tests.running import InProcess

from netlog.plan.slots.promises import when
from netlog.repository import promises


@pytest.fixture
def network() -> Network:
    """Ada is owed four things."""
    made = Network()
    made.add("ada", known=True)
    for text, day in (
        ("by monday after", later(days=7)),
        ("by sunday", later(days=6)),
        ("long ago", ago(9)),
        ("today", later()),
    ):
        made.promise("ada", text, day)
    return made


def test_all_due_by_sunday_stand_the_longest_waiting_first(network: Network) -> None:
    """What falls due next Monday waits for next Monday."""
    lines = [(line.text, line.next) for line in network.plan().promises]
    assert lines == [
        ("long ago, waiting 9 days", "netlog done 3"),
        ("today, today", "netlog done 4"),
        ("by sunday, in 6 days", "netlog done 2"),
    ]


def test_a_line_knows_its_promise(network: Network) -> None:
    """Number, words and day, beside the person."""
    line = network.plan().promises[0]
    assert line.person.handle == "ada"
    assert line.more == {
        "promise": 3,
        "what": "long ago",
        "due": ago(9),
        "theirs": False,
    }


def test_what_is_owed_to_me_stands_among_them(network: Network) -> None:
    """It says whose promise it was."""
    network.promise("ada", "an address", ago(3), theirs=True)
    line = network.plan().promises[1]
    assert (line.text, line.more["theirs"]) == (
        "they promised an address, waiting 3 days",
        True,
    )


def test_what_the_page_has_no_room_for_is_counted(network: Network) -> None:
    """Five unless it is set."""
    for _ in range(4):
        network.promise("ada", "one more", later(days=1))
    plan = network.plan()
    assert (len(plan.promises), plan.more["promises"]) == (5, 2)


def test_kept_and_dropped_ones_are_gone(network: Network) -> None:
    """Only what is open is owed."""
    lines = network.plan().promises
    network.close(promises.get(network.store, 3))
    network.close(promises.get(network.store, 2), "dropped")
    assert network.plan().promises == (lines[1]._replace(),)


def test_who_rests_is_owed_all_the_same(network: Network) -> None:
    """Your word does not rest; nor is it snoozed, or hidden from a company."""
    network.rest("ada")
    network.snooze("ada", later(weeks=9))
    network.edit("ada", entity="company")
    assert len(network.plan().promises) == 3


def test_what_was_promised_to_somebody_gone_is_gone(network: Network) -> None:
    """With the person."""
    network.remove("ada")
    assert network.plan().promises == ()


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-2, "waiting 2 days"),
        (-1, "waiting 1 day"),
        (0, "today"),
        (1, "tomorrow"),
        (6, "in 6 days"),
    ],
)
def test_it_says_how_far_off_a_day_is(days: int, said: str) -> None:
    """Waiting, never late."""
    assert when(days) == said


def test_a_chance_meeting_in_one_line(netlog: InProcess) -> None:
    """Susan is followed up the same day, her promise stands, and done keeps it."""
    added = netlog(
        'add Susan --at chiropractor --note "personal trainer"'
        ' --promise "two client references" --by tomorrow'
    )
    assert (added.code, added.err) == (
        0,
        f"netlog: Made a new database at {netlog.db}.\n",
    )
    due = netlog("due --json").data
    assert [(one["handle"], one["text"]) for one in due["follow_up"]] == [
        ("susan", "met today, nothing sent since")
    ]
    (promise,) = due["promises"]
    assert (promise["text"], promise["next"]) == (
        "two client references, tomorrow",
        "netlog done 1",
    )
    assert netlog(promise["next"].removeprefix("netlog ")).code == 0
    after = netlog("due --json").data
    assert (after["promises"], after["follow_up"]) == ([], [])
