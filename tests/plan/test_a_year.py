"""Months of Mondays: who is asked for when the plan is followed."""

import csv
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.plan.builders import MONDAY
from tests.running import InProcess


def monday(week: int) -> str:
    """The Monday so many weeks after the first."""
    return (MONDAY + timedelta(weeks=week)).isoformat()


def contacts(path: Path, number: int) -> Path:
    """A CSV of so many people."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["Full Name", "E-mail"])
        rows.writerows([f"P{n} Someone", f"p{n}@example.org"] for n in range(number))
    return path


def taken_in(netlog: InProcess, number: int, *options: str) -> None:
    """So many people come in together."""
    path = contacts(netlog.home / "people.csv", number)
    mapped = ("--map", "Full Name=name", "--map", "E-mail=email")
    ran = netlog("import", str(path), "--from", "csv", *mapped, *options)
    assert ran.code == 0, ran.err


def handles(lines: list[dict[str, Any]]) -> list[str]:
    """Who stands in a slot."""
    return [line["handle"] for line in lines]


def test_a_year_of_mondays_is_52_different_people(netlog: InProcess) -> None:
    """Sixty people, each pick logged on its Monday."""
    taken_in(netlog, 60)
    met = []
    for week in range(52):
        (pick,) = netlog(f"due --json --today {monday(week)}").data["new"]
        met.append(pick["handle"])
        netlog(f"log {pick['handle']} -k coffee --today {monday(week)}")
    assert len(set(met)) == 52
    numbers = netlog(f"due --json --today {monday(51)}").data["numbers"]
    assert numbers["streak"] == 52


@pytest.fixture
def quarter(netlog: InProcess) -> list[list[str]]:
    """Whom keep asks for in 13 weeks, where they are written to and nobody else."""
    config = netlog.home / ".config" / "netlog" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("[plan]\nkeep = 1000\n")
    taken_in(netlog, 240, "--every", "3m")
    weeks = []
    for week in range(13):
        today = monday(week)
        weeks.append(handles(netlog(f"due --json --today {today}").data["keep"]))
        ran = netlog("log", *weeks[-1], "-k", "email", "--today", today)
        assert ran.code == 0, ran.err
    return weeks


def test_who_came_in_together_is_asked_for_evenly(quarter: list[list[str]]) -> None:
    """17 to 20 of 240 each week, and all of them in 13 weeks."""
    sizes = [len(week) for week in quarter]
    assert all(17 <= size <= 20 for size in sizes), sizes
    assert 237 <= sum(sizes) <= 243
    asked = [handle for week in quarter for handle in week]
    assert len(set(asked)) >= 237


def test_the_plan_at_five_a_week_asks_for_five(netlog: InProcess) -> None:
    """The rest are counted, and nobody is said to be late."""
    taken_in(netlog, 240, "--every", "3m", "--known")
    data = netlog(f"due --json --today {monday(13)}").data
    assert len(data["keep"]) == 5
    assert data["counts"] == {
        "people": 240,
        "eligible": 240,
        "not_due": 0,
        "hidden": 0,
    }
