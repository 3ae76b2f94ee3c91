"""netlog log: what happened with whom."""

import pytest
from tests.commands.said import kept, person, without_uids
from tests.running import Netlog, told

from netlog.domain.names import slug

TOUCH = {
    "touch": 1,
    "kind": "lunch",
    "date": "2025-05-30",
    "inbound": False,
    "answered": "yes",
    "answered_on": None,
    "note": "the book",
    "place": "Tatte",
}


def again(*people: str, week: str = "Mon 28 Jul 2025") -> str:
    """When people sat down with for the first time come up, and how to change that."""
    return "".join(
        f"{name} comes up again in the week of {week}:"
        f" netlog edit {slug(name)} --every 3m\n"
        for name in people
    )


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
        ("dorie-clark", "coffee with Dorie Clark, Mon 2 Jun 2025"),
        ("Dorie --on yesterday", "coffee with Dorie Clark, Sun 1 Jun 2025"),
        ("Dorie --on mon", "coffee with Dorie Clark, Mon 2 Jun 2025"),
        ("Dorie --on 2w", "coffee with Dorie Clark, Mon 19 May 2025"),
        ("Dorie --on '20 nov'", "coffee with Dorie Clark, Wed 20 Nov 2024"),
        ("Dorie -k call --note hi", "call with Dorie Clark, Mon 2 Jun 2025"),
        ("Dorie -k card", "card with Dorie Clark, Mon 2 Jun 2025"),
        (
            "Dorie Hal --kind dinner --at 'Blue Bottle'",
            "dinner with Dorie Clark and Hal at Blue Bottle, Mon 2 Jun 2025",
        ),
    ],
)
def test_what_was_logged_is_said_back(netlog: Netlog, line: str, said: str) -> None:
    """The kind, the names, the place and the resolved day are echoed."""
    told(netlog, "log Dorie Hal --on 2024-10-01")
    assert netlog(f"log {line}") == (0, f"Logged {said}\n", "")


def test_a_try_is_said_back(netlog: Netlog) -> None:
    """That it had no answer."""
    said = "Tried: email with Hal, Sun 1 Jun 2025, no answer\n"
    assert netlog("log Hal -k email --no-answer --on sun") == (0, said, "")


@pytest.mark.parametrize(
    ("line", "week"),
    [
        ("Dorie Hal", "Mon 28 Jul 2025"),
        ("Dorie Hal --on sun", "Mon 21 Jul 2025"),
        ("Dorie Hal --on '20 nov'", "Mon 2 Jun 2025"),
        ("Dorie Hal --every 6w", "Mon 14 Jul 2025"),
    ],
)
def test_who_was_met_comes_up_again(netlog: Netlog, line: str, week: str) -> None:
    """After the first sit-down: in eight weeks, or by their own cadence; never ago."""
    said = netlog(f"log {line}").out.partition("\n")[2]
    assert said == again("Dorie Clark", "Hal", week=week)
    assert netlog("log Dorie Hal").out.count("\n") == 1


@pytest.mark.parametrize("line", ["log Ann", "log Hal -k call", "log Hal --no-answer"])
def test_who_is_not_said_to_come_up_again(netlog: Netlog, line: str) -> None:
    """Whom one knew, or whom nobody sat down with."""
    told(netlog, "add Ann --known")
    assert "comes up again" not in netlog(line).out


def test_a_kind_by_what_it_was_called(netlog: Netlog) -> None:
    """A note is a card now: it is understood, and said; programs are told nothing."""
    assert netlog("log Hal -k note") == (
        0,
        "Logged card with Hal, Mon 2 Jun 2025\n",
        "note is called card now.\n",
    )
    assert netlog("log Hal -k note --json").err == ""
    assert netlog("edit --touch 1 -k note") == (
        0,
        "Nothing changed: touch 1: card with Hal, Mon 2 Jun 2025\n",
        "note is called card now.\n",
    )
    heard = netlog("heard Hal -k note")
    assert (heard.code, heard.err) == (0, "note is called card now.\n")
    assert touches(netlog, "hal") == ["card", "card", "card"]


def test_a_kind_of_ones_own_may_be_called_note(netlog: Netlog) -> None:
    """What the config has stands before what is called otherwise now."""
    config = netlog.home / ".config" / "netlog" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("[touch.note]\ntwo_way = false\n", encoding="utf-8")
    assert netlog("log Hal -k note") == (
        0,
        "Logged note with Hal, Mon 2 Jun 2025\n",
        "",
    )


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
    said = netlog(f"log {words} -k call").out
    assert said == "Logged call with Dorie Clark, Mon 2 Jun 2025\n"
    assert touches(netlog, "dorie-clark") == ["call"]


def test_nobody_is_there_yet(netlog: Netlog) -> None:
    """An unknown name is exit 3 and changes nothing; --new adds them with it."""
    before = kept(netlog.db)
    missing = netlog("log Zoe Dorie --json")
    assert (missing.code, missing.error["message"]) == (3, "Nobody is called Zoe.")
    assert "--new" in missing.error["hint"]
    assert kept(netlog.db) == before
    said = netlog("log 'Zoe Martin' dorie-clark -k call --new").out
    assert said == "Logged call with Zoe Martin and Dorie Clark, Mon 2 Jun 2025\n"
    netlog("undo")
    assert kept(netlog.db) == before


def test_an_attempt_is_no_contact(netlog: Netlog) -> None:
    """Without an answer the last contact stays as it is."""
    netlog("log Hal -k call --no-answer")
    shown = netlog("show hal --json").data
    assert (shown["last_contact"], shown["open_tries"]) == (None, 1)


def test_a_touch_of_long_ago_leaves_a_later_last_contact(netlog: Netlog) -> None:
    """A back-dated entry never moves it back."""
    netlog("log Hal -k call --on yesterday")
    netlog("log Hal -k call --on 2m")
    assert netlog("show hal --json").data["last_contact"] == "2025-06-01"


def test_a_promise_is_made_to_each(netlog: Netlog) -> None:
    """--promise with several people is owed to every one of them."""
    assert netlog("log Dorie Hal -k call --promise 'the slides' --by eow").out == (
        "Logged call with Dorie Clark and Hal, Mon 2 Jun 2025\n"
        "Promised the slides, by Sun 8 Jun 2025: netlog done 1\n"
        "Promised the slides, by Sun 8 Jun 2025: netlog done 2\n"
    )


def test_whom_they_named_is_offered(netlog: Netlog) -> None:
    """--names: each becomes an introduction offered by them; new ones are added."""
    assert netlog("log Dorie -k call --names 'Ann Lee, Hal'").out == (
        "Logged call with Dorie Clark, Mon 2 Jun 2025\n"
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
        + again("Dorie Clark", "Hal", "Ann Lee")
    )
    made = netlog("show dorie-clark --json").data["introductions"]
    assert [(one["introducer"], one["people"], one["state"]) for one in made] == [
        ("me", ["dorie-clark", "hal"], "met"),
        ("me", ["dorie-clark", "ann-lee"], "met"),
    ]


KNEW = [
    ("intro Hal --by Dorie --state offered", "Dorie Clark named Hal to me, Mon 2 Jun"),
    (
        "intro Dorie --by Hal --state dropped --on '1 may'",
        "Hal introduced Dorie Clark to me, Thu 1 May",
    ),
    (
        "intro Dorie Zoe --by Hal --new --state offered",
        "Hal named Dorie Clark and Zoe, Mon 2 Jun",
    ),
    (
        "intro Hal Dorie --by Zoe --new",
        "Zoe introduced Dorie Clark and Hal, Mon 2 Jun",
    ),
    (
        "intro Hal Dorie --on '1 may'",
        "I introduced Dorie Clark and Hal, Thu 1 May",
    ),
]


@pytest.mark.parametrize(("line", "said"), KNEW)
def test_who_knew_each_other_already_is_no_merit_of_mine(
    netlog: Netlog, line: str, said: str
) -> None:
    """Where one introduced the other, or somebody both: it is said, and by what."""
    told(netlog, line)
    before = netlog("show hal --json").data["introductions"]
    logged = netlog("log Dorie Hal 'Ann Lee' -k call --new --introduce")
    state = before[0]["state"]
    assert logged.out == (
        "Logged call with Dorie Clark, Hal and Ann Lee, Mon 2 Jun 2025\n"
        "Dorie Clark and Ann Lee; Hal and Ann Lee know each other through you now\n"
        f"Dorie Clark and Hal knew each other already: {said} 2025 ({state})\n"
    )
    after = netlog("show hal --json").data["introductions"]
    mine = [one for one in after if one["people"] == ["hal", "ann-lee"]]
    assert [one["introduction"] for one in after if one not in mine] == [
        one["introduction"] for one in before
    ]
    assert [one["introducer"] for one in mine] == ["me"]


PAIRS = [
    ("Dorie Clark, Hal", "Dorie Clark and Hal"),
    ("Hal, Dorie", "Hal and Dorie Clark"),
    ("Hal , Dorie", "Hal and Dorie Clark"),
    ("'Dorie Clark,Hal'", "Dorie Clark and Hal"),
    ("'Hal, Dorie Clark, Hal,'", "Hal and Dorie Clark"),
    ("Hal, 'Lee, Ann' Dorie", "Hal, Lee, Ann and Dorie Clark"),
]


@pytest.mark.parametrize(("who", "said"), PAIRS)
def test_a_comma_ends_a_name(netlog: Netlog, who: str, said: str) -> None:
    """Wherever it stands, but where somebody is called so."""
    told(netlog, "add 'Lee, Ann'")
    logged = netlog(f"log {who} -k call").out
    assert logged == f"Logged call with {said}, Mon 2 Jun 2025\n"


def test_nothing_but_commas_is_nobody(netlog: Netlog) -> None:
    """Nothing is logged with nobody."""
    before = kept(netlog.db)
    said = netlog("log , ,")
    assert (said.code, said.err.splitlines()[0]) == (2, "netlog: That names nobody.")
    assert kept(netlog.db) == before


@pytest.mark.parametrize("state", ["offered", "dropped"])
def test_what_was_not_made_yet_is_made_at_the_table(netlog: Netlog, state: str) -> None:
    """By me it is brought up to date; beside that of somebody else mine is new."""
    told(
        netlog,
        f"intro Hal Dorie --new --state {state} --on '1 may'",
        f"intro Hal Zoe --by Cy --new --state {state} --on '1 may'",
    )
    assert netlog("log Hal Dorie Zoe -k call --introduce").out.splitlines()[1:] == [
        "They know each other through you now"
    ]
    made = netlog("show hal --json").data["introductions"]
    assert [
        (one["introducer"], one["people"], one["date"], one["state"]) for one in made
    ] == [
        ("cy", ["hal", "zoe"], "2025-05-01", state),
        ("me", ["dorie-clark", "hal"], "2025-06-02", "made"),
        ("me", ["hal", "zoe"], "2025-06-02", "made"),
    ]


def test_where_all_knew_each_other_nothing_is_introduced(netlog: Netlog) -> None:
    """It is logged all the same; programs are told which introduction shows it."""
    told(netlog, "add Petra", "add Quentin --via Petra --on '1 apr'")
    said = netlog("log Petra, Quentin --introduce --json")
    assert (said.code, said.data["introductions"]) == (0, [])
    assert without_uids(said.data["knew_each_other"]) == [
        {
            "people": [person("petra", "Petra"), person("quentin", "Quentin")],
            "introduction": 1,
        }
    ]
    assert netlog("log Petra, Quentin -k call --introduce").out == (
        "Logged call with Petra and Quentin, Mon 2 Jun 2025\n"
        "Petra and Quentin knew each other already:"
        " Petra introduced Quentin to me, Tue 1 Apr 2025 (met)\n"
    )


def test_the_answer_in_json(netlog: Netlog) -> None:
    """Everything that was written, for programs."""
    said = netlog(
        "log Dorie -k lunch --on 'last fri' --note 'the book' --at Tatte"
        " --promise tea --names Ann --json"
    )
    assert without_uids(said.data) == {
        "touch": TOUCH,
        "people": [person("dorie-clark", "Dorie Clark")],
        "bookings": [],
        "promises": [
            {
                "promise": 1,
                "text": "tea",
                "due": "2025-06-09",
                "state": "open",
                "closed_on": None,
                "theirs": False,
            }
        ],
        "named": [person("ann", "Ann")],
        "introductions": [
            {
                "introduction": 1,
                "date": "2025-05-30",
                "state": "offered",
                "inbound": False,
                "words": "",
            }
        ],
        "knew_each_other": [],
        "entries": [],
        "guess": None,
    }


def test_a_coffee_with_somebody_new_fills_the_week(netlog: Netlog) -> None:
    """This week's is held: somebody else is the pick, for the next one."""
    netlog("log Hal -k coffee")
    plan = netlog("due --json").data
    picks = [(one["handle"], one["week"]) for one in plan["new"]]
    assert (picks, plan["new_done"]) == ([("dorie-clark", "2025-W24")], True)
    later = netlog("due --today 2025-06-09 --json").data
    assert [one["handle"] for one in later["new"]] == ["dorie-clark"]


@pytest.mark.parametrize(
    ("kind", "measure", "text"),
    [
        ("call", 0.6, "first in touch"),
        ("email", 0.3, "you added them"),
        ("card", 0.3, "you added them"),
    ],
)
def test_a_call_is_no_meeting(
    netlog: Netlog, kind: str, measure: float, text: str
) -> None:
    """Who was only written to, or heard, was not met by chance, and it says so."""
    netlog(f"log hal -k {kind} --on 2025-05-02")
    (reason,) = netlog("why hal --json").data["reasons"]
    warmth = reason["terms"][0]
    said = (warmth["name"], warmth["measure"], warmth["text"])
    assert said == ("warmth", measure, text)
    assert reason["text"].startswith(text)


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
            + again("Dorie Clark", week="Mon 21 Jul 2025")
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
    said = netlog("log Dorie Hal -k call --gave tip").out.splitlines()
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
    said = netlog("log Dorie -k call --guess maybe").out
    assert said.endswith("Your guess whether it comes to something: maybe\n")
    assert "call (your guess: maybe)" in netlog("show dorie-clark").out
