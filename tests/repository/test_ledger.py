"""What was given and got: how a line is read, and what becomes of an entry."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, strategies as st
from tests.plan.builders import MONDAY, Network, ago
from tests.repository.filled import snapshot

from netlog.db import sql
from netlog.domain.kinds import ENTRY_KINDS
from netlog.domain.ledger import Entry
from netlog.errors import NotFoundError, UsageError
from netlog.repository import finding, introductions, ledger, people, touches
from netlog.repository.change import OpenChange, changing
from netlog.repository.ledger import split

JOURNAL = ("change", "change_row", "sqlite_sequence")


@pytest.fixture
def network() -> Network:
    """Alisa introduced Dorie; a coffee with both, and something of each sort.

    Entry 1 came of the coffee, 2 of the introduction, 3 is of Alisa about Dorie.
    """
    made = Network()
    made.add("alisa", known=True)
    made.add("dorie", via="alisa", on=ago(60))
    touch = made.log("alisa", "dorie", on=ago(30))
    made.got("dorie", touch_id=touch.id, on=ago(20))
    made.got("dorie", introduction_id=1, on=ago(20))
    made.record("alisa", "got", "referral", ago(10), other_id=3)
    made.gave("dorie", touch_id=touch.id, on=ago(30))
    with changing(made.store, made.now, "guess") as change:
        ledger.guess(change, touch.id, "maybe")
    made.thank("alisa")
    return made


def file(network: Network) -> dict[str, list[tuple[Any, ...]]]:
    """Every row that undo is about."""
    return snapshot(network.store, *JOURNAL)


def entries(network: Network) -> dict[int, tuple[int | None, int | None, int | None]]:
    """What each entry points at: a touch, an introduction, somebody else."""
    numbers = [row[0] for row in file(network)["entry"]]
    every = [ledger.get(network.store, number) for number in numbers]
    return {e.id: (e.touch_id, e.introduction_id, e.other_id) for e in every}


POINTS = {
    1: (1, None, None),
    2: (None, 1, None),
    3: (None, None, 3),
    4: (1, None, None),
}
NOWHERE = (None, None, None)
TAKEN: list[tuple[str, Callable[[OpenChange], object], dict[int, Any], int]] = [
    (
        "a touch",
        lambda c: touches.remove(c, touches.get(c.store, 1)),
        POINTS | {1: NOWHERE, 4: NOWHERE},
        0,
    ),
    (
        "an introduction",
        lambda c: introductions.remove(c, introductions.get(c.store, 1)),
        POINTS | {2: NOWHERE},
        1,
    ),
    (
        "who was sent",
        lambda c: people.remove(c, finding.find(c.store, "dorie")),
        {3: NOWHERE},
        1,
    ),
    (
        "who introduced",
        lambda c: people.remove(c, finding.find(c.store, "alisa")),
        {1: (1, None, None), 2: NOWHERE, 4: (1, None, None)},
        1,
    ),
    (
        "an entry",
        lambda c: ledger.remove(c, ledger.get(c.store, 1)),
        {number: where for number, where in POINTS.items() if number > 1},
        1,
    ),
]


def test_what_is_there_to_be_pointed_at(network: Network) -> None:
    """Before anything is taken out."""
    assert entries(network) == POINTS
    assert len(file(network)["guess"]) == 1


@pytest.mark.parametrize(
    ("act", "left", "guesses"),
    [taken[1:] for taken in TAKEN],
    ids=[t[0] for t in TAKEN],
)
def test_an_entry_outlives_what_it_points_at(
    network: Network,
    act: Callable[[OpenChange], object],
    left: dict[int, Any],
    guesses: int,
) -> None:
    """It stays and points nowhere; nothing dangles; undone, all is as it was."""
    before = file(network)
    with changing(network.store, network.now, "rm") as change:
        act(change)
    after = file(network)
    assert entries(network) == left
    assert len(after["guess"]) == guesses
    assert {row[2] for row in after["thank"]} <= set(left)
    check = network.store.connection.execute("PRAGMA foreign_key_check")
    assert check.fetchall() == []
    network.undo()
    assert file(network) == before


def test_a_guess_goes_with_a_touch_of_that_person_alone() -> None:
    """Where nobody is left who was there, there is no touch either."""
    network = Network()
    network.add("hal")
    touch = network.log("hal", on=ago(3))
    with changing(network.store, network.now, "guess") as change:
        ledger.guess(change, touch.id, "likely")
    before = file(network)
    network.remove("hal")
    assert (file(network)["guess"], file(network)["touch"]) == ([], [])
    network.undo()
    assert file(network) == before


def test_an_entry_is_as_it_was_told(network: Network) -> None:
    """Field by field, and mended where it stands."""
    made = network.got("dorie", kind="insight", text="x", cents=4990, they_called=True)
    expected = Entry(
        id=5, uid=made.uid, person_id=3, way="got", kind="insight", text="x",
        day=MONDAY, cents=4990, touch_id=None, introduction_id=None, other_id=None,
        they_called=True, entered=made.entered,
    )  # fmt: skip
    assert made == expected
    with changing(network.store, network.now, "edit") as change:
        now = ledger.edit(change, made, cents=None, text="")
    assert now == expected._replace(cents=None, text="")
    assert sql.entries_with(network.store, 3)[-1] == now
    assert sql.outcomes_of(network.store, 3)[-1] == now
    assert sql.count_entries(network.store) == 5


def test_the_oldest_stands_first(network: Network) -> None:
    """By its day, then in the order of entry."""
    network.got("dorie", on=ago(25))
    network.gave("dorie", on=ago(20))
    with_dorie = sql.entries_with(network.store, 3)
    assert [entry.id for entry in with_dorie] == [4, 5, 1, 2, 6]
    assert [entry.id for entry in sql.outcomes_of(network.store, 3)] == [5, 1, 2]


def test_a_number_that_nobody_has(network: Network) -> None:
    """A NotFoundError that says where the numbers are."""
    with pytest.raises(NotFoundError, match="There is no entry 99") as error:
        ledger.get(network.store, 99)
    assert "netlog show" in error.value.advice


def test_a_guess_is_found_by_its_touch(network: Network) -> None:
    """Or there is none."""
    guess = sql.guess_of(network.store, 1)
    assert guess
    assert (guess.touch_id, guess.word) == (1, "maybe")
    assert sql.guess_of(network.store, 2) is None


KINDS = st.sampled_from(ENTRY_KINDS)
WORDS = st.text("abcdefg ", min_size=1, max_size=5)
PLAIN = st.lists(WORDS.filter(lambda word: word not in ENTRY_KINDS), max_size=4)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("hal tip", ("hal", "tip", "")),
        ("Dorie Clark interview", ("Dorie Clark", "interview", "")),
        ("hal tip the grant ends", ("hal", "tip", "the grant ends")),
        ("hal tip tip", ("hal", "tip", "tip")),
        ("tip tip", ("tip", "tip", "")),
        ("Ann Client client", ("Ann Client", "client", "")),
    ],
)
def test_the_first_kind_after_who_parts_the_words(
    line: str, parts: tuple[str, str, str]
) -> None:
    """A name may be a kind, if it stands first or in capitals."""
    assert split(line.split(" ")) == parts


def test_a_name_in_quotes_is_one_word() -> None:
    """And a text in quotes stays as it is."""
    words = ["a client", "tip", "take  the other"]
    assert split(words) == ("a client", "tip", "take  the other")


@pytest.mark.parametrize("words", [[], ["hal"], ["tip"], ["hal", "t"]])
def test_without_a_kind_it_is_not_clear(words: list[str]) -> None:
    """The advice names every one that there is, or the one that was meant."""
    with pytest.raises(UsageError, match="of which kind") as error:
        split(words)
    every = f"Say WHO and one of {', '.join(ENTRY_KINDS)}."
    meant = "Did you mean tip? Say WHO first, then the kind."
    assert error.value.advice == (meant if words == ["tip"] else every)


def test_a_kind_in_capitals_may_be_a_name() -> None:
    """It parts the words only where no other does."""
    assert split(["Hal", "Client", "tip", "go"]) == ("Hal Client", "tip", "go")
    assert split(["hal", "Client", "go"]) == ("hal", "client", "go")


def test_a_mistyped_kind_is_guessed() -> None:
    """Like commands and handles."""
    with pytest.raises(UsageError) as error:
        split(["hal", "clinet", "go"])
    assert error.value.advice == "Did you mean client? Say WHO first, then the kind."


@given(WORDS, PLAIN, KINDS, st.lists(st.one_of(WORDS, KINDS), max_size=4))
def test_no_word_is_lost(
    first: str, more: list[str], kind: str, rest: list[str]
) -> None:
    """Who, kind and text together are the line."""
    who = " ".join([first, *more])
    assert split([first, *more, kind, *rest]) == (who, kind, " ".join(rest))
