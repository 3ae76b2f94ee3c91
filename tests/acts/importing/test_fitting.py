"""What the rows of an export may say: what netlog itself would have written."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, strategies as st

from netlog.acts.importing.fitting import fitting
from netlog.domain.names import clean, clean_note
from netlog.errors import UsageError

UID = "01973083-4a00-77da-8bc9-856e9c208e1f"
PERSON = {"id": 2, "uid": UID, "handle": "ann-lee", "name": "Ann", "every": "2w"}
GOOD: list[tuple[str, dict[str, Any]]] = [
    ("person", PERSON),
    ("person", PERSON | {"birthday": "--02-29", "cadence": "", "last_contact": None}),
    ("person", PERSON | {"birthday": "0800-12-24", "connected_on": "0001-01-01"}),
    ("person", {"id": 1, "handle": "me", "name": "me", "starts_on": "9999-12-31"}),
    ("skip", {"week": "2020-W53"}),
    ("pin", {"period": "2025-W01"}),
    ("pin", {"period": "2025-12"}),
    ("touch", {"day": "2199-12-31"}),
    ("change", {"state": "done"}),
    ("retired", {"handle": "ann"}),
    ("place", {"name": "Tatte"}),
    ("nothing that netlog knows", {"x": [1, {}]}),
]
BAD: list[tuple[str, str, str]] = [
    ("person", "handle", "$(touch x)"),
    ("person", "handle", "me"),
    ("person", "handle", "Ann"),
    ("person", "handle", "-ann"),
    ("person", "handle", ""),
    ("person", "name", "\u200d"),
    ("person", "uid", "7"),
    ("person", "birthday", "--02-30"),
    ("person", "birthday", "--2-3"),
    ("person", "birthday", "1980-13-01"),
    ("person", "birthday", "2025-W01-1"),
    ("person", "every", "14 days"),
    ("person", "every", "99y"),
    ("person", "cadence", "often"),
    *(
        ("person", column, "9999-12-31")
        for column in (
            *("snoozed_until", "woken_on", "starts_on", "last_contact", "waits_from"),
            *("fresh_on", "first_sitdown", "last_sitdown"),
        )
    ),
    ("retired", "handle", "a b"),
    ("touch", "day", "1799-12-31"),
    ("introduction", "day", "2200-01-01"),
    ("promise", "due", "9999-01-01"),
    ("promise", "closed_on", "0001-01-01"),
    ("entry", "day", "0999-01-01"),
    ("thank", "thanked_on", "9998-01-01"),
    ("skip", "week", "2025-W53"),
    ("skip", "week", "2025-06"),
    ("pin", "period", "2025-13"),
    ("pin", "period", "2025-W60"),
    ("change", "state", "undone"),
]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2)
    ),
    max_leaves=4,
)


def fitted(table: str, row: Mapping[str, Any]) -> Mapping[str, Any]:
    """One row as it goes on."""
    ((_, found),) = fitting([(table, row)])
    return found


@pytest.mark.parametrize(("table", "row"), GOOD)
def test_what_netlog_writes_fits(table: str, row: dict[str, Any]) -> None:
    """And is not touched."""
    assert fitted(table, row) == row


@pytest.mark.parametrize(("table", "column", "text"), BAD)
def test_what_it_never_writes_is_told(table: str, column: str, text: str) -> None:
    """By its row and column, without the text."""
    good = next((row for name, row in GOOD if name == table), {})
    rows = [(table, good), (table, {**good, column: text})]
    with pytest.raises(UsageError) as error:
        list(fitting(rows))
    assert error.value.sentence == f"Row 2 of {table} cannot be: its {column} is none."


@pytest.mark.parametrize("column", ["uid", "birthday"])
def test_of_the_user_is_told_what_nobody_can_have(column: str) -> None:
    """A uid that is none, a birthday that is none."""
    me = {"id": 1, "uid": UID, "handle": "me", "birthday": ""}
    with pytest.raises(UsageError, match=f"its {column} is none"):
        fitted("person", {**me, column: "soon"})


@pytest.mark.parametrize(("closed_on", "closed"), [(None, 7), ("2025-06-02", None)])
def test_a_promise_is_closed_on_a_day_and_by_a_change(
    closed_on: str | None, closed: int | None
) -> None:
    """By both or by none: the plan asks for both."""
    with pytest.raises(UsageError, match="its closed is none"):
        fitted("promise", {"closed_on": closed_on, "closed": closed})
    assert fitted("promise", {"closed_on": "2025-06-02", "closed": 7})
    assert fitted("promise", {"closed_on": None, "closed": None})


def test_texts_come_in_clean() -> None:
    """Control and bidi characters stay outside; a note keeps its lines."""
    text = "a\x1b[31m\u202e \n b\ud800"
    row = fitted("person", PERSON | {"name": text, "note": text, "org": text})
    assert (row["name"], row["org"]) == ("a[31m b", "a[31m b")
    assert row["note"] == "a[31m\nb"
    assert fitted("touch", {"note": text})["note"] == "a[31m\nb"


@given(
    st.sampled_from(sorted({table for table, _ in GOOD})),
    st.dictionaries(st.sampled_from([*PERSON, "day", "week", "note", "state"]), JSON),
)
def test_whatever_a_row_says_it_is_clean_or_told(
    table: str, row: dict[str, Any]
) -> None:
    """Any JSON in any column."""
    try:
        found = fitted(table, row)
    except UsageError:
        return
    assert found.keys() == row.keys()
    texts = [value for value in found.values() if isinstance(value, str)]
    assert all(text in {clean(text), clean_note(text)} for text in texts)
