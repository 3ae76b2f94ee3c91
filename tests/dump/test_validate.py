"""What the rows of an export may say: what netlog itself would have written."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st
from tests.repository.filled import filled, forgotten

from netlog.db.sql import TABLES
from netlog.domain.names import clean, clean_note
from netlog.dump.export import EXPORTED, LARGEST, tables_of
from netlog.dump.validate import InvalidRowError, RowValidator

UID = "01973083-4a00-77da-8bc9-856e9c208e1f"
PERSON: dict[str, Any] = {
    **dict.fromkeys((name for name, _ in TABLES["person"].columns), ""),
    **dict.fromkeys(("snoozed_until", "woken_on", "connected_on", "last_contact")),
    **dict.fromkeys(("first_sitdown", "last_sitdown", "fresh_on", "woken")),
    **dict.fromkeys(("last_heard", "last_reached", "last_tried", "usual_gap")),
    **dict.fromkeys(("known", "connected", "no_sell", "resting", "dropped"), 0),
    **dict.fromkeys(("entered", "draw", "open_tries", "touches", "contact_days"), 3),
    **dict.fromkeys(("added_on", "starts_on", "waits_from"), "2025-06-02"),
    "entity": "person",
    "source": "typed",
    "id": 2,
    "uid": UID,
    "handle": "ann-lee",
    "name": "Ann",
    "every": "2w",
}
KEYS = {"id": 7, "uid": UID, "person_id": 2, "entered": 3}
ROWS: dict[str, dict[str, Any]] = {
    "person": PERSON,
    "detail": {"id": 1, "uid": UID, "person_id": 2, "field": "email"}
    | {"value": "a@b.cd", "folded": "a@b.cd", "entered": 3},
    "anniversary": KEYS | {"label": "wedding", "day": "--02-29"},
    "retired": {"id": 1, "uid": UID, "handle": "ann"},
    "place": {"id": 1, "uid": UID, "name": "Tatte", "folded": "tatte"},
    "touch": {"id": 1, "uid": UID, "kind": "call", "day": "2199-12-31"}
    | {"place_id": None, "note": "", "in_person": 0, "sit_down": 0, "two_way": 1}
    | {"inbound": 0, "entered": 2},
    "presence": {"id": 1, "uid": UID, "touch_id": 1, "person_id": 2}
    | {"answered": "yes", "answered_on": "2025-06-02", "settled": 4},
    "booking": {"id": 1, "uid": UID, "day": "2025-06-02", "hour": "09:30"}
    | {"kind": "coffee", "place_id": None, "state": "booked", "touch_id": None}
    | {"entered": 3},
    "attendee": {"id": 1, "uid": UID, "booking_id": 1, "person_id": 2}
    | {"state": "invited"},
    "active_week": {"id": 1, "uid": UID, "week": "2020-W53"},
    "introduction": {"id": 1, "uid": UID, "introducer_id": 1, "a_id": 2, "b_id": 3}
    | {"day": "2025-06-02", "said": "made", "state": "met", "inbound": 0}
    | {"words": "a\nb", "entered": 2},
    "promise": KEYS
    | {"text": "tea", "due": "2025-06-02", "state": "open"}
    | {"closed_on": None, "closed": None, "theirs": 0},
    "entry": KEYS
    | {"way": "got", "kind": "tip", "text": "", "day": "2025-06-02", "cents": None}
    | {"touch_id": None, "introduction_id": None, "other_id": None}
    | {"they_called": 0},
    "thank": {"id": 1, "uid": UID, "entry_id": 1, "person_id": 2, "thanked_on": None},
    "guess": {"id": 1, "uid": UID, "touch_id": 1, "word": "maybe"},
    "skip": {"id": 1, "uid": UID, "person_id": 2, "week": "2020-W53"}
    | {"how": "skip", "slot": ""},
    "pin": {"id": 1, "uid": UID, "slot": "new", "period": "2025-W01", "place": 0}
    | {"day": "2024-12-30", "person_id": 2},
    "change": {"id": 1, "uid": UID, "at": "2025-06-02T12:00:00.000000+00:00"}
    | {"command": "add", "state": "done"},
}
GOOD: list[tuple[str, dict[str, Any]]] = [
    ("person", {"birthday": "--02-29", "rhythm": "sat 3m", "last_contact": None}),
    ("booking", {"hour": ""}),
    ("presence", {"answered": "sent", "answered_on": None, "settled": None}),
    ("person", {"birthday": "0800-12-24", "connected_on": "0001-01-01"}),
    ("person", {"id": LARGEST, "draw": -LARGEST, "known": 1}),
    ("pin", {"period": "2025-12"}),
    ("promise", {"closed_on": "2025-06-02", "closed": 7, "state": "kept"}),
    ("place", {"name": "مقهى"}),
]
NEAR = "not a day from 1800 to 2199"
SPAN = "not a length of time such as 2w"
WEEK = "not a week such as 2025-W23"
HOUR = "not an hour such as 15:00"
BAD: list[tuple[str, str, Any, str]] = [
    *(
        ("person", "handle", text, "not a handle")
        for text in ("$(touch x)", "me", "Ann", "-ann", "", "a\n")
    ),
    ("person", "handle", 7, "not text"),
    ("person", "handle", ["hal"], "not text"),
    ("person", "handle", None, "null"),
    ("person", "name", "", "not a name"),
    ("person", "name", "\u200d", "not a name"),
    ("person", "name", "\ud800", "not a name"),
    ("person", "uid", "7", "not a UUID"),
    ("detail", "uid", UID.upper(), "not a UUID"),
    *(
        ("person", "birthday", text, "not a day")
        for text in ("--02-30", "--2-3", "1980-13-01", "2025-W01-1", "soon", "--")
    ),
    *(("person", "every", text, SPAN) for text in ("14 days", "99y", "2W", "weekly")),
    ("person", "said_known", "maybe", "not '', 'yes' or 'no'"),
    ("person", "entity", "dog", "not 'person', 'company', 'mailbox' or 'group'"),
    ("person", "source", "air", "not 'typed', 'contacts', 'linkedin' or 'list'"),
    ("anniversary", "label", "", "empty"),
    ("anniversary", "day", "--02-30", "not a day"),
    *(("booking", "hour", text, HOUR) for text in ("24:00", "9:30", "15", "3pm")),
    ("booking", "kind", "", "empty"),
    ("booking", "state", "lost", "not 'booked', 'held', 'cancelled' or 'no-show'"),
    ("booking", "day", "9999-12-31", NEAR),
    ("attendee", "state", "perhaps", "not 'invited'"),
    ("presence", "answered", "maybe", "not 'yes', 'no' or 'sent'"),
    ("presence", "answered_on", "soon", NEAR),
    ("active_week", "week", "2025-W53", WEEK),
    *(
        ("person", column, text, NEAR)
        for column in (
            *("snoozed_until", "woken_on", "starts_on", "last_contact", "waits_from"),
            *("fresh_on", "first_sitdown", "last_sitdown", "added_on", "last_heard"),
        )
        for text in ("9999-12-31", "soon")
    ),
    *(
        ("person", "connected_on", text, "not a day")
        for text in ("soon", "20250602", "2025-02-30", " 2025-06-02", "0000-01-01")
    ),
    ("person", "known", True, "not a whole number"),
    ("person", "known", 2, "above 1"),
    ("person", "known", -1, "below 0"),
    ("person", "draw", 1.5, "not a whole number"),
    ("person", "draw", 1.0, "not a whole number"),
    ("person", "draw", 2**70, f"above {LARGEST}"),
    ("person", "draw", -(2**70), f"below {-LARGEST}"),
    ("person", "id", 0, "below 1"),
    ("person", "id", "12", "not a whole number"),
    ("person", "id", None, "null"),
    ("detail", "value", " \x1b", "empty"),
    ("guess", "word", "no", "not 'unlikely', 'maybe' or 'likely'"),
    ("retired", "handle", "a b", "not a handle"),
    ("place", "name", "", "empty"),
    ("touch", "kind", "", "empty"),
    ("touch", "day", "1799-12-31", NEAR),
    ("touch", "day", None, "null"),
    ("introduction", "day", "2200-01-01", NEAR),
    ("introduction", "state", "lost", "not 'offered', 'made', 'met' or 'dropped'"),
    ("promise", "text", "", "empty"),
    ("promise", "due", "9999-01-01", NEAR),
    ("promise", "closed_on", "0001-01-01", NEAR),
    ("promise", "state", "lost", "not 'open', 'kept' or 'dropped'"),
    ("entry", "day", "0999-01-01", NEAR),
    ("entry", "way", [], "not 'got' or 'gave'"),
    ("thank", "thanked_on", "9998-01-01", NEAR),
    ("skip", "week", "2025-W53", WEEK),
    ("skip", "week", "2025-06", WEEK),
    ("pin", "period", "2025-13", "not a week or a month"),
    ("pin", "period", "2025-W60", "not a week or a month"),
    ("change", "state", "undone", "not done"),
    ("change", "at", "2025-06-02", "not a moment in UTC"),
    ("change", "at", "soon", "not a moment in UTC"),
    ("change", "at", "0001-01-01T00:00:00.000000+14:00", "not a moment in UTC"),
]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2)
    ),
    max_leaves=4,
)


def checked(
    table: str, row: Mapping[str, Any], *, older: bool = False, is_me: bool = False
) -> dict[str, Any]:
    """One row as it is put in."""
    values = RowValidator(table, older=older, is_me=is_me).values(row)
    return dict(zip((name for name, _ in TABLES[table].columns), values, strict=True))


def refused(table: str, row: Mapping[str, Any], *, is_me: bool = False) -> str:
    """Why a row is refused."""
    with pytest.raises(InvalidRowError) as error:
        checked(table, row, is_me=is_me)
    return str(error.value)


@pytest.mark.parametrize(("table", "columns"), [*((t, {}) for t in ROWS), *GOOD])
def test_what_netlog_writes_is_valid(table: str, columns: dict[str, Any]) -> None:
    """And is not touched."""
    row = ROWS[table] | columns
    assert checked(table, row) == row


def test_every_row_of_a_database_is_valid(tmp_path: Path) -> None:
    """There is one of every table, the user's own among them."""
    store = filled(tmp_path / "netlog.db")
    forgotten(store)
    seen = set()
    for table, rows in tables_of(store):
        for row in rows:
            is_me = (table, row["id"]) == ("person", 1)
            assert checked(table, row, is_me=is_me) == row
            seen.add(table)
    store.close()
    assert seen == {*EXPORTED}


@pytest.mark.parametrize(("table", "column", "value", "said"), BAD)
def test_what_it_never_writes_is_refused(
    table: str, column: str, value: object, said: str
) -> None:
    """By its column, without the value."""
    assert refused(table, ROWS[table] | {column: value}) == f"its {column} is {said}"


def test_every_column_there_is_and_no_other_is_in_a_row() -> None:
    """A name that is long, or is no text, is not repeated whole."""
    place = ROWS["place"]
    assert refused("place", {**place, "age": 7}) == "netlog knows no column age"
    long = refused("place", {**place, "x\n" * 900: 7})
    assert long == f"netlog knows no column {'x ' * 20}"
    assert (
        refused("place", {**place, "\ud800": 7})
        == "a column has a name that is not text"
    )
    for name in place:
        less = {key: value for key, value in place.items() if key != name}
        assert refused("place", less) == f"its {name} is missing"


def test_of_an_older_export_what_is_missing_is_empty() -> None:
    """But a number, a uid and a day, for which nothing can stand in."""
    needed = {"id": 1, "uid": UID, "due": "2025-06-02", "person_id": 2}
    assert checked("promise", needed, older=True) == needed | {
        "text": "",
        "state": "",
        "closed_on": None,
        "closed": None,
        "theirs": 0,
        "entered": 0,
    }
    for column in ("id", "uid", "due"):
        less = {name: value for name, value in needed.items() if name != column}
        with pytest.raises(InvalidRowError, match=f"its {column} is missing"):
            checked("promise", less, older=True)


def test_the_user_is_told_from_others() -> None:
    """Their handle is me and their days are far away; uid and birthday are as usual."""
    me = PERSON | {"id": 1, "handle": "me", "starts_on": "9999-12-31", "note": "a\nb"}
    assert checked("person", me, is_me=True) == me
    assert refused("person", me) == "its handle is not a handle"
    soon = {"birthday": "soon"}
    assert refused("person", me | soon, is_me=True) == "its birthday is not a day"
    assert refused("person", me | {"uid": "7"}, is_me=True) == "its uid is not a UUID"


@pytest.mark.parametrize(("closed_on", "closed"), [(None, 7), ("2025-06-02", None)])
def test_a_promise_is_closed_on_a_day_and_by_a_change(
    closed_on: str | None, closed: int | None
) -> None:
    """By both or by none: the plan asks for both."""
    row = ROWS["promise"] | {"closed_on": closed_on, "closed": closed}
    said = "one of its closed and closed_on is null, and not the other"
    assert refused("promise", row) == said


def test_a_row_is_valid_or_not_whatever_was_checked_before() -> None:
    """Nothing is left of a row that was refused, nor of one that was not."""
    validator = RowValidator("place", older=True)
    assert validator.values(ROWS["place"]) == [1, UID, "Tatte", "tatte"]
    with pytest.raises(InvalidRowError):
        validator.values({"id": 2, "uid": UID, "name": "Peet", "folded": 7})
    assert validator.values({"id": 3, "uid": UID, "name": "Oak"}) == [3, UID, "Oak", ""]


def test_texts_come_in_clean() -> None:
    """Control and bidi characters stay outside; a note keeps its lines."""
    text = "a\x1b[31m\u202e \n b\ud800"
    row = checked("person", PERSON | {"name": text, "note": text, "org": text})
    assert (row["name"], row["org"]) == ("a[31m b", "a[31m b")
    assert row["note"] == "a[31m\nb"
    assert checked("touch", ROWS["touch"] | {"note": text})["note"] == "a[31m\nb"


@given(st.data())
def test_whatever_a_row_says_it_is_clean_or_refused(data: st.DataObject) -> None:
    """Any JSON in any column."""
    table = data.draw(st.sampled_from(sorted(ROWS)))
    column = data.draw(st.sampled_from(sorted(ROWS[table])))
    try:
        row = checked(table, ROWS[table] | {column: data.draw(JSON)})
    except InvalidRowError as error:
        assert column in str(error) or table == "promise"  # noqa: PT017
        return
    texts = [value for value in row.values() if isinstance(value, str)]
    assert all(text in {clean(text), clean_note(text)} for text in texts)
