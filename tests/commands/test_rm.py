"""netlog rm: somebody, or an entry, is taken out."""

import pytest
from tests.commands.said import kept, person, without_uids
from tests.running import Netlog, told


@pytest.fixture(autouse=True)
def _network(netlog: Netlog) -> None:
    """Hal and Zoe at one table, Dorie introduced by Hal, a promise to each, a tip."""
    told(
        netlog,
        "add Hal --tag hr --phone 0123",
        "add Zoe",
        "log hal zoe --on 2025-05-20 --promise tea --introduce",
        "log hal -k call --on 2025-05-30",
        "add Dorie --via hal --on 2025-05-01",
        "got hal tip --on 2025-05-30",
        "skip hal",
    )


def test_somebody_goes_with_all_that_is_theirs_alone(netlog: Netlog) -> None:
    """What they shared stays with the others."""
    assert netlog("rm hal") == (0, "Took out Hal: netlog undo brings it back\n", "")
    assert netlog("show hal").code == 3
    zoe = netlog("show zoe --json").data
    assert [one["kind"] for one in zoe["touches"]] == ["coffee"]
    assert (zoe["introductions"], len(zoe["promises"])) == ([], 1)
    assert netlog("show dorie --json").data["introductions"] == []
    assert netlog("info --json").data["counts"] == {
        "people": 2,
        "touches": 1,
        "introductions": 0,
        "promises": 1,
        "given and got": 0,
    }


def test_undo_brings_everything_back(netlog: Netlog) -> None:
    """Every row, as it was."""
    before = kept(netlog.db)
    netlog("rm hal")
    netlog("undo")
    assert kept(netlog.db) == before


@pytest.mark.parametrize(
    ("option", "said", "sort"),
    [
        ("--touch 2", "touch 2: call with Hal, Fri 30 May 2025", "touches"),
        (
            "--intro 1",
            "introduction 1: I introduced Hal and Zoe, Tue 20 May 2025 (met)",
            "introductions",
        ),
        ("--promise 1", "promise 1: tea, for Hal, by Mon 9 Jun 2025", "promises"),
        ("--entry 1", "entry 1: got tip from Hal, Fri 30 May 2025", "entries"),
    ],
)
def test_an_entry_goes(netlog: Netlog, option: str, said: str, sort: str) -> None:
    """By its number; the person stays."""
    before = netlog("show hal --json").data[sort]
    answer = netlog(f"rm {option}")
    assert answer.out == f"Took out {said}: netlog undo brings it back\n"
    after = netlog("show hal --json").data[sort]
    assert [one for one in before if one not in after] != []
    assert len(after) == len(before) - 1


def test_last_contact_and_plan_follow(netlog: Netlog) -> None:
    """A touch logged wrongly: what was derived from it goes with it."""
    netlog("rm --touch 2")
    assert netlog("show hal --json").data["last_contact"] == "2025-05-20"
    netlog("rm --touch 1")
    for who in ("hal", "zoe"):
        shown = netlog(f"show {who} --json").data
        assert (shown["last_contact"], shown["last_sitdown"]) == (None, None)
    plan = netlog("due --json").data
    assert "zoe" in [one["handle"] for one in plan["new"] + plan["alternates"]]


def test_the_answer_in_json(netlog: Netlog) -> None:
    """Who or what was taken out."""
    said = netlog("rm --touch 1 --json").data
    assert said == {"what": "touch", "number": 1}
    assert without_uids(netlog("rm hal --json").data) == {
        "person": person("hal", "Hal")
    }


@pytest.mark.parametrize("line", ["rm", "rm hal --touch 1", "rm --touch 1 --intro 1"])
def test_it_must_be_clear_what_goes(netlog: Netlog, line: str) -> None:
    """One person or one entry; exit 2, and nothing is changed."""
    before = kept(netlog.db)
    assert netlog(line).code == 2
    assert kept(netlog.db) == before


def test_there_is_nobody_to_take_out(netlog: Netlog) -> None:
    """Exit 3 for somebody and for an entry that is not there; me stays."""
    codes = [netlog(f"rm {what}").code for what in ("Nobody", "--touch 9", "me")]
    assert codes == [3, 3, 2]


@pytest.mark.parametrize(
    ("who", "origin", "gone", "field"),
    [
        ("zoe", "touch:1", "--touch 1", "touch"),
        ("dorie", "intro:2", "--intro 2", "introduction"),
    ],
)
def test_what_came_of_it_stays(
    netlog: Netlog, who: str, origin: str, gone: str, field: str
) -> None:
    """Without what it came of; undo brings both back as they were."""
    number = netlog(f"got {who} tip --from {origin} --json").data["entry"]
    before = kept(netlog.db)
    (entry,) = netlog(f"show {who} --json").data["entries"]
    assert netlog(f"rm {gone}").code == 0
    (left,) = netlog(f"show {who} --json").data["entries"]
    assert (left["entry"], left[field]) == (number, None)
    assert left == entry | {field: None}
    netlog("undo")
    assert kept(netlog.db) == before


def test_whoever_is_gone_is_not_to_be_thanked(netlog: Netlog) -> None:
    """Nor is what they brought; what others brought stays."""
    netlog("got dorie interview")
    netlog("got dorie referral --who hal")
    before = kept(netlog.db)
    assert netlog("rm hal").code == 0
    shown = netlog("show dorie --json").data["entries"]
    assert [one["kind"] for one in shown] == ["interview", "referral"]
    waiting = netlog("due --json").data["thank"]
    assert [(one["handle"], one["outcomes"]) for one in waiting] == [("dorie", [2, 3])]
    netlog("undo")
    assert kept(netlog.db) == before


def test_an_outcome_goes_with_its_thanks(netlog: Netlog) -> None:
    """Nobody waits for what did not happen, and who was thanked is not kept either."""
    netlog("got dorie interview")
    netlog("thank dorie")
    before = kept(netlog.db)
    assert len(before["thank"]) == 3
    netlog("rm --entry 2")
    assert [row[2] for row in kept(netlog.db)["thank"]] == [1]
    assert netlog("thank dorie").code == 5
    netlog("undo")
    assert kept(netlog.db) == before
