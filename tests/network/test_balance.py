"""What was given and what came back."""

from datetime import date

from hypothesis import given, strategies as st

from netlog.domain.ledger import Entry, EntryOf
from netlog.domain.person import Named
from netlog.network.balance import balance, balances

ANN = Named(2, "ann", "Ann")


def entry(number: int, way: str, kind: str = "tip", cents: int | None = None) -> Entry:
    """Something that went or came on a day."""
    day = date(2025, 1, number)
    nothing = (None, None, None, False, 1)
    return Entry(number, f"u{number}", 2, way, kind, "", day, cents, *nothing)


def test_the_running_difference() -> None:
    """What came counts for them, what went for the user, one by one."""
    held = [entry(1, "gave"), entry(2, "got", "client", 500), entry(3, "got")]
    found = balance(ANN, held)
    assert [step.owed for step in found.steps] == [-1, 0, 1]
    assert (found.owed, found.first, found.last) == (1, held[0], held[2])
    assert (found.count("got"), found.count("gave")) == (2, 1)
    assert (found.cents("got"), found.cents("gave")) == (500, 0)


def test_kinds_stand_apart_the_most_frequent_first() -> None:
    """Got and given of each."""
    held = [entry(1, "gave", "advice"), entry(2, "got"), entry(3, "gave")]
    assert list(balance(ANN, held).kinds().items()) == [
        ("tip", (1, 1)),
        ("advice", (0, 1)),
    ]


def test_first_are_those_to_whom_most_is_owed() -> None:
    """Then by name."""
    said = [(2, "got"), (3, "gave"), (4, "got"), (4, "got"), (5, "gave")]
    people = {2: "Cy", 3: "Bo", 4: "Dora", 5: "Ann"}
    held = [
        EntryOf(entry(number, way)._replace(person_id=key), f"h{key}", people[key])
        for number, (key, way) in enumerate(said, 1)
    ]
    found = [(one.person.name, one.owed) for one in balances(held)]
    assert found == [("Dora", 2), ("Cy", 1), ("Ann", -1), ("Bo", -1)]


def test_nothing_is_no_balance() -> None:
    """Nobody gave anything."""
    assert balances([]) == []


@given(st.lists(st.sampled_from(["got", "gave"]), min_size=1, max_size=20))
def test_what_is_owed_is_what_came_less_what_went(ways: list[str]) -> None:
    """However they follow one another; kinds add up to it."""
    found = balance(ANN, [entry(n, way) for n, way in enumerate(ways, 1)])
    assert found.owed == found.count("got") - found.count("gave")
    assert found.owed == sum(got - gave for got, gave in found.kinds().values())
