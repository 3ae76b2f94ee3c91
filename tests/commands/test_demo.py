"""netlog demo: a sample network to look around in."""

from datetime import date
from pathlib import Path

import pytest
from tests.running import Netlog, told

SLOTS = (
    *("booked", "promises", "follow_up", "new", "alternates", "keep", "reconnect"),
    *("no_answer", "days", "ask_back", "thank", "phone"),
)


PAGE = """\
Week 23 · Mon 2 to Sun 8 Jun 2025                                       netlog …
Coffee    Peter Novak · lawyer at Novak Legal, Boston   log peter-novak -k email
          nothing sent yet · introduced by Alisa Kwan 20 days ago, Alisa Kwan is
          a client, you know few at Novak Legal · peter@novak.example …
          or Imani Brooks (Ruth Okafor, 12 days ago) or Maya Singh          swap
Booked    Dorie Clark · Sun 15:00, Tatte · coffee 11 days      brief dorie-clark
          ago, nothing sent since · to thank for the interview
Promises  Hal Ortega · the name of a good mover, today · last contact 95  done 4
          days ago
          Susan Reyes · two client references, tomorrow · met yesterday,  done 6
          nothing sent since
Follow up Maya Singh · introduced by Dorie Clark 9 …     log maya-singh -k email
          Imani Brooks · introduced by Ruth Okafor 12  log imani-brooks -k email
          days ago, nothing sent since · 1 more: due follow-up
Keep      Alisa Kwan · 110 days ago, every 13 weeks, a    log alisa-kwan -k call
          client · to thank for the interview
          after one of these: Lars Holm · last contact …   log lars-holm -k call
No answer Zoe Martin · written to or tried 2 times; Hal  log zoe-martin -k email
          Ortega introduced you: what could they lose or gain?
Days      Ruth Okafor · birthday today                log ruth-okafor -k message
Ask back  Leo Brandt · you introduced   intro leo-brandt wanda-price --state met
          Wanda Price 28 days ago: did they meet?
Phone     how often do you want to be in touch with Bea Lund?       review phone
          3 of 50 coffees this year · 1 of 2 promises on time
"""


def test_it_shows_a_plan_with_every_slot_filled(netlog: Netlog) -> None:
    """On one screen; and how to look further, beside the page."""
    said = netlog("demo")
    assert (said.code, said.out) == (0, PAGE)
    assert f"NETLOG_DB={netlog.home}/.local/state/netlog/demo.db" in said.err


def test_its_monday_is_lively(netlog: Netlog) -> None:
    """Something stands in every slot, and one of them has more."""
    plan = netlog("demo --json").data
    people = {slot: [one["handle"] for one in plan[slot]] for slot in SLOTS}
    assert people == {
        "booked": ["dorie-clark"],
        "promises": ["hal-ortega", "susan-reyes"],
        "follow_up": [
            *("susan-reyes", "dorie-clark", "maya-singh", "imani-brooks"),
            "peter-novak",
        ],
        "new": ["peter-novak"],
        "alternates": ["imani-brooks", "maya-singh"],
        "keep": ["alisa-kwan", "hal-ortega"],
        "reconnect": ["lars-holm"],
        "no_answer": ["zoe-martin"],
        "days": ["ruth-okafor"],
        "ask_back": ["leo-brandt"],
        "thank": ["alisa-kwan", "dorie-clark"],
        "phone": ["bea-lund"],
    }
    assert (plan["hidden"], plan["more"]) == ({}, {"follow_up": 1})
    assert (plan["numbers"]["coffees"], plan["numbers"]["promises_kept"]) == (3, 2)


@pytest.mark.parametrize(
    "day", ["2025-01-01", "2026-02-28", "2028-02-29", "2025-12-31", "2025-06-08"]
)
def test_it_is_so_on_any_day(netlog: Netlog, day: str) -> None:
    """The sample network is laid out around the day."""
    plan = netlog(f"demo --json --today {day}").data
    assert [slot for slot in SLOTS if not plan[slot]] == []


def test_it_never_touches_the_users_file(netlog: Netlog) -> None:
    """Not a byte; and it makes none where there is none."""
    netlog("demo")
    assert not netlog.db.exists()
    netlog("add Hal")
    before = netlog.db.read_bytes()
    netlog("demo")
    assert netlog.db.read_bytes() == before


def test_it_is_fresh_each_time(netlog: Netlog) -> None:
    """Whatever was done to it is gone, the pick too."""
    first = netlog("demo")
    demo = f"--db {netlog.home}/.local/state/netlog/demo.db"
    netlog(f"rm hal-ortega {demo}")
    netlog(f"swap {demo}")
    assert netlog("demo") == first
    assert netlog(f"show hal-ortega {demo}").code == 0


STATE = ".local/state/netlog"
NEXT, LATER = "2025-06-03", "2025-06-05"


def test_it_is_made_anew_once_it_was_backed_up(netlog: Netlog) -> None:
    """Days after its own hints were typed: its backups go with it, and no others.

    Not even those of a database of the user's that has the same name elsewhere.
    """
    told(netlog, "add Hal", f"add Zoe --today {NEXT}")
    told(netlog, "add Ann --db demo.db", f"add Cy --db demo.db --today {NEXT}")
    own = files(netlog.home)
    told(netlog, "demo")
    told(netlog, f"log Peter --db {STATE}/demo.db --today {LATER}")
    assert len(files(netlog.home)) == len(own) + 3
    fresh = netlog(f"demo --today {LATER}")
    assert fresh.code == 0
    there = files(netlog.home)
    assert there.pop(f"{STATE}/demo.db")
    assert there == own
    (change,) = netlog(f"history --json --db {STATE}/demo.db").data
    assert change["command"] == f"demo --today {LATER}"
    assert netlog(f"demo --today {LATER}") == fresh


def files(home: Path) -> dict[str, bytes]:
    """Every file below a home, and what is in it."""
    return {
        path.relative_to(home).as_posix(): path.read_bytes()
        for path in home.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
def test_nothing_of_the_last_one_is_left_beside_it(netlog: Netlog, ending: str) -> None:
    """Whatever SQLite put there: another program may have opened it, or a crash."""
    first = netlog("demo")
    left = netlog.home / STATE / f"demo.db{ending}"
    left.write_bytes(b"of the last one")
    assert netlog("demo") == first
    assert not left.exists()


def test_a_link_at_its_place_leads_to_no_harm(netlog: Netlog) -> None:
    """The link is taken away: what it led to stays, with its backups."""
    told(netlog, "add Hal", f"add Zoe --today {NEXT}")
    own = files(netlog.home)
    (netlog.home / STATE / "demo.db").symlink_to(netlog.db)
    assert netlog("demo").code == 0
    there = files(netlog.home)
    assert there.pop(f"{STATE}/demo.db") != own["netlog.db"]
    assert there == own


def test_what_it_says_to_type_works(netlog: Netlog) -> None:
    """Every command among the hints answers."""
    hints = netlog("demo").err.splitlines()
    lines = [line.split("  ")[1] for line in hints if line.startswith("  netlog")]
    assert len(lines) == 5
    assert len(hints) <= 9
    for line in lines:
        words = line.removeprefix("netlog ")
        where = f"--db {netlog.home}/.local/state/netlog/demo.db"
        assert netlog(f"{words} {where}").code == 0


def test_it_is_one_change(netlog: Netlog) -> None:
    """All stories, and the words that were typed."""
    netlog("demo")
    where = f"--db {netlog.home}/.local/state/netlog/demo.db"
    (change,) = netlog(f"history --json {where}").data
    assert change["command"] == "demo"
    assert netlog(f"info --json {where}").data["counts"]["people"] == 27


def test_every_next_command_works(netlog: Netlog) -> None:
    """What the page says to type next can be typed."""
    plan = netlog("demo --json").data
    where = f"--db {netlog.home}/.local/state/netlog/demo.db"
    for slot in SLOTS:
        for one in plan[slot]:
            words = one["next"].removeprefix("netlog ")
            assert netlog(f"{words} {where}").code == 0


def test_it_moves_with_the_day(netlog: Netlog) -> None:
    """As many days ago, whatever the day is."""
    where = f"--db {netlog.home}/.local/state/netlog/demo.db"
    ages = []
    for day in (date(2000, 1, 1), date(2024, 2, 29), date(2100, 12, 31)):
        assert netlog(f"demo --today {day}").code == 0
        people = netlog(f"list --json --today {day} {where}").data
        ages.append(
            {
                one["handle"]: day - date.fromisoformat(one["last_contact"])
                for one in people
                if one["last_contact"]
            }
        )
    assert len(ages[0]) > 10
    assert ages[0] == ages[1] == ages[2]


def test_a_config_does_not_change_the_story(netlog: Netlog) -> None:
    """The same people came on the same days where dates are read month first."""
    netlog("demo")
    where = f"--db {netlog.home}/.local/state/netlog/demo.db"
    before = netlog(f"list --json {where}").data
    config = netlog.home / ".config" / "netlog" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('date_order = "mdy"\n', encoding="utf-8")
    netlog("demo")
    uidless = [
        [one | {"uid": ""} for one in people]
        for people in (before, netlog(f"list --json {where}").data)
    ]
    assert uidless[0] == uidless[1]


@pytest.mark.parametrize("field", ["org", "city"])
def test_there_is_something_to_filter_by(netlog: Netlog, field: str) -> None:
    """Most of them have it."""
    netlog("demo")
    where = f"--db {netlog.home}/.local/state/netlog/demo.db"
    people = netlog(f"list --json {where}").data
    assert sum(bool(one[field]) for one in people) > len(people) / 2
