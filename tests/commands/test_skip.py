"""netlog skip: not this week."""

from tests.commands.said import kept, person, without_uids
from tests.running import Netlog, told


def test_left_out_until_next_monday(netlog: Netlog) -> None:
    """Hidden this week, back in the next."""
    netlog("add Hal")
    assert netlog("skip hal") == (
        0,
        "Hal is left out this week: netlog wake hal\n",
        "",
    )
    weeks = [
        netlog(f"due --today {day} --json").data["hidden"]
        for day in ("2025-06-02", "2025-06-08", "2025-06-09")
    ]
    assert weeks == [{"skipped": 1}, {"skipped": 1}, {}]


def test_said_twice_it_is_one(netlog: Netlog) -> None:
    """Nothing more can be left out, and one skip counts."""
    netlog("add Hal")
    netlog("skip hal")
    before = kept(netlog.db)
    assert netlog("skip hal") == (
        0,
        "Nothing changed: Hal is left out this week: netlog wake hal\n",
        "",
    )
    assert kept(netlog.db) == before


def test_the_third_time_in_keep_a_longer_cadence_is_proposed(netlog: Netlog) -> None:
    """Once: at the third skip, and not at the fourth."""
    told(netlog, "add Hal --every 1m", "log hal --on 2025-01-06")
    said = []
    for day in ("2025-02-10", "2025-02-17", "2025-02-24", "2025-03-03"):
        assert netlog(f"due --today {day} --json").data["keep"][0]["handle"] == "hal"
        said.append(netlog(f"skip hal --today {day}").out.splitlines()[1:])
    proposal = (
        "That is the third time; every 8 weeks may suit better:"
        " netlog edit hal --every 8w"
    )
    assert said == [[], [], [proposal], []]


def test_the_answer_in_json(netlog: Netlog) -> None:
    """Who is left out."""
    netlog("add Hal")
    said = without_uids(netlog("skip hal --json").data)
    assert said == {"person": person("hal", "Hal")}
