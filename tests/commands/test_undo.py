"""netlog undo: the last change is taken back, whatever it was."""

import pytest
from tests.commands.said import kept
from tests.running import Netlog, told

WRITING = [
    "add Ann Lee",
    "add Ann --via 'Bo Roe' --new-via --met --promise tea -k client --tag hr",
    "add Ann --via hal --at Union --url https://ann.example --birthday '21 may'",
    "log hal",
    "log Nobody Anybody --new",
    "log hal zoe -k lunch --at Union --note hm --promise tea --introduce --on sun",
    "log hal --names 'Zoe, Ann, Bo'",
    "log hal -k call --no-answer",
    "log dorie --on 2025-03-01",
    "intro zoe --by hal",
    "intro zoe hal",
    "intro dorie --by alisa --state dropped --inbound",
    "intro Ann Bo --by Cy --new",
    "got hal interview the column --value 49.90 --they-called --on sun",
    "got hal tip --from touch:2",
    "got dorie client --from intro:1 --value 5000",
    "got hal referral --who 'Peter Park' --on sun",
    "got hal referral --who zoe",
    "got Ann tip --new",
    "gave hal referral --who Peter --value 5",
    "gave dorie tip",
    "thank alisa --on sun",
    "thank dorie",
    "log dorie --got tip --gave advice:yes --guess maybe",
    "add Ann --via hal --gave tip:go --on sun",
    "edit --entry 1 --on 2025-03-01 --kind tip --text x --value none --they-called",
    "rm --entry 1",
    "rm --entry 2",
    "promise hal tea --by fri",
    "promise Ann tea --new",
    "done 1",
    "done 1 --drop --on yesterday",
    "swap",
    "skip dorie",
    "snooze dorie 2w",
    "rest dorie",
    "wake rested",
    "edit hal --name 'Henry' --org X --every none --kind client --known --no-sell",
    "edit hal --handle henry",
    "edit hal --tag none --email none --note none",
    "edit --touch 1 --on sun --kind call --at Elsewhere --note none --no-answer",
    "edit --intro 1 --on sun --state met --inbound",
    "edit --promise 1 --by 2025-08-01 --text cake",
    "rm dorie",
    "rm hal",
    "rm alisa",
    "rm --touch 1",
    "rm --touch 2",
    "rm --intro 1",
    "rm --intro 2",
    "rm --promise 1",
    "import cards.vcf",
    "import cards.vcf --update --every 3m --kind client --tag fair --known",
]
CARDS = """\
BEGIN:VCARD
FN:Hal Ortega
EMAIL:hal@x.example
TEL:0123
ORG:Other
END:VCARD
BEGIN:VCARD
FN:Ann Lee
END:VCARD
"""


@pytest.fixture(autouse=True)
def _network(netlog: Netlog) -> None:
    """A little of everything, so that every command has something to change."""
    (netlog.home / "cards.vcf").write_text(CARDS, encoding="utf-8")
    told(
        netlog,
        "add Alisa --known",
        "add Hal Ortega -k partner --email hal@x.example --tag hr --note shy",
        "add Dorie --via alisa --on 2025-04-01",
        "add Zoe --met --on 2025-05-20",
        "add Rested",
        "rest rested",
        "log hal alisa --on 2025-05-01 --at Tatte --promise tea",
        "log hal -k call --no-answer --on 2025-05-08",
        "got dorie interview --value 20 --on 2025-05-10",
        "gave dorie advice --on 2025-05-10",
        "got hal tip --from touch:2 --on 2025-05-10",
        "got hal referral --who Kim --on 2025-05-10",
        "thank hal",
        "due",
    )


@pytest.mark.parametrize("line", WRITING)
def test_undo_brings_back_exactly_what_was(netlog: Netlog, line: str) -> None:
    """Every row of every table; redo does it again; undo takes it back again."""
    before, plan = kept(netlog.db), netlog("due --json").data
    assert netlog(line).code == 0
    after = kept(netlog.db)
    assert after != before
    assert netlog("undo").out.startswith("Took back: netlog ")
    assert kept(netlog.db) == before
    assert netlog("due --json").data == plan
    assert netlog("redo").out.startswith("Did again: netlog ")
    assert kept(netlog.db) == after
    netlog("undo")
    assert kept(netlog.db) == before


def test_all_the_way_back_and_forth(netlog: Netlog) -> None:
    """Every change is undone one by one, then redone one by one: equal each time."""
    states = [kept(netlog.db)]
    for line in (
        "log zoe --names Ann",
        "edit zoe --handle z",
        "rm hal",
        "intro z --by ann",
    ):
        netlog(line)
        states.append(kept(netlog.db))
    for state in reversed(states[:-1]):
        netlog("undo")
        assert kept(netlog.db) == state
    for state in states[1:]:
        netlog("redo")
        assert kept(netlog.db) == state


def test_what_was_taken_back_is_said(netlog: Netlog) -> None:
    """The command as it was typed, quotes and all."""
    netlog("add Ann --note 'a b'")
    assert netlog("undo") == (0, "Took back: netlog add Ann --note 'a b'\n", "")


def test_the_answer_in_json(netlog: Netlog) -> None:
    """Which change, and its command."""
    netlog("rest zoe")
    assert netlog("undo --json").data == {
        "change": 14,
        "command": "rest zoe",
        "at": "2025-06-02T12:00:00+00:00",
    }


def test_there_is_an_end_to_it(netlog: Netlog) -> None:
    """When all is taken back: exit 5, nobody is left."""
    while netlog("undo").code == 0:
        pass
    assert netlog("undo") == (
        5,
        "",
        "netlog: There is nothing to undo.\nnetlog history shows it all.\n",
    )
    assert netlog("list").out == ""


def test_undo_of_something_else_leaves_the_swap(netlog: Netlog) -> None:
    """The pick stays swapped."""
    netlog("swap")
    pick = netlog("due --json").data["new"]
    netlog("add Ann")
    netlog("undo")
    assert netlog("due --json").data["new"] == pick
