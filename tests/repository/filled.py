"""A small database with something of everything in it."""

import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from netlog.db import sql
from netlog.db.create import create_store, fill_new
from netlog.db.store import Store
from netlog.domain.details import keyed
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.person import Newcomer, Person
from netlog.domain.pins import ToPin
from netlog.domain.weeks import parse_week
from netlog.repository import (
    bookings,
    finding,
    introductions,
    ledger,
    people,
    plan,
    promises,
    touches,
)
from netlog.repository.change import OpenChange, changing
from netlog.repository.plan import pin
from netlog.repository.undo import undo

NOW = datetime(2025, 6, 2, 12, tzinfo=UTC)
TODAY = date(2025, 6, 2)
JOURNAL = ("change", "change_row", "pin", "active_week", "sqlite_sequence")
"""Tables that undo does not bring back, and is not meant to."""


def in_memory() -> Store:
    """A new database that has no file, with foreign keys held as in one."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("PRAGMA foreign_keys=ON")
    fill_new(connection, NOW)
    return Store(connection)


def filled(path: Path) -> Store:
    """A database in a file in which every statement finds something."""
    store = create_store(path, NOW)
    with changing(store, NOW, "add many") as change:
        _people(change)
    with changing(store, NOW, "log much") as change:
        _contacts(change)
    with changing(store, NOW, "introduce some") as change:
        _introductions(change)
    with changing(store, NOW, "promise some") as change:
        _promises(change)
    with changing(store, NOW, "give and get") as change:
        _ledger(change)
    with changing(store, NOW, "book some and wake one") as change:
        _bookings(change)
        plan.wake(change, finding.find(store, "ines-paz"), "2025-W23", TODAY)
    with changing(store, NOW, "plan some") as change:
        _planned(change)
    with changing(store, NOW, "add and take back") as change:
        people.add(change, Newcomer("Gone Again", TODAY))
    undo(store, NOW)
    weeks = ("2025-W20", "2025-W21", "2025-W22")
    hal, gus = person(store, "hal").id, person(store, "gus-ito").id
    wanted = [ToPin("new", week, 0, parse_week(week).monday, hal) for week in weeks]
    wanted += [
        ToPin("reconnect", "2025-05", 0, day("2025-05-01"), gus),
        ToPin("keep", "2025-W23", 0, TODAY, person(store, "alisa-novak").id),
    ]
    pin(store, NOW, wanted)
    return store


def forgotten(store: Store) -> None:
    """Somebody was forgotten, and something of them must still be cleaned."""
    recorder = OpenChange(store, NOW)
    recorder.put_new("change", at=NOW, command="forget", state="gone")
    key = recorder.put_new("forgetting", salt="a1b2")
    recorder.put_new("mark", forgetting_id=key, hash="c3d4")
    recorder.put_new("scrub", what="")


def person(store: Store, handle: str) -> Person:
    """The person of that handle."""
    return finding.find(store, handle)


def snapshot(store: Store, *left_out: str) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table as it stands in the file, some tables left out."""
    ask = store.connection.execute
    names = ask("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return {
        name: ask(f'SELECT * FROM "{name}" ORDER BY 1').fetchall()  # noqa: S608 (a name of the schema)
        for (name,) in names.fetchall()
        if name not in left_out
    }


def day(text: str) -> date:
    """A day written as in the file."""
    return date.fromisoformat(text)


def _people(change: OpenChange) -> None:
    newcomers: dict[str, tuple[dict[str, Any], list[tuple[str, str]]]] = {
        "Alisa Novak": ({"every": "2m", "org": "Acme", "said_known": "yes"}, []),
        "Bo Lindqvist": ({"org": "Acme"}, [("kind", "client")]),
        "Cleo Adeyemi": ({}, [("kind", "peer"), ("tag", "choir")]),
        "Dorie Clark": ({}, [("email", "dorie@example.org")]),
        "Emil Østergård": ({"no_sell": True, "birthday": "--06-10"}, []),
        "Fay Wong": ({}, [("phone", "+49 30 1234")]),
        "Gus Ito": ({"source": "contacts", "every": "1m"}, []),
        "Hal": ({"connected_on": day("2024-03-05"), "source": "linkedin"}, []),
        "Ines Paz": ({"said_known": "no"}, [("city", "Lyon")]),
        "Jo Reyes": ({}, []),
        "Lena Ode": ({"every": "3m"}, []),
        "Nora Quist": ({}, []),
        "Olaf Berg": ({"source": "contacts"}, []),
        "王小明": ({}, [("likes", "tea"), ("url", "https://example.org/w")]),
    }
    for name, (fields, details) in newcomers.items():
        known = Newcomer(name, day("2023-01-09"), details=keyed(details))
        people.add(change, known._replace(**fields))
    people.remove(change, finding.find(change.store, "jo-reyes"))
    phone = keyed([("phone", "0049 30 1234")])
    people.add(change, Newcomer("Fay Wong", day("2023-01-09"), details=phone))
    office = Newcomer("The Office", day("2023-01-09"))
    people.add(change, office._replace(entity="mailbox", source="list"))
    for handle, label, on in (
        ("bo-lindqvist", "wedding", "2011-06-04"),
        ("hal", "name day", "--02-29"),
    ):
        number = change.number
        change.insert(
            "anniversary",
            person_id=finding.find(change.store, handle).id,
            label=label,
            day=on,
            entered=number,
        )


def _contacts(change: OpenChange) -> None:
    contacts: list[tuple[list[str], str, str, dict[str, Any]]] = [
        (["alisa-novak"], "coffee", "2023-05-04", {"place": "Blue Bottle"}),
        (["alisa-novak", "bo-lindqvist"], "lunch", "2025-03-11", {"note": "Go on."}),
        (["bo-lindqvist"], "call", "2025-05-28", {}),
        (["cleo-adeyemi"], "dinner", "2025-05-30", {"place": "blue bottle"}),
        (["dorie-clark"], "met", "2025-05-29", {"place": "Station"}),
        (["fay-wong"], "email", "2025-04-01", {"answered": "no"}),
        (["fay-wong"], "message", "2025-04-20", {"answered": "no"}),
        (["gus-ito"], "card", "2022-12-01", {}),
        (["dorie-clark", "gus-ito"], "email", "2025-05-30", {}),
        (["cleo-adeyemi"], "message", "2025-05-31", {"inbound": True}),
        *((["nora-quist"], "coffee", f"2023-0{n}-12", {}) for n in range(1, 7)),
    ]
    for handles, kind, on, more in contacts:
        ids = [finding.find(change.store, handle).id for handle in handles]
        touches.log(change, ids, TOUCH_KINDS[kind], day(on), **more)
    dorie = finding.find(change.store, "dorie-clark")
    touches.hear(change, dorie.id, day("2025-06-01"))


def _introductions(change: OpenChange) -> None:
    for by, a, b, on, state in (
        ("bo-lindqvist", "me", "dorie-clark", "2025-05-20", "made"),
        ("alisa-novak", "me", "dorie-clark", "2025-05-22", "offered"),
        ("alisa-novak", "me", "cleo-adeyemi", "2025-05-01", "made"),
        ("alisa-novak", "me", "ines-paz", "2025-04-01", "dropped"),
        ("cleo-adeyemi", "me", "bo-lindqvist", "2025-05-02", "made"),
        ("me", "cleo-adeyemi", "gus-ito", "2025-05-25", "made"),
        ("alisa-novak", "me", "lena-ode", "2025-04-02", "made"),
    ):
        by_id, first, second = (
            finding.find(change.store, name, me=True).id for name in (by, a, b)
        )
        introductions.introduce(change, by_id, first, second, day(on), state=state)
    said = introductions.get(change.store, 1)
    introductions.edit(change, said, words="She knows every archive.\nAsk her.")


def _promises(change: OpenChange) -> None:
    alisa = finding.find(change.store, "alisa-novak").id
    promises.make(change, alisa, "send the article", day("2025-06-04"))
    kept = promises.make(change, alisa, "call Bo", day("2025-05-20"))
    promises.close(change, kept.id, "kept", day("2025-05-21"))
    late = promises.make(
        change, finding.find(change.store, "hal").id, "a book", day("2025-05-01")
    )
    promises.close(change, late.id, "dropped", day("2025-05-31"))
    theirs = promises.make(change, alisa, "the name of a printer", day("2025-06-20"))
    change.update("promise", theirs.id, theirs=True)


def _ledger(change: OpenChange) -> None:
    alisa, bo, cleo, dorie = (
        finding.find(change.store, name).id
        for name in ("alisa-novak", "bo-lindqvist", "cleo", "dorie")
    )
    for person_id, way, kind, on, more in (
        (bo, "got", "client", "2025-05-10", {"text": "a house", "cents": 500_050}),
        (alisa, "got", "referral", "2025-05-01", {"other_id": cleo}),
        (dorie, "got", "interview", "2025-05-29", {"touch_id": 5}),
        (dorie, "got", "tip", "2025-05-30", {"introduction_id": 1}),
        (alisa, "gave", "advice", "2025-05-31", {"they_called": True}),
    ):
        ledger.add(change, person_id, way, kind, day(on), **more)
    ledger.thank(change, sql.thanks_waiting(change.store, alisa)[:1], day("2025-06-01"))
    ledger.guess(change, 2, "likely")


def _bookings(change: OpenChange) -> None:
    """One that is to come, with two; one that was held; one that was cancelled."""
    alisa, bo, cleo, hal = (
        finding.find(change.store, name).id
        for name in ("alisa-novak", "bo-lindqvist", "cleo", "hal")
    )
    place = touches.place_key(change, "Blue Bottle")
    to_come = day("2025-06-06")
    bookings.book(change, [alisa, bo], to_come, "coffee", hour="15:00", place_id=place)
    dinner = bookings.book(change, [cleo], day("2025-05-30"), "dinner")
    bookings.hold(change, [dinner], 4)
    cancelled = bookings.book(change, [hal], to_come, "call")
    bookings.edit(change, cancelled, state="cancelled")
    people.add_detail(change, bo, "offers", "a quiet room")


def _planned(change: OpenChange) -> None:
    store = change.store
    plan.rest(change, finding.find(store, "emil-ostergard"))
    plan.snooze(change, finding.find(store, "gus-ito"), day("2025-07-01"))
    plan.put_off(change, finding.find(store, "hal"), "2025-W23", "skip", "new")
    plan.put_off(change, finding.find(store, "hal"), "2025-W22", "swap", "new")
