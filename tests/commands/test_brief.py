"""netlog brief: one page before a coffee."""

from typing import Any

import pytest
from tests.commands.said import person, without_uids
from tests.running import Netlog, told

from netlog.output.wrapping import cells

COLUMNS, ROWS = 80, 24
LIFE = (
    "add Hal Ortega --offers 'bookkeeping for small shops'",
    "add Ruth Okafor",
    (
        "add Dorie Clark --via Hal --on '1 may' --words 'you two should meet'"
        " --role author --org 'Clark Media' --city 'New York' --kind client"
        " --tag press --likes 'old maps' --needs 'a bookkeeper'"
        " --email dorie@clark.example --note 'works at night'"
    ),
    "log dorie --on '12 may' --at Tatte --note 'asked more than she told'",
    "log dorie -k email --on '20 may' --note 'sent the article'",
    "heard dorie --on '22 may'",
    "promise dorie two client references --by fri",
    "book dorie hal thu 15:00 --at Union",
)
PAGE = """\
Dorie Clark (dorie-clark)

Booked    Thu 5 Jun 2025, 15:00: coffee at Union, with Hal Ortega
Who       author at Clark Media, New York · client, press
From      Hal Ortega introduced you, Thu 1 May 2025
          "you two should meet" (Hal Ortega)
Known     since Thu 1 May 2025, 32 days · 2 contacts, 1 in person
Last      seen Mon 12 May 2025 at Tatte, 21 days ago · heard from Thu 22 May
          2025
Said      20 May 2025, email: sent the article
          12 May 2025, coffee: asked more than she told
You owe   two client references, by Fri 6 Jun 2025 (netlog done 1)
Needs     a bookkeeper
Likes     old maps
To give   for a bookkeeper: Hal Ortega offers bookkeeping for small shops
To ask    what they offer, whom they would like to meet
Note      works at night
Reach     dorie@clark.example
"""


def test_everything_on_one_page(netlog: Netlog) -> None:
    """What is booked first; then who they are, who sent them, what was said."""
    told(netlog, *LIFE)
    assert netlog("brief Dorie Clark") == (0, PAGE, "")


def test_of_somebody_who_was_only_named(netlog: Netlog) -> None:
    """What is not known is what can be asked."""
    told(netlog, "add Hal")
    assert netlog("brief hal").out == (
        "Hal (hal)\n"
        "\n"
        "Known     no contact yet; added Mon 2 Jun 2025\n"
        "To ask    what they need, what they offer, whom they would like to meet\n"
    )


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["add Zoe --at gym --on sun"], "met by chance at gym, Sun 1 Jun 2025"),
        (["add Zoe --met"], "met by chance, Mon 2 Jun 2025"),
        (
            ["add Zoe", "intro zoe --by hal --state offered"],
            "Hal named them, Mon 2 Jun 2025",
        ),
        (
            ["add Zoe", "intro zoe --by hal --state dropped"],
            "Hal introduced you, Mon 2 Jun 2025 (dropped)",
        ),
        (["add Zoe --met --via hal"], "Hal introduced you, Mon 2 Jun 2025"),
        (
            ["import c.csv"],
            "connected on LinkedIn, Tue 5 Mar 2024",
        ),
    ],
)
def test_how_they_came(netlog: Netlog, lines: list[str], said: str) -> None:
    """By an introduction, by chance, from a file."""
    (netlog.home / "c.csv").write_text(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Zoe,,https://www.linkedin.com/in/zoe,,,,05 Mar 2024\n",
        encoding="utf-8",
    )
    told(netlog, "add Hal", *lines)
    rows = netlog("brief zoe").out.splitlines()
    assert [row for row in rows if row.startswith("From")] == [f"From      {said}"]


@pytest.mark.parametrize(
    ("line", "today", "said"),
    [
        ("log zoe", "2025-06-02", "seen Mon 2 Jun 2025, today"),
        ("log zoe", "2025-06-03", "seen Mon 2 Jun 2025, 1 day ago"),
        ("log zoe --at gym", "2025-12-02", "seen Mon 2 Jun 2025 at gym, 6 months ago"),
        ("log zoe", "2028-06-02", "seen Mon 2 Jun 2025, 3 years ago"),
        ("log zoe -k email", "2025-06-02", "1 sent or tried since, no answer yet"),
        ("heard zoe", "2025-06-02", "heard from Mon 2 Jun 2025"),
    ],
)
def test_when_they_were_last_seen_or_heard(
    netlog: Netlog, line: str, today: str, said: str
) -> None:
    """How long that is ago, and what has no answer."""
    told(netlog, "add Zoe", line)
    rows = netlog(f"brief zoe --today {today}").out.splitlines()
    assert [row for row in rows if row.startswith("Last")] == [f"Last      {said}"]


def test_what_could_be_given_and_got(netlog: Netlog) -> None:
    """Offers and needs that share a long word, mine too."""
    told(
        netlog,
        "add Zoe --needs 'a speaker for March' --offers 'tax advice'",
        "add Hal --needs 'advice on taxes' --offers 'garden seeds'",
        "add Ruth --offers speakers",
    )
    said = netlog("brief zoe --json").data
    assert said["to_give"] == [
        {
            "need": "a speaker for March",
            "offer": "speakers",
            "person": person("ruth", "Ruth"),
        }
    ]
    assert (said["to_get"], said["to_ask"]) == ([], ["whom they would like to meet"])


def test_what_both_owe(netlog: Netlog) -> None:
    """What is open; what was kept lately stands by itself."""
    told(netlog, "add Zoe", "promise zoe tea --by fri", "promise zoe a book", "done 2")
    rows = netlog("brief zoe").out.splitlines()
    assert "You owe   tea, by Fri 6 Jun 2025 (netlog done 1)" in rows
    assert "Kept      a book, by you, 2 Jun 2025" in rows
    rows = netlog("brief zoe --today 2025-09-01").out.splitlines()
    assert not any("a book" in row for row in rows)


def test_what_is_past_or_cancelled_is_not_booked(netlog: Netlog) -> None:
    """Only a day ahead stands at the top, today among them."""
    told(netlog, "add Zoe", "book zoe today", "book zoe --cancel", "book zoe thu")
    assert netlog("brief zoe --today 2025-06-05").out.splitlines()[2] == (
        "Booked    Thu 5 Jun 2025: coffee"
    )
    assert "Booked" not in netlog("brief zoe --today 2025-06-06").out


@pytest.mark.parametrize("letter", ["m", "李", "e\u0301"])
@pytest.mark.parametrize("words", [3, 60, 400])
def test_it_fits_a_screen(netlog: Netlog, letter: str, words: int) -> None:
    """24 rows of 80 columns, without blanks at the end, whatever is known."""
    text = " ".join([letter * 7] * words)
    told(netlog, "add Hal Ortega", f"add Zoe {letter * 90}")
    for line in (
        f"edit zoe --note '{text}' --needs '{text}' --offers '{text}' --likes '{text}'",
        f"edit zoe --org '{text}' --role '{text}' --city '{text}'",
        f"intro zoe --by hal --words '{text}'",
        f"log zoe --at '{text}' --note '{text}'",
        *(f"log zoe --note '{text}'" for _ in range(5)),
        *(f"promise zoe '{text}'" for _ in range(5)),
        f"book zoe fri --at '{text}'",
        f"edit hal --offers '{text}'",
    ):
        assert netlog(line).code == 0
    rows = netlog("brief zoe").out.splitlines()
    assert len(rows) <= ROWS
    assert max(map(cells, rows)) <= COLUMNS
    assert [row for row in rows if row != row.rstrip()] == []
    labels = [row[:10].strip() for row in rows[2:] if row[0] != " "]
    assert labels == [
        *("Booked", "Who", "From", "Known", "Last", "Said", "You owe"),
        *("Needs", "Offers", "Likes", "To give", "To ask", "Note"),
    ]
    if words > 3:
        assert len(rows) == ROWS
        assert sum("…" in row for row in rows) > 5


def test_as_records_nothing_is_cut(netlog: Netlog) -> None:
    """A line for each thing; and there is no CSV."""
    told(netlog, *LIFE, f"note dorie {'long ' * 99}")
    lines = netlog("brief dorie --format plain").out.splitlines()
    assert lines[2].split("\t") == [
        "From",
        "Hal Ortega introduced you, Thu 1 May 2025",
    ]
    assert any(line.endswith("long long") and len(line) > 480 for line in lines)
    assert netlog("brief dorie --format csv").code == 2


def test_the_answer_in_json(netlog: Netlog) -> None:
    """All that is known, whatever the page has room for."""
    told(netlog, *LIFE)
    said = without_uids(netlog("brief dorie --json").data)
    booking = netlog("show dorie --json").data["bookings"]
    coffee = touch(1, "coffee", "2025-05-12", "asked more than she told", "Tatte")
    assert said == {
        **person("dorie-clark", "Dorie Clark"),
        "org": "Clark Media",
        "role": "author",
        "city": "New York",
        "note": "works at night",
        "email": ["dorie@clark.example"],
        "phone": [],
        "url": [],
        "kind": ["client"],
        "tag": ["press"],
        "likes": ["old maps"],
        "needs": ["a bookkeeper"],
        "offers": [],
        "bookings": without_uids(booking),
        "introductions": [
            {
                "introduction": 1,
                "date": "2025-05-01",
                "state": "met",
                "inbound": False,
                "words": "you two should meet",
                "introducer": "hal-ortega",
                "people": ["me", "dorie-clark"],
            }
        ],
        "missed": [],
        "brought": [],
        "sent_to": [],
        "known": False,
        "known_since": "2025-05-01",
        "contacts": 2,
        "last_seen": coffee,
        "last_heard": "2025-05-22",
        "open_tries": 0,
        "said": [
            touch(2, "email", "2025-05-20", "sent the article")
            | {"answered_on": "2025-05-22"},
            coffee,
        ],
        "promises": [
            {
                "promise": 1,
                "text": "two client references",
                "due": "2025-06-06",
                "state": "open",
                "closed_on": None,
                "theirs": False,
            }
        ],
        "theirs": [],
        "kept": [],
        "got": [],
        "gave": [],
        "to_give": [
            {
                "need": "a bookkeeper",
                "offer": "bookkeeping for small shops",
                "person": person("hal-ortega", "Hal Ortega"),
            }
        ],
        "to_get": [],
        "to_ask": ["what they offer", "whom they would like to meet"],
    }


def touch(
    number: int, kind: str, day: str, note: str, place: str = ""
) -> dict[str, Any]:
    """An answered touch for programs."""
    return {
        "touch": number,
        "kind": kind,
        "date": day,
        "inbound": False,
        "note": note,
        "answered": "yes",
        "answered_on": None,
        "place": place,
    }


@pytest.mark.usefixtures("unnamed")
def test_it_only_reads(netlog: Netlog) -> None:
    """No file is made, and nobody unknown is guessed at."""
    missing = netlog("brief zoe --json")
    assert (missing.code, missing.error["code"]) == (3, "not_found")
    assert not netlog.db.exists()


BETWEEN = (
    "add Hal Ortega --kind client",
    "add Zoe Martin --via hal --on '2 may'",
    "add Max --via hal --on '3 may'",
    "add Ruth --via hal --on '5 may'",
    "add Dorie",
    "log zoe --on '12 may'",
    "edit --intro 3 --state dropped",
    "log hal --on '20 may' --names Pia",
    "intro dorie hal --on '4 may'",
    "promise hal two names",
    "promise hal a map",
    "done 1 --on '21 may'",
    "done 2 --on '22 may'",
    "got hal client --value 5000 --on '23 may'",
    "got hal tip 'the grant' --on '24 may'",
    "gave hal advice --on '25 may'",
    "book hal tomorrow",
    "book hal --cancel",
    "log hal -k email",
)


def test_what_was_between_you(netlog: Netlog) -> None:
    """Whom they brought, whom you led to them, what came of it, the latest first."""
    told(netlog, *BETWEEN)
    assert netlog("brief hal").out == (
        "Hal Ortega (hal-ortega)\n\n"
        "Who       client\n"
        "Known     before netlog · 2 contacts, 1 in person\n"
        "Last      seen Tue 20 May 2025, 13 days ago · 1 sent or tried since, no"
        " answer\n"
        "          yet\n"
        "Missed    Tue 3 Jun 2025: coffee, cancelled\n"
        "Kept      a map, by you, 22 May 2025; two names, by you, 21 May 2025\n"
        "Brought   Pia, 20 May 2025 (named, not met yet); Ruth, 5 May 2025 (dropped);\n"
        "          Max,"
        " 3 May 2025 (not met yet); Zoe Martin, 2 May 2025 (met)\n"
        "You led   Dorie, 4 May 2025 (not met yet)\n"
        "You got   tip “the grant”, 24 May 2025; client, 5,000, 23 May 2025\n"
        "You gave  advice, 25 May 2025\n"
        "To ask    what they need, what they offer, whom they would like to meet\n"
    )


def test_what_is_booked_since_is_the_answer(netlog: Netlog) -> None:
    """A try before it waits for nothing; one after it does."""
    told(netlog, "add Zoe", "log zoe -k email", "book zoe fri")
    rows = netlog("brief zoe").out.splitlines()
    assert rows[2] == "Booked    Fri 6 Jun 2025: coffee"
    assert [row for row in rows if "no answer yet" in row] == []
    told(netlog, "log zoe -k email")
    assert "2 sent or tried since, no answer yet" in netlog("brief zoe").out


@pytest.mark.parametrize(
    ("lines", "known"),
    [
        (["add Ann --known"], "before netlog · no contact yet"),
        (["add Ann --kind client", "log ann -k call"], "before netlog · 1 contact"),
        (["import c.csv", "edit ann --known"], "before netlog · no contact yet"),
        (
            ["import c.csv", "log ann -k call"],
            "in touch since Mon 2 Jun 2025, 0 days · 1 contact",
        ),
    ],
)
def test_who_was_known_before_was_not_typed_in_lately(
    netlog: Netlog, lines: list[str], known: str
) -> None:
    """Since when is not known; what LinkedIn says of a day is no other one."""
    (netlog.home / "c.csv").write_text(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Ann,,https://www.linkedin.com/in/ann,,,,05 Mar 2019\n",
        encoding="utf-8",
    )
    told(netlog, *lines)
    rows = netlog("brief ann").out.splitlines()
    assert [row for row in rows if row.startswith("Known")] == [f"Known     {known}"]
    told(netlog, "log ann -k call")
    page = netlog("due").out
    assert "first in touch" not in page or "in touch since" in known
