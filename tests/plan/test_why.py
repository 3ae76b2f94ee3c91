"""Why: what decided about somebody, and the smallest change that would."""

import pytest
from tests.plan.builders import Network, ago, handles, later
from tests.running import InProcess

from netlog.plan.slots import new
from netlog.plan.why import Why, same_for_all, smallest_change, why


def asked(network: Network, name: str) -> Why:
    """Why, about somebody."""
    return why(network.person(name), network.plan(), network.inputs())


def change(found: Why) -> str:
    """The smallest change that would bring them in this week."""
    return smallest_change(found, later(days=6))


def slots(found: Why) -> list[tuple[str, int, int, bool]]:
    """Slot, place, among how many, and whether shown."""
    return [(one.slot, one.place, one.of, one.shown) for one in found.reasons]


@pytest.fixture
def network() -> Network:
    """Hal introduced four people, the later the better."""
    made = Network()
    made.add("hal", known=True)
    for number, name in enumerate(("ada", "bea", "cal", "dan")):
        made.add(name, via="hal", on=ago(10 + 10 * number))
    return made


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
    assert reason.same == ("warmth", "bridge", "named by", "client path", "luck")
    network.log("dan", kind="met", on=ago(70))
    network.introduce("dan", by="hal", state="dropped", on=ago(3))
    assert asked(network, "ada").reasons[0].same == reason.same
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


def test_every_slot_that_has_them_is_named(network: Network) -> None:
    """The plain ones too."""
    network.add("zoe", every="1m", starts_on=ago(90))
    network.introduce("zoe", by="hal", on=ago(2))
    network.promise("zoe", "a book", later(days=1))
    found = asked(network, "zoe")
    assert slots(found) == [
        ("promises", 0, 0, True),
        ("follow_up", 0, 0, True),
        ("new", 1, 5, True),
        ("keep", 1, 1, False),
    ]


@pytest.mark.parametrize(
    ("every", "days", "said"),
    [
        ("3m", 30, "their cadence ends on Sun 3 Aug 2025"),
        ("", 30, "no cadence is set; they come back by reconnect"),
    ],
)
def test_who_is_not_due_knows_when(
    network: Network, every: str, days: int, said: str
) -> None:
    """The day on which their cadence ends, or that there is none."""
    network.add("kim", known=True, every=every)
    network.log("kim", kind="call", on=ago(days))
    found = asked(network, "kim")
    assert [(one.slot, one.text, one.shown) for one in found.reasons] == [
        ("keep", said, False)
    ]


@pytest.mark.parametrize(
    ("days", "every"),
    [
        (0, "6d"),
        (1, "1w"),
        (5, "1w"),
        (8, "2w"),
        (30, "1m"),
        (200, "6m"),
        (360, "1y"),
    ],
)
def test_a_cadence_that_ends_by_sunday_brings_somebody_in(
    days: int, every: str
) -> None:
    """The longest usual one, else one of days; set, they stand in keep."""
    network = Network()
    network.add("kim", known=True)
    network.log("kim", kind="call", on=ago(days))
    found = asked(network, "kim")
    assert change(found) == f"netlog edit kim --every {every}"
    network.edit("kim", every=every)
    assert handles(network.plan().keep) == ["kim"]


def test_what_would_bring_somebody_in_can_be_typed(netlog: InProcess) -> None:
    """Spoken to five days ago, and without a cadence: the command does it."""
    netlog("add Ann --known")
    netlog("log Ann -k call --on 2025-05-28")
    command = netlog("why Ann --json").data["brings_in"]
    assert netlog(command.removeprefix("netlog ")).code == 0
    kept = netlog("due --json").data["keep"]
    assert [one["handle"] for one in kept] == ["ann"]


def test_who_would_have_been_drawn_another_week_is_told_so() -> None:
    """Of 450 without a date 350 are not considered this week."""
    network = Network()
    names = [f"p{number}" for number in range(450)]
    network.add(*names)
    drawn = {one.handle for one in new.considered(network.inputs())}
    out, within = (
        next(n for n in names if (n in drawn) is yes) for yes in (False, True)
    )
    found = asked(network, out)
    assert [reason.text for reason in found.reasons] == ["not drawn this week"]
    assert change(found) == f"netlog intro {out} --by WHO"
    assert asked(network, within).reasons[0].of == len(drawn) == 100


def test_who_waits_less_long_than_others_is_told_so() -> None:
    """Of 40 whose cadence has ended ten are considered for the five places."""
    network = Network()
    names = [f"p{number:02}" for number in range(40)]
    network.add(*names, known=True, every="1m")
    for number, name in enumerate(names):
        network.log(name, kind="call", on=ago(100 - number))
    assert handles(network.plan().keep) == names[:5]
    assert slots(asked(network, "p09")) == [("keep", 10, 10, False)]
    (reason,) = asked(network, "p10").reasons
    assert (reason.slot, reason.text) == ("keep", "others have waited longer")


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


def test_a_gate_of_new_does_not_keep_a_friend_from_anything_else(
    network: Network,
) -> None:
    """A friend is kept in touch with, and why says both."""
    network.add("kim", no_sell=True, every="1m", starts_on=ago(90))
    found = asked(network, "kim")
    assert found.gate == "a friend: never in new (no-sell)"
    assert slots(found) == [("keep", 1, 1, True)]


def test_a_snoozed_person_is_brought_in_by_what_why_says(netlog: InProcess) -> None:
    """The gate, the date and the command; done, they are the pick."""
    netlog("add Hal --known")
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
    netlog("add Hal --known")
    netlog("add Dorie --via Hal --on 2025-05-20")
    assert "Network Science (2024)" in netlog("why dorie --cite").out
    assert "Network Science (2024)" not in netlog("why dorie").out


def test_why_says_what_decides_nothing(netlog: InProcess) -> None:
    """In so many words."""
    netlog("add Hal --known")
    netlog("add Dorie --via Hal --on 2025-05-20")
    netlog("add Susan --via Hal --on 2025-05-21")
    page = netlog("why dorie").out
    said = [line for line in page.splitlines() if "decides nothing" in line]
    assert [line.split()[2].rstrip(":") for line in said] == [
        *("warmth", "bridge", "named", "client")
    ]


def test_why_knows_that_the_coffee_is_held_without_a_plan_before_it(
    netlog: InProcess,
) -> None:
    """Nobody asked for the plan this week, and the slot is filled all the same."""
    netlog("add Ann")
    netlog("add Bob")
    netlog("log Ann")
    said = netlog("why Bob").out
    assert "the coffee of this week is held already" in said
    assert "not drawn" not in said
    assert netlog("why Bob --json").data["brings_in"] is None
