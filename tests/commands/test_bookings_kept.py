"""What every other command does with bookings: export, import, merge, rm, forget."""

import json
import re
import sqlite3
from contextlib import closing

import pytest
from tests.commands.said import kept
from tests.running import Netlog, told

LIFE = (
    "add Dorie Clark",
    "add Hal Ortega",
    "book dorie today 9 --at 'Corner Tatte' -k lunch",
    "log dorie",
    "book dorie hal thu 15:00 --at 'Marker Hall'",
    "book hal fri --at Union",
    "book hal --cancel",
)
TABLES = ("booking", "attendee", "place")


@pytest.fixture(autouse=True)
def _booked(netlog: Netlog) -> None:
    """One that was held, one with two, one that was cancelled."""
    told(netlog, *LIFE)


def bookings(netlog: Netlog, who: str) -> list[tuple[int, str, list[str]]]:
    """What was booked with somebody: number, state, who is asked."""
    return [
        (one["booking"], one["state"], [person["handle"] for person in one["people"]])
        for one in netlog(f"show {who} --json").data["bookings"]
    ]


def test_an_export_brings_them_back(netlog: Netlog) -> None:
    """The same rows, and the same bytes when it is exported again."""
    told(netlog, "export one.json")
    told(netlog, "--db new.db import one.json", "--db new.db export two.json")
    one, two = ((netlog.home / name).read_bytes() for name in ("one.json", "two.json"))
    assert one == two
    before, after = kept(netlog.db), kept(netlog.home / "new.db")
    assert {table: before[table] for table in TABLES} == {
        table: after[table] for table in TABLES
    }
    assert len(before["booking"]) == 3
    told(netlog, "--db new.db undo")
    assert kept(netlog.home / "new.db")["booking"] == []


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("state", "booked", "its state and its touch_id do not fit"),
        ("touch_id", None, "its state and its touch_id do not fit"),
        ("state", "late", "its state is not"),
        ("hour", "25:00", "its hour is not an hour such as 15:00"),
        ("day", "soon", "its day is not a day from 1800 to 2199"),
        ("kind", "", "its kind"),
        ("touch_id", 99, "points at a row of touch that is not there"),
    ],
)
def test_a_row_that_netlog_does_not_write_is_not_taken_in(
    netlog: Netlog, column: str, value: object, said: str
) -> None:
    """The error names the row and the column, and no value."""
    told(netlog, "export one.json")
    path = netlog.home / "one.json"
    text = path.read_text(encoding="utf-8")
    tables = json.loads(text)["data"]["tables"]
    row = next(one for one in tables["booking"] if one["state"] == "held")
    lines = text.splitlines()
    place = next(n for n, line in enumerate(lines) if row["uid"] in line)
    ending = "," if lines[place].endswith(",") else ""
    lines[place] = json.dumps(row | {column: value}) + ending
    path.write_text("\n".join(lines), encoding="utf-8")
    refused = netlog("--db new.db import one.json --json")
    assert refused.code == 2
    assert said in refused.error["message"]


def test_rm_takes_along_what_is_theirs_alone(netlog: Netlog) -> None:
    """What was booked with others stays theirs; undo brings all of it back."""
    before = kept(netlog.db)
    told(netlog, "rm dorie")
    assert bookings(netlog, "hal") == [
        (2, "booked", ["hal-ortega"]),
        (3, "cancelled", ["hal-ortega"]),
    ]
    told(netlog, "undo")
    assert kept(netlog.db) == before
    told(netlog, "redo", "undo")
    assert kept(netlog.db) == before


def test_two_who_are_one_have_the_bookings_of_both(netlog: Netlog) -> None:
    """It is said how many there were."""
    before = kept(netlog.db)
    said = netlog("merge dorie-clark hal-ortega --yes")
    assert "2 bookings" in said.out
    assert bookings(netlog, "dorie") == [
        (1, "held", ["dorie-clark"]),
        (2, "booked", ["dorie-clark"]),
        (3, "cancelled", ["dorie-clark"]),
    ]
    told(netlog, "undo")
    assert kept(netlog.db) == before


def test_forget_leaves_no_byte(netlog: Netlog) -> None:
    """Neither in the file nor in its backups: bookings, places, words of commands."""
    told(netlog, "backup", "forget dorie-clark --yes --forget-the-forgetting")
    assert bookings(netlog, "hal") == [
        (2, "booked", ["hal-ortega"]),
        (3, "cancelled", ["hal-ortega"]),
    ]
    files = [path for path in netlog.home.rglob("*") if path.is_file()]
    assert len(files) > 2
    left = b"".join(path.read_bytes() for path in files).lower()
    assert re.findall(rb"dorie|clark|corner tatte", left) == []
    assert b"marker hall" in left
    with closing(sqlite3.connect(netlog.db)) as file:
        names = file.execute("SELECT name FROM place ORDER BY id").fetchall()
    assert names == [("Marker Hall",), ("Union",)]


def test_a_place_where_something_is_booked_is_kept(netlog: Netlog) -> None:
    """Though nothing has happened there yet, whoever is forgotten."""
    told(netlog, "add Zoe", "forget zoe --yes")
    assert '"Marker Hall"' in netlog("show hal --json").out


def test_a_coffee_that_is_forgotten_was_none(netlog: Netlog) -> None:
    """What was booked with two and held with the one who is forgotten is open."""
    told(netlog, "book dorie hal today", "log dorie", "forget dorie-clark --yes")
    assert bookings(netlog, "hal")[0] == (2, "booked", ["hal-ortega"])


def test_who_asks_what_is_known_of_them_is_told(netlog: Netlog) -> None:
    """Their bookings, the places that are theirs alone, the changes of them."""
    more = (
        "rm --booking 2",
        "edit --booking 1 --hour 10",
        "book dorie mon --at 'Her Garden'",
    )
    told(netlog, *more, "book hal tue --at 'Corner Tatte'")
    data = json.loads(netlog("export --person dorie").out)["data"]
    assert [(one["booking"], one["place"]) for one in data["bookings"]] == [
        (1, "Corner Tatte"),
        (4, "Her Garden"),
    ]
    tables = {
        change["command"]: {row["table"] for row in change["rows"]}
        for change in data["changes"]
    }
    assert list(tables) == [LIFE[0], *LIFE[2:5], *more]
    assert tables[LIFE[2]] == {"booking", "attendee"}
    assert tables[LIFE[4]] == {"attendee"}
    assert tables[more[2]] == {"booking", "attendee", "place"}


def test_info_and_list_go_on(netlog: Netlog) -> None:
    """Nobody has had a contact by being booked."""
    shown = netlog("show hal --json").data
    assert (shown["last_contact"], shown["open_tries"]) == (None, 0)
    assert netlog("info").code == 0
