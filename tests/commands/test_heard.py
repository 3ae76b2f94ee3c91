"""netlog heard: they answered, or got in touch."""

import pytest
from tests.commands.said import kept, person, without_uids
from tests.running import Netlog, told


@pytest.fixture(autouse=True)
def _sent(netlog: Netlog) -> None:
    """Zoe was written to twice, once together with Hal."""
    told(
        netlog,
        "add Hal",
        "add Zoe --via hal --on 2025-05-01",
        "log zoe hal -k email --on 2025-05-10",
        "log zoe -k email --on 2025-05-20",
    )


def answers(netlog: Netlog, who: str) -> list[tuple[str, str, str | None]]:
    """The touches of somebody: kind, what they answered, and when."""
    touches = netlog(f"show {who} --json").data["touches"]
    return [(one["kind"], one["answered"], one["answered_on"]) for one in touches]


def test_all_that_was_sent_is_answered(netlog: Netlog) -> None:
    """By them alone, and it is no touch of its own; nothing waits any more."""
    assert netlog("heard Zoe --on yesterday") == (
        0,
        (
            "Heard from Zoe, Sun 1 Jun 2025, in answer to the email of"
            " Sat 10 May 2025 and the email of Tue 20 May 2025\n"
        ),
        "",
    )
    assert answers(netlog, "zoe") == [("email", "yes", "2025-06-01")] * 2
    assert answers(netlog, "hal") == [("email", "sent", None)]
    shown = netlog("show zoe --json").data
    assert (shown["last_heard"], shown["open_tries"]) == ("2025-06-01", 0)


def test_only_what_was_sent_by_then(netlog: Netlog) -> None:
    """What was sent later waits still."""
    told(netlog, "heard zoe --on 2025-05-15")
    assert answers(netlog, "zoe") == [
        ("email", "yes", "2025-05-15"),
        ("email", "sent", None),
    ]


@pytest.mark.parametrize(
    ("line", "said", "kind"),
    [
        ("heard ann", "Logged message from Ann, Mon 2 Jun 2025", "message"),
        ("heard ann -k card", "Logged card from Ann, Mon 2 Jun 2025", "card"),
    ],
)
def test_where_nothing_was_sent_it_is_a_touch(
    netlog: Netlog, line: str, said: str, kind: str
) -> None:
    """One by which they got in touch."""
    told(netlog, "add Ann")
    assert netlog(line).out == f"{said}\n"
    (touch,) = netlog("show ann --json").data["touches"]
    assert (touch["kind"], touch["inbound"], touch["answered"]) == (kind, True, "yes")
    assert f"{kind}, from them\n" in netlog("show ann").out


def test_with_words_it_is_both(netlog: Netlog) -> None:
    """What was sent is answered, and what they said is a touch."""
    said = netlog("heard hal --note 'back in June' --json").data
    assert without_uids(said["person"]) == person("hal", "Hal")
    assert [one["touch"] for one in said["answered"]] == [1]
    assert (said["touch"]["note"], said["touch"]["inbound"]) == ("back in June", True)


def test_undo_takes_it_back(netlog: Netlog) -> None:
    """Row for row."""
    before = kept(netlog.db)
    told(netlog, "heard zoe", "undo")
    assert kept(netlog.db) == before
