"""netlog add: somebody new in the book."""

import pytest
from tests.commands.said import kept, person, without_uids
from tests.running import InItsOwn, Netlog, told

ALAN = (
    "add Álan Ortega --kind client -k peer --tag hr --tag Rotary --org ACME"
    " --role boss --city Boston --email alan@acme.example --phone '+1 617 555 0100'"
    " --url https://alan.example --likes tea --needs staff --offers maps"
    " --every 6w --birthday '21 may' --note 'met the dog' --known --no-sell"
    " --date 'first coffee=2019-03-01' --date 'name day=24 jun'"
)
SHOWN = {
    **person("alan-ortega", "Álan Ortega"),
    "org": "ACME",
    "role": "boss",
    "city": "Boston",
    "note": "met the dog",
    "birthday": "--05-21",
    "every": "6w",
    "cadence": "6w",
    "known": True,
    "no_sell": True,
    "entity": "person",
    "source": "typed",
    "resting": False,
    "snoozed_until": None,
    "connected_on": None,
    "last_contact": None,
    "last_heard": None,
    "waits_from": "2025-04-28",
    "first_sitdown": None,
    "last_sitdown": None,
    "open_tries": 0,
    "last_tried": None,
    "usual_gap": None,
    "alias": [],
    "email": ["alan@acme.example"],
    "phone": ["+1 617 555 0100"],
    "url": ["https://alan.example"],
    "kind": ["client", "peer"],
    "tag": ["hr", "Rotary"],
    "likes": ["tea"],
    "needs": ["staff"],
    "offers": ["maps"],
    "touches": [],
    "introductions": [],
    "promises": [],
    "entries": [],
    "bookings": [],
    "days": [
        {"label": "first coffee", "day": "2019-03-01"},
        {"label": "name day", "day": "--06-24"},
    ],
}


def test_a_name_is_enough(netlog: Netlog) -> None:
    """The words of a name need no quotes; the handle is said back."""
    assert netlog("add Dorie Clark") == (
        0,
        "Added Dorie Clark (dorie-clark)\n",
        f"netlog: Made a new database at {netlog.db}.\n",
    )
    assert netlog("add Hal") == (0, "Added Hal (hal)\n", "")


def test_a_name_alone_makes_no_touch_and_no_follow_up(netlog: Netlog) -> None:
    """Without --via, --met or --at nothing happened."""
    netlog("add Dorie")
    plan = netlog("due --json").data
    assert (plan["follow_up"], netlog("show dorie --json").data["touches"]) == ([], [])


def test_every_option_is_kept(netlog: Netlog) -> None:
    """What add takes is what show gives."""
    assert netlog(ALAN).code == 0
    assert without_uids(netlog("show alan --json").data) == SHOWN


def test_an_introducer_makes_the_introduction(netlog: Netlog) -> None:
    """--via says who introduced them, and the resolved day is echoed."""
    netlog("add Alisa")
    netlog("add Hal")
    said = netlog("add Dorie --via Alisa --via hal --on 'last fri'")
    assert said.out == (
        "Added Dorie (dorie), introduced by Alisa and Hal, Fri 30 May 2025\n"
    )
    made = netlog("show dorie --json").data["introductions"]
    assert [(one["introducer"], one["people"], one["state"]) for one in made] == [
        ("alisa", ["me", "dorie"], "made"),
        ("hal", ["me", "dorie"], "made"),
    ]


def test_nobody_of_that_name_introduces(netlog: Netlog) -> None:
    """An unknown introducer is exit 3, and the advice says how to add both."""
    said = netlog("add Dorie --via Alisa")
    assert (said.code, said.out) == (3, "")
    assert said.err.splitlines()[-2:] == [
        "netlog: Nobody is called Alisa.",
        "Add Alisa in the same line with --new-via, or first: netlog add.",
    ]


def test_both_are_added_at_once(netlog: Netlog) -> None:
    """--new-via adds the introducer in the same change."""
    said = netlog("add Dorie --via 'Alisa Kwan' --new-via").out
    assert said == "Added Dorie (dorie), introduced by Alisa Kwan, Mon 2 Jun 2025\n"
    people = [(one["handle"], one["name"]) for one in netlog("list --json").data]
    assert people == [("alisa-kwan", "Alisa Kwan"), ("dorie", "Dorie")]
    netlog("undo")
    assert netlog("list").out == ""


@pytest.mark.parametrize(
    ("line", "how"),
    [
        ("--met --on yesterday", "met by chance, Sun 1 Jun 2025"),
        ("--at 'the chiropractor'", "met at the chiropractor, Mon 2 Jun 2025"),
        ("--at Tatte --met", "met at Tatte, Mon 2 Jun 2025"),
    ],
)
def test_a_chance_meeting_is_a_touch(netlog: Netlog, line: str, how: str) -> None:
    """--met is a meeting in person, and --at implies it."""
    assert netlog(f"add Susan {line}").out == f"Added Susan (susan), {how}\n"
    (touch,) = netlog("show susan --json").data["touches"]
    assert (touch["kind"], touch["answered"]) == ("met", "yes")


def test_an_introduction_and_a_meeting_go_together(netlog: Netlog) -> None:
    """Introduced there and then: both are kept, and the introduction is met."""
    netlog("add Alisa")
    assert netlog("add Dorie --via Alisa --at Tatte --on sun").out == (
        "Added Dorie (dorie), introduced by Alisa and met at Tatte, Sun 1 Jun 2025\n"
    )
    (made,) = netlog("show dorie --json").data["introductions"]
    assert made["state"] == "met"


def test_a_promise_is_made_in_the_same_line(netlog: Netlog) -> None:
    """--promise and --by: the resolved day and what to type are echoed."""
    assert netlog("add Susan --promise 'two references' --by tomorrow").out == (
        "Added Susan (susan)\n"
        "Promised two references, by Tue 3 Jun 2025: netlog done 1\n"
    )


def test_a_promise_of_add_is_read_as_everywhere(netlog: Netlog) -> None:
    """Cleaned on its way in; words that say nothing are a usage error."""
    netlog("add Ann --promise", "a\x1b[2Jb\u202ec")
    (promise,) = netlog("show ann --json").data["promises"]
    assert promise["text"] == "a[2Jbc"
    assert netlog("add Bo --promise ' '").code == 2
    assert netlog("log ann --promise ' '").code == 2


def test_a_touch_of_add_has_its_place(netlog: Netlog) -> None:
    """The same keys as in the answer of log."""
    met = netlog("add Ann --at Tatte --json").data["touch"]
    logged = netlog("log ann --at Tatte --json").data["touch"]
    assert met.keys() == logged.keys()


def test_a_promise_without_a_day_falls_due_in_a_week(netlog: Netlog) -> None:
    """Without --by it is a week from today."""
    netlog("add Susan --promise 'two references'")
    (promise,) = netlog("show susan --json").data["promises"]
    assert promise["due"] == "2025-06-09"


@pytest.mark.parametrize(
    "again",
    [
        "add dorie CLARK",
        "add Dórie Clark",
        "add D --email DORIE@clark.example",
        "add D --phone '001 617 555-0118'",
        "add D --url http://www.clark.example/#top",
    ],
)
def test_the_same_person_is_refused(netlog: Netlog, again: str) -> None:
    """The same folded name, e-mail, phone or URL: exit 5, with the candidate."""
    netlog(
        "add Dorie Clark --email dorie@clark.example --phone '+1 (617) 555 0118'"
        " --url https://clark.example/"
    )
    before = kept(netlog.db)
    refused = netlog(f"{again} --json")
    assert (refused.code, refused.error["code"]) == (5, "refused")
    assert refused.error["candidates"] == ["dorie-clark"]
    assert "--new" in refused.error["hint"]
    assert kept(netlog.db) == before
    assert netlog(f"{again} --new").code == 0


def test_a_first_name_alone_only_warns(netlog: Netlog) -> None:
    """Alisa may well be another Alisa: she is added, and told of."""
    netlog("add Alisa Kwan")
    assert netlog("add Alisa") == (
        0,
        "Added Alisa (alisa)\nThere is also Alisa Kwan (alisa-kwan).\n",
        "",
    )


@pytest.mark.parametrize(
    ("name", "handle"),
    [
        ("王小明 --email ming@x.example", "ming"),
        ("王小明", "person-2"),
        ("Мария", "person-2"),
        ("Øyvind", "oyvind"),
        ("Łukasz", "lukasz"),
        ("Þór Ægir Đorđević Weiß Œuf", "thor-aegir-dordevic-weiss-oeuf"),
        ("007", "p-007"),
        ("me", "me-2"),
        ("O'Neill", "oneill"),
        ("Dorie --handle dc", "dc"),
    ],
)
def test_handles_are_ascii(netlog: Netlog, name: str, handle: str) -> None:
    """Every name gets a handle that can be typed anywhere."""
    words = name.replace("'", "\\'")
    assert netlog(f"add {words} --json").data["person"]["handle"] == handle


@pytest.mark.parametrize(
    ("name", "queries"),
    [
        ("王小明", ["王小明", "王小"]),
        ("Мария Петрова", ["мария", "МАРИЯ ПЕТРОВА", "петр"]),
        ("Øyvind Åse", ["oyvind", "øyvind", "ase", "Åse"]),
        ("Łukasz Źrebię", ["lukasz", "ŁUKASZ", "zrebie"]),
    ],
)
def test_every_name_is_found(netlog: Netlog, name: str, queries: list[str]) -> None:
    """By the name itself, with and without accents and capitals."""
    netlog("add", *name.split())
    found = [netlog("show --json", query).data["name"] for query in queries]
    assert found == [name] * len(queries)


def test_a_handle_is_never_used_again(netlog: Netlog) -> None:
    """After rm the next Dorie is the second one; after undo she is the first."""
    netlog("add Dorie")
    netlog("rm dorie")
    assert netlog("add Dorie").out == "Added Dorie (dorie-2)\n"
    netlog("undo")
    netlog("undo")
    netlog("undo")
    assert netlog("add Dorie").out == "Added Dorie (dorie)\n"


def test_the_answer_in_json(netlog: Netlog) -> None:
    """Everything that was written, for programs."""
    netlog("add Alisa Kwan")
    said = netlog(
        "add Alisa --via alisa-kwan --at Tatte --promise tea --by fri --json"
    ).data
    assert without_uids(said) == {
        "person": person("alisa", "Alisa"),
        "introduced_by": [person("alisa-kwan", "Alisa Kwan")],
        "words": "",
        "date": "2025-06-02",
        "touch": {
            "touch": 1,
            "kind": "met",
            "date": "2025-06-02",
            "inbound": False,
            "answered": "yes",
            "answered_on": None,
            "note": "",
            "place": "Tatte",
        },
        "promise": {
            "promise": 1,
            "text": "tea",
            "due": "2025-06-06",
            "state": "open",
            "closed_on": None,
            "theirs": False,
        },
        "entries": [],
        "namesakes": [person("alisa-kwan", "Alisa Kwan")],
    }


def test_everything_at_once_asks_nothing(netlog_process: InItsOwn) -> None:
    """A chance meeting with a promise, as it is typed, with no stdin to ask."""
    said = netlog_process(
        'add Susan --at chiropractor --note "personal trainer"'
        ' --promise "two client references" --by tomorrow'
    )
    assert said == (
        0,
        (
            "Added Susan (susan), met at chiropractor, Mon 2 Jun 2025\n"
            "Promised two client references, by Tue 3 Jun 2025: netlog done 1\n"
        ),
        f"netlog: Made a new database at {netlog_process.db}.\n",
    )
    plan = netlog_process("due --json").data
    (promised,), (followed,) = plan["promises"], plan["follow_up"]
    assert (promised["handle"], promised["due"]) == ("susan", "2025-06-03")
    assert followed["handle"] == "susan"
    assert netlog_process("done 1").code == 0
    assert netlog_process("due --json").data["promises"] == []


def test_what_was_given_to_somebody_new(netlog: Netlog) -> None:
    """--gave is an entry on the day, and may be all that happened on it."""
    assert netlog("add Ann Lee --gave tip:go --gave advice --on sun").out == (
        "Added Ann Lee (ann-lee)\n"
        "Gave tip “go” to Ann Lee, Sun 1 Jun 2025\n"
        "Gave advice to Ann Lee, Sun 1 Jun 2025\n"
    )
    shown = netlog("show ann --json").data
    made = [(one["way"], one["kind"], one["text"]) for one in shown["entries"]]
    assert made == [("gave", "tip", "go"), ("gave", "advice", "")]
    assert (shown["touches"], netlog("due --json").data["follow_up"]) == ([], [])
    said = netlog("add Bo --at Tatte --gave tip --json").data["entries"]
    assert [(one["entry"], one["kind"]) for one in said] == [(3, "tip")]
    assert netlog("add Cy --gave praise").code == 2


def test_who_is_there_already_can_be_introduced(netlog: Netlog) -> None:
    """The advice is the line that says it; without --via it is a change."""
    told(netlog, "add Nadia", "log Nadia --names 'Rita Sommer'")
    there = "netlog: Rita Sommer seems to be there already: rita-sommer.\n"
    assert netlog("add", "Rita Sommer", "--via", "nadia") == (
        5,
        "",
        (
            f"{there}Say who introduced them with netlog intro rita-sommer --by nadia;"
            " --new adds them all the same.\n"
        ),
    )
    assert netlog("intro rita-sommer --by nadia").code == 0
    assert netlog("add", "Rita Sommer").err == (
        f"{there}Change them with netlog edit rita-sommer;"
        " --new adds them all the same.\n"
    )
