"""Introductions as answers say them."""

from datetime import date

import pytest

from netlog.domain.introduction import IntroductionNamed
from netlog.domain.person import ME_ID
from netlog.views.records import introduction_named, said_of

ME = (ME_ID, "me", "me")
ANN, BO, CY = (2, "ann", "Ann"), (3, "bo", "Bo"), (4, "cy", "Cy")
Who = tuple[int, str, str]


def made(by: Who, one: Who, other: Who, state: str = "made") -> IntroductionNamed:
    """An introduction of two by a third."""
    (by_id, *by_named), (a, *a_named), (b, *b_named) = by, one, other
    day = date(2025, 4, 1)
    return IntroductionNamed(
        5, "u", by_id, a, b, day, "made", state, False, 1, *by_named, *a_named, *b_named  # noqa: FBT003 (a column)
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
    assert said_of(introduction).replace(weekday, "") == said


def test_an_introduction_for_programs() -> None:
    """Its number, the day, the state, and handles."""
    assert introduction_named(made(ANN, ME, BO)) == {
        "introduction": 5,
        "uid": "u",
        "date": date(2025, 4, 1),
        "state": "made",
        "inbound": False,
        "introducer": "ann",
        "people": ["me", "bo"],
    }
