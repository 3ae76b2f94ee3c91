"""The page before a coffee: what the user needs, and which rows have room."""

from contextlib import closing
from datetime import date

import pytest
from tests.repository.changes import add, do
from tests.repository.filled import TODAY, in_memory

from netlog.commands.brief import brief_of
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.person import ME_ID
from netlog.output.page_text import render
from netlog.repository import people, touches
from netlog.views.brief import brief_answer


def test_what_they_offer_and_the_user_needs_can_be_asked() -> None:
    """The user's own offers can be given, and are said to be theirs."""
    with closing(in_memory()) as store:
        zoe = add(store, "Zoe")
        for who, field, value in (
            (ME_ID, "needs", "advice on taxes"),
            (ME_ID, "offers", "speeches"),
            (zoe.id, "offers", "tax advice"),
            (zoe.id, "needs", "a speech"),
        ):
            do(store, lambda c, d=(who, field, value): people.add_detail(c, *d))  # type: ignore[misc] # mypy does not follow the default
        answer = brief_answer(brief_of(store, "zoe", TODAY))
    assert render(answer).splitlines()[3:] == [
        "Needs     a speech",
        "Offers    tax advice",
        "To give   for a speech: you offer speeches",
        "To ask    for tax advice, since you need advice on taxes",
        "          whom they would like to meet",
    ]


@pytest.mark.parametrize(("notes", "shown"), [(1, 1), (3, 3), (5, 3)])
def test_the_last_three_notes_are_shown(notes: int, shown: int) -> None:
    """The latest first; JSON has them all."""
    with closing(in_memory()) as store:
        zoe = add(store, "Zoe")
        for number in range(notes):
            note, day = f"note {number}", date(2025, 5, 1 + number)
            do(
                store,
                lambda c, n=note, d=day: touches.log(  # type: ignore[misc] # mypy does not follow the default
                    c, [zoe.id], TOUCH_KINDS["call"], d, note=n
                ),
            )
        answer = brief_answer(brief_of(store, "zoe", TODAY))
    last = range(notes - 1, notes - 1 - shown, -1)
    rows = [row[10:] for row in render(answer).splitlines() if "note" in row]
    assert rows == [f"{1 + number} May 2025, call: note {number}" for number in last]
    assert len(answer.data["said"]) == notes
