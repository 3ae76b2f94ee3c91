"""netlog log: what happened with whom."""

import pytest
from tests.commands.said import kept, person, without_uids
from tests.running import Netlog, told

TOUCH = {
    "touch": 1,
    "kind": "lunch",
    "date": "2025-05-30",
    "answered": True,
    "note": "the book",
    "place": "Tatte",
}


@pytest.fixture(autouse=True)
def _two(netlog: Netlog) -> None:
    """Two people who can be met."""
    told(netlog, "add Dorie Clark --email dorie@clark.example", "add Hal")


def touches(netlog: Netlog, who: str) -> list[str]:
    """The kinds of touches with somebody, by number."""
    return [one["kind"] for one in netlog(f"show {who} --json").data["touches"]]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("dorie-clark", "Logged coffee with Dorie Clark, Mon 2 Jun 2025"),
        ("Dorie --on yesterday", "Logged coffee with Dorie Clark, Sun 1 Jun 2025"),
        ("Dorie --on mon", "Logged coffee with Dorie Clark, Mon 2 Jun 2025"),
        ("Dorie --on 2w", "Logged coffee with Dorie Clark, Mon 19 May 2025"),
        ("Dorie --on '20 nov'", "Logged coffee with Dorie Clark, Wed 20 Nov 2024"),
        ("Dorie -k call --note hi", "Logged call with Dorie Clark, Mon 2 Jun 2025"),
        (
            "Dorie Hal --kind dinner --at 'Blue Bottle'",
            "Logged dinner with Dorie Clark and Hal at Blue Bottle, Mon 2 Jun 2025",
        ),
        (
            "Hal -k email --no-answer --on sun",
            "Tried: email with Hal, Sun 1 Jun 2025, no answer",
        ),
    ],
)
def test_what_was_logged_is_said_back(netlog: Netlog, line: str, said: str) -> None:
    """The kind, the names, the place and the resolved day are echoed."""
    assert netlog(f"log {line}") == (0, f"{said}\n", "")


@pytest.mark.parametrize(
    "words",
    [
        "dorie-clark Dorie",
        "'dorie clark' 'DÓRIE CLARK'",
        "dorie@clark.example Cla",
        "'cl do' dorie-clark",
    ],
)
def test_two_words_for_one_person_are_one(netlog: Netlog, words: str) -> None:
    """Whatever they are called by, they were there once."""
    said = netlog(f"log {words}").out
    assert said == "Logged coffee with Dorie Clark, Mon 2 Jun 2025\n"
    assert touches(netlog, "dorie-clark") == ["coffee"]


def test_nobody_is_there_yet(netlog: Netlog) -> None:
    """An unknown name is exit 3 and changes nothing; --new adds them with it."""
    before = kept(netlog.db)
    missing = netlog("log Zoe Dorie --json")
    assert (missing.code, missing.error["message"]) == (3, "Nobody is called Zoe.")
    assert "--new" in missing.error["hint"]
    assert kept(netlog.db) == before
    said = netlog("log 'Zoe Martin' dorie-clark --new").out
    assert said == "Logged coffee with Zoe Martin and Dorie Clark, Mon 2 Jun 2025\n"
    netlog("undo")
    assert kept(netlog.db) == before


def test_an_attempt_is_no_contact(netlog: Netlog) -> None:
    """Without an answer the last contact stays as it is."""
    netlog("log Hal -k call --no-answer")
    shown = netlog("show hal --json").data
    assert (shown["last_contact"], shown["attempts"]) == (None, 1)


def test_a_touch_of_long_ago_leaves_a_later_last_contact(netlog: Netlog) -> None:
    """A back-dated entry never moves it back."""
    netlog("log Hal -k call --on yesterday")
    netlog("log Hal -k call --on 2m")
    assert netlog("show hal --json").data["last_contact"] == "2025-06-01"


def test_a_promise_is_made_to_each(netlog: Netlog) -> None:
    """--promise with several people is owed to every one of them."""
    assert netlog("log Dorie Hal --promise 'the slides' --by eow").out == (
        "Logged coffee with Dorie Clark and Hal, Mon 2 Jun 2025\n"
        "Promised the slides, by Sun 8 Jun 2025: netlog done 1\n"
        "Promised the slides, by Sun 8 Jun 2025: netlog done 2\n"
    )


def test_whom_they_named_is_offered(netlog: Netlog) -> None:
    """--names: each becomes an introduction offered by them; new ones are added."""
    assert netlog("log Dorie --names 'Ann Lee, Hal'").out == (
        "Logged coffee with Dorie Clark, Mon 2 Jun 2025\n"
        "Dorie Clark named Ann Lee and Hal\n"
    )
    made = netlog("show dorie-clark --json").data["introductions"]
    assert [(one["people"], one["state"]) for one in made] == [
        (["me", "ann-lee"], "offered"),
        (["me", "hal"], "offered"),
    ]


def test_at_one_table_they_know_each_other_through_me(netlog: Netlog) -> None:
    """--introduce: every two of them, met where the touch is in person."""
    assert netlog("log Dorie Hal 'Ann Lee' --new --introduce").out == (
        "Logged coffee with Dorie Clark, Hal and Ann Lee, Mon 2 Jun 2025\n"
        "They know each other through you now\n"
    )
    made = netlog("show dorie-clark --json").data["introductions"]
    assert [(one["introducer"], one["people"], one["state"]) for one in made] == [
        ("me", ["dorie-clark", "hal"], "met"),
        ("me", ["dorie-clark", "ann-lee"], "met"),
    ]


def test_the_answer_in_json(netlog: Netlog) -> None:
    """Everything that was written, for programs."""
    said = netlog(
        "log Dorie -k lunch --on 'last fri' --note 'the book' --at Tatte"
        " --promise tea --names Ann --json"
    )
    assert without_uids(said.data) == {
        "touch": TOUCH,
        "people": [person("dorie-clark", "Dorie Clark")],
        "promises": [
            {
                "promise": 1,
                "text": "tea",
                "due": "2025-06-09",
                "state": "open",
                "closed_on": None,
            }
        ],
        "named": [person("ann", "Ann")],
        "introductions": [
            {
                "introduction": 1,
                "date": "2025-05-30",
                "state": "offered",
                "inbound": False,
            }
        ],
        "entries": [],
        "guess": None,
    }


def test_a_coffee_with_somebody_new_fills_the_week(netlog: Netlog) -> None:
    """The slot is done; next Monday somebody else is the pick."""
    netlog("log Hal -k coffee")
    plan = netlog("due --json").data
    assert (plan["new"], plan["new_done"]) == ([], True)
    later = netlog("due --today 2025-06-09 --json").data
    assert [one["handle"] for one in later["new"]] == ["dorie-clark"]


@pytest.mark.parametrize("kind", ["call", "email", "note"])
def test_a_call_is_no_meeting(netlog: Netlog, kind: str) -> None:
    """Who was only written to was not met by chance: warmth 0, and it says so."""
    netlog(f"log hal -k {kind} --on 2025-05-02")
    (reason,) = netlog("why hal --json").data["reasons"]
    assert "met by chance" not in reason["text"]
    assert (reason["terms"][0]["name"], reason["terms"][0]["measure"]) == ("warmth", 0)


def test_what_was_given_and_got_at_the_table(netlog: Netlog) -> None:
    """--gave and --got, several of each: entries of that touch and that day."""
    assert netlog(
        "log Dorie --gave tip:'go there' --gave advice --got opener:x:y --on sun"
    ) == (
        0,
        (
            "Logged coffee with Dorie Clark, Sun 1 Jun 2025\n"
            "Gave tip “go there” to Dorie Clark, Sun 1 Jun 2025\n"
            "Gave advice to Dorie Clark, Sun 1 Jun 2025\n"
            "Got opener “x:y” from Dorie Clark, Sun 1 Jun 2025: netlog trace 3\n"
            "To thank: Dorie Clark: netlog thank dorie-clark\n"
        ),
        "",
    )
    made = netlog("show dorie-clark --json").data["entries"]
    assert [(one["kind"], one["touch"], one["date"]) for one in made] == [
        ("tip", 1, "2025-06-01"),
        ("advice", 1, "2025-06-01"),
        ("opener", 1, "2025-06-01"),
    ]
    (waiting,) = netlog("due --json").data["thank"]
    assert (waiting["handle"], waiting["outcomes"]) == ("dorie-clark", [3])


def test_everybody_at_the_table_was_given_it(netlog: Netlog) -> None:
    """--gave with several people is an entry for each."""
    said = netlog("log Dorie Hal --gave tip").out.splitlines()
    assert said[1:] == [
        "Gave tip to Dorie Clark, Mon 2 Jun 2025",
        "Gave tip to Hal, Mon 2 Jun 2025",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Dorie Hal --got tip",
        "Dorie Zoe --new --got tip --gave advice",
        "Dorie --got praise",
        "Dorie --gave praise",
        "Dorie --got",
        "Dorie --guess surely",
        "Dorie --got tip --on tomorrow",
    ],
)
def test_what_cannot_have_been_got_is_refused(netlog: Netlog, line: str) -> None:
    """From whom must be clear, and a kind must be one; not a row is changed."""
    before = kept(netlog.db)
    said = netlog(f"log {line}")
    assert (said.code, said.out, len(said.err.splitlines())) == (2, "", 2)
    assert kept(netlog.db) == before


def test_a_guess_is_kept_with_the_touch(netlog: Netlog) -> None:
    """What the user thinks will come of it; at most one a touch."""
    said = netlog("log Dorie --guess unlikely --json")
    assert (said.data["guess"], said.data["entries"]) == ("unlikely", [])
    netlog("log Dorie")
    netlog("log Hal --guess likely")
    guesses = [(row[2], row[3]) for row in kept(netlog.db)["guess"]]
    assert guesses == [(1, "unlikely"), (3, "likely")]


def test_the_entries_in_json(netlog: Netlog) -> None:
    """As got and gave give them: with whose they are, and who is to be thanked."""
    (said,) = netlog("log Dorie --got tip:go --json").data["entries"]
    (shown,) = netlog("show dorie-clark --json").data["entries"]
    whose = {key: said.pop(key) for key in ("person", "to_thank")}
    assert said == shown
    assert (said["way"], said["text"], said["touch"]) == ("got", "go", 1)
    dorie = person("dorie-clark", "Dorie Clark")
    assert without_uids(whose) == {"person": dorie, "to_thank": [dorie]}


def test_nothing_comes_of_a_try(netlog: Netlog) -> None:
    """What had no answer brought nothing."""
    before = kept(netlog.db)
    assert netlog("log Dorie -k call --no-answer --got tip").code == 2
    assert kept(netlog.db) == before


def test_a_guess_is_said_back_and_shown(netlog: Netlog) -> None:
    """So it can be looked at again."""
    said = netlog("log Dorie --guess maybe").out
    assert said.endswith("Your guess whether it comes to something: maybe\n")
    assert "coffee (your guess: maybe)" in netlog("show dorie-clark").out
