"""People, introductions, entries, money and numbers as answers say them."""

from datetime import date

import pytest
from tests.plan.builders import entry

from netlog.domain.introduction import IntroductionNamed
from netlog.domain.person import ME_ID, Detail, Named
from netlog.output.answer import Part
from netlog.views.wording import (
    brief,
    entry_data,
    introduction_said,
    introduction_with_names,
    listed,
    money_data,
    money_said,
    percent,
    reach,
    titled,
)

ME = (ME_ID, "me", "me")
ANN, BO, CY = (2, "ann", "Ann"), (3, "bo", "Bo"), (4, "cy", "Cy")
LEE = Named(7, "ann", "Ann Lee")
Who = tuple[int, str, str]


def made(by: Who, one: Who, other: Who, state: str = "made") -> IntroductionNamed:
    """An introduction of two by a third."""
    (by_id, *by_named), (a, *a_named), (b, *b_named) = by, one, other
    day = date(2025, 4, 1)
    return IntroductionNamed(
        5, "u", by_id, a, b, day, "made", state, False, "", 1,  # noqa: FBT003 (a column)
        *by_named, *a_named, *b_named,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("introduction", "said"),
    [
        (made(ANN, ME, BO), "Ann introduced Bo to me, 1 Apr 2025 (made)"),
        (made(ANN, ME, BO, "offered"), "Ann named Bo to me, 1 Apr 2025 (offered)"),
        (made(ME, ANN, BO, "met"), "I introduced Ann and Bo, 1 Apr 2025 (met)"),
        (
            made(ANN, BO, CY, "dropped"),
            "Ann introduced Bo and Cy, 1 Apr 2025 (dropped)",
        ),
    ],
)
def test_an_introduction_in_words(introduction: IntroductionNamed, said: str) -> None:
    """Who brought whom together, when, and how far it got."""
    weekday = "Tue "
    assert introduction_said(introduction).replace(weekday, "") == said


def test_an_introduction_for_programs() -> None:
    """Its number, the day, the state, and handles."""
    assert introduction_with_names(made(ANN, ME, BO)) == {
        "introduction": 5,
        "uid": "u",
        "date": date(2025, 4, 1),
        "state": "made",
        "inbound": False,
        "words": "",
        "introducer": "ann",
        "people": ["me", "bo"],
    }


def test_an_entry_for_programs() -> None:
    """Its number, what it was and came of, and its money as a decimal in quotes."""
    got = entry(7, text="column", cents=4990, touch_id=3, they_called=True)
    assert entry_data(got, "EUR") == {
        "entry": 7,
        "uid": "entry-7",
        "way": "got",
        "kind": "interview",
        "text": "column",
        "date": date(2025, 6, 2),
        "value": "49.90",
        "currency": "EUR",
        "touch": 3,
        "introduction": None,
        "they_called": True,
    }


@pytest.mark.parametrize(
    ("cents", "currency", "value", "said"),
    [
        (None, "EUR", (None, None), ""),
        (0, "EUR", ("0.00", "EUR"), ""),
        (5, "", ("0.05", None), ", 0.05"),
        (500_000, "EUR", ("5000.00", "EUR"), ", 5,000 EUR"),
    ],
)
def test_money_for_programs_and_for_people(
    cents: int | None, currency: str, value: tuple[str | None, str | None], said: str
) -> None:
    """A currency stands beside an amount; nothing is said of nothing."""
    assert tuple(money_data(cents, currency).values()) == value
    assert money_said(cents, currency) == said


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
    ],
)
def test_names_in_a_sentence(names: list[str], said: str) -> None:
    """Commas, and one and."""
    assert listed(names) == said


def test_who_it_is() -> None:
    """For programs without a key of ours, for people with the handle."""
    assert brief(LEE) == {"handle": "ann", "name": "Ann Lee"}
    assert titled(LEE) == (Part("Ann Lee", "name"), Part(" (ann)", "soft"))


def test_how_to_reach_somebody() -> None:
    """The first e-mail, the first phone and the first page, in that order."""
    held = [
        Detail(n, "", 7, field, value, value, 1)
        for n, (field, value) in enumerate(
            [
                ("url", "u"),
                ("phone", "p"),
                ("email", "e1"),
                ("email", "e2"),
                ("tag", "t"),
            ]
        )
    ]
    assert reach(held) == "e1, p, u"
    assert reach(held[4:]) == ""


@pytest.mark.parametrize(
    ("part", "whole", "said"), [(1, 8, "13 %"), (5, 200, "3 %"), (0, 0, "0 %")]
)
def test_a_part_of_a_whole(part: int, whole: int, said: str) -> None:
    """A half is rounded up, as everywhere."""
    assert percent(part, whole) == said
