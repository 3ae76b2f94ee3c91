"""The page that a life reads is all of the plan."""

from datetime import date, timedelta
from typing import get_type_hints

from bench.living.actions import Netlog
from bench.living.page import NEW_SLOTS, SLOTS, Ask, place_in_new, read

from netlog.plan.result import Line, NewSlot, Plan

_LOOKED_AT = {"alternates"}


def of_lines(record: type) -> set[str]:
    """The fields that hold lines."""
    hints = get_type_hints(record)
    kinds = {tuple[Line, ...], Line, Line | None}
    return {name for name, kind in hints.items() if kind in kinds}


def test_every_slot_of_a_plan_is_read() -> None:
    """A slot that is new in the plan is named in the page, or this test fails."""
    assert of_lines(Plan) - set(SLOTS) == set()
    assert of_lines(NewSlot) - set(NEW_SLOTS) - _LOOKED_AT == set()


def netlog() -> Netlog:
    """Hal is known, and introduced Zoe."""
    made = Netlog(date(2025, 6, 2))
    made.add("Hal Ortega", kind="friend", known=True)
    made.introduced("Zoe Martin", "hal-ortega")
    return made


def test_a_line_has_its_slot_its_person_and_what_to_type() -> None:
    """Zoe is the pick, and is followed up."""
    there = netlog()
    asks = read(there.due()).asks
    assert Ask("new", "zoe-martin", ("log", "zoe-martin", "-k", "email")) in asks
    assert {(ask.slot, ask.handle) for ask in asks} == {
        ("new", "zoe-martin"),
        ("follow_up", "zoe-martin"),
        ("reconnect", "hal-ortega"),
    }


def test_a_row_has_80_columns() -> None:
    """What is longer takes more rows."""
    there = netlog()
    assert max(map(len, read(there.due()).text())) <= 80


def test_the_place_in_new() -> None:
    """A candidate, or the gate; nothing for who is known."""
    there = netlog()
    there.introduced("Max Berg", "hal-ortega")
    there.drop("max-berg", "hal-ortega")
    page = read(there.due())
    assert place_in_new(page, there, ["zoe-martin", "max-berg", "hal-ortega"]) == {
        "zoe-martin": "candidate",
        "max-berg": "dropped",
        "hal-ortega": "",
    }


def test_what_is_cut_off_waits_too() -> None:
    """Seven clients are due after their cadence, and five of them stand there."""
    there = netlog()
    for name in ("Ann", "Bob", "Cleo", "Dan", "Eve", "Fay", "Gus"):
        there.add(f"{name} Moore", kind="client", known=True)
    for weeks in range(15):  # or all the summer counts as time away
        there.today += timedelta(weeks=1)
        there.promise("ann-moore", f"book {weeks}", there.today)
    page = read(there.due())
    assert len(page.handles()["keep"]) == 5
    assert page.waiting["keep"] == 7
