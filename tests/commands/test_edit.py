"""netlog edit: what is known of somebody, or an entry, is changed."""

from typing import Any

import pytest
from tests.commands.said import kept, person, without_uids
from tests.running import Netlog, told


@pytest.fixture(autouse=True)
def _hal(netlog: Netlog) -> None:
    told(netlog, "add Hal Ortega --org ACME --tag hr --every 1m -k peer --note shy")


def shown(netlog: Netlog, *fields: str) -> list[Any]:
    """Some fields of Hal."""
    data = netlog("show hal --json").data
    return [data[field] for field in fields]


@pytest.mark.parametrize(
    ("option", "field", "value"),
    [
        ("--name 'Hal O. Ortega'", "name", "Hal O. Ortega"),
        ("--org 'Ortega & Sons'", "org", "Ortega & Sons"),
        ("--role owner", "role", "owner"),
        ("--city Boston", "city", "Boston"),
        ("--every 2w", "every", "2w"),
        ("--every quarterly", "every", "3m"),
        ("--every none", "every", ""),
        ("--org none", "org", ""),
        ("--note none", "note", ""),
        ("--birthday 1980-05-21", "birthday", "1980-05-21"),
        ("--note 'not so shy'", "note", "not so shy"),
        ("--handle hal", "handle", "hal"),
        ("--known", "known", True),
        ("--not-known", "known", False),
        ("--no-sell", "no_sell", True),
        ("--sell", "no_sell", False),
        ("-k client", "kind", ["peer", "client"]),
        ("-k none", "kind", []),
        ("--kind none --kind client", "kind", ["client"]),
        ("--tag Rotary", "tag", ["hr", "Rotary"]),
        ("--tag none", "tag", []),
        ("--tag HR", "tag", ["hr"]),
        ("--email hal@x.example", "email", ["hal@x.example"]),
        ("--phone '617 555 0118'", "phone", ["617 555 0118"]),
        ("--url https://hal.example", "url", ["https://hal.example"]),
        ("--likes tea --likes maps", "likes", ["tea", "maps"]),
        ("--needs staff", "needs", ["staff"]),
        ("--offers rooms", "offers", ["rooms"]),
    ],
)
def test_it_takes_what_add_takes(
    netlog: Netlog, option: str, field: str, value: object
) -> None:
    """Fields are set, details added, and none clears."""
    assert netlog(f"edit hal {option}").code == 0
    assert shown(netlog, field) == [value]


def test_a_day_of_every_year_is_kept(netlog: Netlog) -> None:
    """One of a label that is there is another day; none takes it out."""
    told(netlog, "edit hal --date 'met=3 may' --date 'name day=24 jun'")
    told(netlog, "edit hal --date met=2019-05-04")
    assert shown(netlog, "days") == [
        [
            {"label": "met", "day": "2019-05-04"},
            {"label": "name day", "day": "--06-24"},
        ]
    ]
    page = netlog("show hal").out
    assert "  met: 4 May 2019\n  name day: 24 Jun\n" in page
    told(netlog, "edit hal --date met=none --date 'name day=none'")
    assert shown(netlog, "days") == [[]]


def test_who_was_changed_is_said(netlog: Netlog) -> None:
    """The words of a name need no quotes."""
    assert netlog("edit hal ortega --role owner") == (
        0,
        "Changed Hal Ortega (hal-ortega): role owner\n",
        "",
    )
    assert without_uids(netlog("edit hal --name Henry --json").data) == {
        "person": person("hal-ortega", "Henry"),
        "was": person("hal-ortega", "Hal Ortega"),
        "changes": [{"field": "name", "was": "Hal Ortega", "now": "Henry"}],
    }


def test_the_handle_stays_with_another_name(netlog: Netlog) -> None:
    """A handle is never renumbered; an old one is nobody's again."""
    netlog("edit hal --name 'Henry Ortega'")
    assert netlog("show hal-ortega --json").data["name"] == "Henry Ortega"
    netlog("edit hal-ortega --handle henry")
    assert netlog("add Hal Ortega --new").out == "Added Hal Ortega (hal-ortega-2)\n"


def test_somebody_elses_handle_is_refused(netlog: Netlog) -> None:
    """Exit 5, and nothing is changed."""
    netlog("add Zoe")
    before = kept(netlog.db)
    assert netlog("edit hal --handle zoe --city Boston").code == 5
    assert kept(netlog.db) == before


def test_a_shorter_cadence_brings_somebody_in(netlog: Netlog) -> None:
    """What is derived from the fields follows."""
    told(netlog, "log hal --on 2025-04-01", "edit hal --every 1y")
    assert netlog("due --json --today 2025-07-01").data["keep"] == []
    netlog("edit hal --every 1w")
    assert len(netlog("due --json --today 2025-07-01").data["keep"]) == 1


@pytest.fixture
def logged(netlog: Netlog) -> Netlog:
    """A touch, an introduction, a promise and a tip, all number 1."""
    told(
        netlog,
        "add Zoe",
        "log hal --on 2025-05-28 --at Tatte --note hm",
        "intro Zoe --by hal --on 2025-05-28 --state offered",
        "promise hal tea --by 2025-06-10",
        "got hal tip --value 5 --on 2025-05-30",
    )
    return netlog


def entry(netlog: Netlog, sort: str) -> dict[str, Any]:
    """The first entry of a sort, without its uid."""
    (one,) = without_uids(netlog("show hal --json").data[sort])
    assert isinstance(one, dict)
    return one


TOUCH = {
    "touch": 1,
    "kind": "coffee",
    "date": "2025-05-28",
    "inbound": False,
    "answered": "yes",
    "answered_on": None,
    "note": "hm",
    "place": "Tatte",
}


@pytest.mark.parametrize(
    ("option", "field", "value"),
    [
        ("--on mon", "date", "2025-06-02"),
        ("--on '20 may'", "date", "2025-05-20"),
        ("-k call", "kind", "call"),
        ("--at Union", "place", "Union"),
        ("--note yes", "note", "yes"),
        ("--note none", "note", ""),
        ("--no-answer", "answered", "no"),
    ],
)
def test_a_touch_is_mended_where_it_stands(
    logged: Netlog, option: str, field: str, value: object
) -> None:
    """That field and no other; the number stays."""
    assert logged(f"edit --touch 1 {option}").code == 0
    assert entry(logged, "touches") == TOUCH | {"guess": None, field: value}


@pytest.mark.parametrize(
    ("option", "field", "value"),
    [
        ("--on sun", "date", "2025-06-01"),
        ("--state made", "state", "made"),
        ("--inbound", "inbound", True),
    ],
)
def test_an_introduction_is_mended(
    logged: Netlog, option: str, field: str, value: object
) -> None:
    """Its day, its state, and who came."""
    before = entry(logged, "introductions")
    assert logged(f"edit --intro 1 {option}").code == 0
    assert entry(logged, "introductions") == before | {field: value}


@pytest.mark.parametrize(
    ("option", "field", "value"),
    [("--by fri", "due", "2025-06-06"), ("--text cake", "text", "cake")],
)
def test_a_promise_is_mended(
    logged: Netlog, option: str, field: str, value: object
) -> None:
    """Its day and what it says."""
    before = entry(logged, "promises")
    assert logged(f"edit --promise 1 {option}").code == 0
    assert entry(logged, "promises") == before | {field: value}


@pytest.mark.parametrize(
    ("option", "field", "value"),
    [
        ("--on sun", "date", "2025-06-01"),
        ("--kind client", "kind", "client"),
        ("--text 'the grant'", "text", "the grant"),
        ("--value 49.9", "value", "49.90"),
        ("--value 0", "value", "0.00"),
        ("--value none", "value", None),
        ("--they-called", "they_called", True),
    ],
)
def test_what_was_got_is_mended(
    logged: Netlog, option: str, field: str, value: object
) -> None:
    """Its day, what it was, its money, and who moved first."""
    before = entry(logged, "entries")
    assert before[field] != value
    assert logged(f"edit --entry 1 {option}").code == 0
    assert entry(logged, "entries") == before | {field: value}


def test_who_moved_first_can_be_taken_back(logged: Netlog) -> None:
    """--i-called is the other way."""
    before = entry(logged, "entries")
    logged("edit --entry 1 --they-called")
    assert logged("edit --entry 1 --i-called").code == 0
    assert entry(logged, "entries") == before


def test_last_contact_and_plan_follow(logged: Netlog) -> None:
    """A coffee that was a try: no contact, and Hal is new again.

    He is nobody's introducer, nor of a kind that one knows.
    """
    told(logged, "edit hal -k none", "rm --intro 1")
    assert shown(logged, "last_contact", "first_sitdown") == ["2025-05-28"] * 2
    logged("edit --touch 1 --on mon")
    assert shown(logged, "last_contact") == ["2025-06-02"]
    assert logged("due --json").data["new_done"]
    logged("edit --touch 1 --no-answer")
    assert shown(logged, "last_contact", "first_sitdown") == [None, None]
    assert not logged("due --json").data["new_done"]


def test_what_was_sent_is_mended_by_its_answer(logged: Netlog) -> None:
    """To answered, to tried in vain, and back to what waits for its answer."""
    logged("log hal -k email --on sun")
    for said, answered, heard, tries in (
        ("answered", "yes", "2025-06-01", 0),
        ("no-answer", "no", "2025-05-28", 1),
        ("sent", "sent", "2025-05-28", 1),
    ):
        assert logged(f"edit --touch 2 --{said}").code == 0
        assert shown(logged, "last_heard", "open_tries") == [heard, tries]
        assert shown(logged, "touches")[0][-1]["answered"] == answered


@pytest.mark.parametrize("option", ["", " -k call"])
def test_what_goes_both_ways_is_not_sent(logged: Netlog, option: str) -> None:
    """A coffee is answered, or it is not."""
    said = logged(f"edit --touch 1 --sent{option}")
    kind = "call" if option else "coffee"
    assert said == (
        2,
        "",
        (
            f"netlog: A {kind} is not sent.\n"
            "It is answered or not: --answered, --no-answer.\n"
        ),
    )
    assert logged("edit --touch 1 -k email --sent").code == 0


def test_a_mended_try_says_that_it_got_no_answer(logged: Netlog) -> None:
    """Also where its day alone is mended; of several, where none of them answered."""
    told(
        logged,
        "add Ada",
        "log Hal Ada -k email --on sun",
        "log Hal -k call --no-answer",
    )
    assert [
        (logged(f"edit {line}").out, logged(f"edit {line} --json").data["answered"])
        for line in (
            "--touch 3 --on sun",
            "--touch 3 --answered",
            "--touch 2 --on sat",
            "--touch 2 --no-answer",
        )
    ] == [
        ("Changed touch 3: call with Hal Ortega, Sun 1 Jun 2025, no answer\n", "no"),
        ("Changed touch 3: call with Hal Ortega, Sun 1 Jun 2025\n", "yes"),
        ("Changed touch 2: email with Hal Ortega and Ada, Sat 31 May 2025\n", "sent"),
        (
            (
                "Changed touch 2: email with Hal Ortega and Ada, Sat 31 May 2025, no"
                " answer\n"
            ),
            "no",
        ),
    ]
    told(logged, "edit --touch 2 --sent", "heard ada")
    mended = logged("edit --touch 2 --on fri --json")
    assert mended.data["answered"] is None


def test_another_kind_carries_its_facts(logged: Netlog) -> None:
    """A call is no sit-down."""
    logged("edit --touch 1 --kind call")
    assert shown(logged, "last_contact", "last_sitdown") == ["2025-05-28", None]


def test_the_entry_is_said_back(logged: Netlog) -> None:
    """Which one, with the resolved day, for people and for programs."""
    said = [
        logged(f"edit {line}").out
        for line in (
            "--touch 1 --on sun",
            "--promise 1 --by fri",
            "--intro 1 --on mon",
            "--entry 1 --value 49.9",
        )
    ]
    assert said == [
        "Changed touch 1: coffee with Hal Ortega, Sun 1 Jun 2025\n",
        "Changed promise 1: tea, for Hal Ortega, by Fri 6 Jun 2025\n",
        (
            "Changed introduction 1: Hal Ortega named Zoe to me, Mon 2 Jun 2025"
            " (offered)\n"
        ),
        "Changed entry 1: got tip from Hal Ortega, 49.90, Fri 30 May 2025\n",
    ]
    data = without_uids(logged("edit --intro 1 --inbound --json").data)
    assert data == {
        "what": "introduction",
        "number": 1,
        "introduction": 1,
        "date": "2025-06-02",
        "state": "offered",
        "inbound": True,
        "words": "",
    }


@pytest.mark.parametrize(
    "line",
    [
        "hal",
        "--on mon",
        "hal --on mon",
        "hal --touch 1 --on mon",
        "--touch 1",
        "--touch 1 --intro 1 --on mon",
        "--touch 1 --by mon",
        "--touch 1 --state met",
        "--touch 1 -k friend",
        "--touch 1 --on tomorrow",
        "--intro 1 --state sent",
        "--intro 1 --note hm",
        "--promise 1 --on mon",
        "--entry 1",
        "--entry 1 --by mon",
        "--entry 1 --note hm",
        "--entry 1 --at Tatte",
        "--entry 1 -k coffee",
        "--entry 1 --value much",
        "--entry 1 --on tomorrow",
        "--entry 1 --touch 1 --on mon",
        "--touch 1 --value 5",
        "--touch 1 --sent",
        "--touch 1 -k email --sent --no-answer",
        "hal --sent",
        "hal --date 'met'",
        "hal --date 'met=soon'",
        "hal --value 5",
        "hal --they-called",
        "hal --every often",
        "hal --birthday soon",
        "hal --kind boss",
        "hal --email hal",
        "hal --handle 'H O'",
        "hal --handle me",
    ],
)
def test_what_cannot_be_meant_changes_nothing(logged: Netlog, line: str) -> None:
    """Exit 2, one sentence and one piece of advice."""
    before = kept(logged.db)
    said = logged(f"edit {line}")
    assert (said.code, said.out, len(said.err.splitlines())) == (2, "", 2)
    assert kept(logged.db) == before


@pytest.mark.parametrize("sort", ["touch", "intro", "promise", "entry"])
def test_there_is_no_such_entry(logged: Netlog, sort: str) -> None:
    """Exit 3, and where the numbers are."""
    option = "--by mon" if sort == "promise" else "--on mon"
    said = logged(f"edit --{sort} 9 {option}")
    assert (said.code, "list" in said.err) == (3, True)


def test_the_words_of_what_was_got_can_be_cleared(logged: Netlog) -> None:
    """As a note can: none takes them away."""
    logged("edit --entry 1 --text 'the grant'")
    assert logged("edit --entry 1 --text none").code == 0
    assert entry(logged, "entries")["text"] == ""


def test_what_it_came_of_is_mended(logged: Netlog) -> None:
    """By --from, with the same checks as got; none takes it back."""
    assert logged("edit --entry 1 --from touch:1 --on mon").code == 0
    assert entry(logged, "entries")["touch"] == 1
    assert logged("edit --entry 1 --on 2020-01-01").code == 2
    assert logged("edit --entry 1 --from none").code == 0
    assert entry(logged, "entries")["touch"] is None


def test_a_guess_is_mended(logged: Netlog) -> None:
    """The last one stands; none takes it back."""
    for word, stands in (("maybe", "maybe"), ("likely", "likely"), ("none", None)):
        assert logged(f"edit --touch 1 --guess {word}").code == 0
        assert entry(logged, "touches")["guess"] == stands


def test_what_is_no_referral_any_more_was_of_nobody(logged: Netlog) -> None:
    """Who was sent is let go with the kind."""
    logged("got hal referral --who Peter")
    assert logged("edit --entry 2 --kind client").code == 0
    held = logged("show hal --json").data["entries"]
    assert [(one["kind"], one["who"]) for one in held if one["entry"] == 2] == [
        ("client", None)
    ]


def test_what_was_and_what_is_is_said(netlog: Netlog) -> None:
    """Field by field; in JSON too."""
    told(netlog, "add Ann --city Rome --tag hr --every 3m")
    line = "edit ann --city Boston --tag none --every 2m --no-sell --org Acme"
    assert netlog(line).out == (
        "Changed Ann (ann): org Acme; city Rome → Boston; every 3 months → every 2"
        " months; no-sell yes; tag hr → none\n"
    )
    assert netlog("edit ann --every none --kind peer --json").data["changes"] == [
        {"field": "every", "was": "2m", "now": ""},
        {"field": "kind", "was": "", "now": "peer"},
    ]
    assert netlog("edit me --city Boston").out == "Changed me (me): city Boston\n"
