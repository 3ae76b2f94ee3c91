"""netlog gave: something went to somebody."""

import pytest
from tests.commands.said import kept, person, without_uids
from tests.running import Netlog, told


@pytest.fixture(autouse=True)
def _two(netlog: Netlog) -> None:
    """Hal, whom Zoe introduced."""
    told(netlog, "add Zoe Park", "add Hal --via Zoe --on 2025-05-01")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Hal tip", "Gave tip to Hal, Mon 2 Jun 2025"),
        ("Zoe Park tip go there", "Gave tip “go there” to Zoe Park, Mon 2 Jun 2025"),
        ("hal opener --on sun", "Gave opener to Hal, Sun 1 Jun 2025"),
        ("hal resource --value 20", "Gave resource to Hal, 20, Mon 2 Jun 2025"),
        (
            "Bo Roe tip --new",
            "Added Bo Roe (bo-roe)\nGave tip to Bo Roe, Mon 2 Jun 2025",
        ),
    ],
)
def test_what_was_given_is_said_back(netlog: Netlog, line: str, said: str) -> None:
    """With the resolved day; there is nothing to trace, and nobody to thank."""
    assert netlog(f"gave {line}") == (0, f"{said}\n", "")
    assert netlog("due --json").data["thank"] == []


def test_the_answer_in_json(netlog: Netlog) -> None:
    """Everything that was written."""
    said = netlog("gave Hal resource the book --value 20 --on sun --json")
    assert without_uids(said.data) == {
        "entry": 1,
        "way": "gave",
        "kind": "resource",
        "text": "the book",
        "date": "2025-06-01",
        "value": "20.00",
        "currency": None,
        "touch": None,
        "introduction": None,
        "they_called": False,
        "person": person("hal", "Hal"),
        "who": None,
        "to_thank": [],
    }


def test_a_client_sent_to_somebody_is_introduced_by_me(netlog: Netlog) -> None:
    """The mirror of a client whom somebody sent: added, and introduced to them."""
    before = kept(netlog.db)
    said = netlog("gave Hal referral --who 'Peter Park' --on sun")
    assert said == (
        0,
        (
            "Gave referral to Hal, Sun 1 Jun 2025\n"
            "Added Peter Park; I introduced them to Hal\n"
        ),
        "",
    )
    (made,) = netlog("show peter --json").data["introductions"]
    assert (made["introducer"], made["people"], made["state"], made["date"]) == (
        "me",
        ["hal", "peter-park"],
        "made",
        "2025-06-01",
    )
    netlog("undo")
    assert kept(netlog.db) == before


def test_two_who_were_introduced_are_so_once(netlog: Netlog) -> None:
    """By me; that Zoe brought one of them to me is another introduction."""
    for _ in range(2):
        assert netlog("gave Zoe Park referral --who Hal").code == 0
    made = netlog("show hal --json").data["introductions"]
    assert [(one["introducer"], one["people"]) for one in made] == [
        ("zoe-park", ["me", "hal"]),
        ("me", ["zoe-park", "hal"]),
    ]


def test_what_was_given_is_no_touch(netlog: Netlog) -> None:
    """The last contact stays as it is."""
    netlog("gave hal advice")
    shown = netlog("show hal --json").data
    assert (shown["last_contact"], shown["touches"]) == (None, [])


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("hal praise", 2),
        ("hal", 2),
        ("me tip", 2),
        ("hal tip --who Zoe", 2),
        ("hal referral --who Hal", 2),
        ("hal tip --value much", 2),
        ("hal tip --on tomorrow", 2),
        ("hal tip --from touch:1", 2),
        ("hal tip --they-called", 2),
        ("Nobody tip", 3),
    ],
)
def test_what_cannot_be_is_refused(netlog: Netlog, line: str, code: int) -> None:
    """One sentence, one piece of advice, and not a row is changed."""
    before = kept(netlog.db)
    said = netlog(f"gave {line}")
    assert (said.code, said.out, len(said.err.splitlines())) == (code, "", 2)
    assert kept(netlog.db) == before
