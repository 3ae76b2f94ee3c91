"""netlog due: the plan of a week, as it is read and as it is asked for."""

import pytest
from tests.commands.said import without_uids
from tests.running import Netlog, Ran, told

FIRST = """\
Week 23 · Mon 2 Jun 2025 to Sun 8 Jun 2025 · focused

Coffee with someone new
- Nobody yet.
- Begin with somebody you met: · netlog add NAME --at PLACE
- with the people you know: · netlog import contacts.vcf
- or with a sample network to look at: · netlog demo

This week's numbers
- 0 of 50 coffees with someone new this year
"""
PAGE = """\
Week 23 · Mon 2 Jun 2025 to Sun 8 Jun 2025 · focused

Promises
- Hal Ortega — a good mover, waiting 1 day · +1 617 555 0118 · “son takes over” · netlog done 1

Follow up
- Susan — met yesterday, nothing sent since · “trainer” · netlog log susan -k note

Coffee with someone new
- Susan — met by chance yesterday, no coffee yet · “trainer” · netlog log susan -k coffee
- or Dorie — introduced by Alisa 62 days ago, never met · netlog swap
- or Abe — nobody in between yet, never met

Keep in touch
- Hal Ortega — 62 days since the last contact, wanted every month · +1 617 555 0118 · “son takes over” · netlog log hal-ortega -k call

Reconnect
- Lars — last contact 1 Jan 2023, in touch once · netlog log lars -k message

Stuck introductions
- Zoe — 2 tries, no answer, introduced by Hal Ortega: find out what they stand to lose or to gain, then write once more about that · netlog log zoe -k email

This week's numbers
- 0 of 50 coffees with someone new this year, 0 of 1 promises kept on time

hidden: 1 stuck (see above)
"""  # noqa: E501 (a page in a pipe is not wrapped)
KEYS = [
    "week", "lens", "promises", "follow_up", "new", "alternates", "ask", "new_done",
    "keep", "reconnect", "stuck", "thank", "numbers", "hidden", "counts", "notes",
]  # fmt: skip


def test_bare_netlog_is_due(netlog: Netlog) -> None:
    """On a fresh machine both say how to begin, exit 0, and make no file."""
    assert netlog() == netlog("due") == (0, FIRST, "")
    assert list(netlog.home.iterdir()) == []


def test_with_options_it_is_due_too(netlog: Netlog) -> None:
    """As in netlog --json, which is netlog due --json."""
    assert netlog("--json") == netlog("due --json")
    assert netlog("--today 2025-06-09").out.startswith("Week 24 · Mon 9 Jun 2025")


@pytest.fixture
def monday(netlog: Netlog) -> Netlog:
    """A network in which every slot has something to ask for."""
    told(
        netlog,
        "add Alisa --known",
        "add Hal Ortega --known --every 1m --phone '+1 617 555 0118'",
        "log hal -k call --on 2025-04-01 --note 'son takes over'",
        "promise hal a good mover --by 2025-06-01 --today 2025-05-20",
        "add Dorie --via Alisa --on 2025-04-01",
        "add Zoe --via Hal --on 2025-05-01",
        "log Zoe -k call --no-answer --on 2025-05-10",
        "log Zoe -k email --no-answer --on 2025-05-20",
        "add Susan --met --on yesterday --note trainer",
        "add Lars --known",
        "log Lars --on 2023-01-01 -k email",
        "add Abe",
    )
    return netlog


def test_a_page_for_monday(monday: Netlog) -> None:
    """Who, why them, how to reach them, what was said last, what to type next."""
    assert monday("due") == (0, PAGE, "")


def test_every_page_is_records_too(monday: Netlog) -> None:
    """--format plain: slot, handle, name, text, next; the pick has its command."""
    lines = monday("due --format plain").out.splitlines()
    records = [line.split("\t") for line in lines]
    assert {len(record) for record in records} == {5}
    assert [record[:2] for record in records] == [
        ["promises", "hal-ortega"],
        ["follow_up", "susan"],
        ["new", "susan"],
        ["alternate", "dorie"],
        ["alternate", "abe"],
        ["keep", "hal-ortega"],
        ["reconnect", "lars"],
        ["stuck", "zoe"],
        ["numbers", ""],
    ]
    assert lines[6] == (
        "reconnect\tlars\tLars\tlast contact 1 Jan 2023, in touch once"
        "\tnetlog log lars -k message"
    )


def test_the_keys_are_a_promise(monday: Netlog) -> None:
    """The data has every key that was promised, in a stable order."""
    plan = monday("due --json").data
    assert list(plan) == KEYS
    assert plan["counts"] == {"people": 7, "eligible": 5, "not_due": 1, "hidden": 1}
    assert plan["hidden"] == {"stuck": 1}
    assert plan["week"] == "2025-W23"


def test_everybody_in_it_can_be_pointed_at(monday: Netlog) -> None:
    """uid, handle, name, text, next; where there is a score, its terms add up."""
    plan = monday("due --json").data
    slots = ("promises", "follow_up", "new", "alternates", "keep", "reconnect", "stuck")
    for slot in slots:
        for one in plan[slot]:
            assert {"uid", "handle", "name", "text", "next"} <= one.keys()
    for slot in ("new", "alternates", "keep", "reconnect"):
        assert plan[slot]
        for one in plan[slot]:
            assert one["score"] == round(sum(t["points"] for t in one["terms"]), 3)
            assert {
                "name", "measure", "weight", "points", "text", "source",
            } == one["terms"][0].keys()  # fmt: skip


def test_the_stuck_one_has_the_introducer(monday: Netlog) -> None:
    """Two attempts, Hal's name; and no last contact."""
    (stuck,) = without_uids(monday("due --json").data["stuck"])
    assert (stuck["handle"], stuck["attempts"], stuck["introducer"]) == (
        "zoe",
        2,
        "Hal Ortega",
    )
    assert monday("show zoe --json").data["last_contact"] is None


def test_asked_twice_it_says_the_same(monday: Netlog) -> None:
    """The answer is a function of the book and the day."""
    assert monday("due --json") == monday("due --json")


def test_due_is_no_change(monday: Netlog) -> None:
    """The pins stand outside of the journal: undo takes the last command back."""
    monday("due")
    assert monday("undo").out == "Took back: netlog add Abe\n"


def test_another_week_is_not_pinned(monday: Netlog) -> None:
    """--week for another week shows it and remembers nothing."""
    later = monday("due --week 2025-W26").out.splitlines()[0]
    assert later == "Week 26 · Mon 23 Jun 2025 to Sun 29 Jun 2025 · open"
    monday("add Ann --via Alisa --on today")
    (pick,) = monday("due --week 2025-06-25 --json").data["new"]
    assert pick["handle"] == "ann"


def test_the_pick_stays_from_monday_to_sunday(monday: Netlog) -> None:
    """Whatever is added or logged for others in between."""
    first = monday("due --json").data["new"]
    monday("add Ann --via Alisa --on today")
    monday("log Alisa")
    (sunday,) = monday("due --json --today 2025-06-08").data["new"]
    assert (sunday["uid"], sunday["handle"]) == (first[0]["uid"], "susan")


def check(said: Ran) -> tuple[int, str, str]:
    """A code, and that nothing was said."""
    return said.code, said.out, said.err


def test_check_says_nothing(netlog: Netlog) -> None:
    """Exit 10 when something is due, 0 when not."""
    netlog("add Alisa --known")
    assert check(netlog("due --check")) == (0, "", "")
    netlog("add Dorie")
    assert check(netlog("due --check")) == (10, "", "")


def test_quiet_prints_nothing_when_nothing_is_due(netlog: Netlog) -> None:
    """And the whole page when something is."""
    netlog("add Alisa --known")
    assert netlog("due --quiet") == (0, "", "")
    netlog("add Dorie")
    assert netlog("due --quiet") == netlog("due")


def test_all_cuts_nothing_off(netlog: Netlog) -> None:
    """Five are kept in touch with; --all shows every one."""
    for number in range(7):
        netlog(f"add P{number} --known --every 1m --today 2025-01-01")
    assert len(netlog("due --json").data["keep"]) == 5
    assert len(netlog("due --all --json").data["keep"]) == 7


def test_nobody_new_is_left(netlog: Netlog) -> None:
    """Both met within the year: who has introduced somebody is asked for more."""
    netlog("add Alisa")
    netlog("add Dorie --via Alisa --on 2025-01-07")
    netlog("log Alisa --on 2025-02-03")
    netlog("log Dorie --on 2025-02-10")
    plan = netlog("due --json").data
    assert (plan["new"], plan["ask"]["handle"]) == ([], "alisa")
    assert netlog("due").out.splitlines()[2:4] == [
        "Coffee with someone new",
        (
            "- Nobody new is left. Alisa — ask whom you should meet: introduced one"
            " person so far · netlog log alisa -k message --names NAME"
        ),
    ]
