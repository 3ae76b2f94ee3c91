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
    facts = (MAY, "made", "made", False, "", 5)
    return IntroductionNamed(7, "u", by, a, b, *facts, *names)._replace(**more)


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
    whole["words"] = ""
    assert as_one(early, late) == as_one(late, early) == whole


@pytest.mark.parametrize(
    ("words", "others", "both"),
    [("", "", ""), ("a", "", "a"), ("", "b", "b"), ("a", "a", "a"), ("a", "b", "b\na")],
)
def test_of_two_introductions_the_words_of_both_are_kept(
    words: str, others: str, both: str
) -> None:
    """Those of the one that stays first, each once."""
    gone, into = (introduction(ZOE, ME, KEPT, words=w) for w in (words, others))
    assert as_one(gone, into)["words"] == both


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


@pytest.mark.parametrize(
    ("kept", "gone", "post", "others"),
    [
        (
            ("Office Manager", ""),
            ("", "Pichler"),
            ("Office Manager", ""),
            "org Pichler",
        ),
        (("", "Acme"), ("CEO", "Pichler"), ("", "Acme"), "org Pichler; role CEO"),
        (("", "Acme"), ("CEO", "ACME"), ("CEO", "Acme"), "org ACME"),
        (("CEO", ""), ("ceo", "Acme"), ("CEO", "Acme"), "role ceo"),
        (("", ""), ("CEO", "Acme"), ("CEO", "Acme"), ""),
        (("CEO", "Acme"), ("", ""), ("CEO", "Acme"), ""),
    ],
)
def test_role_and_organisation_are_of_one_of_the_two(
    kept: tuple[str, str], gone: tuple[str, str], post: tuple[str, str], others: str
) -> None:
    """Unless one of them is the same of both; what stays out is said."""
    first = person(KEPT, role=kept[0], org=kept[1], birthday="", city="", every="")
    second = person(GONE, role=gone[0], org=gone[1], birthday="", city="", every="")
    first, second = (p._replace(snoozed_until=None) for p in (first, second))
    fields = fields_of(first, second)
    assert (fields.get("role", first.role), fields.get("org", first.org)) == post
    assert "; ".join(others_of(first, second)) == others


def test_a_mark_of_either_is_one_of_both() -> None:
    """Known, a friend, a person; there since the earlier day."""
    kept = person(KEPT, said_known="yes", entity="mailbox", added_on=JUNE)
    gone = person(GONE, no_sell=True, starts_on=MAY, added_on=MAY)
    both = {"said_known": "yes", "no_sell": True, "entity": "person"}
    days = {"added_on": MAY, "starts_on": min(MAY, kept.starts_on)}
    for fields in (fields_of(kept, gone), fields_of(gone, kept)):
        assert fields.items() >= (both | days).items()


def test_of_what_was_said_of_knowing_them_that_of_the_first_holds() -> None:
    """And that of the second where nothing was said of the first."""
    yes, no = person(KEPT, said_known="yes"), person(GONE, said_known="no")
    assert fields_of(yes, no)["said_known"] == "yes"
    assert fields_of(no, yes)["said_known"] == "no"
    assert fields_of(person(4), no)["said_known"] == "no"


@pytest.mark.parametrize(
    ("one", "other", "becomes"),
    [
        ("list", "linkedin", "linkedin"),
        ("linkedin", "typed", "typed"),
        ("typed", "contacts", "contacts"),
        ("list", "list", "list"),
    ],
)
def test_of_two_ways_to_come_in_the_one_that_says_more_stays(
    one: str, other: str, becomes: str
) -> None:
    """Whoever stands in an address book is known, whoever was typed in connected."""
    kept, gone = person(KEPT, source=one), person(GONE, source=other)
    assert fields_of(kept, gone)["source"] == becomes
    assert fields_of(gone, kept)["source"] == becomes


def test_who_was_woken_as_either_was_woken() -> None:
    """Last, by day and then by change."""
    early = person(KEPT, woken_on=MAY, woken=4)
    late, later = (person(GONE, woken_on=JUNE, woken=n) for n in (5, 6))
    for kept, gone, woken in (
        (early, late, (JUNE, 5)),
        (late, early, (JUNE, 5)),
        (later, late, (JUNE, 6)),
        (person(KEPT), early, (MAY, 4)),
        (person(KEPT), person(GONE), (None, None)),
    ):
        fields = fields_of(kept, gone)
        assert (fields["woken_on"], fields["woken"]) == woken


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
