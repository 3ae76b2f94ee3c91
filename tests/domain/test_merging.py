"""Two people made one: what the first has from then on, and what the note keeps."""

from datetime import date
from typing import Any

import pytest
from tests.plan.builders import person

from netlog.domain.introduction import IntroductionNamed
from netlog.repository.merge import (
    Joined,
    as_one,
    fields_of,
    note_of,
    others_of,
    three_of,
)

ME, KEPT, GONE, ZOE = 1, 2, 3, 4
MAY, JUNE = date(2025, 5, 1), date(2025, 6, 1)


def introduction(by: int, a: int, b: int, **more: Any) -> IntroductionNamed:
    """An introduction of three, made in May."""
    names = ("by", "By", "a", "A", "b", "B")
    made = IntroductionNamed(7, "u", by, a, b, MAY, "made", "made", False, 5, *names)  # noqa: FBT003 (a row, by position)
    return made._replace(**more)


@pytest.mark.parametrize(
    ("three", "becomes"),
    [
        ((GONE, ME, ZOE), (KEPT, ME, ZOE)),
        ((ZOE, ME, GONE), (ZOE, ME, KEPT)),
        ((ME, GONE, ZOE), (ME, KEPT, ZOE)),
        ((ZOE, KEPT, GONE), None),
        ((KEPT, ME, GONE), None),
        ((GONE, ME, KEPT), None),
    ],
)
def test_an_introduction_is_of_three_people(
    three: tuple[int, int, int], becomes: tuple[int, int, int] | None
) -> None:
    """Where two of them are one, there is none."""
    assert three_of(introduction(*three), GONE, KEPT) == becomes


def test_the_pair_stays_in_order() -> None:
    """It stands in that of the numbers, as the database wants it."""
    assert three_of(introduction(ME, 2, 5), 2, 9) == (ME, 5, 9)


@pytest.mark.parametrize(
    ("one", "other", "state"),
    [
        ("offered", "dropped", "offered"),
        ("made", "offered", "made"),
        ("made", "met", "met"),
        ("dropped", "dropped", "dropped"),
    ],
)
def test_of_two_introductions_the_earlier_day_and_the_stronger_state(
    one: str, other: str, state: str
) -> None:
    """Whichever of the two is the first's; it was entered when the earlier one was."""
    early = introduction(ZOE, ME, KEPT, said=one, entered=9)
    late = introduction(ZOE, ME, GONE, said=other, day=JUNE, inbound=True)
    whole = {"day": MAY, "said": state, "state": state, "inbound": True, "entered": 9}
    assert as_one(early, late) == as_one(late, early) == whole


def test_what_two_introductions_said_otherwise_is_lost() -> None:
    """Unless they say the same."""
    early = introduction(ZOE, ME, KEPT)
    late = introduction(ZOE, ME, GONE, day=JUNE)
    offered = introduction(ZOE, ME, GONE, said="offered", day=JUNE)
    assert Joined(late, early).lost == Joined(early, late).lost == [late]
    assert Joined(early, early).lost == []
    first = offered._replace(day=MAY)
    assert Joined(first, late).lost == [first, late]


def test_what_the_first_has_not_is_filled_in() -> None:
    """What they have stays; what the second had besides is said."""
    kept = person(KEPT, org="Acme", every="", snoozed_until=None, birthday="--05-01")
    gone = person(
        GONE, org="Beta", every="2w", snoozed_until=JUNE, birthday="--05-01", city=""
    )
    fields = fields_of(kept, gone)
    assert fields.items() >= {"every": "2w", "snoozed_until": JUNE}.items()
    assert not {"org", "birthday", "city", "note", "name", "handle"} & fields.keys()
    assert others_of(kept, gone) == ["org Beta"]
    assert others_of(gone, kept) == ["org Acme"]


def test_a_mark_of_either_is_one_of_both() -> None:
    """Known, a friend; woken on the later day, there since the earlier."""
    kept = person(KEPT, known=True, woken_on=MAY, starts_on=JUNE)
    gone = person(GONE, no_sell=True, woken_on=JUNE, starts_on=MAY)
    both = {"known": True, "no_sell": True, "woken_on": JUNE, "starts_on": MAY}
    assert fields_of(kept, gone) == fields_of(gone, kept) == both
    assert fields_of(kept, person(GONE))["woken_on"] == MAY


def test_the_plan_goes_on_with_the_first() -> None:
    """Who rests does so still; that the second did is said."""
    awake, resting = person(KEPT), person(GONE, resting=True)
    assert "resting" not in fields_of(awake, resting)
    assert others_of(awake, resting) == ["resting"]
    assert others_of(resting, awake) == others_of(resting, resting) == []


@pytest.mark.parametrize(
    ("first", "second", "more", "note"),
    [
        ("", "", [], ""),
        ("tea", "", [], "tea"),
        ("", "tea", [], "tea"),
        ("tea", "tea", [], "tea"),
        ("tea", "chess", [], "tea\nchess"),
        ("tea", "", ["org Beta", "x"], "tea\nOf Ann B. (ann-b): org Beta; x"),
        ("", "", ["org Beta"], "Of Ann B. (ann-b): org Beta"),
    ],
)
def test_the_note_keeps_what_would_be_lost(
    first: str, second: str, more: list[str], note: str
) -> None:
    """Both notes, and a line for the rest."""
    kept = person(KEPT, note=first)
    gone = person(GONE, note=second, name="Ann B.", handle="ann-b")
    assert note_of(kept, gone, more) == note
