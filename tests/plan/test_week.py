"""The plan of one week: slot by slot, and everybody once where they compete."""

import pytest
from tests.plan.builders import Network, ago, handles, later
from tests.running import InProcess

from netlog.plan.week import slot_of

KEYS = [
    *("week", "lens", "promises", "follow_up", "new", "alternates", "ask", "new_done"),
    *("keep", "reconnect", "stuck", "thank", "numbers", "hidden", "counts", "notes"),
]
BRIEF = {"uid", "handle", "name", "text", "next"}
SCORED = {*BRIEF, "score", "terms"}
TERM = {"name", "measure", "weight", "points", "text", "source"}


@pytest.fixture
def network() -> Network:
    """Somebody for every slot."""
    made = Network()
    made.add("hal", known=True, every="3m", note="plays chess", starts_on=ago(400))
    made.add("ada", "bea", "zoe", via="hal", on=ago(20))
    made.add("old", known=True, details={"email": "old@example.org"})
    made.log("old", kind="call", on=ago(800), note="moved to Rome")
    made.log("bea", kind="event", on=ago(3), note="a talk\non bees")
    made.tries("zoe", ago(9), ago(8))
    made.promise("hal", "a book", later(days=1))
    return made


def test_every_slot_has_its_line(network: Network) -> None:
    """In one plan."""
    plan = network.plan()
    assert {
        "promises": handles(plan.promises),
        "follow_up": handles(plan.follow_up),
        "new": handles(plan.new.pick),
        "keep": handles(plan.keep),
        "reconnect": handles(plan.reconnect),
        "stuck": handles(plan.stuck),
    } == {
        "promises": ["hal"],
        "follow_up": ["bea"],
        "new": ["bea"],
        "keep": ["hal"],
        "reconnect": ["old"],
        "stuck": ["zoe"],
    }
    assert plan.is_due


def test_a_line_says_how_to_reach_them_and_what_was_last_said(network: Network) -> None:
    """The first line of the last note of a touch, else what is noted of the person."""
    plan = network.plan()
    (old,), (hal,), (bea,) = plan.reconnect, plan.keep, plan.follow_up
    assert (old.said, [one.value for one in old.details]) == (
        "moved to Rome",
        ["old@example.org"],
    )
    assert (hal.said, bea.said) == ("plays chess", "a talk")


def test_a_long_note_is_told_by_its_beginning(network: Network) -> None:
    """The plan is a page, not a diary."""
    network.edit("hal", note="word " * 60)
    (hal,) = network.plan().keep
    assert len(hal.said) <= 122
    assert hal.said.startswith("word word")
    assert hal.said.endswith("word …")


def test_of_very_many_only_the_first_fifty_are_told_in_full() -> None:
    """Nobody reads them all: beyond that no address and no note."""
    network = Network(keep=1000)
    names = [f"p{number:02}" for number in range(52)]
    email = {"email": "all@example.org"}
    network.add(*names, known=True, every="1m", note="likes tea", details=email)
    network.log(*names, kind="call", on=ago(100))
    lines = network.plan().keep
    assert [(line.said, len(line.details)) for line in lines] == [
        *[("likes tea", 1)] * 50,
        *[("", 0)] * 2,
    ]
    assert all(line.text and line.next and line.terms for line in lines)


def test_somebody_stands_once_in_new_keep_and_reconnect(network: Network) -> None:
    """In the first that has them; the other slots may repeat them."""
    network.edit("old", every="1m")
    network.edit("bea", every="1d")
    plan = network.plan()
    assert handles(plan.follow_up) == handles(plan.new.pick) == ["bea"]
    assert set(handles(plan.keep)) == {"hal", "old"}
    assert plan.reconnect == ()
    places = {name: slot_of(network.person(name).id, plan) for name in ("bea", "hal")}
    assert places == {"bea": "new", "hal": "keep"}
    assert slot_of(network.person("zoe").id, plan) == ""


def test_the_same_day_gives_the_same_plan(network: Network) -> None:
    """Nothing is drawn by chance."""
    assert network.plan() == network.plan()


def test_another_week_is_seen_from_its_monday(network: Network) -> None:
    """What falls due by its Sunday, who waits by then."""
    plan = network.plan(network.context().week.next())
    assert plan.context.today == later(weeks=1)
    assert plan.promises[0].text == "a book, waiting 6 days"


def test_nothing_to_do_is_not_due() -> None:
    """Whom to ask for an introduction is no duty."""
    network = Network()
    network.add("ada", known=True)
    network.log("ada", kind="call", on=ago(9))
    plan = network.plan()
    assert plan.new.ask is not None
    assert not plan.is_due


def test_the_plan_in_json_has_what_was_promised(netlog: InProcess) -> None:
    """Every key, every person with uid, handle, name, text and next; points add up."""
    netlog("add Hal --every 1d --kind client")
    netlog("add Old --known")
    netlog("log Old -k call --on 2023-01-01")
    netlog("log Hal -k call --on 2025-05-01")
    for name in ("Ada", "Bea", "Cal", "Zoe"):
        netlog(f"add {name} --via Hal --on 2025-05-30")
    netlog("log zoe -k call --no-answer")
    netlog("log zoe -k call --no-answer")
    netlog('promise hal "a book" --by tomorrow')
    data = netlog("due --json").data
    assert list(data) == KEYS
    assert (data["week"], data["lens"]) == ("2025-W23", "focused")
    plain = [*data["promises"], *data["follow_up"], *data["stuck"]]
    scored = [one for slot in KEYS[4:6] + KEYS[8:10] for one in data[slot]]
    assert len(plain) == 5
    assert len(scored) == 5
    assert all(set(one) >= BRIEF for one in plain)
    assert all(set(one) >= SCORED for one in scored)
    assert all(set(term) == TERM for one in scored for term in one["terms"])
    for one in scored:
        assert one["score"] == round(sum(t["points"] for t in one["terms"]), 3)
    assert set(data["counts"]) == {"people", "eligible", "not_due", "hidden"}


def test_an_introduction_of_long_ago_is_told_in_full(netlog: InProcess) -> None:
    """Nobody is called Alisa: exit 3, and how to add both; then Dorie is the pick."""
    alone = netlog("add Dorie --via Alisa")
    assert alone.code == 3
    assert "--new-via" in alone.err
    netlog("add Alisa")
    assert netlog("add Dorie --via Alisa --on 2025-04-01").code == 0
    (pick,) = netlog("due --json").data["new"]
    assert pick["text"] == "introduced by Alisa 62 days ago, never met"
    page = netlog("due").out
    assert "- Dorie — introduced by Alisa 62 days ago, never met" in page


def test_a_touch_of_two_months_ago_leaves_a_later_contact(netlog: InProcess) -> None:
    """Back-dated, it never moves the last contact back."""
    netlog("add Ann")
    netlog("log Ann -k call --on 2025-05-20")
    netlog("log Ann -k coffee --on 2025-04-02")
    assert netlog("show Ann --json").data["last_contact"] == "2025-05-20"


def test_who_is_hidden_is_said_in_the_last_line(netlog: InProcess) -> None:
    """How many, and why."""
    for name in ("Ada", "Bea", "Cal", "Dan"):
        netlog(f"add {name}")
    netlog("rest Ada")
    netlog("snooze Bea 2025-07-01")
    netlog("snooze Cal 2025-07-01")
    page = netlog("due").out.rstrip().splitlines()
    assert page[-1] == "hidden: 1 resting, 2 snoozed"
    assert netlog("due --json").data["hidden"] == {"resting": 1, "snoozed": 2}
