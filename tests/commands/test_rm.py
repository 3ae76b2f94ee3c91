"""netlog rm: somebody, or an entry, is taken out."""

import pytest
from tests.commands.said import kept, person, without_uids
from tests.running import Netlog


@pytest.fixture(autouse=True)
def _network(netlog: Netlog) -> None:
    """Hal and Zoe at one table, Dorie introduced by Hal, a promise to each."""
    netlog("add Hal --tag hr --phone 0123")
    netlog("add Zoe")
    netlog("log hal zoe --on 2025-05-20 --promise tea --introduce")
    netlog("log hal -k call --on 2025-05-30")
    netlog("add Dorie --via hal --on 2025-05-01")
    netlog("skip hal")


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
        ("--touch 2", "touch 2", "touches"),
        ("--intro 1", "introduction 1", "introductions"),
        ("--promise 1", "promise 1", "promises"),
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
