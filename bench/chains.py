"""Chains of introductions, 50 deep: python -m bench.chains FILE PEOPLE.

Everybody but the first of a chain was introduced by the one before them and, where
there is one, by the one before that: some fifty ways lead back from the second
person on, and more than twelve thousand million from the last.
"""

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bench.rows import NOW

from netlog.db.create import create_store
from netlog.domain.person import ME_ID, Newcomer
from netlog.repository.change import changing
from netlog.repository.people import add_all

DEPTH = 50
LAST = DEPTH - 1
_BEGIN = date(2015, 1, 1)
_OUTCOMES = 100
"""One person in so many has brought something."""

Row = dict[str, Any]


def write(path: Path, people: int) -> None:
    """Make the database of such chains; a file that is there is replaced."""
    path.unlink(missing_ok=True)
    store = create_store(path, NOW)
    for pragma in ("synchronous=OFF", "journal_mode=OFF"):
        store.connection.execute(f"PRAGMA {pragma}")
    with changing(store, NOW, "chains") as change:
        come = [
            Newcomer(f"Person {n}", _BEGIN, handle=handle(n)) for n in range(people)
        ]
        keys = add_all(change, come)
        change.insert_many("introduction", list(_introductions(keys)))
        change.insert_many("entry", list(_outcomes(keys)))
    store.close()


def handle(number: int) -> str:
    """The handle of the person of a number, from 0 on."""
    return f"p-{number}"


def _introductions(keys: range) -> Iterator[Row]:
    for number, key in enumerate(keys):
        place = number % DEPTH
        day = _BEGIN + timedelta(days=70 * place + number % 60)
        for back in range(1, min(place, 2) + 1):
            yield {
                "introducer_id": key - back,
                "a_id": ME_ID,
                "b_id": key,
                "day": day,
                "said": "made",
                "state": "made",
                "inbound": False,
                "entered": 1,
            }


def _outcomes(keys: range) -> Iterator[Row]:
    for key in keys[LAST::_OUTCOMES]:
        yield {
            "person_id": key,
            "way": "got",
            "kind": "client",
            "text": "",
            "day": NOW.date(),
            "cents": 100 * key,
            "they_called": False,
            "entered": 1,
        }


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
