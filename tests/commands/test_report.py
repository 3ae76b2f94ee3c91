"""netlog report: what it takes, and what holds for every report."""

import csv
import io
from collections.abc import Iterator
from typing import Any

import pytest
from tests.commands.said import kept
from tests.running import Netlog, told as told_once

from netlog.commands.report import COLUMNS, complete_names
from netlog.reports import REPORTS


@pytest.fixture
def told(netlog: Netlog) -> Netlog:
    """A little of everything that reports count."""
    told_once(
        netlog,
        "add Alisa --kind client",
        "got Alisa client --value 500 --on 2023-12-01",
        "add Dorie --via Alisa --on 2024-02-01",
        "log Dorie --on 2024-02-10 --at Tatte --guess likely",
        "log Dorie -k card --on 2024-02-10",
        "got Dorie interview --on 2024-05-01",
        "add Hal --met --on 2025-05-01 --promise tea",
        "done 1",
        "intro Dorie Hal --on 2024-06-01",
        "thank Alisa",
        "due",
    )
    return netlog


def test_alone_it_lists_them(netlog: Netlog) -> None:
    """Name and question, one a line; in CSV with a header, in JSON as objects."""
    rows = [[name, entry.summary] for name, entry in REPORTS.items()]
    assert netlog("report").out == "".join(f"{'	'.join(row)}\n" for row in rows)
    listed = list(csv.reader(io.StringIO(netlog("report --csv").out)))
    assert listed == [["report", "answers"], *rows]
    data = netlog("report --json").data
    assert [[one["report"], one["answers"]] for one in data["reports"]] == rows


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.usefixtures("unnamed")
def test_an_empty_database_lacks_something(netlog: Netlog, name: str) -> None:
    """Every report says what, and which command would record it; exit 0, no file."""
    ran = netlog(f"report {name} --json")
    assert (ran.code, ran.err) == (0, "")
    data = ran.data
    assert (data["report"], data["since"], data["until"]) == (name, None, "2025-06-02")
    assert data["missing"]
    assert len(data["answer"]) >= 1
    said = netlog(f"report {name}")
    for one in data["missing"]:
        assert f"  {one['what']}: {one['command']}\n" in said.out
        assert netlog(f"{one['command'].split()[1]} --help").code == 0
    assert list(netlog.home.iterdir()) == []


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.usefixtures("unnamed")
def test_an_empty_database_has_an_empty_csv(netlog: Netlog, name: str) -> None:
    """The header alone: there are no figures yet."""
    assert netlog(f"report {name} --csv").out == f"{','.join(COLUMNS)}\n"


@pytest.mark.parametrize("name", REPORTS)
def test_the_same_figures_in_every_format(told: Netlog, name: str) -> None:
    """A page, records, CSV and JSON; nothing is written."""
    before = kept(told.db)
    ran = {
        how: told(f"report {name} --format {how}")
        for how in ("page", "plain", "csv", "json")
    }
    assert {(one.code, one.err) for one in ran.values()} == {(0, "")}
    rows = list(csv.reader(io.StringIO(ran["csv"].out)))
    assert rows[0] == list(COLUMNS)
    assert ran["plain"].out == "".join("\t".join(row) + "\n" for row in rows[1:])
    assert len(rows) > 1
    assert ran["page"].out.startswith(f"{name.capitalize()} · up to Mon 2 Jun 2025\n\n")
    assert ran["csv"].out == told(f"report {name} --csv").out
    assert kept(told.db) == before


@pytest.mark.parametrize("name", REPORTS)
def test_a_rate_never_comes_without_its_interval(told: Netlog, name: str) -> None:
    """A percentage on a page is followed by brackets; a share in JSON has both ends."""
    for line in told(f"report {name}").out.splitlines():
        if "confidence" not in line:
            assert line.count(" %") == line.count(" % [")
    for share in shares(told(f"report {name} --json").data):
        assert (share["share"] is None) == (share["from"] is None)
        assert (share["share"] is None) == (share["to"] is None)


def shares(data: Any) -> Iterator[dict[str, Any]]:
    """Every object with a share, wherever it stands."""
    if isinstance(data, dict):
        yield from [data] if "share" in data else []
        yield from shares(list(data.values()))
    elif isinstance(data, list):
        for part in data:
            yield from shares(part)


def test_since_and_until(told: Netlog) -> None:
    """Any day of the past; the resolved days are said."""
    ran = told("report coffee --since '1 feb 2024' --until 2024-12-31")
    assert ran.out.startswith("Coffee · Thu 1 Feb 2024 to Tue 31 Dec 2024\n")
    data = told("report coffee --since 2y --json").data
    assert (data["since"], data["until"]) == ("2023-06-02", "2025-06-02")
    assert told("report coffee --since 2025-01-01").out.count("in that time") == 1


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("coffe", "There is no report coffe."),
        ("coffee --since 2025-01-02 --until 2025-01-01", "--since lies after --until."),
        ("coffee --until tomorrow", "Tue 3 Jun 2025 is still to come."),
        ("coffee --since never", "'never' is no day netlog knows."),
    ],
)
def test_what_cannot_be_meant(netlog: Netlog, line: str, said: str) -> None:
    """Exit 2, a sentence, and a piece of advice."""
    ran = netlog(f"report {line}")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"netlog: {said}\n")


def test_the_nearest_name_is_guessed(netlog: Netlog) -> None:
    """And where the names are."""
    assert (
        "Did you mean coffee? netlog report lists them." in netlog("report coffe").err
    )
    assert "Did you mean" not in netlog("report xyz").err


def test_names_are_completed() -> None:
    """By their beginning."""
    assert complete_names("gu") == ["guesses"]
    assert complete_names("") == list(REPORTS)


def test_a_name_is_shown_clean(netlog: Netlog) -> None:
    """Whatever somebody is called."""
    netlog("add", "=Ann[/]\x1b[31m", "--known")
    netlog("add Bo --via '=Ann[/]' --on 2024-01-01")
    ran = netlog("report growth")
    assert "\x1b" not in ran.out
    assert "=Ann[/]" in ran.out
    assert "'=Ann[/]" in netlog("report growth --csv").out
