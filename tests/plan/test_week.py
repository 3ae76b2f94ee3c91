"""The plan of one week: slot by slot, and everybody once where they compete."""

from typing import Any

import pytest
from tests.plan.builders import Network, ago, handles, later
from tests.running import InProcess

from netlog.plan.week import slot_of

KEYS = [
    *("week", "lens", "new", "new_done", "alternates", "now", "ask", "booked"),
    *("promises", "follow_up", "keep", "reconnect", "no_answer", "days", "ask_back"),
    *("thank", "phone", "more", "hidden", "counts", "numbers", "notes"),
]
PLAIN = ("promises", "follow_up", "no_answer", "days", "phone")
SCORED_SLOTS = ("new", "alternates", "keep", "reconnect")
BRIEF = {"uid", "handle", "name", "text", "next"}
SCORED = {*BRIEF, "score", "terms"}
TERM = {"name", "measure", "weight", "points", "text", "source"}


@pytest.fixture
def network() -> Network:
    """Somebody for every slot."""
    made = Network()
    made.add("hal", no_sell=True, every="3m", note="plays chess", starts_on=ago(400))
    made.add("ada", "bea", "zoe", via="hal", on=ago(200))
    made.add("old", no_sell=True, details={"email": "old@example.org"})
    made.log("old", kind="call", on=ago(800), note="moved to Rome")
    made.log("old", kind="email", on=ago(790), note="my own words")
    made.log("bea", kind="event", on=ago(3), note="a talk\non bees")
    made.sends("zoe", ago(9))
    made.add("phil", source="contacts", no_sell=True, birthday="--06-04")
    made.add("dot", no_sell=True, every="1y")
    made.log("dot", kind="email", on=ago(9))
    made.book("dot", on=later(days=3))
    made.promise("hal", "a book", later(days=1))
    made.got("dot", "tip")
    return made


def test_every_slot_has_its_line(network: Network) -> None:
    """In one plan."""
    plan = network.plan()
    assert {
        "booked": handles(plan.booked),
        "promises": handles(plan.promises),
        "follow_up": handles(plan.follow_up),
        "new": handles(plan.new.pick),
        "keep": handles(plan.keep),
        "reconnect": handles(plan.reconnect),
        "no_answer": handles(plan.no_answer),
        "days": handles(plan.days),
        "thank": handles(plan.thank),
        "phone": handles(plan.phone),
    } == {
        "booked": ["dot"],
        "promises": ["hal"],
        "follow_up": ["bea"],
        "new": ["ada"],
        "keep": ["hal"],
        "reconnect": ["old"],
        "no_answer": ["zoe"],
        "days": ["phil"],
        "thank": ["dot"],
        "phone": ["phil"],
    }
    assert plan.is_due


def test_a_line_says_how_to_reach_them_and_what_was_last_said(network: Network) -> None:
    """What is noted of them, else at the last meeting or word; never my own words."""
    plan = network.plan()
    (old,), (hal,), (bea,) = plan.reconnect, plan.keep, plan.follow_up
    assert (old.said, [detail.value for detail in old.details]) == (
        "moved to Rome",
        ["old@example.org"],
    )
    assert (hal.said, bea.said) == ("plays chess", "a talk")


def test_a_note_of_mine_does_not_hide_what_was_said() -> None:
    """Whatever I wrote last; what they wrote may."""
    network = Network()
    network.add("rob")
    network.log("rob", kind="call", on=ago(9), note="needs a bookkeeper in June")
    network.log("rob", kind="message", on=ago(8), note="nice to meet you")
    assert network.plan().new.pick[0].said == "needs a bookkeeper in June"
    network.log(
        "rob", kind="message", on=ago(7), note="in July", answered="yes", inbound=True
    )
    assert network.plan().new.pick[0].said == "in July"
    network.edit("rob", note="a bookkeeper")
    assert network.plan().new.pick[0].said == "a bookkeeper"


def test_a_line_has_the_words_of_the_introducer(network: Network) -> None:
    """Of the last one who had any, unless it was dropped; their first line."""
    network.introduce("ada", by="hal", words="knows bees\nand more", on=ago(200))
    assert network.plan().new.pick[0].words == "knows bees"
    network.introduce("ada", by="dot", on=ago(100), words="keeps bees")
    assert network.plan().new.pick[0].words == "keeps bees"
    network.introduce("ada", by="dot", on=ago(100), state="dropped")
    assert network.plan().new.pick[0].words == "knows bees"


def test_sizes_cut_off_and_say_how_many(network: Network) -> None:
    """Whatever the slot; JSON and the page have the same."""
    sizes: dict[str, Any] = dict.fromkeys(
        ("follow_up", "keep", "no_answer", "thank", "days"), 0
    )
    network.settings = network.settings._replace(**sizes)
    plan = network.plan()
    assert plan.more == dict.fromkeys(sizes, 1)
    assert (plan.follow_up, plan.keep, plan.no_answer) == ((), (), ())


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
    network.add(*names, no_sell=True, every="1m", note="likes tea", details=email)
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
    network.edit("ada", every="1d")
    network.promise("ada", "a name", later(days=1))
    plan = network.plan()
    assert handles(plan.promises)[-1:] == handles(plan.new.pick) == ["ada"]
    assert set(handles(plan.keep)) == {"hal", "old"}
    assert plan.reconnect == ()
    places = {name: slot_of(network.person(name).id, plan) for name in ("ada", "hal")}
    assert places == {"ada": "new", "hal": "keep"}
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
    """Everybody was spoken to lately, and both coffees are booked."""
    network = Network()
    network.add("ada", no_sell=True, every="1y")
    network.log("ada", kind="call", on=ago(9))
    network.asked("ada")
    network.log("ada", kind="call")
    plan = network.plan()
    assert (plan.new.pick, plan.new.ask, plan.is_due) == ((), None, False)


def test_the_plan_in_json_has_what_was_promised(netlog: InProcess) -> None:
    """Every key, every person with uid, handle, name, text and next; points add up."""
    netlog("add Hal --every 1d --no-sell")
    netlog("add Old --no-sell --birthday 2000-06-04")
    netlog("log Old -k call --on 2023-01-01")
    netlog("log Hal -k call --on 2025-05-01")
    netlog("add Phil --known --no-sell")
    for name in ("Ada", "Bea", "Cal", "Zoe"):
        netlog(f"add {name} --via Hal --on 2025-05-20")
    netlog("log zoe -k email --on 2025-05-25")
    netlog('promise hal "a book" --by tomorrow')
    data = netlog("due --json").data
    assert list(data) == KEYS
    assert (data["week"], data["lens"]) == ("2025-W23", "focused")
    plain = [each for slot in PLAIN for each in data[slot]]
    scored = [each for slot in SCORED_SLOTS for each in data[slot]]
    assert [len(data[slot]) for slot in PLAIN] == [1, 3, 1, 1, 1]
    assert [len(data[slot]) for slot in SCORED_SLOTS] == [1, 2, 1, 1]
    assert all(set(each) >= BRIEF for each in plain)
    assert all(set(each) >= SCORED for each in scored)
    assert all(set(term) == TERM for each in scored for term in each["terms"])
    for each in scored:
        assert each["score"] == round(sum(t["points"] for t in each["terms"]), 3)
    assert set(data["counts"]) == {"people", "eligible", "not_due", "hidden"}
    assert data["new"][0]["week"] == "2025-W23"


def test_an_introduction_of_long_ago_is_told_in_full(netlog: InProcess) -> None:
    """Nobody is called Alisa: exit 3, and how to add both; then Dorie is the pick."""
    alone = netlog("add Dorie --via Alisa")
    assert alone.code == 3
    assert "--new-via" in alone.err
    netlog("add Alisa")
    assert netlog("add Dorie --via Alisa --on 2025-04-01").code == 0
    (pick,) = netlog("due --json").data["new"]
    assert pick["text"] == "introduced by Alisa 62 days ago"


def test_a_touch_of_two_months_ago_leaves_a_later_contact(netlog: InProcess) -> None:
    """Back-dated, it never moves the last contact back."""
    netlog("add Ann")
    netlog("log Ann -k call --on 2025-05-20")
    netlog("log Ann -k coffee --on 2025-04-02")
    assert netlog("show Ann --json").data["last_contact"] == "2025-05-20"


def test_who_is_hidden_is_counted(netlog: InProcess) -> None:
    """How many, and why."""
    for name in ("Ada", "Bea", "Cal", "Dan"):
        netlog(f"add {name}")
    netlog("rest Ada")
    netlog("snooze Bea 2025-07-01")
    netlog("snooze Cal 2025-07-01")
    assert netlog("due --json").data["hidden"] == {"resting": 1, "snoozed": 2}


def test_the_first_weeks_of_three_people_and_strangers() -> None:
    """Zoe, then Susan; Hal is whom to ask, and never the pick; then strangers."""
    network = Network()
    network.add("hal")
    network.add("zoe", via="hal", on=ago(2))
    network.add("susan")
    network.add(*(f"s{number}" for number in range(50)), source="linkedin")
    for week, expected in enumerate((["zoe", "susan"], ["susan"])):
        slot = network.due(later(weeks=week)).new
        assert handles(slot.pick + slot.alternates) == expected
        assert slot.ask is None
        network.log(expected[0])
        network.log(expected[0], kind="card")
    slot = network.due(later(weeks=2)).new
    assert slot.ask
    assert slot.ask.person.handle == "hal"
    names = handles(slot.pick + slot.alternates)
    assert len([name for name in names if name.startswith("s")]) == 3


@pytest.mark.parametrize("source", ["contacts", "linkedin", "typed"])
def test_whoever_comes_in_there_is_a_pick_every_week(source: str) -> None:
    """Fifty of an address book, of LinkedIn, or three by hand."""
    network = Network()
    number = 3 if source == "typed" else 50
    network.add(*(f"p{n}" for n in range(number)), source=source)
    for week in range(3):
        slot = network.due(later(weeks=week)).new
        (pick,) = slot.pick
        assert pick.next.startswith(f"netlog log {pick.person.handle} -k ")
        network.log(pick.person.handle)


def test_once_the_one_offer_is_met_strangers_come_up() -> None:
    """A thousand of them and one who was offered: she is the pick, then they are."""
    network = Network()
    network.add("hal", no_sell=True, every="1y")
    network.log("hal", kind="call", on=ago(30))
    network.add(*(f"s{number}" for number in range(200)), source="linkedin")
    network.add("ada", source="linkedin")
    network.introduce("ada", by="hal", on=ago(20), state="offered")
    slot = network.due().new
    assert handles(slot.pick + slot.alternates) == ["ada"]
    assert slot.pick[0].next == "netlog log hal -k message"
    network.introduce("ada", by="hal", on=ago(0))
    network.log("ada", on=later(days=2))
    slot = network.due(later(weeks=1)).new
    assert (slot.ask.person.handle if slot.ask else "") == "hal"
    assert len(slot.alternates) == 2
    assert slot.pick[0].next.endswith("-k message")
