"""netlog due: the plan of a week, as it is read and as it is asked for."""

import re
import sqlite3
from contextlib import closing

import pytest
from tests.commands.said import in_a_line, person, without_uids
from tests.running import Netlog, Ran, told

FIRST = """\
Week 23 · Mon 2 to Sun 8 Jun 2025

Coffee    Nobody yet.
          Begin with somebody you met:                netlog add NAME --at PLACE
          with the people you know:                   netlog import contacts.vcf
          or with a sample network to look at:                       netlog demo

          0 of 50 coffees this year
"""
PAGE = """\
Week 23 · Mon 2 to Sun 8 Jun 2025                                       netlog …

Coffee    Susan · baker, Lowell                                   book susan fri
          met yesterday, nothing sent since · you met yesterday · needs a
          speaker · sings on Sundays
          or Dorie (Alisa, 62 days ago) or Abe                              swap

Promises  Hal Ortega · a good mover, waiting 1 day · last contact 62      done 1
          days ago

Follow up Dorie · introduced by Alisa 62 days ago, nothing    log dorie -k email
          sent since

Reconnect Lars · last contact Jan 2023                          log lars -k call

No answer Zoe · written to or tried 2 times; Hal Ortega         log zoe -k email
          introduced you: what could they lose or gain?

Phone     how often do you want to be in touch with Alisa?          review phone

          0 of 50 coffees this year · 0 of 1 promises on time
"""
KEYS = [
    "week", "lens", "new", "new_done", "alternates", "now", "ask", "booked",
    "promises", "follow_up", "keep", "reconnect", "no_answer", "days", "ask_back",
    "thank", "phone", "more", "hidden", "counts", "numbers", "notes",
]  # fmt: skip


@pytest.mark.usefixtures("unnamed")
def test_bare_netlog_is_due(netlog: Netlog) -> None:
    """On a fresh machine both say how to begin, exit 0, and make no file."""
    assert netlog() == netlog("due") == (0, FIRST, "")
    assert list(netlog.home.iterdir()) == []


def test_with_options_it_is_due_too(netlog: Netlog) -> None:
    """As in netlog --json, which is netlog due --json."""
    told(netlog, "add Hal")
    assert netlog("--json") == netlog("due --json")
    assert netlog("--today 2025-06-09").out.startswith("Week 24 · Mon 9 to Sun 15 Jun")


@pytest.fixture
def monday(netlog: Netlog) -> Netlog:
    """A network in which every slot has something to ask for."""
    told(
        netlog,
        "add Alisa --known",
        "add Hal Ortega --known --every 1m --phone '+1 617 555 0118'",
        "log hal -k call --on 2025-04-01 --note 'son takes over'",
        "promise hal a good mover --by 2025-06-01 --today 2025-05-27",
        "add Dorie --via Alisa --on 2025-04-01",
        "add Zoe --via Hal --on 2025-05-01",
        "log Zoe -k call --no-answer --today 2025-05-10",
        "log Zoe -k email --no-answer --today 2025-05-20",
        (
            "add Susan --met --on yesterday --note 'sings on Sundays'"
            " --needs 'a speaker' --role baker --city Lowell --email susan@oven.example"
        ),
        "add Lars --known",
        "log Lars --on 2023-01-01 -k email --note bees",
        "add Abe",
    )
    return netlog


def test_a_page_for_monday(monday: Netlog) -> None:
    """A row a person, with all that is asked; what to type at the right edge.

    Susan, who is to be followed up, is the pick; to Hal something was promised.
    """
    assert monday("due") == (0, PAGE, "")


def test_every_page_is_records_too(monday: Netlog) -> None:
    """--format plain: slot, handle, name, text, next; the pick has its command."""
    lines = monday("due --format plain").out.splitlines()
    records = [line.split("\t") for line in lines]
    assert {len(record) for record in records} == {5}
    assert [record[:2] for record in records] == [
        ["new", "susan"],
        ["alternate", "dorie"],
        ["alternate", "abe"],
        ["promises", "hal-ortega"],
        ["follow_up", "susan"],
        ["follow_up", "dorie"],
        ["keep", "hal-ortega"],
        ["reconnect", "lars"],
        ["no_answer", "zoe"],
        ["phone", "alisa"],
        ["numbers", ""],
    ]
    assert lines[7] == (
        "reconnect\tlars\tLars\tlast contact Jan 2023\tnetlog log lars -k call"
    )


def test_the_keys_are_a_promise(monday: Netlog) -> None:
    """The data has every key that was promised, in a stable order."""
    plan = monday("due --json").data
    assert list(plan) == KEYS
    assert plan["counts"] == {"people": 7, "eligible": 7, "not_due": 0, "hidden": 0}
    assert plan["hidden"] == {}
    assert plan["new"][0]["week"] == "2025-W23"
    assert plan["week"] == "2025-W23"


def test_everybody_in_it_can_be_pointed_at(monday: Netlog) -> None:
    """uid, handle, name, text, next; where there is a score, its terms add up."""
    plan = monday("due --json").data
    slots = (
        *("promises", "follow_up", "new", "alternates", "keep", "reconnect"),
        *("no_answer", "phone"),
    )
    for slot in slots:
        for one in plan[slot]:
            assert {"uid", "handle", "name", "text", "next"} <= one.keys()
    for slot in ("new", "alternates", "keep", "reconnect"):
        assert plan[slot]
        for one in plan[slot]:
            assert one["score"] == round(sum(t["points"] for t in one["terms"]), 3)
            assert {
                "name", "measure", "weight", "points", "text", "source",
            } == one["terms"][0].keys()  # fmt: skip


def test_who_does_not_answer_has_the_introducer(monday: Netlog) -> None:
    """How many tries, the step, who introduced them; and no last contact."""
    (silent,) = without_uids(monday("due --json").data["no_answer"])
    assert silent == {
        **person("zoe", "Zoe"),
        "text": (
            "written to or tried 2 times; Hal Ortega introduced you:"
            " what could they lose or gain?"
        ),
        "next": "netlog log zoe -k email",
        "tries": 2,
        "step": 2,
        "introducer": "Hal Ortega",
    }
    assert monday("show zoe --json").data["last_contact"] is None


def test_asked_twice_it_says_the_same(monday: Netlog) -> None:
    """The answer is a function of the book and the day."""
    assert monday("due --json") == monday("due --json")


def test_due_is_no_change(monday: Netlog) -> None:
    """The pins stand outside of the journal: undo takes the last command back."""
    monday("due")
    assert monday("undo").out == "Took back: netlog add Abe\n"


def test_another_week_is_not_pinned(monday: Netlog) -> None:
    """--week for another week shows it and remembers nothing."""
    later = monday("due --week 2025-W26").out.splitlines()[0]
    assert later.startswith("Week 26 · Mon 23 to Sun 29 Jun 2025 ")
    monday("add Ann --via Alisa --on today")
    (pick,) = monday("due --week 2025-06-25 --json").data["new"]
    assert pick["handle"] == "ann"


def test_the_pick_stays_from_monday_to_sunday(monday: Netlog) -> None:
    """Whatever is added or logged for others in between."""
    first = monday("due --json").data["new"]
    monday("add Ann --via Alisa --on today")
    monday("log Alisa")
    (sunday,) = monday("due --json --today 2025-06-08").data["new"]
    assert (sunday["uid"], sunday["handle"]) == (first[0]["uid"], "susan")


def check(said: Ran) -> tuple[int, str, str]:
    """A code, and that nothing was said."""
    return said.code, said.out, said.err


def test_check_says_nothing(netlog: Netlog) -> None:
    """Exit 10 when something is due, 0 when not."""
    told(netlog, "add Alisa", "log alisa --on 2025-04-01", "rest alisa")
    assert check(netlog("due --check")) == (0, "", "")
    netlog("add Dorie")
    assert check(netlog("due --check")) == (10, "", "")


def test_quiet_prints_nothing_when_nothing_is_due(netlog: Netlog) -> None:
    """And the whole page when something is."""
    told(netlog, "add Alisa", "log alisa --on 2025-04-01", "rest alisa")
    assert netlog("due --quiet") == (0, "", "")
    netlog("add Dorie")
    assert netlog("due --quiet") == netlog("due")


def test_all_cuts_nothing_off(netlog: Netlog) -> None:
    """Of seven one is the pick and five are shown; --all shows every one."""
    for number in range(7):
        netlog(f"add P{number} --known --every 1w --today 2025-05-19")
    plan = netlog("due --json").data
    assert (len(plan["keep"]), plan["more"]) == (5, {"keep": 1})
    plan = netlog("due --all --json").data
    assert (len(plan["keep"]), plan["more"]) == (6, {})


def test_nobody_new_is_left(netlog: Netlog) -> None:
    """Both met within the year: who has introduced somebody is asked for more."""
    netlog("add Alisa")
    netlog("add Dorie --via Alisa --on 2025-01-07")
    netlog("log Alisa --on 2025-02-03")
    netlog("log Dorie --on 2025-02-10")
    plan = netlog("due --json").data
    assert (plan["new"], plan["ask"]["handle"]) == ([], "alisa")
    assert netlog("due").out.splitlines()[2:4] == [
        (
            "Coffee    Alisa · ask whom you should meet, introduced 1"
            "    log alisa -k message"
        ),
        "          so far",
    ]


def test_an_absence_is_told_to_programs_too(netlog: Netlog) -> None:
    """As the first of the notes; the page begins with it."""
    told(netlog, "add Alisa --known --every 1m", "promise alisa tea --by fri")
    later = "--today 2025-07-07"
    said = "Nothing was entered for 4 weeks; they left 1 promise."
    assert netlog(f"due --json {later}").data["notes"] == [said]
    assert netlog(f"due {later}").out.splitlines()[1] == said


def test_on_a_trip_it_names_who_lives_there(netlog: Netlog) -> None:
    """Nobody is swapped there; where nobody is known to live it says so."""
    told(
        netlog,
        "add Hal --known --no-sell",
        "add Dorie Clark --via Hal",
        "add Priya --via Hal --city Sydney",
        "add Pat --via Hal --on 2025-04-01 --city 'Sydney, Australia'",
    )
    home = netlog("due coffee").out
    assert "Dorie Clark" in home
    assert home.splitlines()[-1].endswith("swap")
    trip = netlog("due coffee --in sydney").out
    assert "Dorie" not in trip
    assert "swap" not in trip
    assert -1 < trip.index("Priya") < trip.index("or Pat")
    nobody = in_a_line(netlog("due coffee --in 'New York'").out)
    assert "Nobody to meet is known in New York." in nobody
    assert netlog("due coffee").out == home


def test_no_page_says_which_weeks_are_which(monday: Netlog) -> None:
    """Whether a week is open or focused stands in the data, and why explains it."""
    for line in ("due", "due --all", "due --week 2025-W26", "due coffee"):
        assert not re.search(r"\b(?:open|focused)\b", monday(line).out)
    assert monday("due --json").data["lens"] == "focused"


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("coffee", "Coffee"),
        ("new", "Coffee"),
        ("promises", "Promises"),
        ("follow-up", "Follow up"),
        ("follow_up", "Follow up"),
        ("Keep", "Keep"),
        ("reconnect", "Reconnect"),
        ("no-answer", "No answer"),
    ],
)
def test_one_slot_of_it(monday: Netlog, typed: str, label: str) -> None:
    """It stands alone below the title, whoever else stands elsewhere."""
    title, blank, first, *_ = monday(f"due {typed}").out.splitlines()
    assert (title[:7], blank, first[:9].strip()) == ("Week 23", "", label)
    assert monday(f"due {typed}").out.count("\n\n") == 1


@pytest.mark.parametrize("line", ["due promises", "due keep", "due --all"])
def test_the_whole_of_a_slot_names_nobody_for_the_week(
    netlog: Netlog, line: str
) -> None:
    """Who is named four weeks running is paused: those whom the page has room for."""
    for number in range(9):
        told(netlog, f"add P{number} -k friend --known --every 1w")
        told(netlog, f"log P{number} -k call --on 2025-03-01")
    told(netlog, line)
    with closing(sqlite3.connect(netlog.db)) as connection:
        (named,) = connection.execute("SELECT count(*) FROM pin WHERE slot = 'keep'")
    assert named == (5,)


def test_a_slot_is_whole(netlog: Netlog) -> None:
    """On the page five stand, and how many more; alone all do, to the last word."""
    text = "a very long promise " * 12
    for number in range(7):
        told(netlog, f"add P{number} --known", f"promise p{number} {text} --by fri")
    page = netlog("due").out
    assert " · 2 more: due promises\n" in page
    assert "in 4 days" not in page
    alone = netlog("due promises").out
    assert alone.count("promise, in 4 days") == 7
    assert "more: " not in alone


def test_a_slot_with_nobody(monday: Netlog) -> None:
    """It says so; exit 0, and with --quiet nothing."""
    page = monday("due thank").out.splitlines()
    assert page[1:] == ["", "Thank     Nothing this week."]
    assert monday("due thank --quiet") == (0, "", "")
    assert [monday(f"due {one} --check").code for one in ("thank", "keep")] == [0, 10]


def test_a_slot_that_there_is_not(netlog: Netlog) -> None:
    """Exit 2, and those that there are."""
    assert netlog("due later") == (
        2,
        "",
        (
            "netlog: There is no slot later.\n"
            "Say coffee, booked, promises, follow-up, keep, reconnect, no-answer, days,"
            " ask-back, thank or phone.\n"
        ),
    )


def test_how_many_things_are_due(monday: Netlog) -> None:
    """A number, of all or of one slot; what has no room on the page counts."""
    assert monday("due --count") == (0, "8\n", "")
    assert monday("due keep --count").out == "1\n"
    assert monday("due --count --json").data == {
        "count": 8,
        "slots": {
            "new": 1, "booked": 0, "promises": 1, "follow_up": 2, "keep": 1,
            "reconnect": 1, "no_answer": 1, "days": 0, "ask_back": 0, "thank": 0,
            "phone": 1,
        },
    }  # fmt: skip
    assert monday("due thank --count --quiet").out == ""
    for number in range(7):
        monday(f"promise hal thing{number} --by fri")
    assert monday("due promises --count").out == "8\n"


def test_all_that_is_asked_about_somebody_is_in_one_row(netlog: Netlog) -> None:
    """The first slot has them and its command; what is the same is said once.

    A promise has its number wherever it stands: there is no other way to close it.
    """
    told(
        netlog,
        "add Alisa --known --every 1m",
        "log alisa -k call --on 2025-04-01",
        "got alisa tip --on 2025-04-01",
        "promise alisa tea --by fri",
        "promise alisa tea --by fri",
        "promise alisa cake --by thu",
        "add Zoe",
    )
    page = netlog("due").out
    assert page.count("Alisa") == 1
    assert (
        " Promises Alisa · cake, in 3 days · promised tea, in 4 days (done 1) · done 3"
        " promised tea, in 4 days (done 2) · last contact 62 days ago · to thank for"
        " the tip "
    ) in in_a_line(page)
    assert [len(netlog("due --json").data[slot]) for slot in ("promises", "keep")] == [
        3,
        1,
    ]


def test_whom_to_ask_has_one_row(netlog: Netlog) -> None:
    """What else is asked of them stands in it."""
    told(netlog, "add Alisa --known", "promise alisa tea --by fri")
    told(netlog, "log alisa --on 2025-05-01")
    page = netlog("due").out
    assert page.count("Alisa") == 1
    assert page.splitlines()[2:4] == [
        (
            "Coffee    Alisa · ask whom you should meet · promised tea,"
            "  log alisa -k message"
        ),
        "          in 4 days (done 1)",
    ]


def test_a_promise_to_the_pick_can_be_closed_from_the_page(netlog: Netlog) -> None:
    """In the row of the pick, whose command is another, with its number."""
    told(netlog, "add Zoe", "promise zoe a book --by thu")
    page = in_a_line(netlog("due").out)
    assert "Coffee Zoe log zoe -k email promised a book, in 3 days (done 1)" in page
    told(netlog, "done 1")
    assert "a book" not in netlog("due").out


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", "If you hear nothing by Wed 4 Jun 2025, Bo is next"),
        (" --on yesterday", "If you hear nothing by Tue 3 Jun 2025, Bo is next"),
        (" --on sat", "Now Bo"),
        (" --today 2025-06-06", "If you hear nothing by Sun 8 Jun 2025, Bo is next"),
    ],
)
def test_log_says_from_when_the_alternate_is_asked_as_well(
    netlog: Netlog, line: str, said: str
) -> None:
    """Two days after something was sent; due says so on that day."""
    told(netlog, "add Alisa --known")
    for name, day in (("Bo", "05-10"), ("Al", "05-20")):
        told(netlog, f"add {name} --via Alisa --on 2025-{day}")
    told(netlog, "due")
    logged = netlog(f"log al -k email{line}").out.splitlines()
    assert logged[1:] == [f"{said}: netlog log bo -k email"]
    day = "2025-06-02" if said == "Now Bo" else "2025-06-08"
    assert netlog(f"due --now --today {day}").out.endswith(
        "Now Bo: netlog log bo -k email\n"
    )


@pytest.mark.parametrize(
    "line", ["al -k email --today 2025-06-07", "bo -k email", "al -k email --answered"]
)
def test_log_names_no_alternate_where_none_will_be_asked(
    netlog: Netlog, line: str
) -> None:
    """The next week has its own pick; nobody else was to answer; they did."""
    told(netlog, "add Alisa --known")
    for name, day in (("Bo", "05-10"), ("Al", "05-20")):
        told(netlog, f"add {name} --via Alisa --on 2025-{day}")
    told(netlog, "due")
    assert len(netlog(f"log {line}").out.splitlines()) == 1


def test_beside_a_pick_that_does_not_answer_there_is_one_name(netlog: Netlog) -> None:
    """Who is asked now, and no alternates: never more than two; log names them too."""
    told(netlog, "add Alisa --known")
    for name, day in (("Cy", "05-01"), ("Bo", "05-10"), ("Al", "05-20")):
        told(netlog, f"add {name} --via Alisa --on 2025-{day}")
    told(netlog, "due")
    said = netlog("log al -k call --no-answer").out.splitlines()
    assert said[1] == "Now Bo: netlog log bo -k email"
    assert netlog("due coffee").out.splitlines()[2:] == [
        "Coffee    Al",
        "          introduced by Alisa 13 days ago, tried today, no answer yet",
        (
            "          now Bo · introduced by Alisa 23 days ago"
            "               log bo -k email"
        ),
    ]
    plan = netlog("due --json").data
    assert plan["now"]["handle"] == "bo"
    assert [one["handle"] for one in plan["alternates"]] == ["bo", "cy"]


def test_a_note_is_read_before_what_i_wrote_last(netlog: Netlog) -> None:
    """What helps to begin is what is known of them, not my own message."""
    told(
        netlog,
        "add Rob --met --on yesterday --note 'needs a bookkeeper in June'",
        "log rob -k message --note 'nice to meet you'",
    )
    page = netlog("due").out
    assert "needs a bookkeeper in June" in in_a_line(page)
    assert "nice to meet you" not in page


def test_thanks_are_a_word_after_a_meeting(netlog: Netlog) -> None:
    """Who is to be followed up and thanked is thanked, and that is both."""
    told(netlog, "add Hal --known", "add Zoe --via hal", "add Olaf")
    told(netlog, "log olaf -k coffee", "got olaf client")
    (row,) = (r for r in netlog("due").out.splitlines() if r.startswith("Follow up"))
    assert row.endswith(" thank olaf")
    told(netlog, "thank olaf")
    plan = netlog("due --json").data
    assert ([one["handle"] for one in plan["follow_up"]], plan["thank"]) == (
        ["zoe"],
        [],
    )
