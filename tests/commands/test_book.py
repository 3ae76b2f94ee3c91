"""netlog book: what is to come is booked, moved, held, cancelled, missed."""

from typing import Any

import pytest
from tests.commands.said import kept, person, without_uids
from tests.running import Netlog, told

BEFORE = "Before it: netlog brief dorie-clark"
LATER = "2025-06-07"
BOOKING = {
    "booking": 1,
    "date": "2025-06-05",
    "hour": "15:00",
    "kind": "coffee",
    "place": "Tatte",
    "state": "booked",
    "touch": None,
    "people": [person("dorie-clark", "Dorie Clark")],
}


@pytest.fixture(autouse=True)
def _two(netlog: Netlog) -> None:
    """Two people who can be asked."""
    told(netlog, "add Dorie Clark --email dorie@clark.example", "add Hal")


def bookings(netlog: Netlog, who: str = "dorie") -> list[tuple[int, str, str, str]]:
    """What was booked with somebody: number, day, hour and state."""
    return [
        (one["booking"], one["date"], one["hour"], one["state"])
        for one in netlog(f"show {who} --json").data["bookings"]
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Dorie thu", "Dorie Clark, Thu 5 Jun 2025"),
        ("Dorie today", "Dorie Clark, Mon 2 Jun 2025"),
        ("Dorie mon", "Dorie Clark, Mon 9 Jun 2025"),
        ("Dorie Clark 20 nov 15", "Dorie Clark, Thu 20 Nov 2025, 15:00"),
        ("dorie@clark.example in 2w 3pm", "Dorie Clark, Mon 16 Jun 2025, 15:00"),
        ("Dorie fri 9 --at Union", "Dorie Clark at Union, Fri 6 Jun 2025, 09:00"),
        ("Dorie 2026-01-09 9:30", "Dorie Clark, Fri 9 Jan 2026, 09:30"),
    ],
)
def test_what_is_booked_is_said_back(netlog: Netlog, line: str, said: str) -> None:
    """The kind, the names, the place, the resolved day, and what to read before."""
    assert netlog(f"book {line}") == (0, f"Booked coffee with {said}\n{BEFORE}\n", "")


def test_several_are_asked_and_of_another_kind(netlog: Netlog) -> None:
    """Each is asked once, and has a row."""
    assert netlog("book Dorie Hal dorie-clark wed -k call").out == (
        f"Booked call with Dorie Clark and Hal, Wed 4 Jun 2025\n{BEFORE}\n"
        "Before it: netlog brief hal\n"
    )
    assert (
        bookings(netlog, "hal") == bookings(netlog) == [(1, "2025-06-04", "", "booked")]
    )


def test_a_month_may_be_a_name(netlog: Netlog) -> None:
    """The longest day at the end is the day, unless the rest is nobody."""
    netlog("add May Next")
    assert "with May Next, Sun 3 May 2026" in netlog("book May 3 may").out
    assert "with May Next to Fri 6 Jun 2025" in netlog("book May Next fri").out
    missing = netlog("book Zoe May 3 2026 --json")
    assert (missing.code, missing.error["message"]) == (3, "Nobody is called Zoe.")


def test_booked_again_it_is_moved(netlog: Netlog) -> None:
    """It says from when; the hour, the kind and the place stay unless said."""
    told(netlog, "book Dorie thu 15:00 --at Tatte -k lunch")
    lines = [
        netlog(f"book Dorie {line}").out.removesuffix(f"\n{BEFORE}\n")
        for line in (
            "fri",
            "fri 16 --at Union -k coffee",
            "fri --at Tatte",
            "5 jan 9",
            "fri 16",
        )
    ]
    assert lines == [
        (
            "Moved lunch with Dorie Clark at Tatte to Fri 6 Jun 2025, 15:00,"
            " from Thu 5 Jun"
        ),
        "Moved coffee with Dorie Clark at Union to Fri 6 Jun 2025, 16:00, from 15:00",
        "Booked coffee with Dorie Clark at Tatte, Fri 6 Jun 2025, 16:00",
        (
            "Moved coffee with Dorie Clark at Tatte to Mon 5 Jan 2026, 09:00,"
            " from Fri 6 Jun 2025, 16:00"
        ),
        (
            "Moved coffee with Dorie Clark at Tatte to Fri 6 Jun 2025, 16:00,"
            " from Mon 5 Jan 2026, 09:00"
        ),
    ]
    assert bookings(netlog) == [(1, "2025-06-06", "16:00", "booked")]


def test_another_table_is_another_booking(netlog: Netlog) -> None:
    """What is moved is what was booked with the same people."""
    told(netlog, "book Dorie thu", "book Hal Dorie fri", "book Hal wed")
    assert [one[0] for one in bookings(netlog)] == [1, 2]
    told(netlog, "book Dorie Hal mon")
    assert bookings(netlog, "hal") == [
        (3, "2025-06-04", "", "booked"),
        (2, "2025-06-09", "", "booked"),
    ]


def test_what_is_past_is_not_moved(netlog: Netlog) -> None:
    """It is said that nobody knows yet how it went, and how to say it."""
    told(netlog, "book Dorie fri")
    said = netlog(f"book Dorie tue --today {LATER}")
    assert said.out == (
        f"Booked coffee with Dorie Clark, Tue 10 Jun 2025\n{BEFORE}\n"
        "How the coffee of Fri 6 Jun 2025 went is not said yet:"
        " netlog log dorie-clark\n"
    )
    assert len(bookings(netlog)) == 2


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("yesterday", "2025-06-01"),
        ("last fri", "2025-05-30"),
        ("1 jun 2025", "2025-06-01"),
    ],
)
def test_a_day_that_is_past_is_to_be_logged(
    netlog: Netlog, words: str, day: str
) -> None:
    """Exit 2; the advice works as it is printed."""
    refused = netlog(f"book Dorie Clark Hal {words} --json")
    assert (refused.code, refused.error["code"]) == (2, "usage")
    advice = refused.error["hint"].partition(": netlog ")[2]
    assert advice == f"log dorie-clark hal --on {day}"
    assert netlog(advice).code == 0
    assert bookings(netlog) == []


@pytest.mark.parametrize(
    "line", ["Dorie", "Dorie Clark at Tatte", "fri", "Dorie 15:00", "Dorie fri noon"]
)
def test_without_a_day_nothing_is_booked(netlog: Netlog, line: str) -> None:
    """Exit 2, and where the day stands."""
    refused = netlog(f"book {line} --json")
    assert (refused.code, refused.error["code"]) == (2, "usage")
    assert "netlog book WHO fri 15:00" in refused.error["hint"]


def test_nothing_refuses_a_booking_and_what_is_against_it_is_a_word(
    netlog: Netlog,
) -> None:
    """Somebody who rests, is put off, was dropped; what else that day has."""
    told(
        netlog,
        "add Zoe --via Hal",
        "intro Zoe --by Hal --state dropped",
        "rest Hal",
        "snooze Dorie 1 sep",
        "book Hal fri 9",
    )
    said = netlog("book Dorie Zoe Hal fri --json")
    assert (said.code, said.data["against"]) == (
        0,
        [
            "Dorie Clark is not planned before Mon 1 Sep 2025",
            "The introduction of Zoe was dropped",
            "Hal rests",
            "That day has coffee with Hal, 09:00, too",
        ],
    )
    assert netlog("book Hal thu").out.splitlines()[2:] == [
        "Hal rests: netlog wake hal",
    ]


def test_it_is_held_by_the_coffee_that_is_logged(netlog: Netlog) -> None:
    """On its day and at its place; a mail before that leaves it booked."""
    told(
        netlog,
        "book dorie thu 15:00 --at Tatte",
        "book dorie fri",
        "log dorie -k email --today 2025-06-03",
    )
    assert bookings(netlog) == [(1, "2025-06-06", "15:00", "booked")]
    said = netlog(f"log dorie --today {LATER}")
    assert said.out == (
        "Logged coffee with Dorie Clark at Tatte, Fri 6 Jun 2025, as booked\n"
        "Dorie Clark comes up again in the week of Mon 28 Jul 2025:"
        " netlog edit dorie-clark --every 3m\n"
    )
    assert bookings(netlog) == [(1, "2025-06-06", "15:00", "held")]
    told(netlog, "undo")
    assert bookings(netlog) == [(1, "2025-06-06", "15:00", "booked")]
    told(netlog, "redo", "rm --touch 2")
    assert bookings(netlog) == [(1, "2025-06-06", "15:00", "booked")]


@pytest.mark.parametrize(
    ("line", "said", "state"),
    [
        ("", "lunch with Dorie Clark at Tatte, Fri 6 Jun 2025, as booked", "held"),
        (
            "-k dinner --at Union",
            "dinner with Dorie Clark at Union, Fri 6 Jun 2025, as booked",
            "held",
        ),
        (
            "--on sat",
            (
                "lunch with Dorie Clark at Tatte, Sat 7 Jun 2025,"
                " booked for Fri 6 Jun 2025"
            ),
            "held",
        ),
        ("--on thu", "coffee with Dorie Clark, Thu 5 Jun 2025", "booked"),
        ("-k call", "call with Dorie Clark, Sat 7 Jun 2025", "booked"),
        (
            "Hal",
            "lunch with Dorie Clark and Hal at Tatte, Fri 6 Jun 2025, as booked",
            "held",
        ),
    ],
)
def test_what_is_said_of_a_contact_is_not_taken_from_the_booking(
    netlog: Netlog, line: str, said: str, state: str
) -> None:
    """Before its day, or not in person, it is another one."""
    told(netlog, "book dorie fri --at Tatte -k lunch")
    told(netlog, "log dorie hal --on 2025-01-07")
    assert netlog(f"log dorie {line} --today {LATER}").out == f"Logged {said}\n"
    assert bookings(netlog)[0][3] == state


def test_a_no_show_by_mistake_is_mended(netlog: Netlog) -> None:
    """Whatever came since: the answer names the line, and so does the coffee."""
    told(netlog, "book dorie fri --at Tatte")
    assert netlog(f"book dorie --no-show --today {LATER}").out == (
        "Did not come: coffee with Dorie Clark at Tatte, Fri 6 Jun 2025\n"
        "If that is not so: netlog edit --booking 1 --state booked\n"
    )
    told(netlog, "note hal tall")
    assert netlog(f"log dorie --today {LATER}").out.splitlines()[:2] == [
        "Logged coffee with Dorie Clark, Sat 7 Jun 2025",
        (
            "The coffee of Fri 6 Jun 2025 stays a no-show; if this was it:"
            " netlog edit --booking 1 --state held"
        ),
    ]
    assert netlog("edit --booking 1 --state held").out == (
        "Changed booking 1: coffee with Dorie Clark at Tatte, Fri 6 Jun 2025\n"
    )
    assert netlog("show dorie --json").data["bookings"][0]["touch"] == 1
    told(netlog, "edit --booking 1 --state no-show")
    assert bookings(netlog)[0][3] == "no-show"
    told(netlog, "edit --booking 1 --state booked")
    assert bookings(netlog)[0][3] == "booked"


def test_held_is_what_was_logged(netlog: Netlog) -> None:
    """Without a contact that it can have been the advice logs one."""
    told(netlog, "book dorie fri", f"book dorie --no-show --today {LATER}")
    told(netlog, f"log dorie -k card --today {LATER}")
    refused = netlog(f"edit --booking 1 --state held --today {LATER} --json")
    assert (refused.code, refused.error["message"]) == (
        5,
        "Nothing is logged that booking 1 could have been.",
    )
    advice = refused.error["hint"].removeprefix("Log it: netlog ")
    assert advice == "log dorie-clark --on 2025-06-06 -k coffee"
    told(netlog, f"{advice} --today {LATER}", "edit --booking 1 --state held")
    assert netlog("edit --booking 1 --state held").out == (
        "Nothing changed: booking 1: coffee with Dorie Clark, Fri 6 Jun 2025\n"
    )
    wrong = netlog("edit --booking 1 --state met --json").error
    assert (wrong["message"], wrong["hint"]) == (
        "That is no state of a booking.",
        "States are booked, held, cancelled, no-show.",
    )


def test_a_try_holds_nothing(netlog: Netlog) -> None:
    """Whoever did not answer did not come, or something else happened."""
    told(netlog, "book dorie fri", f"log dorie --no-answer --today {LATER}")
    assert bookings(netlog)[0][3] == "booked"


@pytest.mark.parametrize(
    ("config", "day", "state"),
    [
        ("", "2025-06-20", "held"),
        ("", "2025-06-21", "booked"),
        ("[plan]\nheld_within = 2\n", "2025-06-08", "held"),
        ("[plan]\nheld_within = 2\n", "2025-06-09", "booked"),
        ("[plan]\nheld_within = 0\n", "2025-06-06", "held"),
    ],
)
def test_what_was_booked_long_ago_is_not_what_was_held(
    netlog: Netlog, config: str, day: str, state: str
) -> None:
    """Fourteen days, or as many as the config says."""
    told(netlog, "book dorie fri")
    path = netlog.home / ".config" / "netlog" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_text(config, encoding="utf-8")
    told(netlog, f"log dorie --today {day}")
    assert bookings(netlog)[0][3] == state


def test_what_the_page_says_of_a_coffee_of_weeks_ago_settles_it(
    netlog: Netlog,
) -> None:
    """Its line names the day where today's coffee would not be it."""
    told(netlog, "book dorie fri")
    later = " --today 2025-06-23"
    asked = netlog(f"due booked --json{later}").data["booked"][0]["next"]
    assert asked == "netlog log dorie-clark --on 2025-06-06"
    told(netlog, asked.removeprefix("netlog ") + later)
    assert bookings(netlog)[0][3] == "held"


def test_a_mended_touch_holds_what_was_booked_as_far_back_as_the_config_says(
    netlog: Netlog,
) -> None:
    """As one that is logged does."""
    told(netlog, "book dorie fri", "log dorie -k call --on today --today 2025-06-09")
    path = netlog.home / ".config" / "netlog" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_text("[plan]\nheld_within = 2\n", encoding="utf-8")
    told(netlog, "edit --touch 1 -k coffee --today 2025-06-10")
    assert bookings(netlog)[0][3] == "booked"
    told(netlog, "edit --touch 1 --on '8 jun' --today 2025-06-10")
    assert bookings(netlog)[0][3] == "held"


@pytest.mark.parametrize(
    ("day", "state"), [("2025-06-08", "held"), ("2025-06-09", "booked")]
)
def test_a_coffee_that_is_mended_holds_what_it_would_have_held(
    netlog: Netlog, day: str, state: str
) -> None:
    """Within as many days as the config says."""
    path = netlog.home / ".config" / "netlog" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_text("[plan]\nheld_within = 2\n", encoding="utf-8")
    told(
        netlog,
        "book dorie fri",
        f"log dorie --no-answer --today {day}",
        f"edit --touch 1 --answered --today {day}",
    )
    assert bookings(netlog)[0][3] == state


def test_of_several_who_are_asked_one_is_enough(netlog: Netlog) -> None:
    """What was booked with two is held with either; each has their own besides."""
    told(
        netlog,
        "book dorie hal thu",
        "book dorie fri",
        "book hal wed --at Union",
    )
    said = netlog(f"log hal dorie --today {LATER} --json").data
    assert (said["touch"]["date"], said["touch"]["place"]) == ("2025-06-06", "")
    assert [one["booking"] for one in said["bookings"]] == [2, 1]
    assert bookings(netlog, "hal") == [
        (3, "2025-06-04", "", "booked"),
        (1, "2025-06-05", "", "held"),
    ]


def test_a_call_that_was_booked_is_held_by_a_call(netlog: Netlog) -> None:
    """Of its own kind it need not be in person."""
    told(netlog, "book dorie fri 9 -k call")
    said = netlog(f"log dorie --today {LATER}").out
    assert said == "Logged call with Dorie Clark, Fri 6 Jun 2025, as booked\n"
    told(netlog, "undo", f"log dorie -k call --today {LATER}")
    assert bookings(netlog)[0][3] == "held"


def test_a_day_to_come_is_not_logged_but_booked(netlog: Netlog) -> None:
    """Exit 2; the advice works as it is printed."""
    refused = netlog("log 'dorie clark' Hal -k call --on 'in 2w' --json")
    assert (refused.code, refused.error["message"]) == (
        2,
        "Mon 16 Jun 2025 is still to come.",
    )
    advice = refused.error["hint"].partition(": netlog ")[2]
    assert advice == "book 'dorie clark' Hal 2025-06-16 -k call"
    assert netlog(advice).code == 0


def test_what_is_ahead_is_cancelled(netlog: Netlog) -> None:
    """The next that is booked with them; a booking after that is another one."""
    told(netlog, "book dorie fri 15 --at Tatte", "book dorie hal wed")
    assert netlog("book dorie --cancel").out == (
        "Cancelled: coffee with Dorie Clark at Tatte, Fri 6 Jun 2025, 15:00\n"
        "If that is not so: netlog edit --booking 1 --state booked\n"
    )
    assert bookings(netlog)[1] == (1, "2025-06-06", "15:00", "cancelled")
    told(netlog, "book hal --cancel")
    assert {one[3] for one in bookings(netlog)} == {"cancelled"}
    told(netlog, "book dorie fri")
    assert (3, "2025-06-06", "", "booked") in bookings(netlog)


def test_who_did_not_come_is_said_once_the_day_has_come(netlog: Netlog) -> None:
    """Before that it is cancelled."""
    told(netlog, "book dorie fri")
    early = netlog("book dorie --no-show --json")
    assert (early.code, early.error["message"]) == (
        2,
        "Fri 6 Jun 2025 is still to come.",
    )
    assert early.error["hint"].endswith("netlog book dorie-clark --cancel")
    assert netlog("book dorie --no-show --today 2025-06-06").out == (
        "Did not come: coffee with Dorie Clark, Fri 6 Jun 2025\n"
        "If that is not so: netlog edit --booking 1 --state booked\n"
    )
    assert bookings(netlog)[0][3] == "no-show"


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        ("dorie --cancel", 3, "Nothing is booked with Dorie Clark."),
        ("dorie hal --no-show", 3, "Nothing is booked with Dorie Clark and Hal."),
        ("dorie --cancel --no-show", 2, "It was cancelled, or they did not come."),
        ("dorie --cancel --at Tatte", 2, "What is settled is not moved."),
        ("dorie fri --cancel", 2, "What is settled is named by its people alone."),
        ("zoe --cancel", 3, "Nobody is called zoe."),
        ("me fri", 2, "That is you."),
        ("dorie fri -k tea", 2, "tea is no kind of touch."),
        ("dorie 31 feb", 2, "The calendar has no such day."),
        ("dorie fri 25", 2, "The day has no hour 25."),
    ],
)
def test_what_cannot_be_meant_changes_nothing(
    netlog: Netlog, line: str, code: int, message: str
) -> None:
    """Each has its exit code and its sentence."""
    before = kept(netlog.db)
    refused = netlog(f"book {line} --json")
    assert (refused.code, refused.error["message"]) == (code, message)
    assert kept(netlog.db) == before


def test_which_of_several_is_not_guessed(netlog: Netlog) -> None:
    """Exit 4, with their numbers, where others are asked to each."""
    told(netlog, "add Zoe", "book dorie hal wed", "book dorie zoe fri")
    refused = netlog("book dorie --cancel --json")
    assert refused.code == 4
    assert refused.error["message"] == (
        "Several are booked with Dorie Clark: booking 1 (Wed 4 Jun 2025) and"
        " booking 2 (Fri 6 Jun 2025)."
    )
    told(netlog, "book zoe dorie --cancel")
    assert [one[3] for one in bookings(netlog)] == ["booked", "cancelled"]


def test_a_booking_is_mended_where_it_stands(netlog: Netlog) -> None:
    """By its number: day, hour, kind and place; `none` clears hour and place."""
    told(netlog, "book dorie thu 15:00 --at Tatte")
    assert netlog("edit --booking 1 --on fri --hour 9 -k lunch --at Union").out == (
        "Changed booking 1: lunch with Dorie Clark at Union, Fri 6 Jun 2025, 09:00\n"
    )
    assert netlog("edit --booking 1 --hour none --at none").out == (
        "Changed booking 1: lunch with Dorie Clark, Fri 6 Jun 2025\n"
    )


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        ("--booking 1 --on yesterday", 2, "Sun 1 Jun 2025 is past."),
        ("--booking 1 --note x", 2, "A booking has no --note."),
        ("--booking 1 --hour 25", 2, "The day has no hour 25."),
        ("--booking 9 --hour 9", 3, "There is no booking 9."),
        ("--booking 1 --touch 1 --on fri", 2, "That names two entries."),
        ("--touch 1 --hour 9", 2, "A touch has no --hour."),
    ],
)
def test_a_booking_cannot_be_mended_into_nonsense(
    netlog: Netlog, line: str, code: int, message: str
) -> None:
    """Each has its exit code and its sentence."""
    told(netlog, "book dorie thu", "log hal -k email")
    refused = netlog(f"edit {line} --json")
    assert (refused.code, refused.error["message"]) == (code, message)


def test_what_is_settled_is_not_moved(netlog: Netlog) -> None:
    """Exit 5, with the line that books another one."""
    told(netlog, "book dorie thu", "book dorie --cancel")
    refused = netlog("edit --booking 1 --on fri --json")
    assert (refused.code, refused.error["message"]) == (
        5,
        "Booking 1 is cancelled already.",
    )
    advice = refused.error["hint"].partition(": netlog ")[2]
    assert advice == "book dorie-clark 2025-06-06"
    assert netlog(advice).code == 0
    assert netlog("edit --booking 1 --at Union").code == 0


def test_a_booking_is_taken_out(netlog: Netlog) -> None:
    """By its number; undo brings it back."""
    told(netlog, "book dorie thu --at Tatte")
    before = kept(netlog.db)
    assert netlog("rm --booking 1").out == (
        "Took out booking 1: coffee with Dorie Clark at Tatte, Thu 5 Jun 2025:"
        " netlog undo brings it back\n"
    )
    assert bookings(netlog) == []
    told(netlog, "undo")
    assert kept(netlog.db) == before


def test_show_and_history_have_its_number(netlog: Netlog) -> None:
    """What is open, and how the others went."""
    told(
        netlog,
        "book dorie today 9 --at Tatte",
        "log dorie",
        "book dorie hal fri",
        "book dorie hal --cancel",
        "book dorie wed",
    )
    page = netlog("show dorie").out
    assert page.partition("Booked\n")[2].partition("\n\n")[0].splitlines() == [
        "  booking 1 coffee with Dorie Clark at Tatte, Mon 2 Jun 2025, 09:00 (held)",
        "  booking 3 coffee with Dorie Clark, Wed 4 Jun 2025",
        "  booking 2 coffee with Dorie Clark and Hal, Fri 6 Jun 2025 (cancelled)",
    ]
    plain = netlog("show dorie --format plain").out.splitlines()
    assert "booking 1\t2025-06-02\t09:00\tcoffee\tTatte\theld" in plain
    said = {one["command"]: one["entries"] for one in netlog("history --json").data}
    assert said["log dorie"] == [
        {"what": "touch", "number": 1},
        {"what": "booking", "number": 1},
    ]
    assert said["book dorie hal --cancel"] == [{"what": "booking", "number": 2}]


def test_the_answer_in_json(netlog: Netlog) -> None:
    """Everything that was written, for programs."""
    made = netlog("book dorie thu 15:00 --at Tatte --json")
    more: dict[str, Any] = {"moved_from": None, "against": []}
    assert without_uids(made.data) == BOOKING | more
    moved = netlog("book dorie fri --json")
    more = {"moved_from": {"date": "2025-06-05", "hour": "15:00"}, "against": []}
    assert without_uids(moved.data) == BOOKING | {"date": "2025-06-06"} | more
    ended = netlog("book dorie --cancel --json")
    gone = {"date": "2025-06-06", "state": "cancelled"}
    assert without_uids(ended.data) == BOOKING | gone


def test_it_is_one_change(netlog: Netlog) -> None:
    """Undone as one, whatever it was."""
    before = kept(netlog.db)
    told(netlog, "book dorie hal thu --at Tatte", "undo")
    assert kept(netlog.db) == before
