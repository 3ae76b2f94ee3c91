"""Schema 4: answers for each person, bookings, rhythms; what was one flag is three."""

import json
import re
import sqlite3
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any

from netlog.domain.journal import command_of
from netlog.domain.weeks import parse_week
from netlog.errors import UsageError
from netlog.namedtuple import NamedTuple

SQL = """\
CREATE TABLE active_week ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid
    TEXT NOT NULL, week TEXT NOT NULL, UNIQUE (uid), UNIQUE (week) ) STRICT;
CREATE TABLE anniversary ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid
    TEXT NOT NULL, person_id INTEGER NOT NULL, label TEXT NOT NULL, day TEXT NOT
    NULL, entered INTEGER NOT NULL, CHECK (label <> '' AND day <> ''), UNIQUE
    (person_id, label), UNIQUE (uid), FOREIGN KEY(person_id) REFERENCES person
    (id) ) STRICT;
CREATE TABLE booking ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT
    NOT NULL, day TEXT NOT NULL, hour TEXT NOT NULL, kind TEXT NOT NULL,
    place_id INTEGER, state TEXT NOT NULL, touch_id INTEGER, entered INTEGER NOT
    NULL, CHECK (kind <> ''), CHECK (state IN ('booked', 'held', 'cancelled',
    'no-show')), CHECK (date(day, '+0 days') IS day), UNIQUE (uid), FOREIGN
    KEY(place_id) REFERENCES place (id), FOREIGN KEY(touch_id) REFERENCES touch
    (id) ) STRICT;
CREATE TABLE attendee ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT
    NOT NULL, booking_id INTEGER NOT NULL, person_id INTEGER NOT NULL, state
    TEXT NOT NULL, CHECK (state IN ('invited')), UNIQUE (person_id, booking_id),
    UNIQUE (uid), FOREIGN KEY(booking_id) REFERENCES booking (id), FOREIGN
    KEY(person_id) REFERENCES person (id) ) STRICT;
CREATE INDEX person_birthday ON person (substr(birthday, -5)) WHERE birthday <>
    '';
CREATE INDEX person_dealt ON person (rhythm, starts_on) WHERE last_contact IS
    NULL AND rhythm <> '';
CREATE INDEX person_dormant ON person (draw, last_contact);
CREATE INDEX person_draw ON person (known, first_sitdown, connected, draw);
CREATE INDEX person_entity ON person (entity) WHERE entity <> 'person';
CREATE INDEX person_fresh ON person (known, first_sitdown, connected, fresh_on);
CREATE INDEX person_rhythm ON person (rhythm, waits_from, last_contact, known,
    first_sitdown);
CREATE INDEX person_tried ON person (last_tried) WHERE open_tries > 0;
CREATE INDEX pin_day ON pin (slot, day, person_id);
CREATE INDEX anniversary_day ON anniversary (substr(day, -5));
CREATE INDEX booking_day ON booking (day);
CREATE INDEX booking_place ON booking (place_id);
CREATE INDEX booking_touch ON booking (touch_id) WHERE touch_id IS NOT NULL;
CREATE INDEX attendee_booking ON attendee (booking_id);
CREATE INDEX thank_thanked ON thank (thanked_on) WHERE thanked_on IS NOT NULL
"""
_TEXTS = {
    "presence": """\
CREATE TABLE presence ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT
    NOT NULL, touch_id INTEGER NOT NULL, person_id INTEGER NOT NULL, answered
    TEXT NOT NULL, answered_on TEXT, settled INTEGER, CHECK (answered IN ('yes',
    'no', 'sent')), CHECK (answered = 'yes' OR answered_on IS NULL), CHECK
    (date(answered_on, '+0 days') IS answered_on), UNIQUE (person_id, touch_id),
    UNIQUE (uid), FOREIGN KEY(touch_id) REFERENCES touch (id), FOREIGN
    KEY(person_id) REFERENCES person (id) ) STRICT
""",
    "person": """\
CREATE TABLE person ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT
    NOT NULL, handle TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL,
    org TEXT NOT NULL, role TEXT NOT NULL, city TEXT NOT NULL, note TEXT NOT
    NULL, birthday TEXT NOT NULL, every TEXT NOT NULL, said_known TEXT NOT NULL,
    no_sell INTEGER NOT NULL, entity TEXT NOT NULL, source TEXT NOT NULL,
    resting INTEGER NOT NULL, snoozed_until TEXT, woken_on TEXT, woken INTEGER,
    connected_on TEXT, added_on TEXT NOT NULL, starts_on TEXT NOT NULL, entered
    INTEGER NOT NULL, draw INTEGER NOT NULL, rhythm TEXT NOT NULL, cluster TEXT
    NOT NULL, waits_from TEXT NOT NULL, known INTEGER NOT NULL, connected
    INTEGER NOT NULL, last_contact TEXT, last_heard TEXT, last_reached TEXT,
    last_tried TEXT, open_tries INTEGER NOT NULL, first_sitdown TEXT,
    last_sitdown TEXT, fresh_on TEXT, usual_gap INTEGER, touches INTEGER NOT
    NULL, contact_days INTEGER NOT NULL, dropped INTEGER NOT NULL, CHECK (handle
    <> '' AND name <> ''), CHECK (said_known IN ('', 'yes', 'no')), CHECK
    (entity IN ('person', 'company', 'mailbox', 'group')), CHECK (source IN
    ('typed', 'contacts', 'linkedin', 'list')), CHECK (known IN (0, 1) AND
    connected IN (0, 1) AND no_sell IN (0, 1) AND resting IN (0, 1) AND dropped
    IN (0, 1)), CHECK (date(snoozed_until, '+0 days') IS snoozed_until AND
    date(connected_on, '+0 days') IS connected_on AND date(woken_on, '+0 days')
    IS woken_on AND date(added_on, '+0 days') IS added_on AND date(starts_on,
    '+0 days') IS starts_on), CHECK (date(last_contact, '+0 days') IS
    last_contact AND date(last_heard, '+0 days') IS last_heard AND
    date(last_reached, '+0 days') IS last_reached AND date(last_tried, '+0
    days') IS last_tried), CHECK (date(waits_from, '+0 days') IS waits_from AND
    date(first_sitdown, '+0 days') IS first_sitdown AND date(last_sitdown, '+0
    days') IS last_sitdown AND date(fresh_on, '+0 days') IS fresh_on), UNIQUE
    (uid), UNIQUE (handle) ) STRICT
""",
    "detail": """\
CREATE TABLE detail ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT
    NOT NULL, person_id INTEGER NOT NULL, field TEXT NOT NULL, value TEXT NOT
    NULL, folded TEXT NOT NULL, entered INTEGER NOT NULL, CHECK (value <> ''),
    CHECK (field IN ('email', 'phone', 'url', 'card', 'tag', 'kind', 'alias',
    'city', 'likes', 'needs', 'offers')), UNIQUE (field, folded, person_id),
    UNIQUE (uid), FOREIGN KEY(person_id) REFERENCES person (id) ) STRICT
""",
    "touch": """\
CREATE TABLE touch ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT
    NULL, kind TEXT NOT NULL, day TEXT NOT NULL, place_id INTEGER, note TEXT NOT
    NULL, in_person INTEGER NOT NULL, sit_down INTEGER NOT NULL, two_way INTEGER
    NOT NULL, inbound INTEGER NOT NULL, entered INTEGER NOT NULL, CHECK (kind <>
    ''), CHECK (in_person IN (0, 1) AND sit_down IN (0, 1) AND two_way IN (0, 1)
    AND inbound IN (0, 1)), CHECK (date(day, '+0 days') IS day), UNIQUE (uid),
    FOREIGN KEY(place_id) REFERENCES place (id) ) STRICT
""",
    "introduction": """\
CREATE TABLE introduction ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid
    TEXT NOT NULL, introducer_id INTEGER NOT NULL, a_id INTEGER NOT NULL, b_id
    INTEGER NOT NULL, day TEXT NOT NULL, said TEXT NOT NULL, state TEXT NOT
    NULL, inbound INTEGER NOT NULL, words TEXT NOT NULL, entered INTEGER NOT
    NULL, CHECK (a_id < b_id), CHECK (introducer_id NOT IN (a_id, b_id)), CHECK
    (said IN ('offered', 'made', 'met', 'dropped')), CHECK (state IN ('offered',
    'made', 'met', 'dropped')), CHECK (inbound IN (0, 1)), CHECK (date(day, '+0
    days') IS day), UNIQUE (a_id, b_id, introducer_id), UNIQUE (uid), FOREIGN
    KEY(introducer_id) REFERENCES person (id), FOREIGN KEY(a_id) REFERENCES
    person (id), FOREIGN KEY(b_id) REFERENCES person (id) ) STRICT
""",
    "promise": """\
CREATE TABLE promise ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT
    NOT NULL, person_id INTEGER NOT NULL, text TEXT NOT NULL, due TEXT NOT NULL,
    state TEXT NOT NULL, closed_on TEXT, closed INTEGER, theirs INTEGER NOT
    NULL, entered INTEGER NOT NULL, CHECK (text <> ''), CHECK ((state = 'open')
    = (closed_on IS NULL)), CHECK (state IN ('open', 'kept', 'dropped')), CHECK
    (theirs IN (0, 1)), CHECK (date(due, '+0 days') IS due AND date(closed_on,
    '+0 days') IS closed_on), UNIQUE (uid), FOREIGN KEY(person_id) REFERENCES
    person (id) ) STRICT
""",
    "pin": """\
CREATE TABLE pin ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT
    NULL, slot TEXT NOT NULL, period TEXT NOT NULL, place INTEGER NOT NULL, day
    TEXT NOT NULL, person_id INTEGER NOT NULL, CHECK (slot IN ('new',
    'reconnect', 'keep', 'ask', 'phone', 'no_answer')), CHECK (date(day, '+0
    days') IS day), UNIQUE (slot, period, place), UNIQUE (uid) ) STRICT
""",
}


def _text(table: str) -> Callable[[str], str]:
    return lambda _: " ".join(_TEXTS[table].split())


REBUILT = {table: _text(table) for table in _TEXTS}
"""Tables that are laid out anew; presence first, while touches still say all."""
DROPPED = frozenset(
    {"person_dormant", "person_draw", "person_fresh", "person_keep", "person_stuck"}
)
"""Indexes of these tables that are no more, or are others now."""
_LAST_CHANGE = "(SELECT coalesce(max(id), 0) FROM change WHERE state <> 'undone')"
COLUMNS: Mapping[str, Mapping[str, str]] = {
    "presence": {
        "answered": "CASE WHEN (SELECT answered FROM touch WHERE touch.id = touch_id)"
        " = 0 THEN 'no' ELSE 'yes' END",
        "answered_on": "NULL",
        "settled": "NULL",
    },
    "person": {
        "said_known": "CASE WHEN known = 1 THEN 'yes' ELSE '' END",
        "entity": "'person'",
        "source": "'typed'",
        "added_on": "starts_on",
        "rhythm": "''",
        "woken": f"CASE WHEN woken_on IS NOT NULL THEN {_LAST_CHANGE} END",
        "connected": "id = 1",
        "last_heard": "NULL",
        "last_reached": "NULL",
        "last_tried": "NULL",
        "open_tries": "0",
        "usual_gap": "NULL",
        "contact_days": "0",
    },
    # Whoever was sat down with was new until then, whatever they are by now.
    "detail": {"entered": _LAST_CHANGE},
    "touch": {
        "kind": "CASE kind WHEN 'note' THEN 'card' ELSE kind END",
        "two_way": "in_person = 1 OR kind = 'call'",
        "inbound": "0",
    },
    "introduction": {"words": "''"},
    "promise": {"theirs": "0"},
    "pin": {
        "day": "coalesce(CASE WHEN period LIKE '%W%'"
        " THEN date(substr(period, 1, 4) || '-01-04',"
        " '-' || ((strftime('%w', substr(period, 1, 4) || '-01-04') + 6) % 7)"
        " || ' days', '+' || (7 * substr(period, 7) - 7) || ' days')"
        " ELSE period || '-01' END, period)"
    },
}
"""What the columns are filled with that a table did not have."""
_ACTIVE = """INSERT OR IGNORE INTO active_week (uid, week)
    SELECT lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4'
        || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2)
        || '-' || hex(randomblob(6))), week
    FROM (SELECT DISTINCT strftime('%Y', thursday) || '-W' || printf('%02d',
        (strftime('%j', thursday) - 1) / 7 + 1) AS week
        FROM (SELECT date(at, 'localtime', '-3 days', 'weekday 4') AS thursday
            FROM change) ORDER BY week)"""
_IN_PERSON = frozenset(
    {"coffee", "lunch", "dinner", "meeting", "event", "exchange", "met"}
)
_BY_HAND, _VCARD = "typed", re.compile(r"\.vcf\b|vcard|google", re.IGNORECASE)
_CAME_BY = """UPDATE person SET added_on = :day, source = CASE
        WHEN connected_on IS NOT NULL THEN 'linkedin'
        WHEN EXISTS (SELECT 1 FROM detail
            WHERE person_id = person.id AND field = 'card') THEN 'contacts'
        ELSE :source END
    WHERE entered = :change AND id > 1"""
_JOURNAL = """SELECT id, change_id, tab, "before", "after" FROM change_row
    WHERE id > ? AND tab IN
        ('person', 'detail', 'touch', 'presence', 'introduction', 'promise')
    ORDER BY id LIMIT 1000"""
_TOUCHES = """SELECT change_row.id, change_id, row_id, "before", "after"
    FROM change_row JOIN change ON change.id = change_id
    WHERE tab = 'touch' AND state <> 'gone' ORDER BY change_row.id"""
_MORE = """INSERT INTO change_row
    (uid, change_id, tab, row_id, last_id, "before", "after")
    SELECT substr(uid, 1, 24) || lower(hex(randomblob(6))), change_id, 'presence',
        :presence, :presence, :before, :after
    FROM change_row WHERE id = :row"""
Row = dict[str, Any]
"""A row of a table, or some of its columns, as the file or an export holds it."""


class Background(NamedTuple):
    """What rows are turned by, besides what they say themselves.

    `last` is the number of the newest change; `imports` are changes by which people
    came from a file: its sort, and the day; `in_person` are kinds of touches.
    """

    last: int = 0
    imports: Mapping[int, tuple[str, str]] = {}
    in_person: Collection[str] = ()


def carry(connection: sqlite3.Connection) -> None:
    """Fill the weeks in which something was entered, and say who came by a file.

    The journal is translated: what is undone later comes back as rows of this schema.
    """
    fill_weeks(connection)
    note_imports(connection)
    _translate(connection)


def fill_weeks(connection: sqlite3.Connection) -> None:
    """Note the weeks in which something was entered, as the journal has them."""
    connection.execute(_ACTIVE)


def note_last_change(connection: sqlite3.Connection, last: int) -> None:
    """Say of what has no change of its own that it was said by the newest."""
    connection.execute("UPDATE detail SET entered = ?", (last,))
    connection.execute(
        "UPDATE person SET woken = ? WHERE woken_on IS NOT NULL", (last,)
    )


def note_imports(connection: sqlite3.Connection) -> None:
    """Say of whoever came by an import from what sort of file, and on which day."""
    for change, (source, day) in _imports(connection).items():
        values = {"change": change, "source": source, "day": day}
        connection.execute(_CAME_BY, values)


def _imports(connection: sqlite3.Connection) -> dict[int, tuple[str, str]]:
    imports: dict[int, tuple[str, str]] = {}
    found = "SELECT id, at, command FROM change WHERE command LIKE '%import%'"
    for number, at, command in connection.execute(found):
        with suppress(ValueError):
            if command_of(command) == "import":
                source = "contacts" if _VCARD.search(command) else "list"
                day = datetime.fromisoformat(at).astimezone().date()
                imports[number] = source, day.isoformat()
    return imports


def _translate(connection: sqlite3.Connection) -> None:
    """Turn the rows of the journal into such as this schema has."""
    background = _background(connection)
    answers = _Answers(connection)
    key, rows = 0, connection.execute(_JOURNAL, (0,)).fetchall()
    while rows:
        for key, _, table, *texts in rows:
            turned = [_turned(background, answers, key, table, text) for text in texts]
            if turned != texts:
                connection.execute(
                    'UPDATE change_row SET "before" = ?, "after" = ? WHERE id = ?',
                    (*turned, key),
                )
        rows = connection.execute(_JOURNAL, (key,)).fetchall()
    answers.note_edits()


def _background(connection: sqlite3.Connection) -> Background:
    ((last,),) = connection.execute(f"SELECT {_LAST_CHANGE}").fetchall()
    kinds = connection.execute("SELECT DISTINCT kind FROM touch WHERE in_person = 1")
    in_person = {*_IN_PERSON, *(kind for (kind,) in kinds)}
    return Background(last, _imports(connection), in_person)


def _turned(
    background: Background, answers: "_Answers", key: int, table: str, text: str | None
) -> str | None:
    """What stands in a row of the journal, turned; what is no JSON stays as it is."""
    try:
        said = json.loads(text or "null")
    except ValueError:
        return text
    if said is None:
        return text
    rows = said if isinstance(said, list) else [said]
    turned = [TURNED[table](row, background) for row in rows]
    if table == "presence":
        turned = [answers.put_in(row, key) for row in turned]
    return json.dumps(
        turned if isinstance(said, list) else turned[0],
        ensure_ascii=False,
        separators=(",", ":"),
    )


class _Answers:
    """What was answered to touches, as the journal tells it; in a row of it, and after.

    What was edited was edited for everybody who was there.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._events: dict[int, list[tuple[int, str, str]]] = {}
        """By touch: the row of the journal, and the answer before and after it."""
        self._edits: list[tuple[int, int]] = []
        """A row of the journal by which an answer was edited, and of which touch."""
        self._people: dict[int, set[int]] = {}
        """By touch: rows of presence that are only in the journal by now."""
        for key, _, touch, before, after in connection.execute(_TOUCHES):
            was, became = _rows(before), _rows(after)
            for row in (*was, *became):
                if "id" in row:
                    answer = _word(row)
                    self._note(row["id"], key, answer, answer)
            if was and became and "answered" in was[0]:
                self._note(touch, key, _word(was[0]), _word(became[0]))
                self._edits.append((key, touch))

    def _note(self, touch: int, key: int, was: str, became: str) -> None:
        self._events.setdefault(touch, []).append((key, was, became))

    def put_in(self, presence: Row, key: int) -> Row:
        """A row of presence with what was answered when it stood in the journal."""
        if "id" not in presence:
            return presence
        touch = presence["touch_id"]
        self._people.setdefault(touch, set()).add(presence["id"])
        return presence | {"answered": self._at(touch, key)}

    def _at(self, touch: int, key: int) -> str:
        """What was answered to a touch when a row of the journal was written."""
        events = self._events.get(touch, [])
        later = (was for event, was, _ in events if event > key)
        return next(later, events[-1][2] if events else self._now(touch))

    def _now(self, touch: int) -> str:
        asked = "SELECT answered FROM presence WHERE touch_id = ?"
        there = self._connection.execute(asked, (touch,)).fetchone()
        return there[0] if there else "yes"

    def note_edits(self) -> None:
        """Say of each edited answer that it was edited for each person."""
        there = "SELECT id FROM presence WHERE touch_id = ?"
        for key, touch in self._edits:
            _, was, became = next(e for e in self._events[touch] if e[0] == key)
            people = {one for (one,) in self._connection.execute(there, (touch,))}
            for presence in sorted(people | self._people.get(touch, set())):
                values = {"row": key, "presence": presence}
                before, after = (_answered(word) for word in (was, became))
                self._connection.execute(
                    _MORE, values | {"before": before, "after": after}
                )


def _rows(text: str | None) -> list[Row]:
    """The rows that a text of the journal says; '' and null say none."""
    with suppress(ValueError):
        said = json.loads(text or "[]")
        return said if isinstance(said, list) else [said]
    return []


def _word(row: Row) -> str:
    return "yes" if row.get("answered", 1) else "no"


def _answered(word: str) -> str:
    return json.dumps({"answered": word}, separators=(",", ":"))


def _person(row: Row, background: Background) -> Row:
    kept = {name: row[name] for name in row.keys() - {"cadence", "attempts"}}
    if "known" in row:
        kept["said_known"] = "yes" if row["known"] else ""
    if "woken_on" in row:
        kept["woken"] = background.last if row["woken_on"] else None
    if "id" not in row:
        return kept
    source, day = background.imports.get(row["entered"], (_BY_HAND, row["starts_on"]))
    if source != _BY_HAND and row["connected_on"]:
        source = "linkedin"
    return kept | {
        "entity": "person", "source": source, "added_on": day, "rhythm": "",
        "connected": int(row["id"] == 1), "last_heard": None, "last_reached": None,
        "last_tried": None, "open_tries": 0, "usual_gap": None, "contact_days": 0,
    }  # fmt: skip


def _touch(row: Row, background: Background) -> Row:
    kept = {name: row[name] for name in row.keys() - {"answered"}}
    if "kind" in row:
        kind = row["kind"]
        in_person = row.get("in_person", kind in background.in_person)
        kept["kind"] = "card" if kind == "note" else kind
        kept["two_way"] = int(bool(in_person) or kind == "call")
    if "id" in row:
        kept["inbound"] = 0
    return kept


def _pin(row: Row, _: Background) -> Row:
    period = str(row.get("period", ""))
    try:
        day = parse_week(period).monday.isoformat()
    except UsageError:
        day = f"{period}-01"
    return row | {"day": day} if "id" in row else row


def _with(**more: Any) -> Callable[[Row, Background], Row]:
    """Rows as they were, and what whole ones have besides."""
    return lambda row, _: row | more if "id" in row else row


def _detail(row: Row, background: Background) -> Row:
    return row | {"entered": background.last} if "id" in row else row


TURNED: dict[str, Callable[[Row, Background], Row]] = {
    "person": _person,
    "detail": _detail,
    "touch": _touch,
    "presence": _with(answered="yes", answered_on=None, settled=None),
    "introduction": _with(words=""),
    "promise": _with(theirs=0),
    "pin": _pin,
}
"""What turns a row of schema 3, or some of its columns, into one of this, by its table.

Of whom a touch was with it says that they answered.
"""
