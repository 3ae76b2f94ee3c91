"""netlog review: keys at a terminal, what is shown, and what is in the database."""

import os
import pty
import signal
import sqlite3
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from tests.running import InItsOwn, Netlog, told
from tests.screen import Sitting

from netlog.commands.review import kind_keys
from netlog.domain.kinds import TOUCH_KINDS, TouchKind

Sit = Callable[..., Sitting]
MONDAY = (
    "add 'Alisa Kwan' -k client --known",
    "add 'Peter Novak' --via Alisa --on '20 may' --city Boston",
    "edit Peter --role partner --org 'Novak Legal' --needs 'a bookkeeper'",
    "edit Peter --email peter@novak.example",
    "add Imani --via Alisa --on '19 may'",
    "log Alisa -k call --on '10 jan'",
    "promise Alisa 'the name of a mover' --by tomorrow",
)
ZOE = ("add Zoe --via Alisa --on '1 may'", "log Zoe -k email --on '20 may'")
RUTH = "add Ruth --known --birthday '5 jun'"
BOOKED = "book Peter thu"
BROUGHT = "got Peter interview 'the column' --on '30 may'"
MADE = "intro Imani Peter --on '5 may'"
LONG_AGO = ("add Lars --known", "log Lars -k call --on '3 mar 2023'")
KEYS = (
    "d done, s skip, l log, z snooze, b brief, n next, p back, u undo, ? keys, q quit",
    ">",
)
PETER = (
    "Coffee    Peter Novak · introduced by Alisa Kwan 13     log peter-novak -k email",
    "days ago, Alisa Kwan is a client, you know few at Novak Legal",
    "partner at Novak Legal, Boston · peter@novak.example · needs a",
    "bookkeeper",
    *KEYS,
)
MOVER = (
    "Promises  Alisa Kwan · the name of a mover, tomorrow · last contact 143   done 1",
    "days ago",
    *KEYS,
)
ALSO_KEPT = (
    "Promises  Alisa Kwan · the name of a mover, tomorrow                      done 1",
    *KEYS,
)
IMANI = (
    "Follow up Imani · introduced by Alisa Kwan 14 days ago,       log imani -k email",
    "nothing sent since",
    *KEYS,
)
CALL = (
    "Keep      Alisa Kwan · 143 days ago, every 13 weeks, a    log alisa-kwan -k call",
    "client",
    *KEYS,
)


def more(number: int, key: str = "d") -> str:
    """What stands above a line: how many come after it, which key types it."""
    said = f"{number} more after this" if number else "The last line"
    corner = f"{key} netlog …"
    return said + corner.rjust(80 - len(said))


@pytest.fixture
def sit(netlog_process: InItsOwn) -> Iterator[Sit]:
    """Sit down at a terminal for a review."""
    seats: list[Sitting] = []

    def sat(*words: str, width: int = 80) -> Sitting:
        seats.append(Sitting(netlog_process, "review", *words, width=width))
        return seats[-1]

    yield sat
    for seat in seats:
        seat.leave()


def held(db: Path) -> dict[str, Sequence[tuple[object, ...]]]:
    """Every row of a file, but for what chance puts in, and for pins."""
    named = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
    with closing(sqlite3.connect(db)) as connection:
        tables = {name for (name,) in connection.execute(named)}
        return {
            table: _rows(connection, table)
            for table in sorted(tables - {"pin", "version", "sqlite_sequence"})
        }


def _rows(connection: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    cursor = connection.execute(f"SELECT * FROM {table}")  # noqa: S608 (its own)
    wanted = [n for n, (name, *_) in enumerate(cursor.description) if name != "uid"]
    return [tuple(row[n] for n in wanted) for row in cursor]


def without_journal(db: Path) -> dict[str, Sequence[tuple[object, ...]]]:
    """What is known, whatever was done to come there."""
    journal = {"change", "change_row", "active_week"}
    return {table: rows for table, rows in held(db).items() if table not in journal}


def words(lines: Sequence[str]) -> tuple[str, ...]:
    """Lines without the blanks before them."""
    return tuple(line.strip() for line in lines)


def test_a_line_of_the_plan(netlog: Netlog, sit: Sit) -> None:
    """What is asked, of whom, what helps to begin, what is typed, which keys."""
    told(netlog, *MONDAY)
    assert words(sit().begins) == (more(2), *PETER)


def test_from_the_first_line_to_the_last(netlog: Netlog, sit: Sit) -> None:
    """Each key is answered as its command is; at the end stands what was done."""
    told(netlog, *MONDAY)
    seat = sit()
    assert words(seat.press("d")) == (
        "netlog log peter-novak -k email",
        "Logged email with Peter Novak, Mon 2 Jun 2025",
        (
            "If you hear nothing by Wed 4 Jun 2025, Imani is next:"
            " netlog log imani -k email"
        ),
        more(1),
        *MOVER,
    )
    assert words(seat.press("d")) == (
        "netlog done 1",
        "Kept: the name of a mover, for Alisa Kwan, Mon 2 Jun 2025",
        more(1),
        *IMANI,
    )
    assert words(seat.press("n")) == ("next", more(0), *CALL)
    assert words(seat.press("s")) == (
        "netlog skip alisa-kwan",
        "Alisa Kwan is left out this week: netlog wake alisa-kwan",
        "1 logged, 1 kept, 1 skipped; 1 line left.",
    )
    assert (seat.ended, seat.is_as_before) == (0, True)


SAME = {
    "coffee, done": ((), "coffee", ["d"], "log peter-novak -k email"),
    "coffee, skipped": ((), "coffee", ["s"], "skip peter-novak"),
    "a promise, kept": ((), "promises", ["d"], "done 1"),
    "a promise, moved": (
        *((), "promises", ["z", "20 nov\r"]),
        "edit --promise 1 --by '20 nov'",
    ),
    "a promise, a week later": (
        *((), "promises", ["z", "\r"]),
        "edit --promise 1 --by 1w",
    ),
    "a booking, moved": (
        *((BOOKED,), "booked", ["z", "fri\r"]),
        "edit --booking 1 --on fri",
    ),
    "a booking, a week later": (
        *((BOOKED,), "booked", ["z", "\r"]),
        "edit --booking 1 --on 1w",
    ),
    "keep, done": ((), "keep", ["d"], "log alisa-kwan -k call"),
    "keep, a card": ((), "keep", ["l", "n"], "log alisa-kwan -k card"),
    "keep, a coffee": ((), "keep", ["l", "c"], "log alisa-kwan -k coffee"),
    "keep, in vain": ((), "keep", ["l", "K"], "log alisa-kwan -k call --no-answer"),
    "keep, a week": ((), "keep", ["z", "w\r"], "snooze alisa-kwan 1w"),
    "keep, a day": ((), "keep", ["z", "fri\r"], "snooze alisa-kwan fri"),
    "no answer, once more": (ZOE, "no-answer", ["d"], "log zoe -k email"),
    "ask back, they met": (
        *((MADE,), "ask-back", ["d"]),
        "intro peter-novak imani --state met",
    ),
    "thank, thanked": ((BROUGHT,), "thank", ["d"], "thank alisa-kwan"),
    "reconnect, called": (LONG_AGO, "reconnect", ["d"], "log lars -k call"),
    "days, written to": ((RUTH,), "days", ["d"], "log ruth -k message"),
    "days, called": ((RUTH,), "days", ["l", "k"], "log ruth -k call"),
    "phone, often": ((RUTH,), "phone", ["o"], "edit ruth --every 3m"),
    "phone, seldom": ((RUTH,), "phone", ["s"], "skip ruth"),
    "phone, never": ((RUTH,), "phone", ["v"], "rest ruth"),
}


@pytest.mark.parametrize("case", SAME)
def test_a_key_does_what_its_line_does(
    netlog: Netlog, sit: Sit, tmp_path_factory: pytest.TempPathFactory, case: str
) -> None:
    """The same rows in every table, the journal's among them; nothing else."""
    more, slot, keys, line = SAME[case]
    told(netlog, *MONDAY, *more)
    other = InItsOwn(tmp_path_factory.mktemp("other"))
    other.db.write_bytes(netlog.db.read_bytes())
    seat = sit(slot)
    assert f"netlog {line}" in words(seat.press(*keys))
    assert other(line).code == 0
    assert held(netlog.db) == held(other.db)


def test_undo_takes_back_one_after_the_other(netlog: Netlog, sit: Sit) -> None:
    """What was done here, the last first; each line is asked again; no more than that.

    A change from before is the business of netlog undo.
    """
    told(netlog, *MONDAY, RUTH)
    before = without_journal(netlog.db)
    seat = sit()
    seat.press("d", "z", "w\r", "l", "e")
    took_back = [words(seat.press("u"))[1] for _ in range(3)]
    assert took_back == [
        "Took back: netlog log imani -k email",
        "Took back: netlog edit --promise 1 --by 1w",
        "Took back: netlog log peter-novak -k email",
    ]
    assert without_journal(netlog.db) == before
    assert words(seat.press("p")) == ("This is the first line.", ">")
    assert words(seat.press("u")) == (
        "undo",
        "Nothing was changed here yet.",
        "n goes to the next line.",
        ">",
    )
    assert words(seat.press("q"))[-1] == "Nothing was changed; 4 lines left."


def test_undo_goes_back_to_the_line(netlog: Netlog, sit: Sit) -> None:
    """It is asked as it was, wherever one stands by then."""
    told(netlog, *MONDAY)
    seat = sit()
    seat.press("n", "d", "n")
    assert words(seat.press("u")) == (
        "undo",
        "Took back: netlog done 1",
        more(1),
        *MOVER,
    )


def test_undo_leaves_what_others_did(netlog: Netlog, sit: Sit) -> None:
    """Something was typed elsewhere since: that is not taken back from here."""
    told(netlog, *MONDAY)
    seat = sit()
    seat.press("d")
    told(netlog, "add Ann")
    assert words(seat.press("u")) == (
        "undo",
        "Something else was changed since.",
        "netlog history shows it; netlog undo takes the newest change back.",
        ">",
    )
    assert netlog("show ann").code == 0


def test_a_person_has_one_line(netlog: Netlog, sit: Sit) -> None:
    """As on the page, with all that is asked; the next thing once that is settled.

    In a slot alone each thing has its own.
    """
    told(netlog, *MONDAY, "promise Alisa 'a book' --by wed")
    seat = sit()
    said = " ".join(words(seat.press("n"))[2:-2]).replace(" done 1", "")
    assert " ".join(said.split()) == (
        "Promises Alisa Kwan · the name of a mover, tomorrow"
        " · promised a book, in 2 days (done 2) · last contact 143 days ago"
    )
    assert words(seat.press("n"))[1:] == (more(0), *IMANI)
    assert words(seat.press("p", "d"))[3].startswith("Promises  Alisa Kwan · a book")
    assert words(seat.press("d", "n"))[2:] == CALL
    alone = sit("promises")
    assert alone.begins[0] == "Nothing under Promises this week."


def test_each_line_of_one_slot(netlog: Netlog, sit: Sit) -> None:
    """Two promises to one person are two lines there."""
    told(netlog, *MONDAY, "promise Alisa 'a book' --by wed")
    seat = sit("promises")
    assert seat.begins[0] == more(1)
    assert words(seat.press("n"))[1] == more(0)


def test_what_is_settled_is_passed_over(netlog: Netlog, sit: Sit) -> None:
    """Whoever is written to in one slot is not asked for in the next."""
    told(netlog, *MONDAY)
    seat = sit()
    later = words(seat.press("n", "l", "k"))  # Alisa, who waits under keep as well
    assert later[2:] == (more(1), *ALSO_KEPT)
    assert words(seat.press("d", "d"))[-1] == "2 logged, 1 kept; 1 line left."


def test_the_alternate_comes_when_the_pick_is_put_off(netlog: Netlog, sit: Sit) -> None:
    """Who is not asked for now is not shown; a skip makes it their turn."""
    told(netlog, *MONDAY)
    title, line = words(sit("coffee").press("s"))[2:4]
    assert (title, line.split(" ·")[0]) == (
        more(0),
        "Coffee    Imani",
    )


def test_what_was_done_elsewhere_is_seen(netlog: Netlog, sit: Sit) -> None:
    """A key that changes nothing says so, and the walk goes on."""
    told(netlog, *MONDAY)
    seat = sit("promises")
    told(netlog, "done 1")
    assert words(seat.press("d")) == (
        "netlog done 1",
        (
            "Nothing changed: the name of a mover, for Alisa Kwan, is kept since"
            " Mon 2 Jun 20"
        ),
        "25",
        "Nothing was changed; nothing is left.",
    )


def test_the_order_is_that_of_the_beginning(netlog: Netlog, sit: Sit) -> None:
    """Who is added or met meanwhile waits for the next review."""
    told(netlog, *MONDAY)
    seat = sit()
    told(netlog, "add Zoe --via Alisa", "log Alisa --on today")
    assert words(seat.press("n"))[1:3] == (more(1), MOVER[0])


def test_back_and_forth(netlog: Netlog, sit: Sit) -> None:
    """By letters, by the space and Enter, by arrows; behind the last line it ends."""
    told(netlog, *MONDAY)
    seat = sit()
    titles = [
        words(seat.press(key))[2][:9].strip()
        for key in ("n", "p", " ", "\x1b[A", "\r", "\x1b[D", "\x1b[C", "\x1b[B")
    ]
    assert titles == [
        *("Promises", "Coffee", "Promises", "Coffee"),
        *("Promises", "Coffee", "Promises", "Follow up"),
    ]
    assert words(seat.press("n"))[-1] == "Nothing was changed; 3 lines left."
    assert seat.ended == 0


def test_the_keys(netlog: Netlog, sit: Sit) -> None:
    """? lists them; another one is none, and changes nothing."""
    told(netlog, *MONDAY)
    seat = sit()
    before = held(netlog.db)
    listed = words(seat.press("?"))
    assert [line.split()[0] for line in listed[2:-1]] == list("dslzbnpu?q")
    assert words(seat.press("x")) == ("That is no key here; ? lists them.", ">")
    assert words(seat.press("v")) == ("That is no key here; ? lists them.", ">")
    assert held(netlog.db) == before


def test_a_kind_that_is_none_logs_nothing(netlog: Netlog, sit: Sit) -> None:
    """Nor does Esc, nor a snooze that is left, nor a day that is none."""
    told(netlog, *MONDAY)
    seat = sit()
    before = held(netlog.db)
    assert seat.press("l", "\x1b")[0] == "Nothing is logged."
    assert seat.press("l", "?")[0] == "Nothing is logged."
    assert seat.press("z", "\x1b")[0] == "Nothing is changed."
    assert words(seat.press("z", "10/11\r"))[1] == (
        "netlog cannot tell the day from the month in 10/11."
    )
    assert words(seat.press("z", "--help\r"))[1] == "'--help' is no day netlog knows."
    assert held(netlog.db) == before


def test_what_cannot_be_put_off(netlog: Netlog, sit: Sit) -> None:
    """A promise stands, and so does a birthday; it says what there is to do."""
    told(netlog, *MONDAY, RUTH)
    assert words(sit("promises").press("s")) == (
        "A promise is kept, moved or let go.",
        "z moves it; netlog done 1 --drop lets it go.",
        ">",
    )
    seat = sit("days")
    assert words(seat.press("s"))[:-1] == (
        "A day cannot be skipped.",
        "n passes it by.",
    )
    assert words(seat.press("z"))[:-1] == (
        "A day cannot be snoozed.",
        "n passes it by.",
    )


def test_a_booking_is_moved_and_not_put_off(netlog: Netlog, sit: Sit) -> None:
    """Whoever is skipped, the coffee stands; d shows what to know before it."""
    told(netlog, *MONDAY, "book Peter thu 15:00")
    seat = sit("booked")
    line = words(seat.begins)[1]
    assert line.startswith("Booked    Peter Novak · Thu 15:00 ")
    assert line.endswith(" brief peter-novak")
    assert words(seat.press("s")) == (
        "What is booked is held, moved or called off.",
        "z moves it; netlog book peter-novak --cancel calls it off.",
        ">",
    )
    shown = words(seat.press("d"))
    assert (shown[:2], shown[-1]) == (
        ("netlog brief peter-novak", "Peter Novak (peter-novak)"),
        ">",
    )


def test_how_a_coffee_went(netlog: Netlog, sit: Sit) -> None:
    """Its day has passed: d logs it."""
    told(netlog, *MONDAY, "book Peter fri --today 2025-05-27")
    seat = sit("booked")
    assert words(seat.press("d"))[:2] == (
        "netlog log peter-novak",
        "Logged coffee with Peter Novak, Fri 30 May 2025, as booked",
    )


def test_a_booking_with_several_is_all_of_them(netlog: Netlog, sit: Sit) -> None:
    """Whatever a key types of it names everybody who was asked."""
    told(netlog, *MONDAY, "book Peter Imani fri --today 2025-05-27")
    assert words(sit("booked").press("d"))[:2] == (
        "netlog log peter-novak imani",
        "Logged coffee with Peter Novak and Imani, Fri 30 May 2025, as booked",
    )
    told(netlog, "undo")
    seat = sit("booked")
    seat.press("l")
    assert words(seat.press("k"))[:2] == (
        "netlog log peter-novak imani -k call",
        "Logged call with Peter Novak and Imani, Mon 2 Jun 2025",
    )
    told(netlog, "undo", "book Peter Imani --cancel", "book Peter Imani thu")
    assert words(sit("booked").press("s"))[1] == (
        "z moves it; netlog book peter-novak imani --cancel calls it off."
    )


def test_nothing_is_asked_while_there_is_time_for_an_answer(
    netlog: Netlog, sit: Sit
) -> None:
    """The pick was written to: there is nothing to type yet."""
    told(netlog, *MONDAY, "log Peter -k email")
    seat = sit("coffee")
    assert "d: netlog" not in "".join(words(seat.begins))
    assert words(seat.press("d"))[0] == (
        "Nothing is asked of Peter Novak while there is time for an answer."
    )


def test_who_it_is(netlog: Netlog, sit: Sit) -> None:
    """The key b shows them, and the line again."""
    told(netlog, *MONDAY)
    seat = sit()
    first = words(seat.begins)
    shown = words(seat.press("b"))
    assert "Peter Novak (peter-novak)" in shown
    assert shown[-len(first) :] == first


def test_a_slot_alone_is_whole(netlog: Netlog, sit: Sit) -> None:
    """More than its page has room for; of those, the first are noted as on the page."""
    names = [f"Known {number}" for number in "ABCDEFGH"]
    told(netlog, *(f"add '{name}' --known -k client" for name in names))
    told(netlog, *(f"log '{name}' -k call --on '10 jan'" for name in names))
    assert sit("keep").begins[0] == more(6)
    assert len(netlog("due --json").data["keep"]) == 5
    named = "SELECT count(*) FROM pin WHERE slot = 'keep'"
    with closing(sqlite3.connect(netlog.db)) as connection:
        assert connection.execute(named).fetchone() == (5,)


def test_the_pick_is_pinned(netlog: Netlog, sit: Sit) -> None:
    """As by netlog due: nobody who comes later takes its place."""
    told(netlog, *MONDAY)
    sit()
    told(netlog, "add Zoe --via Alisa --kind client")
    assert netlog("due --json").data["new"][0]["handle"] == "peter-novak"


@pytest.mark.parametrize("key", ["q", "\x04"])
def test_it_is_left(netlog: Netlog, sit: Sit, key: str) -> None:
    """By q or Ctrl-D: what was done stays done, and is said."""
    told(netlog, *MONDAY)
    seat = sit()
    assert words(seat.press("d", key)) == ("quit", "1 logged; 2 lines left.")
    assert (seat.ended, seat.is_as_before) == (0, True)
    assert netlog("history --json").data[0]["command"] == ("log peter-novak -k email")


@pytest.mark.parametrize("before", [(), ("l",), ("z",)])
def test_ctrl_c_ends_it(netlog: Netlog, sit: Sit, before: tuple[str, ...]) -> None:
    """Wherever it is asked: exit 130, and the terminal is as it was."""
    told(netlog, *MONDAY)
    seat = sit()
    assert words(seat.press("d", *before, "\x03")) == (
        "1 logged; 2 lines left.",
        "netlog: Interrupted; a change is stored whole or not at all.",
        "netlog history says which; the next command that writes finishes a forget.",
    )
    assert (seat.ended, seat.is_as_before) == (130, True)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it(netlog: Netlog, sit: Sit, number: signal.Signals) -> None:
    """The terminal is as it was, and it is the signal that ended it."""
    told(netlog, *MONDAY)
    seat = sit()
    assert not seat.is_as_before
    seat.signalled(number)
    assert (seat.ended, seat.is_as_before) == (-number, True)


def test_an_error_leaves_the_terminal_as_it_was(netlog: Netlog, sit: Sit) -> None:
    """Whatever is said of it: the file is damaged under its feet."""
    told(netlog, *MONDAY)
    seat = sit()
    netlog.db.write_bytes(b"no database any more")
    seat.press("d")
    assert (seat.ended, seat.is_as_before) == (6, True)


@pytest.mark.parametrize("width", [200, 80, 60, 40])
def test_it_is_as_wide_as_the_terminal(netlog: Netlog, sit: Sit, width: int) -> None:
    """No name is broken, no command cut; the keys have words where there is room."""
    told(netlog, *MONDAY, RUTH)
    lines = sit(width=width).begins
    assert max(map(len, lines)) <= width
    assert "Peter Novak" in "\n".join(lines)
    assert any(line.endswith("log peter-novak -k email") for line in lines)
    assert (KEYS[0] in lines) == (width >= len(KEYS[0]))
    phone = sit("phone", width=width).begins
    assert ("o s v l z b n p u ? q" in phone) == (width == 40)


def test_a_line_too_narrow_for_words_is_walked_all_the_same(
    netlog: Netlog, sit: Sit
) -> None:
    """The terminal breaks it where it must."""
    told(netlog, *MONDAY)
    seat = sit(width=20)
    assert "d s l z b n p u ? q" in words(seat.begins)
    assert "1 logged; 2 lines" in "\n".join(seat.press("d", "q"))


def test_nothing_to_walk_through(netlog: Netlog, sit: Sit) -> None:
    """Nothing in that slot: it says so and ends; a database that is named is there."""
    seat = sit()
    assert words(seat.begins)[0].startswith("netlog: There is no database at ")
    assert seat.ended == 6
    told(netlog, *MONDAY)
    seat = sit("thank")
    assert (seat.begins, seat.ended) == (("Nothing under Thank this week.",), 0)


def test_nobody_is_there_yet(netlog_process: InItsOwn, sit: Sit) -> None:
    """It says so and ends, and makes no file."""
    del netlog_process.environment["NETLOG_DB"]
    seat = sit()
    assert (seat.begins[0], seat.ended) == ("Nobody yet.", 0)
    assert list(netlog_process.home.iterdir()) == []


def test_another_database(netlog: Netlog, sit: Sit) -> None:
    """--db is where every key writes, and what is advised names it."""
    told(netlog, *(f"--db other.db {line}" for line in MONDAY))
    seat = sit("promises", "--db", "other.db")
    assert words(seat.press("s"))[1] == (
        "z moves it; netlog --db other.db done 1 --drop lets it go."
    )
    seat.press("d")
    assert seat.ended == 0
    assert netlog("due --json --db other.db").data["promises"] == []
    assert not netlog.db.exists()


def test_where_no_terminal_is(netlog: Netlog) -> None:
    """Refused in a sentence, with what does it without one."""
    told(netlog, *MONDAY)
    before = held(netlog.db)
    said = netlog("review")
    assert (said.code, said.out, said.err.splitlines()) == (
        *(5, ""),
        [
            "netlog: Nobody is at a terminal to press keys.",
            "netlog due shows the same plan.",
        ],
    )
    assert held(netlog.db) == before


@pytest.mark.parametrize("way", ["--json", "--format json", "--format plain"])
def test_no_other_format(netlog: Netlog, sit: Sit, way: str) -> None:
    """Programs press no keys: refused in a pipe as ever, and at a terminal as well."""
    piped = netlog(f"review {way}")
    assert (piped.code, piped.out) == (5, "")
    assert "Nobody is at a terminal to press keys." in piped.err
    told(netlog, *MONDAY)
    seat = sit(*way.split())
    assert "netlog due --json is the plan for programs." in "".join(seat.begins)
    assert seat.ended == 2


@pytest.mark.parametrize("piped", ["stdin", "stdout"])
def test_half_a_terminal_is_none(
    netlog: Netlog, netlog_process: InItsOwn, piped: str
) -> None:
    """Keys from a file, or a page into one: neither is a walk."""
    told(netlog, *MONDAY)
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        netlog_process.command("review"),
        stdin=subprocess.PIPE if piped == "stdin" else theirs,
        stdout=subprocess.PIPE if piped == "stdout" else theirs,
        stderr=subprocess.PIPE,
        env=netlog_process.environment,
    ) as process:
        _, said = process.communicate()
    os.close(ours)
    os.close(theirs)
    assert (process.returncode, b"at a terminal" in said) == (5, True)


def test_a_slot_that_is_none(netlog: Netlog) -> None:
    """It says which there are; due's new is coffee, and case does not matter."""
    said = netlog("review kep")
    assert (said.code, said.err.splitlines()[0]) == (
        2,
        "netlog: There is no slot kep.",
    )
    for slot in ("new", "Coffee", "follow_up", "FOLLOW-UP"):
        assert netlog(f"review {slot}").code == 5


def test_every_kind_of_touch_has_a_key() -> None:
    """A letter of its name; kinds of the user's own get what is left."""
    keys = kind_keys(TOUCH_KINDS)
    assert keys == {
        "c": "coffee", "k": "call", "e": "email", "m": "message", "n": "card",
        "l": "lunch", "d": "dinner", "t": "meeting", "v": "event", "a": "article",
        "x": "exchange", "g": "gift", "1": "met",
    }  # fmt: skip
    own = dict.fromkeys(("walk", "zoom", "wall"), TouchKind("walk"))
    more = kind_keys({**TOUCH_KINDS, **own})
    assert {key: more[key] for key in more if key not in keys} == {
        "w": "walk",
        "z": "zoom",
        "2": "wall",
    }
    many = {f"k{number}": TouchKind(f"k{number}") for number in range(20)}
    assert set(kind_keys({**TOUCH_KINDS, **many}).values()) > set(TOUCH_KINDS)
