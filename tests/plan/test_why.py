"""Why: what decided about somebody, and the smallest change that would."""

import pytest
from tests.plan.builders import MONDAY, Network, ago, handles, later
from tests.running import InProcess

from netlog.domain.person import ME_ID
from netlog.plan.slots import new
from netlog.plan.why import Why, same_for_all, smallest_change, why
from netlog.repository import introductions
from netlog.repository.change import changing


def asked(network: Network, name: str) -> Why:
    """Why, about somebody."""
    return why(network.person(name), network.plan(), network.inputs())


def change(found: Why) -> str:
    """The smallest change that would bring them in this week."""
    return smallest_change(found, later(days=6))


def slots(found: Why) -> list[tuple[str, int, int, bool]]:
    """Slot, place, among how many, and whether shown."""
    return [(each.slot, each.place, each.of, each.shown) for each in found.reasons]


def said(found: Why) -> list[tuple[str, str]]:
    """Slot and words."""
    return [(each.slot, each.text) for each in found.reasons]


@pytest.fixture
def network() -> Network:
    """Hal, a friend, introduced four people a quarter ago, the later the better."""
    made = Network()
    made.add("hal", no_sell=True, every="1y")
    made.log("hal", kind="call", on=ago(9))
    for number, name in enumerate(("ada", "bea", "cal", "dan")):
        made.add(name, via="hal", on=ago(10 + 10 * number))
        made.introduce(name, by="hal", on=ago(10 + 10 * number))
    made.settings = made.settings._replace(introduced_days=1)
    return made


# New.


def test_the_pick_has_every_term_of_its_sum(network: Network) -> None:
    """Its place, and nothing to be changed."""
    found = asked(network, "ada")
    assert slots(found) == [("new", 1, 4, True)]
    (reason,) = found.reasons
    assert reason.terms == network.plan().new.pick[0].terms
    assert reason.behind == 0
    assert (found.gate, found.lift, change(found)) == ("", "", "")


def test_a_term_that_is_the_same_for_everybody_decides_nothing(
    network: Network,
) -> None:
    """All but freshness, among people whom Hal introduced."""
    (reason,) = asked(network, "dan").reasons
    assert reason.same == (
        *("warmth", "near", "bridge", "named by", "client path", "luck"),
    )
    network.add("eve")
    assert "warmth" not in asked(network, "ada").reasons[0].same


def test_one_alone_differs_from_nobody(network: Network) -> None:
    """Then nothing is the same for everybody."""
    assert same_for_all(network.plan().new.pick) == ()
    assert same_for_all(()) == ()


def test_an_alternate_comes_in_by_swap(network: Network) -> None:
    """Typed, it brings in the first of them."""
    found = asked(network, "bea")
    assert slots(found) == [("new", 2, 4, True)]
    assert (found.alternate, change(found)) == (True, "netlog swap")


def test_who_is_ranked_but_not_shown_knows_how_much_is_missing(
    network: Network,
) -> None:
    """In points, to the last one shown."""
    (reason,) = asked(network, "dan").reasons
    assert (reason.place, reason.of, reason.shown) == (4, 4, False)
    last = network.plan().new.alternates[-1].score
    mine = round(sum(term.points for term in reason.terms), 3)
    assert reason.behind == round(last - mine, 3) > 0


def test_who_is_known_stands_there_where_nobody_connected_is_left() -> None:
    """With strangers behind them."""
    network = Network()
    network.add("kim", known=True, every="9y")
    network.add("sue", source="linkedin")
    assert slots(asked(network, "kim"))[0] == ("new", 1, 2, True)
    assert slots(asked(network, "sue")) == [("new", 2, 2, True)]
    network.add("zoe")
    assert slots(asked(network, "sue")) == [("new", 0, 0, False)]
    assert said(asked(network, "sue")) == [("new", "not drawn this week")]


def test_who_would_have_been_drawn_another_week_is_told_so() -> None:
    """Of 150 strangers 50 are not considered this week."""
    network = Network()
    names = [f"p{number}" for number in range(150)]
    network.add(*names, source="linkedin")
    drawn = {line.person.handle for line in new.last_resorts(network.inputs())}
    out, within = (
        next(n for n in names if (n in drawn) is yes) for yes in (False, True)
    )
    assert said(asked(network, out)) == [("new", "not drawn this week")]
    assert change(asked(network, out)) == f"netlog intro {out} --by WHO"
    assert asked(network, within).reasons[0].of == len(drawn) == 100


def test_where_both_weeks_are_booked_nobody_comes_in(network: Network) -> None:
    """Nothing would change that."""
    network.book("ada", on=later(days=2))
    network.book("bea", on=later(days=9))
    found = asked(network, "cal")
    done = "the coffees of this week and the next are booked or held"
    assert (said(found), change(found)) == ([("new", done)], "")
    assert (asked(network, "ada").gate, asked(network, "ada").lift) == (
        "booked already",
        "netlog book ada --cancel",
    )


# The other slots.


def test_every_slot_that_has_them_is_named(network: Network) -> None:
    """The plain ones too, with what they say."""
    network.settings = network.settings._replace(introduced_days=90)
    network.add("zoe", every="1d", starts_on=ago(90), birthday="--06-05")
    network.introduce("zoe", by="hal", on=ago(2))
    network.promise("zoe", "a book", later(days=1))
    network.got("zoe", "tip")
    pair = (network.person("zoe").id, network.person("dan").id)
    with changing(network.store, network.now, "intro") as made:
        introductions.introduce(made, ME_ID, *pair, ago(30))
    found = asked(network, "zoe")
    assert slots(found) == [
        ("promises", 0, 0, True),
        ("follow_up", 0, 0, True),
        ("days", 0, 0, True),
        ("thank", 0, 0, True),
        ("new", 1, 5, True),
        ("keep", 1, 1, False),
    ]
    assert (
        "ask_back",
        "you introduced zoe 30 days ago: did they meet?",
    ) in said(asked(network, "dan"))


@pytest.mark.parametrize("slot", ["booked", "no_answer", "phone", "reconnect"])
def test_whoever_stands_elsewhere_is_told_where(network: Network, slot: str) -> None:
    """With the words of the page."""
    network.add("kim", known=True, no_sell=True)
    if slot == "booked":
        network.book("kim", on=later(days=3))
    elif slot == "no_answer":
        network.introduce("kim", by="hal", on=ago(100))
        network.sends("kim", ago(9))
    elif slot == "reconnect":
        network.log("kim", kind="call", on=ago(900))
    found = asked(network, "kim")
    assert slot in [reason for reason, *_ in slots(found)]
    (text,) = [text for where, text in said(found) if where == slot]
    shown = next(iter(getattr(network.plan(), slot)))
    assert (text, shown.person.handle) == (shown.text, "kim")


@pytest.mark.parametrize(
    ("every", "days", "text"),
    [
        ("3m", 30, "their cadence ends on Sat 2 Aug 2025"),
        ("", 30, "no cadence is set; they come back by reconnect"),
    ],
)
def test_who_is_not_due_knows_when(
    network: Network, every: str, days: int, text: str
) -> None:
    """The day on which their cadence ends, or that there is none."""
    network.add("kim", known=True, every=every)
    network.log("kim", kind="call", on=ago(days))
    assert said(asked(network, "kim")) == [("keep", text)]
    assert slots(asked(network, "kim")) == [("keep", 0, 0, False)]


def test_who_waits_less_long_than_others_is_told_so() -> None:
    """Of 40 whose cadence has ended ten are considered for the five places."""
    network = Network()
    names = [f"p{number:02}" for number in range(40)]
    network.add(*names, no_sell=True, every="1m")
    for number, name in enumerate(names):
        network.log(name, kind="call", on=ago(100 - number))
    assert handles(network.plan().keep) == names[:5]
    assert slots(asked(network, "p09")) == [("keep", 10, 10, False)]
    assert said(asked(network, "p10")) == [("keep", "others have waited longer")]


def test_who_could_be_the_pick_is_told_of_keep_as_well() -> None:
    """Nothing but others is in the way: a cadence they have brings nobody in."""
    network = Network()
    names = [f"p{number:02}" for number in range(40)]
    network.add(*names, known=True, every="1m")
    for number, name in enumerate(names):
        network.log(name, kind="call", on=ago(100 - number))
    found = asked(network, "p20")
    assert [reason[0] for reason in slots(found)] == ["new", "keep"]
    assert said(found)[1] == ("keep", "others have waited longer")
    assert change(found) == ""


def test_who_is_paused_is_brought_in_by_waking() -> None:
    """It says why, and what is typed does it."""
    network = Network(ago(28))
    network.add("kim", no_sell=True, known=True, every="4w")
    network.log("kim", kind="call", on=ago(100))
    for _ in range(4):
        network.asked("kim", "keep")
        network.live(network.today + (MONDAY - ago(7)))
    found = asked(network, "kim")
    text = "left in peace for some weeks: named or tried in vain"
    assert (said(found), change(found)) == ([("keep", text)], "netlog wake kim")
    network.wake("kim")
    assert handles(network.plan().keep) == ["kim"]


def test_who_was_written_to_waits_for_an_answer(network: Network) -> None:
    """Heard, they are in; after all that may be asked they are left in peace."""
    network.add("zoe", via="hal", on=ago(200))
    network.edit("zoe", known=False, said_known="yes", no_sell=True)
    network.introduce("zoe", by="hal", on=ago(200))
    network.sends("zoe", ago(3))
    found = asked(network, "zoe")
    assert said(found) == [("no_answer", "written to on Fri 30 May 2025")]
    assert change(found) == "netlog heard zoe"
    network.live(later(weeks=6))
    found = asked(network, "zoe")
    text = "no answer; left in peace until they are heard from"
    assert (said(found), change(found)) == ([("no_answer", text)], "netlog wake zoe")


# What would bring somebody in.


@pytest.mark.parametrize(
    ("days", "every"),
    [
        (0, "6d"),
        (1, "1w"),
        (5, "1w"),
        (8, "2w"),
        (30, "1m"),
        (200, "6m"),
        (358, "1y"),
    ],
)
def test_a_cadence_that_ends_by_sunday_brings_somebody_in(
    days: int, every: str
) -> None:
    """The longest usual one, else one of days; set, they stand in keep."""
    network = Network()
    network.add("kim", known=True, no_sell=True)
    network.log("kim", kind="call", on=ago(days))
    found = asked(network, "kim")
    assert change(found) == f"netlog edit kim --every {every}"
    network.edit("kim", every=every)
    assert handles(network.plan().keep) == ["kim"]


def test_what_would_bring_somebody_in_can_be_typed(netlog: InProcess) -> None:
    """Spoken to five days ago, and without a cadence: the command does it."""
    netlog("add Ann --known --no-sell")
    netlog("log Ann -k call --on 2025-05-28")
    command = netlog("why Ann --json").data["brings_in"]
    assert netlog(command.removeprefix("netlog ")).code == 0
    kept = netlog("due --json").data["keep"]
    assert [each["handle"] for each in kept] == ["ann"]


# Gates.


def test_a_gate_comes_first_and_says_what_lifts_it(network: Network) -> None:
    """Whatever the slots would say."""
    network.snooze("ada", later(weeks=4))
    found = asked(network, "ada")
    assert (found.gate, found.lift) == (
        "snoozed until Mon 30 Jun 2025",
        "netlog wake ada",
    )
    assert change(found) == "netlog wake ada"
    assert found.reasons == ()
    network.wake("ada")
    assert handles(network.plan().new.pick) == ["ada"]


GATED: list[tuple[str, str, str]] = [
    ("company", "a company, not a person", "netlog edit ada --person"),
    ("rest", "resting", "netlog wake ada"),
    ("skip", "skipped this week", "netlog wake ada"),
    ("book", "booked already", "netlog book ada --cancel"),
    ("meet", "met this week already", ""),
    ("friend", "a friend: never in new (no-sell)", "netlog edit ada --sell"),
    (
        "drop",
        "the introduction was dropped",
        "netlog intro ada --by hal --state made",
    ),
    ("stuck", "2 sent or tried, and no answer", "netlog heard ada"),
    ("swap", "swapped for another pick this week", "netlog wake ada"),
]


@pytest.mark.parametrize(("what", "gate", "lift"), GATED, ids=[g[0] for g in GATED])
def test_every_gate_has_its_words(
    network: Network, what: str, gate: str, lift: str
) -> None:
    """And what lifts it, where anything does."""
    if what == "company":
        network.edit("ada", entity="company")
    elif what == "rest":
        network.rest("ada")
    elif what in {"skip", "swap"}:
        network.put_off("ada", what)
    elif what == "book":
        network.book("ada", on=later(days=30))
    elif what == "meet":
        network.log("ada", kind="event")
        network.log("ada", kind="card")
    elif what == "friend":
        network.edit("ada", no_sell=True)
    elif what == "drop":
        network.introduce("ada", by="hal", on=ago(10), state="dropped")
    else:
        network.sends("ada", ago(2), ago(1))
    found = asked(network, "ada")
    assert (found.gate, found.lift) == (gate, lift)


def test_a_gate_of_new_does_not_keep_a_friend_from_anything_else(
    network: Network,
) -> None:
    """A friend is kept in touch with, and why says both."""
    network.add("kim", no_sell=True, every="1m", starts_on=ago(90))
    found = asked(network, "kim")
    assert found.gate == "a friend: never in new (no-sell)"
    assert ("keep", 1, 1, True) in slots(found)
    network.log("kim", kind="call")
    found = asked(network, "kim")
    assert found.gate == "a friend: never in new (no-sell)"
    assert said(found) == [("keep", "their cadence ends on Mon 30 Jun 2025")]


def test_a_snoozed_person_is_brought_in_by_what_why_says(netlog: InProcess) -> None:
    """The gate, the date and the command; done, they are the pick."""
    netlog("add Hal --no-sell")
    netlog("add Dorie --via Hal --on 2025-05-20")
    netlog("snooze dorie 2025-08-01")
    held = netlog("why Dorie")
    assert "snoozed until Fri 1 Aug 2025" in held.out
    assert "netlog wake dorie" in held.out
    assert netlog("due --json").data["new"] == []
    assert netlog("wake dorie").code == 0
    assert netlog("due --json").data["new"][0]["handle"] == "dorie"


def test_why_cites_its_sources_when_asked(netlog: InProcess) -> None:
    """With --cite every weight has one, without it none."""
    netlog("add Hal --no-sell")
    netlog("add Dorie --via Hal --on 2025-02-20")
    assert "Network Science (2024)" in netlog("why dorie --cite").out
    assert "Network Science (2024)" not in netlog("why dorie").out
