"""What a plan asks, one thing after the other, and what of it is still asked."""

from collections.abc import Callable, Sequence

import pytest
from tests.plan.builders import MONDAY, Network, ago, later

from netlog.domain.person import ME_ID
from netlog.domain.settings import SIZES
from netlog.plan.agenda import SLOTS, Matter, agenda, still_asked
from netlog.plan.week import plan_for
from netlog.repository import introductions
from netlog.repository.change import changing
from netlog.views import due

WEEK = [
    *("new peter", "new imani", "new zoe", "booked susan", "promises alisa"),
    *("promises alisa", "follow_up susan", "follow_up peter", "follow_up imani"),
    *("keep kim", "keep alisa", "reconnect lars", "no_answer zoe", "days ruth"),
    *("ask_back lars", "thank kim", "phone ruth"),
]


def i_introduced(network: Network, one: str, other: str) -> None:
    """The user introduced two to each other a month ago."""
    ids = (ME_ID, network.person(one).id, network.person(other).id)
    with changing(network.store, network.now, "intro") as change:
        introductions.introduce(change, *ids, ago(30), state="made")


@pytest.fixture
def network() -> Network:
    """A week that asks for something in every slot."""
    told = Network(MONDAY)
    told.add("alisa", "kim", known=True, details={"kind": "client"})
    told.log("alisa", "kim", kind="call", on=ago(140))
    told.add("peter", via="alisa", on=ago(13))
    told.add("imani", via="alisa", on=ago(14))
    told.add("zoe", via="alisa", on=ago(40))
    told.sends("zoe", ago(20))
    told.promise("alisa", "tea", later(days=1))
    told.promise("alisa", "a book", later(days=2))
    told.add("lars", "ruth", "susan", known=True)
    told.edit("ruth", birthday="06-05")
    told.log("lars", kind="call", on=ago(900))
    told.log("susan", kind="event", on=ago(2))
    told.book("susan", on=later(days=3))
    told.got("kim", "tip")
    i_introduced(told, "lars", "ruth")
    return told


def said(matters: Sequence[Matter]) -> list[str]:
    """Matters by their slot and person."""
    return [f"{matter.slot} {matter.line.person.handle}" for matter in matters]


def test_every_slot_of_the_page_is_walked() -> None:
    """In its order, and nothing beside it."""
    assert tuple(slot.key for slot in due.SLOTS) == SLOTS


def test_everything_in_the_order_of_the_page(network: Network) -> None:
    """Behind the pick its alternates; each promise by itself."""
    matters = agenda(network.due())
    assert said(matters) == WEEK
    assert len({matter.key for matter in matters}) == len(matters)


@pytest.mark.parametrize("slot", SLOTS)
def test_one_slot_by_itself(network: Network, slot: str) -> None:
    """What the plan has in it, and nothing else."""
    assert said(agenda(network.due(), slot)) == [
        each for each in WEEK if each.startswith(f"{slot} ")
    ]


def test_all_is_asked_at_the_beginning_but_the_alternates(network: Network) -> None:
    """Who is not asked for now waits for their turn."""
    matters = agenda(network.due())
    asked = still_asked(network.inputs(), matters)
    assert said(list(asked.values())) == [WEEK[0], *WEEK[3:]]
    assert all(asked[matter.key] == matter for matter in matters if matter.key in asked)


SETTLED: dict[str, tuple[Callable[[Network], object], list[str]]] = {
    "a card to susan": (
        lambda told: told.log("susan", kind="card"),
        ["follow_up susan"],
    ),
    "a word to peter": (
        lambda told: told.sends("peter", MONDAY),
        ["follow_up peter"],
    ),
    "a call with alisa": (
        lambda told: told.log("alisa", kind="call"),
        ["keep alisa"],
    ),
    "a call with alisa in vain": (
        lambda told: told.tries("alisa", MONDAY),
        ["keep alisa"],
    ),
    "a word to zoe": (lambda told: told.sends("zoe", MONDAY), ["no_answer zoe"]),
    "lars is called": (
        lambda told: told.log("lars", kind="call"),
        ["reconnect lars"],
    ),
    "kim is thanked": (lambda told: told.thank("kim"), ["thank kim"]),
    "kim is skipped": (
        lambda told: told.put_off("kim", slot="keep"),
        ["keep kim", "thank kim"],
    ),
    "lars rests": (
        lambda told: told.rest("lars"),
        ["reconnect lars", "ask_back lars"],
    ),
    "ruth has a cadence": (lambda told: told.edit("ruth", every="3m"), ["phone ruth"]),
    "ruth rests": (lambda told: told.rest("ruth"), ["days ruth", "phone ruth"]),
    "peter rests": (lambda told: told.rest("peter"), ["new peter", "follow_up peter"]),
}


@pytest.mark.parametrize(("happens", "settled"), SETTLED.values(), ids=SETTLED)
def test_what_is_settled_is_left_out(
    network: Network, happens: Callable[[Network], object], settled: list[str]
) -> None:
    """In every slot in which that settles it, and in no other."""
    matters = agenda(network.due())
    before = said(list(still_asked(network.inputs(), matters).values()))
    happens(network)
    after = said(list(still_asked(network.inputs(), matters).values()))
    assert [each for each in before if each not in after] == settled


def test_an_alternate_is_asked_for_in_their_turn(network: Network) -> None:
    """When the pick is put off; and beside one that does not answer."""
    matters = agenda(network.due(), "new")
    network.put_off("peter")
    asked = still_asked(network.inputs(), matters)
    assert said(list(asked.values())) == ["new imani"]
    network.tries("imani", MONDAY)
    asked = still_asked(network.inputs(), matters)
    assert said(list(asked.values())) == ["new imani", "new zoe"]


def test_one_promise_of_two(network: Network) -> None:
    """The other stands."""
    matters = agenda(network.due(), "promises")
    network.promise("kim", "a name", later(days=1))
    with changing(network.store, network.now, "done") as change:
        change.update("promise", 1, state="kept", closed_on=MONDAY)
    asked = still_asked(network.inputs(), matters)
    assert [matter.line.next for matter in asked.values()] == ["netlog done 2"]


def test_a_line_is_as_it_stands_now(network: Network) -> None:
    """The pick was written to: nothing is to be typed, and it is said why."""
    matters = agenda(network.due(), "new")
    network.sends("peter", MONDAY)
    (pick,) = still_asked(network.inputs(), matters).values()
    assert pick.line.next == ""
    assert "written to today, no answer yet" in pick.line.text
    assert pick.line.details == matters[0].line.details


def test_a_slot_that_grows_pushes_nobody_out(network: Network) -> None:
    """Whoever comes meanwhile takes no place of somebody who is walked to."""
    matters = agenda(network.due())
    network.add(*(f"met{n}" for n in range(9)), known=True)
    network.log(*(f"met{n}" for n in range(9)), kind="event")
    asked = said(list(still_asked(network.inputs(), matters).values()))
    assert {"follow_up peter", "follow_up imani"} < set(asked)


@pytest.mark.parametrize("slot", SIZES)
def test_a_whole_slot_has_no_size(network: Network, slot: str) -> None:
    """But where the slot itself asks for so many and no more."""
    small = network.context()._replace(
        settings=network.settings._replace(**dict.fromkeys(SIZES, 1))  # type: ignore[arg-type] # each is a number
    )
    settings = small.settings.whole(slot)
    whole = plan_for(small._replace(settings=settings), network.store)
    wanted = [each for each in WEEK if each.startswith(f"{slot} ")]
    assert said(agenda(whole, slot)) == wanted
    assert sum(whole.more.values()) == sum(
        plan_for(small, network.store).more.values()
    ) - (len(wanted) - 1)
